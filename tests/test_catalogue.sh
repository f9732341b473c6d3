#!/bin/sh
# The shipped routines by the program itself: clean under --strict, as many and as long as
# tests/catalogue.tsv says. And docs/coverage.md: each of the fifty points once, served or to come,
# and no routine, caution, command or profile key named that is not there.
set -u

BUILD=${BUILD:-build}
repose=$BUILD/repose
table=tests/catalogue.tsv
page=docs/coverage.md
place=$(mktemp -d "${TMPDIR:-/tmp}/repose-catalogue-XXXXXX") || exit 1
trap 'rm -rf "$place"' EXIT
# shellcheck source=tests/counting.sh
. tests/counting.sh
export LC_ALL=C

if "$repose" check --strict routines/*.cfg routines/shared/*.cfg >"$place/out" 2>&1 &&
    [ ! -s "$place/out" ]; then
    good
else
    bad "check --strict: $(cat "$place/out")"
fi

awk -F '\t' '$2 == "total" { print $1, $3 }' "$table" | sort >"$place/asked"
for file in routines/*.cfg; do
    id=$(basename "$file" .cfg)
    total=$("$repose" --data "$place/data" timeline "$id" | sed -n 's/.*"total_ms": *\([0-9]*\).*/\1/p' | head -n 1)
    echo "$id $total"
done | sort >"$place/found"
if [ "$(wc -l <"$place/asked")" = 36 ] && cmp -s "$place/asked" "$place/found"; then good; else
    bad 'the totals of the timelines'
    diff "$place/asked" "$place/found"
fi

# Nobody lies for two minutes without a sign that half of it is over: a bell there, or more of them.
for file in routines/*.cfg; do
    "$repose" --data "$place/data" timeline "$(basename "$file" .cfg)"
    echo
done | python3 -c '
import json, sys
text, decoder, long = sys.stdin.read().strip(), json.JSONDecoder(), 0
while text:
    routine, end = decoder.raw_decode(text)
    text = text[end:].strip()
    bells = {cue["at_ms"] for cue in routine["cues"] if cue.get("sound") == "bell"}
    for segment in routine["segments"]:
        start, end = segment["start_ms"], segment["end_ms"]
        if end - start >= 120000:
            long += 1
            if (start + end) // 2 not in bells:
                print(routine["routine"], segment["name"])
print(long, file=sys.stderr)' >"$place/alone" 2>"$place/long"
if [ ! -s "$place/alone" ] && [ "$(cat "$place/long")" -ge 10 ]; then good; else
    bad "two minutes without a bell half way: $(cat "$place/alone" "$place/long")"
fi

# rows: the fifty rows of the page, their cells apart.
grep '^| 00[0-9]-' "$page" >"$place/rows"
for article in 0:10 1:10 2:9 3:9 4:12; do
    number=1
    while [ "$number" -le "${article#*:}" ]; do
        id="00${article%:*}-$number"
        count=$(grep -c "^| $id |" "$place/rows")
        if [ "$count" = 1 ]; then good; else bad "$id stands in $count rows"; fi
        number=$((number + 1))
    done
done
if [ "$(wc -l <"$place/rows")" = 50 ]; then good; else bad 'not fifty points'; fi
awk -F ' *[|] *' '$4 == "" && $5 == "" { print $2 }' "$place/rows" >"$place/unserved"
if [ ! -s "$place/unserved" ]; then good; else bad "neither served nor to come: $(cat "$place/unserved")"; fi
awk -F ' *[|] *' '$5 != "" && $5 !~ /^(issue [5-9]|later): / { print $2 ": " $5 }' "$place/rows" >"$place/vague"
if [ ! -s "$place/vague" ]; then good; else bad "to come, but when: $(cat "$place/vague")"; fi

# knows WORD SECOND THIRD: the help of a command, or of `log THIRD`, knows the word.
knows() {
    if [ "$2" = log ]; then
        "$repose" log "$3" --help >"$place/help" 2>&1
    else
        "$repose" help "$2" >"$place/help" 2>&1
    fi
    grep -qE -- "(^| )$1( |$)" "$place/help"
}

# What stands in backquotes as served now is there: a command with its options, kinds and symptoms.
awk -F ' *[|] *' '{ print $4 }' "$place/rows" | grep -o '`[^`]*`' | tr -d '`' | sort -u >"$place/named"
while read -r first second third fourth rest; do
    last=''
    for word in $fourth $rest; do
        case $first:$second:$third:$last:$word in
        repose:*:*:*:--[a-z]* | repose:log:event::* | repose:log:*:--symptom:*)
            if knows "$word" "$second" "$third"; then good; else bad "$second $third does not know $word"; fi
            ;;
        esac
        last=$word
    done
    case $first in
    repose)
        if "$repose" help "$second" >"$place/out" 2>&1; then good; else bad "there is no command $second"; fi
        if [ "$third" = set ]; then
            if grep -q "^  $fourth " "$place/out"; then good; else bad "$second has no key $fourth"; fi
        fi
        ;;
    *-*) if [ -f "routines/$first.cfg" ]; then good; else bad "there is no routine $first"; fi ;;
    *)
        if grep -q "^category = \"$first\"" routines/*.cfg; then good; else bad "there is no category $first"; fi
        ;;
    esac
done <"$place/named"
for caution in $(awk -F ' *[|] *' '{ print $4 }' "$place/rows" | grep -o 'C[0-9][0-9]*' | sort -u); do
    if grep -q "id = \"$caution\"" routines/shared/cautions.cfg; then good; else bad "there is no caution $caution"; fi
done

summary
