// SPDX-License-Identifier: MIT
#pragma once

#include <stddef.h>

#include "core/signs.h"

// A diary by hand, for the rules that look at it. TODAY is the last day of `made`.

enum { TODAY = 20000, ROOM = 120 };

// What a person entered on the days up to today; days[ROOM - 1] is today.
struct made {
    struct diary_day days[ROOM];
    struct daily twitch[ROOM];
    int twitch_count;
    int64_t events[4];
    int64_t warm[64];
    struct sign_facts facts;
};

static inline void make(struct made *made) {
    *made = (struct made){0};
    for (int i = 0; i < ROOM; i++) {
        made->days[i] = diary_day_empty(TODAY - ROOM + 1 + i);
    }
    made->facts = (struct sign_facts){.today = TODAY,
                                      .days = made->days,
                                      .day_count = ROOM,
                                      .week_severity = -1,
                                      .twitch = made->twitch,
                                      .injections = made->events,
                                      .injuries = made->events,
                                      .medicines = made->events,
                                      .warm = made->warm};
    for (int id = 0; id < SIGN_COUNT; id++) {
        made->facts.shown[id] = INT64_MIN;
    }
}

static inline struct diary_day *ago(struct made *made, int days) {
    return &made->days[ROOM - 1 - days];
}

static inline void tick(struct made *made, int days_ago, enum day_tick which) {
    ago(made, days_ago)->ticks |= (uint64_t)1 << which;
}

// Numbers from `from` days ago to `to` days ago; called from the oldest on.
static inline void rate(struct made *made, int from, int to, double value) {
    for (int day = from; day >= to; day--) {
        made->twitch[made->twitch_count++] = (struct daily){TODAY - day, value};
    }
    made->facts.twitch_count = made->twitch_count;
}

// Injections so many days ago, the oldest first; -1: none.
static inline void inject(struct made *made, int one, int two, int three) {
    const int ago[] = {one, two, three};
    for (int i = 0; i < 3; i++) {
        if (ago[i] >= 0) {
            made->events[made->facts.injection_count++] = TODAY - ago[i];
        }
    }
}

static inline bool raised(const struct made *made, enum sign_id id, struct sign *found) {
    struct sign signs[SIGN_COUNT];
    int count = signs_raised(&made->facts, signs);
    for (int i = 0; i < count; i++) {
        if (signs[i].id == id) {
            if (found) {
                *found = signs[i];
            }
            return true;
        }
    }
    return false;
}

static inline void equal(double value, double wanted) {
    assert_true(value > wanted - 1e-9 && value < wanted + 1e-9);
}
