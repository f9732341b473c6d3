// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/player.h"
#include "core/session.h"
#include "run/sitting.h"
#include "store/sessions.h"

// The record of one sitting while it is played: when its row begins, when progress is due, how it
// ends. sitting.c's other half. A history that refuses is said once and then left alone.

struct keeper {
    struct store *store;            // borrowed; NULL: nothing is kept
    const struct wall_clock *clock; // borrowed
    struct session_record record;
    bool morning;      // as in the options
    bool begun;        // the row stands
    int64_t stored_ms; // monotonic time of the last checkpoint
    int unanswered;    // gates that nobody could answer
    bool last_gate_answered;
    struct error trouble; // what the history refused
    bool told;            // the trouble was handed out
};

void keeper_init(struct keeper *keeper, const struct sitting_options *options,
                 const struct timeline *timeline);
void keeper_free(struct keeper *keeper);

// After each tick: begins the row with the first movement, stores progress at a step or when it is
// due.
void keeper_follow(struct keeper *keeper, const struct player *player, const struct tick *tick,
                   int64_t monotonic_ms);

// Milliseconds until progress is due; INT64_MAX without a row.
int64_t keeper_due_ms(const struct keeper *keeper, int64_t monotonic_ms);

// Stores the end. With nothing played the row is taken away.
struct sitting_result keeper_finish(struct keeper *keeper, const struct player *player,
                                    enum why why);
