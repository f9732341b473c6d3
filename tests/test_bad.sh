#!/bin/sh
# Holds `repose check` against tests/bad: each NAME.cfg must give exactly the lines of NAME.expect
# on standard error, nothing on standard output, exit status 1 when one of them is an error, and all
# that within a second. What git cannot hold (pipes, devices, folders, links, large files) is made
# here. tests/bad/strict/ does the same for `repose check --strict`, which a warning is enough to fail.
# Then one folder with all of them beside one good routine: `repose list` must show the good
# one and say what is wrong with each of the others.
#
# A changed message is taken over with: UPDATE=1 BUILD=build sh tests/test_bad.sh (then read the diff).
set -u

BUILD=${BUILD:-build}
case $BUILD in
/*) repose=$BUILD/repose ;;
*) repose=$PWD/$BUILD/repose ;;
esac
cases=$PWD/tests/bad
limit=1
case $BUILD in *san*) limit=10 ;; esac
command -v timeout >/dev/null 2>&1 || {
    echo 'SKIPPED: test_bad.sh (no timeout)'
    exit 77
}
place=$(mktemp -d "${TMPDIR:-/tmp}/repose-bad-XXXXXX") || exit 1
trap 'chmod -R u+rwx "$place"; rm -rf "$place"' EXIT
# shellcheck source=tests/counting.sh
. tests/counting.sh

# check NAME FILE EXPECTED [--strict]: in the folder that is current.
check() {
    # shellcheck disable=SC2086 # none is no word
    timeout "$limit" "$repose" check ${4:-} "$2" >"$place/out" 2>"$place/err" </dev/null
    status=$?
    expected=0
    grep -q '^[^ ]*: error: ' "$3" && expected=1
    [ -n "${4:-}" ] && [ -s "$3" ] && expected=1
    if ! cmp -s "$3" "$place/err"; then
        if [ -n "${UPDATE:-}" ] && [ "$status" -le 1 ]; then
            cp "$place/err" "$3"
        fi
        bad "$1 says something else"
        diff "$3" "$place/err" | head -n 10
    elif [ -s "$place/out" ]; then
        bad "$1 prints on standard output"
    elif [ "$status" != "$expected" ]; then
        bad "$1 ends with $status, not $expected"
    else
        good
    fi
}

# made NAME FILE LINE...: a file that was made here, and what must be said of it.
made() {
    name=$1
    file=$2
    shift 2
    : >"$place/expect"
    for said in "$@"; do printf '%s\n' "$said" >>"$place/expect"; done
    check "$name" "$file" "$place/expect"
}

cd "$cases" || exit 1
count=0
for file in *.cfg; do
    count=$((count + 1))
    check "$file" "$file" "${file%.cfg}.expect"
done
if [ "$count" -ge 80 ]; then good; else bad "only $count bad files"; fi
for file in *.expect; do
    [ -f "${file%.expect}.cfg" ] || bad "$file stands alone"
done

cd "$cases/strict" || exit 1
for file in *.cfg; do
    check "strict/$file" "$file" "${file%.cfg}.expect" --strict
done

mkdir "$place/made" "$place/made/folder.cfg"
cd "$place/made" || exit 1
good="$cases/include-in-text.cfg" # one that has no fault

mkfifo pipe.cfg && made 'a pipe' pipe.cfg 'pipe.cfg: error: is not a regular file'
made 'a folder' folder.cfg 'folder.cfg: error: is a folder'
made 'nothing there' absent.cfg 'absent.cfg: error: No such file or directory'
if [ -c /dev/zero ]; then
    made '/dev/zero' /dev/zero '/dev/zero: error: is not a regular file'
    ln -s /dev/zero zero.cfg
    made 'a link to /dev/zero' zero.cfg 'zero.cfg: error: is not a regular file'
fi
ln -s loop.cfg loop.cfg
made 'a link to itself' loop.cfg 'loop.cfg: error: Too many levels of symbolic links'

{ cat "$good"; echo 'x = {'; awk 'BEGIN { for (i = 1; i <= 30000; i++) printf "k%d=%d\n", i, i % 9 }'; echo '};'; } >keys.cfg
[ "$(wc -c <keys.cfg)" -lt 262144 ] || bad 'the file of 30000 keys is too large to try'
made '30000 keys in a group' keys.cfg "keys.cfg:$(($(wc -l <"$good") + 66)): error: more than 64 settings in one group"

{ cat "$good"; printf 'x = [ 1'; awk 'BEGIN { for (i = 1; i <= 30000; i++) printf ",%d", i % 9 }'; echo ' ];'; } >elements.cfg
made '30000 elements' elements.cfg "elements.cfg:$(($(wc -l <"$good") + 1)): error: more than 20000 settings and list elements in one file"

{ cat "$good"; printf 'x = '; awk 'BEGIN { for (i = 1; i <= 60000; i++) printf "(" }'; } >deep.cfg
made '60000 open brackets' deep.cfg "deep.cfg:$(($(wc -l <"$good") + 1)): error: more than 16 brackets are open at once"

awk 'BEGIN { for (i = 1; i <= 200000; i++) print "@" }' | head -c 200000 >signs.cfg
timeout "$limit" "$repose" check signs.cfg >/dev/null 2>"$place/err"
if [ $? = 1 ] && [ "$(wc -l <"$place/err")" -le 60 ]; then good; else bad '100000 faults in one file'; fi

{ cat "$good"; awk 'BEGIN { for (i = 1; i <= 4000; i++) print "// a comment of sixty-four bytes, four thousand times over and over" }'; } >large.cfg
made 'more than 256 KiB' large.cfg 'large.cfg: error: is larger than 256 KiB'
truncate -s 8G sparse.cfg 2>/dev/null && made '8 GB of nothing' sparse.cfg 'sparse.cfg: error: is larger than 256 KiB'

# A picture may be a link, but not out of its folder.
printf 'x' >"$place/secret.png"
ln -s "$place/secret.png" out.png
printf 'x' >near.png
ln -s near.png in.png
mkdir folder.png
for picture in out.png in.png near.png folder.png; do
    sed "s|seconds = 60;|seconds = 60; image = \"$picture\";|" "$good" >"image-${picture%.png}.cfg"
done
line=$(grep -n 'seconds = 60' "$good" | cut -d: -f1)
made 'a picture that leads out' image-out.cfg "image-out.cfg:$line: error: steps[1].image: this link leads out of its folder"
made 'a link beside the routine' image-in.cfg
made 'a picture beside the routine' image-near.cfg
made 'a folder for a picture' image-folder.cfg "image-folder.cfg:$line: error: steps[1].image: this is no file"

if [ "$(id -u)" != 0 ]; then
    cp "$good" secret.cfg && chmod 000 secret.cfg
    made 'one that may not be read' secret.cfg 'secret.cfg: error: Permission denied'
fi

# Several at once, each under its own name; one bad one is enough for the exit status.
cp "$good" good-one.cfg
cp "$cases/missing-title.cfg" "$cases/unit.cfg" .
cat "$cases/missing-title.expect" "$cases/unit.expect" >"$place/expect"
"$repose" check missing-title.cfg good-one.cfg unit.cfg >"$place/out" 2>"$place/err"
if [ $? = 1 ] && cmp -s "$place/expect" "$place/err"; then good; else bad 'three files at once'; fi

# A warning is a failure under --strict alone.
cp "$cases/alternate-no-rest.cfg" .
"$repose" check alternate-no-rest.cfg >/dev/null 2>&1
plain=$?
"$repose" check --strict alternate-no-rest.cfg >/dev/null 2>&1
if [ "$plain$?" = 01 ]; then good; else bad 'a warning and --strict'; fi

# One folder with all of them.
data=$place/data
mkdir -p "$data/routines"
cp "$cases"/*.cfg "$data/routines"
rm -f sparse.cfg # 8 GB, where the copy keeps no holes
cp -PR ./*.cfg "$data/routines"
timeout $((limit * 10)) "$repose" --data "$data" list >"$place/out" 2>"$place/err" </dev/null
if [ $? = 0 ] && grep -q 'good-one' "$place/out"; then good; else bad 'list beside bad files'; fi

if command -v python3 >/dev/null 2>&1; then
    timeout $((limit * 10)) "$repose" --data "$data" list --json >"$place/list.json" 2>/dev/null </dev/null
    python3 - "$place/list.json" "$cases" >"$place/said" <<'PYTHON'
import json, os, re, sys
listed = {}
for entry in json.load(open(sys.argv[1])):
    listed.setdefault(os.path.basename(entry["path"]), entry)
wrong = 0
if listed.get("good-one.cfg", {}).get("error", "absent") is not None:
    print("good-one.cfg is not listed as good")
    wrong += 1
for name in sorted(os.listdir(sys.argv[2])):
    if not name.endswith(".expect"):
        continue
    file = name[:-7] + ".cfg"
    lines = open(os.path.join(sys.argv[2], name), encoding="utf-8").read().splitlines()
    errors = [line for line in lines if ": error: " in line]
    if file not in listed:
        print(file, "is not listed")
        wrong += 1
        continue
    said = listed[file]["error"]
    if file.startswith("plan-"): # a plan has no place among routines
        if "this is a plan" not in (said or ""):
            print(file, "says", said)
            wrong += 1
        continue
    # The shipped routine of that name is no matter here; paths differ, the rest is the same.
    if errors and (not said or errors[0].split(": error: ", 1)[1] not in said):
        print(file, "says", said)
        wrong += 1
    if not errors and said:
        print(file, "is refused:", said)
        wrong += 1
for file in ("pipe.cfg", "zero.cfg", "keys.cfg", "elements.cfg", "deep.cfg"):
    if not listed.get(file, {}).get("error"):
        print(file, "has no error in the list")
        wrong += 1
sys.exit(wrong > 0)
PYTHON
    if [ $? = 0 ]; then good; else bad 'list --json names the errors' && cat "$place/said"; fi
else
    echo 'SKIPPED: list --json beside bad files (no python3)'
fi

summary
