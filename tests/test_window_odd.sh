#!/bin/sh
# SPDX-License-Identifier: MIT
# What happens to windows on a real desktop: resized again and again, minimised, covered, moved,
# left, told to end; and a machine without fonts. Nothing may be lost, nothing may stand still, and
# the picture must come back as it was.
set -u
SCREEN=1600x1000
SECONDS_LONG=18
. tests/window.sh

# kept WHAT: exactly one session, broken off, with the number from before.
kept() {
    same "$1: what is kept" '"partial" "interrupted" 3' \
        "$(field status) $(field ended) $(field before)"
    played=$(field played_ms)
    check "$1: played ${played:-nothing}" [ "${played:-0}" -ge 1000 ]
}
shows_again() { picture now && cmp -s "$work/first.rgb" "$work/now.rgb"; }
# storm [SECONDS]: one size after the other, at once or with a pause between them.
storm() {
    for size in '900 600' '640 480' '1400 900' '500 380' '1201 777' '641 481' '1500 700' '700 900' \
        '1000 501' '1280 800'; do
        # shellcheck disable=SC2086 # two numbers
        xdotool windowsize "$window" $size
        [ "${1:-}" ] && sleep "$1"
    done
}
# cover: another window, in $cover, of the process $other.
cover() {
    "$repose" --data "$work/other" >/dev/null 2>&1 &
    other=$!
    children="$children $other"
    window_of "$other"
    cover=$found
    check 'the other window is there' [ -n "$cover" ]
}
uncover() {
    kill "$other"
    wait "$other" 2>/dev/null
}

# A still screen comes back byte for byte, whatever was done to its window.
data still
open_window
xdotool windowsize "$window" 1280 800
until_true 5 has_size 1280x800
xdotool mousemove 1590 990
press Home # so that nothing is scrolled, however small the window
at_rest 'the first screen'
picture first
check 'the first screen is painted' is_painted
storm
storm 0.05
eventually 5 'after a storm of sizes the picture is another' shows_again
minimise
bring_back
eventually 5 'after being minimised the picture is another' shows_again
for place in '300 190' '0 0' '-200 -100' '120 60'; do
    # shellcheck disable=SC2086 # two numbers
    xdotool windowmove "$window" $place
done
eventually 5 'after being moved the picture is another' shows_again

# Covered by another window, and uncovered.
cover
xdotool windowmove "$cover" 120 60 windowraise "$cover" windowfocus "$cover" 2>/dev/null
uncover
xdotool windowactivate "$window" 2>/dev/null
eventually 5 'after being covered the picture is another' shows_again
until_true 5 give_focus
press Escape
closed 'the still screen'

# The same in the middle of a session: it goes on to its end.
data moving
open_session 'moving'
storm 0.1
eventually 5 'after a storm of sizes it is painted' is_painted
minimise
bring_back
eventually 5 'a session that was minimised is bare' is_painted
until_true 5 give_focus
key f
eventually 5 'full screen is painted' is_painted
storm
press Escape # out of the full screen, and no farther
xdotool windowmove "$window" 50 50
eventually 40 "moving: not completed: $(history)" has_status complete
same 'moving: played whole' 18000 "$(field played_ms)"
leave
closed 'moving'

# Without the focus it goes on; keys for others do nothing here.
data unwatched
open_session 'unwatched' --from 10
cover
xdotool windowfocus "$cover" 2>/dev/null
press Down
press Right
uncover
eventually 40 "unwatched: it did not go on: $(history)" has_ended
same 'unwatched: played to its end' 8000 "$(field played_ms)"
kill -TERM "$program"
closed 'unwatched'
same 'unwatched: the number stays' 3 "$(field before)"

# Told to end: minimised, paused, at the question why, in a resize.
data minimised
open_session 'minimised'
until_true 10 has_played 1000
minimise
kill -TERM "$program"
closed 'minimised'
kept 'minimised'

data paused
open_session 'paused'
until_true 10 has_played 1000
key space
kill -HUP "$program"
ended 'paused'
kept 'paused'

data why
open_session 'why'
until_true 10 has_played 1000
key Escape
press alt+F4 # the window manager closes it
ended 'why'
kept 'why'

data resized
open_session 'resized'
until_true 10 has_played 1000
storm 0.01 2>/dev/null &
storms=$!
kill -TERM "$program"
closed 'resized'
wait "$storms" 2>/dev/null
kept 'resized'

# Escape, again and again, always leads out.
data escape
open_session 'out'
until_true 10 has_played 1000
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
window_of "$program"
check 'without fonts there is a window' [ -n "$found" ]
said() { grep -q 'fonts-dejavu-core' "$work/out"; }
eventually 5 "without fonts it says: $(cat "$work/out")" said
kill -TERM "$program"
ended 'without fonts'
same 'without fonts: exit status' 0 "$status"

summary
