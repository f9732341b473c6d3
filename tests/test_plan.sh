#!/bin/sh
# SPDX-License-Identifier: MIT
# `repose plan` through the real program: adding with its versions and what it says of them, faults
# with their lines and nothing stored, list and show on different days, diff, pauses, removal and
# the way back, starters.
set -u

# shellcheck source=tests/commands.sh
. tests/commands.sh

export COLUMNS=200

run() { # run ARGUMENTS...: at the moment $now
    ran="repose $* (at $now)"
    "$repose" --data "$data" --now "$now" "$@" >"$out" 2>"$said" </dev/null
    status=$?
}
silent() { if [ -s "$said" ]; then bad 'says something'; else good; fi; }
does() { ends 0; silent; }
refuses() { # refuses STATUS PATTERN: nothing printed
    ends "$1"
    says "$2"
    if [ -s "$out" ]; then bad 'prints something'; else good; fi
}
lacks() { if grep -q -- "$1" "$out"; then bad "prints: $1"; else good; fi; }
row() { # row SQL VALUE: what the history answers
    got=$(python3 -c "
import sqlite3, sys
rows = sqlite3.connect('$data/history.db').execute(sys.argv[1]).fetchall()
print(';'.join('|'.join('' if c is None else str(c) for c in r) for r in rows))" "$1")
    if [ "$got" = "$2" ]; then good; else bad "$1: $got, not $2"; fi
}
kept() { row 'SELECT count(*) FROM plans' "$1"; }
at() { now="$1T08:00:00+01:00"; }
fresh() { rm -rf "$data"; }
# written NAME ITEMS [HEAD]: a file whose items begin on line 4
written() {
    printf 'format = 1; id = "%s"; title = "Plan %s"; author = "A. Therapist";\nfrom = "2026-11-23"; to = "2026-12-20"; %s\nitems = (\n%s\n);\n' \
        "$1" "$1" "${3-}" "$2" >"$place/$1.cfg"
}

# Help: a page of its own for each, with its options and no others.
run plan --help; ends 0
for word in add list show diff pause remove; do
    run plan --help; prints "^  plan $word"
    run plan $word --help; ends 0; prints "^repose plan $word"; prints '--data'
    run help plan $word; ends 0; prints "^repose plan $word"
done
run plan list --help; prints '--json'; lacks '--undo'
run plan pause --help; prints '--undo'; lacks '--json'
run plan diff --help; prints 'ID@2026-11-21'
run help; prints 'repose plan add'
if [ -e "$data" ]; then bad 'help leaves a folder behind'; else good; fi

# A command line that is wrong.
while IFS='|' read -r line pattern; do
    # shellcheck disable=SC2086 # words of a command line
    run $line; refuses 2 "^repose: .*$pattern"
done <<'END'
plan|needs more
plan ad x|did you mean add
plan nonsense|there are: add list show diff pause remove
plan add|needs more: repose plan add FILE
plan add a b|one word too many: b
plan add a --json|plan add has no option --json
plan list x|one word too many
plan list --undo|plan list has no option --undo
plan show|needs more
plan diff a|needs more: repose plan diff A B
plan diff a b c|one word too many
plan pause today|needs more
plan remove|needs more
plan pause 2026-13-01 2026-12-01|FROM: 2026-13-01: There is no such day
plan pause nonsense 2026-12-01|FROM: nonsense: This date cannot be read
plan pause tomorrow soon|TO: soon: This date cannot be read
plan pause tomorrow 3000-01-01|TO: 3000-01-01: This year is too far away
plan pause tomorrow today|both days are included
plan pause 2026-11-18 2026-11-25|the first day can be 19 November 2026
END
# Nothing is there yet.
run plan list; does; prints 'There is no plan yet'
run plan list --json; does; holds 'j == []'
run plan show any; refuses 1 'there is no plan any; repose plan list'
run plan remove any; refuses 1 'there is no plan any'
run plan remove --undo any; refuses 1 'there is no plan any'
run plan pause today tomorrow; refuses 1 'no plan that could be paused'
run plan pause any today tomorrow; refuses 1 'there is no plan any'
run plan pause --undo today tomorrow; refuses 1 'no pause of just these days'
run plan diff "$place/none.cfg" starter-quiet; refuses 1 'none.cfg: error: '
if [ -e "$data" ]; then bad 'what was refused left a folder behind'; else good; fi

# Some other file that was taken for a plan is called that, in one line.
printf 'root:x:0:0:root:/root:/bin/sh\ndaemon:x:1:1:daemon:/:/bin/false\n' >"$place/passwd"
run plan add "$place/passwd"; refuses 1 "^$place/passwd: error: this is no plan file; a plan begins with the line format = 1;"
if [ "$(wc -l <"$said")" -eq 1 ]; then good; else bad 'says more than that'; fi
run plan add routines/breath-box.cfg; refuses 1 '^routines/breath-box.cfg: error: this is a routine;'
if [ "$(wc -l <"$said")" -eq 1 ]; then good; else bad 'says more than that'; fi
# What was forgotten in a plan is named.
printf 'id = "a"; title = "A"; author = "B"; from = "2026-11-21"; items = ( { task = "x"; per_day = 1; } );\n' >"$place/formless.cfg"
run plan add "$place/formless.cfg"; refuses 1 'format: missing'

# Faults: each with its line, as `check` says it, and nothing is stored.
good='{ task = "Eye drops"; per_day = 1; }'
while IFS='|' read -r items head line pattern; do
    written faulty "$items" "$head"
    run plan add "$place/faulty.cfg"; refuses 1 "^$place/faulty.cfg:$line: error: $pattern"
    cp "$said" "$place/added"
    run check "$place/faulty.cfg"; ends 1
    if cmp -s "$said" "$place/added"; then good; else bad 'check says something else'; fi
done <<END
{ routine = "breath-boxx"; per_day = 1; }||4|items\[1\].routine: there is no routine "breath-boxx"; did you mean breath-box?
{ routine = "zzzzzzzz"; per_day = 1; }||4|items\[1\].routine: there is no routine "zzzzzzzz"; repose list shows
{ task = "x"; per_day = 1; days = [ "moon" ]; }||4|items\[1\].days\[1\]: "moon"
{ task = "x"; per_day = 1; at = [ "25:00" ]; }||4|items\[1\].at\[1\]: must be a time of day
{ task = "x"; per_day = 1; at = [ "8:00" ]; }||4|items\[1\].at\[1\]: must be a time of day
{ task = "x"; per_day = 1; at = [ "08:00", "09:00" ]; }||4|items\[1\].at
{ task = "x"; per_day = 0; }||4|items\[1\].per_day: 0 is below 1
{ task = "x"; per_day = 50; }||4|items\[1\].per_day: 50 is above 24
{ task = "x"; }||4|items\[1\].per_day: missing
{ per_day = 1; }||4|items\[1\]: an item has a routine or a task
{ task = "x"; per_day = 1; }, { task = "x"; per_day = 2; }||4|items\[2\].task: items\[1\] asks for it on the same days
{ task = "x"; per_day = 1; from = "2026-12-02"; to = "2026-12-01"; }||4|items\[1\].to: is before from
{ task = "x"; per_day = 1; reps = 3; }||4|items\[1\].reps: a task is a tick and has none
{ task = "x"; per_day = 1; hodl = 3; }||4|items\[1\].hodl: unknown
$good|to = "2026-11-22";|2|to stands here twice
$good|format = 2;|2|
$good|review = "2026-02-30";|2|review: must be a date
$good|by = "nobody";|2|by: 
$good|ceiling = 25;|2|ceiling: 25 is above 24
$good|ask = [ "mood" ];|2|ask\[1\]: 
$good|profile = { condition = [ "flu" ]; };|2|profile.condition\[1\]: 
$good|pauses = ( { from = "2026-12-02"; to = "2026-12-01"; } );|2|pauses\[1\].to: is before from
{ routine = "rom-upper-face"; per_day = 1; }|profile = { condition = [ "synk" ]; };|4|items\[1\].routine: rom-upper-face is closed for synk
END
printf 'format = 1; id = "x"; title = "T"; author = "A";\nfrom = "2026-11-23";\nto = "2026-11-22";\nitems = ( { task = "y"; per_day = 1; } );\n' >"$place/x.cfg"
run plan add "$place/x.cfg"; refuses 1 "x.cfg:3: error: to: is before from; both days are included"
# All of them at once, by their lines.
written faulty '{ task = "x"; per_day = 0; },
{ routine = "nothing-like-it"; per_day = 50; }' 'ceiling = 0;'
run plan add "$place/faulty.cfg"; refuses 1 ':2: error: ceiling'
says ':4: error: items\[1\].per_day: 0 is below 1'
says ':5: error: items\[2\].per_day: 50 is above 24'
says ':5: error: items\[2\].routine: there is no routine'
# What is no plan, or no file.
run plan add "$place/none.cfg"; refuses 1 "^$place/none.cfg: error: "
run plan add "$place"; refuses 1 'is a folder'
run plan add -; refuses 1 '^-: error: '
run plan add ''; refuses 1 'error: '
: >"$place/empty.cfg"
run plan add "$place/empty.cfg"; refuses 1 'empty.cfg:1: error: format: missing'
ln -s loop.cfg "$place/loop.cfg"
run plan add "$place/loop.cfg"; refuses 1 "^$place/loop.cfg: error: "
mkfifo "$place/fifo.cfg"
run plan add "$place/fifo.cfg"; refuses 1 "^$place/fifo.cfg: error: "
python3 -c "print('# ' + 'x' * 10485760)" >"$place/huge.cfg"
run plan add "$place/huge.cfg"; refuses 1 "^$place/huge.cfg: error: "
head -c 2000 /dev/urandom >"$place/noise.cfg"
run plan add "$place/noise.cfg"; refuses 1 'error: '
written latin '{ task = "Tropfen"; per_day = 1; }' "$(printf 'goal = "L\344cheln";')"
run plan add "$place/latin.cfg"; refuses 1 ':2: error: '
written shut "$good"
chmod 000 "$place/shut.cfg"
if [ "$(id -u)" -ne 0 ]; then
    run plan add "$place/shut.cfg"; refuses 1 "^$place/shut.cfg: error: "
fi
run plan add starter-quite; refuses 1 'there is no starter-quite; there are: starter-move starter-quiet'
if [ -e "$data" ]; then bad 'what was refused left a folder behind'; else good; fi

# The first version.
smile='{ routine = "nmr-smile-eyes-open"; per_day = 3; days = [ "mon", "wed", "fri" ]; side = "left"; reps = 4; hold = 3.0; why = "Here the lid joins in."; }'
drops='{ task = "Eye drops"; task_de = "Augentropfen"; per_day = 4; }'
head='goal = "A quiet lid"; contact = "Room 4"; review = "2026-12-18"; pauses = ( { from = "2026-12-05"; to = "2026-12-06"; reason = "away"; } );'
at 2026-11-21
written weeks "$smile, $drops" "$head"
run plan add "$place/weeks.cfg"; does
prints '^Added: Plan weeks (weeks), from 23 November 2026 to 20 December 2026.$'
row 'SELECT plan, length(id), at_s, at_offset_min FROM plans' 'weeks|36|1795244400|60'
row "SELECT text = CAST(readfile AS TEXT) FROM (SELECT '$(sed "s/'/''/g" "$place/weeks.cfg")
' AS readfile), plans" 1
run plan add "$place/weeks.cfg"; does; prints '^Nothing has changed: version 1 of weeks'; kept 1
run plan list; does; prints '^weeks: Plan weeks, begins on 23 November 2026$'; prints 'by A. Therapist; 1 version$'
run plan list --json; does
holds "[(p['id'], p['title'], p['by'], p['from'], p['to'], p['state'], p['version'], p['versions']) for p in j] == [('weeks', 'Plan weeks', 'therapist', '2026-11-23', '2026-12-20', 'begins', 1, 1)]"

# A later one under its id: what is different, in words.
at 2026-11-25
run plan list; prints '^weeks: Plan weeks, in force until 20 December 2026$'
written weeks "$(echo "$smile" | sed 's/hold = 3.0/hold = 5.0/'), $drops, { routine = \"breath-box\"; per_day = 1; }" "$(echo "$head" | sed 's/Room 4/Room 5/')"
run plan add "$place/weeks.cfg"; does
prints '^Added: version 2 of weeks.$'
prints '^  Small smile with the eyes open, left: hold 3 s -> 5 s$'
prints '^  contact "Room 4" -> "Room 5"$'
prints '^  new: Box breathing, 1 time a day$'
lacks 'Eye drops'; lacks 'older file'; lacks 'until then'; lacks 'has passed'
kept 2
cp "$place/weeks.cfg" "$place/second.cfg"
# In force from the next day on; on the day of adding the one that asks less counts.
run plan list --json; holds "(j[0]['version'], j[0]['versions'], j[0]['state'], j[0]['next_from']) == (1, 2, 'in-force', '2026-11-26')"
run plan show weeks; does; prints 'another version takes over on 26 November 2026'; prints '^Version 1 of 2, added on 21 November 2026'
at 2026-11-26
run plan show weeks; does
prints '^Plan weeks$'; prints '^weeks: in force until 20 December 2026$'
prints '^Version 2 of 2, added on 25 November 2026, '
prints '^By A. Therapist (a therapist)$'; prints '^goal: A quiet lid$'; prints '^contact: Room 5$'; prints '^review: 18 December 2026$'
prints '^  - Small smile with the eyes open, left, 3 times a day$'
prints '^      days Monday, Wednesday, Friday; repetitions 4; hold 5 s$'; prints '^      why: Here the lid joins in.$'
prints '^  - Eye drops, 4 times a day$'; prints '^  - Box breathing, 1 time a day$'
prints '^Pause by the plan: from 5 December 2026 to 6 December 2026 (away)$'
lacks 'takes over'; lacks 'repetitions 0'
run plan show weeks --json; does
holds "[(i['routine'], i['task'], i['per_day'], i['hold'], i['reps'], i['side']) for i in j['items']] == [('nmr-smile-eyes-open', None, 3, 5, 4, 'left'), (None, 'Eye drops', 4, None, None, None), ('breath-box', None, 1, None, None, None)]"
holds "j['items'][0]['days'] == ['mon', 'wed', 'fri'] and j['items'][2]['days'] == ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']"
holds "(j['goal'], j['contact'], j['review'], j['profile'], j['ceiling'], j['ask'], j['between']) == ('A quiet lid', 'Room 5', '2026-12-18', None, None, None, 'let-go')"
holds "[(a['version'], a['added_at']) for a in j['added']] == [(1, '2026-11-21T08:00:00+01:00'), (2, '2026-11-25T08:00:00+01:00')]"
holds "j['pauses'] == [{'from': '2026-12-05', 'to': '2026-12-06', 'reason': 'away', 'by': 'plan'}]"

# Older versions stay as they were.
run plan show weeks@1; does; prints '^Version 1 of 2'; prints 'hold 3 s'; prints '^contact: Room 4$'
run plan show weeks@2026-11-24; does; prints '^Version 1 of 2'
run plan show weeks@2026-11-26; does; prints '^Version 2 of 2'
run plan show weeks@3; refuses 1 'weeks has no version 3; there are versions 1 to 2'
run plan show weeks@0; refuses 1 'no version 0'
run plan show weeks@2026-11-22; refuses 1 'no version of weeks was in force on 22 November 2026'
run plan show weeks@soon; refuses 1 'behind the @ stands the number of a version or a date'
run plan show weks; refuses 1 'there is no plan weks; did you mean weeks?'
run plan diff weeks@1 weeks; does; prints '^Small smile with the eyes open, left: hold 3 s -> 5 s$'; prints '^new: Box breathing'
run plan diff weeks weeks@1; does; prints 'hold 5 s -> 3 s'; prints '^no longer: Box breathing'
run plan diff weeks@2026-11-24 weeks@2; does; prints 'hold 3 s -> 5 s'
run plan diff weeks "$place/second.cfg"; does; prints '^Both ask for the same.$'
run plan diff "$place/second.cfg" starter-quiet; does; prints '^title "Plan weeks" -> '
run plan diff weeks nothing; refuses 1 'there is no plan nothing'
run plan diff "$place/faulty.cfg" weeks; refuses 1 'faulty.cfg:2: error: ceiling'
run plan diff weeks@9 weeks; refuses 1 'no version 9'

# The same in other bytes: nothing that is asked for is different.
sed 's/$/\r/' "$place/second.cfg" >"$place/crlf.cfg"
run plan add "$place/crlf.cfg"; does; prints '^Added: version 3 of weeks.$'; prints '^What it asks for is the same as before.$'
printf '\357\273\277' | cat - "$place/second.cfg" >"$place/bom.cfg"
run plan add "$place/bom.cfg"; does; prints 'version 4'; prints 'the same as before'
run plan add "$place/bom.cfg"; does; prints 'Nothing has changed: version 4'
kept 4

# Dates that are worth a word; all of it is stored.
sed 's/from = "2026-11-23"/from = "2026-11-16"/' "$place/second.cfg" >"$place/older.cfg"
run plan add "$place/older.cfg"; does; prints 'It begins on 16 November 2026, before the version that was in force (23 November 2026)'; prints 'Is it an older file?'
prints 'first day 23 November 2026 -> 16 November 2026'
sed 's/from = "2026-11-23"/from = "2026-12-01"/' "$place/second.cfg" >"$place/later.cfg"
run plan add "$place/later.cfg"; does; prints 'It counts from 1 December 2026 on; until then the version before does.'; lacks 'older file'
run plan list --json; holds "(j[0]['from'], j[0]['next_from']) == ('2026-11-16', '2026-12-01')"
run plan show weeks; prints '^Version 5 of 6'; prints 'another version takes over on 1 December 2026'
run plan diff weeks weeks@6; does; prints '^Both ask for the same.$' # the newest, not the one in force
run plan diff weeks@2026-11-26 weeks; does; prints '^first day 16 November 2026 -> 1 December 2026$'
at 2026-12-02
run plan list --json; holds "(j[0]['from'], j[0]['next_from'], j[0]['version']) == ('2026-12-01', None, 6)"
written over "$drops"
sed 's/"2026-12-20"/"2026-11-30"/' "$place/over.cfg" >"$place/over2.cfg"
run plan add "$place/over2.cfg"; does; prints 'from 23 November 2026 to 30 November 2026'; prints '^Its last day, 30 November 2026, has passed: it asks for nothing any more.$'
run plan list; prints '^over: Plan over, ended on 30 November 2026$'
sed 's/"2026-12-20"/"2026-12-02"/; s/Eye/More/; s/id = "over"/id = "last"/; s/from = "2026-11-23"/from = "2026-12-02"/' "$place/over.cfg" >"$place/last.cfg"
run plan add "$place/last.cfg"; does; prints ', on 2 December 2026.$'; lacks 'has passed' # today is its last day
sed 's/More/Most/' "$place/last.cfg" >"$place/last2.cfg"
run plan add "$place/last2.cfg"; does; prints 'no longer: More drops'; lacks 'until then'; lacks 'older file'
run plan list --json; holds "[p['state'] for p in j if p['id'] == 'last'] == ['in-force']"
run plan remove over; refuses 1 'the plan over has ended by itself on 30 November 2026'
kept 9

# After the last day.
at 2026-12-21
run plan list --json; holds "[(p['state'], p['day']) for p in j] == [('ended', '2026-12-20'), ('ended', '2026-11-30'), ('ended', '2026-12-02')]"

# Removing ends it with yesterday; what was asked for until then stays.
at 2026-12-10
run plan remove weeks; does; prints '^weeks: removed; its last day was 9 December 2026$'; prints 'remove --undo weeks'
run plan list --json; holds "(j[0]['state'], j[0]['day']) == ('removed', '2026-12-09')"
run plan show weeks@2026-12-09; does; prints '^Version 6 of 6'
run plan show weeks@2026-12-10; refuses 1 'no version of weeks was in force on 10 December 2026'
run plan remove weeks; refuses 1 'the plan weeks was removed already'
run plan remove --undo weeks; does; prints '^weeks: in force until 20 December 2026$'
run plan remove --undo weeks; refuses 1 'the plan weeks was not removed'
row "SELECT count(*) FROM removed WHERE kind = 'plan_removals'" 1
run plan remove weeks; does
at 2026-12-12
run plan add "$place/later.cfg"; does; prints '^weeks was removed; with version 7 it begins anew.$'; prints 'the same as before'
run plan list --json; holds "(j[0]['state'], j[0]['version']) == ('in-force', 7)"
run plan show weeks@2026-12-11; refuses 1 'in force on 11 December'
run plan show weeks@2026-12-12; does; prints '^Version 7'
# On one day: removed, and added once more.
run plan remove weeks; does
run plan add "$place/later.cfg"; does; prints 'with version 8 it begins anew'
run plan show weeks; does; prints '^weeks: in force until'; prints '^Version 8 of 8'

# Pauses: both ends, all plans or one, back by two days, and the way back.
fresh
at 2026-11-25
run plan add "$place/second.cfg"; does
written other "$drops" 'by = "self";'
run plan add "$place/other.cfg"; does
run plan pause 2026-11-23 tomorrow away at sea; does; prints '^Paused from 23 November 2026 to 26 November 2026: all plans.$'
row 'SELECT plan, from_day, to_day, reason, length(id) FROM plan_pauses' '|20780|20783|away at sea|36'
run plan list --json; holds "[(p['id'], p['state'], p['day']) for p in j] == [('weeks', 'paused', '2026-11-26'), ('other', 'paused', '2026-11-26')]"
run plan list; prints '^other: Plan other, paused until 26 November 2026$'; prints '^Pause of all plans: from 23 November 2026 to 26 November 2026 (away at sea)$'
run plan pause 2026-11-23 tomorrow; does; prints 'It is a pause already'
row 'SELECT count(*) FROM plan_pauses' 1
run plan pause weeks 27.11.2026 2026-11-27; does; prints '^Paused on 27 November 2026: weeks.$'
run plan list --json; holds "[(p['id'], p['state'], p['day']) for p in j] == [('weeks', 'paused', '2026-11-27'), ('other', 'paused', '2026-11-26')]"
run plan pause other '1 December' '3 December'; does; prints '^Paused from 1 December 2026 to 3 December 2026: other.$'
run plan show other; prints '^Pause of yours: from 1 December 2026 to 3 December 2026$'
run plan show other --json; holds "[p['from'] for p in j['pauses'] if p['by'] == 'self'] == ['2026-11-23', '2026-12-01']"
run plan pause othr 2026-12-01 2026-12-03; refuses 1 'there is no plan othr; did you mean other?'
run plan pause 2026-11-22 today; refuses 2 'reaches back two days at most; the first day can be 23 November 2026'
run plan pause today yesterday; refuses 2 'a pause ends on its first day or later'
run plan pause today tomorrow "$(printf 'a\033[2Jb')"; refuses 2 'control'
at 2026-11-27
run plan list --json; holds "[p['state'] for p in j] == ['paused', 'in-force']"
run plan pause --undo weeks 2026-11-27 2026-11-27; does; prints '^No pause any more on 27 November 2026: weeks.$'
run plan list --json; holds "[p['state'] for p in j] == ['in-force', 'in-force']"
run plan pause --undo weeks 2026-11-27 2026-11-27; refuses 1 'no pause of just these days'
run plan pause --undo 2026-12-01 2026-12-03; refuses 1 'no pause of just these days'
row "SELECT count(*) FROM removed WHERE kind = 'plan_pauses'" 1
row "SELECT was FROM audit WHERE kind = 'plan_pauses' AND field = 'from_day'" 20784
# Before the day starts it is still yesterday.
now=2026-11-28T03:30:00+01:00
run plan pause 2026-11-25 2026-11-25; does
now=2026-11-28T04:30:00+01:00
run plan pause 2026-11-25 2026-11-26; refuses 2 'the first day can be 26 November 2026'

# A starter begins today and ends by itself after a fortnight.
fresh
now=2026-11-22T02:00:00+01:00 # still the 21st
run plan add starter-quiet; does; prints '(starter-quiet), from 21 November 2026 to 4 December 2026.$'
row "SELECT substr(text, 1, 21), name LIKE '%/routines/starters/quiet.cfg' FROM plans" 'from = "2026-11-21"; |1'
at 2026-12-04
run plan list --json; holds "[(p['id'], p['by'], p['state'], p['to']) for p in j] == [('starter-quiet', 'starter', 'in-force', '2026-12-04')]"
at 2026-12-05
run plan list; prints '^starter-quiet: .*, ended on 4 December 2026$'
run plan add starter-quiet; does; prints '^Added: version 2 of starter-quiet.$'; prints 'first day 21 November 2026 -> 5 December 2026'
run plan list --json; holds "(j[0]['state'], j[0]['to']) == ('in-force', '2026-12-18')"
run plan add starter-quiet; does; prints 'Nothing has changed: version 2'
run plan diff starter-quiet@1 starter-quiet; does; prints 'last day 4 December 2026 -> 18 December 2026'
run plan add starter-warm; does
run plan list --json; holds "[p['id'] for p in j] == ['starter-quiet', 'starter-warm']"
# One with a date of its own begins on that.
written fixed "$drops" 'by = "starter";'
run plan add "$place/fixed.cfg"; does; prints 'from 23 November 2026 to 20 December 2026'
run plan show fixed --json; does; holds "(j['by'], j['from'], j['to']) == ('starter', '2026-11-23', '2026-12-20')"
for name in move screen; do
    run plan add starter-$name; does; prints "(starter-$name)"
done

# Of whom nothing is known nothing is closed, and nothing is said.
fresh
written mine '{ routine = "str-lips-cheeks"; per_day = 1; }' 'by = "self";'
run plan add "$place/mine.cfg"; does
run check "$place/mine.cfg"; does

# Another person's plan: each difference is told, and the plan is added.
fresh
run profile set affected right; does
run profile set condition hfs,myok; does
written hers "$drops" 'profile = { condition = [ "hfs" ]; affected = "left"; };'
run plan add "$place/hers.cfg"; ends 0; prints '^Added: Plan hers'
says '^repose: Affected side: the plan says left, you told right. Is it yours?$'
says '^repose: The plan is written for "Hemifacial spasm", you told "Lid twitch; Hemifacial spasm". Is it yours?$'
kept 1
run plan show hers --json; holds "j['profile'] == {'condition': ['hfs'], 'affected': 'left'}"
run profile set affected left; does
run profile set condition hfs; does
written hers "$drops, $good" 'profile = { condition = [ "hfs" ]; affected = "left"; };'
sed 's/Eye drops"; per_day = 1/Tape"; per_day = 1/' "$place/hers.cfg" >"$place/hers2.cfg"
run plan add "$place/hers2.cfg"; does; prints 'new: Tape'
# A plan without one is held against the person's own.
written own '{ routine = "rom-upper-face"; per_day = 1; }'
run plan add "$place/own.cfg"; does
run profile set condition synk; does
run plan add "$place/own.cfg"; refuses 1 "own.cfg:4: error: items\[1\].routine: rom-upper-face is closed for synk"
run check "$place/own.cfg"; refuses 1 "own.cfg:4: error: items\[1\].routine: rom-upper-face is closed for synk"
kept 3
written own '{ routine = "rom-upper-face"; per_day = 1; despite = "We have practised it."; }'
run plan add "$place/own.cfg"; does; prints 'reason although it is closed nothing -> "We have practised it."'
written mine '{ routine = "breath-box"; per_day = 1; despite = "I like it."; }' 'by = "self";'
run plan add "$place/mine.cfg"; refuses 1 'only a plan by = "therapist" may give a reason'
# Warnings do not keep it from being added.
written warned '{ routine = "breath-box"; per_day = 1; reps = 3; }'
run plan add "$place/warned.cfg"; ends 0; says ':4: warning: items\[1\].reps: changes nothing'; prints '^Added: Plan warned'
# A routine that travels inside, and goes on being known.
written inside '{ routine = "own-stretch"; per_day = 2; }' 'routines = ( { id = "own-stretch"; title = "Cheek, from outside"; category = "massage"; summary = "A stretch."; author = "A. T."; revised = "2026-11-21"; sources = [ ]; cautions = [ ]; steps = ( { name = "Rest"; seconds = 20; } ); } );'
run plan add "$place/inside.cfg"; does
rm "$place/inside.cfg"
run plan show inside; does; prints '^  - Cheek, from outside, 2 times a day$'; prints '^routines inside: Cheek, from outside$'
# A routine of the list that has gone since: its id stays.
mkdir -p "$data/routines"
sed 's/^title = .*/title = "Gone soon";/; s/^title_de.*//' routines/breath-box.cfg >"$data/routines/soon.cfg"
written soon '{ routine = "soon"; per_day = 2; }'
run plan add "$place/soon.cfg"; ends 0
rm "$data/routines/soon.cfg"
run plan show soon; does; prints '^  - soon, 2 times a day$'

# In German the plan speaks German, the words of the command line stay.
run --lang de plan show hers; does; prints 'Augentropfen, 4-mal am Tag'
run --lang de plan list; does; prints 'Plan hers'; lacks 'in force'
run --lang de plan add "$place/faulty.cfg"; ends 1; says ':4: error: items\[1\].per_day: '
run --lang de plan show nothing; ends 1; says 'Plan'

# Thirty-two at most at once.
fresh
index=1
while [ $index -le 32 ]; do
    written "p$index" "$drops"
    run plan add "$place/p$index.cfg"; ends 0
    index=$((index + 1))
done
written p33 "$drops"
run plan add "$place/p33.cfg"; refuses 1 'there are 32 plans already; repose plan remove ID ends one'
written p32 "$drops, { task = \"Tape\"; per_day = 1; }"
run plan add "$place/p32.cfg"; does; prints 'version 2 of p32'
run plan remove p1; does
run plan add "$place/p33.cfg"; does
kept 34

# Whose a plan is: told with it, shown, put right by adding the same once more, another one noticed.
fresh
written ours "$drops"
run plan add "$place/ours.cfg" --for ' '; refuses 2 '1 to 80 characters'
run plan list --for 'A. B.'; refuses 2 'plan list has no option --for'
run plan add "$place/ours.cfg"; does; lacks '^For '
run plan list --json; holds "j[0]['for'] is None"
run plan add "$place/ours.cfg" --for 'A. B.'; does; prints 'Nothing has changed'; prints '^For A. B.$'
kept 1
run plan show ours; prints '^For A. B.$'
run plan list; prints '; for A. B.'
run plan list --json; holds "j[0]['for'] == 'A. B.'"
written other "$drops"
run plan add "$place/other.cfg" --for 'ab'; does # the same, written otherwise
written third "$drops"
run plan add "$place/third.cfg" --for 'C. D.'; ends 0; says 'for C. D., the one before was for ab. Is it yours'
run plan add "$place/ours.cfg" --for 'C. D.'; does
row "SELECT was FROM audit WHERE kind = 'plans' AND field = 'person'" 'A. B.'
kept 3
# The same text twice in a row is one version, and says so.
run plan add "$place/ours.cfg"; does; prints 'Nothing has changed: version 1 of ours has this very text'
kept 3
# A name that is the role stands once.
run plan add starter-quiet; does
run plan show starter-quiet; prints '^By repose$'; lacks '(repose)'

# More face routines on a day than the plan's own ceiling lets be played: a warning with its line.
fresh
face='{ routine = "nmr-smile-eyes-open"; per_day = 3; despite = "tried together"; }, { routine = "rom-lower-face"; per_day = 2; days = [ "fri" ]; despite = "tried together"; }'
written much "$face" 'ceiling = 4;'
run check "$place/much.cfg"; ends 0
says 'much.cfg:2: warning: ceiling: the items ask for up to 5 face routines a day, of which 4 may be played'
written fits "$face" 'ceiling = 5;'
run check "$place/fits.cfg"; ends 0; silent
summary
