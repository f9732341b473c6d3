// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>

#include "core/vocabulary.h"
#include "draw/box.h"
#include "draw/theme.h"

// The pictures of the categories: one quiet sign each on a tile, drawn on a grid of 80 x 80.
//
// A closed routine keeps its picture and loses only the accent. Nothing here has letters or a
// direction of reading, so nothing is mirrored.

enum category_look { CATEGORY_LOOK_OPEN, CATEGORY_LOOK_CLOSED };

// Fills `box`, a square, with the tile and the sign in it.
void category_paint(cairo_t *cairo, const struct theme *theme, enum category category,
                    enum category_look look, struct box box);

// The sign alone, for a ground that is there already (the scene of a page); its ink is `ink`.
void category_sign_paint(cairo_t *cairo, const struct theme *theme, enum category category,
                         enum token ink, struct box box);
