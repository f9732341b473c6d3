// SPDX-License-Identifier: MIT
#include "run/day_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct wall at(const char *text) {
    struct wall wall;
    struct error err;
    assert_true(wall_read(text, &wall, &err));
    return wall;
}

static void the_greeting_follows_the_persons_clock(void **state) {
    (void)state;
    static const struct {
        const char *when, *greeting;
    } cases[] = {
        {"2026-11-21T04:59:59+01:00", "Good evening"},
        {"2026-11-21T05:00:00+01:00", "Good morning"},
        {"2026-11-21T11:59:00+01:00", "Good morning"},
        {"2026-11-21T12:00:00+01:00", "Good afternoon"},
        {"2026-11-21T17:59:00-08:00", "Good afternoon"},
        {"2026-11-21T18:00:00-08:00", "Good evening"},
        {"1960-02-29T06:00:00+00:00", "Good morning"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_string_equal(day_words_greeting(at(cases[i].when)), cases[i].greeting);
    }
}

static void the_date_is_that_of_the_persons_clock(void **state) {
    (void)state;
    char to[DAY_WORDS_DATE_MAX];
    assert_string_equal(day_words_date(at("2026-11-21T00:30:00+01:00"), to),
                        "Saturday, 21 November");
    assert_string_equal(day_words_date(at("2024-02-29T23:30:00-08:00"), to),
                        "Thursday, 29 February");
    assert_string_equal(day_words_date(at("1970-01-01T12:00:00+00:00"), to), "Thursday, 1 January");
    assert_string_equal(day_words_date(at("1969-12-31T12:00:00+00:00"), to),
                        "Wednesday, 31 December");
}

static void lengths_are_rounded_to_half_a_minute(void **state) {
    (void)state;
    static const struct {
        int64_t ms;
        const char *words;
    } cases[] = {
        {0, "0 s"},           {40400, "40 s"},     {59499, "59 s"},     {60000, "1 min"},
        {74999, "1 min"},     {75000, "1½ min"},   {210000, "3½ min"},  {1000000, "16½ min"},
        {3584999, "59½ min"}, {3600000, "1:00 h"}, {4500000, "1:15 h"}, {14400000, "4:00 h"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char to[DAY_WORDS_LENGTH_MAX];
        assert_string_equal(day_words_length(cases[i].ms, to), cases[i].words);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_greeting_follows_the_persons_clock),
        cmocka_unit_test(the_date_is_that_of_the_persons_clock),
        cmocka_unit_test(lengths_are_rounded_to_half_a_minute),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
