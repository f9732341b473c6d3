// SPDX-License-Identifier: MIT
#pragma once

// Parts of a drawn face painted alone on clear ground, for tests of what a picture must hold. To be
// included behind cmocka.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "draw/box.h"
#include "draw/face_parts.h"

// A face width in pixels, and where the face's origin lies.
enum { SKIN_UNIT = 200, SKIN_SIZE = 480, SKIN_X = 240, SKIN_Y = 220 };

struct skin_picture {
    cairo_surface_t *surface;
    uint32_t pixels[SKIN_SIZE][SKIN_SIZE]; // premultiplied ARGB
};

typedef void paint_part(cairo_t *cairo, const struct face_view *view);

// Freed with skin_free.
static inline struct skin_picture *skin_paint(paint_part *const *parts, int count, int tone,
                                              const struct face_units *units) {
    struct theme theme = theme_make(THEME_DAY, 100);
    struct face_look look = face_look_default();
    look.tone = tone;
    struct face_colours colours = face_colours_of(&look, &theme);
    struct face face = face_of_units(units, units);
    struct face_view view = {.face = &face, .colours = &colours, .hair = look.hair};
    struct skin_picture *picture = memory_new(1, sizeof *picture);
    picture->surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, SKIN_SIZE, SKIN_SIZE);
    cairo_t *cairo = cairo_create(picture->surface);
    cairo_translate(cairo, SKIN_X, SKIN_Y);
    cairo_scale(cairo, SKIN_UNIT, SKIN_UNIT);
    for (int i = 0; i < count; i++) {
        parts[i](cairo, &view);
    }
    assert_int_equal(cairo_status(cairo), CAIRO_STATUS_SUCCESS);
    cairo_destroy(cairo);
    cairo_surface_flush(picture->surface);
    const unsigned char *data = cairo_image_surface_get_data(picture->surface);
    int stride = cairo_image_surface_get_stride(picture->surface);
    for (int y = 0; y < SKIN_SIZE; y++) {
        memcpy(picture->pixels[y], data + (ptrdiff_t)y * stride, sizeof picture->pixels[y]);
    }
    return picture;
}

static inline void skin_free(struct skin_picture *picture) {
    cairo_surface_destroy(picture->surface);
    memory_free(picture);
}

// Red, green or blue as it lies over nothing; `shift` 16, 8 or 0, 24 for the alpha.
static inline int skin_channel(const struct skin_picture *picture, int x, int y, int shift) {
    return (int)(picture->pixels[y][x] >> shift & 255);
}

// The largest difference of a channel between two pixels.
static inline int skin_difference(const struct skin_picture *one, int x, int y,
                                  const struct skin_picture *other, int other_x) {
    int most = 0;
    for (int shift = 0; shift <= 24; shift += 8) {
        int way = skin_channel(one, x, y, shift) - skin_channel(other, other_x, y, shift);
        most = way > most ? way : -way > most ? -way : most;
    }
    return most;
}

// The face's x and y of a pixel's middle.
static inline double skin_x(int x) {
    return (x + 0.5 - SKIN_X) / SKIN_UNIT;
}
static inline double skin_y(int y) {
    return (y + 0.5 - SKIN_Y) / SKIN_UNIT;
}

// The largest difference within a box in the face's unit (`within`), or outside it.
static inline int skin_most_different(const struct skin_picture *one,
                                      const struct skin_picture *other, struct box box,
                                      bool within) {
    int most = 0;
    for (int y = 0; y < SKIN_SIZE; y++) {
        for (int x = 0; x < SKIN_SIZE; x++) {
            int way = skin_difference(one, x, y, other, x);
            if (way > most && box_holds(box, skin_x(x), skin_y(y)) == within) {
                most = way;
            }
        }
    }
    return most;
}

// The sum of all differences within a box.
static inline int64_t skin_difference_sum(const struct skin_picture *one,
                                          const struct skin_picture *other, struct box box) {
    int64_t sum = 0;
    for (int y = 0; y < SKIN_SIZE; y++) {
        for (int x = 0; x < SKIN_SIZE; x++) {
            if (box_holds(box, skin_x(x), skin_y(y))) {
                sum += skin_difference(one, x, y, other, x);
            }
        }
    }
    return sum;
}

static inline bool skin_equal(const struct skin_picture *one, const struct skin_picture *other) {
    return memcmp(one->pixels, other->pixels, sizeof one->pixels) == 0;
}

// The largest difference between a picture and another's mirror image.
static inline int skin_most_unlike_mirror(const struct skin_picture *one,
                                          const struct skin_picture *other) {
    int most = 0;
    for (int y = 0; y < SKIN_SIZE; y++) {
        for (int x = 0; x < SKIN_SIZE; x++) {
            int way = skin_difference(one, x, y, other, 2 * SKIN_X - 1 - x);
            most = way > most ? way : most;
        }
    }
    return most;
}

// How many pixels differ from a mirror image by more than `least`.
static inline int skin_unlike_mirror(const struct skin_picture *one,
                                     const struct skin_picture *other, int least) {
    int count = 0;
    for (int y = 0; y < SKIN_SIZE; y++) {
        for (int x = 0; x < SKIN_SIZE; x++) {
            count += skin_difference(one, x, y, other, 2 * SKIN_X - 1 - x) > least;
        }
    }
    return count;
}

// How many pixels have paint on them.
static inline int skin_painted(const struct skin_picture *picture) {
    int count = 0;
    for (int y = 0; y < SKIN_SIZE; y++) {
        for (int x = 0; x < SKIN_SIZE; x++) {
            count += picture->pixels[y][x] != 0;
        }
    }
    return count;
}

static const struct box skin_everywhere = {-10, -10, 20, 20};
static const struct box skin_left_half = {-10, -10, 10, 20};
static const struct box skin_right_half = {0, -10, 10, 20};

static inline void skin_set(struct face_units *units, enum face_unit unit, double left,
                            double right) {
    units->strength[unit][FACE_LEFT] = left;
    units->strength[unit][FACE_RIGHT] = right;
}

// Each unit at rest or, one time in three, at any strength, by rand(). The head is left straight
// unless asked for.
static inline void skin_mix(struct face_units *units, bool with_head) {
    for (int unit = 0; unit < UNIT_COUNT; unit++) {
        bool of_head = unit == UNIT_TURN || unit == UNIT_TILT || unit == UNIT_TUCK;
        if (of_head && !with_head) {
            continue;
        }
        double left = rand() % 3 ? 0 : rand() / (double)RAND_MAX;
        double right = rand() % 3 ? 0 : rand() / (double)RAND_MAX;
        bool one = !face_unit_has_sides((enum face_unit)unit);
        double sign = face_unit_is_signed((enum face_unit)unit) && rand() % 2 ? -1 : 1;
        skin_set(units, (enum face_unit)unit, sign * left, sign * (one ? left : right));
    }
}
