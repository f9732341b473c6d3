// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>

#include "core/vocabulary.h"
#include "draw/box.h"

// Where a figure lies in the window.
//
// All places are told in the design's pixels (a picture 800 high) from the middle line of the
// figure, x to the right. The picture is a mirror: the person's left is on the left.

struct figure_place {
    double x, y;  // where the middle line and the design's upper edge lie, in pixels
    double scale; // pixels for one of the design
};

// What a layout has to leave room for: from the crown to behind the hills, and half of the width.
enum { FIGURE_TOP = 160, FIGURE_FOOT = 690, FIGURE_HALF_WIDTH = 245 };

// Design pixels on the cairo_t from here on; the caller saves and restores.
void figure_enter(cairo_t *cairo, struct figure_place place);
// A box of the design in pixels, grown to whole ones.
struct box figure_to_pixels(struct figure_place place, struct box box);

// -1 for the left of the picture, 1 for the right; how many of them a step means.
int side_signs(enum side side, int signs[2]);
