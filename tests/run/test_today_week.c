// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "run/today_week.h"

// 2026-11-16 is a Monday.
enum { MONDAY = 20773 };

static void assert_words(const struct today_week *week, const char *expected) {
    struct text_builder text = {0};
    today_week_words(&text, week);
    assert_string_equal(text.text, expected);
    text_builder_free(&text);
}

static void three_days_that_stand_alike_are_told_as_one(void **state) {
    (void)state;
    struct today_week week = {.monday = MONDAY,
                              .today = 5,
                              .marks = {WEEK_DONE, WEEK_DONE, WEEK_PAUSED, WEEK_PAUSED, WEEK_PAUSED,
                                        WEEK_PART, WEEK_PART}};
    assert_words(&week, "Monday: done. Tuesday: done. Wednesday to Friday: rest day. "
                        "Saturday: part.");
    week.today = 6;
    assert_words(&week, "Monday: done. Tuesday: done. Wednesday to Friday: rest day. "
                        "Saturday: part. Sunday: part.");
}

static void today_is_not_over_and_no_part_of_the_days_before(void **state) {
    (void)state;
    struct today_week week = {.monday = MONDAY, .today = 3};
    for (int day = 0; day < WEEK_DAYS; day++) {
        week.marks[day] = WEEK_OPEN;
    }
    assert_words(&week, "Monday to Wednesday: left open. Thursday: open now.");
    for (int day = 0; day < WEEK_DAYS; day++) {
        week.marks[day] = WEEK_DONE;
    }
    assert_words(&week, "Monday to Thursday: done.");
    week.today = 0;
    assert_words(&week, "Monday: done.");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(three_days_that_stand_alike_are_told_as_one),
        cmocka_unit_test(today_is_not_over_and_no_part_of_the_days_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
