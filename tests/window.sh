# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# For tests of the window: a desktop of their own (Xvfb and a window manager), and the hands and
# eyes of a person at it. Sourced by test_window*.sh, which set SCREEN (size of the desktop) and
# SECONDS_LONG (of the routine a-short) before.
#
# Nothing is waited for by a fixed time: a key counts as done when the picture has become another,
# a moving picture as at rest when it stays the same, all else by what the history holds.

for tool in Xvfb openbox xdotool import identify; do
    command -v "$tool" >/dev/null 2>&1 || {
        echo "SKIPPED: $(basename "$0"): $tool is not installed"
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
# shellcheck source=tests/counting.sh
. tests/counting.sh

# same NAME WANTED GOT
same() { if [ "$2" = "$3" ]; then good; else bad "$1: wanted '$2', got '$3'"; fi; }
# check NAME COMMAND...
check() {
    name=$1
    shift
    if "$@"; then good; else bad "$name"; fi
}

# until_true SECONDS COMMAND...: looks ten times a second. A busy machine gets four times as long:
# only what never comes costs it.
until_true() {
    until=$(($(date +%s) + $1 * 4))
    shift
    while ! "$@" >/dev/null 2>&1; do
        [ "$(date +%s)" -lt "$until" ] || return 1
        sleep 0.1
    done
}
# eventually SECONDS NAME COMMAND...: a check that may take its time.
eventually() {
    seconds=$1
    name=$2
    shift 2
    if until_true "$seconds" "$@"; then good; else bad "$name"; fi
}

Xvfb -displayfd 3 -screen 0 "${SCREEN}x24" 3>"$work/display" >/dev/null 2>&1 &
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

# data NAME: a person's folder with a short routine that stands first among the cards. The same key
# counts as often as it is pressed.
data() {
    data=$work/$1
    mkdir -p "$data/routines"
    cat >"$data/routines/a-short.cfg" <<EOF
format = 1;
title = "A short one";
category = "breathing";
summary = "Slow breaths.";
author = "test"; revised = "2026-01-01";
sources = []; cautions = [];
gates = { all = "open"; };
steps = (
  { name = "Settle"; say = "Sit."; seconds = 2; },
  { name = "Breathe"; breathe = { in = 2; out = 2; }; cycles = $(((SECONDS_LONG - 2) / 4)); }
);
EOF
    "$repose" settings set lead_in 0 --data "$data" >/dev/null || bad 'settings set lead_in'
    "$repose" settings set key_repeat 0 --data "$data" >/dev/null || bad 'settings set key_repeat'
    # Whoever has chosen is not asked about the voice before the first session.
    "$repose" settings set voice on --data "$data" >/dev/null || bad 'settings set voice'
}

found_window() {
    found=$(xdotool search --onlyvisible --pid "$1" --name repose 2>/dev/null | head -n 1)
    [ -n "$found" ]
}
# window_of PID: waits for its window and leaves it in $found. Not xdotool's --sync: it gives up
# when a window goes while it looks.
window_of() {
    found=''
    until_true 20 found_window "$1"
}
has_focus() { [ "$(xdotool getwindowfocus 2>/dev/null)" = "$window" ]; }
give_focus() { xdotool windowfocus "$window" 2>/dev/null && has_focus; }
# open_window ARGUMENTS...: starts the program and waits until its window shows something.
open_window() {
    "$repose" "$@" --data "$data" >"$work/out" 2>&1 &
    program=$!
    if ! window_of "$program"; then
        # Without one nothing below means anything, and `import` would wait for a click.
        bad "no window: $*: $(cat "$work/out")"
        summary
        exit 1
    fi
    window=$found
    until_true 5 give_focus
    until_true 10 is_painted
}
# open_session WHAT ARGUMENTS...
open_session() {
    what=$1
    shift
    open_window play a-short --before 3 --after 3 "$@"
    until_true 10 has_status running || bad "$what: no session began: $(cat "$work/out")"
}

# picture NAME: what the window shows, as bytes.
picture() { timeout 5 import -window "$window" "rgb:$work/$1.rgb" 2>/dev/null; }
is_another() { gone || { picture now && ! cmp -s "$work/before.rgb" "$work/now.rgb"; }; }
stays() {
    picture before || return 1
    for _ in 1 2; do
        sleep 0.4
        picture now && cmp -s "$work/before.rgb" "$work/now.rgb" || return 1
    done
}
# at_rest: waits until nothing moves any more, as on every screen outside the player.
at_rest() { until_true 10 stays || bad "${1:-it} does not come to rest"; }
# colours: how many the window shows; a bare one has one or two.
colours() { timeout 5 import -window "$window" "$work/shot.png" 2>/dev/null && identify -format '%k' "$work/shot.png"; }
is_painted() { count=$(colours 2>/dev/null) && [ "${count:-0}" -gt "${1:-50}" ]; }
size() { xdotool getwindowgeometry "$window" 2>/dev/null | sed -n 's/.*Geometry: //p'; }
has_size() { [ "$(size)" = "$1" ]; }

# key KEY...: presses it and waits until it shows. press: without waiting.
press() { xdotool key "$@"; }
key() {
    picture before
    xdotool key "$@"
    until_true 3 is_another
}
# click X Y: goes there, lets the pointer show, presses.
click() {
    xdotool mousemove --window "$window" "$1" "$2"
    at_rest 'the picture under the pointer'
    picture before
    xdotool click 1
    until_true 3 is_another
}

# minimise, bring_back: what a person does to a window that is in the way.
is_hidden() { ! xdotool search --onlyvisible --pid "$program" --name repose 2>/dev/null | grep -q .; }
is_shown() { ! is_hidden; }
minimise() {
    xdotool windowminimize "$window" 2>/dev/null
    until_true 5 is_hidden
}
bring_back() {
    xdotool windowmap "$window" windowactivate "$window" 2>/dev/null
    until_true 5 is_shown
}

gone() { ! kill -0 "$program" 2>/dev/null; }
# leave: Return, as often as it takes, from the end of a session that the command asked for.
returned() { gone || { press Return && sleep 0.3 && gone; }; }
leave() {
    until_true 5 give_focus
    until_true 15 returned
}
# ended WHAT: waits for the program and keeps its status.
ended() {
    if until_true 15 gone; then
        wait "$program"
        status=$?
    else
        bad "$1: it is still open"
        kill -9 "$program"
        wait "$program" 2>/dev/null
        status=none
    fi
}
# closed WHAT: it must end well and have said nothing.
closed() {
    ended "$1"
    same "$1: exit status" 0 "$status"
    same "$1: nothing is said" '' "$(cat "$work/out")"
}

history() { "$repose" history --json --data "$data"; }
# field KEY: of every session, in one line.
field() { history | sed -n "s/^ *\"$1\": \(.*[^,]\),*\$/\1/p" | tr '\n' ' ' | sed 's/ $//'; }
has_status() { [ "$(field status)" = "\"$1\"" ]; }
has_ended() { ! has_status running; }
# Written at every step: at two seconds for the first time.
has_played() { played=$(field played_ms) && [ "${played:-0}" -ge "$1" ]; }
