# SPDX-License-Identifier: MIT
# How loud a layer is: awk -v seconds=LOOP -v layer=K -v swell="wave 12 ..." -f swell.awk writes a
# stereo envelope of 200 values a second for `sox -t dat`, 0 to 0.9. It repeats after the loop; half
# a second of it stands before and after, for sox to cut when it has raised the rate.

function random() {
    random_state = (random_state * 16807) % 2147483647
    return random_state / 2147483647
}

function breathe(t,    x) {
    x = sin(2 * PI * (part[3] * t / seconds + turn[1]))
    x += sin(2 * PI * (part[4] * t / seconds + turn[2]))
    return 10 ^ ((x / 2 - 1) * part[2] / 20)
}

# The distance to the crest of a wave the short way round the loop.
function around(t) {
    t -= seconds * int(t / seconds)
    if (t < 0) t += seconds
    return t > seconds / 2 ? t - seconds : t
}

function waves(t,    k, d, sum) {
    for (k = 0; k < count; k++) {
        d = around(t - k * part[2] - part[5] - part[2] / 2 - late[k])
        sum += height[k] * exp(-(d / (d < 0 ? part[3] : part[4])) ^ 2)
    }
    return sum > 1 ? 1 : sum
}

function value(t) {
    return 0.9 * (part[1] == "wave" ? waves(t) : breathe(t))
}

BEGIN {
    PI = 3.14159265358979
    split(swell, part, " ")
    # All layers of one train of waves share its heights, so that they are one wave.
    random_state = part[1] == "wave" ? 1000 + part[2] : 2000 + layer
    for (k = 0; k < 20; k++) random()
    turn[1] = random(); turn[2] = random()
    if (part[1] == "wave") count = seconds / part[2]
    for (k = 0; k < count; k++) {
        height[k] = 1 - part[6] * random()
        late[k] = (random() - 0.5) * 0.12 * part[2]
    }
    shift = part[1] == "wave" ? part[7] : 0.8
    print "; Sample Rate 200\n; Channels 2"
    for (i = -100; i < seconds * 200 + 100; i++) {
        t = i / 200
        printf "%.4f %.6f %.6f\n", t, value(t), value(t - shift)
    }
}
