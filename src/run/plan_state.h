// SPDX-License-Identifier: MIT
#pragma once

#include "base/text.h"
#include "run/plan_shelf.h"

// How each plan of the history stands today: which of its versions counts, and since or until when.

enum plan_state {
    PLAN_IN_FORCE,
    PLAN_RESTS,   // in force, and paused today
    PLAN_BEGINS,  // later
    PLAN_ENDED,   // its last day has passed
    PLAN_REMOVED, // by the person
    PLAN_STATES
};
extern const char *const plan_state_words[PLAN_STATES]; // as JSON has them

struct plan_standing {
    const char *id;          // borrowed from the shelf, as all of it
    const struct plan *plan; // the version in force, else the newest
    int version, versions;   // which one that is, from 1, of how many that can be read
    enum plan_state state;
    // PLAN_RESTS: the last day of the pause, PLAN_BEGINS: the first day, PLAN_ENDED and
    // PLAN_REMOVED: the last day on which it served; else plan->to.
    int64_t day;
    const struct plan *next; // a version that takes over later; NULL: none
    int64_t next_day;        // the day on which it does
};

// False where no plan of that id can be read.
bool plan_stands(const struct plan_shelf *shelf, const char *id, int64_t today,
                 struct plan_standing *standing);

// All of them, in the order in which they were first added; at most one a stored text. The caller
// frees *standings with memory_free. Returns how many.
int plan_standings(const struct plan_shelf *shelf, int64_t today, struct plan_standing **standings);

// The version of an id by its number from 1; NULL: there is none.
const struct plan *plan_version(const struct plan_shelf *shelf, const char *id, int number);
// When a version was added; INT64_MIN: it is none of the shelf.
int64_t plan_added(const struct plan_shelf *shelf, const struct plan *plan);

// "in force until 20 December 2026", "begins on 23 November 2026", "paused until ...".
void plan_state_tell(struct text_builder *text, const struct plan_standing *standing);
// "from 23 November 2026 to 20 December 2026", "from 23 November 2026 on".
void plan_span_tell(struct text_builder *text, int64_t from, int64_t to);

// The id that a mistyped one seems to mean, or NULL.
const char *plan_nearest(const struct plan_shelf *shelf, const char *id);
