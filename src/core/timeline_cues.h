// SPDX-License-Identifier: MIT
#pragma once

#include "core/timeline.h"

// The second half of compiling: what sounds, from segments, entries and gates that stand already.
// For timeline_compile alone.
void timeline_lay_cues(struct timeline *timeline, const struct timeline_phrases *phrases,
                       unsigned words);

// What is said at the start of a step: the person's own words where the step leaves it to them, the
// sentence for one of these profile words, or the step's own; NULL: nothing.
const char *timeline_words(const struct timeline *timeline, const struct step *step,
                           unsigned words);
