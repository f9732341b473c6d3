// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence

// Today on the first screen, where a plan is in force: what stands on the card at its head, what
// the large button plays, tasks that are ticked, and nothing that is counted as left.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/element.h"
#include "app/first_today.h"
#include "app/focus.h"
#include "app/hand.h"
#include "app/shots_today.h"
#include "app/stage_plans.h"
#include "app/stage_told.h"

static void show(struct stage *stage) {
    first_show(&stage->window);
    paint(stage);
}

static int row_of(const struct stage *stage, const char *title) {
    const struct today *today = &stage->window.day->today;
    for (int i = 0; i < today->count; i++) {
        if (strcmp(today_row_title(&today->rows[i]), title) == 0) {
            return i;
        }
    }
    fail_msg("nothing of today is called %s", title);
    return -1;
}

static void without_a_plan_all_is_as_before(void **state) {
    struct stage *stage = *state;
    show(stage);
    assert_null(stage->window.day);
    assert_true(focus_is_on(&stage->window, (struct act){ACT_START, 0}));
}

static void the_large_button_plays_what_is_open_now(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    shot_today(stage, &(struct shot){.name = "today"});
    paint(stage);
    assert_int_equal(first_today_state(window), FIRST_NEXT);
    assert_true(window->day->chain_count > 1);
    assert_true(focus_is_on(window, (struct act){ACT_TODAY, TODAY_ALL}));
    const int count = window->day->chain_count;
    char first[ROUTINE_ID_MAX + 1];
    text_copy(first, sizeof first, window->day->chain[0]);
    focus_press(window);
    paint(stage);
    assert_int_equal(window->chain.count, count);
    assert_string_equal(window->chain.members[0]->routine->id, first);
    session_leave(window);
    act(stage, ACT_TODAY, TODAY_FIRST);
    assert_int_equal(window->chain.count, 1);
    assert_string_equal(window->chain.members[0]->routine->id, first);
}

static void rows_say_how_they_stand(void **state) {
    struct stage *stage = *state;
    shot_today(stage, &(struct shot){.name = "today"});
    paint(stage);
    const struct element *row = find(stage, ACT_OPEN, entry_of(stage, "relax-face-let-go"));
    assert_non_null(row);
    assert_non_null(strstr(row->value, "1 of 2 done"));
    for (int i = 0; i < stage->window.elements->count; i++) {
        assert_null(strstr(stage->window.elements->all[i].value, "missed"));
    }
}

static void a_row_names_its_side(void **state) {
    static const char text[] =
        "format = 1; id = \"sides\"; title = \"Two sides\"; author = \"A. Therapist\";"
        "from = \"2026-11-02\"; items = ("
        "  { routine = \"nmr-smile-eyes-open\"; per_day = 2; side = \"left\"; },"
        "  { routine = \"relax-face-let-go\"; per_day = 1; } );";
    struct stage *stage = *state;
    stage_forget_sessions(stage, 0);
    stage_plan(stage, "sides", text, 19);
    show(stage);
    paint(stage);
    const struct element *sided = find(stage, ACT_OPEN, entry_of(stage, "nmr-smile-eyes-open"));
    const struct element *plain = find(stage, ACT_OPEN, entry_of(stage, "relax-face-let-go"));
    assert_non_null(sided);
    assert_non_null(plain);
    assert_ptr_equal(strstr(sided->value, "left side \u00b7 open now"), sided->value);
    assert_null(strstr(plain->value, "side"));
}

static void a_task_is_ticked_and_taken_back(void **state) {
    struct stage *stage = *state;
    shot_today(stage, &(struct shot){.name = "today"});
    paint(stage);
    int row = row_of(stage, "Eye drops");
    assert_int_equal(stage->window.day->today.rows[row].done, 0);
    act(stage, ACT_TASK, row);
    act(stage, ACT_TASK, row);
    assert_int_equal(stage->window.day->today.rows[row].done, 2);
    assert_non_null(strstr(find(stage, ACT_TASK, row)->value, "2 of 4 done"));
    act(stage, ACT_UNDO, 0);
    assert_int_equal(stage->window.day->today.rows[row].done, 1);
    act(stage, ACT_UNDO, 0);
    assert_int_equal(stage->window.day->today.rows[row].done, 0);
    // Ticked as often as it was asked for, it is done and takes no more.
    for (int i = 0; i < 6; i++) {
        act(stage, ACT_TASK, row);
    }
    assert_int_equal(stage->window.day->today.rows[row].done, 4);
    assert_string_equal(find(stage, ACT_TASK, row)->value, "done");
    for (int i = 0; i < 4; i++) {
        act(stage, ACT_UNDO, 0);
    }
    assert_int_equal(stage->window.day->today.rows[row].done, 0);
}

static void a_day_that_is_done_offers_rest(void **state) {
    struct stage *stage = *state;
    shot_today_done(stage, &(struct shot){.name = "today-done"});
    paint(stage);
    assert_null(find(stage, ACT_TODAY, TODAY_ALL));
    assert_non_null(find(stage, ACT_BREATHE, 0));
}

static void what_comes_later_can_be_begun_already(void **state) {
    struct stage *stage = *state;
    shot_today_later(stage, &(struct shot){.name = "today-later"});
    paint(stage);
    const struct element *focused = focus_element(&stage->window);
    assert_int_equal(focused->act.kind, ACT_TODAY);
    focus_press(&stage->window);
    assert_string_equal(stage->window.chain.members[0]->routine->id, "breath-calm");
}

static void a_paused_day_is_a_rest_day(void **state) {
    struct stage *stage = *state;
    shot_today_rest(stage, &(struct shot){.name = "today-rest"});
    paint(stage);
    assert_int_equal(stage->window.day->today.count, 0);
    assert_null(find(stage, ACT_TODAY, TODAY_ALL));
}

static void who_comes_back_is_offered_two_minutes(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    shot_today_away(stage, &(struct shot){.name = "today-away"});
    paint(stage);
    int64_t ms = window->list->length_ms[window->day->gentle];
    assert_in_range((uint64_t)ms, 60000, 240000);
    focus_press(window);
    assert_int_equal(window->chain.count, 1);
    assert_string_equal(window->chain.members[0]->routine->id,
                        stage->house.catalog.entries[window->day->gentle].id);
}

static void the_week_has_a_mark_for_each_day(void **state) {
    static const char text[] =
        "format = 1; id = \"week\"; title = \"A week\"; author = \"A. Therapist\";"
        "from = \"2026-11-02\"; pauses = ( { from = \"2026-11-17\"; to = \"2026-11-17\"; } );"
        "items = ( { routine = \"relax-face-let-go\"; per_day = 2;"
        "  days = [ \"mon\", \"tue\", \"wed\", \"thu\", \"sat\", \"sun\" ]; } );";
    enum { DAY_MIN = 1440, EARLIER_MIN = 300, MONDAY = 5, WEDNESDAY = 3 };
    static const enum week_mark marks[] = {WEEK_DONE,    WEEK_PAUSED, WEEK_PART,   WEEK_OPEN,
                                           WEEK_NOTHING, WEEK_OPEN,   WEEK_TO_COME};
    struct stage *stage = *state;
    struct text_builder words = {0};
    stage_forget_sessions(stage, 0);
    stage_plan(stage, "week", text, 19);
    stage_played(stage, "relax-face-let-go", MONDAY * DAY_MIN);
    stage_played(stage, "relax-face-let-go", MONDAY * DAY_MIN + EARLIER_MIN);
    stage_played(stage, "relax-face-let-go", WEDNESDAY * DAY_MIN);
    show(stage);
    const struct today_week *week = &stage->window.day->week;
    for (int i = 0; i < WEEK_DAYS; i++) {
        assert_int_equal(week->marks[i], marks[i]);
    }
    // Days that come are no part of what is said, and no row of days is counted unasked.
    today_week_words(&words, week);
    assert_string_equal(words.text, "Monday: done. Tuesday: rest day. Wednesday: part. "
                                    "Thursday: left open. Friday: nothing asked for. "
                                    "Saturday: open now.");
    text_builder_free(&words);
    assert_int_equal(week->streak, 0);
    stage->house.settings.streak = true;
    stage_played(stage, "relax-face-let-go", 0);
    show(stage);
    assert_int_equal(stage->window.day->week.marks[5], WEEK_PART);
    stage_played(stage, "relax-face-let-go", 1);
    show(stage);
    assert_int_equal(stage->window.day->week.marks[5], WEEK_DONE);
    assert_int_equal(stage->window.day->week.streak, 1);
}

int main(void) {
#define TODAY(test) cmocka_unit_test_setup_teardown(test, open_stage, close_stage)
    const struct CMUnitTest tests[] = {
        TODAY(without_a_plan_all_is_as_before),  TODAY(the_large_button_plays_what_is_open_now),
        TODAY(rows_say_how_they_stand),          TODAY(a_task_is_ticked_and_taken_back),
        TODAY(a_day_that_is_done_offers_rest),   TODAY(what_comes_later_can_be_begun_already),
        TODAY(a_paused_day_is_a_rest_day),       TODAY(who_comes_back_is_offered_two_minutes),
        TODAY(the_week_has_a_mark_for_each_day), TODAY(a_row_names_its_side),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
