#!/bin/sh
# SPDX-License-Identifier: MIT
# No text is cut, covered or hard to read with any of the fonts that a desktop may have: walks over all screens
# once for each family that is installed, as if it were the only one.
set -u

command -v fc-list >/dev/null 2>&1 || {
    echo 'SKIPPED: test_fonts.sh: fc-list is not installed'
    exit 77
}

BUILD=${BUILD:-build}
work=$(mktemp -d "${TMPDIR:-/tmp}/repose-fonts-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
# shellcheck source=tests/counting.sh
. tests/counting.sh

# only FOLDER: a configuration that knows the fonts of this folder alone.
only() {
    cat >"$work/fonts.conf" <<END
<?xml version="1.0"?>
<fontconfig><dir>$1</dir><cachedir>$work/cache</cachedir></fontconfig>
END
}

walk() {
    FONTCONFIG_FILE=$work/fonts.conf REPOSE_WALK=texts "$BUILD/tests/app/test_walk" >"$work/log" 2>&1
}

# The families of src/draw/text.c, in its order.
for family in Lato Cantarell Inter 'Noto Sans' 'DejaVu Sans'; do
    file=$(fc-list -f '%{file}\n' "$family:style=Regular" 2>/dev/null | head -n 1)
    [ -n "$file" ] || file=$(fc-list -f '%{file}\n' "$family" 2>/dev/null | head -n 1)
    [ -n "$file" ] || continue
    only "$(dirname "$file")"
    # What is drawn is that family, and not whatever the system has besides.
    drawn=$(FONTCONFIG_FILE=$work/fonts.conf fc-match -f '%{family}' "$family")
    case $drawn in
    "$family"*) ;;
    *)
        bad "$family: $drawn is drawn instead"
        continue
        ;;
    esac
    if walk; then
        good
    else
        bad "with $family alone"
        grep -v '^\[ *\(RUN\|OK\)' "$work/log" | head -n 40
    fi
done

summary
