// SPDX-License-Identifier: MIT
#pragma once

#include "draw/portrait.h"
#include "report/pose_picture.h"

// A pose as the drawn face shows it while it is held, without the glow's slow breath.

struct portrait_show pose_held(const struct pose_picture *what);

// Paints it at a place, with its disc.
void pose_held_paint(cairo_t *cairo, const struct theme *theme, const struct pose_picture *what,
                     struct portrait_place place);

// The muscles whose names stand on one side: on the right those that work there, on the left those
// that work on the left alone. Returns how many.
int pose_held_named(const struct portrait_show *show, enum face_side side,
                    enum muscle muscles[MUSCLE_COUNT]);
// Paints the names of both sides over it.
void pose_held_paint_names(cairo_t *cairo, const struct theme *theme,
                           const struct pose_picture *what, struct portrait_place place);
