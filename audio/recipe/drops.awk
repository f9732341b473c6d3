# SPDX-License-Identifier: MIT
# Drops of rain: awk -v seconds=LOOP -v rate=N -v low=HZ -v high=HZ -v ms=LENGTH -f drops.awk writes
# 24 000 stereo samples a second for `sox -t dat`. A drop is a short sine that rises a little and
# dies away. What falls belongs to its hundredth of a second in the loop, and two seconds of the
# loop's end stand before it, so that a drop and its echo ring on across the seam.
#
# With ms=0 they are bubbles of air in a stream (van den Doel, Physically based models for liquid
# sounds, 2005): a bubble of radius r sounds at 3/r Hz, r in metres (Minnaert), dies away by
# 0.13/r + 0.0072 r^-1.5 a second, and the nearer it is to the surface the more it rises. They come
# in babbles: more of them at one moment, fewer at the next.

function random() {
    random_state = (random_state * 16807) % 2147483647
    return random_state / 2147483647
}

# How many bubbles come, beside their mean: between random values a third of a second apart, once
# more between those a few seconds apart.
function between(values, t,    k, x) {
    k = int(t); x = t - k
    x = (1 - cos(PI * x)) / 2
    return values[k % values["count"]] * (1 - x) + values[(k + 1) % values["count"]] * x
}

function babble(t) {
    return 1.5 * between(quick, t * 3) * between(slow, t / 4)
}

function draw_babble(    k) {
    quick["count"] = seconds * 3
    slow["count"] = seconds / 4
    for (k = 0; k < quick["count"]; k++) quick[k] = 0.25 + random() ^ 1.5
    for (k = 0; k < slow["count"]; k++) slow[k] = 0.6 + 0.8 * random()
}

function draw_bubble(k, radius) {
    drawn_fall[k] = 0.13 / radius + 0.0072 * radius ^ -1.5
    drawn_rise[k] = random() < 0.4 ? 0.1 * random() * drawn_fall[k] : 0
    # A large one is louder.
    drawn_left[k] *= radius * 400
    drawn_right[k] *= radius * 400
}

# Every drop of the loop is drawn before the first sounds, from one row of random numbers: rows
# begun anew for each moment would be alike, and drops in scales are not rain. Small ones are many.
function draw_all(    slot, angle, size) {
    for (slot = 0; slot < slots; slot++) {
        first[slot] = drawn + 1
        for (expected = rate / 100 * (ms ? 1 : babble(slot / 100)); expected > 0; expected--) {
            if (random() >= expected) continue
            drawn++
            drawn_delay[drawn] = int(random() * RATE / 100)
            drawn_hz[drawn] = low * (high / low) ^ random()
            angle = (0.1 + 0.8 * random()) * PI / 2
            size = random() ^ 3 * 0.9 + 0.1
            drawn_left[drawn] = size * cos(angle)
            drawn_right[drawn] = size * sin(angle)
            if (!ms) draw_bubble(drawn, 3 / drawn_hz[drawn])
        }
    }
    first[slots] = drawn + 1
}

function open_slot(slot,    k) {
    for (k = first[slot]; k < first[slot + 1]; k++) {
        drops++
        age[drops] = -drawn_delay[k]; hz[drops] = drawn_hz[k]; phase[drops] = 0
        left_gain[drops] = drawn_left[k]; right_gain[drops] = drawn_right[k]
        fall[drops] = drawn_fall[k]; rise[drops] = drawn_rise[k]
    }
}

function keep(from, to) {
    age[to] = age[from]; hz[to] = hz[from]; phase[to] = phase[from]
    left_gain[to] = left_gain[from]; right_gain[to] = right_gain[from]
    fall[to] = fall[from]; rise[to] = rise[from]
}

BEGIN {
    PI = 3.14159265358979; RATE = 24000
    length_samples = ms * RATE / 1000
    slots = seconds * 100
    random_state = int(low) * 7 + 1
    for (k = 0; k < 20; k++) random()
    if (!ms) draw_babble()
    draw_all()
    print "; Sample Rate 24000\n; Channels 2"
    for (i = -2 * RATE; i < seconds * RATE; i++) {
        if ((i + 2 * RATE) % 240 == 0) open_slot((i / 240 + slots) % slots)
        l = r = 0
        for (d = 1; d <= drops; d++) {
            if (++age[d] < 0) continue
            x = ms ? age[d] / length_samples : fall[d] * age[d] / (5.5 * RATE)
            if (x >= 1) { keep(drops, d); drops--; d--; continue }
            if (ms) {
                level = (x < 0.06 ? x / 0.06 : 1) * (1 - x) ^ 3 * sin(phase[d])
                phase[d] += 2 * PI * hz[d] * (1 + 0.25 * x) / RATE
            } else {
                level = (x < 0.04 ? x / 0.04 : 1) * exp(-5.5 * x) * sin(phase[d])
                phase[d] += 2 * PI * hz[d] * (1 + rise[d] * age[d] / RATE) / RATE
            }
            l += level * left_gain[d]
            r += level * right_gain[d]
        }
        printf "%.6f %.6f %.6f\n", (i + 2 * RATE) / RATE, l / 4, r / 4
    }
}
