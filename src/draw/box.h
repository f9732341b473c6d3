// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

// A place on the picture, in pixels; x and y grow to the right and down.

struct box {
    double x, y, width, height;
};

bool box_holds(struct box box, double x, double y);
bool box_meets(struct box one, struct box other);
// Smaller by `by` on all four sides; a negative one makes it larger.
struct box box_inset(struct box box, double by);
// The smallest that holds both; an empty one counts for nothing.
struct box box_join(struct box one, struct box other);
// Grown outwards to whole pixels.
struct box box_whole(struct box box);
double box_middle_x(struct box box);
double box_middle_y(struct box box);
// What lies in both; without width where nothing does.
struct box box_meeting(struct box one, struct box other);
