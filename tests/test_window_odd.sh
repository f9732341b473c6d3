#!/bin/sh
# SPDX-License-Identifier: MIT
# What happens to windows on a real desktop: resized again and again, minimised, covered, moved,
# left, told to end; and a machine without fonts. Nothing may be lost, nothing may stand still, and
# the picture must come back as it was.
set -u

for tool in Xvfb openbox xdotool import identify; do
    command -v "$tool" >/dev/null 2>&1 || {
        echo "SKIPPED: test_window_odd.sh: $tool is not installed"
        exit 77
    }
done

BUILD=${BUILD:-build}
repose=$BUILD/repose
work=$(mktemp -d "${TMPDIR:-/tmp}/repose-odd-XXXXXX") || exit 1
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
# check NAME COMMAND...
check() {
    name=$1
    shift
    if "$@"; then good; else bad "$name"; fi
}

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

Xvfb -displayfd 3 -screen 0 1600x1000x24 3>"$work/display" >/dev/null 2>&1 &
children="$children $!"
until_true 20 test -s "$work/display" || { echo 'FAILED: Xvfb does not start'; exit 1; }
DISPLAY=:$(cat "$work/display")
SDL_AUDIODRIVER=dummy
SDL_VIDEODRIVER=x11
export DISPLAY SDL_AUDIODRIVER SDL_VIDEODRIVER
openbox >/dev/null 2>&1 &
children="$children $!"
manager_is_there() { xdotool getwindowfocus; }
until_true 20 manager_is_there

# data NAME: a person's folder with a routine of twenty seconds.
data() {
    data=$work/$1
    mkdir -p "$data/routines"
    cat >"$data/routines/a-short.cfg" <<'END'
format = 1;
title = "Twenty seconds";
category = "breathing";
summary = "Slow breaths.";
author = "test"; revised = "2026-01-01";
sources = []; cautions = [];
gates = { all = "open"; };
steps = (
  { name = "Settle"; say = "Sit."; seconds = 4; },
  { name = "Breathe"; breathe = { in = 2; out = 2; }; cycles = 4; }
);
END
    "$repose" settings set lead_in 0 --data "$data" >/dev/null || bad 'settings set lead_in'
}

window_of() {
    timeout 20 xdotool search --sync --onlyvisible --pid "$1" --name repose 2>/dev/null | head -n 1
}
# open_window ARGUMENTS...
open_window() {
    "$repose" "$@" --data "$data" >"$work/out" 2>&1 &
    program=$!
    window=$(window_of "$program")
    if [ -z "$window" ]; then
        bad "no window: $*: $(cat "$work/out")"
        echo "$passed passed, $failed failed"
        exit 1
    fi
    timeout 5 xdotool windowfocus --sync "$window" 2>/dev/null
    sleep 0.5
}
# open_session WHAT ARGUMENTS...
open_session() {
    what=$1
    shift
    open_window play a-short --before 3 --after 3 "$@"
    until_true 10 has_status running || bad "$what: no session began: $(cat "$work/out")"
}
key() {
    xdotool key "$@"
    sleep 0.5 # the same key counts once within 400 ms
}
gone() { ! kill -0 "$program" 2>/dev/null; }
# closed WHAT: waits for the program; it must end well and say nothing.
closed() {
    if until_true 15 gone; then
        wait "$program"
        same "$1: exit status" 0 "$?"
    else
        bad "$1: it is still open"
        kill -9 "$program"
        wait "$program" 2>/dev/null
    fi
    same "$1: nothing is said" '' "$(cat "$work/out")"
}
history() { "$repose" history --json --data "$data"; }
# field KEY: of every session, in one line.
field() { history | sed -n "s/^ *\"$1\": \(.*[^,]\),*\$/\1/p" | tr '\n' ' ' | sed 's/ $//'; }
has_status() { [ "$(field status)" = "\"$1\"" ]; }
# kept WHAT: exactly one session, broken off, with the number from before.
kept() {
    same "$1: what is kept" '"partial" "interrupted" 3' \
        "$(field status) $(field ended) $(field before)"
    played=$(field played_ms)
    check "$1: played ${played:-nothing}" [ "${played:-0}" -ge 1000 ]
}
picture() { import -window "$window" "rgb:$work/$1.rgb" 2>/dev/null; }
shows_again() { picture now && cmp -s "$work/first.rgb" "$work/now.rgb"; }
# colours: how many the window shows; a bare one has one or two.
colours() { import -window "$window" "$work/shot.png" && identify -format '%k' "$work/shot.png"; }
is_painted() { count=$(colours 2>/dev/null) && [ "${count:-0}" -gt 50 ]; }
storm() {
    for size in '900 600' '640 480' '1400 900' '500 380' '1201 777' '641 481' '1500 700' '700 900' \
        '1000 501' '1280 800'; do
        # shellcheck disable=SC2086 # two numbers
        xdotool windowsize "$window" $size
        [ "${1:-}" ] && sleep "$1"
    done
}

# A still screen comes back byte for byte, whatever was done to its window.
data still
open_window
xdotool windowsize --sync "$window" 1280 800 2>/dev/null
xdotool mousemove 1590 990
key Home # so that nothing is scrolled, however small the window
sleep 1
picture first
check 'the first screen is painted' is_painted
storm
storm 0.05
until_true 5 shows_again && good || bad 'after a storm of sizes the picture is another'
xdotool windowminimize --sync "$window" 2>/dev/null
sleep 0.5
xdotool windowmap --sync "$window" windowactivate --sync "$window" 2>/dev/null
until_true 5 shows_again && good || bad 'after being minimised the picture is another'
for place in '300 190' '0 0' '-200 -100' '120 60'; do
    # shellcheck disable=SC2086 # two numbers
    xdotool windowmove "$window" $place
    sleep 0.1
done
until_true 5 shows_again && good || bad 'after being moved the picture is another'

# Covered by another window, and uncovered.
"$repose" --data "$work/other" >/dev/null 2>&1 &
other=$!
children="$children $other"
cover=$(window_of "$other")
check 'the other window is there' [ -n "$cover" ]
xdotool windowmove "$cover" 120 60 windowraise "$cover" windowfocus "$cover" 2>/dev/null
sleep 0.5
kill "$other"
wait "$other" 2>/dev/null
xdotool windowactivate --sync "$window" 2>/dev/null
until_true 5 shows_again && good || bad 'after being covered the picture is another'
key Escape
closed 'the still screen'

# The same in the middle of a session: it goes on to its end.
data moving
open_session 'moving'
storm 0.1
check 'after a storm of sizes it is painted' is_painted
xdotool windowminimize --sync "$window" 2>/dev/null
sleep 2
xdotool windowmap --sync "$window" windowactivate --sync "$window" 2>/dev/null
until_true 5 is_painted && good || bad 'a session that was minimised is bare'
key f
check 'full screen is painted' is_painted
storm
key Escape # out of the full screen, and no farther
xdotool windowmove "$window" 50 50
until_true 40 has_status complete && good || bad "moving: not completed: $(history)"
same 'moving: played whole' 20000 "$(field played_ms)"
sleep 3
key Return
closed 'moving'

# Without the focus it goes on; keys for others do nothing here.
data unwatched
open_session 'unwatched' --from 10
"$repose" --data "$work/other" >/dev/null 2>&1 &
other=$!
children="$children $other"
cover=$(window_of "$other")
xdotool windowfocus --sync "$cover" 2>/dev/null
key Down
key Right
kill "$other"
wait "$other" 2>/dev/null
has_ended() { ! has_status running; }
until_true 40 has_ended && good || bad "unwatched: it did not go on: $(history)"
same 'unwatched: played to its end' 10000 "$(field played_ms)"
kill -TERM "$program"
closed 'unwatched'
same 'unwatched: the number stays' 3 "$(field before)"

# Told to end: minimised, paused, at the question why, in a resize.
data minimised
open_session 'minimised'
sleep 2
xdotool windowminimize --sync "$window" 2>/dev/null
sleep 0.5
kill -TERM "$program"
closed 'minimised'
kept 'minimised'

data paused
open_session 'paused'
sleep 2
key space
kill -HUP "$program"
until_true 15 gone || bad 'paused: a hang-up does not end it'
wait "$program" 2>/dev/null
kept 'paused'

data why
open_session 'why'
sleep 2
key Escape
xdotool key alt+F4 # the window manager closes it
until_true 15 gone || bad 'why: closing does not end it'
wait "$program" 2>/dev/null
kept 'why'

data resized
open_session 'resized'
sleep 2
storm 0.01 &
storms=$!
kill -TERM "$program"
closed 'resized'
wait "$storms" 2>/dev/null
kept 'resized'

# Escape, again and again, always leads out.
data escape
open_session 'out'
sleep 2
for _ in 1 2 3 4 5; do
    gone || key Escape
done
closed 'out'
same 'out: what is kept' '"partial" "interrupted"' "$(field status) $(field ended)"

# No font: said in plain words, with the package, and no crash.
data bare
cat >"$work/fonts.conf" <<'END'
<?xml version="1.0"?>
<fontconfig></fontconfig>
END
FONTCONFIG_FILE=$work/fonts.conf "$repose" --data "$data" >"$work/out" 2>&1 &
program=$!
window=$(window_of "$program")
check 'without fonts there is a window' [ -n "$window" ]
said() { grep -q 'fonts-dejavu-core' "$work/out"; }
until_true 5 said && good || bad "without fonts it says: $(cat "$work/out")"
kill -TERM "$program"
until_true 15 gone || bad 'without fonts it does not end'
wait "$program"
same 'without fonts: exit status' 0 "$?"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
