// SPDX-License-Identifier: MIT
#include <assert.h>
#include <math.h>
#include <stddef.h>

#include "draw/hand.h"

// A folded cloth, in its own width. Warm and cold are told apart without colour: the warm one is
// soft and round and has rising waves woven in, the cold one is a pack with corners and has a star.

struct dye {
    struct colour ground, stripe, halo;
};

static const struct point warm_edge[] = {
    {-0.440, -0.410}, {-0.330, -0.462}, {-0.180, -0.440}, {-0.020, -0.470}, {0.150, -0.446},
    {0.300, -0.470},  {0.430, -0.420},  {0.480, -0.300},  {0.462, -0.140},  {0.488, 0.020},
    {0.462, 0.180},   {0.482, 0.320},   {0.430, 0.430},   {0.280, 0.466},   {0.120, 0.442},
    {-0.040, 0.472},  {-0.200, 0.446},  {-0.340, 0.470},  {-0.442, 0.420},  {-0.484, 0.280},
    {-0.462, 0.120},  {-0.486, -0.040}, {-0.464, -0.190}, {-0.486, -0.310},
};
static const struct point cold_edge[] = {
    {-0.476, -0.450}, {-0.455, -0.470}, {-0.300, -0.474}, {-0.100, -0.462}, {0.110, -0.474},
    {0.300, -0.464},  {0.455, -0.470},  {0.478, -0.448},  {0.482, -0.250},  {0.472, -0.050},
    {0.484, 0.150},   {0.474, 0.320},   {0.480, 0.450},   {0.456, 0.472},   {0.280, 0.466},
    {0.080, 0.478},   {-0.120, 0.466},  {-0.310, 0.476},  {-0.456, 0.470},  {-0.478, 0.448},
    {-0.472, 0.240},  {-0.484, 0.040},  {-0.472, -0.170}, {-0.482, -0.320},
};
enum { EDGE = sizeof warm_edge / sizeof *warm_edge };
static_assert(sizeof cold_edge == sizeof warm_edge, "both edges have the same number of points");

// Where it was folded: soft troughs with their ridges beside them.
static const struct point folds[][4] = {
    {{-0.40, -0.36}, {-0.16, -0.18}, {0.02, 0.06}, {0.10, 0.40}},
    {{-0.05, -0.44}, {0.10, -0.22}, {0.26, -0.02}, {0.46, 0.08}},
    {{-0.46, 0.06}, {-0.30, 0.14}, {-0.18, 0.26}, {-0.14, 0.44}},
};

static void layer_path(cairo_t *cairo, bool warm, double dx, double dy) {
    cairo_save(cairo);
    cairo_translate(cairo, dx, dy);
    paint_path(cairo, warm ? warm_edge : cold_edge, EDGE, true);
    cairo_restore(cairo);
}

static void ground(cairo_t *cairo, const struct dye *dye) {
    static const struct colour white = {1, 1, 1};
    struct colour top = colour_mix(dye->ground, white, 0.30);
    struct colour foot = colour_mix(dye->ground, dye->stripe, 0.16);
    cairo_pattern_t *light = cairo_pattern_create_linear(-0.3, -0.5, 0.25, 0.5);
    cairo_pattern_add_color_stop_rgb(light, 0, top.red, top.green, top.blue);
    cairo_pattern_add_color_stop_rgb(light, 0.5, dye->ground.red, dye->ground.green,
                                     dye->ground.blue);
    cairo_pattern_add_color_stop_rgb(light, 1, foot.red, foot.green, foot.blue);
    cairo_set_source(cairo, light);
    cairo_paint(cairo);
    cairo_pattern_destroy(light);
}

static void stripe(cairo_t *cairo, const struct dye *dye, double y, double width, double alpha) {
    struct point line[7];
    for (int i = 0; i < 7; i++) {
        double x = -0.54 + 0.18 * i;
        line[i] = (struct point){x, y + 0.016 * sin(9 * x) + 0.02 * x};
    }
    paint_taper(cairo, line, 7, (double[]){width, width, width}, 3, dye->stripe, alpha);
}

static void waves(cairo_t *cairo, const struct dye *dye) {
    static const double widths[] = {0.004, 0.022, 0.024, 0.022, 0.004};
    for (int i = 0; i < 3; i++) {
        double x = -0.17 + 0.15 * i;
        double lift = i == 1 ? -0.03 : 0;
        struct point line[5] = {{x, -0.06 + lift},
                                {x + 0.035, -0.13 + lift},
                                {x - 0.010, -0.205 + lift},
                                {x + 0.025, -0.28 + lift},
                                {x + 0.005, -0.345 + lift}};
        paint_taper(cairo, line, 5, widths, 5, dye->stripe, 0.80);
    }
}

static void star(cairo_t *cairo, const struct dye *dye) {
    static const double widths[] = {0.020, 0.018, 0.008};
    const struct point middle = {-0.02, -0.21};
    for (int i = 0; i < 6; i++) {
        double angle = i * M_PI / 3 + M_PI / 6;
        double c = cos(angle);
        double s = sin(angle);
        struct point arm[2] = {middle, {middle.x + 0.155 * c, middle.y + 0.155 * s}};
        paint_taper(cairo, arm, 2, widths, 3, dye->stripe, 0.85);
        for (int sign = -1; sign <= 1; sign += 2) {
            double turned = angle + sign * 0.9;
            struct point twig[2] = {{middle.x + 0.085 * c, middle.y + 0.085 * s},
                                    {middle.x + 0.085 * c + 0.055 * cos(turned),
                                     middle.y + 0.085 * s + 0.055 * sin(turned)}};
            paint_taper(cairo, twig, 2, widths, 3, dye->stripe, 0.85);
        }
    }
}

static void weave(cairo_t *cairo, const struct dye *dye, bool warm) {
    static const struct colour white = {1, 1, 1};
    struct colour dark = colour_mix(dye->stripe, dye->halo, 0.45);
    stripe(cairo, dye, 0.300, 0.046, 0.78);
    stripe(cairo, dye, 0.368, 0.020, 0.70);
    if (warm) {
        waves(cairo, dye);
    } else {
        star(cairo, dye);
    }
    for (size_t i = 0; i < sizeof folds / sizeof *folds; i++) {
        struct point ridge[4];
        for (int j = 0; j < 4; j++) {
            ridge[j] = (struct point){folds[i][j].x + 0.045, folds[i][j].y - 0.030};
        }
        paint_soft(cairo, folds[i], 4, 0.10, dark, 0.40);
        paint_soft(cairo, ridge, 4, 0.07, white, 0.55);
    }
    // It is thick: the far edges turn away.
    const struct point *edge = warm ? warm_edge : cold_edge;
    paint_soft(cairo, &edge[6], 13, 0.10, dark, 0.34);
    paint_soft(cairo, &edge[0], 7, 0.06, white, 0.60);
}

void cloth_paint(cairo_t *cairo, struct point at, double width, double angle, bool warm) {
    struct dye dye = {.ground = paint_hex(warm ? 0xEBDCC6 : 0xD3E0E8),
                      .stripe = paint_hex(warm ? 0xD98B5F : 0x6D97B5),
                      .halo = paint_hex(warm ? 0x5A3A28 : 0x2C3F52)};
    struct colour glow = paint_hex(warm ? 0xF2A765 : 0xBFD9EA);
    struct colour under = colour_mix(dye.ground, dye.halo, 0.22);
    cairo_save(cairo);
    cairo_translate(cairo, at.x, at.y);
    cairo_rotate(cairo, angle);
    cairo_scale(cairo, width, width);
    paint_blob(cairo, (struct point){0, 0}, 0.86, 0.86, 0, glow, warm ? 0.52 : 0.26);
    paint_blob(cairo, (struct point){0.01, 0.06}, 0.70, 0.70, 0, dye.halo, 0.46);
    // The lower halves of the folded cloth look out below.
    for (int i = 2; i >= 1; i--) {
        layer_path(cairo, warm, 0.006 * i, 0.030 * i);
        paint_use(cairo, colour_mix(under, dye.ground, i == 1 ? 0.45 : 0), 1);
        cairo_fill(cairo);
        layer_path(cairo, warm, 0.006 * i, 0.030 * i);
        paint_use(cairo, dye.halo, 0.28);
        cairo_set_line_width(cairo, 0.006);
        cairo_stroke(cairo);
    }
    cairo_save(cairo);
    layer_path(cairo, warm, 0, 0);
    cairo_clip(cairo);
    ground(cairo, &dye);
    weave(cairo, &dye, warm);
    cairo_restore(cairo);
    layer_path(cairo, warm, 0, 0);
    paint_use(cairo, dye.halo, 0.26);
    cairo_set_line_width(cairo, 0.007);
    cairo_stroke(cairo);
    cairo_restore(cairo);
}
