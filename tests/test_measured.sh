#!/bin/sh
# SPDX-License-Identifier: MIT
# tests/measured.txt names, for each sentence of what is measured, the tests that hold it. Each of
# them has to be there and to be run; a sentence without a test is none that is held.
set -u

list=${1:-tests/measured.txt}
# shellcheck source=tests/counting.sh
. tests/counting.sh
sentence=''
held=0
close() {
    [ -z "$sentence" ] || [ "$held" -gt 0 ] || bad "no test holds: $sentence"
}
# holds FILE TEXT: a script holds the text where it is no comment, a program runs the test.
holds() {
    case $1 in
    *.sh | *.py) sed '/^ *#/d' "tests/$1" 2>/dev/null | grep -qF -- "$2" ;;
    *) grep -q "^static void $2(void \*\*state)" "tests/$1" 2>/dev/null &&
        grep -qE "(TEST|cmocka_unit_test[a-z_]*)\($2[,)]" "tests/$1" ;;
    esac
}
while IFS= read -r line; do
    case $line in
    '# '*)
        close
        sentence=${line#'# '}
        held=0
        ;;
    '    '*)
        line=${line#'    '}
        held=$((held + 1))
        if holds "${line%% *}" "${line#* }"; then
            good
        else
            bad "$sentence: not there: $line"
        fi
        ;;
    esac
done <"$list"
close
[ "$passed" -gt 0 ] || bad "$list holds nothing"

# What is wrong is seen.
if [ $# -eq 0 ]; then
    place=$(mktemp -d "${TMPDIR:-/tmp}/repose-measured-XXXXXX") || exit 1
    trap 'rm -rf "$place"' EXIT
    printf '# A sentence\n    core/test_week.c no_such_test\n' >"$place/gone"
    printf '# A sentence\n# Another\n    core/test_week.c days_know_their_week\n' >"$place/bare"
    printf '# A sentence\n    test_measured.sh no such%s text\n' '' >"$place/script"
    printf '# A sentence\n    test_measured.sh has to be%s there and to be run\n' '' >"$place/comment"
    : >"$place/empty"
    for wrong in gone bare script comment empty; do
        if sh "$0" "$place/$wrong" >"$place/said"; then
            bad "passes: $(cat "$place/$wrong")"
        else
            good
        fi
    done
fi
summary
