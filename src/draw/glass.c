// SPDX-License-Identifier: MIT
#include "draw/glass.h"

#include <math.h>

#include "draw/hand_parts.h"

// Half widths of the glass at its rim and foot, and where they lie; how high the water stands.
static const double RIM = 0.215, FOOT = 0.165, TOP = -0.40, BOTTOM = 0.36, WATER = -0.20;

static const struct colour white = {1, 1, 1};

static double half_at(double y) {
    return RIM + (FOOT - RIM) * (y - TOP) / (BOTTOM - TOP);
}

static void ellipse(cairo_t *cairo, double y, double half, double high) {
    cairo_save(cairo);
    cairo_translate(cairo, 0, y);
    cairo_scale(cairo, half, high);
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, 0, 0, 1, 0, 2 * M_PI);
    cairo_restore(cairo);
}

// From `y` down to the foot, round below.
static void vessel(cairo_t *cairo, double y) {
    double half = half_at(y);
    cairo_new_path(cairo);
    cairo_move_to(cairo, -half, y);
    cairo_line_to(cairo, -FOOT, BOTTOM - 0.03);
    cairo_curve_to(cairo, -FOOT + 0.005, BOTTOM + 0.02, -FOOT + 0.06, BOTTOM + 0.035, 0,
                   BOTTOM + 0.035);
    cairo_curve_to(cairo, FOOT - 0.06, BOTTOM + 0.035, FOOT - 0.005, BOTTOM + 0.02, FOOT,
                   BOTTOM - 0.03);
    cairo_line_to(cairo, half, y);
}

static void glass(cairo_t *cairo) {
    const struct colour water = paint_hex(0x9CC4D4), deep = paint_hex(0x5F93AB);
    vessel(cairo, TOP);
    cairo_close_path(cairo);
    paint_use(cairo, paint_hex(0xDDECF0), 0.26);
    cairo_fill(cairo);
    vessel(cairo, WATER);
    cairo_close_path(cairo);
    cairo_pattern_t *across = cairo_pattern_create_linear(-RIM, 0, RIM, 0);
    cairo_pattern_add_color_stop_rgba(across, 0, deep.red, deep.green, deep.blue, 0.80);
    cairo_pattern_add_color_stop_rgba(across, 0.30, water.red, water.green, water.blue, 0.66);
    cairo_pattern_add_color_stop_rgba(across, 0.70, water.red, water.green, water.blue, 0.60);
    cairo_pattern_add_color_stop_rgba(across, 1, deep.red, deep.green, deep.blue, 0.85);
    cairo_set_source(cairo, across);
    cairo_fill(cairo);
    cairo_pattern_destroy(across);
    ellipse(cairo, WATER, half_at(WATER), 0.034);
    paint_use(cairo, colour_mix(water, white, 0.45), 0.85);
    cairo_fill(cairo);
    // The rim, and light that stands in the glass.
    cairo_set_line_width(cairo, 0.014);
    ellipse(cairo, TOP, RIM, 0.040);
    paint_use(cairo, paint_hex(0xEAF4F6), 0.85);
    cairo_stroke(cairo);
    vessel(cairo, TOP);
    paint_use(cairo, paint_hex(0xEAF4F6), 0.40);
    cairo_stroke(cairo);
}

static void lights(cairo_t *cairo) {
    struct point bright[3] = {{-0.155, -0.34}, {-0.140, -0.05}, {-0.122, 0.24}};
    struct point faint[3] = {{0.165, -0.34}, {0.150, -0.22}, {0.145, -0.16}};
    static const double widths[] = {0.002, 0.026, 0.022, 0.002};
    paint_taper(cairo, bright, 3, widths, 4, white, 0.62);
    paint_taper(cairo, faint, 3, widths, 4, white, 0.35);
}

// The fingers come around the glass from the outer side, the index above.
static void fingers(cairo_t *cairo, const struct face_colours *colours) {
    static const struct {
        double root, tip, end, half;
    } rows[HAND_FINGERS] = {{0.265, 0.245, -0.085, 0.047},
                            {0.165, 0.135, -0.145, 0.053},
                            {0.055, 0.020, -0.165, 0.056},
                            {-0.050, -0.095, -0.140, 0.055}};
    for (int i = 0; i < HAND_FINGERS; i++) {
        double y = rows[i].root, tip = rows[i].tip, end = rows[i].end, half = rows[i].half;
        struct finger finger = {
            .spine = {{0.335, y + 0.050},
                      {0.205, y},
                      {0.060, (y + tip) / 2 - 0.012},
                      {end + 0.07, tip - 0.004},
                      {end, tip + 0.004}},
            .count = 5,
            .widths = {half * 1.06, half * 1.04, half, half * 0.95, half * 0.78},
            .fades = 0.24,
            .creases = {0.46, 0.78},
            .nail = 0.052,
            .nail_aside = 0.2,
            .left = 0.62,
            .right = 0.80};
        // The shade on the glass.
        struct point under[3] = {{0.18, y + 0.05}, {0.04, y + 0.045}, {end, tip + 0.05}};
        paint_soft(cairo, under, 3, 0.08, hand_shadow_colour(colours), 0.30);
        finger_paint(cairo, colours, &finger);
    }
}

static void back(cairo_t *cairo, const struct face_colours *colours) {
    static const struct point outline[] = {
        {0.190, -0.085}, {0.270, -0.120}, {0.345, -0.085}, {0.430, 0.040}, {0.510, 0.220},
        {0.575, 0.400},  {0.605, 0.530},  {0.420, 0.700},  {0.345, 0.560}, {0.250, 0.430},
        {0.180, 0.310},  {0.165, 0.200},  {0.180, 0.080},
    };
    enum { COUNT = sizeof outline / sizeof *outline };
    hand_back_paint(cairo, colours, outline, COUNT, 0.55, 0.75);
    cairo_save(cairo);
    cairo_new_path(cairo);
    paint_path(cairo, outline, COUNT, true);
    cairo_clip(cairo);
    static const struct point knuckles[HAND_FINGERS] = {
        {0.240, 0.290}, {0.262, 0.185}, {0.272, 0.070}, {0.262, -0.040}};
    for (int i = 0; i < HAND_FINGERS; i++) {
        struct point knuckle = knuckles[i];
        struct point tendon[3] = {{knuckle.x + 0.03, knuckle.y + 0.04},
                                  {knuckle.x + 0.10, knuckle.y + 0.15},
                                  {knuckle.x + 0.17, knuckle.y + 0.27}};
        paint_soft(cairo, tendon, 3, 0.036, colours->light, 0.26);
        paint_blob(cairo, knuckle, 0.052, 0.046, 0, colours->blush, 0.24);
        paint_blob(cairo, knuckle, 0.034, 0.030, 0, colours->light, 0.44);
    }
    struct point edge[4] = {{0.18, 0.33}, {0.26, 0.45}, {0.35, 0.58}, {0.42, 0.70}};
    struct point cuff[2] = {{0.40, 0.66}, {0.62, 0.54}};
    paint_soft(cairo, edge, 4, 0.11, colours->shadow, 0.55);
    paint_soft(cairo, cuff, 2, 0.10, colours->shadow, 0.60);
    cairo_restore(cairo);
    hand_contour_paint(cairo, colours, outline + 1, 6, 0.36);
    hand_contour_paint(cairo, colours, outline + 7, 4, 0.30);
}

void glass_paint(cairo_t *cairo, const struct face_colours *colours, struct point at) {
    cairo_save(cairo);
    cairo_translate(cairo, at.x, at.y);
    glass(cairo);
    lights(cairo);
    back(cairo, colours);
    fingers(cairo, colours);
    cairo_restore(cairo);
}
