#!/bin/sh
# SPDX-License-Identifier: MIT
# A bedtime session through the terminal: what may not be in it, that it keeps its number for the next
# morning and asks it once, and what is heard of it.
. tests/terminal.sh
now=2026-11-21T23:30:00+00:00

refuses() { # refuses ROUTINE...
    plainly play --bedtime "$@"
    [ $? = 1 ] && grep -q 'not at bedtime. A pack has to come off' "$folder/said"
}

mkdir -p "$folder/data/routines"
for name in one two; do
    cat >"$folder/data/routines/$name.cfg" <<CFG
format = 1; title = "Calm $name"; category = "breathing"; summary = "For a test."; author = "tests";
revised = "2026-11-21"; sources = [ ]; cautions = [ ]; gates = { all = "open"; };
steps = ( { name = "Breathe"; breathe = { in = 0.2; out = 0.2; }; cycles = 2; } );
CFG
done
plainly settings set lead_in 0
plainly settings set rate every

for pack in warm-compress cold-compress warm-lids warm-massage-breath; do
    expect "$pack is refused" refuses one "$pack"
    expect "and $pack in the window" env SDL_VIDEODRIVER=dummy sh -c \
        "! '$program' play --bedtime $pack --data '$folder/data' </dev/null >'$folder/out' 2>'$folder/said' &&
         grep -q 'not at bedtime' '$folder/said'"
done
expect 'nothing of it was begun' history_says 'all == []'
expect 'elsewhere it is no option' sh -c "! '$program' list --bedtime </dev/null 2>'$folder/said'"

# The evening: the number before is asked, the one after is not.
start play one two --bedtime --terminal
expect 'the safety lines' shows 'call 112 now'
keys Enter
expect 'the number before' shows 'how busy was your face'
keys 6
expect 'it ends without a question' shows 'status 0'
expect 'two records' history_says "
    [(s['routine'], s['before'], s['after']) for s in all] == [('one', 6, None), ('two', None, None)]"

# The same night nothing is asked; in the morning it is, once.
now=2026-11-22T02:30:00+00:00
start play one --terminal --before 5 --after 5
expect 'the same night it plays at once' shows 'status 0'
now=2026-11-22T07:30:00+00:00
start play one --terminal --before 4 --after 4
expect 'the morning asks' shows 'Last night: Calm two'
expect 'how it was' shows 'when you fell asleep'
keys 2
expect 'then it plays' shows 'status 0'
expect 'it stands on the last of the chain' history_says "
    [(s['routine'], s['after']) for s in all] == [('one', None), ('two', 2), ('one', 5), ('one', 4)]"
start play one --terminal --before 4 --after 4
expect 'not asked again' shows 'status 0'

# Left open it is not asked again either.
now=2026-11-22T23:30:00+00:00
start play one --bedtime --terminal --before 3
expect 'a second evening' shows 'status 0'
now=2026-11-23T07:30:00+00:00
start play two --terminal --before 4 --after 4
expect 'asked' shows 'Last night: Calm one'
keys Enter
expect 'left open' shows 'status 0'
start play two --terminal --before 4 --after 4
expect 'and done with' shows 'status 0'
expect 'it has no number' history_says "all[-3]['routine'] == 'one' and all[-3]['after'] is None"

# A number given with the command is one.
now=2026-11-23T23:30:00+00:00
start play one --bedtime --terminal --before 3 --after 1
expect 'a third evening' shows 'status 0'
now=2026-11-24T07:30:00+00:00
start play two --terminal --before 4 --after 4
expect 'nothing is left to ask' shows 'status 0'

# What is heard.
python3 tests/bedtime.py "$program" >"$folder/heard"
grep -v ' passed, ' "$folder/heard"
counts=$(tail -n 1 "$folder/heard")
passed=$((passed + $(echo "$counts" | sed -n 's/^\([0-9]*\) passed.*/\1/p')))
failed=$((failed + $(echo "$counts" | sed -n 's/.* \([0-9]*\) failed$/\1/p')))

tally
