// SPDX-License-Identifier: MIT
#pragma once

#include "run/diary_value.h"

// The values of an entry in words.

// What stands above a value where it is corrected.
const char *diary_value_name(const struct diary_entry *entry, enum diary_value value);

// A choice of TYPE_WORD or TYPE_WORDS, and a grade 0 to 4; NULL: that place in its list is none.
const char *diary_value_choice(enum diary_value value, int index);
