// SPDX-License-Identifier: MIT
#pragma once

#include <assert.h>

#include "app/field.h"
#include "app/focus.h"
#include "app/shot.h"
#include "app/stage_told.h"

// The list of routines, and a row of them that plays.

static inline void shot_list(struct stage *stage, const struct shot *shot) {
    (void)shot;
    list_show_filter(&stage->window, FILTER_ALL);
}

// What stands as the routine is written into the field.
static inline void shot_search(struct stage *stage, const struct shot *shot) {
    list_show_search(&stage->window);
    field_set(&stage->window.field, "");
    field_insert(&stage->window.field, shot->routine);
    window_act(&stage->window, (struct act){ACT_SEARCH, 0});
}

// With linked movements some are closed, some wait for a plan, some start small.
static inline void shot_told(struct stage *stage, const struct shot *shot) {
    (void)shot;
    stage_tell(stage, "condition", "synk");
    list_show_filter(&stage->window, FILTER_FACE);
}

// What is closed, folded out.
static inline void shot_closed(struct stage *stage, const struct shot *shot) {
    (void)shot;
    stage_tell(stage, "condition", "synk");
    list_show_filter(&stage->window, FILTER_ALL);
    window_act(&stage->window, (struct act){ACT_FOLD, 0});
    focus_on(&stage->window, (struct act){ACT_FOLD, 0});
}

// Two of a row are marked.
static inline void shot_marks(struct stage *stage, const struct shot *shot) {
    (void)shot;
    struct window *window = &stage->window;
    list_show_filter(window, FILTER_ALL);
    window_act(window, (struct act){ACT_MARKING, 0});
    window_act(window, (struct act){ACT_MARK, window->list->hits[2]});
    window_act(window, (struct act){ACT_MARK, window->list->hits[0]});
    focus_on(window, (struct act){ACT_MARK, window->list->hits[0]});
}

// Between two of a row, the first played whole or stopped.
static inline void shot_between(struct stage *stage, enum why why) {
    struct window *window = &stage->window;
    const struct catalog *catalog = &stage->house.catalog;
    const int entries[] = {(int)(catalog_find(catalog, "relax-let-go-60") - catalog->entries),
                           (int)(catalog_find(catalog, "breath-calm") - catalog->entries),
                           (int)(catalog_find(catalog, "med-body-scan") - catalog->entries)};
    if (!session_prepare(window, entries, 3, false)) {
        stage_fail("chain", &(struct error){.text = "it cannot be prepared"});
    }
    session_begin(window);
    stage_pass(stage, 0);
    stage_play_to(stage, 30000, 500);
    session_end(window, why);
}

static inline void shot_next(struct stage *stage, const struct shot *shot) {
    (void)shot;
    shot_between(stage, WHY_NONE);
}

static inline void shot_go_on(struct stage *stage, const struct shot *shot) {
    (void)shot;
    shot_between(stage, WHY_PAIN);
}
