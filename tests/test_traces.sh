#!/bin/sh
# Holds `repose timeline` against the traces that were worked out by hand (tests/traces/*.expect), and
# against a second implementation of the format (tests/traces/oracle.py) for those and every shipped
# routine. A trace's file names its arguments and its profile in comments.
set -u

BUILD=${BUILD:-build}
repose=$BUILD/repose
traces=tests/traces
command -v python3 >/dev/null 2>&1 || {
    echo 'SKIPPED: test_traces.sh (no python3)'
    exit 77
}
place=$(mktemp -d "${TMPDIR:-/tmp}/repose-traces-XXXXXX") || exit 1
trap 'rm -rf "$place"' EXIT
export PYTHONDONTWRITEBYTECODE=1
# shellcheck source=tests/counting.sh
. tests/counting.sh

# same NAME EXPECTED FOUND
same() {
    if cmp -s "$2" "$3"; then
        good
    else
        bad "$1"
        diff "$2" "$3" | head -n 20
    fi
}

# flat FILE ARGUMENTS...: the program's timeline as lines.
flat() {
    "$repose" timeline --data "$place/data" "$@" >"$place/json" 2>"$place/said" &&
        python3 "$traces/flatten.py" <"$place/json" >"$place/found" || {
        cat "$place/said"
        echo 'no timeline' >"$place/found"
    }
}

for file in "$traces"/*.cfg; do
    rm -rf "$place/data"
    name=$(basename "$file" .cfg)
    arguments=$(sed -n 's,^// Arguments: ,,p' "$file")
    sed -n 's,^// Profile: ,,p' "$file" >"$place/profile"
    while read -r key value; do
        "$repose" --data "$place/data" profile set "$key" "$value" ||
            echo "$name: profile set $key $value failed"
    done <"$place/profile"
    # shellcheck disable=SC2086 # one word an argument
    flat "$file" $arguments
    same "$name" "$traces/$name.expect" "$place/found"
    for_oracle=$arguments
    case " $arguments " in *' --mine '*)
        for_oracle="$(echo "$arguments" | sed 's/--mine//') --mine \
            $(sed -n 's/^affected //p' "$place/profile") $(sed -n 's/^condition //p' "$place/profile")"
        ;;
    esac
    # shellcheck disable=SC2086
    python3 "$traces/oracle.py" "$file" $for_oracle >"$place/second"
    same "$name by the second opinion" "$traces/$name.expect" "$place/second"
done

for file in routines/*.cfg; do
    flat "$(basename "$file" .cfg)"
    python3 "$traces/oracle.py" "$file" >"$place/second"
    same "$file" "$place/second" "$place/found"
done

summary
