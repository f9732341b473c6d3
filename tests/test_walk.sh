#!/bin/sh
# SPDX-License-Identifier: MIT
# The walks with closed eyes in docs/audio.md list what really sounds: every row of theirs is a cue
# of `repose timeline`, at its time, in its order, and no cue is left out.
set -u

if ! command -v python3 >/dev/null 2>&1; then
    echo 'SKIPPED: test_walk.sh: python3 is not installed'
    exit 77
fi

# shellcheck source=tests/counting.sh
. tests/counting.sh
repose=${BUILD:-build}/repose
work=$(mktemp -d "${TMPDIR:-/tmp}/repose-walk-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

for routine in $(sed -n 's/^### `\([a-z0-9-]*\)`.*/\1/p' docs/audio.md); do
    "$repose" timeline "$routine" >"$work/timeline.json" 2>"$work/why" || cat "$work/why"
    if python3 tests/sound_walk.py docs/audio.md "$routine" "$work/timeline.json"; then
        good
    else
        failed=$((failed + 1))
    fi
done
if [ $((passed + failed)) != 3 ]; then
    bad "docs/audio.md walks through $((passed + failed)) routines, not 3"
fi

summary
