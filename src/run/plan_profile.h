// SPDX-License-Identifier: MIT
#pragma once

#include "base/text.h"
#include "core/plan.h"
#include "core/profile.h"

// Whether a plan is written for this person: what its `profile` says against what she told.

enum plan_difference_kind { DIFFERS_SIDE, DIFFERS_CONDITIONS, PLAN_DIFFERENCES_MAX };

struct plan_difference {
    enum plan_difference_kind kind;
    enum side plan_side, own_side;            // of DIFFERS_SIDE
    unsigned plan_conditions, own_conditions; // of DIFFERS_CONDITIONS: bits 1 << enum profile_word
};

// Returns how many. What the plan or she says nothing of is no difference.
int plan_profile_compare(const struct plan *plan, const struct profile *own,
                         struct plan_difference differences[PLAN_DIFFERENCES_MAX]);

// The side a plan is for: what its `profile` says, else the one that all of its items with a side
// name. SIDE_NONE: it says none, or its items are for one side and for the other.
enum side plan_profile_side(const struct plan *plan);
// Whether such a side is meant by it: with items alone both sides hold the one they name.
bool plan_profile_is_for(const struct plan *plan, enum side side);
// Whether her side has to be asked before it is taken over: it is for one, and she told none or
// another.
bool plan_profile_asks_side(const struct plan *plan, const struct profile *own);

// One as two sentences: "The plan is for the side: left. ... Is it yours?"
void plan_profile_words(struct text_builder *text, const struct plan_difference *difference);
