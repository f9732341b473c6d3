// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>

#include "draw/face_parts.h"
#include "draw/face_touch.h"

// What the side of the head takes over from the skin of the face, so that no seam is seen between
// them. For face_skin.c and face_ears.c alone.

// The ground of the skin, lighter above and darker towards the chin, with a share of the shadow's
// colour all over. The caller destroys it.
cairo_pattern_t *skin_ground(const struct face_view *view, double shade);

// How strong the shade along the contour is on this side of the picture.
double skin_rim_shade(enum face_side side);

// Whether a turn of the head shows its side here, and the shade towards the back of it, which
// reaches over the face.
bool head_side_seen(const struct touch *touch);
void head_side_shade(const struct touch *touch);
