#!/bin/sh
# SPDX-License-Identifier: MIT
# docs/design-language.md says what the code does: its table of colours is that of src/draw/theme.c,
# and its list of pairs names every ink that the theme's test holds to a contrast.
set -u

page=docs/design-language.md
# shellcheck source=tests/counting.sh
. tests/counting.sh
check() {
    if [ -n "$2" ] && [ "$2" = "$3" ]; then
        good
    else
        bad "$1"
        printf '%s\n' "$2" >"${TMPDIR:-/tmp}/design.$$"
        printf '%s\n' "$3" | diff "${TMPDIR:-/tmp}/design.$$" - | head -n 10
        rm -f "${TMPDIR:-/tmp}/design.$$"
    fi
}

in_code=$(sed -n 's/^ *\[TOKEN_\([A-Z0-9]*\)\] = {0x\(.\{6\}\), 0x\(.\{6\}\), 0x\(.\{6\}\)},$/\1 \2 \3 \4/p' \
    src/draw/theme.c | tr '[:upper:]' '[:lower:]')
on_page=$(sed -n 's/^| `\([a-z0-9]*\)` | .* | #\(.\{6\}\) | #\(.\{6\}\) | #\(.\{6\}\) |$/\1 \2 \3 \4/p' \
    "$page" | tr '[:upper:]' '[:lower:]')
check 'the colours' "$in_code" "$on_page"

in_test=$(sed -n 's/^ *{TOKEN_\([A-Z0-9]*\), {TOKEN_\([A-Z0-9]*\)[,}].*, \([0-9.]*\), \([0-9.]*\)},$/\1 \2 \3 \4/p' \
    tests/draw/test_theme.c | tr '[:upper:]' '[:lower:]')
on_page=$(sed -n 's,^| `\([a-z0-9]*\)` | `\([a-z0-9]*\)`.* | \([0-9.]*\) / \([0-9.]*\) |$,\1 \2 \3 \4,p' "$page")
check 'the pairs and their least contrast' "$in_test" "$on_page"

# The sizes of type.
for pair in '42:TEXT_DISPLAY' '26:TEXT_TITLE' '15:TEXT_SMALL'; do
    size=${pair%%:*}
    grep -q "| ${size} |" "$page" && grep -Eq "layout_(body|title|display)\(layout, ${size}\)" src/app/*.c &&
        good || {
        bad "the size ${pair#*:} is not $size on the page and in the code"
    }
done

summary
