#!/bin/sh
# SPDX-License-Identifier: MIT
# A session that is killed loses at most five seconds. KILLS=n chooses how many (default 40; 200 by hand).
command -v python3 >/dev/null 2>&1 || { echo 'SKIPPED: python3 is not there'; exit 77; }
exec python3 tests/kill.py "$BUILD/repose" "${KILLS:-40}" "${REPOSE_SEED:-20261121}"
