// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "plan_made.h"

// Plans on their first and last day, and when it has to be looked at them anew.

static void an_item_has_its_own_days(void **state) {
    (void)state;
    struct plan plan = plan_made("a", MONDAY, MONDAY + 20);
    struct plan_item *item = plan_asks(&plan, "x", 2);
    item->from = MONDAY + 3;
    item->to = MONDAY + 5;
    static const int wanted[] = {0, 0, 0, 2, 2, 2, 0};
    for (int i = 0; i < 7; i++) {
        assert_int_equal(plan_item_due(&plan, 0, MONDAY + i), wanted[i]);
    }
    // And the plan its own, both included, whatever the item says.
    item->from = INT64_MIN;
    item->to = INT64_MAX;
    static const struct { int day, due; } rows[] = {{-1, 0}, {0, 2}, {20, 2}, {21, 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(plan_item_due(&plan, 0, MONDAY + rows[i].day), rows[i].due);
    }
}

// Which of two versions asks less on the day on which the second is added: sessions count, tasks
// do not, and what rests asks for nothing.
static void tasks_and_rests_ask_for_nothing(void **state) {
    (void)state;
    static const struct {
        int sessions[2], tasks[2]; // of the older and of the newer one
        int rests;                 // the newer one on that day
        int asked;                 // of that day
    } rows[] = {
        {{2, 1}, {0, 2}, 0, 1}, // the newer one has fewer sessions
        {{1, 2}, {2, 0}, 0, 1}, // the older one
        {{1, 2}, {0, 0}, 1, 0}, // the newer one rests
        {{2, 2}, {0, 1}, 0, 2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct plan plans[2];
        struct plan_version versions[2];
        for (int k = 0; k < 2; k++) {
            plans[k] = plan_made("a", MONDAY, INT64_MAX);
            plan_asks(&plans[k], "x", rows[i].sessions[k]);
            for (int task = 0; task < rows[i].tasks[k]; task++) {
                plan_asks(&plans[k], NULL, 3)->task = "Eye drops";
            }
            versions[k] = version_of(&plans[k], MONDAY + 2 * k);
        }
        plans[1].pauses[0] = (struct plan_pause){.from = MONDAY + 2, .to = MONDAY + 2};
        plans[1].pause_count = rows[i].rests;
        struct plan_book book = book_of(versions, 2);
        const struct done_sessions none = {0};
        assert_int_equal(adherence_day(&book, none, MONDAY + 2, MONDAY + 9).asked, rows[i].asked);
        assert_int_equal(adherence_day(&book, none, MONDAY + 3, MONDAY + 9).asked,
                         rows[i].sessions[1]);
    }
}

// From Tuesday to the next Monday, added on Wednesday, removed on Saturday; another one without an
// end from the second Thursday on, added before all of it.
static void plans_change_on_these_days(void **state) {
    (void)state;
    struct plan one = plan_made("a", MONDAY + 1, MONDAY + 7);
    struct plan two = plan_made("b", MONDAY + 10, INT64_MAX);
    struct plan_version versions[] = {version_of(&one, MONDAY + 2), version_of(&two, MONDAY - 9)};
    versions[0].removed = MONDAY + 5;
    struct plan_book book = book_of(versions, 2);
    static const struct {
        int day, next;
    } rows[] = {
        {-20, -9}, {-9, -8}, // the day of adding, and the one behind it
        {-8, 1},   {0, 1},   // it begins
        {1, 2},    {2, 3},   // it was added
        {3, 5},    {4, 5},   // removed
        {5, 8},    {7, 8},   // the day behind its last
        {8, 10},   {9, 10},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(plans_change_after(&book, MONDAY + rows[i].day), MONDAY + rows[i].next);
    }
    assert_true(plans_change_after(&book, MONDAY + 10) == INT64_MAX);
}

// When a plan has ended there is nothing left of it that could rest.
static void what_has_ended_does_not_rest(void **state) {
    (void)state;
    struct plan plan = plan_made("a", MONDAY, MONDAY + 2);
    plan_asks(&plan, "x", 1);
    const struct plan_rest rest = {NULL, MONDAY + 2, MONDAY + 4};
    struct plan_version version = version_of(&plan, MONDAY);
    struct plan_book book = {&version, 1, &rest, 1};
    static const enum day_kind kinds[] = {DAY_LEFT, DAY_LEFT, DAY_PAUSED, DAY_FREE, DAY_FREE};
    for (int i = 0; i < 5; i++) {
        struct day_account day =
            adherence_day(&book, (struct done_sessions){0}, MONDAY + i, MONDAY + 9);
        assert_int_equal(day.kind, kinds[i]);
    }
    const struct plan *plans[PLANS_MAX];
    assert_int_equal(plans_in_force(&book, MONDAY + 2, plans, PLANS_MAX), 1);
    assert_int_equal(plans_in_force(&book, MONDAY + 3, plans, PLANS_MAX), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_item_has_its_own_days),
        cmocka_unit_test(tasks_and_rests_ask_for_nothing),
        cmocka_unit_test(plans_change_on_these_days),
        cmocka_unit_test(what_has_ended_does_not_rest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
