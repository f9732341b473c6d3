// SPDX-License-Identifier: MIT
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/cycle.h"

enum { DAY = 20000, CYCLE = 91 };

static int add(struct daily *days, int n, int64_t from, int64_t to, double value) {
    for (int64_t day = from; day <= to; day++) {
        days[n++] = (struct daily){day, value};
    }
    return n;
}

// Before it 8, so half is 4: three days of 3 from day 5 on are better, day 70 wears off.
static void a_cycle_has_its_two_days(void **state) {
    (void)state;
    const int64_t injected = DAY;
    struct daily days[200];
    int n = add(days, 0, DAY - 14, DAY + 4, 8);
    n = add(days, n, DAY + 5, DAY + 69, 3);
    n = add(days, n, DAY + 70, DAY + 90, 4); // half itself is "half or more"
    struct cycle cycle = cycle_of(days, n, &injected, 1, 0, DAY + 90);
    assert_true(cycle.given);
    assert_true(fabs(cycle.before - 8) < 1e-9);
    assert_int_equal(cycle.before_n, 14);
    assert_int_equal(cycle.better, 5);
    assert_int_equal(cycle.wearing_off, 70);
    assert_int_equal(cycle.length, 91);
    // Not seen yet: two days are not three.
    cycle = cycle_of(days, n, &injected, 1, 0, DAY + 71);
    assert_int_equal(cycle.wearing_off, -1);
    cycle = cycle_of(days, n, &injected, 1, 0, DAY + 6);
    assert_int_equal(cycle.better, -1);
}

static void three_rated_days_need_not_be_neighbours(void **state) {
    (void)state;
    const int64_t injected = DAY;
    const struct daily days[] = {{DAY - 3, 6},  {DAY + 4, 2},  {DAY + 9, 5},  {DAY + 12, 2},
                                 {DAY + 20, 1}, {DAY + 31, 2}, {DAY + 60, 3}, {DAY + 66, 2},
                                 {DAY + 70, 3}, {DAY + 72, 4}, {DAY + 75, 3}};
    struct cycle cycle = cycle_of(days, 11, &injected, 1, 0, DAY + 90);
    assert_int_equal(cycle.better, 12);      // day 4 stands alone
    assert_int_equal(cycle.wearing_off, 70); // day 60 too
}

static void a_cycle_ends_with_the_next_injection(void **state) {
    (void)state;
    const int64_t injections[] = {DAY, DAY + CYCLE};
    struct daily days[300];
    int n = add(days, 0, DAY - 14, DAY - 1, 8);
    n = add(days, n, DAY, DAY + CYCLE - 1, 2);
    n = add(days, n, DAY + CYCLE, DAY + CYCLE + 30, 9);
    struct cycle first = cycle_of(days, n, injections, 2, 0, DAY + CYCLE + 30);
    assert_int_equal(first.length, CYCLE);
    assert_int_equal(first.wearing_off, -1); // the nines are of the second one
    struct cycle second = cycle_of(days, n, injections, 2, 1, DAY + CYCLE + 30);
    assert_true(fabs(second.before - 2) < 1e-9);
    assert_int_equal(second.better, -1);
    // While the second lies ahead the first goes on; at most twenty weeks.
    assert_int_equal(cycle_of(days, n, injections, 2, 0, DAY + 50).length, 51);
    assert_int_equal(cycle_of(days, n, injections, 1, 0, DAY + 500).length, CYCLE_DAYS);
}

static void without_numbers_before_it_nothing_is_said(void **state) {
    (void)state;
    const int64_t injected = DAY;
    struct daily days[100];
    int n = add(days, 0, DAY - 40, DAY - 15, 8);
    n = add(days, n, DAY + 1, DAY + 60, 1);
    assert_false(cycle_of(days, n, &injected, 1, 0, DAY + 60).given);
}

static void the_present_cycle_is_younger_than_twenty_weeks(void **state) {
    (void)state;
    const int64_t injections[] = {DAY, DAY + 100};
    assert_int_equal(cycle_present(injections, 2, DAY - 1), -1);
    assert_int_equal(cycle_present(injections, 2, DAY), 0);
    assert_int_equal(cycle_present(injections, 2, DAY + 99), 0);
    assert_int_equal(cycle_present(injections, 2, DAY + 100), 1);
    assert_int_equal(cycle_present(injections, 2, DAY + 239), 1);
    assert_int_equal(cycle_present(injections, 2, DAY + 240), -1);
    assert_int_equal(cycle_present(NULL, 0, DAY), -1);
}

// Days 57 to 70: now 5, then 3 and 4.
static void the_same_days_of_earlier_cycles_are_compared(void **state) {
    (void)state;
    const int64_t injections[] = {DAY, DAY + CYCLE, DAY + 2 * CYCLE};
    struct daily days[300];
    int n = add(days, 0, DAY, DAY + CYCLE - 1, 3);
    n = add(days, n, DAY + CYCLE, DAY + 2 * CYCLE - 1, 4);
    n = add(days, n, DAY + 2 * CYCLE, DAY + 2 * CYCLE + 70, 5);
    int64_t today = DAY + 2 * CYCLE + 70;
    struct cycle_compared compared = cycle_compare(days, n, injections, 3, today, 2);
    assert_true(compared.given);
    assert_int_equal(compared.from_day, 57);
    assert_int_equal(compared.to_day, 70);
    assert_int_equal(compared.now_n, 14);
    assert_int_equal(compared.then_n, 28);
    assert_int_equal(compared.cycles, 2);
    assert_true(fabs(compared.now - 5) < 1e-9 && fabs(compared.then - 3.5) < 1e-9);
    // The latest alone.
    compared = cycle_compare(days, n, injections, 3, today, 1);
    assert_true(fabs(compared.then - 4) < 1e-9);
    // The first cycle has none before it.
    assert_false(cycle_compare(days, n, injections, 1, DAY + 70, 2).given);
    // Day 95 of the third: the earlier ones ended with day 90.
    n = add(days, n, today + 1, DAY + 2 * CYCLE + 95, 6);
    compared = cycle_compare(days, n, injections, 3, DAY + 2 * CYCLE + 95, 1);
    assert_int_equal(compared.from_day, 82);
    assert_int_equal(compared.then_n, 9); // 82 to 90
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cycle_has_its_two_days),
        cmocka_unit_test(three_rated_days_need_not_be_neighbours),
        cmocka_unit_test(a_cycle_ends_with_the_next_injection),
        cmocka_unit_test(without_numbers_before_it_nothing_is_said),
        cmocka_unit_test(the_present_cycle_is_younger_than_twenty_weeks),
        cmocka_unit_test(the_same_days_of_earlier_cycles_are_compared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
