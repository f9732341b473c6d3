// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "run/sitting.h"

// A session in real time, looked at as a picture does. To be included behind cmocka.h.

enum { PICTURE_MS = 7, JUMP_MS = 50, BACK_MS = 1000 };

struct watched {
    struct sitting *sitting;
    int64_t position_ms, monotonic_ms; // of the last tick
    int64_t stood_ms;                  // how far the position has fallen behind the clock
    int64_t farthest_ms;               // the farthest that one picture went beyond its time
};

// One picture. The position goes on, never back, and never further than time did.
static inline void see(struct watched *watched) {
    clock_sleep_ms(PICTURE_MS);
    int64_t position_ms = sitting_tick(watched->sitting).position_ms;
    int64_t monotonic_ms = clock_monotonic_ms();
    int64_t went_ms = position_ms - watched->position_ms;
    int64_t passed_ms = monotonic_ms - watched->monotonic_ms;
    int64_t beyond_ms = went_ms - passed_ms;
    watched->farthest_ms = beyond_ms > watched->farthest_ms ? beyond_ms : watched->farthest_ms;
    if (went_ms < 0 || beyond_ms > JUMP_MS) {
        fail_msg("in %lld ms it went %lld ms, from %lld", (long long)passed_ms, (long long)went_ms,
                 (long long)watched->position_ms);
    }
    watched->stood_ms += passed_ms - went_ms;
    watched->position_ms = position_ms;
    watched->monotonic_ms = monotonic_ms;
}

static inline void see_for(struct watched *watched, int64_t ms) {
    int64_t until_ms = clock_monotonic_ms() + ms;
    while (clock_monotonic_ms() < until_ms) {
        see(watched);
    }
}

static inline void see_until(struct watched *watched, int64_t position_ms) {
    int64_t until_ms = clock_monotonic_ms() + 20000;
    while (watched->position_ms < position_ms && clock_monotonic_ms() < until_ms) {
        see(watched);
    }
    assert_true(watched->position_ms >= position_ms);
}

// It sounds; from here on is counted what it falls behind.
static inline void see_it_begin(struct watched *watched, int64_t position_ms) {
    see_until(watched, position_ms);
    assert_null(sitting_silence(watched->sitting));
    watched->stood_ms = 0;
}
