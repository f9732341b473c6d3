#!/bin/sh
# SPDX-License-Identifier: MIT
# The tools of `make bench`, not what they measure: floor and xwatch compile without a warning, and the
# figures are right on made-up data.
set -u

command -v python3 >/dev/null 2>&1 || {
    echo 'SKIPPED: test_bench.sh: python3 is not installed'
    exit 77
}
work=$(mktemp -d "${TMPDIR:-/tmp}/repose-test-bench-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
# shellcheck source=tests/counting.sh
. tests/counting.sh

# What a make around this one was told (sanitizers, jobs) is no business of these programs.
unset MAKEFLAGS MAKELEVEL MFLAGS
# compiles COMPILER NAME: without a warning.
compiles() {
    program=$work/$1/bench/$2
    if make CC="$1" BUILD="$work/$1" WERROR=-Werror "$program" >"$work/log" 2>&1 && [ -x "$program" ]; then
        good
    else
        cat "$work/log"
        bad "$1 $2"
    fi
}
for compiler in gcc clang; do
    command -v "$compiler" >/dev/null 2>&1 || continue
    compiles "$compiler" floor
    if pkg-config --exists x11 xdamage; then
        compiles "$compiler" xwatch
    else
        echo "SKIPPED: test_bench.sh: xwatch, no headers of libXdamage"
    fi
done

if python3 -B tests/bench/test_figures.py >"$work/log" 2>&1; then
    tests=$(sed -n 's/^Ran \([0-9]*\) tests* .*/\1/p' "$work/log")
    passed=$((passed + ${tests:-0}))
    [ "${tests:-0}" -gt 0 ] || bad 'test_figures.py ran nothing'
else
    cat "$work/log"
    bad test_figures.py
fi

summary
