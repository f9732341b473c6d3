// SPDX-License-Identifier: MIT
#pragma once

// What a sign or a muscle puts on clear ground, for tests: how much of each pixel is covered. To be
// included behind cmocka.

#include <math.h>
#include <string.h>

#include "draw/box.h"
#include "draw/face_parts.h"
#include "pixel.h"

// Pixels of a face width, and where its origin lies: the midline falls between two pixels.
enum { INK_UNIT = 200, INK_WIDTH = 900, INK_HEIGHT = 480, INK_X = 450, INK_Y = 210 };

struct ink {
    cairo_surface_t *surface;
    cairo_t *cairo;
    struct face face;
    struct face_colours colours;
    struct face_view view;
};

static inline void ink_open(struct ink *ink, const struct face_units *units, int tone,
                            enum theme_name name) {
    struct theme theme = theme_make(name, 100);
    struct face_look look = face_look_default();
    look.tone = tone;
    ink->surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, INK_WIDTH, INK_HEIGHT);
    ink->cairo = cairo_create(ink->surface);
    cairo_translate(ink->cairo, INK_X, INK_Y);
    cairo_scale(ink->cairo, INK_UNIT, INK_UNIT);
    ink->face = face_of_units(units, units);
    ink->colours = face_colours_of(&look, &theme);
    ink->view = (struct face_view){.face = &ink->face, .colours = &ink->colours};
}

static inline void ink_close(struct ink *ink) {
    assert_int_equal(cairo_status(ink->cairo), CAIRO_STATUS_SUCCESS);
    cairo_destroy(ink->cairo);
    cairo_surface_destroy(ink->surface);
}

// Premultiplied red, green, blue (shift 16, 8, 0) or the alpha (24) of a pixel.
static inline int ink_channel(const struct ink *ink, int x, int y, int shift) {
    return (int)(pixel_at(ink->surface, x, y) >> shift & 255);
}

static inline int ink_at(const struct ink *ink, struct point at) {
    return ink_channel(ink, (int)floor(INK_X + at.x * INK_UNIT),
                       (int)floor(INK_Y + at.y * INK_UNIT), 24);
}

// The sum of all alphas within a box in the face's unit, or outside of it.
static inline int64_t ink_sum(const struct ink *ink, struct box box, bool within) {
    int64_t sum = 0;
    for (int y = 0; y < INK_HEIGHT; y++) {
        for (int x = 0; x < INK_WIDTH; x++) {
            struct point at = {(x + 0.5 - INK_X) / INK_UNIT, (y + 0.5 - INK_Y) / INK_UNIT};
            if (box_holds(box, at.x, at.y) == within) {
                sum += ink_channel(ink, x, y, 24);
            }
        }
    }
    return sum;
}

// The middle of all that is painted.
static inline struct point ink_middle(const struct ink *ink) {
    double sum = 0;
    struct point middle = {0, 0};
    for (int y = 0; y < INK_HEIGHT; y++) {
        for (int x = 0; x < INK_WIDTH; x++) {
            int alpha = ink_channel(ink, x, y, 24);
            sum += alpha;
            middle.x += alpha * (x + 0.5 - INK_X) / INK_UNIT;
            middle.y += alpha * (y + 0.5 - INK_Y) / INK_UNIT;
        }
    }
    assert_true(sum > 0);
    return (struct point){middle.x / sum, middle.y / sum};
}

static const struct box ink_everywhere = {-10, -10, 20, 20};

// The picture's half on a side.
static inline struct box ink_half(enum face_side side) {
    return side == FACE_LEFT ? (struct box){-10, -10, 10, 20} : (struct box){0, -10, 10, 20};
}

static inline void ink_set(struct face_units *units, enum face_unit unit, double left,
                           double right) {
    units->strength[unit][FACE_LEFT] = left;
    units->strength[unit][FACE_RIGHT] = right;
}
