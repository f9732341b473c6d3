#!/bin/sh
# SPDX-License-Identifier: MIT
# The window, driven as a person drives it: under Xvfb with a window manager, by keys and pointer.
# What was done is then looked up in the history, which must hold exactly that.
set -u

for tool in Xvfb openbox xdotool import; do
    command -v "$tool" >/dev/null 2>&1 || {
        echo "SKIPPED: test_window.sh: $tool is not installed"
        exit 77
    }
done

BUILD=${BUILD:-build}
repose=$BUILD/repose
work=$(mktemp -d "${TMPDIR:-/tmp}/repose-window-XXXXXX") || exit 1
children=''
finish() {
    for child in $children; do kill "$child" 2>/dev/null; done
    wait
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM
passed=0
failed=0

good() { passed=$((passed + 1)); }
bad() {
    failed=$((failed + 1))
    echo "FAILED: $*"
}
# same NAME WANTED GOT
same() { if [ "$2" = "$3" ]; then good; else bad "$1: wanted '$2', got '$3'"; fi; }

# until_true SECONDS COMMAND...: looks ten times a second.
until_true() {
    tries=$(($1 * 10))
    shift
    while ! "$@" >/dev/null 2>&1; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || return 1
        sleep 0.1
    done
}

Xvfb -displayfd 3 -screen 0 1280x800x24 3>"$work/display" >/dev/null 2>&1 &
children="$children $!"
until_true 20 test -s "$work/display" || { echo 'FAILED: Xvfb does not start'; exit 1; }
DISPLAY=:$(cat "$work/display")
SDL_AUDIODRIVER=dummy
SDL_VIDEODRIVER=x11
export DISPLAY SDL_AUDIODRIVER SDL_VIDEODRIVER
openbox >/dev/null 2>&1 &
children="$children $!"
# A window that is mapped while the manager is still starting may be lost to both.
until_true 20 xdotool get_num_desktops || { echo 'FAILED: openbox does not start'; exit 1; }

# data NAME: a person's folder with a routine of ten seconds that stands first among the cards.
data() {
    data=$work/$1
    mkdir -p "$data/routines"
    cat >"$data/routines/a-short.cfg" <<'EOF'
format = 1;
title = "Ten seconds";
category = "breathing";
summary = "Two slow breaths.";
author = "test"; revised = "2026-01-01";
sources = []; cautions = [];
gates = { all = "open"; };
steps = (
  { name = "Settle"; say = "Sit."; seconds = 2; },
  { name = "Breathe"; breathe = { in = 2; out = 2; }; cycles = 2; }
);
EOF
    "$repose" settings set lead_in 0 --data "$data" >/dev/null || bad 'settings set lead_in'
}

# open_window ARGUMENTS...: starts the program and waits for its window.
open_window() {
    "$repose" "$@" --data "$data" >"$work/out" 2>&1 &
    program=$!
    # Not --sync: it gives up when a window goes while it looks.
    window=''
    until_true 20 found_window
    if [ -z "$window" ]; then
        # Without one nothing below means anything, and `import` would wait for a click.
        bad "no window: $*: $(cat "$work/out")"
        echo "$passed passed, $failed failed"
        exit 1
    fi
    timeout 5 xdotool windowfocus --sync "$window" 2>/dev/null
    sleep 0.5
}
found_window() {
    window=$(xdotool search --onlyvisible --pid "$program" --name repose 2>/dev/null | head -n 1)
    [ -n "$window" ]
}
key() {
    xdotool key "$@"
    sleep 0.5 # the same key counts once within 400 ms
}
# closed SECONDS: waits for the program and keeps its status.
closed() {
    if until_true "$1" gone; then
        wait "$program"
        status=$?
    else
        bad "it is still open"
        kill -9 "$program"
        wait "$program" 2>/dev/null
        status=none
    fi
}
gone() { ! kill -0 "$program" 2>/dev/null; }
history() { "$repose" history --json --data "$data"; }
# field KEY: of every session, in one line.
field() { history | sed -n "s/^ *\"$1\": \(.*[^,]\),*\$/\1/p" | tr '\n' ' ' | sed 's/ $//'; }
has_status() { [ "$(field status)" = "\"$1\"" ]; }
has_played() { played=$(field played_ms) && [ "${played:-0}" -ge "$1" ]; }
# colours: how many the middle of the window shows.
colours() {
    import -window "$window" "$work/shot.png" 2>/dev/null && identify -format '%k' "$work/shot.png"
}

# From the very first start to the first breath in two keys.
data first
open_window
[ "$(colours)" -gt 200 ] && good || bad 'the first screen shows nothing'
key Return
key Return
until_true 10 has_status running && good || bad "two keys began nothing: $(history)"
same 'the gentle beginning, without a number' '"breath-calm" null' \
    "$(field routine) $(field before)"
xdotool windowclose "$window" 2>/dev/null
closed 15

# From the search to a finished, rated session by keys alone.
data whole
open_window
key slash # all routines, ready to be written into
xdotool type --delay 60 'TEN sec'
sleep 0.5
key Return # to the first that was found
key Return # its page
key Return # the question before
key 4
key Return # begins
until_true 10 has_status running && good || bad "no session began: $(history)"
until_true 30 has_status complete && good || bad "it was not completed: $(history)"
sleep 3 # the lamp sets
key 2
key Return
key Escape
closed 15
same 'exit status of the first screen' 0 "$status"
same 'one whole session' '"complete" "a-short" 10000 4 2' \
    "$(field status) $(field routine) $(field played_ms) $(field before) $(field after)"
same 'nothing on standard error or output' '' "$(cat "$work/out")"

# Escape stops, asks why, and keeps what was done.
data stopped
open_window play a-short --before 3 --after 3
until_true 10 has_status running || bad 'no session began'
sleep 3
key Escape
key 3
key Return
closed 15
same 'exit status after Escape' 0 "$status"
same 'a part, because of tiredness' '"partial" "tired" "tired"' \
    "$(field status) $(field ended) $(field why)"
has_played 2000 && ! has_played 9000 && good || bad "played after Escape: $(field played_ms)"

# A pause holds the position, an unwanted stop can be taken back.
data paused
open_window play a-short --before 3 --after 3
until_true 10 has_status running || bad 'no session began'
key space
sleep 1.5
[ "$(colours)" -gt 50 ] && good || bad 'the pause shows nothing'
key Escape
key space # carry on instead
until_true 25 has_status complete && good || bad "not completed after a pause: $(history)"
same 'a pause is not played' 10000 "$(field played_ms)"
sleep 3
key Return
closed 15
same 'exit status after the end' 0 "$status"

# Asked to stop from outside, in the middle.
for signal in TERM INT; do
    data "signal-$signal"
    open_window play a-short --before 3
    until_true 10 has_status running || bad 'no session began'
    sleep 2
    kill -s "$signal" "$program"
    closed 15
    same "exit status after SIG$signal" 0 "$status"
    same "interrupted by SIG$signal" '"partial" "interrupted" "interrupted" 3' \
        "$(field status) $(field ended) $(field why) $(field before)"
done

# Closed by the window manager, in the middle; the same by pointer alone before it.
data closed
open_window
click() {
    xdotool mousemove --window "$window" "$1" "$2" click 1
    sleep 1
}
click 1000 668 # all routines
click 400 230  # the first card
click 270 560  # start
click 495 526  # begin, without a number
until_true 10 has_status running && good || bad "the pointer began nothing: $(history)"
same 'begun by pointer' '"a-short"' "$(field routine)"
sleep 2
xdotool windowclose "$window" 2>/dev/null
closed 15
same 'closed in the middle' 'null' "$(field before)"

# Resized while it plays, larger and smaller: it goes on and is painted whole.
data resized
open_window play a-short --before 3 --after 3
until_true 10 has_status running || bad 'no session began'
for size in '700 500' '1200 700' '640 480'; do
    # shellcheck disable=SC2086 # two numbers
    xdotool windowsize "$window" $size
    sleep 0.8
    [ "$(colours)" -gt 200 ] && good || bad "after a resize to $size the window is bare"
done
key f
sleep 0.8
[ "$(colours)" -gt 200 ] && good || bad 'full screen is bare'
key Escape # leaves full screen alone
until_true 25 has_status complete && good || bad "not completed after resizing: $(history)"
sleep 3
key Return
closed 15
same 'exit status after resizing' 0 "$status"

# A session that broke off is offered again.
data broken
open_window play a-short --before 3 --after 3
until_true 10 has_status running || bad 'no session began'
sleep 4
kill -9 "$program"
wait "$program" 2>/dev/null
open_window
key Return # go on
until_true 25 has_status complete && good || bad "not gone on with: $(history)"
same 'still one session' '10000' "$(field played_ms)"
sleep 3
key Return
key Escape
closed 15
same 'exit status after going on' 0 "$status"

# A display that does not answer is said, and nothing hangs.
(
    unset SDL_VIDEODRIVER
    DISPLAY=:987 timeout 20 "$repose" --data "$data" >/dev/null 2>"$work/err" </dev/null
)
status=$?
[ "$status" -ne 124 ] && good || bad 'without a display it hangs'

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
