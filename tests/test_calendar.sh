#!/bin/sh
# SPDX-License-Identifier: MIT
# Change-overs, leap days, flights over the date line and another begin of the day, through the real
# program: `log session` at moments with their offsets, `stats --json` on a day. No zone has to be known
# to the machine.
set -u

# shellcheck source=tests/commands.sh
. tests/commands.sh

run() { # run ARGUMENTS...: at the moment $now
    ran="at $now: repose $*"
    "$repose" --data "$data" --now "$now" "$@" >"$out" 2>"$said" </dev/null
    status=$?
}
# begin FROM: another history, and box breathing once a day from that date on.
begin() {
    rm -rf "$data"
    now=$1T12:00:00+00:00
    cat >"$place/plan.cfg" <<END
format = 1; id = "daily"; title = "Daily"; author = "A."; by = "self"; from = "$1";
items = ( { routine = "breath-box"; per_day = 1; } );
END
    run plan add "$place/plan.cfg"
    ends 0
}
# breathe MOMENT...: a session that began then, noted then.
breathe() {
    for now in "$@"; do
        run log session breath-box --at "$now"
        ends 0
    done
}
# counts MOMENT STREAK BEST DONE DUE: what `stats` says at that moment.
counts() {
    now=$1
    run stats --json
    ends 0
    holds "(j['streak'], j['best_streak'], j['done'], j['due']) == ($2, $3, $4, $5)"
}

# Berlin, 29 March 2026: 1:59 is followed by 3:00. The night belongs to the evening before it.
begin 2026-03-28
breathe 2026-03-28T22:00:00+01:00 2026-03-29T03:30:00+02:00
counts 2026-03-29T03:59:59+02:00 1 1 1 1
counts 2026-03-29T04:00:00+02:00 1 1 1 1 # a day of which nothing is due so far
breathe 2026-03-30T03:59:00+02:00 2026-03-30T04:00:00+02:00
counts 2026-03-30T22:00:00+02:00 3 3 3 3

# And back, 25 October: 2:00 to 2:59 come twice, both of them late on the 24th.
begin 2026-10-24
breathe 2026-10-25T02:30:00+02:00 2026-10-25T02:30:00+01:00
counts 2026-10-25T03:59:59+01:00 1 1 1 1
breathe 2026-10-25T04:00:00+01:00 2026-10-27T03:59:59+01:00
counts 2026-10-26T23:00:00+01:00 3 3 3 3

# New York, 8 March and 1 November.
begin 2026-03-07
breathe 2026-03-07T23:00:00-05:00 2026-03-09T03:00:00-04:00 2026-03-09T22:00:00-04:00
counts 2026-03-09T23:00:00-04:00 3 3 3 3
begin 2026-10-31
breathe 2026-11-01T01:30:00-04:00 2026-11-01T01:30:00-05:00
counts 2026-11-01T03:30:00-05:00 1 1 1 1
breathe 2026-11-02T03:30:00-05:00
counts 2026-11-02T09:00:00-05:00 2 2 2 2

# Lord Howe Island, by half an hour: 4 October on, 5 April back.
begin 2026-10-03
breathe 2026-10-04T01:45:00+10:30 2026-10-04T04:00:00+11:00 2026-10-05T20:00:00+11:00
counts 2026-10-05T21:00:00+11:00 3 3 3 3
begin 2026-04-04
breathe 2026-04-05T01:45:00+11:00 2026-04-05T01:45:00+10:30 2026-04-06T03:59:00+10:30
counts 2026-04-06T05:00:00+10:30 2 2 2 2

# To the east a date comes twice, and is due once. The session of Honolulu's tenth stands behind
# that of Auckland's eleventh.
begin 2026-06-09
breathe 2026-06-09T20:00:00+12:00 2026-06-11T09:00:00+12:00 2026-06-10T20:00:00-10:00
counts 2026-06-11T21:00:00-10:00 3 3 3 3
breathe 2026-06-12T20:00:00-10:00
counts 2026-06-12T21:00:00-10:00 4 4 4 4

# To the west the eleventh is never there, and due like any other: it breaks the row.
begin 2026-06-09
breathe 2026-06-09T20:00:00-10:00 2026-06-10T20:00:00-10:00 2026-06-12T06:30:00+12:00
counts 2026-06-12T07:00:00+12:00 1 2 3 4
breathe 2026-06-13T20:00:00+12:00
counts 2026-06-13T21:00:00+12:00 2 2 4 5

# 29 February, and a year without one.
begin 2028-02-28
breathe 2028-02-28T20:00:00+01:00 2028-03-01T03:59:59+01:00 2028-03-01T20:00:00+01:00
counts 2028-03-01T21:00:00+01:00 3 3 3 3
begin 2027-02-28
breathe 2027-03-01T03:59:59+01:00 2027-03-01T04:00:00+01:00
counts 2027-03-01T21:00:00+01:00 2 2 2 2

# The day at three o'clock: what was late on the 3rd is early on the 4th.
begin 2026-11-02
breathe 2026-11-02T20:00:00+01:00 2026-11-04T03:30:00+01:00 2026-11-04T20:00:00+01:00
counts 2026-11-04T21:00:00+01:00 3 3 3 3
run settings set day_starts 03:00
ends 0
counts 2026-11-04T21:00:00+01:00 1 1 2 3
now=2026-11-05T03:00:00+01:00
run stats --json
ends 0
holds "j['to'] == '2026-11-05'"
now=2026-11-05T02:59:59+01:00
run stats --json
ends 0
holds "j['to'] == '2026-11-04'"

# Weeks at the end of a year: four numbers in the last of 53 weeks, three in the first.
rm -rf "$data"
while read -r day number; do
    now=${day}T18:00:00+01:00
    run log twitch "$number"
    ends 0
done <<'END'
2026-12-29 8
2026-12-31 8
2027-01-02 2
2027-01-03 3
2027-01-04 4
2027-01-05 5
2027-01-06 6
END
run stats --json
ends 0
holds "j['twitch']['weekly'] == [{'week': '2026-W53', 'median': 5.5, 'n': 4}, {'week': '2027-W01', 'median': None, 'n': 3}]"
# Sunday's late evening is of the old week until four o'clock.
now=2027-01-11T03:59:00+01:00
run log twitch 9
ends 0
run stats --json
ends 0
holds "j['twitch']['weekly'][-1] == {'week': '2027-W01', 'median': 5.5, 'n': 4}"
summary
