// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "core/quiet.h"

// Each table row is a week or more of numbers, one a day; '.' is a day without a number.

enum { DAY = 20000, LONG = 1000 };
static const struct treatment nothing = {INT64_MIN, INT64_MIN, false};

static int read_days(const char *text, struct daily *days) {
    int count = 0;
    for (int i = 0; text[i]; i++) {
        if (text[i] != '.') {
            days[count++] = (struct daily){DAY + i, text[i] - '0'};
        }
    }
    return count;
}

static struct quiet at_end(const char *text) {
    struct daily days[100];
    int count = read_days(text, days);
    return quiet_of(days, count, &nothing, DAY + (int64_t)strlen(text) - 1);
}

static void days_and_spells(void **state) {
    (void)state;
    static const struct {
        const char *days;
        enum quiet_status status;
        int length, rated;
    } rows[] = {
        {"", QUIET_NONE, 0, 0},
        {"3", QUIET_NONE, 0, 0},
        {"0", QUIET_DAY, 1, 1},
        {"30", QUIET_DAY, 1, 1},
        {"3000000", QUIET_DAY, 6, 6},
        {"30000000", QUIET_SPELL, 7, 7},
        {"300.0..00..00", QUIET_SPELL, 12, 7}, // gaps of two days
        {"3000...0000", QUIET_DAY, 4, 4},      // of three: begins anew
        {"0000000..", QUIET_SPELL, 7, 7},      // not yet rated for two days
        {"0000000...", QUIET_NONE, 0, 0},      // for three: nothing is known
        {"00000001", QUIET_NONE, 0, 0},        // one day is no return
        {"000000010", QUIET_DAY, 1, 1},
        {"000000011", QUIET_RETURNED, 7, 7},
        {"0000000101", QUIET_RETURNED, 7, 7},
        {"0000000.11", QUIET_RETURNED, 7, 7},
        {"00000001.1", QUIET_RETURNED, 7, 7},
        {"00000001001", QUIET_NONE, 0, 0},       // no three days hold both
        {"000000010011", QUIET_RETURNED, 7, 7},  // a later three do
        {"0000000...1.1", QUIET_RETURNED, 7, 7}, // and so they do behind days without a number
        {"00000022", QUIET_NONE, 0, 0},          // six were no spell
        {"0000000330000000", QUIET_SPELL, 7, 7}, // and a new one
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct quiet quiet = at_end(rows[i].days);
        if (quiet.status != rows[i].status || quiet.days != rows[i].length ||
            quiet.rated != rows[i].rated) {
            fail_msg("%s: %s, %d days, %d rated", rows[i].days, quiet_words[quiet.status],
                     (int)quiet.days, quiet.rated);
        }
    }
}

static void a_return_is_told_for_four_weeks(void **state) {
    (void)state;
    struct daily days[60];
    int count = 0;
    for (int i = 0; i < 50; i++) {
        days[count++] = (struct daily){DAY + i, i < 10 ? 0 : 4};
    }
    // The spell ended with day 9.
    assert_int_equal(quiet_of(days, 38, &nothing, DAY + 37).status, QUIET_RETURNED);
    assert_int_equal(quiet_of(days, 39, &nothing, DAY + 38).status, QUIET_NONE);
    assert_int_equal(quiet_of(days, 38, &nothing, DAY + 37).days, 10);
}

// Zeros from DAY on for so many days.
static struct quiet zeros(int n, const struct treatment *treatment) {
    static struct daily days[LONG];
    for (int i = 0; i < n; i++) {
        days[i] = (struct daily){DAY + i, 0};
    }
    return quiet_of(days, n, treatment, DAY + n - 1);
}

static void months_of_quiet(void **state) {
    (void)state;
    assert_int_equal(zeros(27, &nothing).status, QUIET_SPELL);
    assert_int_equal(zeros(28, &nothing).status, QUIET_REMISSION);
    assert_false(zeros(28, &nothing).treatment);
    assert_int_equal(zeros(729, &nothing).status, QUIET_REMISSION);
    assert_int_equal(zeros(730, &nothing).status, QUIET_LONG);
    assert_int_equal(zeros(730, &nothing).since, DAY);
}

static void a_treatment_is_told(void **state) {
    (void)state;
    // Sixteen weeks are 112 days: on the 112th after it an injection acts no more.
    struct treatment toxin = {DAY - 84, INT64_MIN, false};
    assert_true(zeros(28, &toxin).treatment);
    assert_false(zeros(29, &toxin).treatment);
    struct treatment surgery = {INT64_MIN, DAY, false};
    assert_int_equal(zeros(730, &surgery).status, QUIET_REMISSION);
    assert_true(zeros(730, &surgery).treatment);
    assert_int_equal(zeros(731, &surgery).status, QUIET_LONG);
    struct treatment medicine = {INT64_MIN, INT64_MIN, true};
    assert_int_equal(zeros(900, &medicine).status, QUIET_REMISSION);
    assert_false(zeros(20, &medicine).treatment); // told with a remission alone
    struct treatment to_come = {DAY + 100, INT64_MIN, false};
    assert_false(treatment_acts(&to_come, DAY));
}

static void numbers_to_come_are_not_looked_at(void **state) {
    (void)state;
    struct daily days[100];
    int count = read_days("0000000222", days);
    assert_int_equal(quiet_of(days, count, &nothing, DAY + 6).status, QUIET_SPELL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_and_spells),
        cmocka_unit_test(a_return_is_told_for_four_weeks),
        cmocka_unit_test(months_of_quiet),
        cmocka_unit_test(a_treatment_is_told),
        cmocka_unit_test(numbers_to_come_are_not_looked_at),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
