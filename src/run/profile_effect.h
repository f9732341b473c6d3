// SPDX-License-Identifier: MIT
#pragma once

#include "base/text.h"
#include "run/allowed.h"

// What an answer of the profile switches, in one quiet sentence or two.

// Which routines another profile opens, closes or makes small: "Closes Box breathing and 2 more."
// Nothing where none changes.
void profile_effect(struct text_builder *text, const struct person *person,
                    const struct profile *other, const struct catalog *catalog);

// How many are open, small, by plan and closed for her now.
void profile_sum(struct text_builder *text, const struct person *person,
                 const struct catalog *catalog);
