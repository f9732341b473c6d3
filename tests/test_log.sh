#!/bin/sh
# SPDX-License-Identifier: MIT
# `repose log` through the real program: every kind with its options, what is refused and how, what
# stands in the history afterwards, and that injections and operations are one entry with the profile.
set -u

# shellcheck source=tests/commands.sh
. tests/commands.sh

run() { # run ARGUMENTS...: at the moment $now
    ran="repose $*"
    "$repose" --data "$data" --now "$now" "$@" >"$out" 2>"$said" </dev/null
    status=$?
}
keeps() { # done without a word
    ends 0
    if [ ! -s "$out" ] && [ ! -s "$said" ]; then good; else bad 'is not silent'; fi
}
refuses() { # refuses STATUS PATTERN: nothing printed, one proper sentence
    ends "$1"
    says "^repose: .*$2"
    if [ -s "$out" ]; then bad 'prints something'; else good; fi
}
# row SQL VALUE: what the history answers
row() {
    got=$(python3 -c "
import sqlite3, sys
rows = sqlite3.connect('$data/history.db').execute(sys.argv[1]).fetchall()
print(';'.join('|'.join('' if c is None else str(c) for c in r) for r in rows))" "$1")
    if [ "$got" = "$2" ]; then good; else bad "$1: $got, not $2"; fi
}
profile() { # profile KEY VALUE: what is told now
    run profile show --json
    holds "(j['$1'] or '') == '$2'"
}

# Help: a page of its own for each, with its options and no others.
run log --help; ends 0
for kind in twitch day week event session question task spasm; do
    run log --help; prints "log $kind"
    run log $kind --help; ends 0; prints "^repose log $kind"; prints '--note'
    run help log $kind; ends 0; prints "^repose log $kind"
done
run log day --help; prints '--sleep-quality'; prints 'tinted-glasses'
if grep -q -- '--impact' "$out"; then bad 'shows an option of another kind'; else good; fi
if [ -e "$data" ]; then bad 'help leaves a folder behind'; else good; fi

# Refused before anything is stored: status 2, and what is allowed.
while IFS='|' read -r line pattern; do
    # shellcheck disable=SC2086 # words of a command line
    run $line; refuses 2 "$pattern"
done <<'END'
log|needs more
log twich 3|did you mean twitch
log nonsense|there are: twitch day week event session question task spasm list change remove
log twitch|needs more
log twitch 11|0 to 10
log twitch -1|0 to 10
log twitch 5.5|0 to 10
log twitch many|0 to 10
log twitch 3 4|one word too many
log twitch 3 --severity 5|0 to 4
log twitch 3 --frequency -1|0 to 4
log twitch 3 --side top|left right both
log twitch 3 --region nose|upper-lid lower-lid brow cheek mouth chin neck ear
log twitch 3 --stress 3|no option --stress
log twitch 3 --regoin brow|did you mean --region
log twitch 3 --note|needs a value
log twitch 3 --at 2026-11-23|more than a day ahead
log twitch 3 --at 2026-11-22T08:00:01+01:00|more than a day ahead
log twitch 3 --at nonsense|--at: nonsense
log twitch 3 --at 2026-02-30|--at: 2026-02-30
log day|needs an option
log day --on yesterday|needs an option
log day --stress 11|0 to 10
log day --stress 2.5|whole number
log day --sleep 25|0 to 24
log day --caffeine -1|0 to 30
log day --symptom nonsense|bright-light
log day --stress 1 --on 2026-11-23|more than a day ahead
log week|needs an option
log week --impact 11|0 to 10
log week --severity 5|0 to 4
log event|needs more
log event botulinum|botulinum-toxin medicine surgery procedure therapy supplement appointment test injury other
log event test --on 2026-11-23|more than a day ahead
log event test --until 2026-11-23|more than a day ahead
log event test --on 2026-11-20 --until 2026-11-19|before
log event injury --on 2026-11-23|more than a day ahead
log event appointment --on 2026-02-30|--on: 2026-02-30
log spasm --at 25:00|--at: 25:00: There is no such time
log session|needs more
log session breath-box --played 0|above 0
log session breath-box --played 14401|14400
log session breath-box --before 11|0 to 10
log session breath-box --after x|0 to 10
log session breath-box --side up|left right both
log session breath-box --feel fine|calmer same busier pulled hurt
log session breath-box --ended done|complete well tired pain interrupted
log session breath-box --why bored|pull enough tired pain interrupted
log session breath-box --at 2026-11-23|more than a day ahead
log question|needs more
log task|needs more
log spasm 4|one word too many
log spasm --strength 11|0 to 10
log spasm --region knee|upper-lid
log spasm --symptom rain|bright-light
log event medicine --effect 50|belongs to botulinum-toxin
log event botulinum-toxin --effect 101|0 to 100
log task Drops --at 2026-11-23|more than a day ahead
END
run log question "$(printf 'a\033[2Jb')"; refuses 2 'control'
if [ -e "$data" ]; then bad 'what was refused left a folder behind'; else good; fi
run log session nothing-like-it; refuses 1 'nothing-like-it'

# One number a day: a later one takes its place, keeps what is not given, leaves the old one.
run log twitch 5 --severity 2 --frequency 3 --side left --region upper-lid --region cheek --note 'windy, cold'; keeps
row 'SELECT twitch, severity, frequency, side, regions, note, at_s, at_offset_min FROM ratings' \
    '5|2|3|left|upper-lid,cheek|windy, cold|1795244400|60'
run log twitch 7 --region brow; keeps
row 'SELECT twitch, severity, side, regions, note FROM ratings' '7|2|left|brow|windy, cold'
row 'SELECT field, was FROM audit WHERE kind = "ratings" ORDER BY field' 'regions|upper-lid,cheek;twitch|5'
run log twitch 0 --at yesterday; keeps
run log twitch 3 --at 2026-11-21T03:30:00+01:00; keeps # before the day starts: yesterday's
row 'SELECT twitch FROM ratings ORDER BY at_local_s' '3;7'
run log twitch 10 --at 2026-11-22T08:00:00+01:00; keeps # a day ahead is no mistake
row 'SELECT count(*) FROM ratings' 3

# Without an offset it is the time of the place where `now` is told.
run log twitch 4 --at 2026-11-20T20:15; keeps
row 'SELECT twitch, at_offset_min FROM ratings WHERE at_s = strftime("%s", "2026-11-20T19:15:00Z")' '4|60'

# The form of a day.
run log day --stress 8 --sleep 6.5 --caffeine 2 --screen 7.5 --water 5 --fatigue 4 --mood 3 --pain 1; keeps
run log day --sleep-quality 4 --alcohol 0.5 --eye-strain 10 --symptom tv --symptom dry-eye --note late; keeps
row 'SELECT day, stress, sleep, caffeine, screen, water, fatigue, mood, pain, sleep_quality, alcohol, eye_strain, ticks, note FROM days' \
    '20778|8|6.5|2.0|7.5|5.0|4|3|1|4|0.5|10|tv,dry-eye|late'
run log day --stress none --sleep 0 --symptom wind; keeps
row 'SELECT stress, sleep, ticks FROM days' '|0.0|wind,tv,dry-eye'
run log day --symptom none --symptom cold; keeps
row 'SELECT ticks FROM days' 'cold'
row 'SELECT field, was FROM audit WHERE kind = "days" AND field IN ("stress", "sleep") ORDER BY field' 'sleep|6.5;stress|8'
# With the comma of other languages too.
run log day --sleep 6,25 --on 2026-11-02; keeps
row 'SELECT sleep FROM days WHERE day = 20759' '6.25'
run log day --mood 5 --on 2026-11-01; keeps
row 'SELECT day, mood FROM days ORDER BY day' '20758|5;20759|;20778|3'

# The week of a Saturday is that of its Monday, 16 November.
run log week --severity 2 --impact 6; keeps
run log week --frequency 1 --on 2026-11-16; keeps
row 'SELECT monday, severity, frequency, impact FROM weeks' '20773|2|1|6'

# Treatments.
run log event medicine --on 2026-10-01 --note Carbamazepine; keeps
run log event medicine --on 2026-10-01 --until 2026-11-10; keeps # told again: its end
run log event medicine --on 2026-10-01 --note Baclofen; keeps    # another one
row "SELECT kind, day, until_day, note FROM events ORDER BY note" \
    'medicine|20727||Baclofen;medicine|20727|20767|Carbamazepine'
for kind in procedure therapy supplement appointment test injury other; do
    run log event $kind; keeps
done
row "SELECT count(*) FROM events WHERE day = 20778" 7
run log event appointment --on 2026-12-03T10:30 --note 'Dr. B., the page'; keeps # lies ahead by nature
row "SELECT date(day * 86400, 'unixepoch'), note FROM events WHERE day > 20778" '2026-12-03|Dr. B., the page'
run log event appointment --on 4.12. --note near; keeps   # the nearest, not last year's
run log event appointment --on friday --note next; keeps
row "SELECT date(day * 86400, 'unixepoch') FROM events WHERE note IN ('near', 'next') ORDER BY note" '2026-12-04;2026-11-27'

# An injection is one entry with the profile, whichever is told.
run log event botulinum-toxin --on 2026-08-20 --effect 0; keeps
run log event botulinum-toxin --on 2026-08-20 --effect 80; keeps
row "SELECT effect FROM events WHERE kind = 'botulinum-toxin'" 80
row "SELECT was FROM audit WHERE field = 'effect'" 0
profile toxin 2026-08-20
run log event botulinum-toxin --on 2026-05-20; keeps # an older one: the last stays the last
profile toxin 2026-08-20
run profile set toxin 2026-11-20; keeps
row "SELECT date(day * 86400, 'unixepoch') FROM events WHERE kind = 'botulinum-toxin' ORDER BY day" \
    '2026-05-20;2026-08-20;2026-11-20'
run list --json # its day counts from its end, so the face is left in peace until midnight
holds "[e['gate'] for e in j if e['id'] == 'mas-face-full'] == ['closed']"
run profile set toxin 2026-11-19; keeps # a correction of the last one
row "SELECT date(day * 86400, 'unixepoch') FROM events WHERE kind = 'botulinum-toxin' ORDER BY day" \
    '2026-05-20;2026-08-20;2026-11-19'
row "SELECT was FROM audit WHERE kind = 'events' AND field = 'day'" 20777
run log event botulinum-toxin --on 2026-11-19T14:30:00+01:00; keeps
profile toxin 2026-11-19T14:30:00+01:00
run profile set toxin ''; keeps # it was none
row "SELECT count(*) FROM events WHERE kind = 'botulinum-toxin'" 2
run profile set surgery 2025-01-05; keeps
row "SELECT date(day * 86400, 'unixepoch') FROM events WHERE kind = 'surgery'" 2025-01-05
run log event surgery --on 2026-11-01; keeps
profile surgery 2026-11-01

# Sessions without the program.
run log session breath-box --note 'in the garden' --before 6 --after 4 --feel calmer; keeps
run log session breath-box --played 60 --at 2026-11-20T21:30:00+01:00; keeps
run log session nmr-smile-eyes-open --played 20 --ended well --why pull --at 06:00; keeps
run log session med-breath-10 --played 20 --ended well --why enough --at 2026-11-20; keeps
run log session mas-face-full --at 2025-03-01T10:00:00+01:00; keeps # neither gates nor age
run log session breath-box --played 100 --ended tired --why tired --at 2026-11-19T10:00; keeps
run history --json
holds "all(e['source'] == 'ticked' for e in j) and len(j) == 6"
holds "j[0]['routine'] == 'mas-face-full' and j[0]['played_ms'] == j[0]['planned_ms']"
holds "[e['routine'] for e in j if not e['time_told']] == ['med-breath-10']" # a day alone
run history; prints '^2026-11-20 21:30  Box breathing'; prints '^2026-11-20        '
if [ "$(grep -c '^    done without the screen$' "$out")" = 6 ]; then good; else bad 'six are shown apart'; fi
run history --json
last="[e for e in j if e['note'] == 'in the garden'][0]"
holds "${last}['started_at'] == '2026-11-21T07:55:30+01:00' and ${last}['played_ms'] == 270000"
holds "(${last}['status'], ${last}['ended'], ${last}['before'], ${last}['after'], ${last}['feel']) == ('complete', 'complete', 6, 4, 'calmer')"
holds "[(e['status'], e['ended'], e['why']) for e in j if e['routine'] == 'nmr-smile-eyes-open'] == [('complete', 'well', 'pull')]"
holds "[(e['status'], e['ended'], e['why']) for e in j if e['routine'] == 'med-breath-10'] == [('partial', 'interrupted', 'enough')]"
holds "[(e['status'], e['ended']) for e in j if e['played_ms'] == 60000] == [('partial', 'interrupted')]"
holds "[(e['status'], e['ended']) for e in j if e['played_ms'] == 100000] == [('partial', 'tired')]"

# Questions and tasks; words without quotes are one text.
run log question "Does" "heat" "do" "harm?"; keeps
run log spasm; keeps
row "SELECT kind, strength, side, regions, ticks FROM moments WHERE kind = 'spasm'" 'spasm||||'
run log spasm --strength 0 --side left --region cheek --region brow --symptom wind --at 07:00; keeps
row "SELECT strength, side, regions, ticks FROM moments WHERE strength NOT NULL" '0|left|brow,cheek|wind'
run log task 'Eye drops' --at 07:00 --note 'left eye'; keeps
run log task Eye drops; keeps
row "SELECT kind, text, note, at_s FROM moments WHERE kind <> 'spasm' ORDER BY kind, at_s" \
    'question|Does heat do harm?||1795244400;task|Eye drops|left eye|1795240800;task|Eye drops||1795244400'

# In German: the words of the command line stay, the sentences do not.
run --lang de log twitch 11; ends 2; says 'ganze Zahl'
run --lang de log day --help; prints '--stress'; prints 'Stunden'
summary
