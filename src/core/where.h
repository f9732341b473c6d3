// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "core/diary.h"
#include "core/vocabulary.h"

// Where it twitches, as the history keeps it: one side or both, and places that hold for whatever
// side is told (domain.md 6.3).
struct where {
    enum side side;  // left, right, both, or none: not told
    unsigned places; // bits 1 << enum face_place
};

// Whether it twitches at this place of the left or the right side. Without a side a place counts on
// both: it is known, the side is not.
bool where_holds(struct where where, enum side side, enum face_place place);

// The same with this place of one side turned on or off, as a person means who points at it on a
// face. Where the answer cannot be kept, because places are not told for each side alone, it is the
// nearest that can:
// - turned on where the other side has places: both sides, with the places of both;
// - turned on where both sides are told: on both;
// - turned off on one of two sides that have more places than this: off on both.
// A side that was told without places gives way to the one that is pointed at. The last place that
// is turned off leaves the side as it was told.
struct where where_turned(struct where where, enum side side, enum face_place place);
