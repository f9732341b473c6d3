#!/bin/sh
# SPDX-License-Identifier: MIT
# What a clipboard may hold, pasted into the search under a real X server: two megabytes, control characters,
# letters that turn the direction, signs that no font has. Nothing may stand still for a second, the field keeps
# its limit, and what is no text leaves no trace.
set -u

for tool in xclip python3; do
    command -v "$tool" >/dev/null 2>&1 || {
        echo "SKIPPED: test_window_paste.sh: $tool is not installed"
        exit 77
    }
done
SCREEN=1280x800
# shellcheck disable=SC2034 # read by what is sourced
SECONDS_LONG=10
# shellcheck source=tests/window.sh
. tests/window.sh

data paste
open_window
children="$children $program"
xdotool mousemove 1279 799
sleep 0.5

shows() { picture now && cmp -s "$work/$1.rgb" "$work/now.rgb"; }
shows_another_than() { picture now && ! cmp -s "$work/$1.rgb" "$work/now.rgb"; }
# What the program has worked, in hundredths of a second: how busy others are does not count.
worked() { awk '{ print $14 + $15 }' "/proc/$program/stat"; }

# clip PYTHON: puts the bytes of an expression into the clipboard.
clip() {
    python3 -c "import sys; sys.stdout.buffer.write($1)" | xclip -selection clipboard -i >/dev/null 2>&1
}
# The main loop answers a key: the page is moved and comes back.
answers() {
    xdotool key F1
    until_true 20 shows_another_than "$1" || return 1
    xdotool key Escape
    until_true 20 shows "$1"
}
# paste NAME: into the empty field, in less than a second of work. The picture is kept as NAME.
paste() {
    begin=$(worked)
    xdotool key ctrl+v
    until_true 20 shows_another_than empty || { bad "$1: nothing was pasted"; return; }
    took=$(($(worked) - begin))
    [ "$took" -lt 100 ] && good || bad "$1: it took $took hundredths of a second"
    sleep 0.3
    picture "$1"
}
# empty: Escape takes the text out of the field.
empty() {
    xdotool key Escape
    until_true 20 shows empty && good || bad "after $1 the field is not empty again"
    sleep 0.4 # the same key counts once within 400 ms
}

xdotool key slash
sleep 0.6
picture empty

clip 'b"z" * 500'
paste limit
empty limit

clip 'b"z" * 1000000'
paste megabyte
cmp -s "$work/limit.rgb" "$work/megabyte.rgb" && good || bad 'of a megabyte more stands there than of 500 letters'
empty megabyte

# More than a request of the X server holds comes in pieces, which SDL 2 does not take: then nothing is pasted.
clip 'b"z" * 2000000'
begin=$(worked)
xdotool key ctrl+v
xdotool key y
until_true 20 shows_another_than empty || bad 'after two megabytes a letter is not taken'
took=$(($(worked) - begin))
[ "$took" -lt 100 ] && good || bad "two megabytes took $took hundredths of a second"
empty 'two megabytes'

clip '"breath".encode()'
paste plain
empty plain
clip '"\x1b\x07\u202eb\x00reat\u2066\u200f\x7fh\x9b".replace("\x00", "").encode()'
paste controls
cmp -s "$work/plain.rgb" "$work/controls.rgb" && good || bad 'control characters leave a trace'
empty controls

clip '("\U0001f642\U000e0001\u05d0\u0639\U0010fffd" * 20000).encode()'
paste signs
empty signs

clip 'bytes(range(128, 160)) * 8000 + b"z"'
paste bytes
clip 'b"z"'
empty bytes
paste letter
empty letter
cmp -s "$work/letter.rgb" "$work/bytes.rgb" && good || bad 'bytes that are no text leave a trace'
answers empty && good || bad 'after all that it does not answer'

kill -0 "$program" 2>/dev/null && good || bad "it has ended: $(cat "$work/out")"
[ -s "$work/out" ] && bad "it says: $(cat "$work/out")" || good
kill "$program"
wait "$program" 2>/dev/null

summary
