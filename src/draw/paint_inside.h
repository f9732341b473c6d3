// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>
#include <stdbool.h>

#include "core/point.h"

// What the files of paint share.

bool paint_all_finite(const struct point *points, int count);

// Whether anything within the two corners can be seen through the clip.
bool paint_is_seen(cairo_t *cairo, struct point least, struct point most);

// The corners of a box around the points, wider by `margin`.
void paint_extents(const struct point *points, int count, double margin, struct point *least,
                   struct point *most);

// The direction across a sampled curve at sample i, of length 1; {0, 0} if all samples are one.
struct point paint_side(const struct point *points, int count, int i);

// Values that lie evenly along 0..1, smooth between them.
double paint_value_at(const double *values, int count, double share);
