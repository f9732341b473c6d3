// SPDX-License-Identifier: MIT
#pragma once

#include <assert.h>

#include "app/shots_list.h"
#include "core/routine_kind.h"

// The page of a routine and what is asked before it plays.

static inline void shot_page(struct stage *stage, const struct shot *shot) {
    const struct catalog *catalog = &stage->house.catalog;
    list_show_filter(&stage->window, FILTER_ALL);
    for (int i = 0; i < catalog->count; i++) {
        if (strcmp(catalog->entries[i].id, shot->routine) == 0) {
            window_act(&stage->window, (struct act){ACT_OPEN, i});
        }
    }
}

static inline void shot_told_page(struct stage *stage, const struct shot *shot) {
    shot_told(stage, shot);
    shot_page(stage, shot);
}

// Shut by an answer of her own, which can be given anew.
static inline void shot_answered(struct stage *stage, const struct shot *shot) {
    stage_tell(stage, "answers", "no,no,yes");
    shot_page(stage, shot);
}

// What she told puts cautions of her own before the others.
static inline void shot_own_care(struct stage *stage, const struct shot *shot) {
    stage_tell(stage, "asks", "blood-thinners,metal plate");
    shot_page(stage, shot);
}

static inline void shot_side(struct stage *stage, const struct shot *shot) {
    stage_tell(stage, "condition", "palsy-weak");
    shot_page(stage, shot);
    window_act(&stage->window, (struct act){ACT_START, 0});
    for (int i = 0; i < 3; i++) {
        window_act(&stage->window, (struct act){ACT_ANSWER, 3});
    }
    assert(stage->window.screen == SCREEN_QUESTIONS);
}

static inline void shot_question(struct stage *stage, const struct shot *shot) {
    shot_page(stage, shot);
    window_act(&stage->window, (struct act){ACT_START, 0});
    assert(stage->window.screen == SCREEN_QUESTIONS);
}

static inline void shot_anyway(struct stage *stage, const struct shot *shot) {
    shot_told_page(stage, shot);
    window_act(&stage->window, (struct act){ACT_ANYWAY, 0});
    assert(stage->window.screen == SCREEN_ANYWAY);
}

static inline void shot_enough(struct stage *stage, const struct shot *shot) {
    stage_played(stage, shot->routine, 30);
    shot_page(stage, shot);
}

static inline void shot_sources(struct stage *stage, const struct shot *shot) {
    shot_page(stage, shot);
    window_act(&stage->window, (struct act){ACT_FOLD, 0});
}

// Fewer, held for longer, one side; or slower and shorter.
static inline void shot_adjust(struct stage *stage, const struct shot *shot) {
    struct window *window = &stage->window;
    shot_page(stage, shot);
    window_act(window, (struct act){ACT_FOLD, PAGE_FOLD_ADJUST});
    window_act(window, (struct act){ACT_ADJUST, 2 * WISH_REPS});
    window_act(window, (struct act){ACT_ADJUST, 2 * WISH_HOLD + 1});
    window_act(window, (struct act){ACT_ADJUST, 2 * WISH_TEMPO + 1});
    window_act(window, (struct act){ACT_ADJUST, 2 * WISH_LENGTH});
    if (routine_has_sides(&stage->house.catalog.entries[window->page->entry].routine)) {
        window_act(window, (struct act){ACT_ADJUST, PAGE_SIDES + 1});
    }
    window->message[0] = '\0'; // the toast is a screen of its own
    focus_on(window, (struct act){ACT_ADJUST, PAGE_AS_WRITTEN});
}

static inline void shot_adjusted(struct stage *stage, const struct shot *shot) {
    shot_adjust(stage, shot);
    window_act(&stage->window, (struct act){ACT_FOLD, PAGE_FOLD_ADJUST});
    focus_on(&stage->window, (struct act){ACT_FOLD, PAGE_FOLD_ADJUST});
}
