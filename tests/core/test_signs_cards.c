// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "signs_made.h"

// The two cards that are no sign of danger, at their edges: an injection that wears off, and warmth
// that is needed often.

// From day 56 on, against the days 15 to 55, of which 24 want a number.
static void the_card_of_wearing_off(void **state) {
    (void)state;
    static const struct {
        int into, missing;
        double now;
        bool raised;
    } rows[] = {
        {55, 0, 6, false}, {56, 0, 6, true},    {139, 0, 6, true}, {140, 0, 6, false},
        {62, 0, 4, true},  {62, 0, 3.5, false}, {62, 17, 6, true}, {62, 18, 6, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct made made;
        struct sign sign = {0};
        int into = rows[i].into;
        make(&made);
        inject(&made, into, -1, -1);
        if (into < 100) {
            rate(&made, 110, into - 14, 8);
        }
        // On the days 15 to 55 2, but for those of the last week.
        for (int day = into - 15; day >= into - 55; day--) {
            if (day >= 7 && into - 15 - day >= rows[i].missing) {
                rate(&made, day, day, 2);
            }
        }
        for (int day = into - 56 < 20 ? into - 56 : 20; day >= 7; day--) {
            rate(&made, day, day, 8);
        }
        rate(&made, 6, 0, rows[i].now);
        assert_int_equal(raised(&made, SIGN_WEARING_OFF, &sign), rows[i].raised);
        if (rows[i].raised) {
            assert_int_equal((int)sign.facts[0], into);
            equal(sign.facts[1], rows[i].now);
            equal(sign.facts[2], 2);
            assert_int_equal(sign.days, 7);
        }
        if (rows[i].raised && into > 61) {
            assert_int_equal((int)sign.facts[3], 41 - rows[i].missing);
        }
    }
}

// Ten of fourteen days, one of them three weeks ago, and two weeks with a value each.
static void warmth_on_ten_days_of_fourteen(void **state) {
    (void)state;
    static const struct {
        int oldest; // of ten days, so many days ago
        double last, now;
        bool raised;
    } rows[] = {
        {13, 4, 4, true},   {14, 4, 4, false},  {13, 4, 3.5, false},
        {13, 4, 5, true},   {13, -1, 4, false}, // no value of one of the weeks
        {13, 4, -1, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct made made;
        struct sign sign = {0};
        make(&made);
        made.warm[0] = TODAY - 20;
        made.warm[1] = TODAY - rows[i].oldest;
        for (int k = 0; k < 10; k++) { // the newest of the nine others twice
            made.warm[2 + k] = TODAY - 9 + (k < 9 ? k : 8);
        }
        made.facts.warm_count = 12;
        if (rows[i].last >= 0) {
            rate(&made, 13, 7, rows[i].last);
        }
        if (rows[i].now >= 0) {
            rate(&made, 6, 0, rows[i].now);
        }
        assert_int_equal(raised(&made, SIGN_WARMTH, &sign), rows[i].raised);
        if (rows[i].raised) {
            assert_int_equal((int)sign.facts[0], 0);
            assert_int_equal((int)sign.facts[1], 10);
            equal(sign.facts[2], rows[i].now);
            equal(sign.facts[3], rows[i].last);
            equal(sign.facts[4], 1);
        }
    }
    // The first week's four days end seven days ago.
    struct made four;
    make(&four);
    for (int k = 0; k < 10; k++) {
        four.warm[k] = TODAY - 13 + k;
    }
    four.facts.warm_count = 10;
    rate(&four, 10, 0, 4);
    assert_true(raised(&four, SIGN_WARMTH, NULL));
    // Three on one day are enough today, and no longer tomorrow; what lies ahead is not there yet.
    struct made made;
    struct sign sign = {0};
    make(&made);
    made.warm[0] = made.warm[1] = made.warm[2] = TODAY;
    made.facts.warm_count = 3;
    assert_true(raised(&made, SIGN_WARMTH, &sign));
    assert_int_equal((int)sign.facts[1], 1);
    equal(sign.facts[4], 0);
    made.facts.today = TODAY + 1;
    assert_false(raised(&made, SIGN_WARMTH, NULL));
    made.facts.today = TODAY - 1;
    assert_false(raised(&made, SIGN_WARMTH, NULL));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_card_of_wearing_off),
        cmocka_unit_test(warmth_on_ten_days_of_fourteen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
