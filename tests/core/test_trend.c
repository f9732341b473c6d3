// SPDX-License-Identifier: MIT
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/trend.h"
#include "core/week.h"
#include "seed.h"

enum { MONDAY = 20773 }; // 2026-11-16

static void near(double got, double wanted) {
    if (fabs(got - wanted) > 1e-6) {
        fail_msg("%.9f, not %.9f", got, wanted);
    }
}

static void the_median_is_the_middle_or_the_mean_of_two(void **state) {
    (void)state;
    double odd[] = {5, 1, 3};
    near(trend_median(odd, 3), 3);
    double even[] = {4, 1, 3, 2};
    near(trend_median(even, 4), 2.5);
    double one[] = {7};
    near(trend_median(one, 1), 7);
}

static int in_order(const void *one, const void *other) {
    double a = *(const double *)one, b = *(const double *)other;
    return (a > b) - (a < b);
}

static void any_median_is_that_of_the_values_in_order(void **state) {
    (void)state;
    enum { MOST = 60, ROUNDS = 20000 };
    uint64_t seed = seed_new();
    for (int round = 0; round < ROUNDS; round++) {
        double values[MOST], sorted[MOST] = {0};
        seed_next(&seed);
        int count = 1 + (int)(seed >> 33) % MOST;
        uint64_t kinds = 1 + (seed >> 50) % 40; // few: many alike
        for (int i = 0; i < count; i++) {
            seed_next(&seed);
            values[i] = sorted[i] = (double)((seed >> 33) % kinds) - 5;
        }
        qsort(sorted, (size_t)count, sizeof *sorted, in_order);
        double wanted = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
        assert_true(trend_median(values, count) == wanted);
        qsort(values, (size_t)count, sizeof *values, in_order);
        assert_memory_equal(values, sorted, (size_t)count * sizeof *values); // none is lost
    }
}

static void a_week_wants_four_days(void **state) {
    (void)state;
    // Monday to Wednesday of one week, Monday to Thursday of the next, nothing, then one Sunday.
    const struct daily days[] = {
        {MONDAY, 1},     {MONDAY + 1, 2}, {MONDAY + 2, 3},  {MONDAY + 7, 2},
        {MONDAY + 8, 8}, {MONDAY + 9, 4}, {MONDAY + 10, 3}, {MONDAY + 27, 9},
    };
    struct week_value weeks[8];
    assert_int_equal(trend_weeks(days, 8, MONDAY + 2, MONDAY + 27, weeks, 8), 4);
    assert_int_equal(weeks[0].monday, MONDAY);
    assert_int_equal(weeks[0].n, 1); // the two before the range do not count
    assert_false(weeks[0].given);
    assert_int_equal(weeks[1].n, 4);
    assert_true(weeks[1].given);
    near(weeks[1].value, 3.5); // of 2 3 4 8
    assert_int_equal(weeks[2].n, 0);
    assert_int_equal(weeks[3].n, 1);
    assert_int_equal(trend_weeks(days, 8, MONDAY, MONDAY + 27, weeks, 2), 2);
}

// ---- slope ----

static bool slope(const struct daily *days, int count, const int64_t *injections, int n,
                  double *per_week) {
    return trend_slope(days, count, injections, n, days[0].day, days[count - 1].day, per_week);
}

static void a_line_has_its_slope_and_an_outlier_does_not_bend_it(void **state) {
    (void)state;
    struct daily days[14];
    for (int i = 0; i < 14; i++) {
        days[i] = (struct daily){MONDAY + 2 * i, 1 + 0.25 * i};
    }
    double per_week = 0;
    assert_true(slope(days, 14, NULL, 0, &per_week));
    near(per_week, 0.125 * 7);
    // 13 of the 91 pairs hold the outlier: the middle one is of the line still.
    days[6].value = 10;
    assert_true(slope(days, 14, NULL, 0, &per_week));
    near(per_week, 0.125 * 7);
    // Thirteen days are too few.
    assert_false(slope(days, 13, NULL, 0, &per_week));
}

// 14 days from `from` on, rising by `rise` a day.
static int rising(struct daily *to, int64_t from, int n, double begin, double rise) {
    for (int i = 0; i < n; i++) {
        to[i] = (struct daily){from + i, begin + rise * i};
    }
    return n;
}

static void no_slope_crosses_an_injection_or_its_edges(void **state) {
    (void)state;
    struct daily days[120];
    double per_week = 0;
    const int64_t injected = MONDAY + 20;

    // Twenty days before it: the day itself ends the stretch.
    int n = rising(days, MONDAY, 20, 1, 0.1);
    n += rising(days + n, injected, 29, 5, -0.1); // days 0 to 28: 15 to 28 are fourteen
    assert_true(slope(days, n, &injected, 1, &per_week));
    near(per_week, -0.7);
    // One day less and the stretch before it is the last that has enough.
    assert_true(slope(days, n - 1, &injected, 1, &per_week));
    near(per_week, 0.7);

    // Up to day 55 the days count, from 56 on they do not.
    n = rising(days, injected + 42, 14, 1, 0.1); // 42 to 55
    assert_true(slope(days, n, &injected, 1, &per_week));
    n = rising(days, injected + 43, 14, 1, 0.1); // 43 to 56: thirteen are left
    assert_false(slope(days, n, &injected, 1, &per_week));
    n = rising(days, injected + 200, 14, 1, 0.1);
    assert_false(slope(days, n, &injected, 1, &per_week));

    // Two injections between which nothing was rated part two stretches of thirteen each.
    const int64_t two[] = {MONDAY - 30, MONDAY + 13};
    n = rising(days, MONDAY, 13, 1, 0.1);
    n += rising(days + n, MONDAY + 13 + 15, 13, 5, 0.1);
    assert_false(slope(days, n, two, 2, &per_week));
}

static void the_range_bounds_the_slope(void **state) {
    (void)state;
    struct daily days[60];
    int n = rising(days, MONDAY, 30, 9, -0.1);
    n += rising(days + n, MONDAY + 30, 30, 1, 0.2);
    double per_week = 0;
    assert_true(trend_slope(days, n, NULL, 0, MONDAY, MONDAY + 29, &per_week));
    near(per_week, -0.7);
    assert_true(trend_slope(days, n, NULL, 0, MONDAY + 30, MONDAY + 99, &per_week));
    near(per_week, 1.4);
    assert_false(trend_slope(days, n, NULL, 0, MONDAY + 47, MONDAY + 99, &per_week));
    assert_false(trend_slope(days, 0, NULL, 0, MONDAY, MONDAY + 99, &per_week));
}

// Up to 400 days each day counts, behind that the weekly medians. Two low days a week move the
// medians of the weeks nowhere.
static void long_stretches_go_by_weeks(void **state) {
    (void)state;
    enum { DAYS = 4000 };
    static struct daily days[DAYS];
    for (int i = 0; i < DAYS; i++) {
        double line = 1 + 0.002 * (double)(week_monday(MONDAY + i) - MONDAY);
        days[i] = (struct daily){MONDAY + i, i % 7 < 2 ? 0 : line};
    }
    double per_week = 0;
    assert_true(slope(days, DAYS, NULL, 0, &per_week));
    near(per_week, 0.014);
}

// Counted instead of looked at one by one: the same slope. 1500 weeks of which half are noise.
static void a_row_too_long_for_its_pairs_has_the_same_slope(void **state) {
    (void)state;
    uint64_t seed = seed_usual();
    enum { DAYS = 7 * 1500 };
    static struct daily days[DAYS];
    static double slopes[1500 * 1499 / 2];
    static double weekly[1500];
    for (int i = 0; i < DAYS; i++) {
        if (i % 7 == 0) {
            seed_next(&seed);
            weekly[i / 7] = (double)(seed >> 60) / 2;
        }
        days[i] = (struct daily){MONDAY + i, weekly[i / 7]};
    }
    int n = 0;
    for (int i = 0; i < 1500; i++) {
        for (int j = i + 1; j < 1500; j++) {
            slopes[n++] = (weekly[j] - weekly[i]) / (j - i);
        }
    }
    double per_week = 0;
    assert_true(slope(days, DAYS, NULL, 0, &per_week));
    near(per_week, trend_median(slopes, n));
}

// Any row has the median of the slopes of its pairs, whichever way it is found.
static void any_row_has_the_median_of_its_pairs(void **state) {
    (void)state;
    uint64_t seed = seed_new();
    enum { MOST = 300 };
    static struct daily days[MOST];
    static double slopes[MOST * (MOST - 1) / 2];
    for (int round = 0; round < 60; round++) {
        seed_next(&seed);
        int count = 14 + (int)(seed >> 33) % (MOST - 14);
        double trend = (double)(round % 5 - 2) * 0.02;
        int64_t day = MONDAY;
        for (int i = 0; i < count; i++) {
            seed_next(&seed);
            day += 1 + (seed >> 62 == 0);
            days[i] = (struct daily){day, floor((double)(seed >> 33 & 7) + trend * i)};
        }
        int n = 0;
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                slopes[n++] = (days[j].value - days[i].value) / (double)(days[j].day - days[i].day);
            }
        }
        double per_week = 0;
        bool is_short = days[count - 1].day - days[0].day <= TREND_SLOPE_EXACT_DAYS;
        assert_true(slope(days, count, NULL, 0, &per_week));
        assert_true(!is_short || fabs(per_week - 7 * trend_median(slopes, n)) < 1e-12);
    }
}

// ---- change ----

static void the_change_has_its_interval(void **state) {
    (void)state;
    // Mean -2; squares 1 + 0 + 1 + 4 + 4 = 10, divided by 4 and by 5: 0.5; its root 0.70711 times
    // t of four degrees, 2.7764, is 1.9632.
    const double changes[] = {-1, -2, -3, 0, -4};
    struct change change = trend_change(changes, 5);
    assert_true(change.given);
    assert_int_equal(change.n, 5);
    near(change.mean, -2);
    assert_true(fabs(change.low + 3.9632) < 1e-4 && fabs(change.high + 0.0368) < 1e-4);
    change = trend_change(changes, 4);
    assert_false(change.given);
    assert_int_equal(change.n, 4);
    // All the same: no width.
    const double same[] = {1, 1, 1, 1, 1, 1};
    change = trend_change(same, 6);
    near(change.low, 1);
    near(change.high, 1);
}

// t as integrating its density gives it.
static void wide_samples_use_the_right_t(void **state) {
    (void)state;
    static const struct {
        int df;
        double t;
    } rows[] = {{4, 2.7764451},  {20, 2.0859634}, {21, 2.0796138},
                {30, 2.0422725}, {60, 2.0002978}, {120, 1.9799304}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int n = rows[i].df + 1;
        double changes[128];
        for (int k = 0; k < n; k++) {
            changes[k] = k % 2 ? 1 : -1;
        }
        struct change change = trend_change(changes, n);
        double mean = n % 2 ? -1.0 / n : 0;
        double squares = n - n * mean * mean;
        double half = rows[i].t * sqrt(squares / (n - 1) / n);
        near(change.high, mean + half);
    }
}

// ---- association ----

static void sides_want_seven_days_each(void **state) {
    (void)state;
    struct daily days[16];
    int has[16];
    for (int i = 0; i < 16; i++) {
        days[i] = (struct daily){MONDAY + i, i % 2 ? 6 : 2 + i / 8};
        has[i] = i % 2;
    }
    has[15] = -1; // 8 even days without, 7 odd ones with
    struct association association = trend_association(days, has, 16);
    assert_true(association.given);
    assert_int_equal(association.n_with, 7);
    assert_int_equal(association.n_without, 8);
    near(association.with, 6);
    near(association.without, 2.5); // four times 2, four times 3
    has[13] = -1;
    assert_false(trend_association(days, has, 16).given);
}

static void a_number_is_with_above_the_own_median(void **state) {
    (void)state;
    const double cups[] = {0, 1, 2, 3, 9};
    const bool known[] = {true, true, true, true, false};
    int has[5];
    trend_above_median(cups, known, 5, has); // median 1.5
    const int wanted[] = {0, 0, 1, 1, -1};
    assert_memory_equal(has, wanted, sizeof has);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_median_is_the_middle_or_the_mean_of_two),
        cmocka_unit_test(any_median_is_that_of_the_values_in_order),
        cmocka_unit_test(a_week_wants_four_days),
        cmocka_unit_test(a_line_has_its_slope_and_an_outlier_does_not_bend_it),
        cmocka_unit_test(no_slope_crosses_an_injection_or_its_edges),
        cmocka_unit_test(the_range_bounds_the_slope),
        cmocka_unit_test(long_stretches_go_by_weeks),
        cmocka_unit_test(a_row_too_long_for_its_pairs_has_the_same_slope),
        cmocka_unit_test(any_row_has_the_median_of_its_pairs),
        cmocka_unit_test(the_change_has_its_interval),
        cmocka_unit_test(wide_samples_use_the_right_t),
        cmocka_unit_test(sides_want_seven_days_each),
        cmocka_unit_test(a_number_is_with_above_the_own_median),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
