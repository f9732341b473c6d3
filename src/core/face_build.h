// SPDX-License-Identifier: MIT
#pragma once

#include "core/face.h"

// The steps that face_of_units takes, one behind the other, for face*.c alone. Each changes the
// landmarks that the steps before have laid; with every strength at 0 none changes a bit.

// The lower jaw: drop and slide (face/face.md section 5.1). `soft` moves the soft tissue upon it.
void face_move_jaw(struct face *face, const struct face_units *soft);
// The iris, and the lids that it, AU 43 and AU 45 lower (section 5.2). Fills in closing and
// squeeze.
void face_move_eyes(struct face *face);
// What keeps lips lips: their thickness, the seal, and the order of their knots (section 5.3).
void face_move_lips(struct face *face);
// What folds, light and shade need to know (section 5.4); those of soft tissue from `soft`.
void face_find_states(struct face *face, const struct face_units *soft);
// How the head stands (section 5.5).
void face_find_head(struct face *face);

// Whether the landmark is soft tissue that follows a little later: cheek, hollow, nasolabial fold.
bool landmark_is_soft(enum landmark landmark);

// The unit's strength on that side; for the midline (`side` = FACE_SIDES) the mean of both.
double face_strength(const struct face_units *units, enum face_unit unit, enum face_side side);

// 1 to the right of the picture, -1 to the left: the way outward on that side.
double face_outward(enum face_side side);

// Moves a landmark by so much, outward and down; a midline landmark on both sides at once.
void face_shift(struct face *face, enum face_side side, enum landmark landmark, struct point by);
