// SPDX-License-Identifier: MIT
#pragma once

#include <assert.h>
#include <stdio.h>

#include "core/past.h"

// A history written down in a test: one session after the other. Behind the last one stands what no
// rule may look at.

enum { HISTORY_MAX = 128 };

struct history {
    struct past_session sessions[HISTORY_MAX + 1];
    int count;
};

static inline struct past past_of(const struct history *history) {
    return (struct past){.sessions = history->sessions, .count = history->count};
}

// A face session that was done on that day, at that second, and not answered; the caller changes
// what was otherwise.
static inline struct past_session *history_add(struct history *history, const char *routine,
                                               int64_t day, int64_t ended_s) {
    assert(history->count < HISTORY_MAX);
    struct past_session *session = &history->sessions[history->count++];
    *session = (struct past_session){.category = CATEGORY_NMR,
                                     .started_s = ended_s - 180,
                                     .ended_s = ended_s,
                                     .day = day,
                                     .complete = true,
                                     .face_routine = true,
                                     .compress_area = -1,
                                     .before = -1,
                                     .after = -1};
    snprintf(session->routine, sizeof session->routine, "%s", routine);
    history->sessions[history->count] = *session;
    struct past_session *beyond = &history->sessions[history->count];
    beyond->ended_s += 3600;
    beyond->warm = beyond->cold = true;
    beyond->before = 0;
    beyond->after = 10;
    beyond->feel = FEEL_HURT;
    return session;
}
