#!/bin/sh
# SPDX-License-Identifier: MIT
# A simulated year: every figure of `repose stats --json` for many ranges and the signs of many days
# against a second working-out of design section 6 (year_figures.py) and of the rules for a doctor
# (year_signs.py). The seed is printed; REPOSE_SEED=N repeats one.
set -u

command -v python3 >/dev/null 2>&1 || {
    echo 'SKIPPED: test_year.sh: python3 is not installed'
    exit 77
}
program=$(cd "${BUILD:-build}" && pwd)/repose
place=$(mktemp -d "${TMPDIR:-/tmp}/repose-year-XXXXXX") || exit 1
trap 'rm -rf "$place"' EXIT
trap 'exit 130' INT TERM
unset HOME XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME
export LC_ALL=C.UTF-8 TZ=UTC0
# shellcheck source=tests/counting.sh
. tests/counting.sh

for seed in ${REPOSE_SEED:-20261121 $(date +%s)}; do
    echo "seed $seed (REPOSE_SEED=$seed repeats it)"
    mkdir "$place/$seed"
    if python3 -B tests/year.py "$program" "$place/$seed" "$seed"; then
        good
    else
        bad "a year of seed $seed"
    fi
done

summary
