#!/bin/sh
# SPDX-License-Identifier: MIT
# `repose stats` through the real program: its keys and what is null, and what it says in words. The
# figures themselves are held against a second working-out by test_year.sh.
set -u

# shellcheck source=tests/commands.sh
. tests/commands.sh

run() { # run ARGUMENTS...: at the moment $now
    ran="repose $*"
    "$repose" --data "$data" --now "$now" "$@" >"$out" 2>"$said" </dev/null
    status=$?
}
lacks() { if grep -q -i -- "$1" "$out"; then bad "prints: $1"; else good; fi; }
on() { now=$1T20:00:00+01:00; }

# Nothing yet: every key is there, and null where nothing is given.
run stats --json; ends 0
holds "list(j) == 'from to sessions complete partial well ticked minutes due done adherence streak best_streak twitch routines status signs'.split()"
holds "j['from'] == j['to'] == '2026-11-21' and j['sessions'] == j['due'] == j['streak'] == 0"
holds "j['adherence'] is None and j['twitch'] == {'n': 0, 'median': None, 'slope_per_week': None, 'weekly': []}"
holds "j['routines'] == [] and j['status'] == 'none' and j['signs'] == []"
if [ -e "$data/history.db" ]; then bad 'looking makes a history'; else good; fi
run stats; ends 0; prints 'No session in this time'; prints 'No number in this time'
run stats --from 2026-11-22 --to 2026-11-21; ends 2; says 'behind'
run stats --help; ends 0; prints '--from'; prints '--json'
run stats nonsense; ends 2

# Five days with a number each, sessions before and after which one was told.
for day in 16 17 18 19 20; do
    on 2026-11-$day
    run log twitch $((day - 14)); ends 0
    run log session breath-box --before 6 --after $((day - 14)); ends 0
done
run log session breath-box --at 2026-11-20T09:00 --played 30 --before 9; ends 0
now=2026-11-21T08:00:00+01:00
run stats --json; ends 0
holds "j['from'] == '2026-11-16' and j['to'] == '2026-11-21'"
holds "j['sessions'] == 6 and j['complete'] == 5 and j['partial'] == 1 and j['ticked'] == 5 and j['well'] == 0"
holds "j['minutes'] == 23.0" # five of 4:30 and half a minute
holds "j['twitch']['n'] == 5 and j['twitch']['median'] == 4 and j['twitch']['slope_per_week'] is None"
holds "j['twitch']['weekly'] == [{'week': '2026-W47', 'median': 4, 'n': 5}]"
# Changes -4 -3 -2 -1 0: mean -2, spread 1.5811, t of four degrees 2.7764.
holds "len(j['routines']) == 1 and list(j['routines'][0]) == ['id', 'n', 'mean_change', 'ci95']"
holds "j['routines'][0]['id'] == 'breath-box' and j['routines'][0]['n'] == 5 and j['routines'][0]['mean_change'] == -2"
holds "abs(j['routines'][0]['ci95'][0] + 3.963243) < 1e-5 and abs(j['routines'][0]['ci95'][1] + 0.036757) < 1e-5"
run stats --json --to 2026-11-18; ends 0
holds "j['from'] == '2026-11-16' and j['to'] == '2026-11-18' and j['sessions'] == 3"
holds "j['twitch']['weekly'][0]['median'] is None and j['twitch']['weekly'][0]['n'] == 3"
holds "j['routines'][0]['n'] == 3 and j['routines'][0]['mean_change'] is None and j['routines'][0]['ci95'] is None"
run stats --json --from 2025-01-01 --to 2025-01-31; ends 0
holds "j['from'] == '2025-01-01' and j['sessions'] == 0 and j['minutes'] == 0 and j['twitch']['median'] is None"

# In words: what was done and how it was, no mark and no blame.
COLUMNS=100
export COLUMNS
run stats; ends 0
prints 'From 16 November 2026 to 21 November 2026'
prints '6 sessions, 23 min: 5 complete, 1 in part'
prints '5 were ticked off'
prints '5 days with a number, in the middle 4'
prints 'not because of it'
prints 'Box breathing  *−2 (−4 to 0), 5 times'
lacks 'asked for'
lacks 'missed'; lacks 'failed'; lacks 'overdue'; lacks '%'; lacks 'again'; lacks '!'
run --lang de stats; ends 0; prints 'Um die Sitzungen herum'; lacks 'sessions'

# A plan: the week, and the days running where they are wanted.
cat >"$place/plan.cfg" <<'END'
format = 1; id = "weeks"; title = "Four weeks"; author = "A. Therapist"; by = "therapist";
from = "2026-11-16"; profile = { condition = [ "hfs" ]; affected = "left"; };
items = ( { routine = "breath-box"; per_day = 1; }, { routine = "relax-face-let-go"; per_day = 1; days = [ "mon" ]; } );
END
run plan add "$place/plan.cfg"; ends 0
run stats --json; ends 0
holds "j['due'] == 6 and j['done'] == 5 and abs(j['adherence'] - 5 / 6) < 1e-4 and j['streak'] == 4 and j['best_streak'] == 4"
run stats; ends 0
prints 'This week 5 of 6. In studies people manage about two thirds.'
lacks 'running'
run settings set streak true; ends 0
run stats; ends 0; prints '4 days running with all that was asked for'
run stats --to 2026-11-19; ends 0; lacks 'This week'; prints '4 of 5 that were asked for'

# A sign stands with its facts; quiet days have their status.
run log day --symptom weakness --on 2026-11-21; ends 0
run stats --json; ends 0
holds "[s for s in j['signs'] if s['id'] == 'RF-1' and s['urgency'] == 'same-day' and s['facts'] and all(type(f) is str for f in s['facts'])]"
run stats; ends 0; prints 'When a doctor should hear of it'
for day in 21 22 23 24 25 26 27; do
    on 2026-11-$day
    run log twitch 0; ends 0
done
run stats --json; ends 0; holds "j['status'] == 'quiet-spell'"
run stats; ends 0; prints 'Quiet spell, 7 days'
prints '^    from 16 November  *[0-9.]*  *[0-9] days$'; prints '^    from 23 November  *0  *5 days$'
run stats --json --to 2026-11-22; holds "j['status'] == 'quiet-day'"
run stats --json --to 2026-11-20; holds "j['status'] == 'none'"

summary
