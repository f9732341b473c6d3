#!/bin/sh
# Pictures that commands write without a display: every pose of the catalogue, the sheet of all of them, and
# every routine at its beginning, in its middle and at its end.
set -u

BUILD=${BUILD:-build}
repose=$BUILD/repose
place=$(mktemp -d "${TMPDIR:-/tmp}/repose-pictures-XXXXXX") || exit 1
trap 'rm -rf "$place"' EXIT
said=$place/said
out=$place/out
# shellcheck source=tests/counting.sh
. tests/counting.sh
status=0
ran=''
unset DISPLAY WAYLAND_DISPLAY SDL_VIDEODRIVER HOME XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME LANGUAGE
export LC_ALL=C TZ=UTC0

bad() {
    failed=$((failed + 1))
    echo "FAILED: $ran: $*"
    sed 's/^/    said: /' "$said" | head -n 3
}
run() {
    ran="repose $*"
    "$repose" --data "$place/data" "$@" >"$out" 2>"$said" </dev/null
    status=$?
}
ends() { if [ "$status" = "$1" ]; then good; else bad "status $status, not $1"; fi; }
says() { if grep -q -- "$1" "$said"; then good; else bad "does not say: $1"; fi; }
is_silent() { if [ ! -s "$said" ] && [ ! -s "$out" ]; then good; else bad 'says something'; fi; }
# One message, and nothing on standard output.
complains() {
    if [ "$(wc -l <"$said")" -eq 1 ] && grep -q '^repose: ' "$said" && [ ! -s "$out" ]; then
        good
    else
        bad 'no single message'
    fi
}
# size FILE.png: its width and height.
size() { od -An -tu1 -j16 -N8 "$1" | awk '{ print $3 * 256 + $4 "x" $7 * 256 + $8 }'; }
measures() { if [ "$(size "$1")" = "$2" ]; then good; else bad "is $(size "$1"), not $2"; fi; }
same() { if cmp -s "$1" "$2"; then good; else bad "$1 and $2 differ"; fi; }
differ() { if [ -s "$1" ] && [ -s "$2" ] && ! cmp -s "$1" "$2"; then good; else bad "$1 and $2 do not differ"; fi; }
# draw NAME.ENDING ARGUMENTS...: into the place, without a word.
draw() {
    file=$place/$1
    command=$2
    shift 2
    case $command in
    poses) run "$command" "$file" "$@" ;;
    *)
        what=$1
        shift
        run "$command" "$what" "$file" "$@"
        ;;
    esac
    ends 0
    is_silent
}

# Every pose, and no two alike.
poses=$(sed -n 's/^ *id = "\([a-z_]*\)";$/\1/p' routines/shared/poses.cfg)
mkdir "$place/poses"
count=0
for pose in $poses; do
    draw "poses/$pose.png" pose "$pose"
    measures "$place/poses/$pose.png" 800x800
    count=$((count + 1))
done
ran='every pose'
: >"$said"
if [ "$count" -ge 45 ]; then good; else bad "only $count of them"; fi
alike=$(cd "$place/poses" && cksum ./*.png | sort | awk '$1 == sum { print name, $3 } { sum = $1; name = $3 }')
if [ -z "$alike" ]; then good; else bad "alike: $alike"; fi

# Sides. A side left out means both; the picture is a mirror, and --mirror exchanges its halves.
draw both.png pose smile_closed --side both
same "$place/both.png" "$place/poses/smile_closed.png"
draw left.png pose smile_closed --side left
draw right.png pose smile_closed --side right
differ "$place/left.png" "$place/both.png"
differ "$place/right.png" "$place/both.png"
differ "$place/left.png" "$place/right.png"
differ "$place/left.png" "$place/poses/neutral.png"
for pair in 'smile_left smile_right' 'wink_right wink_left' 'jaw_left jaw_right' 'tilt_left tilt_right'; do
    # shellcheck disable=SC2086 # two words
    set -- $pair
    draw other.png pose "$1" --mirror
    same "$place/other.png" "$place/poses/$2.png"
done
draw exchanged.png pose smile_closed --side left --mirror
same "$place/exchanged.png" "$place/right.png"
draw exchanged.png pose neutral --mirror
same "$place/exchanged.png" "$place/poses/neutral.png"

# Strength.
draw two.png pose pucker --effort 2
draw eight.png pose pucker --effort 8
draw ten.png pose pucker --effort 10
differ "$place/two.png" "$place/eight.png"
differ "$place/eight.png" "$place/ten.png"
differ "$place/two.png" "$place/poses/neutral.png"
same "$place/ten.png" "$place/poses/pucker.png"

# Muscles: a wider picture, wherever there are any.
draw muscles.png pose pucker --muscles
if [ "$(size "$place/muscles.png" | cut -dx -f1)" -gt 900 ]; then good; else bad 'no room for names'; fi
draw muscles.png pose neutral --muscles
same "$place/muscles.png" "$place/poses/neutral.png"

# The same command, the same bytes; as shapes too, and those hold no bitmap.
draw again.png pose pucker
same "$place/again.png" "$place/poses/pucker.png"
for form in '' '--muscles' '--side left --effort 3'; do
    # shellcheck disable=SC2086 # words, or none
    draw one.svg pose eye_close_tight $form
    # shellcheck disable=SC2086
    draw two.svg pose eye_close_tight $form
    same "$place/one.svg" "$place/two.svg"
    if grep -q '<image' "$place/one.svg"; then bad 'holds a bitmap'; else good; fi
    if command -v xmllint >/dev/null 2>&1; then
        if xmllint --noout "$place/one.svg" 2>"$said"; then good; else bad 'is no XML'; fi
    elif command -v python3 >/dev/null 2>&1; then
        if python3 -c "import sys, xml.dom.minidom as x; x.parse(sys.argv[1])" "$place/one.svg" 2>"$said"; then
            good
        else
            bad 'is no XML'
        fi
    fi
done

# All of them.
draw sheet.png poses
draw again.png poses
same "$place/sheet.png" "$place/again.png"
if [ "$(size "$place/sheet.png" | cut -dx -f1)" = 1488 ]; then good; else bad "is $(size "$place/sheet.png")"; fi
if [ "$(wc -c <"$place/sheet.png")" -lt 450000 ]; then good; else bad 'is larger than a page should load'; fi
if [ "$(size images/poses.png)" = "$(size "$place/sheet.png")" ]; then
    good
else
    bad 'the picture of the README is another'
fi
# A person's own pose stands with them.
mkdir -p "$place/data/routines/shared"
cat >"$place/data/routines/shared/poses.cfg" <<'END'
poses = ( { id = "own_pose"; title = "My own"; muscles = [ ]; moves = "face"; how = "So."; avoid = "Not so.";
    units = ( { unit = "AU12"; left = 0.3; right = 0.1; } ); } );
END
draw own.png pose own_pose
differ "$place/own.png" "$place/poses/neutral.png"
draw own.png poses
differ "$place/own.png" "$place/sheet.png"
rm -r "$place/data"

# The player. Nothing that was set is needed; what is set is followed.
for file in routines/*.cfg; do
    routine=$(basename "$file" .cfg)
    total_ms=$("$repose" timeline "$routine" | tr ',' '\n' | sed -n 's/.*"total_ms": *\([0-9]*\).*/\1/p')
    end=$(awk "BEGIN { print $total_ms / 1000 }")
    middle=$(awk "BEGIN { print int($total_ms / 2) / 1000 }")
    draw begin.png render "$routine" --at 0 --size 640x480
    measures "$place/begin.png" 640x480
    draw middle.png render "$routine" --at "$middle" --size 640x480
    draw default.png render "$routine" --size 640x480
    same "$place/middle.png" "$place/default.png"
    draw end.png render "$routine" --at "$end" --size 640x480
    differ "$place/begin.png" "$place/middle.png"
    differ "$place/middle.png" "$place/end.png"
    run render "$routine" "$place/never.png" --at "$(awk "BEGIN { print $end + 1 }")"
    ends 1
    complains
done
face=nmr-smile-eyes-open
draw player.png render $face
measures "$place/player.png" 1280x800
draw again.png render $face --now 2031-01-01T00:00:00+01:00
same "$place/player.png" "$place/again.png"
draw later.png render $face --at 30
differ "$place/player.png" "$place/later.png"
draw left.png render $face --side left
differ "$place/player.png" "$place/left.png"
draw reps.png render $face --reps 2
differ "$place/player.png" "$place/reps.png"
draw tempo.png render breath-box --at 20 --tempo 1.25
draw written.png render breath-box --at 20
differ "$place/tempo.png" "$place/written.png"
for side in 64x64 64x2000 2000x64; do
    draw odd.png render $face --size $side
    measures "$place/odd.png" $side
done
if [ -e "$place/data" ]; then bad 'pictures leave files behind'; else good; fi
for setting in 'theme day' 'mirror_picture false' 'text_size 150' 'still true'; do
    # shellcheck disable=SC2086 # key and value
    run settings set $setting
    ends 0
    # On its way a lamp has more sizes than a still picture shows.
    case $setting in still*) routine=breath-box at=17 ;; *) routine=$face at=30 ;; esac
    draw set.png render $routine --at $at
    rm -rf "$place/data"
    draw unset.png render $routine --at $at
    differ "$place/set.png" "$place/unset.png"
done

# Wrong words.
for line in 'pose' 'pose smile_closed' 'pose smile_closed a.gif' 'pose smile_closed .png' 'pose smile_closed a.png b' \
    'pose smile_closed a.png --side top' 'pose smile_left a.png --side left' 'pose smile_closed a.png --effort 11' \
    'pose smile_closed a.png --effort -1' 'pose smile_closed a.png --effort x' 'pose neutral a.png --muscle' \
    'pose neutral a.png --size 100x100' 'poses' 'poses a.svg' 'poses a' 'poses a.png --mirror' \
    'render breath-box a.svg' 'render breath-box a.png --at x' 'render breath-box a.png --at -1' \
    'render breath-box a.png --at 14401' 'render breath-box a.png --size 100' 'render breath-box a.png --size 63x100' \
    'render breath-box a.png --size 100x8193' 'render breath-box a.png --size 100x' \
    'render breath-box a.png --size x100' 'render breath-box a.png --size 100x100x100' \
    'render breath-box a.png --size 00000000100x100' 'render breath-box a.png --size 1e3x100' \
    'render breath-box a.wav --at 3' 'render breath-box a.wav --size 100x100'; do
    # shellcheck disable=SC2086
    run $line
    ends 2
    complains
done
for file in a.png a.svg a.wav; do
    ran=$file
    if [ -e "$file" ]; then bad 'was written all the same'; else good; fi
done

# What cannot be met.
run pose smile_clsed "$place/no.png"
ends 1
complains
says 'smile_closed'
run pose xyzzy "$place/no.png"
ends 1
complains
says 'repose poses'
run pose palming "$place/no.png"
ends 1
complains
run render breath-bx "$place/no.png"
ends 1
says 'breath-box'
for command in 'pose neutral' poses 'render breath-box'; do
    # shellcheck disable=SC2086
    run $command "$place/not/there.png"
    ends 1
    complains
    says 'there.png'
    mkdir -p "$place/folder.png"
    # shellcheck disable=SC2086
    run $command "$place/folder.png"
    ends 1
    complains
    # A disk that is full: nothing half stays, and what was there does.
    printf 'old' >"$place/full.png"
    ran="$command on a full disk"
    # shellcheck disable=SC2086
    (
        trap '' XFSZ
        ulimit -f 8
        "$repose" --data "$place/data" $command "$place/full.png" 2>"$place/few" >/dev/null </dev/null
    )
    status=$?
    cp "$place/few" "$said"
    ends 1
    says 'full.png'
    if [ "$(cat "$place/full.png")" = old ] && [ "$(find "$place" -name 'full.png*' | wc -l)" -eq 1 ]; then
        good
    else
        bad 'the old file is gone, or a part of the new one is left'
    fi
done

summary
