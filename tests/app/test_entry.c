// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence

// Every value of every kind of entry is put right on its page: the history holds the new one, the
// audit the old one, and it can be taken back. And every kind can be deleted and comes back.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/audit.h"
#include "app/entry_values.h"
#include "app/hand.h"
#include "base/memory.h"

// A kind of entry, with all of it told.
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

static struct diary_entry moment_of(enum moment_kind kind, int64_t day, struct wall at) {
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

static struct diary_entry session_of(const char *source, int64_t day, struct wall at) {
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

static struct diary_entry event_of(enum event_kind kind, int64_t day) {
    return (struct diary_entry){.kind = REMOVAL_EVENT,
                                .day = day,
                                .event = {.kind = kind,
                                          .day = day,
                                          .until_day = day + 1,
                                          .rated = kind == EVENT_TOXIN,
                                          .effect = 70,
                                          .note = memory_text("noted")}};
}

static struct diary_entry sample_of(struct stage *stage, enum sample sample) {
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

// How a value is put right: a choice, or a line that is written; and what the audit then holds.
struct correction {
    enum sample sample;
    enum diary_value value;
    int choice;           // -1: written
    enum writing writing; // of what is written
    const char *written;
    const char *table, *column;
    const char *was; // NULL: a time, which is not looked at
};

#define CHOSEN(value, choice) value, choice, WRITE_NOTHING, NULL
#define WRITTEN(value, writing, text) value, -1, writing, text

static const struct correction corrections[] = {
    {A_RATING, CHOSEN(VALUE_TWITCH, 7), "ratings", "twitch", "5"},
    {A_RATING, CHOSEN(VALUE_SEVERITY, 1), "ratings", "severity", "2"},
    {A_RATING, CHOSEN(VALUE_FREQUENCY, 3), "ratings", "frequency", "2"},
    {A_RATING, CHOSEN(VALUE_FREQUENCY, 2), "ratings", "frequency", "2"}, // taken back
    {A_RATING, CHOSEN(VALUE_SIDE, SIDE_RIGHT), "ratings", "side", "left"},
    {A_RATING, CHOSEN(VALUE_SIDE, SIDE_LEFT), "ratings", "side", "left"}, // taken back
    {A_RATING, CHOSEN(VALUE_PLACES, PLACE_BROW), "ratings", "regions", "cheek"},
    {A_RATING, CHOSEN(VALUE_PLACES, PLACE_CHEEK), "ratings", "regions", "cheek"},
    {A_RATING, WRITTEN(VALUE_NOTE, WRITE_NOTE, "another"), "ratings", "note", "noted"},
    {A_RATING, WRITTEN(VALUE_NOTE, WRITE_NOTE, ""), "ratings", "note", "noted"},
    {A_RATING, WRITTEN(VALUE_AT, WRITE_AT, "six days ago"), "ratings", "at_s", NULL},
    {A_FORM, WRITTEN(VALUE_NOTE, WRITE_NOTE, "another"), "days", "note", "noted"},
    {A_FORM, WRITTEN(VALUE_ON, WRITE_AT, "six days ago"), "days", "day", NULL},
    {A_WEEK, CHOSEN(VALUE_SEVERITY, 0), "weeks", "severity", "2"},
    {A_WEEK, CHOSEN(VALUE_FREQUENCY, 4), "weeks", "frequency", "2"},
    {A_WEEK, CHOSEN(VALUE_IMPACT, 10), "weeks", "impact", "2"},
    {A_WEEK, CHOSEN(VALUE_IMPACT, 2), "weeks", "impact", "2"}, // taken back
    {A_WEEK, WRITTEN(VALUE_NOTE, WRITE_NOTE, ""), "weeks", "note", "noted"},
    {A_WEEK, WRITTEN(VALUE_ON, WRITE_AT, "three weeks ago"), "weeks", "monday", NULL},
    {AN_INJECTION, CHOSEN(VALUE_EFFECT, 0), "events", "effect", "70"},
    {AN_INJECTION, CHOSEN(VALUE_EFFECT, 7), "events", "effect", "70"}, // taken back
    {AN_INJECTION, CHOSEN(VALUE_EVENT, EVENT_PROCEDURE), "events", "kind", "botulinum-toxin"},
    {AN_INJECTION, WRITTEN(VALUE_ON, WRITE_BEGIN, "ten days ago"), "events", "day", NULL},
    {AN_INJECTION, WRITTEN(VALUE_UNTIL, WRITE_END, ""), "events", "until_day", NULL},
    {A_MEDICINE, CHOSEN(VALUE_EVENT, EVENT_SUPPLEMENT), "events", "kind", "medicine"},
    {A_MEDICINE, WRITTEN(VALUE_UNTIL, WRITE_END, "yesterday"), "events", "until_day", NULL},
    {A_MEDICINE, WRITTEN(VALUE_NOTE, WRITE_NOTE, "another"), "events", "note", "noted"},
    {A_COUNT, WRITTEN(VALUE_PER_MINUTE, WRITE_PER_MINUTE, "0"), "moments", "per_minute", "12"},
    {A_COUNT, WRITTEN(VALUE_AT, WRITE_AT, "yesterday"), "moments", "at_s", NULL},
    {A_COUNT, WRITTEN(VALUE_NOTE, WRITE_NOTE, ""), "moments", "note", "noted"},
    {A_QUESTION, WRITTEN(VALUE_TEXT, WRITE_TEXT, "another"), "moments", "text", "as it was"},
    {A_QUESTION, WRITTEN(VALUE_AT, WRITE_AT, "yesterday"), "moments", "at_s", NULL},
    {A_QUESTION, WRITTEN(VALUE_NOTE, WRITE_NOTE, "another"), "moments", "note", "noted"},
    {A_TASK, WRITTEN(VALUE_TEXT, WRITE_TEXT, "another"), "moments", "text", "as it was"},
    {A_TASK, WRITTEN(VALUE_AT, WRITE_AT, "yesterday"), "moments", "at_s", NULL},
    {A_TASK, WRITTEN(VALUE_NOTE, WRITE_NOTE, "another"), "moments", "note", "noted"},
    {A_SPASM, CHOSEN(VALUE_STRENGTH, 0), "moments", "strength", "6"},
    {A_SPASM, CHOSEN(VALUE_STRENGTH, 6), "moments", "strength", "6"}, // taken back
    {A_SPASM, CHOSEN(VALUE_SIDE, SIDE_RIGHT), "moments", "side", "left"},
    {A_SPASM, CHOSEN(VALUE_PLACES, PLACE_BROW), "moments", "regions", "cheek"},
    {A_SPASM, CHOSEN(VALUE_TICKS, TICK_COLD), "moments", "ticks", "wind"},
    {A_SPASM, CHOSEN(VALUE_TICKS, TICK_WIND), "moments", "ticks", "wind"}, // taken back
    {A_SPASM, WRITTEN(VALUE_AT, WRITE_AT, "yesterday"), "moments", "at_s", NULL},
    {A_SPASM, WRITTEN(VALUE_NOTE, WRITE_NOTE, "another"), "moments", "note", "noted"},
    {A_TICKED, CHOSEN(VALUE_BEFORE, 3), "sessions", "rated_before", "6"},
    {A_TICKED, CHOSEN(VALUE_AFTER, 4), "sessions", "rated_after", "4"}, // taken back
    {A_TICKED, CHOSEN(VALUE_FEEL, FEEL_HURT), "sessions", "feel", "calmer"},
    {A_TICKED, CHOSEN(VALUE_ENDED, ENDING_PAIN), "sessions", "ended", "tired"},
    {A_TICKED, CHOSEN(VALUE_ENDED, ENDING_WELL), "sessions", "status", "partial"},
    {A_TICKED, CHOSEN(VALUE_WHY, WHY_PAIN), "sessions", "why", "tired"},
    {A_TICKED, WRITTEN(VALUE_PLAYED, WRITE_PLAYED, "4,5"), "sessions", "played_ms", "90000"},
    {A_TICKED, WRITTEN(VALUE_AT, WRITE_AT, "yesterday"), "sessions", "started_s", NULL},
    {A_TICKED, WRITTEN(VALUE_NOTE, WRITE_NOTE, "another"), "sessions", "note", "noted"},
    {A_PLAYED, CHOSEN(VALUE_BEFORE, 0), "sessions", "rated_before", "6"},
    {A_PLAYED, CHOSEN(VALUE_AFTER, 10), "sessions", "rated_after", "4"},
    {A_PLAYED, CHOSEN(VALUE_FEEL, FEEL_CALMER), "sessions", "feel", "calmer"}, // taken back
    {A_PLAYED, CHOSEN(VALUE_ENDED, ENDING_INTERRUPTED), "sessions", "ended", "tired"},
    {A_PLAYED, CHOSEN(VALUE_WHY, WHY_TIRED), "sessions", "why", "tired"}, // taken back
    {A_PLAYED, WRITTEN(VALUE_NOTE, WRITE_NOTE, ""), "sessions", "note", "noted"},
};
enum { CORRECTIONS = sizeof corrections / sizeof *corrections };

static int open_empty(void **state) {
    open_stage(state);
    struct stage *stage = *state;
    first_show(&stage->window);
    paint(stage);
    press(stage, SDLK_d);
    return 0;
}

// Put into the history, and its page opened.
static void open_sample(struct stage *stage, enum sample sample) {
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
static void tell_value(struct text_builder *text, const struct diary_entry *entry,
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

static char *tell(const struct diary_entry *entry) {
    struct text_builder text = {0};
    for (int value = 0; value < DIARY_VALUES; value++) {
        if (diary_value_belongs(entry, (enum diary_value)value)) {
            tell_value(&text, entry, (enum diary_value)value);
        }
    }
    return text.text;
}

// What the history holds of the samples' kind, newest day first, without those of the stage.
static char *tell_stored(struct stage *stage, const struct diary_entry *like) {
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

static void expect_stored(struct stage *stage, const struct diary_entry *like, const char *text) {
    char *stored = tell_stored(stage, like);
    assert_non_null(stored);
    assert_string_equal(stored, text);
    memory_free(stored);
}

static void correct(struct stage *stage, const struct correction *correction) {
    if (correction->choice >= 0) {
        int value = (int)correction->value * ENTRY_PITCH + correction->choice;
        if (!find(stage, ACT_CORRECT, value)) {
            fail_msg("value %d of sample %d has no choice %d", (int)correction->value,
                     (int)correction->sample, correction->choice);
        }
        act(stage, ACT_CORRECT, value);
        return;
    }
    assert_non_null(find(stage, ACT_NOTE, (int)correction->writing));
    act(stage, ACT_NOTE, (int)correction->writing);
    assert_int_equal(stage->window.screen, SCREEN_WRITE);
    write(stage, correction->written);
    press(stage, SDLK_RETURN);
    assert_string_equal(stage->window.diary->fault, "");
    assert_int_equal(stage->window.screen, SCREEN_ENTRY);
}

static void expect_audited(struct stage *stage, const struct correction *correction, int before) {
    struct error err = {0};
    struct statement row = statement_open(stage->house.store->database, "audit",
                                          "SELECT count(*) FROM audit WHERE kind = ? AND field = ?"
                                          " AND (was = ? OR ? IS NULL)",
                                          &err);
    statement_text(&row, correction->table);
    statement_text(&row, correction->column);
    statement_text(&row, correction->was);
    statement_text(&row, correction->was);
    assert_true(statement_step(&row));
    int count = (int)statement_column_whole(&row, 0);
    assert_true(statement_close(&row));
    if (count <= before) {
        fail_msg("the audit has no %s.%s = %s", correction->table, correction->column,
                 correction->was ? correction->was : "(any)");
    }
}

static void every_value_is_put_right_with_a_trace_and_taken_back(void **state) {
    for (int i = 0; i < CORRECTIONS; i++) {
        const struct correction *correction = &corrections[i];
        if (i > 0) {
            close_stage(state);
            open_empty(state);
        }
        struct stage *stage = *state;
        open_sample(stage, correction->sample);
        struct diary_entry like = diary_entry_copy(&stage->window.diary->open);
        char *was = tell(&like);
        expect_stored(stage, &like, was);
        correct(stage, correction);
        char *is = tell(&stage->window.diary->open);
        assert_string_not_equal(is, was);
        expect_stored(stage, &stage->window.diary->open, is);
        expect_audited(stage, correction, 0);
        undo(stage);
        expect_stored(stage, &like, was);
        memory_free(is);
        memory_free(was);
        diary_entry_free(&like);
    }
}

// The table above leaves nothing out: what a kind can say stands in it, but for the form of a day,
// which has a page of its own.
static void the_table_names_every_value_of_every_kind(void **state) {
    struct stage *stage = *state;
    for (int sample = 0; sample < SAMPLES; sample++) {
        struct diary_entry entry = sample_of(stage, (enum sample)sample);
        for (int value = 0; value < DIARY_VALUES; value++) {
            bool there = false;
            for (int i = 0; i < CORRECTIONS; i++) {
                there = there || ((int)corrections[i].sample == sample &&
                                  (int)corrections[i].value == value);
            }
            bool needed = diary_value_belongs(&entry, (enum diary_value)value);
            bool form = sample == A_FORM && value != VALUE_NOTE && value != VALUE_ON;
            // A medicine and an injection are one kind.
            bool twin = (sample == A_MEDICINE && value == VALUE_ON) ||
                        (sample == AN_INJECTION && value == VALUE_NOTE);
            if (needed && !there && !form && !twin) {
                fail_msg("sample %d, value %d", sample, value);
            }
            assert_false(there && !needed);
        }
        diary_entry_free(&entry);
    }
}

static void every_kind_is_deleted_with_a_trace_and_comes_back(void **state) {
    static const struct {
        const char *table, *column, *was;
    } traces[SAMPLES] = {
        [A_RATING] = {"ratings", "twitch", "5"},
        [A_FORM] = {"days", "stress", "6"},
        [A_WEEK] = {"weeks", "impact", "2"},
        [AN_INJECTION] = {"events", "effect", "70"},
        [A_MEDICINE] = {"events", "kind", "medicine"},
        [A_COUNT] = {"moments", "per_minute", "12"},
        [A_QUESTION] = {"moments", "text", "as it was"},
        [A_TASK] = {"moments", "text", "as it was"},
        [A_SPASM] = {"moments", "strength", "6"},
        [A_TICKED] = {"sessions", "played_ms", "90000"},
        [A_PLAYED] = {"sessions", "rated_before", "6"},
    };
    for (int sample = 0; sample < SAMPLES; sample++) {
        if (sample > 0) {
            close_stage(state);
            open_empty(state);
        }
        struct stage *stage = *state;
        open_sample(stage, (enum sample)sample);
        struct diary_entry like = diary_entry_copy(&stage->window.diary->open);
        char *was = tell(&like);
        act(stage, ACT_REMOVE, 0);
        assert_null(tell_stored(stage, &like));
        assert_int_equal(
            audited(stage, traces[sample].table, traces[sample].column, traces[sample].was), 1);
        undo(stage);
        expect_stored(stage, &like, was);
        memory_free(was);
        diary_entry_free(&like);
    }
}

// A number does not push another one off its day, and what is wrong stays where it was written.
static void a_day_that_has_a_number_takes_no_second_one(void **state) {
    struct stage *stage = *state;
    struct error err = {0};
    struct diary_entry there =
        diary_entry_empty(&stage->house, REMOVAL_RATING, house_today(&stage->house) - 1);
    there.rating.twitch = 9;
    assert_true(diary_entry_put(&stage->house, &there, &err));
    open_sample(stage, A_RATING);
    act(stage, ACT_NOTE, WRITE_AT);
    write(stage, "yesterday");
    press(stage, SDLK_RETURN);
    assert_int_equal(stage->window.screen, SCREEN_WRITE);
    char *stored = tell_stored(stage, &there);
    struct diary_entry sample = sample_of(stage, A_RATING);
    char *was = tell(&sample);
    assert_string_equal(stored, was); // the older one, and as it was
    memory_free(stored);
    memory_free(was);
    diary_entry_free(&sample);
}

// Two injections of one day would be one.
static void a_second_injection_of_a_day_is_refused(void **state) {
    struct stage *stage = *state;
    open_sample(stage, AN_INJECTION);
    open_sample(stage, A_MEDICINE);
    act(stage, ACT_CORRECT, (int)VALUE_EVENT * ENTRY_PITCH + EVENT_TOXIN);
    assert_int_equal(stage->window.diary->open.event.kind, EVENT_MEDICINE);
    assert_string_not_equal(stage->window.message, "");
    // On another day it is an injection, which the profile follows, and can be rated.
    act(stage, ACT_NOTE, WRITE_BEGIN);
    write(stage, "five days ago");
    press(stage, SDLK_RETURN);
    assert_null(find(stage, ACT_CORRECT, (int)VALUE_EFFECT * ENTRY_PITCH + 5));
    act(stage, ACT_CORRECT, (int)VALUE_EVENT * ENTRY_PITCH + EVENT_TOXIN);
    assert_int_equal(stage->window.diary->open.event.kind, EVENT_TOXIN);
    assert_non_null(find(stage, ACT_CORRECT, (int)VALUE_EFFECT * ENTRY_PITCH + 5));
}

#define WITH_STAGE(test) cmocka_unit_test_setup_teardown(test, open_empty, close_stage)

int main(void) {
    const struct CMUnitTest tests[] = {
        WITH_STAGE(every_value_is_put_right_with_a_trace_and_taken_back),
        WITH_STAGE(the_table_names_every_value_of_every_kind),
        WITH_STAGE(every_kind_is_deleted_with_a_trace_and_comes_back),
        WITH_STAGE(a_day_that_has_a_number_takes_no_second_one),
        WITH_STAGE(a_second_injection_of_a_day_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
