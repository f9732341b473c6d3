// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "base/clock.h"

// Where a local day begins, by zones whose clocks are put forward and back.

static void use_zone(const char *zone) {
    setenv("TZ", zone, 1);
    tzset();
}

static struct wall local_at(int64_t utc_s) {
    return (struct wall){.utc_s = utc_s, .offset_min = clock_offset_at(utc_s)};
}

static int64_t read_moment(const char *text) {
    struct wall wall;
    struct error err;
    assert_true(wall_read(text, &wall, &err));
    return wall.utc_s;
}

// The day of a moment as the whole program counts it.
static int64_t day_of(int64_t utc_s, int starts_min) {
    struct wall wall = local_at(utc_s);
    wall.utc_s -= (int64_t)starts_min * 60;
    return wall_day(wall);
}

#define BERLIN "CET-1CEST,M3.5.0,M10.5.0/3"
#define NEW_YORK "EST5EDT,M3.2.0,M11.1.0"
#define HAVANA "CST5CDT,M3.2.0/0,M11.1.0/1"          // put forward at midnight: 0:00 is 1:00
#define LORD_HOWE "LHST-10:30LHDT-11,M10.1.0,M4.1.0" // by half an hour

static void days_begin_where_the_clock_says(void **state) {
    (void)state;
    static const struct {
        const char *zone, *day; // at noon
        int starts_min;
        const char *begins;
    } cases[] = {
        {"UTC0", "2026-11-21", 0, "2026-11-21T00:00:00Z"},
        {"UTC0", "2026-11-21", 240, "2026-11-21T04:00:00Z"},
        {"UTC0", "2026-11-21", 360, "2026-11-21T06:00:00Z"},
        {"IST-5:30", "2026-11-21", 240, "2026-11-21T04:00:00+05:30"},
        {"NST12", "2026-11-21", 240, "2026-11-21T04:00:00-12:00"},
        {"LINT-14", "2026-11-21", 240, "2026-11-21T04:00:00+14:00"},
        {BERLIN, "2026-03-28", 240, "2026-03-28T04:00:00+01:00"},
        {BERLIN, "2026-03-29", 240, "2026-03-29T04:00:00+02:00"},
        {BERLIN, "2026-03-29", 119, "2026-03-29T01:59:00+01:00"},
        // 2:00 to 2:59 are skipped: the day begins when the clocks are put forward.
        {BERLIN, "2026-03-29", 120, "2026-03-29T03:00:00+02:00"},
        {BERLIN, "2026-03-29", 150, "2026-03-29T03:00:00+02:00"},
        {BERLIN, "2026-03-29", 179, "2026-03-29T03:00:00+02:00"},
        {BERLIN, "2026-03-29", 180, "2026-03-29T03:00:00+02:00"},
        {BERLIN, "2026-03-29", 181, "2026-03-29T03:01:00+02:00"},
        {BERLIN, "2026-10-24", 240, "2026-10-24T04:00:00+02:00"},
        {BERLIN, "2026-10-25", 240, "2026-10-25T04:00:00+01:00"},
        {BERLIN, "2026-10-25", 119, "2026-10-25T01:59:00+02:00"},
        // 2:00 to 2:59 come twice: the first of them.
        {BERLIN, "2026-10-25", 120, "2026-10-25T02:00:00+02:00"},
        {BERLIN, "2026-10-25", 179, "2026-10-25T02:59:00+02:00"},
        {BERLIN, "2026-10-25", 180, "2026-10-25T03:00:00+01:00"},
        {NEW_YORK, "2026-03-08", 150, "2026-03-08T03:00:00-04:00"},
        {NEW_YORK, "2026-11-01", 90, "2026-11-01T01:30:00-04:00"},
        {NEW_YORK, "2026-11-01", 240, "2026-11-01T04:00:00-05:00"},
        {HAVANA, "2026-03-08", 0, "2026-03-08T01:00:00-04:00"},
        {HAVANA, "2026-11-01", 0, "2026-11-01T00:00:00-04:00"},
        {LORD_HOWE, "2026-10-04", 135, "2026-10-04T02:30:00+11:00"},
        {LORD_HOWE, "2026-04-05", 105, "2026-04-05T01:45:00+11:00"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        use_zone(cases[i].zone);
        struct wall noon = local_at(read_moment(cases[i].day) + 43200);
        int64_t begins_s = wall_day_begins(noon, wall_day(noon), cases[i].starts_min);
        char found[WALL_TEXT_MAX], right[WALL_TEXT_MAX];
        wall_text((struct wall){.utc_s = begins_s}, found);
        wall_text((struct wall){.utc_s = read_moment(cases[i].begins)}, right);
        assert_string_equal(found, right);
    }
}

// Each begins with its first second, however far `now` is, and no day is empty.
static void no_day_of_ten_years_begins_late(void **state) {
    (void)state;
    static const char *const zones[] = {"UTC0", BERLIN, NEW_YORK, HAVANA, LORD_HOWE};
    static const int starts[] = {0, 90, 150, 240, 360};
    for (size_t zone = 0; zone < sizeof zones / sizeof *zones; zone++) {
        use_zone(zones[zone]);
        struct wall now = local_at(read_moment("2026-11-21"));
        for (int start = 0; start < 5; start++) {
            int64_t first = day_of_date(2020, 1, 1);
            int64_t before_s = wall_day_begins(now, first - 1, starts[start]);
            for (int64_t day = first; day < day_of_date(2030, 1, 1); day++) {
                int64_t begins_s = wall_day_begins(now, day, starts[start]);
                assert_int_equal(day_of(begins_s, starts[start]), day);
                assert_int_equal(day_of(begins_s - 1, starts[start]), day - 1);
                assert_in_range(begins_s - before_s, 23 * 3600 - 1, 25 * 3600);
                before_s = begins_s;
            }
        }
    }
}

// --now with an offset of another place: that offset is all that is known of its clock.
static void another_offset_than_the_machines_stays_as_it_is(void **state) {
    (void)state;
    use_zone("UTC0");
    struct wall now = {.utc_s = read_moment("2026-10-24T23:00:00+02:00"), .offset_min = 120};
    assert_int_equal(wall_day_begins(now, wall_day(now) + 1, 240),
                     read_moment("2026-10-25T04:00:00+02:00"));
    use_zone(BERLIN); // which knows that the clocks are put back in between
    assert_int_equal(wall_day_begins(now, wall_day(now) + 1, 240),
                     read_moment("2026-10-25T04:00:00+01:00"));
}

int main(void) {
    const struct CMUnitTest cases[] = {
        cmocka_unit_test(days_begin_where_the_clock_says),
        cmocka_unit_test(no_day_of_ten_years_begins_late),
        cmocka_unit_test(another_offset_than_the_machines_stays_as_it_is),
    };
    return cmocka_run_group_tests(cases, NULL, NULL);
}
