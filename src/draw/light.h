// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>

#include "draw/paint.h"
#include "draw/theme.h"

// A soft light that falls on one part of what is drawn and leaves the rest in the dusk, and the
// glow of a part that works. Both change only what is painted already in the present group
// (cairo_push_group): what lies beneath it stays.

// Where it falls; `mirrored`: on the other side of the picture as well.
struct light {
    struct point at;
    double rx, ry;
    bool mirrored;
};

// Without lights everything lies in the dusk.
void light_fall(cairo_t *cairo, const struct theme *theme, const struct light *lights, int count);
// `sign`: -1 the picture's left alone, 1 its right alone, 0 both; `level` 0..1.
void light_glow(cairo_t *cairo, const struct light *light, int sign, double level);
