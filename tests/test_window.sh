#!/bin/sh
# SPDX-License-Identifier: MIT
# The window, driven as a person drives it: under Xvfb with a window manager, by keys and pointer.
# What was done is then looked up in the history, which must hold exactly that.
set -u
SCREEN=1600x1000
SECONDS_LONG=10
. tests/window.sh

# From the very first start to the first breath in two keys; the voice is heard between them and it,
# and goes on by itself.
data first
"$repose" settings set voice auto --data "$data" >/dev/null
open_window
eventually 5 'the first screen shows nothing' is_painted 200
key Return
key Return
eventually 30 "two keys began nothing: $(history)" has_status running
same 'the gentle beginning, without a number' '"breath-calm" null' \
    "$(field routine) $(field before)"
xdotool windowclose "$window" 2>/dev/null
ended 'the first breath'

# From the search to a finished, rated session by keys alone.
data whole
open_window
# What a desktop knows it by is not the name of the program that it came from.
xdotool search --onlyvisible --class '^repose$' 2>/dev/null | grep -q . && good || bad 'the window is of no class repose'
key slash # all routines, ready to be written into
xdotool type --delay 60 'A SHORT on'
at_rest 'the list'
key Return # to the first that was found
key Return # its page
key Return # the question before
key 4
key Return # begins
eventually 10 "no session began: $(history)" has_status running
eventually 30 "it was not completed: $(history)" has_status complete
at_rest 'the lamp that sets'
key 2
key Return
key Escape # leaves the offer of a fortnight
key Escape
closed 'whole'
same 'one whole session' '"complete" "a-short" 10000 4 2' \
    "$(field status) $(field routine) $(field played_ms) $(field before) $(field after)"

# Sessions that hands must catch in their middle are longer: a busy machine is slow with hands.
SECONDS_LONG=30

# Escape stops, asks why, and keeps what was done.
data stopped
open_session 'stopped'
until_true 10 has_played 2000
key Escape
at_rest 'the question why'
key 3
key Return
closed 'stopped'
same 'a part, because of tiredness' '"partial" "tired" "tired"' \
    "$(field status) $(field ended) $(field why)"
has_played 2000 && ! has_played 29000 && good || bad "played after Escape: $(field played_ms)"

# A pause holds the position, an unwanted stop can be taken back.
data paused
open_session 'paused'
key space
at_rest 'the pause'
check 'the pause shows nothing' is_painted
key Escape
at_rest 'the question why'
key space # carry on instead
eventually 45 "not completed after a pause: $(history)" has_status complete
same 'a pause is not played' 30000 "$(field played_ms)"
leave
closed 'paused'

# The keys lie over the picture, and the session goes on beneath them to its end.
data helped
open_session 'helped'
key h
eventually 45 "with the keys shown it did not go on: $(history)" has_status complete
same 'with the keys shown it is played whole' 30000 "$(field played_ms)"
leave
closed 'helped'

# Escape takes the keys away and nothing else.
data kept
open_session 'kept'
key h
key Escape
eventually 45 "Escape from the keys stopped it: $(history)" has_status complete
leave
closed 'kept'

# The small form, and back; at the end the window is the usual one again.
data small
open_session 'small'
usual=$(size)
key a
eventually 5 'the small form is not small' has_size 380x196
eventually 5 'the small form is bare' is_painted
key a
eventually 5 'the window does not come back' has_size "$usual"
key a
eventually 45 "not completed in the small form: $(history)" has_status complete
at_rest 'the lamp that sets'
has_size 380x196 && bad 'the question after stands in the small form' || good
leave
closed 'small'

# The small form from the beginning: calm breathing, and no question before it.
data mini
open_window --mini
eventually 5 '--mini is not small' has_size 380x196
eventually 10 "--mini began nothing: $(history)" has_status running
same 'begun in the small form' '"breath-calm" null' "$(field routine) $(field before)"
kill -TERM "$program"
closed 'mini'

# What is set elsewhere holds when the window gets the focus again.
data light
open_window
at_rest 'the first screen'
minimise
"$repose" settings set theme day --data "$data" >/dev/null
bring_back
until_true 5 give_focus
eventually 5 'the light did not change' is_another
press Escape
closed 'light'

# Asked to stop from outside, in the middle.
for signal in TERM INT; do
    data "signal-$signal"
    open_session "SIG$signal"
    until_true 10 has_played 1000
    kill -s "$signal" "$program"
    closed "SIG$signal"
    same "interrupted by SIG$signal" '"partial" "interrupted" "interrupted" 3' \
        "$(field status) $(field ended) $(field why) $(field before)"
done

# Closed by the window manager, in the middle; the same by pointer alone before it.
data closed
open_window
click 776 512  # the breathing routines
click 400 306  # the first card
click 264 652  # start
click 748 542  # begin without a number
eventually 10 "the pointer began nothing: $(history)" has_status running
same 'begun by pointer' '"a-short"' "$(field routine)"
until_true 10 has_played 1000
xdotool windowclose "$window" 2>/dev/null
ended 'closed'
same 'closed in the middle' 'null' "$(field before)"

# Resized while it plays, larger and smaller: it goes on and is painted whole.
data resized
open_session 'resized'
for size in '700 500' '1200 700' '640 480'; do
    # shellcheck disable=SC2086 # two numbers
    xdotool windowsize "$window" $size
    until_true 5 has_size "$(echo "$size" | tr ' ' x)"
    eventually 5 "after a resize to $size the window is bare" is_painted 200
done
key f
eventually 5 'full screen is bare' is_painted 200
key Escape # leaves full screen alone
eventually 45 "not completed after resizing: $(history)" has_status complete
leave
closed 'resized'

# A session that broke off is offered again.
SECONDS_LONG=10
data broken
open_session 'broken'
until_true 10 has_played 2000
kill -9 "$program"
wait "$program" 2>/dev/null
open_window
key Return # go on
eventually 25 "not gone on with: $(history)" has_status complete
same 'still one session' '10000' "$(field played_ms)"
at_rest 'the lamp that sets'
key Return
key Escape # leaves the offer of a fortnight
key Escape
closed 'broken'

# A display that does not answer is said, and nothing hangs.
(
    unset SDL_VIDEODRIVER
    DISPLAY=:987 timeout 20 "$repose" --data "$data" >/dev/null 2>"$work/err" </dev/null
)
status=$?
check 'without a display it hangs' [ "$status" -ne 124 ]

summary
