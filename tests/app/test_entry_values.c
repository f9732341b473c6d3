// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence

// Every value of every kind of entry is put right on its page: the history holds the new one, the
// audit the old one, and it can be taken back.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/entry_samples.h"

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
        if (audited(stage, correction->table, correction->column, correction->was) == 0) {
            fail_msg("the audit has no %s.%s = %s", correction->table, correction->column,
                     correction->was ? correction->was : "(any)");
        }
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

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(every_value_is_put_right_with_a_trace_and_taken_back),
        TEST(the_table_names_every_value_of_every_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
