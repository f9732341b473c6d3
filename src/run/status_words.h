// SPDX-License-Identifier: MIT
#pragma once

#include "base/text.h"
#include "core/cycle.h"
#include "core/quiet.h"

// How quiet it has been and where in the cycle of an injection it is, in words (domain.md 8.2 and
// 8.4): what happened, with its days; never "cured", never a forecast.

// "Quiet spell, 9 days", "In remission since 3 March 2026, on treatment"; nothing for QUIET_NONE.
void status_words_quiet(struct text_builder *text, const struct quiet *quiet);
// What stands beside it: a sentence for a long quiet period, nothing else.
void status_words_quiet_note(struct text_builder *text, const struct quiet *quiet);

// "Week 9. The effect often fades from about week 10." of the present cycle; what was the same in
// earlier cycles is told as usual for the person. Nothing where no injection is present: `day` < 0.
void status_words_week(struct text_builder *text, int day, const struct cycle_compared *compared);

// The last days against the same days of earlier cycles, with n. Without an earlier cycle what
// stands in its place while a slope is not given; nothing before days of a cycle can be compared.
void status_words_compared(struct text_builder *text, const struct cycle_compared *compared);

// A cycle for a list: "Better from day 5, wearing off from day 78."
void status_words_cycle(struct text_builder *text, const struct cycle *cycle);
