// SPDX-License-Identifier: MIT
#pragma once

#include "app/play.h"
#include "app/stage.h"

// A session on the stage, played to where a test wants it.

// From the question before into the lead-in of a routine.
static inline void stage_begin(struct stage *stage, const char *routine) {
    struct window *window = &stage->window;
    struct error err = {0};
    stage->routine = routine;
    stage->options.request = &stage->named;
    if (!session_prepare_asked(window, &err)) {
        stage_fail(routine, &err);
    }
    stage->options.request = &stage->open;
    window->rating_wanted = true;
}

static inline void stage_lead(struct stage *stage, const char *routine) {
    stage_begin(stage, routine);
    session_begin(&stage->window);
    if (!stage->window.play) {
        stage_fail(routine, &(struct error){.text = "it does not begin"});
    }
    stage_pass(stage, 0);
    stage_pass(stage, stage->house.settings.lead_in_ms / 2);
}

static inline const struct player *stage_player(const struct stage *stage) {
    return sitting_player(stage->window.play->sitting);
}

// Plays until that position, in steps of `step_ms`.
static inline void stage_play_to(struct stage *stage, int64_t position_ms, int64_t step_ms) {
    const struct player *player = stage_player(stage);
    while (player->state != PLAYER_ENDED && player->position_ms < position_ms) {
        int64_t left_ms = position_ms - player->position_ms;
        bool short_step = player->state == PLAYER_PLAYING && left_ms < step_ms;
        stage_pass(stage, short_step ? left_ms : step_ms);
        if (player->state == PLAYER_GATE && player->position_ms < position_ms) {
            sitting_answer(stage->window.play->sitting);
        }
    }
}

// A hand on the pointer shortly before: the controls are there.
static inline void stage_play_touched(struct stage *stage, int64_t position_ms) {
    enum { STEP_MS = 500, TOUCHED_MS = 600, SHORT_MS = 20 };
    stage_play_to(stage, position_ms - TOUCHED_MS, STEP_MS);
    stage->window.input_ms = clock_monotonic_ms();
    stage_play_to(stage, position_ms, SHORT_MS);
}

// A place in the second segment of that phase (in the first where there is only one).
static inline int64_t stage_find(const struct stage *stage, enum phase phase, double share) {
    const struct timeline *timeline = sitting_timeline(stage->window.play->sitting);
    const struct segment *found = NULL;
    for (int i = 0, seen = 0; i < timeline->segment_count && seen < 2; i++) {
        if (timeline->segments[i].phase == phase) {
            found = &timeline->segments[i];
            seen++;
        }
    }
    if (!found) {
        stage_fail(stage->routine, &(struct error){.text = "it has no such phase"});
    }
    return found->start_ms + (int64_t)(share * (double)(found->end_ms - found->start_ms));
}
