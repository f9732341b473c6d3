#!/bin/sh
# SPDX-License-Identifier: MIT
# Several routines as one sitting, and what a terminal asks before one: the three answers, the small
# dose, the questions of heat and breath, "anyway" typed, the closing question and the hold it makes.
. tests/terminal.sh
now=2026-11-21T08:00:00+00:00

small_start() { start_sized 40 10 --lang de "$@"; } # in the smallest terminal, in German
begin_anew() {
    rm -rf "$folder/data"
    mkdir -p "$folder/data/routines"
    head='format = 1; summary = "For a test."; author = "tests"; revised = "2026-11-21"; sources = [ ]; cautions = [ ];'
    for name in one two; do
        cat >"$folder/data/routines/$name.cfg" <<CFG
$head title = "Smile $name"; category = "nmr"; gates = { hfs = "open"; unknown = "small"; bsp = "closed"; synk = "plan"; };
steps = ( { name = "Smile"; exercise = "smile_closed"; reps = 4; effort = 4; move = 0.1; hold = 0.1; release = 0.1; rest = 0.1; } );
CFG
    done
    cat >"$folder/data/routines/calm.cfg" <<CFG
$head title = "Calm"; category = "breathing"; gates = { all = "open"; };
steps = ( { name = "Breathe"; breathe = { in = 0.2; out = 0.2; }; cycles = 2; } );
CFG
    cat >"$folder/data/routines/long-calm.cfg" <<CFG
$head title = "Long calm"; category = "breathing"; gates = { all = "open"; };
steps = ( { name = "Breathe"; breathe = { in = 5; out = 5; }; cycles = 20; } );
CFG
    cat >"$folder/data/routines/warm.cfg" <<CFG
$head title = "Warm"; category = "compress-warm"; limit = { gap_hours = 2; }; gates = { all = "open"; };
steps = ( { name = "Warm"; compress = "warm"; seconds = 0.3; } );
CFG
    # The minute between two face routines, in a moment.
    cat >"$folder/data/routines/relax-let-go-60.cfg" <<CFG
$head title = "A moment of letting go"; category = "meditation"; gates = { all = "open"; };
steps = ( { name = "Let go"; seconds = 0.3; } );
CFG
    plainly settings set lead_in 0
    plainly settings set cues false
}

# 1. Where nobody looks: one record a routine, joined; letting go between two face routines alone.
begin_anew
plainly profile set condition hfs
plainly profile set answers no,no,no
expect 'a chain plays' plainly play one two calm --before 6 --after 3
expect 'four records, joined, one number before and one after' history_says "
    [s['routine'] for s in all] == ['one', 'relax-let-go-60', 'two', 'calm'] and
    len({s['chain'] for s in all}) == 1 and all[0]['chain'] and
    [s['before'] for s in all] == [6, None, None, None] and
    [s['after'] for s in all] == [None, None, None, 3]"
begin_anew
expect 'one alone is no chain' plainly play calm
expect 'and has no id of one' history_says "len(all) == 1 and all[0]['chain'] is None"

# What cannot be played later is said before the first begins.
if plainly play calm warm warm; then expect 'is refused' false; else
    expect 'is refused by the second one' told 'warm: Enough for now, the skin rests'
fi
expect 'and nothing of it was begun' history_says 'len(all) == 1'
plainly profile set answers no,no,no
if plainly play calm one one; then expect 'a small dose twice' false; else
    expect 'once a day is once' told 'one: Enough of this one for today'
fi
plainly profile set condition hfs
expect 'where it is open nothing is in the way' plainly play calm one one
plainly profile set condition bsp
if plainly play calm one; then expect 'a closed one ends it' false; else expect 'by its reason' told 'one: With blepharospasm'; fi
expect 'a name too many is told' sh -c "! '$program' --data '$folder/data' play calm nowhere </dev/null 2>/dev/null"

# 2. In a terminal: the three answers, the honest sentence, the small dose, letting go at its end.
begin_anew
start play one --terminal --before 4 --after 2
expect 'the safety lines' shows 'call 112 now'
keys Enter
expect 'the first of three' shows 'weak or hanging'
expect 'says where one is' shows '1 of 3'
keys 2
expect 'the second' shows 'narrow by itself'
keys 2
expect 'the third' shows 'surgeon has not released'
keys 2
expect 'the dose is said' shows 'at most three of each movement'
expect 'with what is known' shows 'Nobody has tested them well'
keys Enter
expect 'the closing question' shows 'How is your face now?'
keys 1
expect 'it goes on to letting go and ends' shows 'status 0'
expect 'what was answered is kept' profile_says "me['answers'] == ['no', 'no', 'no']"
expect 'three of four, then letting go, one chain' history_says "
    [s['routine'] for s in all] == ['one', 'relax-let-go-60'] and all[0]['planned_ms'] == 1200 and
    all[0]['feel'] == 'calmer' and all[0]['before'] == 4 and all[1]['after'] == 2 and
    all[0]['chain'] == all[1]['chain'] and all[1]['feel'] is None"

# Half a question is not answered: in the smallest terminal all of it stands there, and the number to call.
begin_anew
small_start play one --terminal --before 4
if command -v msgfmt >/dev/null 2>&1; then
    expect 'the safety lines to their end' shows 'sofort 112 rufen'
    keys Enter
    expect 'one' shows 'drei Monaten so?'
    keys 2
    expect 'two' shows 'selbst enger?'
    keys 2
    expect 'the longest to its end' shows 'freigegeben hat? 1 Ja 2 Nein 3 Nicht sicher'
fi

# The answers decide: an eye that narrows, one left open.
begin_anew
plainly play calm
start play one --terminal --before 4 --after 2
expect 'asked' shows 'weak or hanging'
keys 2
expect 'on' shows 'narrow by itself'
keys 1
expect 'and on' shows 'surgeon has not'
keys 2
expect 'refused by what was answered' shows 'With linked movements (synk)'
expect 'with status 1' shows 'status 1'
expect 'kept all the same' profile_says "me['answers'] == ['no', 'yes', 'no']"
plainly profile set answers ''
start play one --terminal --before 4 --after 2
expect 'asked once more' shows 'weak or hanging'
keys Enter
expect 'two' shows 'narrow by itself'
keys 2
expect 'three' shows 'surgeon has not'
keys 2
expect 'an answer that is missing is no answer' shows 'until the three questions are answered'
expect 'nothing is kept of half of it' profile_says "me['answers'] == []"

# 3. The word typed against a gate.
begin_anew
plainly play calm
plainly profile set condition bsp
plainly profile set answers no,no,no
start play one --terminal --anyway --before 4 --after 2
expect 'the reason and the word' shows 'Type the word "anyway"'
expect 'why' shows 'With blepharospasm'
keys n o Enter
expect 'another word is refused' shows 'status 1'
start play one --terminal --anyway --before 4 --after 2
expect 'asked a second time' shows 'Type the word'
keys a n y w a x BSpace y Enter
expect 'it plays' shows 'How is your face now?'
keys 5
expect 'it hurt: what now, whom to tell' shows 'where it hurt'
expect 'it ends' shows 'status 0'
expect 'marked, and a hold' history_says "all[-1]['anyway'] and all[-1]['hold'] == 'hurt'"

# 4. Before the first warmth: the skin, stabbing pain; each once.
begin_anew
plainly play calm
start play warm --terminal --before 4 --after 2
expect 'the skin' shows 'as usual?'
keys 1
expect 'stabbing pain' shows 'stabbing pain'
keys 2
expect 'then it plays' shows 'How is your face now?'
keys 2
expect 'to its end' shows 'status 0'
expect 'kept' profile_says "me['skin'] == 'yes' and me['asks'] == []"
now=2026-11-21T12:00:00+00:00
start play warm --terminal --before 4 --after 2
expect 'not asked again' shows 'How is your face now?'
keys Enter
expect 'ended' shows 'status 0'
now=2026-11-22T12:00:00+00:00
plainly profile set skin ''
start play warm --terminal
expect 'taken back it is asked again' shows 'as usual?'
keys 3
expect 'not sure is no' shows 'neither warmth nor cold is safe'
expect 'refused' shows 'status 1'

# 5. Escape ends the whole chain and keeps what was done.
begin_anew
plainly play calm
now=2026-11-23T12:00:00+00:00
start play calm long-calm calm --terminal --before 4
expect 'the second one plays' shows '3:[01][0-9] left'
keys Escape
expect 'why' shows 'Why now?'
keys 3
expect 'the number once, at the end' shows 'And now?'
keys 3
expect 'over' shows 'status 0'
expect 'two of three, the number on the last' history_says "
    [s['routine'] for s in all[1:]] == ['calm', 'long-calm'] and all[2]['why'] == 'tired' and
    all[1]['before'] == 4 and all[2]['after'] == 3 and all[1]['after'] is None"

# The number is kept where the last one was left before it began.
now=2026-11-24T12:00:00+00:00
plainly settings set lead_in 5
start play calm long-calm --terminal --before 4
expect 'the second one leads in' shows '3:20 left'
keys Escape
expect 'why, once more' shows 'Why now?'
keys 2
expect 'the number all the same' shows 'And now?'
keys 1
expect 'over once more' shows 'status 0'
expect 'it stands on what was played' history_says "all[-1]['routine'] == 'calm' and all[-1]['after'] == 1"

tally
