# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# For tests that are scripts: what holds and what does not is counted, and the last line says how
# often, which run.sh reads. Sourced in the root of the repository, before anything goes elsewhere.

passed=0
failed=0

good() { passed=$((passed + 1)); }
bad() {
    failed=$((failed + 1))
    echo "FAILED: $*"
}
summary() {
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}
