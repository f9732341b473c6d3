// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence

// An entry on its page: every kind can be deleted and comes back, and no two of a day are mixed up.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/entry_samples.h"

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

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(every_kind_is_deleted_with_a_trace_and_comes_back),
        TEST(a_day_that_has_a_number_takes_no_second_one),
        TEST(a_second_injection_of_a_day_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
