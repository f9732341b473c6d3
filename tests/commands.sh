# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034 # what it sets is read by who sources it
# For tests of commands: the real program with a --data folder of its own, at the moment $now, and
# what it printed, said and ended with. Sourced by test_*.sh.

BUILD=${BUILD:-build}
repose=$BUILD/repose
command -v python3 >/dev/null 2>&1 || {
    echo "SKIPPED: $(basename "$0") (no python3)"
    exit 77
}
place=$(mktemp -d "${TMPDIR:-/tmp}/repose-commands-XXXXXX") || exit 1
trap 'rm -rf "$place"' EXIT
data=$place/data
out=$place/out
said=$place/said
# shellcheck source=tests/counting.sh
. tests/counting.sh
status=0
ran=''
now=2026-11-21T08:00:00+01:00
unset DISPLAY WAYLAND_DISPLAY SDL_VIDEODRIVER HOME XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME COLUMNS
export SDL_AUDIODRIVER=dummy LC_ALL=C TZ=UTC0

bad() {
    failed=$((failed + 1))
    echo "FAILED: $ran: $*"
    sed 's/^/    out:  /' "$out" | head -n 5
    sed 's/^/    said: /' "$said" | head -n 5
}
ends() { if [ "$status" = "$1" ]; then good; else bad "status $status, not $1"; fi; }
prints() { if grep -q -- "$1" "$out"; then good; else bad "does not print: $1"; fi; }
says() { if grep -q -- "$1" "$said"; then good; else bad "does not say: $1"; fi; }
# holds EXPRESSION: true of the JSON that was printed, as `j`.
holds() {
    if python3 -c "
import json, sys
j = json.load(open('$out', encoding='utf-8'))
sys.exit(0 if ($1) else 1)" 2>"$place/python"; then good; else bad "does not hold: $1"; fi
}
