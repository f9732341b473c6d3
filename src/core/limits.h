// SPDX-License-Identifier: MIT
#pragma once

#include "core/dose.h"

// Enough for now: how often a routine may be played (domain.md 5.1, 5.2 and 12; `limit` of a
// routine file). Asked before the first step, never while somebody holds a warm cloth.
//
// What counts against a number a day is a session that counted as done, and a compress that was
// begun. What counts for the pause between two compresses is every one that was begun, from its
// end: the skin was warm all the same.

enum limit_reason {
    LIMIT_NONE,
    LIMIT_PER_DAY, // this routine, today
    LIMIT_GAP,     // warmth or cold on the same place
    LIMIT_CEILING, // face routines, today
};

enum { FACE_CEILING = 4 }; // face routines a day without a plan (design section 5)
enum { FIRST_MONTH_DAYS = 30 };

struct limit_facts {
    int64_t now_s, today;
    int64_t next_day_s; // when the next day begins, UTC: by `day_starts`, offset and summer time
    int ceiling;        // a plan's, else FACE_CEILING
    int compress_area;  // where this one would be laid, enum compress_area, -1 not known: any place
    int plan_per_day;   // of a therapist's plan that names it in place of the file's, 0 none
};

struct limit {
    enum limit_reason reason; // LIMIT_NONE: may be played
    int64_t opens_s;          // else when it may
    int cycles_most;          // of breath in one sitting, 0: as written
};

struct limit limit_of(const struct routine *routine, const struct dose *dose,
                      const struct past *past, const struct limit_facts *facts);
