// SPDX-License-Identifier: MIT
#pragma once

#include "app/audit.h"
#include "app/entry_values.h"
#include "base/memory.h"

// An entry of each kind with all of it told, put into the history and opened; and what the history
// holds of it. To be included behind cmocka.h.

enum sample {
    A_RATING,
    A_FORM,
    A_WEEK,
    AN_INJECTION,
    A_MEDICINE,
    A_COUNT,
    A_QUESTION,
    A_TASK,
    A_SPASM,
    A_TICKED,
    A_PLAYED,
    SAMPLES
};

static inline struct diary_entry moment_of(enum moment_kind kind, int64_t day, struct wall at) {
    bool spasm = kind == MOMENT_SPASM, count = kind == MOMENT_COUNT;
    return (struct diary_entry){.kind = REMOVAL_MOMENT,
                                .day = day,
                                .moment = {.kind = kind,
                                           .at = at,
                                           .per_minute = count ? 12 : -1,
                                           .strength = spasm ? 6 : -1,
                                           .side = spasm ? SIDE_LEFT : SIDE_NONE,
                                           .places = spasm ? 1u << PLACE_CHEEK : 0,
                                           .ticks = spasm ? UINT64_C(1) << TICK_WIND : 0,
                                           .text = spasm || count ? NULL : memory_text("as it was"),
                                           .note = memory_text("noted")}};
}

static inline struct diary_entry session_of(const char *source, int64_t day, struct wall at) {
    struct diary_entry entry = {.kind = REMOVAL_SESSION,
                                .day = day,
                                .session = {.routine = "rom-lips",
                                            .title = "Lips",
                                            .category = CATEGORY_ROM,
                                            .started = at,
                                            .seen = {at.utc_s + 100, at.offset_min},
                                            .status = SESSION_PARTIAL,
                                            .ending = ENDING_TIRED,
                                            .why = WHY_TIRED,
                                            .played_ms = 90000,
                                            .planned_ms = 300000,
                                            .before = 6,
                                            .after = 4,
                                            .feel = FEEL_CALMER,
                                            .note = memory_text("noted")}};
    text_copy(entry.session.source, sizeof entry.session.source, source);
    return entry;
}

static inline struct diary_entry event_of(enum event_kind kind, int64_t day) {
    return (struct diary_entry){.kind = REMOVAL_EVENT,
                                .day = day,
                                .event = {.kind = kind,
                                          .day = day,
                                          .until_day = day + 1,
                                          .rated = kind == EVENT_TOXIN,
                                          .effect = 70,
                                          .note = memory_text("noted")}};
}

static inline struct diary_entry sample_of(struct stage *stage, enum sample sample) {
    const struct house *house = &stage->house;
    int64_t day = house_today(house) - 3;
    struct wall at = clock_wall_now(&house->clock);
    struct diary_entry entry;
    at.utc_s -= 3 * 86400;
    switch (sample) {
    case A_RATING:
        entry = diary_entry_empty(house, REMOVAL_RATING, day);
        entry.rating.twitch = 5;
        entry.rating.severity = entry.rating.frequency = 2;
        entry.rating.side = SIDE_LEFT;
        entry.rating.places = 1u << PLACE_CHEEK;
        entry.rating.note = memory_text("noted");
        return entry;
    case A_FORM:
        entry = diary_entry_empty(house, REMOVAL_DAY, day);
        entry.form.fields[FIELD_STRESS] = 6;
        entry.form.note = memory_text("noted");
        return entry;
    case A_WEEK:
        entry = diary_entry_empty(house, REMOVAL_WEEK, day);
        entry.week.severity = entry.week.frequency = entry.week.impact = 2;
        entry.week.note = memory_text("noted");
        return entry;
    case AN_INJECTION:
        return event_of(EVENT_TOXIN, day);
    case A_MEDICINE:
        return event_of(EVENT_MEDICINE, day);
    case A_COUNT:
        return moment_of(MOMENT_COUNT, day, at);
    case A_QUESTION:
        return moment_of(MOMENT_QUESTION, day, at);
    case A_TASK:
        return moment_of(MOMENT_TASK, day, at);
    case A_SPASM:
        return moment_of(MOMENT_SPASM, day, at);
    case A_TICKED:
        return session_of("ticked", day, at);
    default:
        return session_of("played", day, at);
    }
}

static inline int open_empty(void **state) {
    open_stage(state);
    struct stage *stage = *state;
    first_show(&stage->window);
    paint(stage);
    press(stage, SDLK_d);
    return 0;
}

// Put into the history, and its page opened.
static inline void open_sample(struct stage *stage, enum sample sample) {
    struct diary_entry entry = sample_of(stage, sample);
    struct error err = {0};
    if (!diary_entry_put(&stage->house, &entry, &err)) {
        fail_msg("sample %d: %s", (int)sample, err.text);
    }
    diary_open(&stage->window, &entry);
    paint(stage);
    diary_entry_free(&entry);
}

// All that it says, as one text.
static inline void tell_value(struct text_builder *text, const struct diary_entry *entry,
                              enum diary_value value) {
    struct diary_entry read = *entry;
    struct diary_date date;
    switch (diary_value_row(value).type) {
    case TYPE_TEXT:
        text_add(text, *diary_value_text(&read, value) ? *diary_value_text(&read, value) : "-");
        break;
    case TYPE_DATE:
        date = diary_value_date(entry, value);
        text_add_format(text, "%lld/%lld", (long long)date.day,
                        date.timed ? (long long)date.at.utc_s : 0);
        break;
    case TYPE_WORDS:
        text_add_format(text, "%llx", (unsigned long long)diary_value_bits(entry, value));
        break;
    default:
        text_add_format(text, "%g", diary_value_number(entry, value));
        break;
    }
    text_add(text, ";");
}

static inline char *tell(const struct diary_entry *entry) {
    struct text_builder text = {0};
    for (int value = 0; value < DIARY_VALUES; value++) {
        if (diary_value_belongs(entry, (enum diary_value)value)) {
            tell_value(&text, entry, (enum diary_value)value);
        }
    }
    return text.text;
}

// What the history holds of the samples' kind, newest day first, without those of the stage.
static inline char *tell_stored(struct stage *stage, const struct diary_entry *like) {
    struct diary_entry_list list;
    struct error err = {0};
    char *told = NULL;
    int64_t today = house_today(&stage->house);
    assert_true(diary_entries_read(&stage->house, today - 60, today, &list, &err));
    for (int i = 0; i < list.count; i++) {
        const struct diary_entry *entry = &list.entries[i];
        bool stages = entry->kind == REMOVAL_SESSION &&
                      strcmp(entry->session.routine, like->session.routine) != 0;
        if (entry->kind == like->kind && !stages) {
            memory_free(told);
            told = tell(entry);
        }
    }
    diary_entry_list_free(&list);
    return told;
}

static inline void expect_stored(struct stage *stage, const struct diary_entry *like,
                                 const char *text) {
    char *stored = tell_stored(stage, like);
    assert_non_null(stored);
    assert_string_equal(stored, text);
    memory_free(stored);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_empty, close_stage)
