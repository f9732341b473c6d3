// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>

#include "draw/face_colours.h"

// The head, neck and shoulders from behind, in the face's unit, in the same hand as the face: for
// what is done at the base of the skull, the back of the neck and the shoulders. The hair is short
// or worn up, so that the neck is seen.
void back_view_paint(cairo_t *cairo, const struct face_colours *colours, enum hair_style hair);

// What lies on this side of the shoulders, a hand's thickness above them included: the path to clip
// a hand to that comes over a shoulder from the front.
void back_view_over_shoulder_path(cairo_t *cairo);
