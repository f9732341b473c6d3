// SPDX-License-Identifier: MIT
#include "draw/category.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <stddef.h>

#include "draw/shapes.h"

// All coordinates are on a grid of 80. Depth comes from laying the one ink over the ground in
// several strengths, so each sign is right in every theme and on every ground.

enum { GRID = 80, TILE_RADIUS = 12 };

struct pen {
    cairo_t *cairo;
    struct colour ink;
    struct colour glow; // of what stands behind the sign
    bool flat;          // high contrast: full ink and lines, no veils
};

static void ink(const struct pen *pen, double strength) {
    cairo_set_source_rgba(pen->cairo, pen->ink.red, pen->ink.green, pen->ink.blue, strength);
}

static void glow(const struct pen *pen, double strength) {
    cairo_set_source_rgba(pen->cairo, pen->glow.red, pen->glow.green, pen->glow.blue, strength);
}

static void disc(const struct pen *pen, double x, double y, double radius, double strength) {
    ink(pen, strength);
    shape_circle(pen->cairo, x, y, radius);
    cairo_fill(pen->cairo);
}

static void stroke(const struct pen *pen, double width, double strength) {
    ink(pen, strength);
    cairo_set_line_width(pen->cairo, width);
    cairo_stroke(pen->cairo);
}

static void line(const struct pen *pen, struct box from_to, double width, double strength) {
    cairo_move_to(pen->cairo, from_to.x, from_to.y);
    cairo_line_to(pen->cairo, from_to.x + from_to.width, from_to.y + from_to.height);
    stroke(pen, width, strength);
}

// A veil in high contrast is a thin ring: it tells the shape without grey.
static void veil(const struct pen *pen, double x, double y, double radius, double strength) {
    if (pen->flat) {
        shape_circle(pen->cairo, x, y, radius - 1);
        stroke(pen, 1.5, 1);
    } else {
        glow(pen, strength);
        shape_circle(pen->cairo, x, y, radius);
        cairo_fill(pen->cairo);
    }
}

// The lamp of the breathing figure.
static void draw_breathing(const struct pen *pen) {
    veil(pen, 40, 40, 29, 0.16);
    veil(pen, 40, 40, 21.5, 0.30);
    disc(pen, 40, 40, 13.5, 1);
}

// The lamp on the horizon, and its light on the water.
static void draw_meditation(const struct pen *pen) {
    cairo_save(pen->cairo);
    cairo_rectangle(pen->cairo, 0, 0, GRID, 53);
    cairo_clip(pen->cairo);
    veil(pen, 40, 54, 26, 0.16);
    disc(pen, 40, 54, 17, 1);
    cairo_restore(pen->cairo);
    line(pen, (struct box){11, 54.5, 58, 0}, 2.6, 1);
    line(pen, (struct box){24, 61.5, 32, 0}, 2.2, 0.55);
    line(pen, (struct box){32, 67.5, 16, 0}, 2, 0.30);
}

// One line that turns inwards, as a fingertip does.
static void draw_massage(const struct pen *pen) {
    enum { POINTS = 96 };
    veil(pen, 40, 40, 29, 0.16);
    for (int i = 0; i <= POINTS; i++) {
        double share = (double)i / POINTS;
        double angle = -2.2 + share * 2.35 * 2 * M_PI;
        double radius = 20.5 - 17.5 * share;
        cairo_line_to(pen->cairo, 40 + radius * cos(angle), 40 + radius * sin(angle));
    }
    stroke(pen, 3.2, 1);
}

static void draw_cloth(const struct pen *pen) {
    ink(pen, 1);
    shape_round(pen->cairo, (struct box){23, 41, 34, 20}, 6);
    cairo_fill(pen->cairo);
}

// The fold of the cloth, cut out of it by the ground's own dark.
static void draw_fold(const struct pen *pen) {
    cairo_save(pen->cairo);
    cairo_set_source_rgba(pen->cairo, 0, 0, 0, 0.22);
    cairo_set_line_width(pen->cairo, 2);
    cairo_move_to(pen->cairo, 28, 51);
    cairo_line_to(pen->cairo, 57, 51);
    cairo_stroke(pen->cairo);
    cairo_restore(pen->cairo);
}

static void draw_warm(const struct pen *pen) {
    veil(pen, 40, 40, 29, 0.16);
    draw_cloth(pen);
    draw_fold(pen);
    for (int i = -1; i <= 1; i++) {
        double x = 40 + 9 * i;
        double top = i == 0 ? 17.5 : 20.5;
        cairo_move_to(pen->cairo, x, 35.5);
        cairo_curve_to(pen->cairo, x - 4.5, 31, x + 4.5, top + 6, x, top);
        stroke(pen, 2.8, 1);
    }
}

// Six arms with a small fork each.
static void draw_star(const struct pen *pen, double x, double y, double reach) {
    for (int i = 0; i < 6; i++) {
        double angle = M_PI / 6 + i * M_PI / 3;
        double tip_x = x + reach * cos(angle);
        double tip_y = y + reach * sin(angle);
        cairo_move_to(pen->cairo, x, y);
        cairo_line_to(pen->cairo, tip_x, tip_y);
        for (int side = -1; side <= 1; side += 2) {
            double fork = angle + side * 0.9;
            double root_x = x + 0.58 * reach * cos(angle);
            double root_y = y + 0.58 * reach * sin(angle);
            cairo_move_to(pen->cairo, root_x, root_y);
            cairo_line_to(pen->cairo, root_x + 0.34 * reach * cos(fork),
                          root_y + 0.34 * reach * sin(fork));
        }
    }
    stroke(pen, 2.2, 1);
}

static void draw_cold(const struct pen *pen) {
    veil(pen, 40, 40, 29, 0.16);
    draw_cloth(pen);
    draw_fold(pen);
    draw_star(pen, 40, 26, 10.5);
}

// A screen that has closed its eye.
static void draw_screen(const struct pen *pen) {
    shape_round(pen->cairo, (struct box){15.5, 18.5, 49, 35}, 6);
    if (!pen->flat) {
        glow(pen, 0.16);
        cairo_fill_preserve(pen->cairo);
    }
    stroke(pen, 2.6, 1);
    line(pen, (struct box){40, 54.5, 0, 7}, 2.6, 0.6);
    line(pen, (struct box){30, 62.5, 20, 0}, 2.6, 0.6);
    cairo_move_to(pen->cairo, 28.5, 34);
    cairo_curve_to(pen->cairo, 33, 41.5, 47, 41.5, 51.5, 34);
    stroke(pen, 2.8, 1);
    for (int i = -1; i <= 1; i++) {
        line(pen, (struct box){40 + 8.2 * i, i == 0 ? 39.8 : 38.2, 2.4 * i, i == 0 ? 4.6 : 3.9},
             2.3, 1);
    }
}

static void head_path(cairo_t *cairo) {
    // Wider at the temples than at the chin.
    cairo_move_to(cairo, 40, 12);
    cairo_curve_to(cairo, 51.5, 12, 59, 20.5, 59, 33);
    cairo_curve_to(cairo, 59, 46, 49, 59, 40, 59);
    cairo_curve_to(cairo, 31, 59, 21, 46, 21, 33);
    cairo_curve_to(cairo, 21, 20.5, 28.5, 12, 40, 12);
    cairo_close_path(cairo);
}

static void shoulders_path(cairo_t *cairo) {
    cairo_move_to(cairo, 12, 80);
    cairo_curve_to(cairo, 14, 70, 24, 67.5, 33.5, 65.5);
    cairo_line_to(cairo, 33.5, 56);
    cairo_line_to(cairo, 46.5, 56);
    cairo_line_to(cairo, 46.5, 65.5);
    cairo_curve_to(cairo, 56, 67.5, 66, 70, 68, 80);
}

// A head without features: the working place alone will have ink.
static void draw_head(const struct pen *pen) {
    shoulders_path(pen->cairo);
    if (pen->flat) {
        stroke(pen, 1.6, 1);
        head_path(pen->cairo);
        cairo_set_operator(pen->cairo, CAIRO_OPERATOR_DEST_OUT);
        cairo_set_source_rgb(pen->cairo, 0, 0, 0);
        cairo_fill(pen->cairo);
        cairo_set_operator(pen->cairo, CAIRO_OPERATOR_OVER);
        head_path(pen->cairo);
        stroke(pen, 1.6, 1);
        return;
    }
    cairo_close_path(pen->cairo);
    glow(pen, 0.24);
    cairo_fill(pen->cairo);
    head_path(pen->cairo);
    glow(pen, 0.34);
    cairo_fill(pen->cairo);
}

// A small arrow head that points by `up` (-1 up, 1 down).
static void chevron(const struct pen *pen, double x, double y, double up) {
    cairo_move_to(pen->cairo, x - 3.4, y - 1.7 * up);
    cairo_line_to(pen->cairo, x, y + 1.7 * up);
    cairo_line_to(pen->cairo, x + 3.4, y - 1.7 * up);
    stroke(pen, 2.2, 1);
}

// How far it goes: an open mouth between two arrows.
static void draw_rom(const struct pen *pen) {
    draw_head(pen);
    disc(pen, 40, 44.5, 5, 1);
    chevron(pen, 40, 35.2, -1);
    chevron(pen, 40, 53.8, 1);
}

// Work against something: lips that press on each other.
static void draw_strengthening(const struct pen *pen) {
    draw_head(pen);
    line(pen, (struct box){33, 43, 14, 0}, 3, 1);
    line(pen, (struct box){35, 48, 10, 0}, 3, 1);
}

// Both sides alike: a small smile across the line in the middle of the face.
static void draw_nmr(const struct pen *pen) {
    const double dashes[] = {1.2, 4.2};
    draw_head(pen);
    cairo_set_dash(pen->cairo, dashes, 2, 0);
    line(pen, (struct box){40, 18, 0, 20}, 1.6, 0.75);
    cairo_set_dash(pen->cairo, NULL, 0, 0);
    cairo_move_to(pen->cairo, 32, 43.5);
    cairo_curve_to(pen->cairo, 36, 48.8, 44, 48.8, 48, 43.5);
    stroke(pen, 3, 1);
}

static void draw_sign(const struct pen *pen, enum category category, struct box box) {
    static void (*const draws[CATEGORY_COUNT])(const struct pen *) = {
        [CATEGORY_BREATHING] = draw_breathing,
        [CATEGORY_MEDITATION] = draw_meditation,
        [CATEGORY_ROM] = draw_rom,
        [CATEGORY_STRENGTHENING] = draw_strengthening,
        [CATEGORY_NMR] = draw_nmr,
        [CATEGORY_MASSAGE] = draw_massage,
        [CATEGORY_COMPRESS_WARM] = draw_warm,
        [CATEGORY_COMPRESS_COLD] = draw_cold,
        [CATEGORY_SCREEN_BREAK] = draw_screen,
    };
    assert(category < CATEGORY_COUNT);
    cairo_save(pen->cairo);
    cairo_translate(pen->cairo, box.x, box.y);
    cairo_scale(pen->cairo, box.width / GRID, box.height / GRID);
    cairo_set_line_cap(pen->cairo, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(pen->cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_new_path(pen->cairo);
    // A group, so that a sign may take away from itself without a hole in what lies beneath.
    cairo_push_group(pen->cairo);
    draws[category](pen);
    cairo_pop_group_to_source(pen->cairo);
    cairo_paint(pen->cairo);
    cairo_restore(pen->cairo);
}

void category_sign_paint(cairo_t *cairo, const struct theme *theme, enum category category,
                         enum token ink, struct box box) {
    // In the day the accent is a deep brown: what glows behind it is the lamp's own light.
    const struct pen pen = {.cairo = cairo,
                            .ink = theme_colour(theme, ink),
                            .glow = theme_colour(theme, ink == TOKEN_ACCENT ? TOKEN_HALO : ink),
                            .flat = theme->flat};
    draw_sign(&pen, category, box);
}

void category_paint(cairo_t *cairo, const struct theme *theme, enum category category,
                    enum category_look look, struct box box) {
    enum token token = look == CATEGORY_LOOK_OPEN ? TOKEN_ACCENT : TOKEN_OUTLINE;
    double radius = TILE_RADIUS * box.width / GRID;
    cairo_save(cairo);
    theme_use(cairo, theme, TOKEN_DISC, 1);
    shape_round(cairo, box, radius);
    cairo_fill_preserve(cairo);
    cairo_clip(cairo);
    category_sign_paint(cairo, theme, category, token, box);
    cairo_restore(cairo);
}
