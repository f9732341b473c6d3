// SPDX-License-Identifier: MIT
#pragma once

#include "app/diary.h"

// A diary that was kept for a while, and its screens. Part of stage.h, which includes it where it
// belongs.

static inline void stage_put(struct stage *stage, struct diary_entry entry) {
    struct error err = {0};
    if (!diary_entry_put(&stage->house, &entry, &err)) {
        stage_fail("diary", &err);
    }
    diary_entry_free(&entry);
}

static inline void stage_put_moment(struct stage *stage, enum moment_kind kind, int hours_ago,
                                    const char *text, int per_minute) {
    stage_put(stage, (struct diary_entry){
                         .kind = REMOVAL_MOMENT,
                         .moment = {.kind = kind,
                                    .at = {.utc_s = stage_evening.utc_s - hours_ago * 3600,
                                           .offset_min = stage_evening.offset_min},
                                    .per_minute = per_minute,
                                    .text = text ? memory_text(text) : NULL}});
}

static inline void stage_rate(struct stage *stage, int days_ago, int twitch) {
    struct house *house = &stage->house;
    struct diary_entry entry =
        diary_entry_empty(house, REMOVAL_RATING, house_today(house) - days_ago);
    entry.rating.twitch = twitch;
    entry.rating.side = SIDE_LEFT;
    entry.rating.places = 1u << PLACE_LOWER_LID | 1u << PLACE_CHEEK;
    stage_put(stage, entry);
}

static inline void stage_event(struct stage *stage, enum event_kind kind, int days_ago,
                               const char *note) {
    int64_t day = house_today(&stage->house) - days_ago;
    stage_put(stage, (struct diary_entry){.kind = REMOVAL_EVENT,
                                          .day = day,
                                          .event = {.kind = kind,
                                                    .day = day,
                                                    .until_day = EVENT_OPEN,
                                                    .note = note ? memory_text(note) : NULL}});
}

static inline void stage_keep_diary(struct stage *stage) {
    static const int numbers[] = {4, 5, 3, 4, 6, 5};
    struct house *house = &stage->house;
    for (int i = 0; i < 6; i++) {
        stage_rate(stage, i + 1, numbers[i]);
    }
    stage_event(stage, EVENT_TOXIN, 9, NULL);
    stage_event(stage, EVENT_MEDICINE, 40, "carbamazepine 200 mg");
    stage_put_moment(stage, MOMENT_QUESTION, 30, "May I swim after the injection?", -1);
    stage_put_moment(stage, MOMENT_QUESTION, 5, "Is a smaller dose possible near the mouth?", -1);
    stage_put_moment(stage, MOMENT_COUNT, 4, NULL, 12);
    struct diary_entry form = diary_entry_empty(house, REMOVAL_DAY, house_today(house));
    form.form.fields[FIELD_STRESS] = 6;
    form.form.fields[FIELD_SLEEP] = 6.5;
    form.form.fields[FIELD_CAFFEINE] = 3;
    stage_put(stage, form);
    house->settings.goal_sleep_min = 450;
    house->settings.goal_caffeine = 2;
}

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
