// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "run/date_read.h"
#include "seed.h"

// 2026-11-21T08:00:00+01:00, a Saturday.
static const struct wall now = {.utc_s = 1795244400, .offset_min = 60};

static void expect(const char *text, bool ahead, const char *value) {
    char to[WALL_TEXT_MAX] = "";
    enum date_fault fault = date_read(text, now, ahead, to);
    if (fault != DATE_RIGHT || strcmp(to, value) != 0) {
        fail_msg("\"%s\": fault %d, %s and not %s", text, (int)fault, to, value);
    }
}

static void expect_fault(const char *text, bool ahead, enum date_fault fault) {
    char to[WALL_TEXT_MAX] = "";
    enum date_fault found = date_read(text, now, ahead, to);
    if (found != fault) {
        fail_msg("\"%s\": fault %d and not %d (%s)", text, (int)found, (int)fault, to);
    }
}

static void dates_are_taken_as_they_are_written(void **state) {
    (void)state;
    static const struct {
        const char *text, *value;
    } cases[] = {
        {"2026-11-21", "2026-11-21"},
        {" 2026-9-2 ", "2026-09-02"},
        {"21.11.2026", "2026-11-21"},
        {"2.9.26", "2026-09-02"},
        {"2/9/2026", "2026-09-02"},
        {"9/30/2026", "2026-09-30"}, // the month first, where it cannot be the day
        {"21.11.", "2026-11-21"},
        {"22.11.", "2025-11-22"}, // of the year that has passed
        {"29.2.", "2024-02-29"},
        {"3.5.98", "1998-05-03"},
        {"21 Nov 2026", "2026-11-21"},
        {"Sat, 21st of November 2026", "2026-11-21"},
        {"november 21, 2026", "2026-11-21"},
        {"Nov 3", "2026-11-03"},
        {"3 december", "2025-12-03"},
        {"November 2025", "2025-11-01"},
        {"11.2025", "2025-11-01"},
        {"march", "2026-03-01"},
        {"2019", "2019-01-01"},
        {"today", "2026-11-21"},
        {"Yesterday", "2026-11-20"},
        {"9 weeks ago", "2026-09-19"},
        {"nine weeks", "2026-09-19"},
        {"Nine Weeks Ago", "2026-09-19"},
        {"a week ago", "2026-11-14"},
        {"3d", "2026-11-18"},
        {"two months ago", "2026-09-21"},
        {"nine months ago", "2026-02-21"},
        {"a year ago", "2025-11-21"},
        {"yesterday 14:30", "2026-11-20T14:30:00+01:00"},
        {"Thursday", "2026-11-19"}, // now is a Saturday
        {"on Sat", "2026-11-21"},
        {"Sunday 9:15", "2026-11-15T09:15:00+01:00"},
        {"Monday, 20.11.", "2026-11-20"},
        {"at 7:05", "2026-11-21T07:05:00+01:00"},
        {"20.11.2026, 0:00", "2026-11-20T00:00:00+01:00"},
        {"2026-11-20T14:30:00+01:00", "2026-11-20T14:30:00+01:00"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        expect(cases[i].text, false, cases[i].value);
    }
}

static void what_lies_ahead_is_taken_where_it_may(void **state) {
    (void)state;
    expect("in two weeks", true, "2026-12-05");
    expect("tomorrow", true, "2026-11-22");
    expect("15.1.", true, "2027-01-15"); // the nearest
    expect("1.10.", true, "2026-10-01");
    expect("Thursday 14:30", true, "2026-11-26T14:30:00+01:00");
    expect("saturday", true, "2026-11-21"); // today
    expect_fault("in two weeks", false, DATE_AHEAD);
    expect_fault("22.11.2026", false, DATE_AHEAD);
    expect("21.11.2036", true, "2036-11-21");
    expect_fault("21.11.2037", true, DATE_TOO_FAR);
    expect_fault("31.12.1899", false, DATE_TOO_FAR);
    expect("1.1.1900", false, "1900-01-01");
}

static void what_is_no_date_is_no_date(void **state) {
    (void)state;
    static const char *const unreadable[] = {
        "",
        " ",
        "soon",
        "21 foo 2026",
        "the",
        "12345",
        "1.2.3.4",
        "14:30 21",
        "5",
        "ago",
        "two",
        "monday tuesday",
        "weeks",
        "ma",
        "21.11.2026 and 5",
        "\xc3\xa9\xc3\xa9\xc3\xa9",
    };
    for (size_t i = 0; i < sizeof unreadable / sizeof *unreadable; i++) {
        expect_fault(unreadable[i], false, DATE_UNREADABLE);
    }
    static const char *const missing[] = {"31.2.2026", "30.2.", "0.5.2026", "29.2.2025",
                                          "35.35.2020"};
    for (size_t i = 0; i < sizeof missing / sizeof *missing; i++) {
        expect_fault(missing[i], false, DATE_NO_SUCH_DAY);
    }
    static const char *const no_times[] = {"1.13.2026 25:00", "today 24:00", "today 1:60", "25:00"};
    for (size_t i = 0; i < sizeof no_times / sizeof *no_times; i++) {
        expect_fault(no_times[i], false, DATE_NO_SUCH_TIME);
    }
    for (int fault = DATE_UNREADABLE; fault < DATE_FAULTS; fault++) {
        assert_true(strlen(date_fault_words((enum date_fault)fault)) > 0);
    }
}

// Nothing that a keyboard can give ends anywhere but in a fault or a form that is kept.
static void any_text_ends_well(void **state) {
    (void)state;
    static const char *const pieces[] = {"21",  ".",    "11",   " ",   "2026", ":",   "-",  "nov",
                                         "ago", "week", "a",    "999", "/",    "99",  "in", "today",
                                         ",",   "0",    "\xff", "T",   "th",   "two", "29", "feb"};
    uint64_t seed = seed_new();
    for (int round = 0; round < 20000; round++) {
        char text[128] = "";
        for (int i = 0; i < 7; i++) {
            seed_next(&seed);
            size_t at = strlen(text);
            text_copy(text + at, sizeof text - at,
                      pieces[(seed >> 33) % (sizeof pieces / sizeof *pieces)]);
        }
        char to[WALL_TEXT_MAX] = "", words[DATE_WORDS_MAX], again[WALL_TEXT_MAX] = "";
        if (date_read(text, now, true, to) != DATE_RIGHT) {
            continue;
        }
        date_words(to, now, words);
        if (date_read(words, now, true, again) != DATE_RIGHT || strcmp(to, again) != 0) {
            fail_msg("\"%s\" is %s is \"%s\" is %s", text, to, words, again);
        }
    }
}

static void dates_are_shown_in_words(void **state) {
    (void)state;
    char to[DATE_WORDS_MAX];
    assert_string_equal(date_words("2026-11-03", now, to), "3 November 2026");
    assert_string_equal(date_words("2026-11-20T14:05:00+01:00", now, to),
                        "20 November 2026, 14:05");
    assert_string_equal(date_words("", now, to), "");
    assert_string_equal(date_words("soon", now, to), "");
}

static void other_languages_are_understood(void **state) {
    (void)state;
    char words[DATE_WORDS_MAX];
    const char *build = getenv("BUILD");
    char locale[256];
    text_format(locale, sizeof locale, "%s/locale", build ? build : "build");
    text_use_language("de", locale);
    expect("heute", false, "2026-11-21");
    expect("gestern 14:30 Uhr", false, "2026-11-20T14:30:00+01:00");
    expect("vorgestern", false, "2026-11-19");
    expect("Donnerstag", false, "2026-11-19");
    expect("vor neun Wochen", false, "2026-09-19");
    expect("vor einem Monat", false, "2026-10-21");
    expect("3. März 2026", false, "2026-03-03");
    expect("Samstag, 21. November", false, "2026-11-21");
    expect("nine weeks ago", false, "2026-09-19");
    expect(date_words("2026-03-03", now, words), false, "2026-03-03");
    assert_string_equal(words, "3. März 2026");
    text_use_language("en", locale);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_taken_as_they_are_written),
        cmocka_unit_test(what_lies_ahead_is_taken_where_it_may),
        cmocka_unit_test(what_is_no_date_is_no_date),
        cmocka_unit_test(any_text_ends_well),
        cmocka_unit_test(dates_are_shown_in_words),
        cmocka_unit_test(other_languages_are_understood),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
