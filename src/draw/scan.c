// SPDX-License-Identifier: MIT
#include <math.h>

#include "draw/figure_parts.h"
#include "draw/shapes.h"

// A body in outline, or a head for the parts of the face, and a soft glow where the attention goes.

struct glow {
    double x, y, radius; // x: on both sides where it is not 0
};

struct meant {
    bool on_head;
    struct glow glows[2];
};

static const struct meant meant_of[REGION_COUNT] = {
    [REGION_FEET_LEGS] = {false, {{28, 580, 84}, {28, 470, 92}}},
    [REGION_HIPS_BELLY] = {false, {{0, 352, 92}}},
    [REGION_CHEST_BACK] = {false, {{0, 256, 96}}},
    [REGION_HANDS_ARMS] = {false, {{88, 372, 74}, {74, 270, 84}}},
    [REGION_SHOULDERS_NECK] = {false, {{46, 204, 70}, {0, 180, 52}}},
    [REGION_JAW_TONGUE] = {true, {{0, 490, 96}}},
    [REGION_CHEEKS_LIPS] = {true, {{56, 428, 70}, {0, 472, 62}}},
    [REGION_LIPS_CHIN] = {true, {{0, 484, 78}}},
    [REGION_EYES_LIDS] = {true, {{59, 362, 62}}},
    [REGION_FOREHEAD_BROWS] = {true, {{40, 308, 78}, {0, 290, 84}}},
    [REGION_NECK_FRONT] = {true, {{0, 556, 74}}},
    [REGION_FACE] = {true, {{0, 372, 190}}},
    [REGION_BODY] = {false, {{0, 250, 240}, {0, 500, 240}}},
};

// One half of trunk, leg and foot; the other mirrors it.
static void half_trunk(cairo_t *cairo, double side) {
    static const double curves[][6] = {
        {17, 172, 22, 184, 44, 192}, {64, 199, 68, 214, 64, 232}, {60, 262, 47, 290, 47, 318},
        {47, 342, 58, 354, 57, 390}, {56, 440, 44, 470, 42, 500}, {41, 530, 34, 552, 32, 578},
        {34, 586, 46, 590, 46, 597}, {46, 602, 16, 603, 14, 597}, {12, 570, 16, 540, 14, 506},
        {12, 470, 8, 430, 4, 396},   {3, 392, 1, 390, 0, 390},
    };
    cairo_move_to(cairo, 0, 150);
    cairo_line_to(cairo, side * 16, 150);
    for (size_t i = 0; i < sizeof curves / sizeof curves[0]; i++)
        cairo_curve_to(cairo, side * curves[i][0], curves[i][1], side * curves[i][2], curves[i][3],
                       side * curves[i][4], curves[i][5]);
    cairo_close_path(cairo);
}

static void trunk(cairo_t *cairo, double grow) {
    cairo_save(cairo);
    cairo_translate(cairo, 0, 128);
    cairo_scale(cairo, 31 + grow, 38 + grow);
    shape_circle(cairo, 0, 0, 1);
    cairo_restore(cairo);
    cairo_fill(cairo);
    for (int side = -1; side <= 1; side += 2) {
        half_trunk(cairo, side);
        cairo_fill_preserve(cairo);
        // The stroke closes the seam in the middle, and is the edge where one is wanted.
        cairo_set_line_width(cairo, 1 + 2 * grow);
        cairo_stroke(cairo);
    }
}

static void arms(cairo_t *cairo, double grow) {
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    for (int side = -1; side <= 1; side += 2) {
        cairo_set_line_width(cairo, 25 + 2 * grow);
        cairo_move_to(cairo, side * 58, 212);
        cairo_curve_to(cairo, side * 70, 240, side * 78, 268, side * 81, 298);
        cairo_stroke(cairo);
        cairo_set_line_width(cairo, 20 + 2 * grow);
        cairo_move_to(cairo, side * 81, 296);
        cairo_curve_to(cairo, side * 84, 330, side * 88, 350, side * 88, 376);
        cairo_stroke(cairo);
        shape_circle(cairo, side * 88, 386, 13 + grow);
        cairo_fill(cairo);
    }
}

static void glow_at(cairo_t *cairo, const struct theme *theme, double x, double y, double radius,
                    double strength) {
    struct colour glow = theme_colour(theme, TOKEN_GLOW);
    cairo_pattern_t *pattern = cairo_pattern_create_radial(x, y, 0, x, y, radius);
    cairo_pattern_add_color_stop_rgba(pattern, 0, glow.red, glow.green, glow.blue, strength);
    cairo_pattern_add_color_stop_rgba(pattern, 0.55, glow.red, glow.green, glow.blue,
                                      strength * 0.72);
    cairo_pattern_add_color_stop_rgba(pattern, 1, glow.red, glow.green, glow.blue, 0);
    cairo_set_source(cairo, pattern);
    shape_circle(cairo, x, y, radius);
    cairo_fill(cairo);
    cairo_pattern_destroy(pattern);
}

static void glows(cairo_t *cairo, const struct theme *theme, const struct meant *meant,
                  double strength) {
    for (int i = 0; i < 2; i++) {
        const struct glow *glow = &meant->glows[i];
        if (glow->radius <= 0)
            continue;
        glow_at(cairo, theme, -glow->x, glow->y, glow->radius, strength);
        if (glow->x > 0)
            glow_at(cairo, theme, glow->x, glow->y, glow->radius, strength);
    }
}

// A limb or the trunk with the glow on it alone: in a picture of its own, atop of the silhouette.
static void paint_lit(cairo_t *cairo, const struct theme *theme, const struct meant *meant,
                      void (*shape)(cairo_t *, double)) {
    struct colour sky = theme_colour(theme, TOKEN_SKY1);
    struct colour skin = theme->flat ? sky : colour_mix(sky, theme_colour(theme, TOKEN_HALO), 0.36);
    if (theme->flat) {
        theme_use(cairo, theme, TOKEN_STAGE, 1);
        shape(cairo, 3);
    }
    cairo_push_group(cairo);
    cairo_set_source_rgb(cairo, skin.red, skin.green, skin.blue);
    shape(cairo, 0);
    if (meant) {
        cairo_set_operator(cairo, CAIRO_OPERATOR_ATOP);
        glows(cairo, theme, meant, 0.95);
    }
    cairo_pop_group_to_source(cairo);
    cairo_paint(cairo);
}

static void paint_body(cairo_t *cairo, const struct theme *theme, enum region region) {
    const struct meant *meant = &meant_of[region];
    bool on_arms = region == REGION_HANDS_ARMS || region == REGION_BODY;
    bool on_trunk = region != REGION_HANDS_ARMS;
    if (!theme->flat)
        glows(cairo, theme, meant, region == REGION_BODY ? 0.10 : 0.20);
    paint_lit(cairo, theme, on_trunk ? meant : NULL, trunk);
    paint_lit(cairo, theme, on_arms ? meant : NULL, arms);
}

void scan_paint(cairo_t *cairo, const struct theme *theme, enum region region,
                struct figure_place place) {
    const struct meant *meant = &meant_of[region];
    if (meant->on_head)
        bust_paint(cairo, theme, place, BUST_EYES_CLOSED);
    cairo_save(cairo);
    figure_enter(cairo, place, 0);
    if (meant->on_head)
        glows(cairo, theme, meant, theme->flat ? 0.6 : 0.72);
    else
        paint_body(cairo, theme, region);
    cairo_restore(cairo);
}
