// SPDX-License-Identifier: MIT
#pragma once

#include "base/text.h"
#include "run/wishes.h"

// What a person can change about a routine step by step, on its page: which of it the routine
// allows, the next value upwards and downwards, and its words. Pure.
//
// Repetitions go from 1 to the number that is written or that a plan asks for, or to what the dose
// allows; tempo and hold stay
// within the range of the file; one side is kept where a movement has two; the number of breaths is
// one of those the file names.

enum wish { WISH_REPS, WISH_HOLD, WISH_TEMPO, WISH_LENGTH, WISH_SIDE, WISH_COUNT };

struct wish_room {
    const struct routine *routine;      // borrowed
    const struct timeline_asked *asked; // by a plan, borrowed; NULL: nothing
    int reps_most;                      // what the dose allows, 0: as written
    int cycles_most;                    // what the limit allows, 0: as written
};

bool wish_is_offered(const struct wish_room *room, enum wish wish);
// Whether nothing differs from the file.
bool wish_none(const struct wish_room *room, const struct wishes *wishes);

// One step upwards (by 1) or downwards (by -1): more, slower, longer. False at the end of what is
// allowed; then nothing changes. WISH_SIDE has no steps: it is chosen.
bool wish_step(const struct wish_room *room, enum wish wish, int by, struct wishes *wishes);

// The present value: "5 times", "4 s", "10 % slower", "10:30 minutes", "left side".
void wish_value(struct text_builder *text, const struct wish_room *room, enum wish wish,
                const struct wishes *wishes);
// Why it does not go further up, for the person; NULL where nothing is to be said.
const char *wish_end(const struct wish_room *room, enum wish wish);
