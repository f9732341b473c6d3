# SPDX-License-Identifier: MIT
# Drops of rain: awk -v seconds=LOOP -v rate=N -v low=HZ -v high=HZ -v ms=LENGTH -f drops.awk writes
# 24 000 stereo samples a second for `sox -t dat`. A drop is a short sine that rises a little and
# dies away. What falls belongs to its hundredth of a second in the loop, and two seconds of the
# loop's end stand before it, so that a drop and its echo ring on across the seam.

function random() {
    random_state = (random_state * 16807) % 2147483647
    return random_state / 2147483647
}

# Every drop of the loop is drawn before the first sounds, from one row of random numbers: rows
# begun anew for each moment would be alike, and drops in scales are not rain. Small ones are many.
function draw_all(    slot, angle, size) {
    for (slot = 0; slot < slots; slot++) {
        first[slot] = drawn + 1
        for (expected = rate / 100; expected > 0; expected--) {
            if (random() >= expected) continue
            drawn++
            drawn_delay[drawn] = int(random() * RATE / 100)
            drawn_hz[drawn] = low * (high / low) ^ random()
            angle = (0.1 + 0.8 * random()) * PI / 2
            size = random() ^ 3 * 0.9 + 0.1
            drawn_left[drawn] = size * cos(angle)
            drawn_right[drawn] = size * sin(angle)
        }
    }
    first[slots] = drawn + 1
}

function open_slot(slot,    k) {
    for (k = first[slot]; k < first[slot + 1]; k++) {
        drops++
        age[drops] = -drawn_delay[k]; hz[drops] = drawn_hz[k]; phase[drops] = 0
        left_gain[drops] = drawn_left[k]; right_gain[drops] = drawn_right[k]
    }
}

function keep(from, to) {
    age[to] = age[from]; hz[to] = hz[from]; phase[to] = phase[from]
    left_gain[to] = left_gain[from]; right_gain[to] = right_gain[from]
}

BEGIN {
    PI = 3.14159265358979; RATE = 24000
    length_samples = ms * RATE / 1000
    slots = seconds * 100
    random_state = int(low) * 7 + 1
    for (k = 0; k < 20; k++) random()
    draw_all()
    print "; Sample Rate 24000\n; Channels 2"
    for (i = -2 * RATE; i < seconds * RATE; i++) {
        if ((i + 2 * RATE) % 240 == 0) open_slot((i / 240 + slots) % slots)
        l = r = 0
        for (d = 1; d <= drops; d++) {
            if (++age[d] < 0) continue
            x = age[d] / length_samples
            if (x >= 1) { keep(drops, d); drops--; d--; continue }
            level = (x < 0.06 ? x / 0.06 : 1) * (1 - x) ^ 3 * sin(phase[d])
            phase[d] += 2 * PI * hz[d] * (1 + 0.25 * x) / RATE
            l += level * left_gain[d]
            r += level * right_gain[d]
        }
        printf "%.6f %.6f %.6f\n", (i + 2 * RATE) / RATE, l / 4, r / 4
    }
}
