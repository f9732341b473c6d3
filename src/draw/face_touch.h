// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>

#include "draw/face_parts.h"

// Light, shade and lines put on one side of the skin, for face_folds*.c and face_mouth*.c alone.
//
// `out` is away from the middle of the face, `down` is towards the chin, whichever the side.

struct touch {
    cairo_t *cairo;
    const struct face_view *view;
    enum face_side side;
};

// 1 on the right side of the picture, -1 on the left one.
double touch_sign(enum face_side side);

// A place beside a landmark, turned with the head; it lies on the skin's curve as the landmark
// does.
struct point touch_beside(const struct touch *touch, enum landmark landmark, double out,
                          double down);
// The same for a row of ways from it.
void touch_row(const struct touch *touch, enum landmark landmark, const struct point *ways,
               int count, struct point *out);
// A place on the skin that no landmark carries; x is how far out.
struct point touch_on_skin(const struct touch *touch, struct point at);

// A soft spot that narrows with the turn of the head. `angle` lifts its outer end. Nothing for an
// alpha too small to be seen, and the same below.
void touch_blob(const struct touch *touch, struct point at, struct point radii, double angle,
                struct colour colour, double alpha);
void touch_soft(const struct touch *touch, const struct point *points, int count, double width,
                struct colour colour, double alpha);

// A fold of the skin: a line that swells and ends in nothing, a shade along it and a light beside
// it where the skin bulges. A line alone looks like a scratch, a shade alone like dirt.
struct fold {
    double line_width, line; // at its widest, alpha
    double shade_width, shade;
    double light_width, light;
    struct point light_by; // out and down
};
void touch_fold(const struct touch *touch, const struct point *points, int count,
                const struct fold *fold);
