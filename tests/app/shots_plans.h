// SPDX-License-Identifier: MIT
#pragma once

#include <assert.h>

#include "app/shot.h"
#include "app/stage_plans.h"

// Plans, those that come as a file, and the routines that travel in them.

static inline void shot_plans(struct stage *stage, const struct shot *shot) {
    shot_first(stage, shot);
    plans_show_all(&stage->window);
}

static inline void shot_plans_kept(struct stage *stage, const struct shot *shot) {
    stage_plans(stage);
    stage_starter(stage, "warm", 30);
    stage_starter(stage, "quiet", 3);
    shot_plans(stage, shot);
}

static inline void shot_plan(struct stage *stage, const struct shot *shot) {
    stage_plans(stage);
    shot_first(stage, shot);
    window_act(&stage->window, (struct act){ACT_PLANS, 0});
    assert(stage->window.screen == SCREEN_PLAN);
}

static inline void shot_plan_seen(struct stage *stage, const struct shot *shot) {
    shot_plan(stage, shot);
    window_act(&stage->window, (struct act){ACT_SEEN, 0});
    window_act(&stage->window, (struct act){ACT_FOLD, PLANS_FOLD_VERSIONS});
}

static inline void shot_starter(struct stage *stage, const struct shot *shot) {
    shot_plans(stage, shot);
    window_act(&stage->window, (struct act){ACT_STARTER, 1});
}

static inline void shot_plan_pause(struct stage *stage, const struct shot *shot) {
    shot_plan(stage, shot);
    window_act(&stage->window, (struct act){ACT_PLAN_PAUSE, 0});
}

// Another side than she told, and a dose outside the published range.
static inline void shot_plan_coming(struct stage *stage, const struct shot *shot) {
    stage_plan(stage, "weeks-1-4", stage_plan_first, 19);
    stage_tell(stage, "condition", "hfs");
    stage_tell(stage, "affected", "right");
    shot_first(stage, shot);
    stage_drop(stage, "format = 1; id = \"weeks-1-4\"; title = \"Weeks 5 to 8: small and often\";\n"
                      "author = \"A. Therapist\"; from = \"2026-11-23\"; to = \"2026-12-20\";\n"
                      "profile = { condition = [ \"synk\" ]; affected = \"left\"; };\n"
                      "items = (\n"
                      "{ routine = \"nmr-smile-eyes-open\"; per_day = 3; hold = 20.0; },\n"
                      "{ routine = \"relax-face-let-go\"; per_day = 2; } );\n");
    assert(stage->window.screen == SCREEN_PLAN);
}

// The side is asked, and another one was answered than the plan is for.
static inline void shot_plan_whose(struct stage *stage, const struct shot *shot) {
    shot_first(stage, shot);
    stage_drop(stage, "format = 1; id = \"weeks-1-4\"; title = \"Weeks 1 to 4: quiet the eye\";\n"
                      "author = \"A. Therapist\"; contact = \"Clinic, 030 1234\";\n"
                      "from = \"2026-11-23\"; to = \"2026-12-20\";\n"
                      "profile = { condition = [ \"hfs\" ]; affected = \"left\"; };\n"
                      "items = (\n"
                      "{ routine = \"relax-face-let-go\"; per_day = 2; },\n"
                      "{ routine = \"breath-calm\"; per_day = 1; } );\n");
    assert(stage->window.plans->whose.asked);
    window_act(&stage->window, (struct act){ACT_SIDE, SIDE_LEFT});
}

static inline void shot_plan_whose_other(struct stage *stage, const struct shot *shot) {
    shot_plan_whose(stage, shot);
    window_act(&stage->window, (struct act){ACT_SIDE, SIDE_RIGHT});
}

static inline void shot_carried(struct stage *stage, const struct shot *shot) {
    stage_carrying(stage);
    shot_first(stage, shot);
    page_open(&stage->window, repertoire_find(&stage->window, "own-stretch"));
    window_act(&stage->window, (struct act){ACT_FOLD, PAGE_FOLD_ADJUST});
}

static inline void shot_carried_list(struct stage *stage, const struct shot *shot) {
    stage_carrying(stage);
    shot_first(stage, shot);
    list_show_filter(&stage->window, FILTER_ALL);
}

static inline void shot_carried_plan(struct stage *stage, const struct shot *shot) {
    stage_carrying(stage);
    shot_first(stage, shot);
    window_act(&stage->window, (struct act){ACT_PLANS, 0});
    assert(stage->window.screen == SCREEN_PLAN);
}

static inline void shot_carried_look(struct stage *stage, const struct shot *shot) {
    shot_first(stage, shot);
    stage_drop(stage, stage_plan_carrying);
    window_act(&stage->window, (struct act){ACT_LOOK, 0});
    assert(stage->window.screen == SCREEN_PAGE);
}

static inline void shot_plan_faults(struct stage *stage, const struct shot *shot) {
    shot_first(stage, shot);
    stage_drop(stage, "format = 1; id = \"weeks-5-8\"; title = \"Weeks 5 to 8\";\n"
                      "author = \"A. Therapist\"; from = \"2026-11-23\"; to = \"2026-11-20\";\n"
                      "items = (\n"
                      "{ routine = \"nmr-smile-eyes-opn\"; per_day = 3; },\n"
                      "{ routine = \"relax-face-let-go\"; per_day = 200; } );\n");
    assert(stage->window.screen == SCREEN_PLAN_FILE);
}
