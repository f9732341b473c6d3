// SPDX-License-Identifier: MIT
#pragma once

#include "draw/portrait.h"

// What portrait.c and portrait_damage.c share.

// A box of the face's unit in whole pixels of the window.
struct box portrait_to_pixels(const struct portrait *portrait, struct box box);

// Whether the whole head is another than straight: then nothing that is kept serves.
bool portrait_head_moves(const struct face_units *units);

double portrait_unit(const struct portrait *portrait);
bool portrait_names_muscles(const struct portrait *portrait);
