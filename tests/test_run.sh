#!/bin/sh
# run.sh itself: whatever goes wrong in a test must come out as a failure.
set -u

passed=0
failed=0
run=$PWD/tests/run.sh
place=$(mktemp -d "${TMPDIR:-/tmp}/repose-run-test-XXXXXX") || exit 1
trap 'rm -rf "$place"' EXIT
cd "$place" || exit 1
mkdir tests

# program NAME SCRIPT: something that prints like a test program.
program() {
    printf '#!/bin/sh\n%s\n' "$2" >"$1"
    chmod +x "$1"
}
program good 'echo "[  PASSED  ] 3 test(s)."'
program bad 'echo "the reason"; echo "[  PASSED  ] 2 test(s)."; echo "[  FAILED  ] 2 test(s), listed below:"; exit 2'
program crash 'echo "[  PASSED  ] 3 test(s)."; kill -SEGV $$'
program silent 'exit 0'
program hang 'sleep 60'
program some 'echo "[  SKIPPED ] needs_a_thing"; echo "[  PASSED  ] 1 test(s)."; echo "[  SKIPPED ] 1 test(s), listed below:"; echo "[  SKIPPED ] needs_a_thing"'

# expect STATUS LAST-LINE WORDS COMMAND...: WORDS must stand somewhere in the output.
expect() {
    status=$1
    last=$2
    words=$3
    shift 3
    REPOSE_TIMEOUT=1 "$@" >said 2>&1
    got=$?
    if [ "$got" = "$status" ] && [ "$(tail -n 1 said)" = "$last" ] && grep -qF -- "$words" said; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $* gave $got"
        cat said
    fi
}

expect 0 '3 passed, 0 failed' '[  PASSED  ] 3 test(s).' sh "$run" ./good
expect 0 '6 passed, 0 failed' './good' sh "$run" ./good ./good
expect 1 '5 passed, 2 failed' 'the reason' sh "$run" ./good ./bad
expect 1 '6 passed, 1 failed' 'FAILED: ./crash (status 139)' sh "$run" ./good ./crash
expect 1 '3 passed, 1 failed' 'FAILED: ./silent' sh "$run" ./silent ./good
expect 1 '3 passed, 1 failed' 'FAILED: ./absent' sh "$run" ./absent ./good
expect 0 '4 passed, 0 failed' 'SKIPPED: needs_a_thing' sh "$run" ./some ./good
expect 0 '4 passed, 0 failed' '1 skipped' sh "$run" ./some ./good
expect 1 '0 passed, 0 failed' '0 passed' sh "$run"
if command -v timeout >/dev/null 2>&1; then
    expect 1 '3 passed, 1 failed' 'stopped after 1 s' sh "$run" ./hang ./good
else
    echo 'SKIPPED: a program that hangs (no timeout here)'
fi

# Scripts beside them.
one() { rm -f tests/test_*.sh; printf '%s\n' "$1" >tests/test_one.sh; }
one 'echo "4 passed, 0 failed"'
expect 0 '7 passed, 0 failed' 'tests/test_one.sh' sh "$run" ./good
one 'echo "the reason"; echo "4 passed, 2 failed"; exit 1'
expect 1 '7 passed, 2 failed' 'the reason' sh "$run" ./good
one 'echo "4 passed, 2 failed"'
expect 1 '7 passed, 2 failed' 'FAILED: tests/test_one.sh' sh "$run" ./good
one 'echo "4 passed, 0 failed"; exit 3'
expect 1 '7 passed, 1 failed' 'status 3' sh "$run" ./good
one 'true'
expect 1 '3 passed, 1 failed' 'FAILED: tests/test_one.sh' sh "$run" ./good
one 'echo "0 passed, 0 failed"'
expect 1 '3 passed, 1 failed' 'FAILED: tests/test_one.sh' sh "$run" ./good
one 'echo "SKIPPED: no sox here"; exit 77'
expect 0 '3 passed, 0 failed' 'SKIPPED: no sox here' sh "$run" ./good

# Nothing of whoever runs them reaches the tests.
one 'case $XDG_DATA_HOME$XDG_CONFIG_HOME$XDG_CACHE_HOME in *mine*) exit 1 ;; esac
[ "${LANGUAGE-none}" = none ] && [ "$LC_ALL" = C ] && echo "1 passed, 0 failed"'
expect 0 '1 passed, 0 failed' '1 passed' env XDG_DATA_HOME=/mine XDG_CONFIG_HOME=/mine \
    XDG_CACHE_HOME=/mine LANGUAGE=de LC_ALL=de_DE.UTF-8 sh "$run"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
