// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan.h"
#include "core/timeline.h"

// The dose of an item of a plan, laid over the options of a timeline (design section 5). No routine
// is changed; what a step becomes is core/timeline_dose's.
//
// A therapist's numbers stand in place of the written ones, also where they lie outside of what is
// published. In a plan of the person's own, or a starter, they are a wish: repetitions and effort
// go below what is written, a hold and a tempo stay within the range of the routine (domain.md 12,
// common rules).
//
// Steps are kept by name, as shown or as the file has it without a language: with `only` a step of
// that name and what is inside it, the repeat around it, and whatever settles or rests (a step that
// only takes its time, a question that is waited for).
void plan_lay(const struct plan *plan, int item, const struct routine *routine,
              struct timeline_options *options);
