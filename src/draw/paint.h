// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>
#include <stdbool.h>

#include "core/point.h"
#include "draw/theme.h"

// Three ways to put down paint, and smooth paths (face/face.md sections 4 and 6). All that is drawn
// of a face, a hand or a cloth is made of these.
//
// Coordinates are those of the cairo_t as it stands. On a surface that is no picture (SVG, PDF)
// soft light is made of vector blobs, because Cairo would write a mesh as one large bitmap.

enum { PAINT_POINTS_MAX = 256 };

// Smooth through the points (Catmull-Rom as cubic curves). Begins a sub-path; `closed` joins the
// ends.
void paint_path(cairo_t *cairo, const struct point *points, int count, bool closed);
// Goes on from the current point: a straight line to the first one, then smooth.
void paint_path_on(cairo_t *cairo, const struct point *points, int count);
// Straight pieces; for points that are sampled closely already.
void paint_line(cairo_t *cairo, const struct point *points, int count, bool closed);
// `steps` samples for each span of the smooth curve; at most `max`. Returns how many.
int paint_sample(const struct point *points, int count, int steps, struct point *out, int max);
// The other side of the face.
void paint_mirrored(const struct point *points, int count, struct point *out);

struct colour paint_hex(unsigned rgb); // 0xF8DCC8
void paint_use(cairo_t *cairo, struct colour colour, double alpha);

// A soft spot: an ellipse that fades to nothing, turned by `angle` radians.
void paint_blob(cairo_t *cairo, struct point at, double rx, double ry, double angle,
                struct colour colour, double alpha);

// A soft strip of light or shade along a curve; it fades sideways and at its ends.
void paint_soft(cairo_t *cairo, const struct point *points, int count, double width,
                struct colour colour, double alpha);

// A line that swells and ends in nothing: `widths` lie evenly along the curve.
void paint_taper(cairo_t *cairo, const struct point *points, int count, const double *widths,
                 int width_count, struct colour colour, double alpha);
// Values that lie evenly along a curve; it goes smoothly from one to the next.
struct paint_values {
    const double *values;
    int count;
};
// The same with an alpha that changes along it (the inner end of a brow is soft). The alphas are
// laid on the straight way between its ends: for curves that do not turn back.
void paint_taper_faded(cairo_t *cairo, const struct point *points, int count,
                       struct paint_values widths, struct colour colour,
                       struct paint_values alphas);
