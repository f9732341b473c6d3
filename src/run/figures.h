// SPDX-License-Identifier: MIT
#pragma once

#include "core/adherence.h"
#include "core/cycle.h"
#include "core/quiet.h"
#include "core/trend.h"
#include "run/diary_past.h"
#include "run/house.h"

// Everything that is said of a range of days as one value (design section 6): what was done of what
// was asked for, how the face was, what happened around sessions. `repose stats`, charts and the
// report all speak of this value. What is not given has a flag of its own, never a 0 in its place.

enum {
    FIGURES_RECENT_DAYS = 64, // what is looked at first for what runs until today
    FIGURES_CYCLES = 3,       // earlier cycles that the present one is held against
};

// The mean change around the sessions of a routine. Members of a chain have none; the chain has.
#define FIGURES_CHAIN "chain"
struct routine_figures {
    const char *id; // of a routine, or FIGURES_CHAIN
    int sessions;   // of the range; of FIGURES_CHAIN chains
    struct change change;
};

struct figures {
    int64_t today;
    int64_t first, last; // days, both included; of an open range from the first entry on
    // Sessions of the range; well and ticked ones are among the complete.
    int sessions, complete, partial, well, ticked;
    int64_t played_ms;
    struct adherence adherence; // its counts of sessions are those above
    int streak;                 // as it stands today, whatever the range
    bool week_asked;            // something was due in the week that is running, until today
    int week_due, week_done;
    int rated;     // days with a number
    double median; // of them; rated > 0
    bool slope_given;
    double slope_per_week;
    struct week_value *weeks; // owned: those with a number, oldest first
    int week_count;
    struct routine_figures *routines; // owned: by id, that of chains last
    int routine_count;
    // As it stood at the end of the range, or stands today.
    struct quiet quiet;
    int cycle_day; // since the injection, -1: none is present
    struct cycle_compared compared;

    struct session_past past; // owned: the sessions, and what the ids point at
};

// Days from first to last, both included; INT64_MIN and INT64_MAX for everything there is. Opens
// nothing: without a history (house->store NULL) all of it is empty.
bool figures_read(struct house *house, int64_t first, int64_t last, struct figures *figures,
                  struct error *err);
void figures_free(struct figures *figures);

// For figures_read: fills the routines from the sessions.
void figures_read_routines(struct figures *figures);
