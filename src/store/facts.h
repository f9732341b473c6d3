// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "core/adherence.h"
#include "core/diary.h"
#include "core/trend.h"
#include "store/interned.h"
#include "store/store.h"

// What the figures ask of the history, and no more of a row than they ask for: a lifetime of it is
// read in a fraction of a second. Days from first to last, both included; INT64_MIN and INT64_MAX
// for open ends. Of two entries of one day the later one counts, then the larger UUID.

// The daily numbers alone, oldest first, each day once. *days is owned by the caller.
bool facts_numbers(struct store *store, int64_t first_day, int64_t last_day, int day_starts_min,
                   struct daily **days, int *count, struct error *err);

// The first daily number of all, and the first above 0 where that is another one: at most two,
// oldest first. Returns how many in *count.
bool facts_first_numbers(struct store *store, int day_starts_min, struct daily first[2], int *count,
                         struct error *err);

// The same as facts_numbers with what was told beside the number; the form of the day is not filled
// in.
bool facts_ratings(struct store *store, int64_t first_day, int64_t last_day, int day_starts_min,
                   struct diary_day **days, int *count, struct error *err);

// The forms of days: numbers and ticks alone.
bool facts_forms(struct store *store, int64_t first_day, int64_t last_day, struct diary_day **days,
                 int *count, struct error *err);

// A session that has a number, or is a member of a chain.
enum { NO_CHAIN = -1 };
struct rated_session {
    int64_t day;
    int64_t started_s;
    int routine;       // index among `routines`
    int chain;         // 0 to chain_count - 1, or NO_CHAIN
    int before, after; // 0-10, -1: not given
};

struct routine_sessions {
    const char *id;
    int count; // sessions of the range
};

// The sessions with something played, in the order of their seconds on the clock that the person
// saw. Travel and the change of clocks make that another order than that of started_s.
struct session_facts {
    struct done_session *sessions;
    int count;
    struct routine_sessions *routines; // in the order in which they are met
    int routine_count;
    // Those of them that have a number, in the order of started_s. Of a chain also the members of
    // the day before and after the range, so that one which runs past its edge is whole.
    struct rated_session *rated;
    int rated_count;
    int chain_count; // that members of `rated` belong to
    int64_t played_ms;
    struct interned names; // what the ids point at: one text for each routine
};
// A running one whose checkpoint is older than SESSION_FRESH_S is partial.
bool facts_sessions(struct store *store, int64_t first_day, int64_t last_day, int day_starts_min,
                    struct wall now, struct session_facts *facts, struct error *err);
void session_facts_free(struct session_facts *facts);
