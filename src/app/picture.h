// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>

#include "base/error.h"
#include "draw/box.h"

// A picture of a file for a step: PNG by Cairo, JPEG and SVG by SDL2_image.
//
// SDL2_image is opened when the first picture of another kind than PNG is wanted: linked, its
// decoders would cost every start more than all of the program's own code. Without it such a
// picture cannot be read, and that is said.

// NULL when it cannot be read or has more than PICTURE_PIXELS_MAX; err says why in a sentence. A
// drawing without a size of its own is made to fill `most` on one side, in pixels.
enum { PICTURE_PIXELS_MAX = 50 * 1000 * 1000 };
cairo_surface_t *picture_read(const char *path, int most, struct error *err);

// The largest place within a box that keeps the picture's sides in proportion.
struct box picture_place(cairo_surface_t *picture, struct box box);
void picture_paint(cairo_t *cairo, cairo_surface_t *picture, struct box place, double radius);
