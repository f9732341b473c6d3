// SPDX-License-Identifier: MIT
#pragma once

#include <assert.h>

#include "app/field.h"
#include "app/profile.h"
#include "app/shot.h"
#include "app/stage_told.h"

// What the person can tell of herself.

static inline void shot_profile(struct stage *stage, const struct shot *shot) {
    (void)shot;
    shot_first(stage, shot);
    window_act(&stage->window, (struct act){ACT_PROFILE, -1});
}

static inline void shot_profile_told(struct stage *stage, const struct shot *shot) {
    stage_tell_much(stage);
    shot_profile(stage, shot);
}

// The item stands where others have their routine.
static inline void shot_item(struct stage *stage, const struct shot *shot) {
    shot_profile(stage, shot);
    window_act(&stage->window, (struct act){ACT_ITEM, profile_item_find(shot->routine)});
}

static inline void shot_item_told(struct stage *stage, const struct shot *shot) {
    stage_tell_much(stage);
    shot_item(stage, shot);
}

static inline void shot_item_wrong(struct stage *stage, const struct shot *shot) {
    shot_item(stage, shot);
    field_set(&stage->window.field, "31.2.2026");
    window_act(&stage->window, (struct act){ACT_BACK, 0});
    assert(stage->window.screen == SCREEN_ITEM);
}

static inline void shot_item_kept(struct stage *stage, const struct shot *shot) {
    shot_item(stage, shot);
    window_act(&stage->window, (struct act){ACT_TELL, 3});
}
