// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/timeline.h"

// What a voice has to say in a session: each text once, in the order in which it is wanted.

struct script_line {
    const char *text;    // borrowed from the timeline, or the script's own when it was shortened
    int step;            // that these are the words of: a recording of it may be played; 0: of none
    const char *written; // the whole of it, as the timeline has it
};

struct script {
    struct script_line *lines;
    int count;
    int soon;         // so many of the first ones are said within SCRIPT_SOON_MS
    int *line_of_cue; // for each cue of the timeline, -1: nothing is said
    int cue_count;
    int take_off; // the line that ends a warm or cold pack in any case (WAKE_OFF); -1: none wakes
};

enum { SCRIPT_SOON_MS = 60000 };

struct script_options {
    int64_t from_ms; // the session begins here; what was before comes last
    bool known;      // the person knows the routine: words thin out (core/prompts.h)
};

// `timeline` outlives the script. The caller frees it with script_free.
void script_make(const struct timeline *timeline, const struct script_options *options,
                 struct script *script);
void script_free(struct script *script);
