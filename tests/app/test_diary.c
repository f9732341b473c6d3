// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence

// The diary in the window: by keys and by element, what the history holds afterwards, taken back,
// deleted, corrected with a trace.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/audit.h"
#include "app/hand.h"
#include "app/stage_diary.h"

static struct diary_entry told(struct stage *stage, enum removal_kind kind, int64_t day) {
    struct diary_entry entry;
    struct error err = {0};
    bool found;
    assert_true(diary_entry_find(&stage->house, kind, day, &entry, &found, &err));
    return entry;
}

static int number_of(struct stage *stage, int64_t day) {
    struct diary_entry entry = told(stage, REMOVAL_RATING, day);
    int twitch = entry.rating.twitch;
    diary_entry_free(&entry);
    return twitch;
}

static double field_of(struct stage *stage, enum day_field field) {
    struct diary_entry entry = told(stage, REMOVAL_DAY, today(stage));
    double value = entry.form.fields[field];
    diary_entry_free(&entry);
    return value;
}

static uint64_t ticks_of(struct stage *stage) {
    struct diary_entry entry = told(stage, REMOVAL_DAY, today(stage));
    uint64_t ticks = entry.form.ticks;
    diary_entry_free(&entry);
    return ticks;
}

static void a_key_opens_it_and_a_digit_rates(void **state) {
    struct stage *stage = *state;
    press(stage, SDLK_d);
    assert_int_equal(stage->window.screen, SCREEN_DIARY);
    for (int i = 0; i <= 10; i++) {
        assert_non_null(find(stage, ACT_RATE, i));
        assert_false(find(stage, ACT_RATE, i)->chosen); // nothing is filled in beforehand
    }
    press(stage, SDLK_4);
    assert_int_equal(number_of(stage, today(stage)), 4);
    assert_true(find(stage, ACT_RATE, 4)->chosen);
    assert_true(stage->window.message_undo);
    press(stage, SDLK_ESCAPE);
    assert_int_equal(stage->window.screen, SCREEN_FIRST);
}

static void a_one_waits_for_the_nought_of_ten(void **state) {
    struct stage *stage = *state;
    press(stage, SDLK_d);
    press(stage, SDLK_1);
    assert_int_equal(number_of(stage, today(stage)), -1);
    press_after(stage, SDLK_0, 0, 700);
    assert_int_equal(number_of(stage, today(stage)), 10);
    press(stage, SDLK_1);
    press_after(stage, SDLK_0, 0, 900); // too late: it was a 1, and then a 0
    assert_int_equal(number_of(stage, today(stage)), 0);
    assert_int_equal(audited(stage, "ratings", "twitch", "1"), 1);
    press(stage, SDLK_t);
    assert_int_equal(number_of(stage, today(stage)), 10);
    press(stage, SDLK_1);
    press_after(stage, SDLK_ESCAPE, 0, 100); // left before its time: it is kept
    assert_int_equal(number_of(stage, today(stage)), 1);
}

static void what_was_rated_is_taken_back_and_leaves_a_trace(void **state) {
    struct stage *stage = *state;
    press(stage, SDLK_d);
    press(stage, SDLK_4);
    press(stage, SDLK_7);
    assert_int_equal(audited(stage, "ratings", "twitch", "4"), 1);
    undo(stage);
    assert_int_equal(number_of(stage, today(stage)), 4);
    undo(stage);
    assert_int_equal(number_of(stage, today(stage)), -1);
    assert_false(find(stage, ACT_RATE, 4)->chosen);
    press(stage, SDLK_6);
    press(stage, SDLK_BACKSPACE);
    assert_int_equal(number_of(stage, today(stage)), -1);
    assert_int_equal(audited(stage, "ratings", "twitch", "6"), 1);
    undo(stage);
    assert_int_equal(number_of(stage, today(stage)), 6);
}

static void side_and_places_are_those_of_last_time(void **state) {
    struct stage *stage = *state;
    stage_rate(stage, 3, 5);
    press(stage, SDLK_d);
    assert_true(find(stage, ACT_SIDE, SIDE_LEFT)->chosen);
    assert_true(find(stage, ACT_PLACE, PLACE_CHEEK)->chosen);
    act(stage, ACT_PLACE, PLACE_CHEEK);
    act(stage, ACT_SIDE, SIDE_BOTH);
    assert_int_equal(number_of(stage, today(stage)), -1); // they wait for the number
    press(stage, SDLK_3);
    struct diary_entry entry = told(stage, REMOVAL_RATING, today(stage));
    assert_int_equal(entry.rating.side, SIDE_BOTH);
    assert_int_equal(entry.rating.places, 1u << PLACE_LOWER_LID);
    diary_entry_free(&entry);
    act(stage, ACT_PLACE, PLACE_LOWER_LID);
    entry = told(stage, REMOVAL_RATING, today(stage));
    assert_int_equal(entry.rating.places, 0);
    assert_int_equal(entry.rating.twitch, 3);
    diary_entry_free(&entry);
    undo(stage);
    entry = told(stage, REMOVAL_RATING, today(stage));
    assert_int_equal(entry.rating.places, 1u << PLACE_LOWER_LID);
    diary_entry_free(&entry);
}

static void the_form_is_filled_by_keys_alone(void **state) {
    struct stage *stage = *state;
    press(stage, SDLK_d);
    focus_on(&stage->window, (struct act){ACT_SCALE, FIELD_STRESS * SCALE_PITCH});
    paint(stage);
    press(stage, SDLK_6);
    assert_int_equal((int)field_of(stage, FIELD_STRESS), 6);
    assert_int_equal(number_of(stage, today(stage)), -1); // the number is another thing
    act(stage, ACT_AMOUNT, 2 * FIELD_SLEEP + 1);
    act(stage, ACT_AMOUNT, 2 * FIELD_SLEEP);
    assert_true(fabs(field_of(stage, FIELD_SLEEP) - 6.5) < 1e-9);
    act(stage, ACT_AMOUNT, 2 * FIELD_CAFFEINE + 1);
    act(stage, ACT_AMOUNT, 2 * FIELD_CAFFEINE);
    act(stage, ACT_AMOUNT, 2 * FIELD_CAFFEINE);
    assert_true(field_of(stage, FIELD_CAFFEINE) < 0); // below none it is not told
    act(stage, ACT_SCALE, FIELD_STRESS * SCALE_PITCH + 6);
    assert_true(field_of(stage, FIELD_STRESS) < 0); // chosen again: told no more
    for (int i = 0; i < 7; i++) {
        undo(stage);
    }
    struct diary_entry entry = told(stage, REMOVAL_DAY, today(stage));
    assert_string_equal(entry.form.id, ""); // nothing is left of it
    diary_entry_free(&entry);
}

static void the_ticks_after_an_injection_stand_there_for_three_weeks(void **state) {
    struct stage *stage = *state;
    press(stage, SDLK_d);
    act(stage, ACT_FOLD, DIARY_FOLD_MORE);
    assert_non_null(find(stage, ACT_TICK, TICK_BRIGHT_LIGHT));
    assert_non_null(find(stage, ACT_TICK, TICK_OPEN_EYE));
    assert_null(find(stage, ACT_TICK, TICK_LID_DROOPS));
    stage_event(stage, EVENT_TOXIN, 22, NULL);
    diary_show(&stage->window, INT64_MAX);
    paint(stage);
    assert_null(find(stage, ACT_TICK, TICK_LID_DROOPS));
    stage_event(stage, EVENT_TOXIN, 21, NULL);
    diary_show(&stage->window, INT64_MAX);
    paint(stage);
    assert_non_null(find(stage, ACT_TICK, TICK_LID_DROOPS));
    act(stage, ACT_TICK, TICK_LID_DROOPS);
    act(stage, ACT_TICK, TICK_WIND);
    assert_int_equal(ticks_of(stage), UINT64_C(1) << TICK_LID_DROOPS | UINT64_C(1) << TICK_WIND);
    act(stage, ACT_TICK, TICK_WIND);
    assert_int_equal(ticks_of(stage), UINT64_C(1) << TICK_LID_DROOPS);
}

static void the_week_is_folded_away_and_told_once(void **state) {
    struct stage *stage = *state;
    press(stage, SDLK_d);
    assert_null(find(stage, ACT_GRADE, 2));
    act(stage, ACT_FOLD, DIARY_FOLD_WEEK);
    act(stage, ACT_GRADE, GRADE_SEVERITY * GRADE_PITCH + 2);
    act(stage, ACT_GRADE, GRADE_FREQUENCY * GRADE_PITCH + 3);
    act(stage, ACT_SCALE, SCALE_IMPACT * SCALE_PITCH + 7);
    struct diary_entry week = told(stage, REMOVAL_WEEK, today(stage));
    assert_int_equal(week.week.severity, 2);
    assert_int_equal(week.week.frequency, 3);
    assert_int_equal(week.week.impact, 7);
    diary_entry_free(&week);
    act(stage, ACT_GRADE, GRADE_SEVERITY * GRADE_PITCH + 2);
    week = told(stage, REMOVAL_WEEK, today(stage));
    assert_int_equal(week.week.severity, -1);
    assert_int_equal(week.week.frequency, 3);
    diary_entry_free(&week);
}

static void a_week_back_is_free_and_the_future_shut(void **state) {
    struct stage *stage = *state;
    press(stage, SDLK_d);
    assert_null(find(stage, ACT_DAY, 1));
    for (int i = 0; i < 7; i++) {
        assert_non_null(find(stage, ACT_DAY, -1));
        act(stage, ACT_DAY, -1);
    }
    assert_null(find(stage, ACT_DAY, -1));
    press(stage, SDLK_5);
    assert_int_equal(number_of(stage, today(stage) - 7), 5);
    assert_int_equal(number_of(stage, today(stage)), -1);
    act(stage, ACT_DAY, 0);
    assert_int_equal(stage->window.diary->day, today(stage));
    act(stage, ACT_DAY, 1);
    assert_int_equal(stage->window.diary->day, today(stage));
}

static void a_note_is_written_changed_and_taken_back(void **state) {
    struct stage *stage = *state;
    press(stage, SDLK_d);
    act(stage, ACT_NOTE, WRITE_DAY_NOTE);
    assert_int_equal(stage->window.screen, SCREEN_WRITE);
    write(stage, "  a long drive  ");
    press(stage, SDLK_RETURN);
    assert_int_equal(stage->window.screen, SCREEN_DIARY);
    struct diary_entry form = told(stage, REMOVAL_DAY, today(stage));
    assert_string_equal(form.form.note, "a long drive");
    diary_entry_free(&form);
    act(stage, ACT_NOTE, WRITE_DAY_NOTE);
    write(stage, "");
    press(stage, SDLK_ESCAPE);
    form = told(stage, REMOVAL_DAY, today(stage));
    assert_null(form.form.note);
    diary_entry_free(&form);
    assert_int_equal(audited(stage, "days", "note", "a long drive"), 1);
    undo(stage);
    form = told(stage, REMOVAL_DAY, today(stage));
    assert_string_equal(form.form.note, "a long drive");
    diary_entry_free(&form);
}

static void nothing_is_kept_where_nothing_may_be(void **state) {
    struct stage *stage = *state;
    stage->open.no_record = true;
    press(stage, SDLK_d);
    press(stage, SDLK_4);
    assert_int_equal(number_of(stage, today(stage)), -1);
    assert_string_equal(stage->window.message, "Nothing is kept in this session.");
}

static void the_goal_is_a_line_and_no_more(void **state) {
    struct stage *stage = *state;
    struct error err = {0};
    assert_true(settings_set(&stage->house.settings, "goal_sleep", "07:30", &err));
    assert_int_equal(stage->house.settings.goal_sleep_min, 450);
    assert_false(settings_set(&stage->house.settings, "goal_caffeine", "31", &err));
    assert_true(settings_set(&stage->house.settings, "goal_caffeine", "2", &err));
    char text[32];
    assert_true(settings_get(&stage->house.settings, "goal_sleep", text, sizeof text, &err));
    assert_string_equal(text, "07:30");
}

static void the_first_screen_asks_in_the_evening(void **state) {
    struct stage *stage = *state;
    assert_non_null(find(stage, ACT_RATE, 0));
    press(stage, SDLK_1);
    assert_int_equal(stage->window.screen, SCREEN_DIARY);
    press_after(stage, SDLK_0, 0, 300);
    assert_int_equal(number_of(stage, today(stage)), 10);
    press(stage, SDLK_ESCAPE);
    assert_int_equal(stage->window.screen, SCREEN_FIRST);
    assert_null(find(stage, ACT_RATE, 0)); // once a day
    undo(stage);
    assert_non_null(find(stage, ACT_RATE, 0));
    act(stage, ACT_AWAY, 0);
    assert_null(find(stage, ACT_RATE, 0));
    first_show(&stage->window);
    paint(stage);
    assert_null(find(stage, ACT_RATE, 0)); // put away for the day
    press(stage, SDLK_4);
    assert_int_equal(number_of(stage, today(stage)), -1);
}

static void four_weeks_later_it_asks_how_the_injection_worked(void **state) {
    struct stage *stage = *state;
    stage_rate(stage, 0, 3);
    stage_event(stage, EVENT_TOXIN, 30, "left side");
    first_show(&stage->window);
    paint(stage);
    assert_null(find(stage, ACT_RATE, 0));
    act(stage, ACT_EFFECT, 70);
    struct event event;
    struct error err = {0};
    bool found;
    assert_true(events_newest(stage->house.store, EVENT_TOXIN, &event, &found, &err));
    assert_true(event.rated);
    assert_int_equal(event.effect, 70);
    assert_string_equal(event.note, "left side");
    event_free(&event);
    assert_null(find(stage, ACT_EFFECT, 70));
    undo(stage);
    assert_true(events_newest(stage->house.store, EVENT_TOXIN, &event, &found, &err));
    assert_false(event.rated);
    event_free(&event);
    assert_non_null(find(stage, ACT_EFFECT, 70));
    act(stage, ACT_AWAY, 1);
    assert_null(find(stage, ACT_EFFECT, 70));
}

#define WITH_STAGE(test) cmocka_unit_test_setup_teardown(test, open_first, close_stage)

int main(void) {
    const struct CMUnitTest tests[] = {
        WITH_STAGE(a_key_opens_it_and_a_digit_rates),
        WITH_STAGE(a_one_waits_for_the_nought_of_ten),
        WITH_STAGE(what_was_rated_is_taken_back_and_leaves_a_trace),
        WITH_STAGE(side_and_places_are_those_of_last_time),
        WITH_STAGE(the_form_is_filled_by_keys_alone),
        WITH_STAGE(the_ticks_after_an_injection_stand_there_for_three_weeks),
        WITH_STAGE(the_week_is_folded_away_and_told_once),
        WITH_STAGE(a_week_back_is_free_and_the_future_shut),
        WITH_STAGE(a_note_is_written_changed_and_taken_back),
        WITH_STAGE(nothing_is_kept_where_nothing_may_be),
        WITH_STAGE(the_goal_is_a_line_and_no_more),
        WITH_STAGE(the_first_screen_asks_in_the_evening),
        WITH_STAGE(four_weeks_later_it_asks_how_the_injection_worked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
