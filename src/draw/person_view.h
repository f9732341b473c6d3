// SPDX-License-Identifier: MIT
#pragma once

#include "draw/body.h"
#include "draw/figure_parts.h"

// The sitting person (body.h) in the place of a figure, seen from nearer or farther.

enum camera {
    CAMERA_WHOLE,
    CAMERA_UPPER, // from the knees upwards
    CAMERA_BUST,
    CAMERA_BEHIND,
    CAMERA_LAP, // these three fade out above
    CAMERA_LEGS,
    CAMERA_FEET
};

// At rest, the eyes closed.
struct body_look person_look(const struct theme *theme, const struct figure *figure,
                             enum camera camera);

// Painting between these two is in the face's unit, into a picture of its own, and laid down at the
// end. Nothing leaves the figure's room.
void person_enter(cairo_t *cairo, enum camera camera, struct figure_place place);
void person_leave(cairo_t *cairo, enum camera camera);

// A box of the face's unit in whole pixels of the room.
struct box person_box(enum camera camera, struct box box, struct figure_place place);

// The one side of the picture that a step means, -1 left, 1 right, or 0 for both.
int person_sign(const struct figure *figure);
