// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>

#include "draw/face_parts.h"

// What is laid around and over a face: the side that is meant, the outline of an imagined movement, the
// names of muscles (face/face.md section 11). In the face's unit, as the parts.

// An arc along the disc with a ring at its middle: the person's affected side. Nothing on the skin marks
// a side, it would look like the lesion.
void sign_side_paint(cairo_t *cairo, const struct face_view *view, enum face_side side);

// The movement as a faint outline over the quiet face: only the curves that move by enough to be
// told apart. `alpha` 0..1 breathes with the phase.
void sign_imagined_paint(cairo_t *cairo, const struct face_view *view, const struct face *target,
                         double alpha);

// Names of muscles beside the disc with thin lines to them, on one side, never overlapping. `pixel` is
// the size of one pixel in the face's unit; `size` that of the letters, in pixels.
void sign_names_paint(cairo_t *cairo, const struct face_view *view, const enum muscle *muscles,
                      int count, enum face_side side, double size, double pixel);
// The name as a person reads it ("zygomaticus major"), in the language of the program where there is one.
const char *sign_muscle_name(enum muscle muscle);

// The effort: ten pills in a row, `filled` of them, 0.9 wide in the middle of `y`.
void sign_effort_paint(cairo_t *cairo, const struct face_view *view, int filled, double y);
