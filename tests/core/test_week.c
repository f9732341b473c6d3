// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/week.h"

// Day numbers of the dates in the comments by `date -u -d DATE +%s` / 86400, weeks by `date
// +%G-W%V`.
static const struct {
    int64_t day;
    const char *week;
    int week_day;
} rows[] = {
    {0, "1970-W01", 3},       // 1970-01-01, a Thursday
    {-1, "1970-W01", 2},      // 1969-12-31
    {-4, "1969-W52", 6},      // 1969-12-28, a Sunday
    {20453, "2026-W01", 2},   // 2025-12-31
    {20454, "2026-W01", 3},   // 2026-01-01
    {20457, "2026-W01", 6},   // 2026-01-04
    {20458, "2026-W02", 0},   // 2026-01-05
    {20778, "2026-W47", 5},   // 2026-11-21
    {20818, "2026-W53", 3},   // 2026-12-31
    {20821, "2026-W53", 6},   // 2027-01-03
    {20822, "2027-W01", 0},   // 2027-01-04
    {19782, "2024-W09", 3},   // 2024-02-29
    {2932896, "9999-W52", 4}, // 9999-12-31
    {-719162, "0001-W01", 0}, // 0001-01-01
};

static void days_know_their_week(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[WEEK_TEXT_MAX];
        assert_string_equal(week_text(rows[i].day, text), rows[i].week);
        assert_int_equal(week_day(rows[i].day), rows[i].week_day);
        assert_int_equal(week_monday(rows[i].day), rows[i].day - rows[i].week_day);
    }
}

static void a_week_is_seven_days_of_one_name(void **state) {
    (void)state;
    for (int64_t day = -800000; day < 900000; day += 37) {
        int64_t monday = week_monday(day);
        assert_in_range(day - monday, 0, 6);
        assert_int_equal(week_day(monday), 0);
        char one[WEEK_TEXT_MAX], other[WEEK_TEXT_MAX];
        if (monday > -719000) {
            assert_string_equal(week_text(monday, one), week_text(monday + 6, other));
            assert_string_not_equal(week_text(monday, one), week_text(monday + 7, other));
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_know_their_week),
        cmocka_unit_test(a_week_is_seven_days_of_one_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
