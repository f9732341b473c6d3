#!/bin/sh
# Runs the tests and says how many passed: BUILD=build sh tests/run.sh PROGRAM...
#
# Each test program of those named and, beside them, every tests/test_*.sh. Of a program that passes only
# its closing line is shown, of one that fails everything. Its name is printed before it starts, so
# that the last name is the one to look at when nothing moves.
#
#   REPOSE_SEED=N        repeats the random tests of a run that printed "seed N"
#   REPOSE_TIMEOUT=N     seconds that a program may take (600; scripts three times that)
set -u

BUILD=${BUILD:-build}
export BUILD
limit=${REPOSE_TIMEOUT:-600}
passed=0
failed=0
skipped=0
failures=''

place=$(mktemp -d "${TMPDIR:-/tmp}/repose-run-XXXXXX") || exit 1
log=$place/log
child=''
lanes=''
trap 'rm -rf "$place"' EXIT
trap '[ -z "$child$lanes" ] || kill $child $lanes 2>/dev/null; exit 130' INT TERM

# No test sees or touches what belongs to whoever runs it.
export XDG_DATA_HOME="$place/data" XDG_CONFIG_HOME="$place/config" XDG_CACHE_HOME="$place/cache"
export LC_ALL=C TZ=UTC0
unset LANGUAGE REPOSE_DATA
export LSAN_OPTIONS="suppressions=$PWD/tests/leaks.txt:print_suppressions=0"
export UBSAN_OPTIONS="${UBSAN_OPTIONS:-print_stacktrace=1}"

if command -v timeout >/dev/null 2>&1; then
    limited() { exec timeout -k 10 "$@"; }
else
    limited() { shift && exec "$@"; }
fi

# run SECONDS COMMAND...: its output goes to the log, its status to $status. It runs beside this
# script, which can then pass an interruption on (and so takes the place of the shell between them).
run() {
    limited "$@" >"$log" 2>&1 </dev/null &
    child=$!
    wait "$child"
    status=$?
    child=''
    [ "$status" = 124 ] && echo "stopped after $1 s" >>"$log"
}

# note_failure NAME: shows what was printed.
note_failure() {
    sed 's/^/    /' "$log"
    echo "FAILED: $1 (status $status)"
    failures="$failures $1"
}

# The number in the last closing line of a kind: "[  PASSED  ] 8 test(s)."
count_of() {
    sed -n "s/^\[ *$1 *\] \([0-9][0-9]*\) test(s).*/\1/p" "$log" | tail -n 1 | grep . || echo 0
}

run_program() {
    echo "$1"
    run "$limit" "$1"
    good=$(count_of PASSED)
    bad=$(count_of FAILED)
    left=$(count_of SKIPPED)
    # A program that crashes, hangs or checks nothing has failed, whatever it printed.
    if [ "$status" != 0 ] || [ $((good + bad + left)) = 0 ]; then
        [ "$bad" -gt 0 ] || bad=1
        note_failure "$1"
    else
        grep '^\[  PASSED  \]' "$log"
        sed -n 's/^\[  SKIPPED \] \([a-z_0-9]*\)$/SKIPPED: \1/p; /^SKIPPED: /p' "$log" | sort -u
    fi
    passed=$((passed + good))
    failed=$((failed + bad))
    skipped=$((skipped + left))
}

# Most of what a script does is waiting: three lanes of them go on while the programs run.
lane_count=3

# lane NUMBER: runs every third script; leaves its output and its status in the place.
lane() {
    trap '[ -z "$child" ] || kill "$child" 2>/dev/null; exit 130' INT TERM
    number=0
    for script in tests/test_*.sh; do
        number=$((number + 1))
        [ -f "$script" ] && [ $((number % lane_count)) = "$1" ] || continue
        log=$place/$(basename "$script")
        run $((limit * 3)) sh "$script"
        echo "$status" >"$log.status"
    done
}

# judge SCRIPT: counts what it left.
judge() {
    echo "$1"
    log=$place/$(basename "$1")
    status=$(cat "$log.status")
    summary=$(tail -n 1 "$log")
    good=$(echo "$summary" | sed -n 's/^\([0-9][0-9]*\) passed, [0-9][0-9]* failed$/\1/p')
    bad=$(echo "$summary" | sed -n 's/^[0-9][0-9]* passed, \([0-9][0-9]*\) failed$/\1/p')
    if [ "$status" = 77 ]; then
        skipped=$((skipped + 1))
        grep '^SKIPPED' "$log" || echo "SKIPPED: $1"
        return
    fi
    if [ "$status" != 0 ] || [ "${bad:-1}" != 0 ] || [ "${good:-0}" = 0 ]; then
        [ "${bad:-0}" -gt 0 ] || bad=1
        note_failure "$1"
    else
        echo "$summary"
        grep '^SKIPPED' "$log"
    fi
    passed=$((passed + ${good:-0}))
    failed=$((failed + bad))
}

number=0
while [ $number -lt $lane_count ]; do
    lane $number &
    lanes="$lanes $!"
    number=$((number + 1))
done
for program in "$@"; do
    run_program "$program"
done
echo 'waiting for the scripts'
# shellcheck disable=SC2086 # one word a process
wait $lanes
lanes=''
for script in tests/test_*.sh; do
    [ -f "$script" ] && judge "$script"
done

echo
[ -z "$failures" ] || echo "failed:$failures"
[ "$skipped" = 0 ] || echo "$skipped skipped"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
