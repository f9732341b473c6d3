#!/bin/sh
# SPDX-License-Identifier: MIT
# The shipped sounds are what docs/audio.md says: format, both ends, loudness, the way each cue
# goes, in every set; the seam of the ambiences, no tone and no rhythm in them; the stored prompts;
# and the recipe still makes the very bytes of the cues.
#
#     test_audio.sh             measures and judges
#     test_audio.sh --facts     prints what was measured, `SOUND key value` a line
set -u
LC_ALL=C
export LC_ALL

if ! command -v python3 >/dev/null 2>&1; then
    echo 'SKIPPED: test_audio.sh: python3 is not installed'
    exit 77
fi

work=$(mktemp -d "${TMPDIR:-/tmp}/repose-audio-XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cues='begin step in top-up hold out rest move last release change bell check wake voice-failed end'
sets='cues sets/wood sets/synth'
noises='rain stream wind brown'
ambiences="$noises waves drone"
prompts='failed in out over open'
languages='en de'
facts=$work/facts
rules=$work/rules

have() { command -v "$1" >/dev/null 2>&1; }
skip() { echo "SKIPPED: test_audio.sh: $*"; }

# meter FILE: momentary loudness and true peak of every tenth of a second, one line each, and what
# the whole has.
meter() {
    ffmpeg -hide_banner -nostats -nostdin -i "$1" -f null -af ebur128=peak=true:framelog=info - \
        2>&1 | sed -n -e 's/.* t: *\([0-9.]*\) .* M: *\([-a-z0-9.]*\) .* FTPK: *\([-a-z0-9.]*\) *\([-a-z0-9.]*\) dBFS .*/tenth \1 \2 \3 \4/p' \
        -e 's/^ *I: *\([-0-9.]*\) LUFS$/integrated \1/p' -e 's/^ *Peak: *\([-0-9.]*\) dBFS$/true_peak \1/p'
}

# The loudest 400 ms and the true peak of each cue in a row of them, added to FACTS ($2).
meter_row() {
    meter "$1" | awk -v facts="$2" '
        BEGIN {
            while ((getline line < facts) > 0) {
                split(line, word, " ")
                if (word[2] == "row_from") from[word[1]] = word[3]
                if (word[2] == "row_to") to[word[1]] = word[3]
            }
        }
        $1 == "tenth" {
            # A frame tells of the tenth of a second before it.
            at = int($2 * 10 + 0.5) - 1
            # The meter says nan where rounding leaves less than nothing, in silence.
            if ($3 != "nan") loudness[at] = $3
            peak[at] = $4 != "-inf" && ($5 == "-inf" || $4 + 0 > $5 + 0) ? $4 : $5
        }
        END {
            for (name in from) {
                most = high = "none"
                for (at = from[name]; at < to[name]; at++) {
                    if ((at in loudness) && (most == "none" || loudness[at] + 0 > most))
                        most = loudness[at] + 0
                    if (peak[at] != "-inf" && (high == "none" || peak[at] + 0 > high))
                        high = peak[at] + 0
                }
                if (most != "none") print name, "momentary", most
                if (high != "none") print name, "true_peak", high
            }
        }'
}

# What shall be known of the cues of one set, into a file of facts of its own.
measure_set() {
    own=$work/facts.$(basename "$1")
    for cue in $cues; do
        [ ! -f "audio/$1/$cue.wav" ] || echo "audio/$1/$cue.wav"
    done >"$own.list"
    # shellcheck disable=SC2046  # names without blanks
    python3 tests/sound_measure.py cues "$own.wav" $(cat "$own.list") >"$own.raw"
    if have ffmpeg; then
        meter_row "$own.wav" "$own.raw" >>"$own.raw"
    fi
    # On the last repetition two cues sound as one.
    if have ffmpeg && have sox; then
        sox -D -m -v 1 "audio/$1/move.wav" -v 1 "audio/$1/last.wav" "$own.last.wav" pad 1 1
        meter "$own.last.wav" | awk '
            $1 == "tenth" && $3 != "nan" && (!seen++ || $3 + 0 > most) { most = $3 + 0 }
            $1 == "true_peak" { print "SET/move+last true_peak", $2 }
            END { if (seen) print "SET/move+last momentary", most }' | sed "s,^SET,$1," >>"$own.raw"
    fi
    sed -e 's,^audio/,,' -e 's,\.wav , ,' "$own.raw" | awk '
        { print; value[$1, $2] = $3; name[$1] }
        END {
            for (cue in name) {
                start = value[cue, "start_hz"]
                if (start > 0) {
                    print cue, "ratio", value[cue, "end_hz"] / start
                    print cue, "turn", value[cue, "mid_hz"] / start
                }
                if ((cue, "end_side_db") in value)
                    print cue, "crossing_db",
                        value[cue, "end_side_db"] - value[cue, "start_side_db"]
            }
        }' >"$own"
}

measure_ambience() {
    own=$work/facts.$1
    sox -D "audio/ambience/$1.ogg" -b 16 "$own.wav" &&
        python3 tests/sound_measure.py loop "$own.wav" "ambience/$1" >"$own"
    if have ffmpeg; then
        meter "$own.wav" | awk -v name="ambience/$1" '$1 != "tenth" { print name, $0 }' >>"$own"
    fi
    rm -f "$own.wav"
}

measure_prompts() {
    for language in $languages; do
        for prompt in $prompts; do
            file=audio/voice-failed/$language/$prompt.ogg
            [ -f "$file" ] || continue
            name=voice-failed/$language/$prompt
            echo "$name" channels "$(soxi -c "$file")"
            echo "$name" rate "$(soxi -r "$file")"
            echo "$name" seconds "$(soxi -D "$file")"
            ! have ffmpeg || meter "$file" |
                awk -v name="$name" '$1 != "tenth" { print name, $0 }'
        done
    done >"$work/facts.prompts"
}

# The recipe again, beside the measuring; compared at the end.
make_again() {
    sh audio/make.sh "$work/made" cues && sh audio/make.sh "$work/made" sets
}

measure_files() {
    for folder in $sets ambience voice-failed; do
        echo "$folder" files "$(find "audio/$folder" -type f | wc -l)"
        echo "$folder" bytes "$(find "audio/$folder" -type f -exec cat {} + | wc -c)"
    done
    for ambience in $ambiences; do
        echo "ambience/$ambience" bytes "$(wc -c <"audio/ambience/$ambience.ogg")"
    done
}

measure_all() {
    lanes=
    { for set in $sets; do measure_set "$set"; done; } &
    lanes="$lanes $!"
    if have sox; then
        { for ambience in $ambiences; do measure_ambience "$ambience"; done; } &
        lanes="$lanes $!"
        measure_prompts
    fi
    # shellcheck disable=SC2086  # one word a process
    wait $lanes
    measure_files >"$work/facts.files"
    cat "$work"/facts.cues "$work"/facts.wood "$work"/facts.synth "$work/facts.files" \
        "$work"/facts.prompts >"$facts"
    for ambience in $ambiences; do cat "$work/facts.$ambience"; done >>"$facts"
} 2>"$work/complaints"

# rule SOUND KEY OPERATOR LIMIT [SOUND2 KEY2]: what must be true of what was measured. With a second
# sound the limit is a factor of its value. A value that is missing fails: nothing was measured.
rule() { echo "$*"; }

rules_of_form() {
    rule "$1" rate == 48000
    rule "$1" channels == 2
    rule "$1" bits == 16
}

rules_of_loudness() {
    rule "$1" momentary '<=' -18
    rule "$1" momentary '>=' -32
    rule "$1" true_peak '<=' -3
}

rules_of_ends() {
    rule "$1" ms '>=' 300
    rule "$1" ms '<=' 2400
    rule "$1" first '>=' 64
    rule "$1" attack_db '<=' -20
    rule "$1" zeros_ms '>=' 5
    rule "$1" ending '<=' 8
    rule "$1" offset_db '<=' -60
    rule "$1" sharp_db '<=' -20
}

# Which way cue $2 of set $1 goes; a whole tone is a factor of 1.122, and what is level stays within
# 3 %. Of those that are level at both ends only `voice-failed` lies a tone higher between them.
rules_of_contour() {
    case $2 in
    in | top-up | move | check | begin | wake) rule "$1/$2" ratio '>=' 1.12 ;;
    out | release | end) rule "$1/$2" ratio '<=' 0.89 ;;
    *)
        rule "$1/$2" ratio '>=' 0.97
        rule "$1/$2" ratio '<=' 1.03
        ;;
    esac
    case $2 in
    change) rule "$1/$2" crossing_db '>=' 12 ;;
    top-up) rule "$1/$2" ratio '<=' 1.4 ;;
    voice-failed)
        rule "$1/$2" turn '>=' 1.1
        rule "$1/$2" turn '<=' 1.15
        ;;
    last | rest | bell)
        rule "$1/$2" turn '>=' 0.97
        rule "$1/$2" turn '<=' 1.03
        ;;
    esac
}

# The rest lies under the hold, the top-up goes on where the breath in ended, breath is told from
# movement by its noise, the waking sound is the loudest (a twentieth of its LUFS is a decibel), what is added on the last repetition is
# soft beside the movement, and the voice that fails is no alarm.
rules_of_family() {
    rule "$1/rest" start_hz '<=' 1 "$1/hold" start_hz
    rule "$1/top-up" end_hz '>=' 1.1 "$1/in" end_hz
    for cue in in out top-up; do rule "$1/$cue" flatness '>=' 0.2; done
    for cue in move release; do rule "$1/$cue" flatness '<=' 0.05; done
    rule "$1" files == 16
    rule "$1" bytes '<=' 4500000
    ! have ffmpeg || {
        for cue in $cues; do
            [ "$cue" = wake ] || rule "$1/$cue" momentary '<=' 1.05 "$1/wake" momentary
        done
        rule "$1/voice-failed" momentary '<=' -20
        rule "$1/last" momentary '<=' 1.05 "$1/move" momentary
        ! have sox || rules_of_loudness "$1/move+last"
    }
}

rules_of_ambience() {
    name=ambience/$1
    rules_of_form "$name"
    rule "$name" seconds '>=' 60
    rule "$name" step '<=' 1
    rule "$name" bytes '<=' 1000000
    # The drone is so smooth there that a corner of its air is already sharp, and in the stream a
    # tenth of a second has a bubble more or less.
    case $1 in
    drone)
        rule "$name" bend '<=' 1.5
        rule "$name" change_db '<=' 1.5
        rule "$name" seconds '>=' 180
        rule "$name" high_db '<=' -40
        ;;
    stream)
        rule "$name" bend '<=' 1
        rule "$name" change_db '<=' 8
        ;;
    *)
        rule "$name" bend '<=' 1
        rule "$name" change_db '<=' 1.5
        ;;
    esac
    [ "$1" = drone ] || rule "$name" tone_db '<=' 5
    rule "$name" again '<=' 0.35
    [ "$1" != wind ] || rule "$name" swing_db '>=' 6
    have ffmpeg || return
    rule "$name" integrated '>=' -30
    rule "$name" integrated '<=' -26
    rule "$name" true_peak '<=' -3
}

rules_of_prompt() {
    rule "$1" channels == 1
    rule "$1" rate == 48000
    rule "$1" seconds '>=' 0.4
    rule "$1" seconds '<=' 8
    have ffmpeg || return
    rule "$1" integrated '>=' -21.5
    rule "$1" integrated '<=' -18.5
    rule "$1" true_peak '<=' -3
}

# What the tables of the document say must be what was measured; another version of the meter may
# round otherwise.
rules_of_tables() {
    awk -F ' *[|] *' '
        function near(key, value, by) {
            print sound, key, ">=", value - by
            print sound, key, "<=", value + by
        }
        /^\| (bowl|wood|synth|ambience) \| length/ { table = $2; next }
        !/^\|/ { table = "" }
        table != "" && $2 ~ /^`/ {
            name = $2
            gsub("`", "", name)
            sub(" with ", "+", name)
            sound = (table == "bowl" ? "cues" : table == "ambience" ? table : "sets/" table) "/" name
            near(table == "ambience" ? "integrated" : "momentary", $4, 0.25)
            near("true_peak", $5, 0.25)
            if ($3 != "") near(table == "ambience" ? "seconds" : "ms",
                $3 * (table == "ambience" ? 1 : 1000), 1)
            rows++
        }
        END { if (rows != 57) print "docs/audio.md rows ==", 57 }' docs/audio.md
}

all_rules() {
    for set in $sets; do
        for cue in $cues; do
            rules_of_form "$set/$cue"
            rules_of_ends "$set/$cue"
            rules_of_contour "$set" "$cue"
            ! have ffmpeg || rules_of_loudness "$set/$cue"
        done
        rules_of_family "$set"
    done
    have sox || return
    ! have ffmpeg || rules_of_tables
    for ambience in $ambiences; do rules_of_ambience "$ambience"; done
    for language in $languages; do
        for prompt in $prompts; do rules_of_prompt "voice-failed/$language/$prompt"; done
    done
    rule voice-failed files == 10
    rule voice-failed bytes '<=' 400000
}

# Every sentence of the recipe is stored, and stands in the document as it is said.
compare_prompts() {
    while read -r name language text; do
        case $name in '' | '#'*) continue ;; esac
        if [ -f "audio/voice-failed/$language/$name.ogg" ] && grep -qF "| $text |" docs/audio.md
        then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "FAILED: the prompt $name ($language) is not stored, or docs/audio.md differs"
        fi
    done <audio/recipe/prompts
}

# judge: every rule against the facts; the last line is how many held and how many did not.
judge() {
    awk -v rules="$rules" '
        $3 ~ /^-?[0-9]/ { fact[$1, $2] = $3 }
        END {
            while ((getline line < rules) > 0) {
                n = split(line, word, " ")
                limit = word[4]
                known = ((word[1], word[2]) in fact) && (n != 6 || ((word[5], word[6]) in fact))
                if (known && n == 6) limit *= fact[word[5], word[6]]
                value = known ? fact[word[1], word[2]] + 0 : 0
                good = word[3] == ">=" ? value >= limit + 0 : word[3] == "<=" ? value <= limit + 0 \
                    : word[3] == "==" && value == limit + 0
                if (known && good) { held++; continue }
                failed++
                print "FAILED:", line ", measured:", known ? value : "nothing"
            }
            print held + 0, failed + 0
        }' "$facts"
}

# The documents name the version of sox that made the cues; another one may round differently.
compare_recipe() {
    for set in $sets; do
        for cue in $cues; do
            if cmp -s "audio/$set/$cue.wav" "$work/made/$set/$cue.wav"; then
                passed=$((passed + 1))
            else
                failed=$((failed + 1))
                echo "FAILED: $set/$cue: audio/make.sh makes other bytes"
            fi
        done
    done
}

recipe=
sox_version=$(sed -n 's/.*made with SoX \([0-9][0-9.]*[0-9]\).*/\1/p' docs/audio.md | head -n 1)
if [ "${1:-}" != --facts ] && have sox && sox --version | grep -q "v${sox_version:-none}\$"; then
    make_again &
    recipe=$!
fi
measure_all
if [ "${1:-}" = --facts ]; then
    cat "$work/complaints" >&2
    cat "$facts"
    exit 0
fi

all_rules >"$rules"
judge >"$work/verdict"
sed '$d' "$work/verdict"
passed=$(awk 'END { print $1 }' "$work/verdict")
failed=$(awk 'END { print $2 }' "$work/verdict")
[ "$failed" = 0 ] || cat "$work/complaints"
compare_prompts
have ffmpeg || skip 'loudness: ffmpeg is not installed'
have sox || skip 'ambiences, prompts and recipe: sox is not installed'
if [ -z "$sox_version" ]; then
    failed=$((failed + 1))
    echo 'FAILED: docs/audio.md names no version of sox'
elif [ -n "$recipe" ]; then
    wait "$recipe"
    compare_recipe
elif have sox; then
    skip "the recipe: the cues were made with SoX $sox_version, here is $(sox --version)"
fi

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
