#!/bin/sh
# SPDX-License-Identifier: MIT
# When a doctor should hear of it, through the real program: what is logged, and the signs of `stats
# --json` with their urgency and facts (domain.md 8.6).
set -u

# shellcheck source=tests/commands.sh
. tests/commands.sh

run() { # run ARGUMENTS...: at the moment $now
    ran="repose $*"
    "$repose" --data "$data" --now "$now" "$@" >"$out" 2>"$said" </dev/null
    status=$?
}
begin() { rm -rf "$data"; }
keep() { # keep ARGUMENTS...: done
    run "$@"
    ends 0
}
# raises ID URGENCY FACT...: this sign, with these facts and no others.
raises() {
    run stats --json
    ends 0
    holds "any(s['id'] == '$1' and s['urgency'] == '$2' for s in j['signs'])"
    id=$1
    shift 2
    for fact; do
        holds "any(s['id'] == '$id' and '''$fact''' in s['facts'] for s in j['signs'])"
    done
}
silent() { # silent ID: this one is not raised
    run stats --json
    ends 0
    holds "not any(s['id'] == '$1' for s in j['signs'])"
}
# rate FROM TO NUMBER: each day from so many days ago to so many.
rate() {
    ago=$1
    while [ "$ago" -ge "$2" ]; do
        day=$(python3 -c "import datetime; print(datetime.date(2026, 11, 21) - datetime.timedelta($ago))")
        keep log twitch "$3" --at "${day}T07:00:00+01:00"
        ago=$((ago - 1))
    done
}

begin
run stats --json
ends 0
holds "j['signs'] == []"

# What is ticked.
keep log event botulinum-toxin --on 2026-11-10
keep log day --symptom swallowing --on 2026-11-20
raises RF-0 emergency 'On 1 day of the last 14, 20 November 2026: trouble swallowing.' 'Day 10 after the injection.'
holds "j['signs'][0]['id'] == 'RF-0'"
keep log day --symptom lid-droops --on 2026-11-19
raises RF-10 soon 'On 1 day of the last 14, 19 November 2026: a lid that sinks.' 'Day 9 after the injection.'
silent RF-1
begin # so late is news
keep log event botulinum-toxin --on 2026-11-04
keep log day --symptom lid-droops --on 2026-11-19
raises RF-1 same-day 'On 1 day of the last 14, 19 November 2026: a lid that sinks.'
silent RF-10
begin
keep log day --symptom lid-droops --on 2026-11-19
keep log day --symptom open-eye
raises RF-1 same-day 'On 2 days of the last 14, the last 21 November 2026: a lid that sinks; an eye that does not close.'
begin
for kind in stiffness:RF-4:doctor stops-tasks:RF-5:doctor numbness:RF-6:soon red-eye:RF-10:soon; do
    begin
    keep log day --symptom "${kind%%:*}" --on 2026-11-07
    id=${kind#*:}
    silent "${id%:*}" # more than two weeks ago
    keep log day --symptom "${kind%%:*}" --on 2026-11-08
    raises "${id%:*}" "${id#*:}"
    holds "len(j['signs']) == 1"
done

# Where it twitches.
begin
keep log twitch 3 --region lower-lid --side left --at 2026-10-12
keep log twitch 3 --region cheek --side left --at 2026-11-20
raises RF-3 doctor 'New in the last 14 days: cheek. In the eight weeks before: lower lid.'
silent RF-8
keep log twitch 4 --side both
raises RF-8 doctor 'Both sides were named on 1 day of the last 14.'
keep profile set condition bsp
silent RF-8

# How it felt.
begin
keep log day --pain 5 --on 2026-11-19
silent RF-5
keep log day --pain 7 --on 2026-11-20
raises RF-5 doctor 'Pain of 4 or more on 2 days of the last 14, at most 7 of 10.'
begin
keep log week --severity 4
raises RF-5 doctor 'Severity of the week: 4 of 4, it stops you.'
begin
for day in 15 16 18 20; do
    keep log day --stress 9 --on 2026-11-$day
done
silent RF-11
keep log day --mood 2 --on 2026-11-21
raises RF-11 doctor 'Stress of 8 or more, or mood of 2 or less: 5 of the last 7 days.'

# Since when, and whether it rises.
begin
rate 20 15 0
rate 14 0 2
silent RF-2
begin
rate 20 16 0
rate 15 0 2
raises RF-2 doctor 'Numbers above 0 since 6 November 2026, on 16 rated days.'
keep log event injury --on 2026-11-01
raises RF-7 soon 'The first number above 0 came 5 days after the injury.'
keep log event medicine --on 2026-11-06
raises RF-9 doctor 'The first number above 0 came on the day the medicine began.'
begin
rate 48 14 2
rate 13 0 6
raises RF-2 doctor 'Weekly value 6 and 6, against 3 in the four weeks before.' 'Rated days: 7 and 7, against 28.'
# The same numbers at the end of a cycle: a neutral card, and no sign of a rise.
keep log event botulinum-toxin --on 2026-09-05
raises wearing-off card 'Weekly value 6, against 2 on days 15 to 55.' 'Rated days: 7, against 27.' # of 4 to 30 October
holds "not any('four weeks' in f for s in j['signs'] for f in s['facts'])"

# Warmth that is needed often.
begin
for at in 05:00 06:00 07:00; do
    silent RF-12
    keep log session warm-compress --at 2026-11-21T$at:00+01:00
done
raises RF-12 card 'Warm compresses today: 3.' 'Days with warmth: 1 of the last 14.'
keep profile set neurologist yes
silent RF-12
run profile set neurologist maybe
ends 2
says 'one of yes no'

# The same as a card of Today, with what can be answered to it.
begin
run today cards
ends 0
prints 'Nothing is told beside'
run today cards --json
ends 0
holds "j == []"
if [ -e "$data/history.db" ]; then bad 'leaves a history behind'; else good; fi
run today answer weakness doctor
ends 1
says 'no card is shown today'
keep log day --symptom weakness --on 2026-11-20
keep log day --symptom red-eye --on 2026-11-19
run today
ends 0
prints '2 cards stand beside it'
run today cards --json
ends 0
holds "[(c['card'], c['sign'], c['urgency'], c['answers']) for c in j] == [
    ('weakness', 'RF-1', 'same-day', ['doctor', 'away']), ('eye', 'RF-10', 'soon', ['doctor', 'away'])]"
holds "j[0]['title'] == 'A new weakness of the face' and 'same day' in j[0]['text'] and len(j[0]['facts']) == 1"
run today cards
prints '^weakness: A new weakness of the face'
prints 'doctor  *I am under a doctor for this'
run today answer eye maybe
ends 2
says 'eye: maybe is no answer to it; allowed: eye (doctor away)'
run today answer lasting away
ends 1
says 'there are: weakness (doctor away), eye (doctor away)'
run today answer eye away today
ends 2
says 'one word too many'
for wrong in 'answer eye' answer 'cards eye' 'cards --undo' 'answer eye away --json' '--undo'; do
    # shellcheck disable=SC2086 # words
    run today $wrong
    ends 2
done
keep today answer eye away
prints 'Put away'
run today cards --json
holds "[c['card'] for c in j] == ['weakness']"
silent RF-10
keep today answer eye away --undo
prints 'Taken back'
raises RF-10 soon 'On 1 day of the last 14, 19 November 2026: a red or sore eye.'
keep today answer eye doctor
silent RF-10
keep today answer --undo eye doctor
run today cards --json
holds "[c['card'] for c in j] == ['weakness', 'eye']"
run today answer nobody away --undo
ends 1
says 'no sign and no plan'

# Late in the cycle: the next appointment.
begin
rate 48 14 2
rate 13 0 6
keep log event botulinum-toxin --on 2026-09-05
keep today answer lasting doctor
run today cards --json
holds "[(c['card'], c['urgency'], c['answers']) for c in j] == [('wearing-off', 'card', ['away', 'appointment'])]"
run today answer wearing-off appointment
ends 2
says 'its day stands behind it'
run today answer wearing-off appointment 2026-11-20
ends 2
says 'has passed'
run today answer wearing-off appointment some day
ends 2
keep today answer wearing-off appointment 2026-12-04
run today cards --json
holds "j == []"
keep today answer wearing-off appointment --undo
run today cards --json
holds "len(j) == 1"
run today answer wearing-off appointment --undo
ends 1
says 'no appointment lies ahead'
keep log event appointment --on 2026-11-30
run today cards --json
holds "j == []" # told elsewhere it is not asked for either

# In German, the sentences; never the words of the format.
begin
keep log day --symptom hearing
run --lang de stats --json
ends 0
holds "j['signs'][0]['id'] == 'RF-6' and j['signs'][0]['urgency'] == 'soon'"
holds "j['signs'][0]['facts'] == ['An 1 Tag der letzten 14, am 21. November 2026: verändertes Hören.']"
summary
