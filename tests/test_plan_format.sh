#!/bin/sh
# Holds docs/plan-format.md against the program: each example is clean to `repose check`,
# and each key that the reader knows stands in the page. An example without `format` is a piece,
# which is put behind the head of a plan.
set -u

BUILD=${BUILD:-build}
case $BUILD in
/*) repose=$BUILD/repose ;;
*) repose=$PWD/$BUILD/repose ;;
esac
page=docs/plan-format.md
place=$(mktemp -d "${TMPDIR:-/tmp}/repose-plan-format-XXXXXX") || exit 1
trap 'rm -rf "$place"' EXIT
unset DISPLAY WAYLAND_DISPLAY SDL_VIDEODRIVER COLUMNS LANGUAGE LC_MESSAGES LANG
export LC_ALL=C HOME="$place/home"
# shellcheck source=tests/counting.sh
. tests/counting.sh

awk -v place="$place" '
    /^```/ { inside = !inside; if (inside) file = sprintf("%s/%02d.piece", place, ++count); next }
    inside { print > file }' "$page"

for piece in "$place"/*.piece; do
    plan=${piece%.piece}.cfg
    if grep -q '^format' "$piece"; then
        cp "$piece" "$plan"
    else
        {
            printf 'format = 1; id = "p"; title = "P"; author = "A"; from = "2026-11-23";\n'
            grep -q '^items' "$piece" || printf 'items = ( { task = "T"; per_day = 1; } );\n'
            cat "$piece"
        } >"$plan"
    fi
    if "$repose" --data "$place/data" check "$plan" >"$place/said" 2>&1 && [ ! -s "$place/said" ]; then
        good
    else
        bad "an example of $page is not clean"
        cat "$place/said"
    fi
done
count=$(find "$place" -name '*.cfg' | wc -l)
if [ "$count" -ge 7 ]; then good; else bad "only $count examples in $page"; fi

keys=$(sed -n '/^static const struct key [a-z]*_keys\[\]/,/^};/p' src/files/plan_file.c src/files/plan_items.c |
    grep -o '{"[a-z_]*"' | tr -d '{"' | sort -u)
for key in $keys condition affected reason; do
    if grep -q "\`$key\`\|$key =" "$page"; then good; else bad "$page says nothing of $key"; fi
done
count=$(echo "$keys" | wc -l)
if [ "$count" -ge 30 ]; then good; else bad "only $count keys were found in the reader"; fi

# The line that it shows is one that is printed.
sed 's/per_day = 1; note/per_day = 50; note/' "$place/01.cfg" >"$place/plan.cfg"
(cd "$place" && "$repose" --data "$place/data" check plan.cfg 2>said)
if grep -q '^plan.cfg:8: error: items\[2\].per_day: 50 is above 24$' "$place/said"; then good; else
    bad 'the message that is shown is not printed'
    cat "$place/said"
fi

summary
