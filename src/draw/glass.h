// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>

#include "draw/face_colours.h"
#include "draw/paint.h"

// A glass of water and the hand around it, of the picture's right, its middle at `at`, in the
// face's unit. The wrist lies below and outside; the sleeve is the caller's.
void glass_paint(cairo_t *cairo, const struct face_colours *colours, struct point at);
