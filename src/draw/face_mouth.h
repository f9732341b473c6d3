// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>

#include "draw/face_parts.h"

// What the two halves of the mouth share: face_mouth.c draws the lips, face_mouth_inside.c what is
// seen between them.

// A lip's edge from the picture's left corner to the right one, turned with the head.
struct lip_edge {
    struct point at[FACE_CURVE_MAX];
    int count;
};

struct mouth {
    cairo_t *cairo;
    const struct face_view *view;
    struct lip_edge upper_edge, upper_inner, lower_inner, lower_edge;
    double half_width; // from the middle to the corners
    double gap;        // the widest between the lips, face widths
    double pucker;     // of both sides, 0..1
    double openness;   // 0 shut, with sharp corners, to 1, a round hole
};

// Takes the edges and measures of the view's face; both are borrowed.
struct mouth mouth_of(cairo_t *cairo, const struct face_view *view);

// The teeth and the tongue; clip to the opening between the lips before.
void mouth_paint_inside(const struct mouth *mouth);

// Every so many-th sample of an edge, ends included: soft strips need no more.
enum { LIP_KNOTS = 9 };
void lip_knots(const struct lip_edge *edge, struct point out[LIP_KNOTS]);

// 0 below `from`, 1 above `to`, smooth between.
double mouth_step(double from, double to, double value);
