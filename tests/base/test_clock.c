// SPDX-License-Identifier: MIT
// wrap: clock_gettime
#include "base/clock.h"
#include "seed.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

// With `simulated` set, steady clocks stand where the test puts them.
static bool simulated;
static int64_t simulated_us;
static int64_t simulated_wall_s;
static bool boottime_fails;

int __real_clock_gettime(clockid_t id, struct timespec *now);
int __wrap_clock_gettime(clockid_t id, struct timespec *now);

int __wrap_clock_gettime(clockid_t id, struct timespec *now) {
    if (boottime_fails && id != CLOCK_MONOTONIC && id != CLOCK_REALTIME) {
        return -1;
    }
    if (!simulated) {
        return __real_clock_gettime(id, now);
    }
    int64_t us = id == CLOCK_REALTIME ? simulated_wall_s * 1000000 : simulated_us;
    now->tv_sec = (time_t)(us / 1000000);
    now->tv_nsec = (long)(us % 1000000) * 1000;
    return 0;
}

static void use_zone(const char *zone) {
    setenv("TZ", zone, 1);
    tzset();
}

static int reset(void **state) {
    (void)state;
    simulated = boottime_fails = false;
    use_zone("UTC0");
    return 0;
}

static void every_day_of_the_calendar_goes_there_and_back(void **state) {
    (void)state;
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int64_t day = -719162; // 0001-01-01
    for (int year = 1; year <= 9999; year++) {
        bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        for (int month = 1; month <= 12; month++) {
            int length = lengths[month - 1] + (month == 2 && leap);
            for (int date = 1; date <= length; date++, day++) {
                int got[3];
                date_of_day(day, &got[0], &got[1], &got[2]);
                if (day_of_date(year, month, date) != day || got[0] != year || got[1] != month ||
                    got[2] != date) {
                    fail_msg("%d-%d-%d is day %lld", year, month, date, (long long)day);
                }
            }
        }
    }
    assert_int_equal(day, 2932897); // 10000-01-01
    assert_int_equal(day_of_date(1970, 1, 1), 0);
    assert_int_equal(day_of_date(2026, 11, 21), 20778);
}

static void moments_read_as_they_are_written(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int64_t utc_s;
        int offset_min;
    } cases[] = {
        {"1970-01-01T00:00:00Z", 0, 0},
        {"2026-11-21T08:00:00+01:00", 1795244400, 60},
        {"2026-11-21T08:00+01:00", 1795244400, 60},
        {"2026-11-21 08:00:00+01:00", 1795244400, 60},
        {"2026-11-21T07:00Z", 1795244400, 0},
        {"2026-11-21T07:00:00", 1795244400, 0}, // by the zone, which is UTC here
        {"2026-11-21 07:00", 1795244400, 0},
        {"2026-11-21", 1795219200, 0},
        {"2024-02-29T23:59:59-09:30", 1709285399, -570},
        {"2000-02-29T00:00:00+14:00", 951732000, 840},
        {"2000-02-29T00:00:00-14:00", 951832800, -840},
        {"0001-01-01T00:00:00Z", -62135596800, 0},
        {"9999-12-31T23:59:59Z", 253402300799, 0},
        {"1969-12-31T23:59:59-00:00", -1, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wall wall = {.utc_s = 99, .offset_min = 99};
        struct error err = {0};
        if (!wall_read(cases[i].text, &wall, &err)) {
            fail_msg("%s", err.text);
        }
        assert_true(wall.utc_s == cases[i].utc_s);
        assert_int_equal(wall.offset_min, cases[i].offset_min);
        assert_int_equal(err.code, ERROR_NONE);
    }
}

static void wrong_moments_are_told_what_is_right(void **state) {
    (void)state;
    static const struct {
        const char *text, *right;
    } cases[] = {
        {"2026-02-30", "the days of 2026-02 go from 01 to 28"},
        {"2024-02-30", "from 01 to 29"},
        {"1900-02-29", "from 01 to 28"},
        {"2026-04-31", "from 01 to 30"},
        {"2026-12-32", "from 01 to 31"},
        {"2026-01-00", "from 01 to 31"},
        {"2026-00-10", "months go from 01 to 12"},
        {"2026-13-10", "months go from 01 to 12"},
        {"0000-01-01", "years go from 0001 to 9999"},
        {"2026-11-21T24:00:00", "hours go from 00 to 23"},
        {"2026-11-21T08:60", "minutes and seconds go from 00 to 59"},
        {"2026-11-21T08:00:60", "minutes and seconds go from 00 to 59"},
        {"2026-11-21T08:00+14:01", "offsets go from -14:00 to +14:00"},
        {"2026-11-21T08:00-15:00", "offsets go from -14:00 to +14:00"},
        {"2026-11-21T08:00+01:60", "offsets go from -14:00 to +14:00"},
        {"", "write it like 2026-11-21"},
        {"yesterday", "write it like 2026-11-21"},
        {"26-11-21", "write it like"},
        {"2026-1-2", "write it like"},
        {"2026/11/21", "write it like"},
        {"2026-11-21x", "write it like"},
        {"2026-11-21T", "write it like"},
        {"2026-11-21T8:00", "write it like"},
        {"2026-11-21T08", "write it like"},
        {"2026-11-21T08:00:", "write it like"},
        {"2026-11-21T08:00:00.5", "write it like"},
        {"2026-11-21T08:00 +01:00", "write it like"},
        {"2026-11-21T08:00+0100", "write it like"},
        {"2026-11-21T08:00+01", "write it like"},
        {"2026-11-21T08:00Z ", "write it like"},
        {" 2026-11-21", "write it like"},
        {"+2026-11-21", "write it like"},
        {"-001-11-21", "write it like"},
        {"12026-11-21", "write it like"},
        {"2026-11-21+01:00", "write it like"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wall wall = {.utc_s = 99, .offset_min = 99};
        struct error err = {0};
        assert_false(wall_read(cases[i].text, &wall, &err));
        assert_int_equal(err.code, ERROR_INPUT);
        if (!strstr(err.text, cases[i].right) || !strstr(err.text, cases[i].text)) {
            fail_msg("%s: %s", cases[i].text, err.text);
        }
        assert_true(wall.utc_s == 99);
    }
    // A long text is named by its beginning only.
    char text[5000];
    memset(text, '2', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    struct wall wall;
    struct error err = {0};
    assert_false(wall_read(text, &wall, &err));
    assert_true(strlen(err.text) < 200);
}

static void random_moments_are_written_and_read_back(void **state) {
    (void)state;
    uint64_t seed = seed_new();
    for (int i = 0; i < 100000; i++) {
        seed_next(&seed);
        int offset = (int)(seed >> 33) % 841 * (seed >> 63 ? 1 : -1);
        // Moments that have a year from 1 to 9999 at any offset.
        int64_t utc_s = -62135500000 + (int64_t)((seed >> 20) % 315537700000u);
        struct wall wall = {.utc_s = utc_s, .offset_min = offset};
        struct wall back = {0};
        struct error err = {0};
        char text[WALL_TEXT_MAX];
        char again[WALL_TEXT_MAX];
        assert_int_equal(strlen(wall_text(wall, text)), 25);
        assert_true(wall_read(text, &back, &err));
        assert_true(back.utc_s == utc_s);
        assert_int_equal(back.offset_min, offset);
        // The clock face of the machine's own calendar says the same.
        time_t local = (time_t)(utc_s + (int64_t)offset * 60);
        struct tm tm;
        gmtime_r(&local, &tm);
        assert_true(strftime(again, sizeof again, "%Y-%m-%dT%H:%M:%S", &tm) > 0 || tm.tm_year < 0);
        assert_true(tm.tm_year < -900 || strncmp(text, again, 19) == 0);
        assert_true(wall_day(wall) == day_of_date(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday));
    }
}

static void check_local(const char *text, const char *expected) {
    struct wall wall;
    struct error err = {0};
    char shown[WALL_TEXT_MAX];
    assert_true(wall_read(text, &wall, &err));
    assert_string_equal(wall_text(wall, shown), expected);
}

static void check_berlin(void) {
    check_local("2026-01-15", "2026-01-15T00:00:00+01:00");
    check_local("2026-07-15", "2026-07-15T00:00:00+02:00");
    check_local("2026-07-15T12:30", "2026-07-15T12:30:00+02:00");
    check_local("2026-07-15T12:30Z", "2026-07-15T12:30:00+00:00");
    // The day on which the clock goes forward: 02:00-03:00 does not exist.
    check_local("2026-03-29T01:59:59", "2026-03-29T01:59:59+01:00");
    check_local("2026-03-29T02:30", "2026-03-29T03:30:00+02:00");
    check_local("2026-03-29T03:00", "2026-03-29T03:00:00+02:00");
    check_local("2026-03-30", "2026-03-30T00:00:00+02:00");
    // The day on which it goes back: of 02:00-03:00 the first.
    check_local("2026-10-25T01:59:59", "2026-10-25T01:59:59+02:00");
    check_local("2026-10-25T02:30", "2026-10-25T02:30:00+02:00");
    check_local("2026-10-25T03:00", "2026-10-25T03:00:00+01:00");
}

static void check_there(const char *text, const char *now, const char *expected) {
    struct wall wall, here;
    struct error err = {0};
    char shown[WALL_TEXT_MAX];
    assert_true(wall_read(now, &here, &err));
    assert_true(wall_read_there(text, here, &wall, &err));
    assert_string_equal(wall_text(wall, shown), expected);
}

static void a_time_belongs_to_the_place_where_it_is_told(void **state) {
    (void)state;
    use_zone("CET-1CEST,M3.5.0,M10.5.0/3");
    // At home the zone knows what holds at that time of the year.
    check_there("2026-07-15T12:30", "2026-11-21T08:00:00+01:00", "2026-07-15T12:30:00+02:00");
    // Elsewhere nothing is known but the offset of now.
    check_there("2026-07-15T12:30", "2026-11-21T08:00:00-05:00", "2026-07-15T12:30:00-05:00");
    check_there("2026-11-21", "2026-11-21T08:00:00Z", "2026-11-21T00:00:00+00:00");
    check_there("2026-07-15T12:30Z", "2026-11-21T08:00:00-05:00", "2026-07-15T12:30:00+00:00");
    struct wall wall;
    struct error err = {0};
    assert_false(wall_read_there("2026-02-29T08:00", (struct wall){0}, &wall, &err));
    assert_non_null(strstr(err.text, "01 to 28"));
}

static void zones_decide_where_no_offset_is_given(void **state) {
    (void)state;
    use_zone("CET-1CEST,M3.5.0,M10.5.0/3");
    check_berlin();
    if (access("/usr/share/zoneinfo/Europe/Berlin", R_OK) != 0) {
        fail_msg("the time zones (package tzdata) are not here");
    }
    use_zone("Europe/Berlin");
    check_berlin();
    use_zone("Asia/Kathmandu");
    check_local("2026-07-15T08:00", "2026-07-15T08:00:00+05:45");
    use_zone("Pacific/Kiritimati");
    check_local("2026-07-15T08:00", "2026-07-15T08:00:00+14:00");
    use_zone("America/St_Johns");
    check_local("2026-01-15T08:00", "2026-01-15T08:00:00-03:30");
    // Here midnight itself was skipped: the day began at one.
    use_zone("America/Sao_Paulo");
    check_local("2018-11-04", "2018-11-04T01:00:00-02:00");
}

static void a_day_is_that_of_the_persons_clock(void **state) {
    (void)state;
    int64_t midnight = 20778 * INT64_C(86400);
    assert_int_equal(wall_day((struct wall){.utc_s = midnight}), 20778);
    assert_int_equal(wall_day((struct wall){.utc_s = midnight - 1}), 20777);
    assert_int_equal(wall_day((struct wall){.utc_s = midnight - 3600, .offset_min = 60}), 20778);
    assert_int_equal(wall_day((struct wall){.utc_s = midnight, .offset_min = -1}), 20777);
    assert_int_equal(wall_day((struct wall){.utc_s = -1}), -1);
    assert_int_equal(wall_day((struct wall){.utc_s = -86400}), -1);
    assert_int_equal(wall_day((struct wall){.utc_s = -86401}), -2);
}

static void a_fixed_wall_clock_goes_on_with_steady_time(void **state) {
    (void)state;
    simulated = true;
    simulated_us = 5000400;
    struct wall began = {.utc_s = 1795244400, .offset_min = 60};
    struct wall_clock clock = clock_wall_fixed(began);
    assert_true(clock_wall_now(&clock).utc_s == began.utc_s);
    simulated_us += 999000;
    assert_true(clock_wall_now(&clock).utc_s == began.utc_s);
    simulated_us += 1000;
    assert_true(clock_wall_now(&clock).utc_s == began.utc_s + 1);
    simulated_us += INT64_C(86400) * 1000000;
    simulated_wall_s = 42; // the machine's own wall clock has no say
    assert_true(clock_wall_now(&clock).utc_s == began.utc_s + 86401);
    assert_int_equal(clock_wall_now(&clock).offset_min, 60);
}

static void the_systems_wall_clock_has_the_offset_of_its_moment(void **state) {
    (void)state;
    use_zone("CET-1CEST,M3.5.0,M10.5.0/3");
    simulated = true;
    struct wall_clock clock = clock_wall_system();
    simulated_wall_s = 1795244400; // November
    assert_true(clock_wall_now(&clock).utc_s == 1795244400);
    assert_int_equal(clock_wall_now(&clock).offset_min, 60);
    simulated_wall_s = 1784116800; // July
    assert_int_equal(clock_wall_now(&clock).offset_min, 120);
}

static void steady_time_never_runs_backwards(void **state) {
    (void)state;
    int64_t before = clock_monotonic_us();
    for (int i = 0; i < 100000; i++) {
        int64_t now = clock_monotonic_us();
        assert_true(now >= before);
        before = now;
    }
    int64_t began_ms = clock_monotonic_ms();
    clock_sleep_ms(20);
    clock_sleep_ms(0);
    clock_sleep_ms(-5);
    assert_true(clock_monotonic_ms() - began_ms >= 20);
    // A kernel without the clock that counts sleep.
    boottime_fails = true;
    assert_true(clock_monotonic_us() > 0);
}

static void a_sleep_ends_at_its_moment_not_before(void **state) {
    (void)state;
    int64_t until_us = clock_monotonic_us() + 3300;
    clock_sleep_until_us(until_us);
    assert_true(clock_monotonic_us() >= until_us);
    clock_sleep_until_us(until_us - 1000000); // long past: returns at once
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sleep_ends_at_its_moment_not_before),
        cmocka_unit_test_setup(every_day_of_the_calendar_goes_there_and_back, reset),
        cmocka_unit_test_setup(moments_read_as_they_are_written, reset),
        cmocka_unit_test_setup(wrong_moments_are_told_what_is_right, reset),
        cmocka_unit_test_setup(random_moments_are_written_and_read_back, reset),
        cmocka_unit_test_setup(zones_decide_where_no_offset_is_given, reset),
        cmocka_unit_test_setup(a_time_belongs_to_the_place_where_it_is_told, reset),
        cmocka_unit_test_setup(a_day_is_that_of_the_persons_clock, reset),
        cmocka_unit_test_setup(a_fixed_wall_clock_goes_on_with_steady_time, reset),
        cmocka_unit_test_setup(the_systems_wall_clock_has_the_offset_of_its_moment, reset),
        cmocka_unit_test_setup(steady_time_never_runs_backwards, reset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
