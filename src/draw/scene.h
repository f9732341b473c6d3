// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>

#include "draw/box.h"
#include "draw/theme.h"

// Dusk above three hills: the picture behind the player, the pause and the first page.
//
// Everything is in fractions of the picture's size, so a part of it can be painted again under a
// clip and meets the rest without a seam. In high contrast it is the plain ground.

struct scene {
    double width, height;
};

// The window's own ground on screens without the scene.
void scene_ground(cairo_t *cairo, const struct theme *theme, struct scene scene);

void scene_sky(cairo_t *cairo, const struct theme *theme, struct scene scene);
// The light around a lamp whose target ring has that radius.
void scene_halo(cairo_t *cairo, const struct theme *theme, double x, double y, double radius);
void scene_hills(cairo_t *cairo, const struct theme *theme, struct scene scene);

// The height of the far hill's edge in the middle of the picture: the lamp's horizon.
double scene_horizon(struct scene scene);
