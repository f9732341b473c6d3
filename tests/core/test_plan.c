// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "plan_made.h"

// Which version is in force, and what it asks on a day.

static void an_item_falls_on_its_days(void **state) {
    (void)state;
    struct plan plan = plan_made("a", MONDAY, MONDAY + 13);
    struct plan_item *item = plan_asks(&plan, "x", 3);
    item->days = 1U << 0 | 1U << 2; // Monday and Wednesday
    item->from = MONDAY + 2;
    item->to = MONDAY + 8;
    static const int wanted[] = {0, 0, 3, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0};
    for (int i = 0; i < 15; i++) {
        assert_int_equal(plan_item_due(&plan, 0, MONDAY + i), wanted[i]);
    }
    item->from = INT64_MIN;
    item->to = INT64_MAX;
    assert_int_equal(plan_item_due(&plan, 0, MONDAY - 7), 0); // before the plan
    assert_int_equal(plan_item_due(&plan, 0, MONDAY + 14), 0);
    assert_int_equal(plan_item_due(&plan, 0, MONDAY), 3);
}

static void the_first_version_counts_from_its_from(void **state) {
    (void)state;
    struct plan plan = plan_made("a", MONDAY, MONDAY + 6);
    plan_asks(&plan, "x", 1);
    struct plan_version version = version_of(&plan, MONDAY + 3); // added on the Thursday
    struct plan_book book = book_of(&version, 1);
    assert_null(plan_in_force(&book, "a", MONDAY - 1));
    assert_ptr_equal(plan_in_force(&book, "a", MONDAY), &plan);
    assert_ptr_equal(plan_in_force(&book, "a", MONDAY + 6), &plan);
    assert_null(plan_in_force(&book, "a", MONDAY + 7));
    assert_null(plan_in_force(&book, "b", MONDAY));
}

static void a_later_version_holds_from_its_day_and_never_before(void **state) {
    (void)state;
    struct plan one = plan_made("a", MONDAY, INT64_MAX);
    plan_asks(&one, "x", 2);
    struct plan two = plan_made("a", MONDAY, INT64_MAX); // the same `from`
    plan_asks(&two, "x", 3);
    struct plan_version versions[] = {version_of(&one, MONDAY), version_of(&two, MONDAY + 3)};
    struct plan_book book = book_of(versions, 2);
    assert_ptr_equal(plan_in_force(&book, "a", MONDAY + 2), &one);
    assert_ptr_equal(plan_in_force(&book, "a", MONDAY + 3), &one); // the day of adding: the less
    assert_ptr_equal(plan_in_force(&book, "a", MONDAY + 4), &two);
    two.items[0].per_day = 1;
    assert_ptr_equal(plan_in_force(&book, "a", MONDAY + 3), &two);
    two.items[0].per_day = 2; // as much: the new one
    assert_ptr_equal(plan_in_force(&book, "a", MONDAY + 3), &two);
    // Where the new one rests on that day it asks for nothing.
    two.items[0].per_day = 3;
    two.pauses[two.pause_count++] = (struct plan_pause){MONDAY + 3, MONDAY + 3, "away"};
    assert_ptr_equal(plan_in_force(&book, "a", MONDAY + 3), &two);
    two.pause_count = 0;
    two.items[0].per_day = 2;
    // One that begins later leaves the older one in force until then.
    two.from = MONDAY + 5;
    assert_ptr_equal(plan_in_force(&book, "a", MONDAY + 4), &one);
    assert_ptr_equal(plan_in_force(&book, "a", MONDAY + 5), &two);
    // The newer one has ended: the older one does not come back.
    two.to = MONDAY + 6;
    assert_null(plan_in_force(&book, "a", MONDAY + 7));
}

static void two_versions_of_one_day_leave_the_last(void **state) {
    (void)state;
    struct plan plans[3];
    struct plan_version versions[3];
    for (int i = 0; i < 3; i++) {
        plans[i] = plan_made("a", MONDAY, INT64_MAX);
        plan_asks(&plans[i], "x", 1);
        versions[i] = version_of(&plans[i], i ? MONDAY + 3 : MONDAY);
    }
    plans[1].items[0].per_day = 0; // replaced before the day was over: never in force
    struct plan_book book = book_of(versions, 3);
    assert_ptr_equal(plan_in_force(&book, "a", MONDAY + 3), &plans[2]);
    assert_ptr_equal(plan_in_force(&book, "a", MONDAY + 4), &plans[2]);
}

static void a_removed_plan_ends_with_yesterday(void **state) {
    (void)state;
    struct plan one = plan_made("a", MONDAY, INT64_MAX);
    plan_asks(&one, "x", 1);
    struct plan again = one;
    struct plan_version versions[] = {version_of(&one, MONDAY), version_of(&again, MONDAY + 9)};
    versions[0].removed = MONDAY + 4;
    struct plan_book book = book_of(versions, 2);
    assert_ptr_equal(plan_in_force(&book, "a", MONDAY + 3), &one);
    assert_null(plan_in_force(&book, "a", MONDAY + 4));
    assert_null(plan_in_force(&book, "a", MONDAY + 8));
    assert_ptr_equal(plan_in_force(&book, "a", MONDAY + 9), &again); // added anew
}

static void several_plans_stand_beside_one_another(void **state) {
    (void)state;
    struct plan one = plan_made("a", MONDAY, INT64_MAX);
    struct plan two = plan_made("b", MONDAY + 2, INT64_MAX);
    struct plan_version versions[] = {version_of(&one, MONDAY), version_of(&two, MONDAY),
                                      version_of(&one, MONDAY + 1)};
    struct plan_book book = book_of(versions, 3);
    const struct plan *plans[PLANS_MAX];
    assert_int_equal(plans_in_force(&book, MONDAY + 1, plans, PLANS_MAX), 1);
    assert_int_equal(plans_in_force(&book, MONDAY + 2, plans, PLANS_MAX), 2);
    assert_ptr_equal(plans[0], &one);
    assert_ptr_equal(plans[1], &two);
    assert_int_equal(plans_in_force(&book, MONDAY + 2, plans, 1), 1);
}

static void a_rest_is_of_one_plan_or_of_all(void **state) {
    (void)state;
    struct plan one = plan_made("a", MONDAY, INT64_MAX);
    struct plan two = plan_made("b", MONDAY, INT64_MAX);
    one.pauses[one.pause_count++] = (struct plan_pause){MONDAY + 1, MONDAY + 2, "away"};
    const struct plan_rest rests[] = {{"b", MONDAY + 2, MONDAY + 3},
                                      {NULL, MONDAY + 5, MONDAY + 5}};
    struct plan_book book = {.rests = rests, .rest_count = 2};
    static const struct {
        bool one, two;
    } wanted[] = {{false, false}, {true, false}, {true, true},  {false, true},
                  {false, false}, {true, true},  {false, false}};
    for (int i = 0; i < 7; i++) {
        assert_int_equal(plan_rests(&book, &one, MONDAY + i), wanted[i].one);
        assert_int_equal(plan_rests(&book, &two, MONDAY + i), wanted[i].two);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_item_falls_on_its_days),
        cmocka_unit_test(the_first_version_counts_from_its_from),
        cmocka_unit_test(a_later_version_holds_from_its_day_and_never_before),
        cmocka_unit_test(two_versions_of_one_day_leave_the_last),
        cmocka_unit_test(a_removed_plan_ends_with_yesterday),
        cmocka_unit_test(several_plans_stand_beside_one_another),
        cmocka_unit_test(a_rest_is_of_one_plan_or_of_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
