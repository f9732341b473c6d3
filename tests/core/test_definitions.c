// SPDX-License-Identifier: MIT
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/quiet.h"
#include "core/trend.h"
#include "core/week.h"
#include "plan_made.h"

// Edges of what is measured (design section 6) that stand between two files of core, each figure
// worked out by hand. tests/measured.txt says which test holds which sentence.

#define LIST(array) ((struct done_sessions){array, (int)(sizeof(array) / sizeof *(array))})

static void near(double got, double wanted) {
    if (fabs(got - wanted) > 1e-9) {
        fail_msg("%.9f, not %.9f", got, wanted);
    }
}

// ---- a plan over its versions ----

// Twice a day from Monday, three times from the version that is added on Thursday: that day is
// judged by the one that asks less, 2 2 2 2 3 3 3.
static void the_day_of_a_new_version(void **state) {
    (void)state;
    struct plan one = plan_made("a", MONDAY, INT64_MAX);
    plan_asks(&one, "x", 2);
    struct plan two = plan_made("a", MONDAY, INT64_MAX);
    plan_asks(&two, "x", 3);
    const struct plan_version versions[] = {version_of(&one, MONDAY), version_of(&two, MONDAY + 3)};
    struct plan_book book = book_of(versions, 2);
    static const int wanted[] = {2, 2, 2, 2, 3, 3, 3};
    const struct done_session sessions[] = {
        session_done(MONDAY + 3, "x"), session_done(MONDAY + 3, "x"), session_done(MONDAY + 3, "x"),
        session_done(MONDAY + 4, "x"), session_done(MONDAY + 4, "x"), session_done(MONDAY + 4, "x"),
    };
    for (int i = 0; i < 7; i++) {
        struct day_account day = adherence_day(&book, LIST(sessions), MONDAY + i, MONDAY + 7);
        assert_int_equal(day.due, wanted[i]);
        assert_int_equal(day.kind, i == 3 || i == 4 ? DAY_DONE : DAY_LEFT);
    }
    // 2 of Thursday and 3 of Friday, of 4 x 2 + 3 x 3.
    struct adherence week = adherence_of(&book, LIST(sessions), MONDAY, MONDAY + 6, MONDAY + 7);
    assert_int_equal(week.due, 17);
    assert_int_equal(week.done, 5);
    near(week.share, 5.0 / 17);
}

// Removed on Thursday it ends with Wednesday: 3 x 2 are due, and what was done later serves
// nothing.
static void a_removed_plan_is_due_until_yesterday(void **state) {
    (void)state;
    struct plan plan = plan_made("a", MONDAY, INT64_MAX);
    plan_asks(&plan, "x", 2);
    struct plan_version version = version_of(&plan, MONDAY);
    version.removed = MONDAY + 3;
    struct plan_book book = book_of(&version, 1);
    const struct done_session sessions[] = {
        session_done(MONDAY, "x"), session_done(MONDAY + 2, "x"), session_done(MONDAY + 3, "x"),
        session_done(MONDAY + 4, "x")};
    struct adherence all =
        adherence_of(&book, LIST(sessions), MONDAY - 7, MONDAY + 13, MONDAY + 14);
    assert_int_equal(all.due, 6);
    assert_int_equal(all.done, 2);
    assert_int_equal(all.complete, 4); // all that was played
    assert_int_equal(adherence_day(&book, LIST(sessions), MONDAY + 3, MONDAY + 14).kind, DAY_FREE);
}

// Added on Thursday with a `from` of Monday: the first version counts from there, that day
// included.
static void the_first_version_counts_back(void **state) {
    (void)state;
    struct plan plan = plan_made("a", MONDAY, INT64_MAX);
    plan_asks(&plan, "x", 1);
    struct plan_version version = version_of(&plan, MONDAY + 3);
    struct plan_book book = book_of(&version, 1);
    const struct done_session sessions[] = {session_done(MONDAY - 1, "x"),
                                            session_done(MONDAY, "x")};
    struct adherence all = adherence_of(&book, LIST(sessions), MONDAY - 3, MONDAY + 3, MONDAY + 4);
    assert_int_equal(all.due, 4);
    assert_int_equal(all.done, 1);
}

// Of today what is complete counts as due, at most what was asked.
static void more_than_was_asked_today(void **state) {
    (void)state;
    struct plan plan = plan_made("a", MONDAY, INT64_MAX);
    plan_asks(&plan, "x", 2);
    plan_asks(&plan, "y", 1);
    struct plan_version version = version_of(&plan, MONDAY);
    struct plan_book book = book_of(&version, 1);
    const struct done_session sessions[] = {session_done(MONDAY, "x"), session_done(MONDAY, "x"),
                                            session_done(MONDAY, "x"), session_part(MONDAY, "y"),
                                            session_done(MONDAY, "z")};
    struct adherence now = adherence_of(&book, LIST(sessions), MONDAY, MONDAY, MONDAY);
    assert_int_equal(now.due, 2);
    assert_int_equal(now.done, 2);
    near(now.share, 1);
    struct adherence then = adherence_of(&book, LIST(sessions), MONDAY, MONDAY, MONDAY + 1);
    assert_int_equal(then.due, 3); // `y` was begun, which counts nothing
    assert_int_equal(then.done, 2);
}

// ---- streak ----

// M T W T F S S M, `x` each day but for a rest on Wednesday and Thursday; a plan that ends on
// Sunday.
static void a_streak_goes_over_a_rest_and_past_the_end(void **state) {
    (void)state;
    struct plan plan = plan_made("a", MONDAY, MONDAY + 6);
    plan_asks(&plan, "x", 1);
    struct plan_version version = version_of(&plan, MONDAY);
    const struct plan_rest rest = {NULL, MONDAY + 2, MONDAY + 3};
    struct plan_book book = {&version, 1, &rest, 1};
    const struct done_session sessions[] = {
        session_done(MONDAY, "x"),     session_done(MONDAY + 1, "x"), session_done(MONDAY + 4, "x"),
        session_done(MONDAY + 5, "x"), session_done(MONDAY + 6, "x"),
    };
    static const int wanted[] = {1, 2, 2, 2, 3, 4, 5, 5, 5};
    for (int i = 0; i < 9; i++) {
        assert_int_equal(adherence_streak(&book, LIST(sessions), MONDAY + i), wanted[i]);
    }
    // Without the rest Wednesday and Thursday break it, as soon as they are over.
    book.rest_count = 0;
    static const int broken[] = {1, 2, 2, 0, 1, 2, 3, 3, 3};
    for (int i = 0; i < 9; i++) {
        assert_int_equal(adherence_streak(&book, LIST(sessions), MONDAY + i), broken[i]);
    }
    assert_int_equal(
        adherence_of(&book, LIST(sessions), MONDAY, MONDAY + 8, MONDAY + 8).best_streak, 3);
}

// Two plans: a day on which one of them is left open breaks it, whatever the other was.
static void a_streak_wants_all_that_was_due(void **state) {
    (void)state;
    struct plan one = plan_made("a", MONDAY, INT64_MAX);
    plan_asks(&one, "x", 2);
    struct plan two = plan_made("b", MONDAY, INT64_MAX);
    plan_asks(&two, "y", 1);
    const struct plan_version versions[] = {version_of(&one, MONDAY), version_of(&two, MONDAY)};
    struct plan_book book = book_of(versions, 2);
    const struct done_session sessions[] = {
        session_done(MONDAY, "x"),     session_done(MONDAY, "x"),     session_done(MONDAY + 1, "x"),
        session_done(MONDAY + 1, "x"), session_done(MONDAY + 1, "y"),
    };
    assert_int_equal(adherence_streak(&book, LIST(sessions), MONDAY + 2), 1);
    assert_int_equal(adherence_streak(&book, LIST(sessions), MONDAY + 1), 1);
    assert_int_equal(adherence_streak(&book, LIST(sessions), MONDAY), 0);
}

// ---- numbers ----

// Two hundred days at 2, then 3 days a week that rise: each day counted, more pairs rise (17,000
// over the edge and 3,600 behind it) than stand level (19,900); by weeks the later ones are not
// given, and all that is left is level.
static void a_stretch_of_four_hundred_days_and_one_more(void **state) {
    (void)state;
    enum { LEVEL = 200 };
    struct daily days[400];
    int n = 0;
    for (int i = 0; i <= TREND_SLOPE_EXACT_DAYS; i++) {
        bool rated = i < LEVEL || i % 7 < 3 || i == TREND_SLOPE_EXACT_DAYS;
        days[n] = (struct daily){MONDAY + i, i < LEVEL ? 2 : 2 + 0.02 * (i - LEVEL)};
        n += rated;
    }
    double per_week = -1;
    assert_true(trend_slope(days, n, NULL, 0, MONDAY, MONDAY + 999, &per_week));
    assert_true(per_week > 0.001);
    days[n++] = (struct daily){MONDAY + TREND_SLOPE_EXACT_DAYS + 1, 6};
    assert_true(trend_slope(days, n, NULL, 0, MONDAY, MONDAY + 999, &per_week));
    near(per_week, 0);
}

// The medians of weeks with four, five, six and seven numbers, at the end of a year of 53 weeks.
static void weeks_at_the_end_of_a_year(void **state) {
    (void)state;
    const int64_t monday = MONDAY + 6 * 7; // 2026-12-28
    static const int numbers[4][7] = {{3, -1, 5, -1, 8, -1, 4},
                                      {3, 5, -1, 8, 4, -1, 1},
                                      {1, 2, 3, 5, 8, 9, -1},
                                      {0, 10, 0, 10, 0, 10, 7}};
    static const char *const names[] = {"2026-W53", "2027-W01", "2027-W02", "2027-W03"};
    static const double medians[] = {4.5, 4, 4, 7};
    struct daily days[28];
    int n = 0;
    for (int i = 0; i < 28; i++) {
        int week = i / 7, number = numbers[week][i % 7];
        days[n] = (struct daily){monday + i, number};
        n += number >= 0;
    }
    struct week_value weeks[4];
    assert_int_equal(trend_weeks(days, n, monday, monday + 27, weeks, 4), 4);
    for (int i = 0; i < 4; i++) {
        char name[WEEK_TEXT_MAX];
        assert_string_equal(week_text(weeks[i].monday, name), names[i]);
        assert_true(weeks[i].given);
        near(weeks[i].value, medians[i]);
    }
}

// Six days on either side are too few, seven on both are enough.
static void an_association_wants_seven_on_either_side(void **state) {
    (void)state;
    static const struct {
        int with, without;
        bool given;
    } rows[] = {{7, 7, true}, {6, 7, false}, {7, 6, false}, {6, 20, false}, {0, 14, false}};
    for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
        struct daily days[32];
        int has[32], n = 0;
        for (int i = 0; i < rows[k].with + rows[k].without; i++) {
            has[n] = i < rows[k].with;
            days[n] = (struct daily){MONDAY + i, has[n] ? 5 : 2};
            n++;
        }
        struct association association = trend_association(days, has, n);
        assert_int_equal(association.given, rows[k].given);
        assert_int_equal(association.n_with, rows[k].with);
        assert_int_equal(association.n_without, rows[k].without);
        if (rows[k].given) {
            near(association.with, 5);
            near(association.without, 2);
        }
    }
}

// A number that is the own median is not above it: 1 2 3 3 3 4 5, of which two lie above 3.
static void the_own_median_is_not_above_itself(void **state) {
    (void)state;
    const double hours[] = {3, 1, 5, 3, 2, 4, 3};
    const bool known[] = {true, true, true, true, true, true, true};
    int has[7];
    const int wanted[] = {0, 0, 1, 0, 0, 1, 0};
    trend_above_median(hours, known, 7, has);
    assert_memory_equal(has, wanted, sizeof has);
}

// -1 0 0 1 -2 2: mean 0, squares 10 by 5 by 6 are 1/3, its root 0.57735 times t of five degrees,
// 2.5706, is 1.48413.
static void a_change_of_nothing_has_an_interval(void **state) {
    (void)state;
    const double changes[] = {-1, 0, 0, 1, -2, 2};
    struct change change = trend_change(changes, 6);
    assert_true(change.given);
    near(change.mean, 0);
    assert_true(fabs(change.low + 1.48413) < 1e-4 && fabs(change.high - 1.48413) < 1e-4);
}

// The words are those of `stats --json`.
static void a_status_has_its_word(void **state) {
    (void)state;
    static const char *const words[] = {"none",      "quiet-day", "quiet-spell",
                                        "remission", "returned",  "long-quiet"};
    for (int i = 0; i < QUIET_COUNT; i++) {
        assert_string_equal(quiet_words[i], words[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_day_of_a_new_version),
        cmocka_unit_test(a_removed_plan_is_due_until_yesterday),
        cmocka_unit_test(the_first_version_counts_back),
        cmocka_unit_test(more_than_was_asked_today),
        cmocka_unit_test(a_streak_goes_over_a_rest_and_past_the_end),
        cmocka_unit_test(a_streak_wants_all_that_was_due),
        cmocka_unit_test(a_stretch_of_four_hundred_days_and_one_more),
        cmocka_unit_test(weeks_at_the_end_of_a_year),
        cmocka_unit_test(an_association_wants_seven_on_either_side),
        cmocka_unit_test(the_own_median_is_not_above_itself),
        cmocka_unit_test(a_change_of_nothing_has_an_interval),
        cmocka_unit_test(a_status_has_its_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
