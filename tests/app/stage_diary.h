// SPDX-License-Identifier: MIT
#pragma once

#include "app/diary.h"
#include "app/stage.h"

// A diary that was kept for a while.

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
