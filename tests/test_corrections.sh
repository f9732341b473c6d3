#!/bin/sh
# SPDX-License-Identifier: MIT
# `repose log list | change | remove` through the real program: every value of every kind of entry is
# put right, the old one stands in the audit, and every kind goes with a trace.
set -u

# shellcheck source=tests/commands.sh
. tests/commands.sh

run() { # run ARGUMENTS...: at the moment $now
    ran="repose $*"
    "$repose" --data "$data" --now "$now" "$@" >"$out" 2>"$said" </dev/null
    status=$?
}
answer() { # answer SQL
    python3 -c "
import sqlite3, sys
rows = sqlite3.connect('$data/history.db').execute(sys.argv[1]).fetchall()
print(';'.join('|'.join('' if c is None else str(c) for c in r) for r in rows))" "$1"
}
row() { # row SQL VALUE: what the history answers
    got=$(answer "$1")
    if [ "$got" = "$2" ]; then good; else bad "$1: $got, not $2"; fi
}

run log list --help; ends 0
run log change --help; ends 0; prints '--strength'; prints '--per-minute'
run log list; ends 0; prints 'Nothing was entered'

# One of each kind, all of it told. The counted minute comes by the window alone.
run log twitch 5 --severity 2 --frequency 3 --side left --region cheek --note noted
run log day --stress 6 --sleep 6.5 --caffeine 2 --screen 7 --water 5 --fatigue 4 --mood 3 --pain 1 \
    --sleep-quality 4 --alcohol 0.5 --eye-strain 10 --symptom tv --note noted
run log week --severity 2 --frequency 1 --impact 6 --note noted
run log event botulinum-toxin --on 2026-11-10 --until 2026-11-11 --effect 70 --note noted
run log question 'Does heat harm?' --note noted
run log task 'Eye drops' --note noted
run log spasm --strength 6 --side left --region cheek --symptom wind --note noted
run log session nmr-smile-eyes-open --played 60 --before 6 --after 4 --feel calmer --ended tired --why tired --note noted
python3 -c "
import sqlite3
c = sqlite3.connect('$data/history.db')
c.execute('''INSERT INTO moments (id, kind, at_s, at_offset_min, per_minute, note, changed_s, changed_offset_min)
    VALUES ('c0c0c0c0-2b7e-4a2c-9b7a-0d9a3a5c1f12', 'count', 1795240800, 60, 12, 'noted', 1795240800, 60)''')
c.commit()"
run log list; ends 0
prints 'Twitching 5'; prints 'How the week was'; prints '70 %'; prints 'Spasm, 6 of 10'; prints '12 in a minute'

sign() { # sign TABLE [CONDITION]: of the one entry of a table
    answer "SELECT substr(id, 1, 8) FROM $1 WHERE ${2:-1}"
}

# TABLE|CONDITION|COLUMN|WAS|OPTION|VALUE|NOW: what was told, how it is put right, what stands then.
while IFS='|' read -r table which column was option value is; do
    run log change "$(sign "$table" "$which")" "$option" "$value"; ends 0; prints '^Kept: '
    row "SELECT $column FROM $table WHERE $which" "$is"
    row "SELECT count(*) > 0 FROM audit WHERE kind = '$table' AND field = '$column' AND was = '$was'" 1
done <<'END'
ratings|1|twitch|5|--twitch|0|0
ratings|1|severity|2|--severity|4|4
ratings|1|frequency|3|--frequency|none|
ratings|1|side|left|--side|both|both
ratings|1|regions|cheek|--region|brow|brow
ratings|1|note|noted|--note|another|another
ratings|1|at_s|1795244400|--at|2026-11-21T07:00:00+01:00|1795240800
ratings|1|at_s|1795240800|--at|2026-11-19|1795068000
days|1|stress|6|--stress|none|
days|1|sleep|6.5|--sleep|7.25|7.25
days|1|caffeine|2.0|--caffeine|0|0.0
days|1|screen|7.0|--screen|8|8.0
days|1|water|5.0|--water|none|
days|1|fatigue|4|--fatigue|5|5
days|1|mood|3|--mood|10|10
days|1|pain|1|--pain|0|0
days|1|sleep_quality|4|--sleep-quality|6|6
days|1|alcohol|0.5|--alcohol|1|1.0
days|1|eye_strain|10|--eye-strain|9|9
days|1|ticks|tv|--symptom|wind|wind
days|1|note|noted|--note|another|another
days|1|day|20778|--on|2026-11-18|20775
weeks|1|severity|2|--severity|0|0
weeks|1|frequency|1|--frequency|2|2
weeks|1|impact|6|--impact|none|
weeks|1|note|noted|--note||
weeks|1|monday|20773|--on|2026-11-12|20766
events|1|effect|70|--effect|0|0
events|1|effect|0|--effect|none|
events|1|note|noted|--note|another|another
events|1|until_day|20768|--until|none|
events|1|day|20767|--on|2026-11-08|20765
events|1|kind|botulinum-toxin|--kind|procedure|procedure
moments|kind = 'question'|text|Does heat harm?|--text|Does cold harm?|Does cold harm?
moments|kind = 'question'|note|noted|--note||
moments|kind = 'question'|at_s|1795244400|--at|2026-11-20|1795158000
moments|kind = 'task'|text|Eye drops|--text|Drops|Drops
moments|kind = 'task'|note|noted|--note|another|another
moments|kind = 'task'|at_s|1795244400|--at|06:00|1795237200
moments|kind = 'spasm'|strength|6|--strength|0|0
moments|kind = 'spasm'|side|left|--side|none|
moments|kind = 'spasm'|regions|cheek|--region|none|
moments|kind = 'spasm'|ticks|wind|--symptom|cold|cold
moments|kind = 'spasm'|note|noted|--note|another|another
moments|kind = 'spasm'|at_s|1795244400|--at|2026-11-20T21:30:00+01:00|1795206600
moments|kind = 'count'|per_minute|12|--per-minute|13|13
moments|kind = 'count'|note|noted|--note|another|another
moments|kind = 'count'|at_s|1795240800|--at|07:30|1795242600
sessions|1|rated_before|6|--before|5|5
sessions|1|rated_after|4|--after|none|
sessions|1|feel|calmer|--feel|pulled|pulled
sessions|1|why|tired|--why|pull|pull
sessions|1|ended|tired|--ended|well|well
sessions|1|status|partial|--ended|well|complete
sessions|1|played_ms|60000|--played|90.5|90500
sessions|1|note|noted|--note||
sessions|1|started_s|1795244340|--at|06:00|1795237200
END
# The profile followed the injection that was none.
run profile show --json
holds "not j['toxin']"

# What is wrong is refused and changes nothing.
spasm=$(sign moments "kind = 'spasm'")
before=$(answer 'SELECT * FROM moments')
while IFS='|' read -r entry code pattern option value; do
    run log change "$entry" "$option" "$value"; ends "$code"; says "^repose: .*$pattern"
done <<END
$spasm|2|0 to 10|--strength|11
$spasm|2|has no --effect; there are: --strength|--effect|50
$spasm|2|upper-lid|--region|knee
$spasm|2|more than a day ahead|--at|2026-11-23
$(sign moments "kind = 'task'")|2|none without it|--text|
$(sign moments "kind = 'count'")|2|none without it|--per-minute|none
$(sign ratings)|2|none without it|--twitch|none
$(sign sessions)|2|0 to 14400|--played|0
abcd0123|1|repose log list|--note|x
abc|1|at least 4|--note|x
END
run log change "$spasm"; ends 2; says 'needs an option'
row 'SELECT * FROM moments' "$before"
run log twitch 9; run log change "$(sign ratings 'twitch = 0')" --at 2026-11-21; ends 1; says 'told already'

# Each goes, with all it said.
for table in ratings days weeks events moments sessions; do
    for id in $(answer "SELECT substr(id, 1, 8) FROM $table" | tr ';' ' '); do
        run log remove "$id"; ends 0; prints '^Deleted: '
        row "SELECT count(*) > 0 FROM audit WHERE kind = '$table' AND substr(record, 1, 8) = '$id'" 1
    done
    row "SELECT count(*) FROM $table" 0
done
run log list; prints 'Nothing was entered'
summary
