// SPDX-License-Identifier: MIT
#pragma once

#include "core/gating.h"
#include "core/past.h"

// How much of a routine a small gate allows, and how it grows (domain.md 4.5, small dose; a design
// choice there): on the first 7 days with the routine 3 repetitions of each movement at effort 2,
// once a day; then the written repetitions once a day; from day 15 twice a day. "Busier" twice
// running takes it back to the first day of the stage before.
//
// A day with the routine is a day on which it counted as done, however many lie between.
//
// Where there are no stages and no plan sets the dose, "busier" twice running brings up the shorter
// form (the same repetitions as the small dose) until an answer is another one. Of a compress the
// small dose and its very first use leave out the steps written `small = false`, and so does the
// next one after "busier" or worse (5.2).

enum dose_stage { DOSE_SMALL, DOSE_ONCE, DOSE_TWICE, DOSE_WRITTEN };
enum { DOSE_SMALL_REPS = 3, DOSE_SMALL_EFFORT = 2, DOSE_STAGE_DAYS = 7 };

struct dose {
    enum dose_stage stage; // DOSE_WRITTEN: no small dose holds
    int reps_most;         // 0: as written
    int effort_most;       // -1: as written
    int per_day;           // 0: the routine's own limit
    bool short_form;       // steps written `small = false` are left out
    bool stepped_back;     // the last answer has made it less: to be said
};

struct dose dose_of(const struct routine *routine, const struct gating *gating,
                    const struct past *past, int64_t today);
