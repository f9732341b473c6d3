// SPDX-License-Identifier: MIT
#pragma once

#include "base/text.h"
#include "core/diary.h"

// What stands at the rows and chips of the diary; as words within a sentence they stand in
// run/diary_words.h.

const char *diary_label_event(enum event_kind kind);
const char *diary_label_side(enum side side); // "Left", "Right", "Both sides"

// The name of a day's field, and a value with its unit: "6.5 hours", "3 cups", "4".
const char *diary_label_field(enum day_field field);
void diary_label_value(struct text_builder *to, enum day_field field, double value);

// What 0 to 4 mean once a week.
const char *diary_label_severity(int grade);
const char *diary_label_frequency(int grade);
