// SPDX-License-Identifier: MIT
#include "draw/breath.h"
#include "draw/figure_parts.h"
#include "draw/scene.h"

// The lamp of a quiet step lies still above the hills: there is nothing to follow.

static const double OF_THE_RING = 0.80;

void steady_paint(cairo_t *cairo, const struct theme *theme, struct figure_place place) {
    double y = place.y + FIGURE_LAMP_Y * place.scale;
    double ring = FIGURE_LAMP_RING * place.scale;
    scene_halo(cairo, theme, place.x, y, ring);
    lamp_paint(cairo, theme, place.x, y, ring * OF_THE_RING);
}
