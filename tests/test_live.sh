#!/bin/sh
# SPDX-License-Identifier: MIT
# What is heard while playing is, sample for sample, what `repose render` writes. SECONDS=600 plays
# ten minutes in place of twenty-four seconds.
command -v python3 >/dev/null 2>&1 || { echo 'SKIPPED: test_live.sh: python3 is not there'; exit 77; }
exec python3 tests/live.py "${BUILD:-build}/repose"
