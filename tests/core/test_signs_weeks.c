// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "signs_made.h"

// The rules of weeks of numbers at their edges: how many days a value wants, and which days it is
// held against.

// Four numbers in each of six weeks, the least: from the oldest week to this one. -1: three of 9.
static void weeks(struct made *made, const double values[6]) {
    static const int days[] = {6, 4, 2, 0};
    make(made);
    for (int week = 5; week >= 0; week--) {
        double value = values[5 - week];
        for (int i = value < 0; i < 4; i++) {
            rate(made, 7 * week + days[i], 7 * week + days[i], value < 0 ? 9 : value);
        }
    }
}

static void four_numbers_make_a_week(void **state) {
    (void)state;
    static const struct {
        double weeks[6]; // the oldest first
        bool raised;
        double then; // the mean of those before this week
        int n;       // rated days of these
    } rows[] = {
        // This week against (5 + 3 + 1 + 2) / 4, the last against (3 + 1 + 2 + 2) / 4.
        {{2, 2, 1, 3, 5, 5}, true, 2.75, 16},
        {{2, 2, 1, 3, 4, 5}, true, 2.5, 16},
        {{2, 2, 1, 3, 3.5, 5}, false, 0, 0}, // the last week by 1.5 alone
        {{2, 2, 1, 3, 5, 4.5}, false, 0, 0},
        {{2, 2, 1, 3, 5, -1}, false, 0, 0}, // no value this week, then the last week
        {{2, 2, 1, 3, -1, 5}, false, 0, 0},
        // Three of the four before are enough, two are none: (5 + 3 + 2) / 3, (3 + 2 + 2) / 3.
        {{2, 2, -1, 3, 5, 5.5}, true, 10.0 / 3, 12},
        {{2, -1, -1, 3, 5, 5.5}, false, 0, 0},
        {{-1, 2, -1, 3, 5, 5.5}, false, 0, 0}, // of the last week two
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct made made;
        struct sign sign = {0};
        weeks(&made, rows[i].weeks);
        assert_int_equal(raised(&made, SIGN_RISING, &sign), rows[i].raised);
        if (rows[i].raised) {
            assert_int_equal((int)sign.facts[2], AGAINST_WEEKS);
            equal(sign.facts[0], rows[i].weeks[5]);
            equal(sign.facts[1], rows[i].then);
            equal(sign.facts[3], rows[i].weeks[4]);
            assert_int_equal((int)sign.facts[4], 4);
            assert_int_equal((int)sign.facts[5], rows[i].n);
            assert_int_equal(sign.days, 4);
        }
    }
}

// The week before ends seven days ago, and each has a number of days of its own.
static void the_last_week_ends_seven_days_ago(void **state) {
    (void)state;
    struct made made;
    struct sign sign = {0};
    make(&made);
    rate(&made, 60, 15, 2);
    rate(&made, 10, 7, 5); // four days, and none fourteen days ago
    rate(&made, 6, 2, 6);
    assert_true(raised(&made, SIGN_RISING, &sign));
    assert_int_equal((int)sign.facts[4], 4);
    assert_int_equal(sign.days, 5);
    // So it does in earlier cycles.
    make(&made);
    inject(&made, 100, 60, 20);
    rate(&made, 90, 87, 1);
    rate(&made, 86, 80, 4);
    rate(&made, 50, 47, 2);
    rate(&made, 46, 40, 3);
    rate(&made, 39, 14, 9);
    rate(&made, 13, 7, 4);
    rate(&made, 6, 0, 6);
    assert_true(raised(&made, SIGN_RISING, &sign));
    assert_int_equal((int)sign.facts[2], AGAINST_CYCLES);
}

// Where the cycle before has no value for one of the two weeks, the weeks before are asked.
static void half_a_cycle_is_no_measure(void **state) {
    (void)state;
    struct made made;
    struct sign sign = {0};
    make(&made);
    inject(&made, 70, 20, -1);
    rate(&made, 60, 14, 2); // of the days 3 to 17 eight, of 10 to 24 all
    rate(&made, 13, 0, 5);
    assert_true(raised(&made, SIGN_RISING, &sign));
    assert_int_equal((int)sign.facts[2], AGAINST_WEEKS);
    equal(sign.facts[1], 2.75);
}

// A week is seven days to the day: a number each day, and other values right beside each week.
static void weeks_are_seven_days(void **state) {
    (void)state;
    static const double values[] = {2, 3, 1, 2, 5, 5}; // (5 + 2 + 1 + 3) / 4, (2 + 1 + 3 + 2) / 4
    struct made made;
    struct sign sign = {0};
    make(&made);
    rate(&made, 60, 42, 9);
    for (int week = 5; week >= 0; week--) {
        rate(&made, 7 * week + 6, 7 * week, values[5 - week]);
    }
    assert_true(raised(&made, SIGN_RISING, &sign));
    equal(sign.facts[1], 2.75);
    assert_int_equal((int)sign.facts[5], 28);
}

// Injections 100, 60 and 20 days ago: this week are the days 14 to 20 of the cycle, the last week
// the days 7 to 13. In the first cycle these are 4 and 1, in the second 3 and 2, all else is 9.
static void two_cycles(struct made *made, double last, double now) {
    make(made);
    inject(made, 100, 60, 20);
    made->events[made->facts.injection_count++] = TODAY + 70; // noted ahead
    rate(made, 110, 94, 9);
    rate(made, 93, 87, 1);
    rate(made, 86, 80, 4);
    rate(made, 79, 54, 9);
    rate(made, 53, 47, 2);
    rate(made, 46, 40, 3);
    rate(made, 39, 14, 9);
    rate(made, 13, 7, last);
    rate(made, 6, 0, now);
}

static void the_same_days_of_two_cycles(void **state) {
    (void)state;
    struct made made;
    struct sign sign = {0};
    two_cycles(&made, 4, 6); // against the higher of each: 2 and 4
    assert_true(raised(&made, SIGN_RISING, &sign));
    assert_int_equal((int)sign.facts[2], AGAINST_CYCLES);
    equal(sign.facts[1], 4);
    assert_int_equal((int)sign.facts[5], 7);
    two_cycles(&made, 3, 6);
    assert_false(raised(&made, SIGN_RISING, NULL));
    two_cycles(&made, 4, 5);
    assert_false(raised(&made, SIGN_RISING, NULL));
    // A third one further back is not asked: as high as it was then.
    two_cycles(&made, 4, 6);
    made.facts.injection_count = 0;
    made.events[3] = TODAY - 20;
    made.events[2] = TODAY - 60;
    made.events[1] = TODAY - 100;
    made.events[0] = TODAY - 110 - 14; // its day 14 is the first of the nines
    made.facts.injection_count = 4;
    assert_true(raised(&made, SIGN_RISING, &sign));
    equal(sign.facts[1], 4);
}

// Where there is but one, four days more on each side: the days 10 to 24 after the injection.
static void one_cycle_is_looked_at_more_widely(void **state) {
    (void)state;
    struct made made;
    struct sign sign = {0};
    make(&made);
    inject(&made, 70, 20, -1);
    rate(&made, 110, 71, 9);
    rate(&made, 70, 46, 2); // the days 0 to 24
    rate(&made, 45, 14, 9);
    rate(&made, 13, 0, 5);
    assert_true(raised(&made, SIGN_RISING, &sign));
    assert_int_equal((int)sign.facts[2], AGAINST_CYCLES);
    assert_int_equal((int)sign.facts[5], 15);
    // It was 24 days long: what comes from its end on belongs to the next one.
    make(&made);
    inject(&made, 44, 20, -1);
    rate(&made, 90, 45, 9);
    rate(&made, 44, 14, 2);
    rate(&made, 13, 0, 5);
    assert_true(raised(&made, SIGN_RISING, &sign));
    assert_int_equal((int)sign.facts[2], AGAINST_CYCLES);
    assert_int_equal((int)sign.facts[5], 14);
}

// On day 15 the week before ended with day 8: two days more on each side, the days 0 to 10, seven
// of which have a number. One day less on each side has five of nine, one more seven of thirteen;
// both are too few, and the weeks before are as high as these.
static void it_is_not_looked_at_across_its_injection(void **state) {
    (void)state;
    static const int days[] = {0, 2, 4, 5, 6, 8, 10};
    struct made made;
    struct sign sign = {0};
    make(&made);
    inject(&made, 65, 15, -1);
    rate(&made, 90, 67, 9);
    for (int i = 0; i < 7; i++) {
        rate(&made, 65 - days[i], 65 - days[i], 2);
    }
    rate(&made, 52, 46, 2); // none on the days 11 and 12
    rate(&made, 45, 14, 9);
    rate(&made, 13, 0, 5);
    assert_true(raised(&made, SIGN_RISING, &sign));
    assert_int_equal((int)sign.facts[2], AGAINST_CYCLES);
}

// Of a cycle of ten days nothing is left to compare the days 44 to 50 with.
static void a_cycle_too_short_is_no_measure(void **state) {
    (void)state;
    struct made made;
    make(&made);
    inject(&made, 60, 50, -1);
    rate(&made, 110, 0, 5);
    assert_false(raised(&made, SIGN_RISING, NULL));
    // Day 13 is the first on which this week has its days in the cycle before.
    for (int into = 12; into <= 13; into++) {
        struct sign sign = {0};
        make(&made);
        inject(&made, 50, into, -1);
        rate(&made, 110, 51, 9);
        rate(&made, 50, 20, 0);
        rate(&made, 19, 14, 9);
        rate(&made, 13, 0, 4);
        assert_int_equal(raised(&made, SIGN_RISING, &sign), into == 13);
    }
}

// Before the injection 4, and 5 in its worst seven days; from day 21 on two weeks of 7 are told,
// whatever the cycle says.
static void above_the_worst_week_before(void **state) {
    (void)state;
    static const struct {
        int into, worst_to; // the worst days end so many days before the injection
        int days;           // so many they are
        double last, now;
        bool told;
    } rows[] = {
        {21, 1, 7, 7, 7, true},
        {20, 1, 7, 7, 7, false}, // the last week was not yet whole behind the two of setting in
        {21, 1, 7, 6.5, 7, false},
        {21, 1, 7, 7, 6.5, false},
        // Four weeks back: at 25 the oldest seven days of these hold four of the fives, at 26
        // three.
        {21, 25, 7, 7, 7, true},
        {21, 25, 7, 6, 6, false},
        {21, 26, 7, 6, 6, true},
        // The last four days of the week before it are the most of one week alone.
        {21, 1, 4, 7, 7, true},
        {21, 1, 4, 6, 6, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct made made;
        struct sign sign = {0};
        int worst_to = rows[i].into + rows[i].worst_to;
        make(&made);
        inject(&made, rows[i].into, -1, -1);
        rate(&made, 110, worst_to + rows[i].days, 4);
        rate(&made, worst_to + rows[i].days - 1, worst_to, 5);
        rate(&made, worst_to - 1, rows[i].into + 1, 4);
        rate(&made, rows[i].into, 14, 6);
        rate(&made, 13, 7, rows[i].last);
        rate(&made, 6, 0, rows[i].now);
        bool told = raised(&made, SIGN_RISING, &sign) && (int)sign.facts[2] == AGAINST_WORST;
        assert_int_equal(told, rows[i].told);
        if (told) {
            equal(sign.facts[1], worst_to - rows[i].into == 26 ? 4 : 5);
            assert_int_equal((int)sign.facts[5], 7);
        }
    }
}

// Six weeks are looked at; as long as one of their days is a day 56 to 140 of a cycle, a plain rise
// says nothing.
static void a_rise_waits_while_an_injection_wears_off(void **state) {
    (void)state;
    static const struct {
        int one, two; // injections, so many days ago
        bool raised;
    } rows[] = {
        {-1, -1, true},
        {55, -1, true},
        {56, -1, false},
        {181, -1, false}, // its day 140 is the oldest of the 42 days
        {182, -1, true},
        {100, 45, true}, // another came on its day 55, and 56
        {100, 44, true},
        {97, 40, false}, // on its day 57: day 56 is the oldest of the 42, then
                         // one day older
        {98, 41, true},
        {181, 41, true}, // on its day 140
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct made made;
        make(&made);
        inject(&made, rows[i].one, rows[i].two, -1);
        made.events[made.facts.injection_count++] = TODAY + 200; // noted ahead
        rate(&made, 41, 14, 2);
        rate(&made, 13, 0, 5);
        struct sign sign = {0};
        bool told = raised(&made, SIGN_RISING, &sign) && (int)sign.facts[2] == AGAINST_WEEKS;
        assert_int_equal(told, rows[i].raised);
    }
    // The next one is none yet.
    struct made made;
    make(&made);
    inject(&made, 100, 44, -1);
    made.events[1] = TODAY + 1;
    rate(&made, 41, 14, 2);
    rate(&made, 13, 0, 5);
    assert_false(raised(&made, SIGN_RISING, NULL));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(four_numbers_make_a_week),
        cmocka_unit_test(weeks_are_seven_days),
        cmocka_unit_test(the_last_week_ends_seven_days_ago),
        cmocka_unit_test(half_a_cycle_is_no_measure),
        cmocka_unit_test(the_same_days_of_two_cycles),
        cmocka_unit_test(one_cycle_is_looked_at_more_widely),
        cmocka_unit_test(it_is_not_looked_at_across_its_injection),
        cmocka_unit_test(a_cycle_too_short_is_no_measure),
        cmocka_unit_test(above_the_worst_week_before),
        cmocka_unit_test(a_rise_waits_while_an_injection_wears_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
