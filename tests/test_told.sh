#!/bin/sh
# SPDX-License-Identifier: MIT
# The terminal for who follows by a screen reader or a line of braille: where everything is read aloud a session is told
# in plain lines below each other, with the same keys. Typed at through a terminal of its own; no sound, no display.
set -u
command -v python3 >/dev/null 2>&1 || { echo 'SKIPPED: python3 is not there'; exit 77; }
BUILD=${BUILD:-build}
folder=$(mktemp -d)
# shellcheck source=tests/counting.sh
. tests/counting.sh
trap 'rm -rf "$folder"' EXIT
unset DISPLAY WAYLAND_DISPLAY SDL_VIDEODRIVER
export SDL_AUDIODRIVER=dummy HOME="$folder" LC_ALL=C.UTF-8 TERM=xterm
data=$folder/data
out=$folder/out
mkdir -p "$data/routines"
cat >"$data/routines/short.cfg" <<'END'
format = 1; title = "Short one"; category = "nmr"; summary = "For a test.";
author = "tests"; revised = "2026-11-21"; sources = [ ]; cautions = [ ]; gates = { all = "open"; };
steps = (
    { name = "Settle"; seconds = 3; say = "Sit down and let the shoulders drop."; },
    { name = "Smile"; exercise = "smile_closed"; side = "left"; effort = 2; reps = 2; move = 1; hold = 1; release = 1;
      rest = 1; tip = "Stop at the first pull."; },
    { wait = "Ready to end?"; name = "Ready"; },
    { name = "Rest"; seconds = 2; }
);
END
sed 's/Short one/Long one/; s/seconds = 3; say/seconds = 580; say/' "$data/routines/short.cfg" >"$data/routines/long.cfg"

expect() { # expect WHAT COMMAND...
    what=$1
    shift
    if "$@"; then good; else
        bad "$what"
        sed 's/^/    /' "$out" | cat -v | tail -n 12
    fi
}
repose() { "$BUILD/repose" --data "$data" "$@"; }
typed() { # typed KEYS ARGUMENTS...: plays with these keys
    typed_keys=$1
    shift
    python3 tests/told.py "$out" "$typed_keys" "$BUILD/repose" --data "$data" play --terminal "$@"
}
says() { tr -d '\r' <"$out" | grep -qxF -- "$1"; }
count() { [ "$(tr -d '\r' <"$out" | grep -cxF -- "$2")" = "$1" ]; }
# Its lines in this order, others between them.
in_order() {
    python3 - "$out" "$@" <<'END'
import sys
lines = open(sys.argv[1], "rb").read().decode().split("\r\n")
place = 0
for wanted in sys.argv[2:]:
    if wanted not in lines[place:]:
        sys.exit(f"    not there, or not in this place: {wanted}")
    place = lines.index(wanted, place) + 1
END
}
# Nothing but lines: every byte is text or the end of a line, none is empty, no blanks for the eye.
plain() {
    python3 - "$out" <<'END'
import re, sys
written = open(sys.argv[1], "rb").read().decode()
odd = re.sub("\r\n", "", written)
bad = [c for c in odd if ord(c) < 32 or ord(c) == 127]
lines = written.split("\r\n")[:-1]
wrong = [line for line in lines if not line or line != line.strip() or "  " in line or len(line) > 500]
sys.exit(f"    {bad!r} {wrong!r}" if bad or wrong or not lines else 0)
END
}
drawn() { grep -q "$(printf '\033')\\[?1049h" "$out"; }
history_says() {
    repose history --json | python3 -c "import json,sys; all=json.load(sys.stdin); sys.exit(0 if ($1) else 1)"
}
repose profile set answers no,no,no || exit 1
repose settings set voice off >/dev/null
repose settings set key_repeat 0.1 >/dev/null

typed 'Enter begins.=>\r|leaves it open.=>4|Any key goes on.=>x|And now?=>|leaves it open.=>2|How is your face=>|busier=>1' \
    short --spoken
expect 'it ends well' [ $? = 0 ]
expect 'from the first start to the summary nothing but lines' plain
expect 'safety first, then the number, then the session, then the numbers after' in_order \
    'Enter begins.' 'In the last few minutes, how busy was your face?' '0 none' '2 a little' '10 worst I know' '4' \
    'Short one, 0:13 left' 'Settle' 'Be here, 3 s' 'Sit down and let the shoulders drop.' \
    'Smile, left, effort 2 of 10' 'Move slowly, 1 s, 1 of 2' 'Stop at the first pull.' 'Hold, 1 s' 'Let go, 1 s' \
    'Rest, 1 s' 'Move slowly, 1 s, 2 of 2' 'Hold, 1 s' 'Ready to end?' 'Any key goes on.' 'Rest' 'Be here, 2 s' \
    'That is all. Well done for taking the time.' 'Done.' 'And now?' '2 a little' 'Short one: 0:13 of 0:13.'
expect 'the keys are named' grep -q 'Space pauses' "$out"
expect 'a question is told once' count 1 'And now?'
expect 'a phase that comes once is told once' count 1 'Be here, 3 s'
expect 'the gate asks once' count 1 'Ready to end?'
expect 'the answers are kept' history_says "len(all) == 1 and all[0]['before'] == 4 and all[0]['after'] == 2 and
    all[0]['feel'] == 'calmer' and all[0]['status'] == 'complete'"
expect 'reading aloud is kept' [ "$(repose settings get spoken)" = true ]

# The setting is enough, and every key is answered by a line. It is left for a reason in words.
typed 'leaves it open.=>\r|shoulders drop.=>h|Esc stop and keep what was done=>s|S back=>\e[B|Tones 100 %=>\e[D|Tones 95 %=>s|Back.=> |Space goes on.=>m|Sound off=>m|Sound on=>\e[A|Volume =>\e[C|Smile=>\e[D|Smile=>\e[1;2D|Settle=>\e|interrupted=>3|And now?=>|leaves it open.=>\r|busier=>\r' \
    long
expect 'it ends well again' [ $? = 0 ]
expect 'keys write nothing but lines' plain
expect 'what they did stands there in their order' in_order 'Long one, 9:50 left' 'Settle' \
    'Space pause, go on, pass a question' 'Voice off' 'Tones 100 %' 'Back.' 'Paused. Space goes on.' 'Sound off' \
    'Sound on' 'Stopping here is fine. What was done is kept.' 'too tired'
expect 'the keys are not named over and over' sh -c "[ \$(grep -c 'Space pauses' '$out') = 1 ]"
expect 'nothing after was told' history_says "len(all) == 2 and all[1]['why'] == 'tired' and all[1]['after'] is None"

# A terminal that can do nothing but print is enough.
TERM=dumb
typed 'leaves it open.=>\r|Any key goes on.=> |And now?=>|leaves it open.=>\r|busier=>\r' short
expect 'a dumb terminal asks as well' history_says "len(all) == 3 and all[2]['status'] == 'complete'"
expect 'in plain lines' plain
TERM=xterm

# Against a gate a word is typed, and stands on its line.
cat >"$data/routines/shut.cfg" <<'END'
format = 1; title = "Shut"; category = "breathing"; summary = "For a test."; author = "tests"; revised = "2026-11-21";
sources = [ ]; cautions = [ ]; gates = { hfs = "open"; }; steps = ( { name = "Rest"; seconds = 1; } );
END
typed 'Escape leaves it.=>anyx\dway\r' shut --anyway --before 1 --after 1
expect 'the word is typed blind' in_order 'anyx' 'anyway' 'Shut, 0:01 left' 'Done.'

# Without reading aloud it is the picture, as ever.
repose settings set spoken false >/dev/null
typed 'leaves=>\e' short --before 1 --after 1 </dev/null >/dev/null 2>&1 &
wait $!
expect 'who looks sees the picture' drawn

summary
