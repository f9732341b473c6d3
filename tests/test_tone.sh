#!/bin/sh
# SPDX-License-Identifier: MIT
# The tone: no text of the program holds a word that nobody is told (domain.md 7.4), in no language;
# what is excused stands in tests/tone.txt with its reason. The shipped routines too.
set -u

command -v python3 >/dev/null 2>&1 || {
    echo 'SKIPPED: test_tone.sh (no python3)'
    exit 77
}
place=$(mktemp -d "${TMPDIR:-/tmp}/repose-tone-XXXXXX") || exit 1
trap 'rm -rf "$place"' EXIT
# shellcheck source=tests/counting.sh
. tests/counting.sh

if python3 tests/tone.py tests/tone.txt po/*.po >"$place/said"; then good; else
    bad 'a text says what is not said, or an excuse is left over'
    cat "$place/said"
fi

# Each of these would be found: ROOM, LANGUAGE, TEXT, ITS TRANSLATION.
planted=0
plant() {
    planted=$((planted + 1))
    printf 'msgid ""\nmsgstr ""\n\n#: src/%s/a.c\nmsgid "%s"\nmsgstr "%s"\n' "$1" "$3" "$4" \
        >"$place/$2.po"
    : >"$place/none.txt"
    if python3 tests/tone.py "$place/none.txt" "$place/$2.po" >"$place/said"; then
        bad "passes: $3 / $4"
    else
        good
    fi
    rm "$place/$2.po"
}
plant app de 'You missed two days.' 'An zwei Tagen blieb es offen.'
plant app de 'Two days stayed open.' 'Sie haben zwei Tage verpasst.'
plant cli de 'Well done!' 'Gut.'
plant cli de 'Good.' 'Gut gemacht!'
plant run de 'You should do more.' 'Etwas mehr.'
plant run de 'A little more.' 'Sie sollten mehr tun.'
plant run de 'Only 3 of 14.' '3 von 14.'
plant run de '3 of 14.' 'Nur 3 von 14.'
plant app de 'You are cured.' 'Es ist ruhig.'
plant cli de 'It is quiet.' 'Sie sind geheilt.'
plant app de 'A twitch is harmless.' 'Ein Zucken.'
plant app de 'A twitch.' 'Ein Zucken ist harmlos.'
plant app de 'The treatment failed.' 'Die Behandlung.'
plant report de 'It is still there.' 'Es ist da.'
plant app fr 'Good.' 'Bravo !'

# What a room of files and commands says about these is left to it, and an excuse has to be needed.
printf 'msgid ""\nmsgstr ""\n\n#: src/store/a.c\nmsgid "it failed again"\nmsgstr "nur"\n' \
    >"$place/de.po"
if python3 tests/tone.py "$place/none.txt" "$place/de.po"; then good; else bad 'too strict'; fi
printf '# A reason.\nno such text\n' >"$place/left.txt"
if python3 tests/tone.py "$place/left.txt" "$place/de.po" >"$place/said"; then
    bad 'an excuse that nothing needs passes'
else
    good
fi
printf 'it failed\n' >"$place/bare.txt"
if python3 tests/tone.py "$place/bare.txt" "$place/de.po" >"$place/said" 2>&1; then
    bad 'an excuse without a reason passes'
else
    good
fi

# Titles and words of routines and fortnights: of instructions, so that "still" may be a quiet face.
if grep -nE '^[^#]*(title|summary|name|say|tip|why|goal|note)[a-z_]* *= *"[^"]*(!|cured|cures|heal(s|ed)|harmless|harmlos|geheilt|verpass|overdue|missed)' \
    routines/*.cfg routines/starters/*.cfg >"$place/said"; then
    bad 'a routine says it'
    cat "$place/said"
else
    good
fi

summary
