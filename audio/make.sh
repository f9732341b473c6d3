#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes every sound of repose again, from the recipe beside it:
#
#     sh audio/make.sh [OUTDIR [cues|sets|ambience|prompts|all [RECIPE]]]
#
# Writes OUTDIR/cues/*.wav, OUTDIR/sets/NAME/*.wav, OUTDIR/ambience/*.ogg and
# OUTDIR/voice-failed/LANG/*.ogg; without OUTDIR into the folder of this script. RECIPE is a folder
# laid out as audio/recipe, of which only what is made need be there. Nothing that was there before
# is lost when a sound cannot be made. Needs sox and a POSIX awk, the prompts flite, espeak-ng and
# ffmpeg too. `-D` leaves out dither and `-R` fixes the random numbers of sox, so that the same
# version of sox gives the same bytes.

set -eu
LC_ALL=C
export LC_ALL

here=$(cd "$(dirname "$0")" && pwd)
out=${1:-$here}
what=${2:-all}
recipe=${3:-$here/recipe}
programs=$here/recipe
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

quiet_sox() {
    sox -D -R -V1 "$@"
}

# What makes the first sample count: 3 ms that fall from 98 of 32767 to nothing, 50 dB under full
# scale. A cue begins on an exact sample, and its first one can so be told from silence, while the
# sound itself still rises softly.
make_onset() {
    awk 'BEGIN {
        print "; Sample Rate 48000\n; Channels 2"
        for (i = 0; i < 144; i++) {
            v = 0.003 * (1 + cos(3.14159265358979 * i / 144)) / 2
            printf "%.6f %.7f %.7f\n", i / 48000, v, v
        }
    }' > "$work/onset.dat"
    quiet_sox "$work/onset.dat" -t sox "$work/onset.sox"
}

# make_cue SCORE FOLDER NAME LENGTH PEAK: dry sound, the room all cues of a set share, level, an end
# in exact zeros. The low pass of the room takes what tires the ear from wood and breath.
make_cue() {
    awk -v cue="$3" -f "$programs/synth.awk" "$1/voices" "$1/cues" > "$work/dry.dat"
    # shellcheck disable=SC2086  # the words of the room are the arguments
    quiet_sox "$work/dry.dat" -t sox "$work/wet.sox" \
        reverb ${room% *} lowpass -1 "${room##* }" highpass -1 60
    seconds=$(awk -v ms="$4" 'BEGIN { printf "%.3f", (ms - 10) / 1000 }')
    ending=$(awk -v ms="$4" 'BEGIN { printf "%.3f", (ms - 10) / 3000 }')
    quiet_sox "$work/wet.sox" -t sox "$work/body.sox" \
        trim 0 "$seconds" fade h 0 "$seconds" "$ending" gain -n "$5" pad 0 0.010
    quiet_sox -m -v 1 "$work/body.sox" -v 1 "$work/onset.sox" -t wav -b 16 "$work/cue.wav"
    mv "$work/cue.wav" "$2/$3.wav"
}

# make_set SCORE FOLDER: every cue of the score, into the folder.
make_set() {
    room=$(awk '$1 == "room" && NF == 8 { print $2, $3, $4, $5, $6, $7, $8; exit }' "$1/cues")
    [ -n "$room" ] || {
        echo "$1/cues: no line \`room REVERB DAMPING SIZE DEPTH DELAY WET LOWPASS\`" >&2
        exit 1
    }
    mkdir -p "$2"
    make_onset
    awk '$1 == "cue" { print $2, $3, $4 }' "$1/cues" > "$work/list"
    while read -r name length peak; do
        make_cue "$1" "$2" "$name" "$length" "$peak" < /dev/null
    done < "$work/list"
}

make_sets() {
    for set in "$recipe"/sets/*/; do
        make_set "${set%/}" "$out/sets/$(basename "$set")"
    done
}

# make_noise COLOUR HIGHPASS LOWPASS SECONDS SKIP: one channel that goes on from its end into its
# beginning: the CROSS seconds after the loop fade out over its first ones. Noise is not alike with
# itself, so the quarter sines keep its power. SKIP takes another stretch of sox's endless noise:
# every generator starts with the same one, and layers that are alike would add up to a hollow
# sound.
CROSS=4

make_noise() {
    length=$(($4 + CROSS))
    quiet_sox -n -r 48000 -c 1 -t sox "$work/noise.sox" \
        synth $(($5 + length)) "$1noise" trim "$5" "$length" gain -6 \
        highpass "$2" highpass "$2" lowpass "$3" lowpass "$3"
    quiet_sox "$work/noise.sox" -t sox "$work/loop.sox" trim 0 "$4" fade q "$CROSS"
    quiet_sox "$work/noise.sox" -t sox "$work/over.sox" \
        trim "$4" "$CROSS" fade q 0 "$CROSS" "$CROSS"
    quiet_sox -m -v 1 "$work/loop.sox" -v 1 "$work/over.sox" -t sox -
}

# swell_pair K SECONDS LEVEL SWELL...: the layer in pair.sox as loud as its swell says.
swell_pair() {
    layer=$1 seconds=$2 level=$3
    shift 3
    awk -v seconds="$seconds" -v layer="$layer" -v swell="$*" -f "$programs/swell.awk" \
        > "$work/swell.dat"
    quiet_sox "$work/swell.dat" -t sox "$work/swell.sox" rate 48000 trim 0.5 "$seconds"
    quiet_sox -T "$work/pair.sox" "$work/swell.sox" -t sox "$work/layer$layer.sox" gain "$level"
}

# make_layer K SECONDS COLOUR HIGHPASS LOWPASS LEVEL SWELL...
make_layer() {
    layer=$1 seconds=$2 colour=$3 high=$4 low=$5 level=$6
    stretch=$((seconds + CROSS + 4))
    shift 6
    make_noise "$colour" "$high" "$low" "$seconds" $((layer * 2 * stretch)) > "$work/left.sox"
    make_noise "$colour" "$high" "$low" "$seconds" $((layer * 2 * stretch + stretch)) \
        > "$work/right.sox"
    quiet_sox -M "$work/left.sox" "$work/right.sox" -t sox "$work/pair.sox"
    swell_pair "$layer" "$seconds" "$level" "$@"
}

# make_tone K SECONDS HZ BEATS LEVEL SWELL...: two sines, each with a whole number of turns in the
# loop, the second with BEATS more than the first; one is nearer to the left ear and one to the
# right. Each layer begins at another place of its turn and of its beat.
make_tone() {
    layer=$1 seconds=$2 hz=$3 beats=$4 level=$5
    shift 5
    # shellcheck disable=SC2046  # the two frequencies are two arguments
    set -- $(awk -v hz="$hz" -v seconds="$seconds" -v beats="$beats" -v k="$layer" 'BEGIN {
        turns = int(hz * seconds + 0.5)
        printf "sine %.9f 0 %d sine %.9f 0 %d", turns / seconds, k * 37 % 100, \
            (turns + beats) / seconds, k * 61 % 100
    }') -- "$@"
    quiet_sox -n -r 48000 -c 2 -t sox "$work/pair.sox" synth "$seconds" \
        "$1" "$2" "$3" "$4" "$5" "$6" "$7" "$8" gain -6 remix 1v1,2v0.55 1v0.55,2v1
    shift 9
    swell_pair "$layer" "$seconds" "$level" "$@"
}

# make_drops K SECONDS RATE LOW HIGH LENGTH LEVEL: in the room of the cues.
make_drops() {
    awk -v seconds="$2" -v rate="$3" -v low="$4" -v high="$5" -v ms="$6" -f "$programs/drops.awk" \
        > "$work/drops.dat"
    quiet_sox "$work/drops.dat" -t sox "$work/layer$1.sox" \
        rate 48000 reverb 38 75 45 90 8 -3 trim 2 "$2" gain "$7"
}

# make_bubbles K SECONDS RATE LOW HIGH LEVEL: in the open, without a room.
make_bubbles() {
    awk -v seconds="$2" -v rate="$3" -v low="$4" -v high="$5" -v ms=0 -f "$programs/drops.awk" \
        > "$work/drops.dat"
    quiet_sox "$work/drops.dat" -t sox "$work/layer$1.sox" rate 48000 trim 2 "$2" gain "$6"
}

# make_ambience NAME SECONDS GAIN QUALITY EDGE TURN: mixes the layers named on standard input, one to
# a line.
make_ambience() {
    name=$1 loop=$2 gain=$3 quality=$4 edge=$5 turn=$6 count=0
    set --
    while read -r kind rest; do
        count=$((count + 1))
        # shellcheck disable=SC2086  # the words of a line are the arguments
        case $kind in
        drops) make_drops "$count" "$loop" $rest ;;
        bubbles) make_bubbles "$count" "$loop" $rest ;;
        tone) make_tone "$count" "$loop" $rest ;;
        *) make_layer "$count" "$loop" "$kind" $rest ;;
        esac < /dev/null
        set -- "$@" -v 1 "$work/layer$count.sox"
    done
    mix=-m
    [ "$count" -gt 1 ] || mix=
    # shellcheck disable=SC2086  # no word where there is nothing to mix
    quiet_sox $mix "$@" -t sox "$work/mix.sox" gain "$gain"
    [ "$turn" = 0 ] || {
        quiet_sox "$work/mix.sox" -t sox "$work/first.sox" trim 0 "$turn"
        quiet_sox "$work/mix.sox" -t sox "$work/behind.sox" trim "$turn"
        quiet_sox "$work/behind.sox" "$work/first.sox" -t sox "$work/mix.sox"
    }
    quiet_sox "$work/mix.sox" -t vorbis -C "$quality" "$work/ambience.ogg" \
        fade h "$edge" "$loop" "$edge"
    mv "$work/ambience.ogg" "$out/ambience/$name.ogg"
}

make_ambiences() {
    mkdir -p "$out/ambience"
    awk '$1 == "loop" { print $2, $3, $4, (NF > 4 ? $5 : 3), $6 / 1000, $7 + 0 }' \
        "$recipe/ambience" > "$work/list"
    while read -r name seconds gain quality edge turn; do
        awk -v name="$name" '/^#/ || NF == 0 { next }
            $1 == "loop" { inside = $2 == name; next }
            inside' "$recipe/ambience" > "$work/layers"
        make_ambience "$name" "$seconds" "$gain" "$quality" "$edge" "$turn" < "$work/layers"
    done < "$work/list"
}

# speak LANGUAGE TEXT: a calm pace; English by the voice slt of flite, all others by espeak-ng.
speak() {
    case $1 in
    en) flite -voice slt --setf duration_stretch=1.5 -t "$2" "$work/said.wav" ;;
    *) espeak-ng -v "$1" -s 120 -p 40 -w "$work/said.wav" "$2" ;;
    esac
}

# loudness FILE: integrated, in LUFS.
loudness() {
    ffmpeg -hide_banner -nostats -nostdin -i "$1" -af ebur128 -f null - 2>&1 |
        awk '$1 == "I:" && $3 == "LUFS" { last = $2 } END { print last }'
}

# make_prompt NAME LANGUAGE TEXT: without silence before and after, soft at both ends, without what
# hisses and rumbles, at -20 LUFS.
# Synthetic voices have all their overtones in step, which makes high peaks: the all-pass filters
# put them out of step, and what still stands out is held down.
make_prompt() {
    speak "$2" "$3"
    quiet_sox "$work/said.wav" -c 1 -t wav -b 24 "$work/even.wav" rate 48000 \
        highpass 90 allpass 150 0.7q allpass 300 0.7q allpass 600 0.7q allpass 1200 0.7q \
        lowpass -1 6500 silence 1 0.01 0.4% reverse silence 1 0.01 0.4% \
        fade h 0.03 reverse fade h 0.01 pad 0 0.05 gain -n -6 \
        compand 0.0005,0.05 6:-60,-60,-24,-24,-6,-17 0 -24 0.001
    gain=$(awk -v now="$(loudness "$work/even.wav")" 'BEGIN { printf "%.2f", -20 - now }')
    quiet_sox "$work/even.wav" -t vorbis -C 2 "$work/prompt.ogg" gain "$gain"
    mkdir -p "$out/voice-failed/$2"
    mv "$work/prompt.ogg" "$out/voice-failed/$2/$1.ogg"
}

make_prompts() {
    while read -r name language text; do
        case $name in '' | '#'*) continue ;; esac
        make_prompt "$name" "$language" "$text" < /dev/null
    done < "$recipe/prompts"
}

case $what in
all) make_set "$recipe" "$out/cues"; make_sets; make_ambiences; make_prompts ;;
cues) make_set "$recipe" "$out/cues" ;;
sets) make_sets ;;
ambience) make_ambiences ;;
prompts) make_prompts ;;
*) echo "usage: make.sh [OUTDIR [cues|sets|ambience|prompts|all [RECIPE]]]" >&2; exit 2 ;;
esac
