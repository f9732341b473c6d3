// SPDX-License-Identifier: MIT
#include "draw/hand_parts.h"

// The cuff of the shirt, and a sleeve that fades away.

static const struct colour white = {1, 1, 1};
static const struct colour black = {0.06, 0.06, 0.08};

static void add_stop(cairo_pattern_t *pattern, double at, struct colour colour, double alpha) {
    cairo_pattern_add_color_stop_rgba(pattern, at, colour.red, colour.green, colour.blue, alpha);
}

static void cuff(cairo_t *cairo, const struct face_colours *colours, double half) {
    struct colour cloth = colour_mix(colours->shirt, white, 0.10);
    struct point upper[7] = {
        {-half - 0.058, 0.022}, {-half - 0.048, 0.002}, {-half * 0.6, 0.024}, {0, 0.034},
        {half * 0.6, 0.024},    {half + 0.048, 0.002},  {half + 0.058, 0.022}};
    struct point lower[7] = {
        {half + 0.068, 0.088}, {half + 0.058, 0.110},  {half * 0.6, 0.132},   {0, 0.142},
        {-half * 0.6, 0.132},  {-half - 0.058, 0.110}, {-half - 0.068, 0.088}};
    paint_path(cairo, upper, 7, false);
    paint_path_on(cairo, lower, 7);
    cairo_close_path(cairo);
    cairo_pattern_t *across = cairo_pattern_create_linear(-half - 0.06, 0, half + 0.06, 0);
    add_stop(across, 0, colour_mix(cloth, black, 0.20), 1);
    add_stop(across, 0.32, colour_mix(cloth, white, 0.06), 1);
    add_stop(across, 0.62, cloth, 1);
    add_stop(across, 1, colour_mix(cloth, black, 0.26), 1);
    cairo_set_source(cairo, across);
    cairo_fill(cairo);
    cairo_pattern_destroy(across);
    struct point seam[3] = {{-half - 0.056, 0.088}, {0, 0.121}, {half + 0.056, 0.088}};
    struct colour dark = colour_mix(colours->shirt, black, 0.5);
    paint_taper(cairo, seam, 3, (double[]){0.001, 0.005, 0.005, 0.001}, 4, dark, 0.45);
    struct point lip[3] = {{-half - 0.050, 0.002}, {0, 0.034}, {half + 0.050, 0.002}};
    paint_taper(cairo, lip, 3, (double[]){0.001, 0.007, 0.007, 0.001}, 4, white, 0.20);
}

static void sleeve(cairo_t *cairo, const struct face_colours *colours, double half) {
    struct point left[4] = {
        {-half - 0.055, 0.09}, {-half - 0.085, 0.20}, {-half - 0.10, 0.36}, {-half - 0.12, 0.60}};
    struct point right[4] = {
        {half + 0.12, 0.60}, {half + 0.10, 0.36}, {half + 0.085, 0.20}, {half + 0.055, 0.09}};
    struct colour dark = colour_mix(colours->shirt, black, 0.45);
    cairo_pattern_t *fade = cairo_pattern_create_linear(0, 0.10, 0, HAND_SLEEVE);
    add_stop(fade, 0, colours->shirt, 1);
    add_stop(fade, 0.35, colours->shirt, 0.86);
    add_stop(fade, 0.72, colours->shirt, 0.26);
    add_stop(fade, 1, colours->shirt, 0);
    cairo_save(cairo);
    paint_path(cairo, left, 4, false);
    paint_path_on(cairo, right, 4);
    cairo_close_path(cairo);
    cairo_clip_preserve(cairo);
    cairo_set_source(cairo, fade);
    cairo_fill(cairo);
    cairo_pattern_destroy(fade);
    struct point folds[2][3] = {{{-half * 0.7, 0.16}, {-half * 0.2, 0.20}, {half * 0.3, 0.19}},
                                {{half * 0.9, 0.20}, {half * 0.4, 0.27}, {-half * 0.3, 0.28}}};
    for (int i = 0; i < 2; i++) {
        paint_soft(cairo, folds[i], 3, 0.05, dark, i == 0 ? 0.34 : 0.22);
    }
    struct point edge[3] = {{-half - 0.06, 0.10}, {-half - 0.08, 0.20}, {-half - 0.09, 0.30}};
    paint_soft(cairo, edge, 3, 0.09, dark, 0.36);
    struct point under[3] = {{-half, 0.135}, {0, 0.165}, {half, 0.135}};
    paint_soft(cairo, under, 3, 0.04, dark, 0.40);
    cairo_restore(cairo);
}

void hand_sleeve_paint(cairo_t *cairo, const struct face_colours *colours, struct point wrist) {
    const double half = HAND_WRIST_HALF;
    cairo_save(cairo);
    cairo_translate(cairo, wrist.x, wrist.y);
    // The cuff's shade on the wrist.
    struct point shade[3] = {{-half, -0.012}, {0, 0.018}, {half, -0.012}};
    paint_soft(cairo, shade, 3, 0.045, colours->shadow, 0.60);
    sleeve(cairo, colours, half);
    cuff(cairo, colours, half);
    cairo_restore(cairo);
}
