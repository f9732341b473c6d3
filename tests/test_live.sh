#!/bin/sh
# SPDX-License-Identifier: MIT
# What is heard while playing is, sample for sample, what `repose render` writes, words too and while something else
# keeps the processors busy. SECONDS=300 plays five minutes in place of twenty-four seconds.
command -v python3 >/dev/null 2>&1 || { echo 'SKIPPED: test_live.sh: python3 is not there'; exit 77; }
exec python3 tests/live.py "${BUILD:-build}/repose"
