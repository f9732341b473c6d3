// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/cycle.h"

// Cycles of injections at their edges (domain.md 8.2), days worked out by hand.

enum { INJECTED = 20000, ROOM = 400 };

// Numbers day by day, the days counted from the injection.
struct course {
    struct daily days[ROOM];
    int count;
};

static void rate(struct course *course, int from, int to, double value) {
    for (int day = from; day <= to; day++) {
        course->days[course->count++] = (struct daily){INJECTED + day, value};
    }
}

// Before it 6, so that 3 is the half.
static struct cycle cycle_with(struct course *course, int length) {
    const int64_t injection = INJECTED;
    return cycle_of(course->days, course->count, &injection, 1, 0, INJECTED + length - 1);
}

static void the_first_of_three_days_running(void **state) {
    (void)state;
    static const struct {
        int low, until; // days below the half
        int length;
        int better, wearing_off;
    } rows[] = {
        {1, 20, 60, 1, 21},                       // from the first day on
        {0, 2, 60, -1, -1},                       // the day of the injection is none of them
        {0, 3, 60, 1, 4},     {5, 6, 60, -1, -1}, // two alone
        {57, 59, 60, 57, -1},                     // the last three days
        {57, 59, 59, -1, -1},                     // of which one is still to come
        {10, 56, 60, 10, 57},                     // and the last three at the half
        {10, 57, 60, 10, -1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct course course = {.count = 0};
        rate(&course, -14, rows[i].low - 1, 6);
        rate(&course, rows[i].low, rows[i].until, 2.5);
        rate(&course, rows[i].until + 1, 70, 3); // at the half it is no better
        struct cycle cycle = cycle_with(&course, rows[i].length);
        assert_true(cycle.given);
        assert_int_equal(cycle.before_n, 14);
        assert_int_equal(cycle.length, rows[i].length);
        assert_int_equal(cycle.better, rows[i].better);
        assert_int_equal(cycle.wearing_off, rows[i].wearing_off);
    }
}

static void a_cycle_has_its_length(void **state) {
    (void)state;
    static const struct {
        int next, today, length; // days from the injection
    } rows[] = {{90, 200, 90},   {90, 90, 90},    {91, 90, 91},    {90, 89, 90},   {139, 300, 139},
                {140, 300, 140}, {141, 300, 140}, {500, 139, 140}, {500, 140, 140}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const int64_t injections[] = {INJECTED, INJECTED + rows[i].next};
        struct daily none = {0};
        struct cycle cycle = cycle_of(&none, 0, injections, 2, 0, INJECTED + rows[i].today);
        assert_int_equal(cycle.length, rows[i].length);
        assert_false(cycle.given);
        assert_int_equal(cycle.better, -1);
    }
}

static void two_weeks_are_compared(void **state) {
    (void)state;
    static const struct {
        int today, from, now_n; // days since the injection
        int next;               // the earlier cycle was so many days long
        int then_n;
    } rows[] = {
        {0, 0, 1, 90, 1},
        {12, 0, 13, 90, 13},
        {13, 0, 14, 90, 14},
        {14, 1, 14, 90, 14},
        {30, 17, 14, 90, 14},
        {30, 17, 14, 31, 14},
        {30, 17, 14, 30, 13}, // its day 30 is the next
                              // one's
        {30, 17, 14, 18, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct course course = {.count = 0};
        const int64_t injections[] = {INJECTED, INJECTED + rows[i].next};
        int today = rows[i].next + rows[i].today;
        rate(&course, -5, rows[i].next - 1, 4);
        rate(&course, rows[i].next, today + 5, 2);
        struct cycle_compared compared =
            cycle_compare(course.days, course.count, injections, 2, INJECTED + today, 3);
        assert_true(compared.given);
        assert_int_equal(compared.to_day, rows[i].today);
        assert_int_equal(compared.from_day, rows[i].from);
        assert_int_equal(compared.now_n, rows[i].now_n);
        assert_int_equal(compared.then_n, rows[i].then_n);
        assert_int_equal(compared.cycles, 1);
        assert_true(compared.now > 1.9 && compared.now < 2.1);
        assert_true(compared.then > 3.9 && compared.then < 4.1);
    }
}

static void without_an_earlier_cycle_nothing_is_compared(void **state) {
    (void)state;
    const int64_t injections[] = {INJECTED, INJECTED + 80};
    struct course course = {.count = 0};
    rate(&course, -20, 30, 4);
    struct cycle_compared none =
        cycle_compare(course.days, course.count, injections, 0, INJECTED + 30, 3);
    assert_false(none.given);
    assert_int_equal(none.now_n + none.cycles + none.to_day, 0);
    // The first one has its day and its numbers.
    struct cycle_compared first =
        cycle_compare(course.days, course.count, injections, 2, INJECTED + 30, 3);
    assert_false(first.given);
    assert_int_equal(first.to_day, 30);
    assert_int_equal(first.now_n, 14);
    assert_int_equal(first.cycles, 0);
    // No number of now, then of then: nothing.
    struct cycle_compared later =
        cycle_compare(course.days, course.count, injections, 2, INJECTED + 100, 3);
    assert_false(later.given);
    assert_int_equal(later.then_n, 14);
    // One of each is enough.
    course.count = 0;
    rate(&course, 20, 20, 5);
    rate(&course, 100, 100, 6);
    struct cycle_compared one =
        cycle_compare(course.days, course.count, injections, 2, INJECTED + 100, 3);
    assert_true(one.given);
    assert_int_equal(one.now_n, 1);
    assert_int_equal(one.then_n, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_of_three_days_running),
        cmocka_unit_test(a_cycle_has_its_length),
        cmocka_unit_test(two_weeks_are_compared),
        cmocka_unit_test(without_an_earlier_cycle_nothing_is_compared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
