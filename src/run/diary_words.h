// SPDX-License-Identifier: MIT
#pragma once

#include "base/text.h"
#include "core/diary.h"

// The closed lists of the diary as a person says them, as they stand within a sentence: "upper
// lid", "trouble swallowing", "botulinum toxin".

const char *diary_words_place(enum face_place place);
const char *diary_words_tick(enum day_tick tick);
const char *diary_words_event(enum event_kind kind);

// Several of them, in the order of their list; between ticks, which may hold commas in some
// languages, stand semicolons.
void diary_words_places(struct text_builder *text, unsigned places);
void diary_words_ticks(struct text_builder *text, uint64_t ticks);
