#!/bin/sh
# Looks at the sources without running them: layout, two analysers, two compilers, shell scripts.
# Each tool that is absent is skipped by name. Exit 1 when one finds something.
set -u

place=build/lint
mkdir -p "$place/tidy"
broken=''

have() {
    command -v "$1" >/dev/null 2>&1 && return 0
    echo "lint: SKIPPED: $1 is not here"
    return 1
}

# step NAME COMMAND...
step() {
    name=$1
    shift
    echo "lint: $name"
    "$@" || broken="$broken $name"
}

# Tracked and still there; a file that is not yet added is somebody's unfinished work.
sources() {
    git ls-files "$@" | while read -r file; do [ -f "$file" ] && printf '%s\n' "$file"; done
}

# Of every library at once; a folder stays with its -isystem when the doubles are taken out.
flags="-std=c11 -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -Isrc -Itests $(
    sed -n 's/^CFLAGS_[^ ]* := //p' build/config.mk | sed 's/-isystem /-isystem/g' | tr ' ' '\n' |
        grep . | sort -u | tr '\n' ' ')"

layout() {
    sources '*.c' '*.h' | xargs clang-format --dry-run -Werror
}

check_cpp() {
    # readdir is safe for a folder of one's own, mmap may be given -1 (its library file says no), and
    # two measures may begin equal.
    # Library headers are not given: their macros are unknown then, which is no finding of ours.
    sources 'src/*.c' 'tests/*.c' | xargs nice cppcheck -j2 --quiet --std=c11 --inline-suppr \
        --enable=warning,performance,portability --error-exitcode=1 --library=posix \
        -Isrc -Itests -D_XOPEN_SOURCE=700 '-DREPOSE_VERSION="lint"' \
        --cppcheck-build-dir="$place/cppcheck" \
        --suppress=missingInclude --suppress=missingIncludeSystem --suppress=unmatchedSuppression \
        --suppress=readdirCalled --suppress='invalidFunctionArg:tests/*' \
        --suppress=duplicateAssignExpression --suppress=unknownMacro --suppress=normalCheckLevelMaxBranches
}

# One file; a result that was good is kept under a sum of all that it depends on.
cat >"$place/tidy.sh" <<'TIDY'
file=$1
shift
set -- "$@" '-DREPOSE_VERSION="lint"'
sum=$({ cat .clang-tidy "$file"; clang -E "$@" "$file"; } 2>/dev/null | cksum | tr ' ' '-')
mark=build/lint/tidy/$(printf '%s' "$file" | tr '/' '+')-$sum
[ -f "$mark" ] && exit 0
said=$(clang-tidy --quiet --warnings-as-errors='*' "$file" -- "$@" 2>&1)
status=$?
if [ "$status" != 0 ]; then
    printf '%s\n' "$said" | grep -v -e 'warnings* treated as error' -e '^[0-9]* warnings* generated'
    exit 1
fi
rm -f "build/lint/tidy/$(printf '%s' "$file" | tr '/' '+')-"*
: >"$mark"
TIDY

# Without the headers that only make bench installs nothing can be said about who includes them.
known() {
    if pkg-config --exists xdamage; then cat; else grep -v '^tests/bench/xwatch\.c$'; fi
}

tidy() {
    # shellcheck disable=SC2086 # one word a flag
    sources 'src/*.c' 'tests/*.c' | known | nice xargs -P2 -I FILE sh "$place/tidy.sh" FILE $flags
}

build_with() {
    nice make -s -k -j2 CC="$1" BUILD="build/lint-$1" WERROR=-Werror programs
}

scripts() {
    sources '*.sh' .ci/run | xargs shellcheck -S warning
}

mkdir -p "$place/cppcheck"
have clang-format && step layout layout
have gcc && step gcc build_with gcc
have clang && step clang build_with clang
have cppcheck && step cppcheck check_cpp
have clang-tidy && step clang-tidy tidy
have shellcheck && step shellcheck scripts

if [ -n "$broken" ]; then
    echo "lint: failed:$broken"
    exit 1
fi
echo 'lint: nothing found'
