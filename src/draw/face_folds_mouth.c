// SPDX-License-Identifier: MIT
#include <math.h>
#include <stddef.h>

#include "draw/face_folds.h"

// Folds around the mouth and on the chin (face/face.md section 5.4).

static double unit_of(const struct touch *touch, enum face_unit unit) {
    return touch->view->face->units.strength[unit][touch->side];
}

static double mean_of(const struct touch *touch, enum face_unit unit) {
    const double *sides = touch->view->face->units.strength[unit];
    return 0.5 * (sides[FACE_LEFT] + sides[FACE_RIGHT]);
}

// The dent beside a corner that is drawn in; a closed smile has a little of it.
static void paint_dent(const struct touch *touch) {
    double shut = 1 - fmin(1, touch->view->face->open / 0.03);
    double k = fmax(unit_of(touch, UNIT_AU14), 0.25 * shut * unit_of(touch, UNIT_AU12));
    static const struct point ways[] = {
        {0.016, -0.036}, {0.026, -0.018}, {0.030, 0.000}, {0.027, 0.018}, {0.016, 0.034}};
    struct point row[5];
    touch_row(touch, LANDMARK_MOUTH_CORNER, ways, 5, row);
    const struct fold fold = {.line_width = 0.006,
                              .line = 0.30 * k,
                              .shade_width = 0.042,
                              .shade = 0.60 * k,
                              .light_width = 0.036,
                              .light = 0.34 * k,
                              .light_by = {0.032, -0.004}};
    touch_fold(touch, row, 5, &fold);
}

// Below a corner that is pulled down. The line stays faint: a strong one is a fang.
static void paint_under_corner(const struct touch *touch) {
    double k = unit_of(touch, UNIT_AU15);
    static const struct point ways[] = {
        {0.006, 0.004}, {0.016, 0.032}, {0.022, 0.070}, {0.019, 0.118}};
    struct point row[4];
    touch_row(touch, LANDMARK_MOUTH_CORNER, ways, 4, row);
    const struct fold fold = {.line_width = 0.0045,
                              .line = 0.04 * k,
                              .shade_width = 0.060,
                              .shade = 0.27 * k,
                              .light_width = 0.050,
                              .light = 0.08 * k,
                              .light_by = {0.040, 0}};
    touch_fold(touch, row, 4, &fold);
}

// Beside puckered lips.
static void paint_bracket(const struct touch *touch) {
    double k = unit_of(touch, UNIT_AU18);
    static const struct point ways[] = {
        {0.014, -0.050}, {0.023, -0.026}, {0.026, 0.000}, {0.023, 0.026}, {0.014, 0.050}};
    struct point row[5];
    touch_row(touch, LANDMARK_MOUTH_CORNER, ways, 5, row);
    const struct fold fold = {.shade_width = 0.036,
                              .shade = 0.50 * k,
                              .light_width = 0.034,
                              .light = 0.22 * k,
                              .light_by = {0.030, -0.004}};
    touch_fold(touch, row, 5, &fold);
}

void folds_paint_corner(const struct touch *touch) {
    paint_dent(touch);
    paint_under_corner(touch);
    paint_bracket(touch);
}

// A row along a lip's edge moved up or down, from side to side.
static void beside_lip(const struct touch *touch, enum landmark first, double down,
                       struct point out[5]) {
    for (int i = 0; i < 5; i++) {
        struct touch here = *touch;
        here.side = i < 2 ? FACE_LEFT : FACE_RIGHT;
        int knot = i < 2 ? 2 - i : i - 2;
        out[i] = touch_beside(&here, (enum landmark)((int)first + knot), 0, down);
    }
}

// Rolls of skin above and below lips that are pressed together or sucked in.
static void paint_pressed(const struct touch *touch) {
    double press = fmax(mean_of(touch, UNIT_AU24), mean_of(touch, UNIT_AU28));
    struct colour light = touch->view->colours->light;
    struct point row[5];
    beside_lip(touch, LANDMARK_UPPER_EDGE_0, -0.020, row);
    touch_soft(touch, row, 5, 0.026, light, 0.60 * press);
    beside_lip(touch, LANDMARK_LOWER_EDGE_0, 0.020, row);
    touch_soft(touch, row, 5, 0.026, light, 0.50 * press);
}

// Where the mentalis holds the skin of the chin, from its boss. Their places, sizes and angles are
// irregular: alike they look like seeds, in a ring like a flower.
static const struct {
    struct point at;
    double size, angle;
} pits[] = {
    {{-0.076, 0.002}, 0.95, 0.5},  {{-0.032, -0.019}, 0.70, 0.2}, {{0.011, -0.008}, 1.10, -0.1},
    {{0.055, -0.021}, 0.75, -0.3}, {{0.084, 0.013}, 0.90, -0.6},  {{-0.051, 0.033}, 1.15, 0.3},
    {{-0.007, 0.028}, 0.80, 0.1},  {{0.040, 0.030}, 1.05, -0.4},  {{-0.020, 0.058}, 0.85, 0.3},
    {{0.024, 0.061}, 0.70, -0.2},
};

// The chin pushed up: an arc over it, and pits.
static void paint_chin_raise(const struct touch *touch) {
    const struct face_colours *c = touch->view->colours;
    double k = mean_of(touch, UNIT_AU17);
    static const struct point arc[] = {
        {-0.092, 0.034}, {-0.058, 0.008}, {0.000, -0.004}, {0.058, 0.008}, {0.092, 0.034}};
    struct point row[5];
    touch_row(touch, LANDMARK_LABIOMENTAL, arc, 5, row);
    const struct fold fold = {.line_width = 0.006,
                              .line = 0.22 * k,
                              .shade_width = 0.040,
                              .shade = 0.50 * k,
                              .light_width = 0.040,
                              .light = 0.34 * k,
                              .light_by = {0, 0.026}};
    touch_fold(touch, row, 5, &fold);
    for (size_t i = 0; i < sizeof pits / sizeof pits[0]; i++) {
        double size = pits[i].size;
        struct point radii = {0.021 * size, 0.012 * size};
        struct point at = touch_beside(touch, LANDMARK_CHIN_BOSS, pits[i].at.x, pits[i].at.y);
        touch_blob(touch, at, radii, pits[i].angle, c->shadow, 0.36 * k * size);
        touch_blob(touch, (struct point){at.x, at.y + 0.013 * size}, radii, pits[i].angle, c->light,
                   0.16 * k * size);
    }
}

void folds_paint_chin(const struct touch *touch) {
    paint_pressed(touch);
    paint_chin_raise(touch);
}
