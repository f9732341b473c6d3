// SPDX-License-Identifier: MIT
#pragma once

#include "base/text.h"
#include "run/plan_coming.h"
#include "run/plan_shelf.h"

// For whom a plan was taken over: name or initials, as they were told with it. A plan is for one
// person; a file that lies in the wrong post is noticed by this.

// Whose a version is, NULL: not told.
const char *plan_person(const struct plan_shelf *shelf, const struct plan *plan);

// Whether what was told with this plan is another one than with the plan that was taken over last;
// written otherwise ("AB", "a. b.") it is the same. Adds one notice, or nothing.
bool plan_person_differs(struct text_builder *text, const struct plan_shelf *shelf,
                         const struct plan_coming *coming);
