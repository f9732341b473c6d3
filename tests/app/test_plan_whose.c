// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence

// Whose side a plan is for that comes as a file.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/focus.h"
#include "app/hand.h"
#include "app/stage_plans.h"
#include "app/stage_told.h"

#define HEAD                                                                                       \
    "format = 1; id = \"weeks\"; title = \"Weeks\"; author = \"A. Therapist\";"                    \
    "contact = \"Clinic, 030 1234\"; from = \"2026-11-02\"; to = \"2026-12-20\";"
#define ITEMS "items = ( { routine = \"relax-face-let-go\"; per_day = 2; } );"

static const char for_the_left[] =
    HEAD "profile = { condition = [ \"hfs\" ]; affected = \"left\"; };" ITEMS;
static const char for_no_side[] = HEAD "profile = { condition = [ \"hfs\" ]; };" ITEMS;
static const char left_items[] =
    HEAD "items = ( { routine = \"mas-jaw-temple-neck\"; per_day = 1; side = \"left\"; } );";

static int kept(struct stage *stage) {
    struct plan_shelf shelf;
    struct error err = {0};
    const struct plan *plans[PLANS_MAX];
    assert_true(plan_shelf_read(&stage->house, &shelf, &err));
    int count = plan_shelf_in_force(&shelf, today(stage), plans);
    plan_shelf_free(&shelf);
    return count;
}

// What her profile says, "" nothing.
static void assert_affected(struct stage *stage, const char *value) {
    struct error err = {0};
    char *told = NULL;
    assert_true(answers_get(stage->house.store, "affected", &told, &err));
    assert_string_equal(told ? told : "", value);
    memory_free(told);
}

// Dropped, and whose it is written.
static void drop(struct stage *stage, const char *plan) {
    first_show(&stage->window);
    stage_drop(stage, plan);
    paint(stage);
    assert_int_equal(stage->window.screen, SCREEN_PLAN);
    field_set(&stage->window.field, "M. K.");
}

static void it_is_asked_where_nothing_is_told(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    drop(stage, for_the_left);
    assert_int_equal(count_of(stage, ACT_SIDE), 3);
    assert_int_equal(count_of(stage, ACT_TELL), 0);
    act(stage, ACT_TAKE_PLAN, 0);
    assert_int_equal(kept(stage), 0);
    assert_true(focus_is_on(window, (struct act){ACT_SIDE, SIDE_LEFT}));
    act(stage, ACT_SIDE, SIDE_LEFT);
    assert_true(find(stage, ACT_SIDE, SIDE_LEFT)->chosen);
    act(stage, ACT_TAKE_PLAN, 0);
    assert_int_equal(kept(stage), 1);
    assert_string_equal(window->message, "Taken over.");
    assert_affected(stage, ""); // she did not ask for it
}

static void where_both_agree_nothing_is_asked(void **state) {
    struct stage *stage = *state;
    stage_tell(stage, "affected", "left");
    drop(stage, for_the_left);
    assert_int_equal(count_of(stage, ACT_SIDE), 0);
    act(stage, ACT_TAKE_PLAN, 0);
    assert_int_equal(kept(stage), 1);
}

static void a_plan_without_a_side_asks_for_none(void **state) {
    struct stage *stage = *state;
    drop(stage, for_no_side);
    assert_int_equal(count_of(stage, ACT_SIDE), 0);
    act(stage, ACT_TAKE_PLAN, 0);
    assert_int_equal(kept(stage), 1);
}

static void items_with_a_side_ask_too(void **state) {
    struct stage *stage = *state;
    stage_tell(stage, "affected", "right");
    drop(stage, left_items);
    assert_int_equal(count_of(stage, ACT_SIDE), 3);
    act(stage, ACT_SIDE, SIDE_BOTH); // the left is one of them
    assert_string_equal(find(stage, ACT_TAKE_PLAN, 0)->name, "Yes, it is mine");
    act(stage, ACT_SIDE, SIDE_RIGHT);
    assert_string_equal(find(stage, ACT_TAKE_PLAN, 0)->name, "Take it over as it is");
}

static void the_other_side_is_not_taken_over_silently(void **state) {
    struct stage *stage = *state;
    stage_tell(stage, "affected", "right");
    drop(stage, for_the_left);
    act(stage, ACT_SIDE, SIDE_RIGHT);
    assert_int_equal(count_of(stage, ACT_TELL), 0); // that is what her profile says
    assert_string_equal(find(stage, ACT_TAKE_PLAN, 0)->name, "Take it over as it is");
    const struct element *ways = find(stage, ACT_TAKE_PLAN, 0) - 1;
    assert_string_equal(ways->name, "Leave it for now");
    act(stage, ways->act.kind, ways->act.value);
    assert_int_equal(kept(stage), 0);
    drop(stage, for_the_left);
    assert_false(find(stage, ACT_SIDE, SIDE_RIGHT)->chosen); // asked anew
    act(stage, ACT_SIDE, SIDE_RIGHT);
    act(stage, ACT_TAKE_PLAN, 0);
    assert_int_equal(kept(stage), 1);
    assert_affected(stage, "right");
}

static void the_answer_goes_into_the_profile_where_she_says_so(void **state) {
    struct stage *stage = *state;
    stage_tell(stage, "affected", "right");
    drop(stage, for_the_left);
    act(stage, ACT_SIDE, SIDE_LEFT);
    act(stage, ACT_TELL, 0);
    act(stage, ACT_SIDE, SIDE_BOTH); // what was said was said of the left
    assert_int_equal(count_of(stage, ACT_TELL), 0);
    act(stage, ACT_SIDE, SIDE_LEFT);
    assert_false(find(stage, ACT_TELL, 0)->chosen);
    act(stage, ACT_TELL, 0);
    assert_affected(stage, "right");
    stage->house.clock.began.utc_s += 60; // the answer before it has a moment of its own
    act(stage, ACT_TAKE_PLAN, 0);
    assert_int_equal(kept(stage), 1);
    assert_affected(stage, "left");
    assert_string_equal(stage->window.message, "Taken over. Your profile now says: left.");
    act(stage, ACT_UNDO, 0);
    assert_int_equal(kept(stage), 0);
    assert_affected(stage, "right");
}

// The same file again, with another word about the side: the plan that is there stays.
static void a_version_that_is_kept_stays_where_the_answer_goes(void **state) {
    struct stage *stage = *state;
    for (int i = 0; i < 2; i++) {
        drop(stage, for_the_left);
        act(stage, ACT_SIDE, SIDE_LEFT);
        if (i == 1) {
            act(stage, ACT_TELL, 0);
        }
        act(stage, ACT_TAKE_PLAN, 0);
    }
    assert_affected(stage, "left");
    act(stage, ACT_UNDO, 0);
    assert_affected(stage, "");
    assert_int_equal(kept(stage), 1);
}

int main(void) {
#define WHOSE(test) cmocka_unit_test_setup_teardown(test, open_stage, close_stage)
    const struct CMUnitTest tests[] = {
        WHOSE(it_is_asked_where_nothing_is_told),
        WHOSE(where_both_agree_nothing_is_asked),
        WHOSE(a_plan_without_a_side_asks_for_none),
        WHOSE(items_with_a_side_ask_too),
        WHOSE(the_other_side_is_not_taken_over_silently),
        WHOSE(the_answer_goes_into_the_profile_where_she_says_so),
        WHOSE(a_version_that_is_kept_stays_where_the_answer_goes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
