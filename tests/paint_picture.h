// SPDX-License-Identifier: MIT
#pragma once

#include <math.h>
#include <stddef.h>

#include <cmocka.h>

#include "draw/paint.h"
#include "pixel.h"

// A small white picture to paint on in black, and what can be read from it.

enum { PICTURE_SIZE = 120 };
static const struct colour black = {0, 0, 0};
// A white picture whose unit is `unit` pixels, its origin in the middle.
struct picture {
    cairo_surface_t *surface;
    cairo_t *cairo;
};

static inline struct picture picture_new(double unit) {
    struct picture picture;
    picture.surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, PICTURE_SIZE, PICTURE_SIZE);
    picture.cairo = cairo_create(picture.surface);
    cairo_set_source_rgb(picture.cairo, 1, 1, 1);
    cairo_paint(picture.cairo);
    cairo_translate(picture.cairo, PICTURE_SIZE / 2.0, PICTURE_SIZE / 2.0);
    cairo_scale(picture.cairo, unit, unit);
    return picture;
}

static inline void picture_free(struct picture *picture) {
    assert_int_equal(cairo_status(picture->cairo), CAIRO_STATUS_SUCCESS);
    cairo_destroy(picture->cairo);
    cairo_surface_destroy(picture->surface);
}

// How dark a pixel is, 0 white to 255 black.
static inline int darkness(const struct picture *picture, int x, int y) {
    return 255 - (int)(pixel_at(picture->surface, x, y) >> 8 & 255);
}

static inline long total(const struct picture *picture) {
    long sum = 0;
    for (int y = 0; y < PICTURE_SIZE; y++) {
        for (int x = 0; x < PICTURE_SIZE; x++) {
            sum += darkness(picture, x, y);
        }
    }
    return sum;
}

static inline void assert_near(double value, double expected, double tolerance) {
    if (!(fabs(value - expected) <= tolerance)) {
        print_error("%g is not %g\n", value, expected);
        fail();
    }
}
