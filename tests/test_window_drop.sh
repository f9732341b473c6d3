#!/bin/sh
# SPDX-License-Identifier: MIT
# Files dropped on the window under a real X server, as a file manager drops them: a plan, a routine, what is neither, a
# folder, several at once, names with blanks, letters of other languages and percent signs. What the window says to each
# is read aloud to a script that writes it down.
set -u
command -v python3 >/dev/null 2>&1 || { echo 'SKIPPED: test_window_drop.sh: python3 is not installed'; exit 77; }
command -v sox >/dev/null 2>&1 || { echo 'SKIPPED: test_window_drop.sh: sox is not installed'; exit 77; }
SCREEN=1280x800
# shellcheck disable=SC2034 # read by what is sourced
SECONDS_LONG=10
# shellcheck source=tests/window.sh
. tests/window.sh
sox -n -r 22050 -c 1 -b 16 "$work/tone.wav" synth 0.05 sine 440 vol 0.1
cat >"$work/speak.sh" <<'END'
cat >>"$1/said"
echo >>"$1/said"
cat "$1/tone.wav"
END
says() { grep -qF -- "$1" "$work/said" 2>/dev/null; }

# plan FILE TITLE
plan() {
    cat >"$1" <<EOF
format = 1; id = "dropped"; title = "$2"; author = "A. Therapist"; by = "self"; from = "2026-01-01";
items = ( { routine = "breath-calm"; per_day = 1; } );
EOF
}
# drop NAME SAID FILE...: the window takes it and says so.
drop() {
    name=$1
    said=$2
    shift 2
    python3 tests/drop.py "$window" "$@" || bad "$name: the window takes no drop ($?)"
    eventually 15 "$name: not said: $said" says "$said"
}

data drop
"$repose" settings set voice_command "sh '$work/speak.sh' '$work'" --data "$data" >/dev/null
open_window --spoken
children="$children $program"
eventually 20 'the window is not read aloud' says 'Breathe now, button, '

files=$work/files
mkdir -p "$files/a folder"
plan "$files/plain.cfg" 'A plain plan'
plan "$files/two words.cfg" 'A plan of two words'
plan "$files/Übungsplan für März – 顔.cfg" 'A plan of many letters'
plan "$files/50%25 more%2Fless.cfg" 'A plan of percents'
plan "$files/'quoted'.cfg " 'A plan in quotes'
plan "$files/#1?&=;+.cfg" 'A plan of signs'
plan "$files/behind.cfg" 'A plan behind it'
plan "$files/first.cfg" 'A plan that comes first'
plan "$files/second.cfg" 'A plan that comes second'
printf 'format = 1;\nid = "bad"; title = "Bad";\nitems = ( { routine = "no-such"; per_day = 99; } );\n' >"$files/bad.cfg"
printf '\377\330\377\340\000\020JFIF' >"$files/photo.jpg"
: >"$files/empty.cfg"

drop 'a plan' 'A plain plan' "$files/plain.cfg"
drop 'a name with a blank' 'A plan of two words' "$files/two words.cfg"
drop 'letters of other languages' 'A plan of many letters' "$files/Übungsplan für März – 顔.cfg"
drop 'percent signs' 'A plan of percents' "$files/50%25 more%2Fless.cfg"
drop 'quotes and a blank at the end' 'A plan in quotes' "$files/'quoted'.cfg "
drop 'signs of an address' 'A plan of signs' "$files/#1?&=;+.cfg"
drop 'a routine' 'This is a routine and no plan: A short one.' "$data/routines/a-short.cfg"
drop 'a plan after what was none' 'A plan behind it' "$files/behind.cfg"
drop 'a plan with faults' 'items[1].per_day: 99 is above 24' "$files/bad.cfg"
drop 'a folder' 'That is a folder.' "$files/a folder"
drop 'a picture' 'this is no text' "$files/photo.jpg"
drop 'an empty file' 'Line 1: format: missing' "$files/empty.cfg"
drop 'what is not there' 'No such file or directory' "$files/gone.cfg"
drop 'two at once: the first' 'A plan that comes first' "$files/first.cfg" "$files/second.cfg"
eventually 15 'two at once: nothing is said of the second' says 'One file at a time'
check 'two at once: the second is not looked at' [ "$(grep -c 'A plan that comes second' "$work/said")" = 0 ]
check 'a drop is taken over by itself' [ "$("$repose" plan list --json --data "$data" | tr -d ' \n')" = '[]' ]

xdotool key ctrl+q
eventually 20 'the window does not close' gone
summary
