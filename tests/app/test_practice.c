// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence

// What was done without the screen: the sheet of a routine, and the last seven days to be filled
// in. The stage's evening is Saturday, 21 November, 20:15.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/diary.h"
#include "app/first_today.h"
#include "app/hand.h"
#include "app/practice_form.h"
#include "app/stage_plans.h"
#include "app/stage_told.h"
#include "app/without.h"
#include "run/practice.h"

enum { TODAY = PRACTICE_DAYS - 1, SMILE = 0, LET_GO, COMPRESS, DROPS };

// Those that were ticked, oldest first; the caller frees the list.
static struct session_list ticked(struct stage *stage) {
    struct session_list list;
    struct error err = {0};
    int kept = 0;
    assert_true(
        sessions_list(stage->house.store, INT64_MIN, INT64_MAX, 240, stage_evening, &list, &err));
    for (int i = 0; i < list.count; i++) {
        if (strcmp(list.records[i].source, "ticked") == 0) {
            list.records[kept++] = list.records[i];
        } else {
            session_record_free(&list.records[i]);
        }
    }
    list.count = kept;
    return list;
}

static int count_ticked(struct stage *stage) {
    struct session_list list = ticked(stage);
    int count = list.count;
    session_list_free(&list);
    return count;
}

static void two_keys_are_enough(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    open_page(stage, "relax-face-let-go");
    focus_on(window, (struct act){ACT_WITHOUT, 0});
    paint(stage);
    press(stage, SDLK_RETURN);
    assert_int_equal(window->screen, SCREEN_WITHOUT);
    assert_true(focus_is_on(window, (struct act){ACT_DONE, 0}));
    press(stage, SDLK_RETURN);
    assert_int_equal(window->screen, SCREEN_PAGE);
    assert_true(focus_is_on(window, (struct act){ACT_WITHOUT, 0}));
    assert_non_null(strstr(window->message, "Let the face go"));
    assert_non_null(strstr(window->message, "without the screen"));
    struct session_list list = ticked(stage);
    assert_int_equal(list.count, 1);
    assert_string_equal(list.records[0].routine, "relax-face-let-go");
    assert_int_equal(list.records[0].status, SESSION_COMPLETE);
    assert_int_equal(list.records[0].feel, FEEL_NONE);
    assert_int_equal(wall_day_of(list.records[0].started, 240), today(stage));
    session_list_free(&list);
    undo(stage);
    assert_int_equal(count_ticked(stage), 0);
    assert_int_equal(window->screen, SCREEN_PAGE);
}

static void what_is_told_is_kept(void **state) {
    struct stage *stage = *state;
    open_page(stage, "nmr-smile-eyes-open");
    act(stage, ACT_WITHOUT, 0);
    act(stage, ACT_DAY, 2);
    act(stage, ACT_STEP, WITHOUT_MORNING);
    act(stage, ACT_AMOUNT, WITHOUT_PULL);
    act(stage, ACT_FEEL, FEEL_PULLED);
    act(stage, ACT_DONE, 0);
    struct session_list list = ticked(stage);
    char at[WALL_TEXT_MAX];
    assert_int_equal(list.count, 1);
    const struct session_record *record = &list.records[0];
    assert_string_equal(wall_text(record->started, at), "2026-11-19T09:00:00+01:00");
    assert_int_equal(record->ending, ENDING_WELL);
    assert_int_equal(record->why, WHY_PULL);
    assert_int_equal(record->status, SESSION_COMPLETE);
    assert_int_equal(record->feel, FEEL_PULLED);
    assert_true(record->played_ms < record->planned_ms);
    session_list_free(&list);
}

static void half_of_it_is_a_part(void **state) {
    struct stage *stage = *state;
    open_page(stage, "breath-box");
    act(stage, ACT_WITHOUT, 0);
    assert_null(find(stage, ACT_AMOUNT, WITHOUT_PULL)); // nothing pulls while one breathes
    assert_null(find(stage, ACT_FEEL, FEEL_SAME));
    act(stage, ACT_AMOUNT, WITHOUT_HALF);
    act(stage, ACT_DONE, 0);
    struct session_list list = ticked(stage);
    assert_int_equal(list.records[0].status, SESSION_PARTIAL);
    assert_int_equal(list.records[0].played_ms, list.records[0].planned_ms / 2);
    session_list_free(&list);
}

static void seven_days_back_and_no_further(void **state) {
    struct stage *stage = *state;
    open_page(stage, "breath-box");
    act(stage, ACT_WITHOUT, 0);
    assert_int_equal(count_of(stage, ACT_DAY), 8);
    assert_string_equal(find(stage, ACT_DAY, 7)->name, "14 November");
    assert_null(find(stage, ACT_DAY, 8));
    act(stage, ACT_DAY, 7);
    act(stage, ACT_DONE, 0);
    struct session_list list = ticked(stage);
    assert_int_equal(wall_day_of(list.records[0].started, 240), today(stage) - 7);
    assert_non_null(strstr(list.records[0].options, "time=untold"));
    session_list_free(&list);
}

// At 20:15 the evening has come; at noon it has not.
static void nothing_of_today_lies_ahead(void **state) {
    struct stage *stage = *state;
    open_page(stage, "breath-box");
    act(stage, ACT_WITHOUT, 0);
    assert_non_null(find(stage, ACT_STEP, WITHOUT_EVENING));
    stage->house.clock.began.utc_s -= 8 * 3600;
    paint(stage);
    assert_null(find(stage, ACT_STEP, WITHOUT_EVENING));
    assert_null(find(stage, ACT_STEP, WITHOUT_MIDDAY));
    assert_non_null(find(stage, ACT_STEP, WITHOUT_MORNING));
    act(stage, ACT_DAY, 1);
    assert_non_null(find(stage, ACT_STEP, WITHOUT_EVENING));
    act(stage, ACT_STEP, WITHOUT_EVENING);
    act(stage, ACT_DAY, 0);
    assert_int_equal(stage->window.without->time, WITHOUT_UNTOLD);
}

static void escape_keeps_nothing(void **state) {
    struct stage *stage = *state;
    open_page(stage, "breath-box");
    act(stage, ACT_WITHOUT, 0);
    press(stage, SDLK_ESCAPE);
    assert_int_equal(stage->window.screen, SCREEN_PAGE);
    assert_int_equal(count_ticked(stage), 0);
}

// Closed for her, and enough for today: it was done all the same, and no gate asks.
static void a_gate_is_no_reason(void **state) {
    struct stage *stage = *state;
    stage_tell(stage, "condition", "synk");
    open_page(stage, "rom-upper-face");
    assert_null(find(stage, ACT_START, 0));
    act(stage, ACT_WITHOUT, 0);
    act(stage, ACT_DONE, 0);
    assert_int_equal(count_ticked(stage), 1);
}

// ---- the week ----

static void show_week(struct stage *stage) {
    stage_plan(stage, "weeks-1-4", stage_plan_second, 19);
    first_show(&stage->window);
    paint(stage);
    assert_non_null(find(stage, ACT_PRACTICE, 0)); // from Today
    act(stage, ACT_PRACTICE, 0);
    assert_int_equal(stage->window.screen, SCREEN_PRACTICE);
}

static const struct practice_cell *cell(const struct stage *stage, int row, int day) {
    return &stage->window.practice->practice.rows[row].cells[day];
}

static const char *value(const struct stage *stage, int row, int day) {
    return find(stage, ACT_CELL, row * PRACTICE_PITCH + day)->value;
}

static void the_space_bar_ticks_and_takes_back(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    show_week(stage);
    assert_true(focus_is_on(window, (struct act){ACT_CELL, SMILE * PRACTICE_PITCH + TODAY}));
    assert_string_equal(value(stage, SMILE, TODAY), "open, 3 times");
    press(stage, SDLK_LEFT);
    press(stage, SDLK_DOWN);
    press(stage, SDLK_DOWN);
    press(stage, SDLK_SPACE);
    assert_int_equal(cell(stage, COMPRESS, TODAY - 1)->ticked, 1);
    assert_string_equal(value(stage, COMPRESS, TODAY - 1), "done, without the screen");
    assert_string_equal(find(stage, ACT_CELL, COMPRESS * PRACTICE_PITCH + TODAY - 1)->name,
                        "Warm compress, Friday, 20 November");
    press(stage, SDLK_SPACE);
    assert_int_equal(cell(stage, COMPRESS, TODAY - 1)->done, 0);
    undo(stage);
    assert_int_equal(cell(stage, COMPRESS, TODAY - 1)->done, 1);
    undo(stage);
    assert_int_equal(cell(stage, COMPRESS, TODAY - 1)->done, 0);
    assert_int_equal(count_ticked(stage), 0);
}

static void one_key_ticks_a_day_or_a_row(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    show_week(stage);
    focus_on(window, (struct act){ACT_CELL, LET_GO * PRACTICE_PITCH + 2});
    paint(stage);
    press_after(stage, SDLK_SPACE, KMOD_LCTRL, 1000);
    for (int row = SMILE; row <= DROPS; row++) {
        assert_int_equal(cell(stage, row, 2)->done, cell(stage, row, 2)->due);
    }
    assert_int_equal(cell(stage, LET_GO, 3)->done, 0);
    assert_non_null(strstr(window->message, "10")); // 3 + 2 + 1 + 4
    undo(stage);
    assert_int_equal(cell(stage, DROPS, 2)->done, 0);
    press_after(stage, SDLK_SPACE, KMOD_LSHIFT, 1000);
    for (int day = 0; day < TODAY; day++) {
        assert_int_equal(cell(stage, LET_GO, day)->done, 2);
    }
    assert_int_equal(cell(stage, LET_GO, TODAY)->done, 0);
    assert_int_equal(cell(stage, SMILE, 2)->done, 0);
    press_after(stage, SDLK_SPACE, KMOD_LSHIFT, 1000);
    assert_int_equal(cell(stage, LET_GO, 2)->done, 0);
}

static void what_the_program_recorded_stays(void **state) {
    struct stage *stage = *state;
    stage_played(stage, "warm-compress", 60);
    show_week(stage);
    assert_string_equal(value(stage, COMPRESS, TODAY), "done");
    act(stage, ACT_CELL, COMPRESS * PRACTICE_PITCH + TODAY);
    assert_int_equal(cell(stage, COMPRESS, TODAY)->done, 1);
    assert_int_equal(cell(stage, COMPRESS, TODAY)->ticked, 0);
    assert_non_null(strstr(stage->window.message, "recorded"));
}

// A tick here is a tick on Today, and so it is the other way round.
static void today_shows_the_same(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    show_week(stage);
    act(stage, ACT_CELL, DROPS * PRACTICE_PITCH + TODAY);
    act(stage, ACT_CELL, LET_GO * PRACTICE_PITCH + TODAY);
    press(stage, SDLK_ESCAPE);
    assert_int_equal(window->screen, SCREEN_FIRST);
    assert_int_equal(window->day->today.rows[DROPS].done, 1);
    assert_int_equal(window->day->today.rows[LET_GO].done, 1);
    act(stage, ACT_TASK, DROPS);
    act(stage, ACT_PRACTICE, 0);
    assert_int_equal(cell(stage, DROPS, TODAY)->done, 2);
    press(stage, SDLK_ESCAPE);
    undo(stage); // the task
    undo(stage); // and from here what was ticked there
    assert_int_equal(window->day->today.rows[LET_GO].done, 0);
    assert_int_equal(window->day->today.rows[DROPS].done, 1);
}

// What was kept on one screen goes on another and comes back as a new entry: the steps before it
// are taken back all the same, from whatever screen.
static void steps_of_two_screens_are_taken_back_in_turn(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    open_page(stage, "relax-face-let-go");
    act(stage, ACT_WITHOUT, 0);
    act(stage, ACT_DONE, 0);
    show_week(stage);
    act(stage, ACT_CELL, LET_GO * PRACTICE_PITCH + TODAY); // the second of two
    act(stage, ACT_CELL, LET_GO * PRACTICE_PITCH + TODAY); // both go
    assert_int_equal(count_ticked(stage), 0);
    press(stage, SDLK_ESCAPE);
    list_show_filter(window, FILTER_ALL);
    paint(stage);
    static const int left[] = {2, 1, 0};
    for (int i = 0; i < 3; i++) {
        undo(stage);
        assert_int_equal(count_ticked(stage), left[i]);
        assert_int_equal(strncmp(window->message, "Taken back", strlen("Taken back")), 0);
    }
}

// The same with a task of Today.
static void a_task_that_came_back_can_be_taken_back(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    stage_plans(stage);
    first_show(window);
    paint(stage);
    act(stage, ACT_TASK, DROPS);
    assert_int_equal(window->day->today.rows[DROPS].done, 1);
    act(stage, ACT_PRACTICE, 0);
    for (int i = 0; i < 4; i++) {
        act(stage, ACT_CELL, DROPS * PRACTICE_PITCH + TODAY); // three more, then all go
    }
    assert_int_equal(cell(stage, DROPS, TODAY)->done, 0);
    press(stage, SDLK_ESCAPE);
    undo(stage);
    assert_int_equal(window->day->today.rows[DROPS].done, 4);
    for (int i = 3; i >= 0; i--) {
        undo(stage);
        assert_int_equal(window->day->today.rows[DROPS].done, i);
    }
    assert_string_equal(window->message, "Taken back.");
}

// What the diary deletes and brings back is what the tick before it takes back.
static void what_the_diary_brings_back_goes_with_its_tick(void **state) {
    struct stage *stage = *state;
    show_week(stage);
    act(stage, ACT_CELL, LET_GO * PRACTICE_PITCH + TODAY);
    const struct diary_entry *tick = NULL;
    const struct diary_entry_list *all = &stage->window.practice->practice.entries;
    for (int i = 0; i < all->count; i++) {
        const struct diary_entry *entry = &all->entries[i];
        bool ticked = entry->kind == REMOVAL_SESSION && entry->session.source[0] == 't';
        tick = ticked ? entry : tick;
    }
    assert_non_null(tick);
    assert_true(diary_remove(&stage->window, tick, "gone"));
    press(stage, SDLK_ESCAPE);
    undo(stage);
    assert_int_equal(count_ticked(stage), 1);
    undo(stage);
    assert_int_equal(count_ticked(stage), 0);
}

static void it_leads_back_to_the_diary(void **state) {
    struct stage *stage = *state;
    act(stage, ACT_DIARY, 0);
    assert_non_null(find(stage, ACT_PRACTICE, 0));
    act(stage, ACT_PRACTICE, 0);
    press(stage, SDLK_ESCAPE);
    assert_int_equal(stage->window.screen, SCREEN_DIARY);
}

static void large_text_shows_one_day_at_a_time(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    stage_look(stage, "evening", 250);
    show_week(stage);
    int rows = window->practice->practice.count;
    assert_int_equal(count_of(stage, ACT_CELL), rows);
    assert_null(find(stage, ACT_DAY, 1));
    press(stage, SDLK_DOWN);
    assert_true(focus_is_on(window, (struct act){ACT_CELL, LET_GO * PRACTICE_PITCH + TODAY}));
    press(stage, SDLK_LEFT);
    assert_true(focus_is_on(window, (struct act){ACT_CELL, LET_GO * PRACTICE_PITCH + TODAY - 1}));
    press(stage, SDLK_SPACE);
    assert_int_equal(cell(stage, LET_GO, TODAY - 1)->done, 1);
    for (int i = 0; i < 9; i++) {
        press(stage, SDLK_LEFT);
    }
    assert_int_equal(window->practice->day, 0);
    assert_null(find(stage, ACT_DAY, -1));
}

static void without_a_record_nothing_is_kept(void **state) {
    struct stage *stage = *state;
    show_week(stage);
    stage->open.no_record = true;
    act(stage, ACT_CELL, TODAY);
    assert_int_equal(count_ticked(stage), 0);
    assert_non_null(strstr(stage->window.message, "Nothing is kept"));
    open_page(stage, "breath-box");
    act(stage, ACT_WITHOUT, 0);
    act(stage, ACT_DONE, 0);
    assert_int_equal(count_ticked(stage), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_first, close_stage)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(two_keys_are_enough),
        TEST(what_is_told_is_kept),
        TEST(half_of_it_is_a_part),
        TEST(seven_days_back_and_no_further),
        TEST(nothing_of_today_lies_ahead),
        TEST(escape_keeps_nothing),
        TEST(a_gate_is_no_reason),
        TEST(the_space_bar_ticks_and_takes_back),
        TEST(one_key_ticks_a_day_or_a_row),
        TEST(what_the_program_recorded_stays),
        TEST(today_shows_the_same),
        TEST(steps_of_two_screens_are_taken_back_in_turn),
        TEST(a_task_that_came_back_can_be_taken_back),
        TEST(what_the_diary_brings_back_goes_with_its_tick),
        TEST(it_leads_back_to_the_diary),
        TEST(large_text_shows_one_day_at_a_time),
        TEST(without_a_record_nothing_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
