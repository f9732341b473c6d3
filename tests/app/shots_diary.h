// SPDX-License-Identifier: MIT
#pragma once

#include "app/field.h"
#include "app/focus.h"
#include "app/shot.h"
#include "app/stage_diary.h"

// The diary, its lists and its pages.

static inline void shot_diary_empty(struct stage *stage, const struct shot *shot) {
    shot_first(stage, shot);
    window_act(&stage->window, (struct act){ACT_DIARY, 0});
}

static inline void shot_diary(struct stage *stage, const struct shot *shot) {
    stage_keep_diary(stage);
    shot_diary_empty(stage, shot);
    window_act(&stage->window, (struct act){ACT_RATE, 4});
    window_act(&stage->window, (struct act){ACT_UNDO, 0});
    window_act(&stage->window, (struct act){ACT_RATE, 4});
}

static inline void shot_diary_more(struct stage *stage, const struct shot *shot) {
    stage_keep_diary(stage);
    shot_diary_empty(stage, shot);
    window_act(&stage->window, (struct act){ACT_TICK, TICK_BRIGHT_LIGHT});
    window_act(&stage->window, (struct act){ACT_FOLD, DIARY_FOLD_WEEK});
    window_act(&stage->window, (struct act){ACT_GRADE, GRADE_SEVERITY * GRADE_PITCH + 2});
    window_act(&stage->window, (struct act){ACT_FOLD, DIARY_FOLD_MORE});
    focus_on(&stage->window, (struct act){ACT_FOLD, DIARY_FOLD_MORE});
}

static inline void shot_diary_before(struct stage *stage, const struct shot *shot) {
    stage_keep_diary(stage);
    shot_diary_empty(stage, shot);
    window_act(&stage->window, (struct act){ACT_DAY, -1});
    window_act(&stage->window, (struct act){ACT_DAY, -1});
}

static inline void shot_diary_note(struct stage *stage, const struct shot *shot) {
    shot_diary_empty(stage, shot);
    window_act(&stage->window, (struct act){ACT_NOTE, WRITE_DAY_NOTE});
}

static inline void shot_entries(struct stage *stage, const struct shot *shot) {
    shot_diary(stage, shot);
    window_act(&stage->window, (struct act){ACT_ENTRIES, DIARY_LIST_ALL});
}

static inline void shot_events(struct stage *stage, const struct shot *shot) {
    shot_diary(stage, shot);
    window_act(&stage->window, (struct act){ACT_ENTRIES, DIARY_LIST_EVENTS});
}

static inline void shot_event(struct stage *stage, const struct shot *shot) {
    shot_events(stage, shot);
    window_act(&stage->window, (struct act){ACT_ADD, EVENT_TOXIN});
}

static inline void shot_event_begin(struct stage *stage, const struct shot *shot) {
    shot_event(stage, shot);
    window_act(&stage->window, (struct act){ACT_NOTE, WRITE_BEGIN});
    field_set(&stage->window.field, "three days ago");
}

static inline void shot_appointment(struct stage *stage, const struct shot *shot) {
    shot_diary(stage, shot);
    window_act(&stage->window, (struct act){ACT_ENTRIES, DIARY_LIST_QUESTIONS});
}

static inline void shot_entry(struct stage *stage, const struct shot *shot) {
    shot_entries(stage, shot);
    window_act(&stage->window, (struct act){ACT_ENTRY, 0});
}

// The page of the newest entry of a kind.
static inline void shot_entry_of(struct stage *stage, const struct shot *shot,
                                 enum removal_kind kind, enum moment_kind moment) {
    shot_entries(stage, shot);
    const struct diary_entry_list *list = &stage->window.diary->list;
    for (int i = 0; i < list->count; i++) {
        const struct diary_entry *entry = &list->entries[i];
        if (entry->kind == kind && (kind != REMOVAL_MOMENT || entry->moment.kind == moment)) {
            window_act(&stage->window, (struct act){ACT_ENTRY, i});
            return;
        }
    }
}

static inline void shot_entry_spasm(struct stage *stage, const struct shot *shot) {
    stage_put(stage, (struct diary_entry){.kind = REMOVAL_MOMENT,
                                          .moment = {.kind = MOMENT_SPASM,
                                                     .at = {.utc_s = stage_evening.utc_s - 7200,
                                                            .offset_min = stage_evening.offset_min},
                                                     .per_minute = -1,
                                                     .strength = 6,
                                                     .side = SIDE_LEFT,
                                                     .places = 1u << PLACE_CHEEK,
                                                     .ticks = UINT64_C(1) << TICK_WIND}});
    shot_entry_of(stage, shot, REMOVAL_MOMENT, MOMENT_SPASM);
}

static inline void shot_entry_session(struct stage *stage, const struct shot *shot) {
    shot_entry_of(stage, shot, REMOVAL_SESSION, MOMENT_SPASM);
}

static inline void shot_entry_number(struct stage *stage, const struct shot *shot) {
    shot_entry_of(stage, shot, REMOVAL_RATING, MOMENT_SPASM);
}

static inline void shot_spasm(struct stage *stage, const struct shot *shot) {
    shot_first(stage, shot);
    window_act(&stage->window, (struct act){ACT_SPASM, 0});
    window_act(&stage->window, (struct act){ACT_PLACE, PLACE_CHEEK});
}

static inline void shot_minute(struct stage *stage, const struct shot *shot) {
    shot_first(stage, shot);
    window_act(&stage->window, (struct act){ACT_MINUTE, 0});
}

static inline void shot_minute_runs(struct stage *stage, const struct shot *shot) {
    shot_minute(stage, shot);
    window_act(&stage->window, (struct act){ACT_BEGIN, 0});
    for (int i = 0; i < 12; i++) {
        window_act(&stage->window, (struct act){ACT_TWITCH, 0});
    }
}

static inline void shot_minute_done(struct stage *stage, const struct shot *shot) {
    shot_minute_runs(stage, shot);
    *stage_now_us() += 60000000;
    minute_screen.tick(&stage->window);
}

static inline void shot_effect(struct stage *stage, const struct shot *shot) {
    stage_rate(stage, 0, 3);
    stage_event(stage, EVENT_TOXIN, 30, NULL);
    shot_first(stage, shot);
}
