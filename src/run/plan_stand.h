// SPDX-License-Identifier: MIT
#pragma once

#include "base/text.h"
#include "run/today.h"

// Where the day stands for its plans, once a session that counts for one of them is over. What is
// left is not named where nothing more is asked of her today: it is enough.

struct plan_stand {
    int done, due; // due 0: it counts for nothing that is asked for today
    bool enough;   // some of it not done, and none of it open any more
};

// After the newest session of a routine: what is asked of that routine and side; with `all` of the
// whole day, for one that was the last of several.
struct plan_stand plan_stand_of(const struct today *today, const char *routine, bool all);

// The same, read anew, as a sentence: "For the plan: 1 of 2 today." Adds nothing where it counts
// for nothing, or where it cannot be read.
void plan_stand_words(struct text_builder *text, struct house *house, const char *routine,
                      bool all);
