# SPDX-License-Identifier: MIT
# How loud a layer is: awk -v seconds=LOOP -v layer=K -v swell="surf 7 ..." -f swell.awk writes a
# stereo envelope of 200 values a second for `sox -t dat`, 0 to 0.9. It repeats after the loop; half
# a second of it stands before and after, for sox to cut when it has raised the rate.

function random() {
    random_state = (random_state * 16807) % 2147483647
    return random_state / 2147483647
}

function breathe(t,    x) {
    x = sin(2 * PI * (part[3] * t / seconds + turn[1]))
    x += sin(2 * PI * (part[4] * t / seconds + turn[2]))
    return 10 ^ (((x / 2 - 1) * part[2] - part[5] * exp(-(around(t) / 5) ^ 2)) / 20)
}

# The distance to the crest of a wave the short way round the loop.
function around(t) {
    t -= seconds * int(t / seconds)
    if (t < 0) t += seconds
    return t > seconds / 2 ? t - seconds : t
}

# Waves at distances of their own: large ones take longer than small ones.
function surf(t,    k, d, sum) {
    for (k = 0; k < count; k++) {
        d = around(t - part[5] - late[k])
        sum += height[k] * exp(-(d / (width[k] * (d < 0 ? part[3] : part[4]))) ^ 2)
    }
    return sum > 1 ? 1 : sum
}

# Gusts that come when they will, and the flutter of leaves: sines whose periods all divide the loop
# and none another.
function gusts(t,    k, d, x, quick) {
    for (k = 0; k < count; k++) {
        d = around(t - part[5] - late[k])
        x += height[k] * exp(-(d / (width[k] * (d < 0 ? part[3] : part[4]))) ^ 2)
    }
    for (k = 0; k < FLUTTERS; k++) quick += sin(2 * PI * (flutter[k] * t / seconds + flutter_turn[k]))
    return 10 ^ (((x > 1 ? 1 : x) * part[6] - part[6] + part[7] * (quick / 4 - 1)) / 20)
}

function value(t) {
    return 0.9 * (part[1] == "surf" ? surf(t) : part[1] == "gust" ? gusts(t) : breathe(t))
}

# The first wave breaks where the loop begins, as large as they come. Behind it the distances are
# drawn, from half of the mean to one and a half, and the heights: each two or three belong together,
# because the sea comes in sets.
function draw_surf(    k, sum, set) {
    count = part[2]
    for (k = 0; k < count; k++) {
        late[k] = sum
        sum += 0.5 + random()
    }
    set = 1
    for (k = 0; k < count; k++) {
        late[k] *= seconds / sum
        height[k] = k == 0 ? 1 : 1 - part[6] * (0.6 * (1 - set) + 0.4 * random())
        width[k] = 0.75 + 0.35 * height[k]
        if (random() < 0.4) set = random()
    }
}

function draw_gusts(    k) {
    count = part[2]
    for (k = 0; k < count; k++) {
        late[k] = (k + 0.9 * random()) * seconds / count
        height[k] = 0.25 + 0.75 * random() ^ 1.3
        width[k] = 0.5 + 1.1 * random()
    }
    for (k = 0; k < FLUTTERS; k++) {
        flutter[k] = int(seconds * (0.25 + 1.75 * ((k + random()) / FLUTTERS)))
        flutter_turn[k] = random()
    }
}

BEGIN {
    PI = 3.14159265358979; FLUTTERS = 9
    split(swell, part, " ")
    # All layers of one draw of waves share its times and heights, so that they are one wave; all
    # layers of gusts are one wind.
    random_state = part[1] == "surf" ? 1000 + 97 * part[8] : part[1] == "gust" ? 3000 + part[2] : \
        2000 + layer
    for (k = 0; k < 20; k++) random()
    turn[1] = random(); turn[2] = random()
    if (part[1] == "surf") draw_surf()
    if (part[1] == "gust") draw_gusts()
    shift = part[1] == "surf" ? part[7] : part[1] == "gust" ? part[8] : 0.8
    print "; Sample Rate 200\n; Channels 2"
    for (i = -100; i < seconds * 200 + 100; i++) {
        t = i / 200
        printf "%.4f %.6f %.6f\n", t, value(t), value(t - shift)
    }
}
