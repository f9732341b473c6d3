// SPDX-License-Identifier: MIT
#pragma once

#include "base/text.h"
#include "core/plan.h"
#include "core/timeline.h"

// What a plan says, as the short lines of a page. Each adds nothing where there is nothing to say.

// "From A. Therapist · 23 November to 20 December 2026"; a starter is from nobody.
void plan_lines_whose(struct text_builder *text, const struct plan *plan);

// Where a plan stands on a day: "12 more days", "The last day is today", "Begins on Monday, 23
// November 2026"; nothing for one without an end that has begun.
void plan_lines_left(struct text_builder *text, const struct plan *plan, int64_t today);

// "3 times a day · Monday, Wednesday, Friday · from 7 December 2026".
void plan_lines_often(struct text_builder *text, const struct plan *plan, int item);

// "08:00, 13:00"; "" where it is free.
void plan_lines_times(struct text_builder *text, const struct plan *plan, int item);

// Whether it says how the routine is to be done, and not merely how often.
bool plan_lines_has_dose(const struct plan *plan, int item);

// What replaces the dose of the routine: "repetitions 4 · hold 5 s".
void plan_lines_dose(struct text_builder *text, const struct plan *plan, int item);

// The same with the side: "left · repetitions 4 · hold 5 s".
void plan_lines_asked(struct text_builder *text, const struct plan *plan, int item);

// What of a session was the plan's, without what she had otherwise: "As the plan asks: left ·
// repetitions 4 · hold 5 s".
void plan_lines_played(struct text_builder *text, const struct timeline_options *options);

// "5 December to 6 December 2026: away".
void plan_lines_pause(struct text_builder *text, int64_t from, int64_t to, const char *reason);
