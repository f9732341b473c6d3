// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>

#include "core/vocabulary.h"
#include "draw/box.h"
#include "draw/theme.h"

// A head and shoulders in a few plain shapes: where a cloth lies, where a fingertip travels.
//
// All places are told in the design's pixels (a picture 800 high) from the middle line of the head,
// x to the right. The picture is a mirror: the person's left is on the left.

struct figure_place {
    double x, y;  // where the middle line and the design's upper edge lie, in pixels
    double scale; // pixels for one of the design
};

enum bust_view { BUST_EYES_CLOSED, BUST_EYES_OPEN, BUST_BEHIND };

void bust_paint(cairo_t *cairo, const struct theme *theme, struct figure_place place,
                enum bust_view view);

// How far the view from behind stands higher, so that the shoulders clear the hills.
double bust_lift(enum bust_view view);

// Design pixels on the cairo_t from here on; the caller saves and restores.
void figure_enter(cairo_t *cairo, struct figure_place place, double lift);
// A box of the design in pixels, grown to whole ones.
struct box figure_to_pixels(struct figure_place place, struct box box);

// The height of the chin and of the brow, for what is laid beside the head.
enum { BUST_TOP = 160, BUST_CHIN = 533, BUST_FOOT = 690, BUST_HALF_WIDTH = 245 };

// -1 for the left of the picture, 1 for the right; how many of them a step means.
int side_signs(enum side side, int signs[2]);
