// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/quiet.h"

// Quiet spells and treatments on their first and last day (domain.md 8.4).

enum { TODAY = 20000 };

static const struct treatment untreated = {INT64_MIN, INT64_MIN, false};

static void a_treatment_acts_from_its_day_on(void **state) {
    (void)state;
    static const struct {
        int injected, operated; // days ago, -1: tomorrow, 9999: never
        bool medicine, acts;
    } rows[] = {
        {0, 9999, false, true},     {-1, 9999, false, false},  {111, 9999, false, true},
        {112, 9999, false, false},  {9999, 0, false, true},    {9999, -1, false, false},
        {9999, 729, false, true},   {9999, 730, false, false}, {9999, 9999, true, true},
        {9999, 9999, false, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct treatment treatment = {
            .injected = rows[i].injected == 9999 ? INT64_MIN : TODAY - rows[i].injected,
            .operated = rows[i].operated == 9999 ? INT64_MIN : TODAY - rows[i].operated,
            .medicine = rows[i].medicine,
        };
        assert_int_equal(treatment_acts(&treatment, TODAY), rows[i].acts);
    }
}

static void what_comes_later_is_not_looked_at(void **state) {
    (void)state;
    const struct daily days[] = {{TODAY, 0}, {TODAY + 1, 5}};
    assert_int_equal(quiet_of(days, 2, &untreated, TODAY).status, QUIET_DAY);
    assert_int_equal(quiet_of(days + 1, 1, &untreated, TODAY).status, QUIET_NONE);
    assert_int_equal(quiet_of(days, 2, &untreated, TODAY + 1).status, QUIET_NONE);
}

// Seven zeros, three days without a number, one zero, then 3 on two days: what returned is the
// spell of seven, and the single zero is none of it.
static void a_zero_apart_hides_no_spell(void **state) {
    (void)state;
    struct daily days[10];
    for (int i = 0; i < 7; i++) {
        days[i] = (struct daily){TODAY - 12 + i, 0};
    }
    days[7] = (struct daily){TODAY - 2, 0};
    days[8] = (struct daily){TODAY - 1, 3};
    days[9] = (struct daily){TODAY, 3};
    struct quiet quiet = quiet_of(days, 10, &untreated, TODAY);
    assert_int_equal(quiet.status, QUIET_RETURNED);
    assert_int_equal(quiet.days, 7);
    assert_int_equal(quiet.rated, 7);
    assert_int_equal(quiet.since, TODAY - 12);
    // With two days without a number it is one row of eight.
    days[7].day = TODAY - 3;
    quiet = quiet_of(days, 8, &untreated, TODAY - 3);
    assert_int_equal(quiet.status, QUIET_SPELL);
    assert_int_equal(quiet.rated, 8);
    assert_int_equal(quiet.days, 10);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_treatment_acts_from_its_day_on),
        cmocka_unit_test(what_comes_later_is_not_looked_at),
        cmocka_unit_test(a_zero_apart_hides_no_spell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
