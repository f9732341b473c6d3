#!/bin/sh
# SPDX-License-Identifier: MIT
# The player in a terminal, driven by keys in tmux: from the first start to a rated session, small and large,
# stopped, told to end, put aside and taken up again. No sound, no display.
. tests/terminal.sh

mkdir -p "$folder/data/routines"
cat >"$folder/data/routines/short.cfg" <<'END'
format = 1; title = "Short one"; category = "nmr"; summary = "For a test.";
author = "tests"; revised = "2026-11-21"; sources = [ ]; cautions = [ ]; gates = { all = "open"; };
steps = (
    { name = "Settle"; seconds = 2; say = "Sit down and let the shoulders drop, as low as they like to go today."; },
    { name = "Smile"; exercise = "smile_closed"; reps = 2; move = 1; hold = 1; release = 1; rest = 1; },
    { wait = "Ready to end?"; name = "Ready"; },
    { name = "Rest"; seconds = 2; }
);
END
sed 's/Short one/Long one/; s/seconds = 2; say/seconds = 580; say/' "$folder/data/routines/short.cfg" \
    >"$folder/data/routines/long.cfg"

# What moves the face would ask three questions first; test_gates.sh looks at them.
"$program" --data "$folder/data" profile set answers no,no,no || exit 1

# From the very first start: safety lines, the number before, the routine, the question, the numbers after.
start_sized 80 24 play short --terminal
expect 'the safety lines come first' shows 'call 112 now'
keys Enter
expect 'the question before' shows 'how busy was your face'
keys 4
# Where something speaks its voice is heard for ten seconds, and it goes on without a key.
expect 'it begins with what to do' shows 'Settle'
expect 'the words of the step stand there' shows 'shoulders drop'
expect 'a phase is named' shows 'Move slowly'
expect 'letting go is named' shows 'Let go'
expect 'the gate asks' shows 'Ready to end?'
keys Space
expect 'the number after' shows 'And now?'
keys 2
expect 'the closing question' shows 'How is your face now?'
keys 1
expect 'a summary stands on the plain screen' shows 'Short one: 0:12 of 0:12'
expect 'it ends well' shows 'status 0'
expect 'the history holds exactly that' history_says "len(all) == 1 and all[0]['before'] == 4 and
    all[0]['after'] == 2 and all[0]['feel'] == 'calmer' and all[0]['status'] == 'complete' and
    all[0]['played_ms'] == 12000 and all[0]['routine'] == 'short'"

# Made small while it plays; every line fits, nothing is lost; then stopped with a reason.
start_sized 80 24 play long --terminal --before 3
expect 'the second start asks nothing' shows 'Long one'
expect 'it plays' shows '9:4[0-9]'
mux resize-window -t t -x 40 -y 10
expect 'the small form shows the title' shows 'Long one'
expect 'and the keys' shows 'Space pause Esc stop'
expect 'no line is wider than the terminal' sh -c "
    tmux -S '$socket' capture-pane -p -t t | python3 -c 'import sys
sys.exit(any(len(line.rstrip(chr(10))) > 40 for line in sys.stdin))'"
keys h
expect 'help' shows 'the step before'
keys h
keys Space
expect 'pause' shows 'Paused'
keys Escape
expect 'the reasons' shows 'too tired'
keys 3
# Tired: the numbers after are still asked; Enter leaves them open.
expect 'the number after is asked' shows 'And now?'
keys Enter
expect 'the closing question again' shows 'How is your face now?'
keys Enter
expect 'ended' shows 'status 0'
expect 'kept as partial, tired, no number after' history_says "len(all) == 2 and
    all[1]['status'] == 'partial' and all[1]['why'] == 'tired' and all[1]['ended'] == 'tired' and
    all[1]['after'] is None and all[1]['feel'] is None and all[1]['before'] == 3 and
    0 < all[1]['played_ms'] < 60000"

# How loud voice, tones and background are, over a session that goes on; kept for the next one.
setting() { [ "$("$program" --data "$folder/data" settings get "$1")" = "$2" ]; }
start_sized 80 24 play long --terminal --no-record
expect 'it plays for the levels' shows '9:4[0-9]'
keys s
expect 'S shows the levels' shows 'Voice  *100 %'
keys Left
expect 'Left makes the voice softer' shows 'Voice  *95 %'
expect 'which is kept' setting voice_volume 95
keys Down Down
keys Right
expect 'Down goes to the background' shows 'Background  *45 %'
expect 'which is kept too' setting ambience_volume 45
keys Down
keys Right
expect 'what sounds behind is chosen' shows 'Behind it  *rain'
expect 'and kept' setting ambience_name rain
keys v
expect 'V says that the voice is off' shows 'Voice off'
expect 'the sheet says so' shows 'Voice  *off'
sleep 0.5 # a key held down counts once
keys v
expect 'and on again' shows 'Voice  *95 %'
keys Escape
expect 'Escape leaves the sheet and not the session' shows 'shoulders drop'
keys V
expect 'all words' shows 'All words, for this session'
keys Up
expect 'the volume is told' shows 'Volume [0-9]* %'
mux resize-window -t t -x 40 -y 10
keys S
expect 'the sheet in the small form' shows 'Behind it  *rain'
expect 'which shows what else there is' shows 'T try it'
keys h
expect 'the keys in the small form' shows 'V, Shift+V voice off, all words'
expect 'to the last of them' shows 'H  *back'
keys C-c
expect 'it ends from there' shows 'status 0'

# At a gate each of these keys is an answer.
start_sized 80 24 play short --terminal --no-record
expect 'the gate asks here too' shows 'Ready to end?'
keys s
expect 'S passes it' shows 'How is your face now?'
keys Enter
expect 'and the end is reached' shows 'status 0'

# A signal ends it: the terminal is put back, the session is kept.
start_sized 80 24 play long --terminal --before 3
expect 'it plays again' shows '9:4[0-9]'
sleep 1
send TERM
expect 'SIGTERM puts the terminal back' shows 'status 0'
expect 'and keeps the session' history_says "len(all) == 3 and all[2]['ended'] == 'interrupted'"

# Ctrl-C as well.
start_sized 80 24 play long --terminal --before 3
expect 'it plays once more' shows '9:4[0-9]'
sleep 1
keys C-c
expect 'Ctrl-C ends it' shows 'status 0'
expect 'four sessions in all' history_says "len(all) == 4"

# Killed: the next start offers to go on, and goes on there.
start_sized 80 24 play long --terminal --before 3
expect 'and again' shows '9:4[0-9]'
sleep 6
send KILL
sleep 0.5
expect 'it is gone' gone
start_sized 80 24 play long --terminal --before 3
expect 'the broken-off session is offered' shows 'broke off at 0:0'
keys Enter
expect 'it goes on there' shows '9:4[0-9]'
keys Escape
expect 'reasons' shows 'interrupted'
keys Enter
expect 'ended again' shows 'status 0'
expect 'still one record for it' history_says "len(all) == 5 and all[4]['status'] == 'partial'"

# Where nobody looks: plain lines, nothing asked, every gate passes.
plain=$("$program" --data "$folder/data" play short </dev/null 2>/dev/null)
expect 'plain lines name the phases' sh -c "printf '%s' '$plain' | grep -q 'Let go'"
expect 'and reach the end' sh -c "printf '%s' '$plain' | grep -q '^Done'"
expect 'nothing of a screen in them' sh -c "! printf '%s' '$plain' | grep -q '$(printf '\033')'"
expect 'recorded too' history_says "len(all) == 6 and all[5]['status'] == 'complete'"

# Without a history that can be written it plays all the same and says so.
: >"$folder/file"
out=$(timeout 3 "$program" --data "$folder/file/below" play short </dev/null 2>&1)
expect 'no history: said' sh -c "printf '%s' \"\$1\" | grep -q 'nothing is recorded'" sh "$out"

tally
