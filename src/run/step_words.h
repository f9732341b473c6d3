// SPDX-License-Identifier: MIT
#pragma once

#include "base/text.h"
#include "core/routine.h"
#include "core/timeline.h"
#include "files/shared.h"

// A step in words, for the page of the window and for that of the terminal.

// What a step asks for, in a sentence: "5 times: move 4 s, hold 5 s ...; left side; effort 2 of
// 10", as written and as the options make it. Adds nothing for a step that is a length of time
// alone.
void step_words_add(struct text_builder *text, const struct routine *routine,
                    const struct step *step, const struct timeline_options *options,
                    const struct shared *shared);

// What all passages through a step take together; 0 for one that is left out, a gate or a repeat.
int64_t step_words_length(const struct timeline *timeline, const struct step *step);
