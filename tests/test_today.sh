#!/bin/sh
# SPDX-License-Identifier: MIT
# Plans in force through the real program: `repose today` and its JSON, the dose of an item in
# `timeline --mine`, gates that a plan opens, routines that travel inside one, `play --today`, what a
# session says of its plan.
set -u

# shellcheck source=tests/commands.sh
. tests/commands.sh

export COLUMNS=100

run() { # run ARGUMENTS...: at the moment $now
    ran="repose $* (at $now)"
    "$repose" --data "$data" --now "$now" "$@" >"$out" 2>"$said" </dev/null
    status=$?
}
lacks() { if grep -q -- "$1" "$out"; then bad "prints: $1"; else good; fi; }
at() { now="2026-12-$1+01:00"; }
# plan ID HEAD ITEMS: a file, added now
plan() {
    printf 'format = 1; id = "%s"; title = "Plan %s"; author = "A. Therapist"; from = "2026-11-23"; %s\nitems = ( %s );\n' \
        "$1" "$1" "$2" "$3" >"$place/$1.cfg"
    run plan add "$place/$1.cfg"
    ends 0
}
anew() {
    rm -rf "$data"
    run settings set lead_in 0
    run settings set cues false
    run profile set condition "$1"
    run profile set answers no,no,no
}
gate() { # gate ID WORD
    run list --json
    holds "[e['gate'] for e in j if e['id'] == '$1'] == ['$2']"
}

# Without a plan it says what there is to begin with; a history is not begun by looking.
at 07T07:30:00
run today; ends 0; prints 'No plan is in force'; prints 'repose starters'
run today --json; ends 0; holds 'j == []'
if [ -e "$data/history.db" ]; then bad 'leaves a history behind'; else good; fi
run play --today --terminal; ends 1; says 'No plan is in force'
run play --today breath-calm; ends 2; says 'in place of routines'
run play; ends 2
run today too-much; ends 2

# The example of the design, on a Monday.
anew hfs
run plan add tests/plans/weeks-1-4.cfg; ends 0
run today --json
ends 0
holds "[(e.get('routine'), e.get('task'), e['due'], e['done']) for e in j] == [
    ('nmr-smile-eyes-open', None, 3, 0), ('breath-coherent', None, 1, 0), (None, 'Eye drops', 4, 0)]"
holds "j[0]['at'] == ['08:00', '13:00', '20:00'] and j[1]['at'] == [] and j[1]['note'] == 'in the evening'"
holds "j[0]['side'] == 'right' and j[0]['state'] == 'now' and j[0]['minutes'] == 2.6"
holds "j[1]['minutes'] == 10.5 and j[2]['minutes'] is None and all(e['plan'] == 'weeks-1-4' for e in j)"
run today; prints 'Small smile.*0 of 3 *2:35'; prints 'right side; Here the lid'; prints 'Eye drops.*0 of 4'
prints 'Open now: 2 routines'
prints 'This week.*Monday: open now\.$'
lacks 'Tuesday'
run --lang de today; prints 'von 3'

# 4 repetitions in place of 5, on the right; only the one step beside what settles and rests.
run timeline nmr-smile-eyes-open --mine
ends 0
holds "j['total_ms'] == 30000 + 4 * 25000 + 25000"
holds "{s['side'] for s in j['segments'] if s['rep']} == {'right'} and max(s['reps'] or 0 for s in j['segments']) == 4"
holds "'Only as far as the lid stays quiet.' in [c.get('say') for c in j['cues']]"
run --lang de timeline nmr-smile-eyes-open --mine; holds "j['total_ms'] == 155000"
run timeline nmr-smile-eyes-open; holds "j['total_ms'] == 180000"
run list --mine --json; holds "[e['total_ms'] for e in j if e['id'] == 'nmr-smile-eyes-open'] == [155000]"
run show nmr-smile-eyes-open --mine; prints '4 times: move 4 s, hold 5 s'; prints 'right side'
prints 'Plan\|Weeks 1-4'; prints 'by the plan'

# Ticks and sessions, whatever started them; another day of the week has other items.
run log task 'eye DROPS'; run log session nmr-smile-eyes-open --at 2026-12-07T07:20:00+01:00; ends 0
run today --json; holds "[e['done'] for e in j] == [1, 0, 1] and [e['state'] for e in j] == ['later', 'now', 'now']"
holds "[e['open'] for e in j] == [2, 1, 3]"
run today; prints 'at 13:00'
# The history names what was the plan's; its JSON has it as before.
run history; prints '^    right side .*done without the screen$'
prints '^    As the plan asks: repetitions 4 .*hold 5 s .*some of its steps' 
run --lang de history; prints 'Wiederholungen 4'
run history --json; holds "[e['adjusted'].split()[0] for e in j] == ['plan_reps=4']"
at 08T07:30:00; run today --json; holds "[e.get('routine') for e in j] == ['breath-coherent', None]"
at 05T07:30:00; run today --json; holds 'j == []'
run today; prints 'A pause'
at 07T03:59:00; run today; prints 'A pause' # the night belongs to the day before
at 07T07:30:00

# A task that was ticked in one language is the same in another.
anew hfs
plan tape '' '{ task = "Tape over the brow"; task_de = "Tape über der Braue"; per_day = 2; }'
run --lang de log task 'tape ÜBER der braue'; ends 0
run log task 'Tape over the brov'; ends 0; says 'no task of today is called "Tape over the brov"; did you mean Tape over the brow?'
run log task 'Tape over the brow'; ends 0
run log task 'Tape'; ends 0
run today --json; holds "[(e['task'], e['done'], e['open']) for e in j] == [('Tape over the brow', 2, 0)]"
run --lang de today --json; holds "[(e['task'], e['done']) for e in j] == [('Tape über der Braue', 2)]"

# What a plan opens, and what it does not.
anew hfs
gate str-lips-cheeks plan
plan mine 'by = "self";' '{ routine = "str-lips-cheeks"; per_day = 1; }'
gate str-lips-cheeks plan
run today --json; holds "j[0]['state'] == 'shut' and j[0]['open'] == 0"
run today; prints 'goes with your therapist'
run play str-lips-cheeks --terminal; ends 1
run plan remove mine; ends 0
plan hers '' '{ routine = "str-lips-cheeks"; per_day = 1; }'
gate str-lips-cheeks open
run list --json; holds "['hers' in e['reason'] and 'Plan hers' in e['reason'] for e in j if e['id'] == 'str-lips-cheeks'] == [True]"
gate str-brow-lids plan
run plan remove hers; gate str-lips-cheeks plan
at 08T07:30:00
gate str-lips-cheeks plan
anew synk
gate rom-upper-face closed
plan why '' '{ routine = "rom-upper-face"; per_day = 1; despite = "We have practised it."; }'
gate rom-upper-face open
run show rom-upper-face; prints 'Your therapist writes'

# A dose outside of what is published is a warning and counts all the same.
printf 'format = 1; id = "wide"; title = "Wide"; author = "A"; from = "2026-11-23";\nitems = ( { routine = "nmr-smile-eyes-open"; per_day = 1; reps = 20; } );\n' >"$place/wide.cfg"
run check "$place/wide.cfg"; ends 0; says 'outside the published range'
run plan add "$place/wide.cfg"; ends 0
run timeline nmr-smile-eyes-open --mine; holds "j['total_ms'] == 55000 + 20 * 25000"

# A routine that travels inside the plan: short, so that it can be played here.
own='routines = ( { id = "own-calm"; title = "Own calm"; category = "breathing"; summary = "S."; author = "A";
  revised = "2026-11-21"; sources = [ ]; cautions = [ "Sit." ]; steps = ( { name = "Settle"; seconds = 0.2; } ); },
  { id = "not-asked"; title = "Not asked"; category = "breathing"; summary = "S."; author = "A";
  revised = "2026-11-21"; sources = [ ]; cautions = [ "Sit." ]; steps = ( { name = "Settle"; seconds = 0.2; } ); } );'
anew synk
smile='{ name = "Smile"; exercise = "smile_closed"; reps = 2; move = 0.1; rest = 0.1; }'
cat >"$data/routines/quick-smile.cfg" <<CFG
format = 1; summary = "For a test."; author = "tests"; revised = "2026-11-21"; sources = [ ]; cautions = [ ];
title = "Quick smile"; category = "nmr"; gates = { all = "open"; }; rate = false;
steps = ( $smile );
CFG
plan own "between = \"none\"; ceiling = 3; $own" '{ routine = "own-calm"; per_day = 1; },
  { routine = "quick-smile"; per_day = 2; side = "left"; reps = 3; }, { routine = "quick-smile"; per_day = 2; side = "right"; }'
run list --json; holds "[(e['title'], e['path']) for e in j if e['id'] == 'own-calm'] == [('Own calm', None)]"
holds "'not-asked' not in [e['id'] for e in j]"
run show own-calm; ends 0; prints 'Own calm'
run timeline own-calm; ends 0; holds "j['total_ms'] == 200"
run show not-asked; ends 1

# What is open is played in order, left and right as their items ask, without a pause between.
run play --today --terminal --no-voice
ends 0
run history --json
holds "[(e['routine'], e['plan'], e['planned_ms']) for e in j] == [
    ('own-calm', 'own', 200), ('quick-smile', 'own', 600), ('quick-smile', 'own', 400)]"
if [ "$(python3 -c "
import sqlite3
print([r[0] for r in sqlite3.connect('$data/history.db').execute('SELECT side FROM sessions ORDER BY started_s, rowid')])")" = \
    "[None, 'left', 'right']" ] || python3 -c "
import sqlite3, sys
rows = [r[0] or '' for r in sqlite3.connect('$data/history.db').execute('SELECT side FROM sessions ORDER BY rowid')]
sys.exit(rows != ['', 'left', 'right'])"; then good; else bad 'sides of the sessions'; fi
run today --json; holds "[(e['done'], e['open']) for e in j] == [(1, 0), (1, 1), (1, 0)]"
run play --today --terminal --no-voice; ends 0
run history --json; holds "len(j) == 4"
run today; ends 0; prints 'enough for today'; prints 'Enough for today'
run today --json; holds "[e['enough'] for e in j] == [False, False, True]"
run play --today --terminal; ends 1; says 'Enough for today'

# A day is done, and a day of rest.
at 08T07:30:00
anew myok
plan calm '' '{ routine = "breath-calm"; per_day = 1; days = [ "tue" ]; }'
run log session breath-calm; run today; prints 'done'; prints "All of today's routines are done"
at 09T07:30:00; run today; prints 'A rest day'
lacks 'missed\|failed\|overdue'

# A session of the version in force when it began: the plan it names stays after it was taken away.
at 08T09:00:00
run plan remove calm; run history --json; ends 0

# What is told beside it: another version of a plan, the end of a fortnight, each answered.
at 07T07:30:00
anew hfs
plan mine '' '{ routine = "breath-calm"; per_day = 2; }'
run today cards; ends 0; prints 'Nothing is told beside'
at 08T07:30:00
plan mine '' '{ routine = "breath-calm"; per_day = 1; }'
run today cards --json
holds "[(c['card'], c['sign'], c['title'], c['answers']) for c in j] == [('mine', None, 'Your plan has changed', ['seen'])]"
run today; prints '1 card stands beside it'
run today answer mine enough; ends 2; says 'allowed: mine (seen)'
run today answer mine seen; ends 0
run today cards --json; holds 'j == []'
run today answer mine seen --undo; ends 0
run today cards --json; holds "len(j) == 1"
at 07T07:30:00
anew hfs
run plan add starter-quiet; ends 0
at 20T07:30:00
run today cards --json; holds 'j == []'
at 21T07:30:00
run today cards --json
holds "[(c['card'], c['answers']) for c in j] == [('starter-quiet', ['again', 'enough'])]"
holds "j[0]['text'] == '0 of 28. How would you like to go on?'"
run today answer starter-quiet enough; ends 0; prints 'Everything stays open'
run today cards --json; holds 'j == []'
run today answer starter-quiet enough --undo; ends 0
run today answer starter-quiet again; ends 0
run today --json; holds "len(j) == 2"
run today cards --json; holds 'j == []'
run today answer starter-quiet again --undo; ends 0
run today --json; holds 'j == []'
run today cards --json; holds "len(j) == 1"
run today answer starter-quiet again --undo; ends 1; says 'was not begun once more'

# Under half of it in each of two weeks: one item once less, with a note for the appointment.
at 01T07:30:00
anew hfs
plan much '' '{ routine = "breath-calm"; per_day = 3; at = [ "08:00", "12:00", "20:00" ]; note = "per_day = 9"; }, { routine = "breath-box"; per_day = 1; }'
at 14T07:30:00
for day in 01 03 05 07 09 11 13; do
    run log session breath-box --at "2026-12-${day}T09:00:00+01:00"
    ends 0
done
run today cards --json; holds 'j == []' # not two weeks yet
at 15T07:30:00
run today cards --json
holds "[(c['card'], c['title'], c['answers']) for c in j] == [('much', 'Too much? Make it smaller', ['away', 'less', 'rest'])]"
holds "'2 a day in place of 3' in j[0]['text'] and 'therapist' in j[0]['text']"
run today answer much away; ends 0
run today cards --json; holds 'j == []'
run today answer much away --undo; ends 0
run today answer much rest; ends 0
run today; prints 'A pause'
run today answer much rest --undo; ends 0
run today answer much less; ends 0; prints 'It asks for less'
run today --json
holds "[(e['routine'], e['due'], e['at'], e['note']) for e in j] == [('breath-calm', 2, ['08:00', '12:00'], 'per_day = 9'), ('breath-box', 1, [], None)]"
run today cards --json; holds 'j == []' # whoever made it has seen it
run today answer much less --undo; ends 0
run today --json; holds "j[0]['due'] == 3 and len(j[0]['at']) == 3"
run today cards --json; holds "[c['card'] for c in j] == ['much']"
run today answer much less --undo; ends 1; says 'was not made smaller'

summary
