#!/bin/sh
# SPDX-License-Identifier: MIT
# Words are heard when `repose timeline --voice` says, the same live and rendered.
command -v python3 >/dev/null 2>&1 || { echo 'SKIPPED: test_voice.sh: python3 is not there'; exit 77; }
exec python3 -B tests/voice.py "${BUILD:-build}/repose"
