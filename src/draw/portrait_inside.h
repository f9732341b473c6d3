// SPDX-License-Identifier: MIT
#pragma once

#include <assert.h>

#include "draw/portrait.h"

// What portrait.c and portrait_damage.c share.

// A box of the face's unit in whole pixels of the window.
struct box portrait_to_pixels(const struct portrait *portrait, struct box box);

// Whether the whole head is another than straight: then nothing that is kept serves.
bool portrait_head_moves(const struct face_units *units);

// The parts of the face that are painted again each for itself.
enum portrait_region {
    PORTRAIT_UPPER_LEFT, // brow, lids, forehead
    PORTRAIT_UPPER_RIGHT,
    PORTRAIT_LOWER, // nose, cheeks, mouth, chin, and the neck where it works
    PORTRAIT_HANDS,
    PORTRAIT_SHOULDERS, // they sink at ease
    PORTRAIT_REGIONS
};
static_assert((int)PORTRAIT_REGIONS == (int)PORTRAIT_BOXES_MAX, "a box for each region");

// Of at_ease, between two pictures of the shoulders: 0.2 of a way of less than two pixels.
#define PORTRAIT_EASE_STEP 0.2

// The rectangles to be painted to get from what was painted of each region to a show, in whole
// pixels, and which regions then show it. Returns how many; 0: the change is not seen.
int portrait_damage(const struct portrait *portrait,
                    const struct portrait_show painted[PORTRAIT_REGIONS],
                    const struct portrait_show *to, struct box boxes[PORTRAIT_REGIONS],
                    bool repaint[PORTRAIT_REGIONS]);

double portrait_unit(const struct portrait *portrait);
bool portrait_names_muscles(const struct portrait *portrait);
