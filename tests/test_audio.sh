#!/bin/sh
# SPDX-License-Identifier: MIT
# The shipped sounds are what docs/audio.md says: format, both ends, loudness, the way each cue
# goes, the seam of the ambiences; and the recipe still makes the very bytes of the cues.
set -u
LC_ALL=C
export LC_ALL

if ! command -v python3 >/dev/null 2>&1; then
    echo 'SKIPPED: test_audio.sh: python3 is not installed'
    exit 77
fi

work=$(mktemp -d "${TMPDIR:-/tmp}/repose-audio-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
passed=0
failed=0
cues='begin step in top-up hold out rest move release change bell check wake end'

have() { command -v "$1" >/dev/null 2>&1; }
skip() { echo "SKIPPED: test_audio.sh: $*"; }

# verdict TRUE WORDS...: counts, and tells what failed.
verdict() {
    if [ "$1" = 1 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        shift
        echo "FAILED: $*"
    fi
}

# expect NAME EXPRESSION: an awk expression over the measured values of FACTS, as `first >= 64`. A
# value that is missing fails, because nothing was measured.
expect() {
    verdict "$(awk -v text="$2" '
        { fact[$1] = $2 }
        END {
            n = split(text, word, " ")
            if (n == 3 && (word[1] in fact)) {
                value = fact[word[1]] + 0
                limit = (word[3] in fact) ? fact[word[3]] + 0 : word[3] + 0
                good = word[2] == ">=" ? (value >= limit) : word[2] == "<=" ? (value <= limit) : \
                    word[2] == "==" && value == limit
            }
            print good + 0
        }' "$facts")" "$1: $2, measured: $(awk -v key="${2%% *}" '$1 == key { print $2 }' "$facts")"
}

# measure_loudness FILE: the loudest 400 ms, the whole, and the true peak, added to FACTS. Silence
# around it gives a sound of less than 400 ms its window.
measure_loudness() {
    meter=ebur128=peak=true:metadata=1,ametadata=print:file=-
    ffmpeg -hide_banner -nostats -nostdin -i "$1" -f null \
        -af "adelay=1000:all=1,apad=pad_dur=1,$meter" - \
        >"$work/frames" 2>"$work/summary"
    awk -F= '$1 == "lavfi.r128.M" && $2 != "nan" && (!seen++ || $2 + 0 > most) { most = $2 + 0 }
        END { if (seen) print "momentary", most }' "$work/frames" >>"$facts"
    awk '$1 == "I:" { print "integrated", $2 } $1 == "Peak:" { print "true_peak", $2 }' \
        "$work/summary" >>"$facts"
}

check_form() {
    expect "$1" 'rate == 48000'
    expect "$1" 'channels == 2'
    expect "$1" 'bits == 16'
}

check_ends() {
    expect "$1" 'ms >= 300'
    expect "$1" 'ms <= 2400'
    expect "$1" 'first >= 64'
    expect "$1" 'attack_db <= -20'
    expect "$1" 'zeros_ms >= 5'
    expect "$1" 'ending <= 8'
    expect "$1" 'offset_db <= -60'
    expect "$1" 'sharp_db <= -20'
}

# Which way a cue goes; a whole tone is a factor of 1.122, and what is level stays within 3 %.
check_contour() {
    derived=$(awk '{ fact[$1] = $2 }
        END {
            if (fact["start_hz"] > 0) print "ratio", fact["end_hz"] / fact["start_hz"]
            if ("end_side_db" in fact)
                print "crossing_db", fact["end_side_db"] - fact["start_side_db"]
        }' "$facts")
    echo "$derived" >>"$facts"
    case $1 in
    in | top-up | move | check | begin | wake) expect "$1" 'ratio >= 1.12' ;;
    out | release | end) expect "$1" 'ratio <= 0.89' ;;
    *)
        expect "$1" 'ratio >= 0.97'
        expect "$1" 'ratio <= 1.03'
        ;;
    esac
    [ "$1" != change ] || expect "$1" 'crossing_db >= 12'
    [ "$1" != top-up ] || expect "$1" 'ratio <= 1.4'
}

check_cue() {
    facts=$work/facts.$1
    python3 tests/sound_measure.py cue "audio/cues/$1.wav" >"$facts"
    check_form "$1"
    check_ends "$1"
    check_contour "$1"
    have ffmpeg || return
    measure_loudness "audio/cues/$1.wav"
    expect "$1" 'momentary <= -18'
    expect "$1" 'momentary >= -32'
    expect "$1" 'true_peak <= -3'
}

# The rest lies under the hold, the top-up goes on where the breath in ended, and breath is told
# from movement by its noise.
check_family() {
    facts=$work/facts.family
    for cue in in out top-up hold rest move release; do
        sed "s/^/$cue./" "$work/facts.$cue"
    done >"$facts"
    expect family 'rest.start_hz <= hold.start_hz'
    expect family 'top-up.end_hz >= in.end_hz'
    for cue in in out top-up; do expect family "$cue.flatness >= 0.2"; done
    for cue in move release; do expect family "$cue.flatness <= 0.05"; done
}

check_ambience() {
    facts=$work/facts.$1
    sox -D "audio/ambience/$1.ogg" -b 16 "$work/loop.wav" &&
        python3 tests/sound_measure.py loop "$work/loop.wav" >"$facts"
    check_form "$1"
    expect "$1" 'seconds >= 60'
    expect "$1" 'step <= 1'
    expect "$1" 'bend <= 1'
    expect "$1" 'change_db <= 1.5'
    have ffmpeg || return
    measure_loudness "$work/loop.wav"
    expect "$1" 'integrated >= -30'
    expect "$1" 'integrated <= -26'
    expect "$1" 'true_peak <= -3'
}

# The documents name the version of sox that made the cues; another one may round differently.
check_recipe() {
    want=$(sed -n 's/.*made with SoX \([0-9][0-9.]*[0-9]\).*/\1/p' docs/audio.md | head -n 1)
    verdict "$([ -n "$want" ] && echo 1)" 'docs/audio.md names the version of sox'
    if ! sox --version | grep -q "v$want\$"; then
        skip "the recipe: the cues were made with SoX $want, here is $(sox --version)"
        return
    fi
    sh audio/make.sh "$work/made" cues
    for cue in $cues; do
        same=0
        cmp -s "audio/cues/$cue.wav" "$work/made/cues/$cue.wav" && same=1
        verdict "$same" "$cue: audio/make.sh makes other bytes than those of audio/cues"
    done
}

size_of() { cat "$@" | wc -c; }

for cue in $cues; do
    check_cue "$cue"
done
check_family
facts=$work/facts.files
{
    echo cues "$(find audio/cues -type f | wc -l)"
    echo cue_bytes "$(size_of audio/cues/*)"
    echo ambience_bytes "$(size_of audio/ambience/*)"
} >"$facts"
expect files 'cues == 14'
expect files 'cue_bytes <= 4000000'
expect files 'ambience_bytes <= 2000000'
have ffmpeg || skip 'loudness: ffmpeg is not installed'
if have sox; then
    check_ambience rain
    check_ambience waves
    check_recipe
else
    skip 'ambiences and recipe: sox is not installed'
fi

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
