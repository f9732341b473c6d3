// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "german.h"

static char folder[SCRATCH_PATH_MAX];

static void clocks_show_hours_only_where_there_are_some(void **state) {
    (void)state;
    static const struct {
        int64_t ms;
        const char *shown;
    } cases[] = {
        {0, "0:00"},          {999, "0:00"},          {1000, "0:01"},     {59999, "0:59"},
        {60000, "1:00"},      {270000, "4:30"},       {3599999, "59:59"}, {3600000, "1:00:00"},
        {3900000, "1:05:00"}, {86400000, "24:00:00"}, {-1, "0:00"},       {INT64_MIN, "0:00"},
    };
    char shown[TEXT_CLOCK_MAX];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_string_equal(text_clock(cases[i].ms, shown), cases[i].shown);
    }
    assert_true(strlen(text_clock(INT64_MAX, shown)) < TEXT_CLOCK_MAX);
    assert_non_null(strstr(shown, "999999999:"));
}

static void check_decimals(void) {
    static const struct {
        double value;
        const char *shown;
    } cases[] = {
        {0, "0"},
        {-0.0, "0"},
        {4, "4"},
        {5.5, "5.5"},
        {0.25, "0.25"},
        {-2.5, "-2.5"},
        {100, "100"},
        {0.1 + 0.2, "0.3"},
        {1e6, "1000000"},
        {0.000001, "0.000001"},
        {0.0000001, "0"},
        {-0.0000001, "0"},
        {1234567.891, "1234567.891"},
        {1e15, "1e+15"},
        {-1.5e300, "-1.5e+300"},
    };
    char shown[TEXT_NUMBER_MAX];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_string_equal(text_decimal(cases[i].value, shown), cases[i].shown);
    }
}

static void decimals_have_no_needless_zeros(void **state) {
    (void)state;
    check_decimals();
    char shown[TEXT_NUMBER_MAX];
    double zero = 0;
    assert_string_equal(text_decimal(1 / zero, shown), "inf");
    assert_string_equal(text_decimal(-1 / zero, shown), "-inf");
}

static void check_reading(void) {
    static const struct {
        const char *text;
        double value;
    } good[] = {
        {"4", 4},
        {"-2.5", -2.5},
        {"0.1", 0.1},
        {"007.50", 7.5},
        {".5", 0.5},
        {"-.25", -0.25},
        {"123456789.987654321", 123456789.987654321},
        {"0.1234567890123456789", 0.1234567890123456789},
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        double value = 99;
        assert_true(text_read_decimal(good[i].text, &value));
        assert_memory_equal(&value, &good[i].value, sizeof value);
    }
    static const char *const bad[] = {
        "",   "-",  ".",    "5.",    "-.",  "1,5", "1e3", "0x10",  "+1",
        " 1", "1 ", "1.5s", "1.2.3", "inf", "nan", "--1", "1_000", "½",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        double value = 99;
        assert_false(text_read_decimal(bad[i], &value));
        assert_true(value > 98);
    }
}

static void decimals_are_read_whole_or_not_at_all(void **state) {
    (void)state;
    check_reading();
    // More digits than any double holds.
    char huge[402];
    memset(huge, '9', 401);
    huge[401] = '\0';
    double value = 99;
    assert_false(text_read_decimal(huge, &value));
}

static void a_german_locale_changes_no_number(void **state) {
    (void)state;
    german_make(folder);
    check_decimals();
    check_reading();
    // The caller's locale is as it was.
    char comma[8];
    text_format(comma, sizeof comma, "%.1f", 1.5);
    assert_string_equal(comma, "1,5");
    german_leave();
}

static void whole_numbers_reach_both_ends(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int64_t value;
    } good[] = {
        {"0", 0},
        {"-0", 0},
        {"42", 42},
        {"-007", -7},
        {"9223372036854775807", INT64_MAX},
        {"-9223372036854775808", INT64_MIN},
        {"0000000000000000000000000000001", 1},
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        int64_t value = 99;
        assert_true(text_read_whole(good[i].text, &value));
        assert_true(value == good[i].value);
    }
    static const char *const bad[] = {
        "",
        "-",
        "+1",
        "1.0",
        "1 ",
        " 1",
        "9223372036854775808",
        "-9223372036854775809",
        "99999999999999999999",
        "0x1",
        "1e3",
        "--1",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        int64_t value = 99;
        assert_false(text_read_whole(bad[i], &value));
        assert_true(value == 99);
    }
}

static int begin(void **state) {
    (void)state;
    scratch_make(folder);
    return 0;
}

static int end(void **state) {
    (void)state;
    german_leave();
    scratch_remove(folder);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clocks_show_hours_only_where_there_are_some),
        cmocka_unit_test(decimals_have_no_needless_zeros),
        cmocka_unit_test(decimals_are_read_whole_or_not_at_all),
        cmocka_unit_test(whole_numbers_reach_both_ends),
        cmocka_unit_test(a_german_locale_changes_no_number),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
