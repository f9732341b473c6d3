// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>
#include <stdbool.h>

#include "core/point.h"
#include "draw/theme.h"

// Soft paint on pictures: a mask of eight-bit alphas as large as what can be seen of it, laid once
// in one colour. Cairo's own mesh and radial gradients give the same picture at a multiple of the
// price.

// How soft paint falls off from its middle, by the square of the share of its radius, 0..1: close
// to 1, .82, .45, .13, 0 at 0, 1/4, 1/2, 3/4, 1, with no edge anywhere.
double paint_bell(double square);

// Alphas of whole device pixels, with the pixel of its upper left corner.
struct mask {
    cairo_surface_t *surface;
    unsigned char *rows;
    int x, y, width, height, stride;
};

// A mask for what lies between two corners of the device and within the clip; false: nothing does.
bool mask_open(cairo_t *cairo, struct point least, struct point most, struct mask *mask);
// Lays it in one colour and frees it. Neither touches the current path.
void mask_lay(cairo_t *cairo, struct mask *mask, struct colour colour);

// Fills an empty mask with the spot that `to_circle` brings from the device to the unit circle.
void mask_spot(struct mask *mask, const cairo_matrix_t *to_circle, double alpha);

// A corner of a triangle in the device: `side` 0 at the spine, 1 at the edge.
struct corner {
    struct point at;
    double side, strength;
};

// Where triangles overlap, in a tight bend, the stronger paint counts.
void mask_triangle(struct mask *mask, const struct corner *a, const struct corner *b,
                   const struct corner *c);
