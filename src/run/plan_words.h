// SPDX-License-Identifier: MIT
#pragma once

#include "base/text.h"
#include "core/plan_diff.h"
#include "files/plan_file.h"

// What a plan asks for, and what another version of it changes, in words.

// Two versions, and the catalogue that their routines are looked up in for the titles.
struct plan_versions {
    const struct plan_file *before, *after;
    const struct catalog *catalog;
};

// A change as one line: "Small smile, left: hold 3 s -> 5 s", "new: Eye drops, 4 times a day".
void plan_words_change(struct text_builder *text, const struct plan_versions *versions,
                       const struct plan_change *change);

// What an item asks for: "Small smile, left, 3 times a day".
void plan_words_item(struct text_builder *text, const struct plan_file *file,
                     const struct catalog *catalog, int item);

// What it asks for without how often: "Small smile, left".
void plan_words_name(struct text_builder *text, const struct plan_file *file,
                     const struct catalog *catalog, int item);

// What a field is called: "hold", "times of day".
const char *plan_words_field(enum plan_field field);

// One value, as it stands between the two sides of a change: "3 s", "Monday, Friday", "as written".
void plan_words_value(struct text_builder *text, const struct plan *plan, int item,
                      enum plan_field field);
