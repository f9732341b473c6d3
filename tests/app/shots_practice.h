// SPDX-License-Identifier: MIT
#pragma once

#include <assert.h>

#include "app/practice_form.h"
#include "app/shots_page.h"
#include "app/stage_plans.h"
#include "app/without.h"

// What was done without the screen.

// The sheet, as it opens and with all of it told.
static inline void shot_without(struct stage *stage, const struct shot *shot) {
    shot_page(stage, shot);
    window_act(&stage->window, (struct act){ACT_WITHOUT, 0});
    assert(stage->window.screen == SCREEN_WITHOUT);
}

static inline void shot_without_told(struct stage *stage, const struct shot *shot) {
    shot_without(stage, shot);
    static const struct act told[] = {{ACT_DAY, 1},
                                      {ACT_STEP, WITHOUT_MIDDAY},
                                      {ACT_AMOUNT, WITHOUT_PULL},
                                      {ACT_FEEL, FEEL_SAME}};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        window_act(&stage->window, told[i]);
    }
}

// A week of a plan: some of it recorded, some ticked, some open, and one routine beside it.
static inline void shot_practice(struct stage *stage, const struct shot *shot) {
    static const struct act ticks[] = {
        {ACT_CELL, 0 * PRACTICE_PITCH + 4}, {ACT_CELL, 0 * PRACTICE_PITCH + 4},
        {ACT_CELL, 0 * PRACTICE_PITCH + 4}, {ACT_CELL, 0 * PRACTICE_PITCH + 5},
        {ACT_CELL, 3 * PRACTICE_PITCH + 2}, {ACT_CELL_DAY, 3},
    };
    stage_tell(stage, "condition", "synk");
    stage_tell(stage, "answers", "no,no,no");
    stage_plan(stage, "weeks-1-4", stage_plan_second, 19);
    stage_played(stage, "relax-face-let-go", 300);
    stage_played(stage, "relax-face-let-go", 1800);
    stage_played(stage, "nmr-smile-eyes-open", 1860);
    stage_played(stage, "relax-face-let-go", 1900);
    shot_first(stage, shot);
    window_act(&stage->window, (struct act){ACT_PRACTICE, 0});
    for (size_t i = 0; i < sizeof ticks / sizeof *ticks; i++) {
        window_act(&stage->window, ticks[i]);
    }
    stage->window.message_until_ms = 0;
    stage->window.message[0] = '\0';
}

// Nobody asks for anything: what was done lately.
static inline void shot_practice_free(struct stage *stage, const struct shot *shot) {
    shot_first(stage, shot);
    window_act(&stage->window, (struct act){ACT_PRACTICE, 0});
    assert(stage->window.screen == SCREEN_PRACTICE);
}

static inline void shot_practice_rests(struct stage *stage, const struct shot *shot) {
    stage_starter(stage, "quiet", 3);
    stage_rest(stage);
    shot_first(stage, shot);
    window_act(&stage->window, (struct act){ACT_PRACTICE, 0});
}

static inline void shot_practice_nothing(struct stage *stage, const struct shot *shot) {
    stage_forget_sessions(stage, 0);
    shot_practice_free(stage, shot);
}
