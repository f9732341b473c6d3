# SPDX-License-Identifier: MIT
# Plays one cue of a score: awk -v cue=NAME -f synth.awk VOICES SCORE writes the dry sound as the
# text that sox reads with `-t dat`, 48 000 stereo samples a second, not yet scaled. Random numbers
# are our own, because those of awk differ from one awk to the next and the sounds must not.

function note_hz(name,    semitone) {
    semitone = index("C D EF G A B", substr(name, 1, 1)) - 1
    if (substr(name, 2, 1) == "#") semitone++
    return 440 * 2 ^ ((semitone - 9) / 12 + substr(name, length(name), 1) - 4)
}

# The two ends of "A>B"; one that does not move has both ends alike.
function ends_of(text) {
    if (split(text, ends, ">") < 2) ends[2] = ends[1]
}

function cosine_rise(x) {
    return x <= 0 ? 0 : x >= 1 ? 1 : (1 - cos(PI * x)) / 2
}

function random() {
    random_state = (random_state * 16807) % 2147483647
    return random_state / 1073741823.5 - 1
}

# How loud a note is at `at` seconds of `seconds`, without its decay.
function shape(at, seconds, attack) {
    return cosine_rise(at / attack) * cosine_rise((seconds - at) / (seconds * 0.4))
}

# What of a sound at `side` reaches each ear.
function place(side,    angle) {
    angle = (side < -100 ? 0 : side > 100 ? 200 : side + 100) * PI / 400
    left_gain = cos(angle)
    right_gain = sin(angle)
}

# What all partials of a note share, for each of its samples: how loud and, where it moves, how high
# and where.
function prepare(count, seconds, attack,    i, x) {
    moving = from_hz != to_hz || from_side != to_side
    for (i = 0; i < count; i++) {
        note_shape[i] = shape(i / RATE, seconds, attack)
        if (!moving) continue
        x = cosine_rise(i / count)
        note_bend[i] = (to_hz / from_hz) ^ x
        note_side[i] = from_side + (to_side - from_side) * x
    }
}

# Noise in a band around twice the note, by a state variable filter that moves with it.
function play_breath(first, count, gain,    i, f, low, band, high, value) {
    place(from_side)
    for (i = 0; i < count; i++) {
        f = 2 * sin(PI * 2 * from_hz * (moving ? note_bend[i] : 1) / RATE)
        low += f * band
        high = random() * 0.35 - low - 0.5 * band
        band += f * high
        value = band * gain * note_shape[i]
        if (moving) place(note_side[i])
        left[first + i] += value * left_gain
        right[first + i] += value * right_gain
    }
}

function play_partial(p, first, count, gain,    i, phase, step, fall, level, value) {
    fall = 10 ^ (-3 / (partial_decay[p] * RATE))
    level = gain * partial_level[p]
    place(from_side + partial_side[p])
    step = 2 * PI * partial_ratio[p] * from_hz
    for (i = 0; i < count; i++) {
        value = sin(phase) * level * note_shape[i]
        if (moving) place(note_side[i] + partial_side[p])
        left[first + i] += value * left_gain
        right[first + i] += value * right_gain
        phase += step * (moving ? note_bend[i] : 1) / RATE
        level *= fall
    }
}

function refuse(message) {
    print FILENAME ":" FNR ": " message | "cat 1>&2"
    refused = 1
    exit 1
}

function play_note(    p, first, seconds, attack, gain, count) {
    if (!($1 in voice_known)) refuse($1 " is not a voice of " ARGV[1])
    if ($3 !~ /^[A-G]#?[0-9](>[A-G]#?[0-9])?$/) refuse($3 " is not a note as D4, F#4 or D4>A4")
    if (NF != 7 || $4 <= 0 || $6 <= 0) refuse("a note is: VOICE AT NOTE LENGTH LEVEL ATTACK SIDE")
    ends_of($3); from_hz = note_hz(ends[1]); to_hz = note_hz(ends[2])
    ends_of($7); from_side = ends[1]; to_side = ends[2]
    first = int($2 * RATE / 1000)
    seconds = $4 / 1000
    gain = 10 ^ ($5 / 20)
    attack = $6 / 1000
    count = int(seconds * RATE)
    prepare(count, seconds, attack)
    for (p = 1; p <= partials; p++) {
        if (partial_voice[p] != $1) continue
        if (partial_ratio[p] == "noise") play_breath(first, count, gain)
        else play_partial(p, first, count, gain)
    }
}

BEGIN { PI = 3.14159265358979; RATE = 48000; random_state = 1963 }

/^#/ || NF == 0 { next }

FILENAME == ARGV[1] {
    partials++
    voice_known[$1] = 1
    partial_voice[partials] = $1; partial_ratio[partials] = $2; partial_level[partials] = $3
    partial_decay[partials] = $4; partial_side[partials] = $5
    next
}

$1 == "room" { next }

$1 == "cue" { playing = $2 == cue; if (playing) samples = int($3 * RATE / 1000); next }

playing { play_note() }

END {
    if (refused) exit 1
    if (!samples) { print FILENAME ": no cue " cue | "cat 1>&2"; exit 1 }
    print "; Sample Rate 48000\n; Channels 2"
    for (i = 0; i < samples; i++) printf "%.6f %.7f %.7f\n", i / RATE, left[i] / 8, right[i] / 8
}
