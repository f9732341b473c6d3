#!/bin/sh
# SPDX-License-Identifier: MIT
# Who may do what, through the real program: every gate of the catalogue and every pair of words by
# `list --json` after `profile set`, refusals, "anyway", answers, limits over a day, holds.
set -u

# shellcheck source=tests/commands.sh
. tests/commands.sh

run() { # run ARGUMENTS...: at the moment $now
    ran="repose $* (at $now)"
    "$repose" --data "$data" --now "$now" "$@" >"$out" 2>"$said" </dev/null
    status=$?
}
says_not() { if grep -q -- "$1" "$said"; then bad "says: $1"; else good; fi; }
# gate ID WORD: what list says of it now
gate() {
    run list --json
    holds "[e['gate'] for e in j if e['id'] == '$1'] == ['$2']"
}
begin_anew() { # an own history, with the short routines below
    rm -rf "$data"
    mkdir -p "$data/routines"
    head='format = 1; summary = "For a test."; author = "tests"; revised = "2026-11-21"; sources = [ ]; cautions = [ ];'
    smile='{ name = "Smile"; exercise = "smile_closed"; reps = 5; effort = 4; move = 0.1; hold = 0.1; release = 0.1; rest = 0.1; }'
    cat >"$data/routines/quick-smile.cfg" <<CFG
$head title = "Quick smile"; category = "nmr"; limit = { per_day = 2; }; range = { hold = [ 0.1, 0.3 ]; };
gates = { unknown = "small"; hfs = "open"; synk = "plan"; bsp = "closed"; palsy-early = "plan"; };
steps = ( $smile );
CFG
    cat >"$data/routines/quick-warm.cfg" <<CFG
$head title = "Quick warmth"; category = "compress-warm"; limit = { per_day = 3; gap_hours = 2; }; gates = { all = "open"; };
steps = ( { name = "Warm"; compress = "warm"; seconds = 0.2; } );
CFG
    cat >"$data/routines/quick-holds.cfg" <<CFG
$head title = "Quick holds"; category = "breathing"; limit = { cycles_max = 8; cycles_first_month = 4; }; gates = { all = "open"; };
steps = ( { name = "Breathe"; breathe = { in = 0.1; hold = 0.1; out = 0.1; }; cycles = 3; } );
CFG
    cat >"$data/routines/quick-calm.cfg" <<CFG
$head title = "Quick calm"; category = "breathing"; gates = { all = "open"; };
choices = { cycles = [ 2, 5, 10 ]; };
steps = ( { name = "Breathe"; breathe = { in = 0.1; out = 0.1; }; cycles = 5; } );
CFG
    run settings set lead_in 0
    run settings set cues false # nothing rings out
}

# 1. The whole table of the catalogue: nothing told, each word, each pair, each with a fresh injection.
begin_anew
cat >"$place/table.py" <<'END_PYTHON'
import itertools, json, subprocess, sys
repose, data, now, table = sys.argv[1:]
WORDS = 'myok hfs bsp synk palsy-weak palsy-early unknown toxin-24h'.split()
STRICT = ['open', 'small', 'plan', 'closed']
rows = {}
for line in open(table, encoding='utf-8'):
    cells = line.rstrip('\n').split('\t')
    if not line.startswith('#') and len(cells) > 2 and cells[1] == 'gates':
        rows[cells[0]] = dict(zip(WORDS, cells[2].split()))
def run(*arguments):
    return subprocess.run([repose, '--data', data, '--now', now, *arguments], check=True,
                          stdout=subprocess.PIPE).stdout
checked, wrong, missing = 0, [], set()
def look(words, told):
    global checked
    listed = {e['id']: e for e in json.loads(run('list', '--json'))}
    for routine, row in rows.items():
        if routine not in listed:
            missing.add(routine)
            continue
        want = max((row[word] for word in words), key=STRICT.index)
        entry = listed[routine]
        checked += 1
        if entry['gate'] != want:
            wrong.append(f"{routine} with {told}: {entry['gate']}, not {want}")
        # The reason names the first of the words that decided, and is one sentence.
        first = next(word for word in WORDS if word in words and row[word] == want)
        reason = entry['reason']
        if want == 'open' and reason or want != 'open' and f'({first})' not in reason:
            wrong.append(f"{routine} with {told}: reason {reason!r} does not name {first}")
        if want != 'open' and (not reason.endswith('.') or reason.count('. ')):
            wrong.append(f"{routine}: {reason!r} is not one sentence")
    return listed
look(['unknown'], 'nothing told')
real = [word for word in WORDS if word not in ('unknown', 'toxin-24h')]
for count in (1, 2):
    for words in itertools.combinations(real, count):
        run('profile', 'set', 'condition', ','.join(words))
        look(words, ','.join(words))
        if count == 1:
            run('profile', 'set', 'toxin', '2026-11-20T20:00')
            # On a tie what lasts longer decides, and an injection passes.
            look(list(words) + ['toxin-24h'], f'{words[0]} and an injection')
            run('profile', 'set', 'toxin', '')
run('profile', 'set', 'condition', '')
for routine in sorted(missing):
    print(f'no file yet: {routine}')
for line in wrong[:20]:
    print('FAILED:', line)
print(f'{checked} gates looked at, {len(wrong)} wrong')
sys.exit(1 if wrong or checked < 36 * 5 else 0)
END_PYTHON
ran='the table of gates'
if python3 "$place/table.py" "$repose" "$data" "$now" tests/catalogue.tsv >"$out" 2>"$said"; then good; else bad 'differs'; fi
grep 'looked at\|no file' "$out"

# 2. What closes beside the words.
blocks() { # blocks KEY VALUE IDS-THAT-CLOSE...
    key=$1 value=$2
    shift 2
    run profile set "$key" "$value"
    run list --json
    holds "sorted(e['id'] for e in j if e['gate'] == 'closed' and not e['id'].startswith('quick-') and
                 e['id'] not in ('breath-pursed', 'relax-pmr-face')) == sorted('$*'.split())"
    run profile set "$key" ''
}
blocks skin no cold-compress warm-compress warm-lids warm-massage-breath
blocks skin unsure cold-compress warm-compress warm-lids warm-massage-breath
blocks skin yes
blocks asks stabbing-pain cold-compress mas-cheek-stretch mas-face-full mas-jaw-temple-neck warm-compress warm-lids \
    warm-massage-breath
blocks asks stroke mas-face-full mas-jaw-temple-neck warm-massage-breath
blocks asks carotid mas-face-full mas-jaw-temple-neck warm-massage-breath
blocks asks asthma breath-478 breath-box
blocks asks pregnancy breath-478 breath-box
blocks asks cold-allergy cold-compress
blocks asks blood-thinners
blocks asks nuts
blocks surgery 2026-11-20 cold-compress mas-cheek-stretch mas-face-full mas-jaw-temple-neck nmr-close-mouth-still \
    nmr-imagine-then-do nmr-pucker-eyes-open nmr-smile-eyes-open nmr-vowels rom-jaw rom-lower-face rom-upper-face \
    str-brow-lids str-lips-cheeks warm-compress warm-lids warm-massage-breath
run profile set surgery 2026-11-01
run profile set released 2026-11-20
gate warm-compress open
run profile set surgery ''
run profile set released ''

# 3. A fresh injection to its hour, in the place where it is told, and the setting that changes it.
run profile set condition hfs
now=2026-11-21T08:00:00+01:00; run profile set toxin 2026-11-20T20:00
now=2026-11-21T18:59:00+00:00; gate warm-compress closed
now=2026-11-21T19:00:00+00:00; gate warm-compress open
now=2026-11-21T08:00:00+00:00; run profile set toxin 2026-11-20T20:00
now=2026-11-21T19:59:00+00:00; gate warm-compress closed
now=2026-11-21T20:00:00+00:00; gate warm-compress open
run settings set toxin_lock 48; ends 0
gate warm-compress closed
now=2026-11-22T20:00:00+00:00; gate warm-compress open
run settings set toxin_lock 3; ends 2; says 'from 4 to 336'
run profile set toxin 2026-11-20 # a date alone counts from its end
run settings set toxin_lock 24
now=2026-11-21T23:59:00+00:00; gate warm-compress closed
run show warm-compress; prints 'For you: closed'; prints 'tomorrow at 0:00'
now=2026-11-22T00:00:00+00:00; gate warm-compress open

# 4. Refused, with the reason and what instead; "anyway" without a terminal.
begin_anew
now=2026-11-21T08:00:00+01:00
run profile set answers no,no,no
run profile set condition bsp
run play quick-smile; ends 1; says 'repose: quick-smile: With blepharospasm (bsp)'; says 'Instead: '
run play quick-smile --anyway; ends 1; says '--anyway=ROUTINE'
run play quick-smile --anyway=quick-calm; ends 1; says 'bsp'
run play quick-smile --anyway=; ends 2
run play --anyway=quick-smile quick-smile; ends 0; says 'With blepharospasm (bsp)'
run history --json; holds "len(j) == 1 and j[0]['anyway'] is True and j[0]['status'] == 'complete'"
run history; prints 'Played against its gate'
run profile set condition synk
run play quick-smile; ends 1; says "therapist's plan"
run profile set condition palsy-early # a face movement: not even anyway
run play --anyway=quick-smile quick-smile; ends 1; says '--anyway does not open'
run profile set condition hfs
run profile set skin no
run play --anyway=quick-warm quick-warm; ends 1; says '--anyway does not open'
run profile set skin unsure # nobody knows: she may say so herself
run play --anyway=quick-warm quick-warm; ends 0; says 'skin'

# 5. The three answers, without a terminal.
begin_anew
run play quick-smile; ends 1; says 'repose profile set answers no,no,no'
run play quick-calm; ends 0; says_not 'answers'
run play quick-holds; ends 0; says 'asthma' # nobody to ask: its caution is said
run profile set answers no,no,no
run play quick-smile; ends 0; prints 'Small dose'
run profile set answers no,yes,no # an eye narrows: synk
gate quick-smile plan
run profile set answers yes,no,no; gate quick-smile plan
run profile set answers unsure,no,no; gate quick-smile plan
run profile set answers no,unsure,no; gate quick-smile small
run profile set answers no,no,yes; gate quick-smile closed
run profile set answers no,no,unsure; gate quick-smile closed
run profile set answers no,no,no
now=2027-02-25T08:00:00+01:00 # longer than 90 days without a movement
run play quick-smile; ends 1; says 'answers no,no,no'
now=2026-11-21T08:00:00+01:00

# 6. The small dose: three repetitions, 2 of 10, once a day; it grows by days of practice.
run profile set answers no,no,no
run timeline quick-smile; holds "j['total_ms'] == 2000 and all(s['effort'] == 4 and s['reps'] == 5 for s in j['segments'])"
run timeline quick-smile --mine; holds "j['total_ms'] == 1200 and all(s['effort'] == 2 and s['reps'] == 3 for s in j['segments'])"
run list --json --mine; holds "[e['total_ms'] for e in j if e['id'] == 'quick-smile'] == [1200]"
run show quick-smile --mine; prints '3 times'; prints 'effort 2 of 10'; prints 'Small studies'
run history --json; holds "j[-1]['planned_ms'] == 1200 and 'reps_most=3' in j[-1]['adjusted']"
run play quick-smile; ends 1; says 'Enough of this one for today; it opens tomorrow at 4:00'; says 'Instead: '
now=2026-11-22T03:59:00+01:00; run play quick-smile; ends 1 # still the same day
now=2026-11-22T04:00:00+01:00; run play quick-smile; ends 0
for day in 23 24 25 26 27; do
    now=2026-11-${day}T08:00:00+01:00; run play quick-smile; ends 0
done
now=2026-11-28T08:00:00+01:00
run timeline quick-smile --mine; holds "j['total_ms'] == 2000 and all(s['effort'] == 4 for s in j['segments'])"
export COLUMNS=200; run show quick-smile; unset COLUMNS; prints 'once a day for now'
run profile set condition hfs # open there: as written, twice a day
run play quick-smile; ends 0
run play quick-smile; ends 0
run play quick-smile; ends 1; says 'Enough of this one for today'

# 7. Warmth: two hours from its end, three a day, whatever routine warmed.
begin_anew
now=2026-11-21T08:00:00+01:00; run play quick-warm; ends 0
now=2026-11-21T09:59:00+01:00; run play quick-warm; ends 1; says 'Enough for now, the skin rests; it opens at 10:0'
now=2026-11-21T10:01:00+01:00; run play quick-warm; ends 0
run play warm-compress; ends 1; says 'the skin rests'
now=2026-11-21T13:00:00+01:00; run play quick-warm; ends 0
now=2026-11-21T20:00:00+01:00; run play quick-warm; ends 1; says 'for today; it opens tomorrow at 4:00'
now=2026-11-22T03:59:00+01:00; run play quick-warm; ends 1; says 'opens at 4:00'
now=2026-11-22T04:00:00+01:00; run play quick-warm; ends 0

# 8. Four face routines a day.
begin_anew
now=2026-11-21T08:00:00+01:00
run profile set answers no,no,no
run profile set condition hfs
for copy in a b c d e; do
    cp "$data/routines/quick-smile.cfg" "$data/routines/quick-$copy.cfg"
done
for copy in a b c d; do
    run play quick-$copy; ends 0
done
run play quick-e; ends 1; says 'Enough face exercises for today'
run play quick-calm; ends 0

# 9. It hurt: a week of rest, in words and in the history.
run history --json; holds "all(s['hold'] is None for s in j)"
python3 -c "
import sqlite3
with sqlite3.connect('$data/history.db') as store:
    store.execute(\"UPDATE sessions SET feel = 'hurt' WHERE routine = 'quick-a'\")"
now=2026-11-22T08:00:00+01:00
gate quick-a closed
run play quick-a; ends 1; says 'It hurt the last time'; says 'It opens on Saturday, 28 November'; says 'where it hurt'; says 'Instead: '
run history; prints 'On hold for a week from here: It hurt'
run history --json; holds "[s['hold'] for s in j if s['routine'] == 'quick-a'] == ['hurt']"
run play quick-b; ends 0 # the hold is that routine's alone
now=2026-11-28T07:59:00+01:00; gate quick-a closed
now=2026-11-28T08:01:00+01:00; gate quick-a open

# 10. Adjusted: fewer, one side, within the range; remembered when told to.
run play quick-a --reps 6; ends 1; says '5 repetitions'
run play quick-a --hold 0.4; ends 1; says 'from 0.1 to 0.3'
run play quick-calm --hold 0.4; ends 1; says 'hold of this routine is fixed'
run play quick-a --length 2; ends 1; says 'length of this routine is fixed'
run play quick-a --reps 2 --hold 0.3 --side left --remember; ends 0
run history --json; holds "j[-1]['planned_ms'] == 2 * 600 and j[-1]['adjusted'].startswith('side=left')"
run timeline quick-a --mine; holds "j['total_ms'] == 1200 and all(s['side'] == 'left' for s in j['segments'])"
run timeline quick-a --mine --hold 0.2; holds "j['total_ms'] == 1000"
run timeline quick-a; holds "j['total_ms'] == 2000"
run timeline quick-calm --length 0.03; holds "j['total_ms'] == 2000" # 1.8 s lies nearest to ten breaths
run timeline quick-calm --length 0.01; holds "j['total_ms'] == 400"
run timeline quick-holds --mine --length 1; holds "j['total_ms'] == 1200" # the first month: four at most

# 11. Cautions that her own words switch on stand first.
run profile set asks asthma
run show breath-box; prints 'You most of all'; prints 'For you: closed'
run show breath-calm; if grep -q 'You most of all' "$out"; then bad 'a caution that does not concern it'; else good; fi

summary
