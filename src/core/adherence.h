// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/plan.h"
#include "core/session.h"

// What was done of what was asked for (design section 6, domain.md 7.1).
//
// Adherence of a range is the sum over its days and items of min(complete sessions, due) by the sum
// of due: each day is capped at what was asked that day, so that Sunday cannot repair Monday. Tasks
// are no part of it. Of today only what is complete counts as due, the rest when the day has ended;
// days to come are not due.
//
// All of it is a function of the plans, the sessions and the day that is today.

// A session as far as it counts. A chain's members are sessions of their own.
struct done_session {
    int64_t day; // that it began on
    const char *routine;
    enum side side; // left, right or none
    enum session_status status;
    bool well;   // ended well, which is complete too
    bool ticked; // done away from the program
};

// One day's sessions are found by halving: they come in the order of their days.
struct done_sessions {
    const struct done_session *sessions;
    int count;
};

// What is asked of one routine and side on a day, over all plans and items, and how much of it is
// done. A session with a side serves what is asked for that side, else what is asked for both; one
// without serves any; none serves twice.
struct asked {
    const char *routine; // borrowed from the plan
    enum side side;      // left, right or none: both
    int due;
    int done; // at most `due`
};
enum { ASKED_MAX = 128 };

// Returns how many; what rests or was not asked for has no row.
int adherence_asked(const struct plan_book *book, struct done_sessions done, int64_t day,
                    struct asked asked[ASKED_MAX]);

// The same for the sessions of one day alone, with the row that each of them serves: `served` has
// one number for each, -1 where it serves none.
int adherence_served(const struct plan_book *book, struct done_sessions of_day, int64_t day,
                     struct asked asked[ASKED_MAX], int *served);

enum day_kind {
    DAY_FREE,   // nothing is asked for
    DAY_PAUSED, // the plans in force rest
    DAY_DONE,   // all that was asked for
    DAY_PART,   // some of it, or a session that was begun
    DAY_LEFT,   // nothing of it, and the day is over
    DAY_OPEN,   // today, with something left to do
    DAY_AHEAD,
    DAY_KINDS
};

struct day_account {
    int64_t day;
    enum day_kind kind;
    int asked;     // by the plans
    int due, done; // as they count in adherence
    // Of all sessions of the day, asked for or not.
    int complete, partial, well, ticked; // well and ticked ones are among the complete
};
struct day_account adherence_day(const struct plan_book *book, struct done_sessions done,
                                 int64_t day, int64_t today);

struct adherence {
    int due, done;
    bool given; // something was due
    double share;
    int complete, partial, well, ticked;
    int best_streak; // the longest within the range
};
// Days first..last, both included.
struct adherence adherence_of(const struct plan_book *book, struct done_sessions done,
                              int64_t first, int64_t last, int64_t today);

// Days running, backwards from today, on which everything that was due was done. Days with nothing
// due neither add nor break; today adds when its whole prescription is done and breaks nothing
// while it is open.
int adherence_streak(const struct plan_book *book, struct done_sessions done, int64_t today);

// The same, looking back no further than `first`; *reached tells that nothing broke it until there,
// so that it may be longer.
int adherence_streak_since(const struct plan_book *book, struct done_sessions done, int64_t first,
                           int64_t today, bool *reached);

// The earliest day on which anything could be asked for, INT64_MAX: never.
int64_t adherence_begins(const struct plan_book *book);
