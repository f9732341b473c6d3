// SPDX-License-Identifier: MIT
#include "draw/massage_path.h"

#include <math.h>

// Of a stroke's time: along the path, the hand lifted, back; what is left is for setting it down.
static const double ALONG_SHARE = 0.62;
static const double LIFT_SHARE = 0.08;
// Turns on one spot before the pads go to the next, and how long that takes of a turn.
enum { TURNS_ON_SPOT = 3 };
static const double CHANGE_SHARE = 0.5;

static const struct massage_path paths[AREA_COUNT] = {
    [AREA_FOREHEAD] = {WAY_SPOTS, .points = {{0.070, -0.335}, {0.165, -0.340}, {0.260, -0.325}},
                       .count = 3, .radius = 0.045, .lean = 1.12},
    [AREA_TEMPLE] = {WAY_CIRCLE, .points = {{0.420, -0.112}}, .count = 1, .radius = 0.052,
                     .lean = 0.86},
    // Below the bone of the eye, in the middle, and from the mouth's corner: from the nose to the
    // ear.
    [AREA_CHEEK_UPPER] =
        {WAY_STROKE, .points = {{0.140, 0.265}, {0.240, 0.250}, {0.350, 0.205}, {0.440, 0.125}},
         .count = 4, .radius = 0.042, .lean = 0.50},
    [AREA_CHEEK_MIDDLE] =
        {WAY_STROKE, .points = {{0.140, 0.300}, {0.270, 0.300}, {0.370, 0.245}, {0.445, 0.160}},
         .count = 4, .radius = 0.042, .lean = 0.50},
    [AREA_CHEEK_LOWER] =
        {WAY_STROKE, .points = {{0.205, 0.440}, {0.320, 0.425}, {0.400, 0.340}, {0.445, 0.225}},
         .count = 4, .radius = 0.042, .lean = 0.50},
    // From the side to the middle.
    [AREA_CHIN] = {WAY_STROKE,
                   .points = {{0.235, 0.620}, {0.165, 0.668}, {0.095, 0.690}, {0.035, 0.692}},
                   .count = 4, .radius = 0.020, .lean = 0.80},
    [AREA_MASSETER] = {WAY_CIRCLE, .points = {{0.352, 0.340}}, .count = 1, .radius = 0.070,
                       .lean = 0.48},
    [AREA_CHEEK_INSIDE] = {WAY_STRETCH, .points = {{0.290, 0.350}, {0.265, 0.395}, {0.225, 0.440}},
                           .count = 3, .lean = 0.50},
    [AREA_SKULL_BASE] = {WAY_CIRCLE, .behind = true, .points = {{0.150, 0.430}}, .count = 1,
                         .radius = 0.055, .lean = 0.95},
    [AREA_NECK_BACK] = {WAY_STROKE, .behind = true,
                        .points = {{0.105, 0.500}, {0.112, 0.620}, {0.130, 0.740}, {0.170, 0.860}},
                        .count = 4, .radius = 0.042, .lean = 0.95},
    [AREA_SHOULDERS] = {WAY_CIRCLE, .behind = true, .over = true, .in_turn = true,
                        .points = {{0.645, 1.185}}, .count = 1, .radius = 0.038, .lean = -2.75},
};

struct massage_path massage_path_of(enum massage_area area, bool circles) {
    struct massage_path path = paths[area];
    if (circles && path.way == WAY_STROKE) {
        path.way = WAY_SPOTS;
        // The ends of a stroke lie close to lips, wing of the nose or ear: no room to turn there.
        path.points[0] = path.points[1];
        path.points[1] = path.points[2];
        path.count = 2;
    }
    return path;
}

int massage_line(const struct massage_path *path, struct point out[MASSAGE_LINE_MAX]) {
    if (path->count == 1) {
        out[0] = path->points[0];
        return 1;
    }
    enum { STEPS = 20 };
    return paint_sample(path->points, path->count, STEPS, out, MASSAGE_LINE_MAX);
}

static struct point along(const struct massage_path *path, double share) {
    struct point line[MASSAGE_LINE_MAX];
    int count = massage_line(path, line);
    double at = fmax(0, fmin(1, share)) * (count - 1);
    int i = (int)fmax(0, fmin(floor(at), count - 2));
    if (count == 1) {
        return line[0];
    }
    double t = at - i;
    return (struct point){line[i].x + t * (line[i + 1].x - line[i].x),
                          line[i].y + t * (line[i + 1].y - line[i].y)};
}

// Slow at both ends.
static double eased(double share) {
    return 0.5 - 0.5 * cos(M_PI * fmax(0, fmin(1, share)));
}

static struct massage_tip stroke(const struct massage_path *path, double share) {
    if (share <= ALONG_SHARE) {
        return (struct massage_tip){along(path, eased(share / ALONG_SHARE)), 0};
    }
    double back = (share - ALONG_SHARE) / (1 - ALONG_SHARE);
    double up = eased((share - ALONG_SHARE) / LIFT_SHARE);
    double down = eased((1 - share) / LIFT_SHARE);
    return (struct massage_tip){along(path, 1 - eased(back)), fmin(up, down)};
}

// Upwards first on the inner side: the way a hand turns outwards.
static struct point turned(struct point middle, double radius, double turns) {
    double angle = 2 * M_PI * turns - M_PI;
    return (struct point){middle.x + radius * cos(angle), middle.y + radius * sin(angle)};
}

static struct massage_tip on_spots(const struct massage_path *path, double turns) {
    int spot = (int)fmod(turns / TURNS_ON_SPOT, path->count);
    double into = fmod(turns, TURNS_ON_SPOT);
    struct point from = path->points[spot];
    struct point to = path->points[(spot + 1) % path->count];
    // At the end of the last turn the pads go over to the next spot.
    double change = eased((into - (TURNS_ON_SPOT - CHANGE_SHARE)) / CHANGE_SHARE);
    struct point middle = {from.x + change * (to.x - from.x), from.y + change * (to.y - from.y)};
    return (struct massage_tip){turned(middle, path->radius, turns), sin(M_PI * change)};
}

struct massage_tip massage_tip_at(const struct massage_path *path, double strokes_a_minute,
                                  double into_ms) {
    double strokes = into_ms * strokes_a_minute / 60000;
    switch (path->way) {
    case WAY_CIRCLE:
        return (struct massage_tip){turned(path->points[0], path->radius, strokes), 0};
    case WAY_SPOTS:
        return on_spots(path, strokes);
    case WAY_STROKE:
    case WAY_STRETCH:
        break;
    }
    return stroke(path, strokes - floor(strokes));
}

struct massage_tip massage_tip_pressed(const struct massage_path *path, double level) {
    if (path->way == WAY_STRETCH) {
        return (struct massage_tip){along(path, level), 0};
    }
    // On the middle of the way, a little further in when it presses.
    static const double GIVES = 0.012;
    struct point at = along(path, 0.5);
    at.x -= GIVES * level;
    return (struct massage_tip){at, 0};
}
