// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "core/timeline.h"

// What a cue tells beside its sound, from the segment that begins or goes on where it stands.

// The side that a sound concerns: left or right while a step works on one, the side that follows at
// a change; else none. Words concern no side, nor do the sounds of gates, of the beginning and of
// the end.
enum side cue_side(const struct timeline *timeline, const struct cue *cue);

// Whether the sound begins the last repetition of an exercise that has CUE_LAST_REPS or more (on
// one side, where sides are counted apart).
enum { CUE_LAST_REPS = 4 };
bool cue_is_last_move(const struct timeline *timeline, const struct cue *cue);
