// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/trend.h"

// Botulinum toxin works in cycles, and the end of one is no failure (domain.md 8.2): numbers are
// looked at by the day since the injection, and held against the same days of earlier cycles.

enum {
    CYCLE_DAYS = 140,       // an injection younger than 20 weeks is what figures are given by
    CYCLE_BEFORE_DAYS = 14, // before the injection: what a cycle is measured against
    CYCLE_RUNNING = 3,      // rated days that have to agree
    CYCLE_LATE_FROM = 56,   // from here on it may wear off
    CYCLE_RISE_FROM = 3,
    CYCLE_RISE_TO = 14, // the average picture, in days: it sets in,
    CYCLE_STEADY_FROM = 14,
    CYCLE_STEADY_TO = 70,   // holds, and wears off from then on
    CYCLE_WINDOW_DAYS = 14, // of days that are compared with the same ones of earlier cycles
    CYCLE_EFFECT_DAYS = 28, // after so many "how well did it work?" is asked once
};

// One injection and the numbers that belong to it. Days count from the injection, which is day 0.
struct cycle {
    int64_t injected;
    int64_t length; // days until the next injection, or until today; at most CYCLE_DAYS
    bool given;     // there are numbers of the days before it
    double before;  // their median
    int before_n;
    int better;      // the first better day, -1: none seen
    int wearing_off; // the wearing-off day, -1: none seen
};
// Of injection `index`; `injections` are days, oldest first.
struct cycle cycle_of(const struct daily *days, int count, const int64_t *injections,
                      int injection_count, int index, int64_t today);

// The last injection on or before a day, -1: none, or it lies CYCLE_DAYS back.
int cycle_present(const int64_t *injections, int injection_count, int64_t day);

// The last two weeks against the same days of earlier cycles.
struct cycle_compared {
    bool given;           // an earlier cycle has numbers of these days
    int from_day, to_day; // since the injection
    double now, then;     // medians
    int now_n, then_n;    // days
    int cycles;           // earlier ones that were looked at
};
// At most `cycles_most` earlier cycles are looked at, the latest.
struct cycle_compared cycle_compare(const struct daily *days, int count, const int64_t *injections,
                                    int injection_count, int64_t today, int cycles_most);
