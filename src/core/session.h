// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/played.h"
#include "core/timeline.h"

// What a sitting amounts to: complete, partial, or nothing; well ended or not (design section 6).

enum session_status {
    SESSION_RUNNING,  // a checkpoint at most SESSION_FRESH_S old
    SESSION_COMPLETE, // counts as done
    SESSION_PARTIAL,  // something, but less
};
extern const char *const session_status_words[3];

enum {
    SESSION_COMPLETE_PERCENT = 80,
    SESSION_FRESH_S = 15, // a running session whose last checkpoint is older shows as partial
    SESSION_CHECKPOINT_MS = 5000, // progress is stored at least this often
    SESSION_RESUME_S = 30 * 60,   // how long a broken-off session is offered again
};

// Whether so much of the plan counts as done.
bool session_is_enough(int64_t played_ms, int64_t planned_ms);

// Whether at least one repetition of an exercise was played from its first to its last phase.
bool session_has_repetition(const struct timeline *timeline, const struct played *played);

// How it ended. `why` is the person's word for leaving early (WHY_NONE when the end was reached or
// nothing was said). Stopping at the first pull or when it is good enough is ending well in rom and
// nmr.
enum ending session_ending(const struct timeline *timeline, const struct played *played,
                           enum why why);

// Complete or partial, from how it ended and what was played.
enum session_status session_status_of(enum ending ending, int64_t played_ms, int64_t planned_ms);
