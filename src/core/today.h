// SPDX-License-Identifier: MIT
#pragma once

#include "core/adherence.h"
#include "core/in_force.h"

// What is asked for on a day item by item, what of it is done, and which item a routine is played
// for. Pure: a function of the plans, the sessions and the ticks.
//
// Sessions serve what is asked of a routine and a side all in all (core/adherence.h), so that the
// items of a day add up to what adherence counts; where several items ask for the same, the first
// is served first.

struct today_done {
    struct done_sessions sessions;
    const char *const
        *ticks; // the names of tasks that were ticked off that day, once for each time
    int tick_count;
};

struct today_item {
    const struct plan *plan;
    int item;
    int due, done; // `done` at most `due`
};
enum { TODAY_ITEMS_MAX = 256 };

// Returns how many, in the order of the plans and of their items; what rests or is not asked for
// that day has no row.
int today_items(const struct plan_book *book, const struct today_done *done, int64_t day,
                struct today_item items[TODAY_ITEMS_MAX]);

// When the next of the times of a row comes, in minutes after midnight: of as many as were done,
// the one behind. -1: at any time. A day begins at `day_starts_min`, so that half past midnight is
// late.
int today_next_at(const struct today_item *row, int day_starts_min);

// Whether that time has come, or comes within TODAY_EARLY_MIN.
enum { TODAY_EARLY_MIN = 60 };
bool today_has_come(const struct today_item *row, int minute, int day_starts_min);

// The item that a routine is played for, as a place in a plan in force: of those for the side that
// is wanted (SIDE_NONE: any), the therapist's before others, then what is still to be done today,
// then what is asked for today, then what was done less often, then the first. `plan` NULL: none
// names it.
struct today_place {
    const struct plan *plan;
    int item;
};
struct today_place today_place_of(const struct plan_book *book, const struct today_done *done,
                                  int64_t day, const char *routine, enum side side);
