// SPDX-License-Identifier: MIT
#include "person.h"

#include "plan_made.h"
#include "run/diary_past.h"
#include "store/ratings.h"

// What day it is (design section 6): the date of the recorded second and its recorded offset, less
// `day_starts`, and nothing else. Every moment here carries its offset, so that no zone has to be
// known to the machine.

static struct wall moment(const char *text) {
    struct wall wall;
    struct error err;
    if (!wall_read(text, &wall, &err)) {
        fail_msg("%s", err.text);
    }
    return wall;
}

static int64_t date(const char *text) {
    return wall_day(moment(text));
}

enum { AT_THREE = 180, AT_FOUR = 240 };

static const struct {
    const char *at;
    int starts_min;
    const char *day;
} moments[] = {
    // The middle of the night belongs to the evening before.
    {"2026-11-21T00:30:00+01:00", AT_FOUR, "2026-11-20"},
    {"2026-11-21T03:59:59+01:00", AT_FOUR, "2026-11-20"},
    {"2026-11-21T04:00:00+01:00", AT_FOUR, "2026-11-21"},
    {"2026-11-21T02:59:59+01:00", AT_THREE, "2026-11-20"},
    {"2026-11-21T03:00:00+01:00", AT_THREE, "2026-11-21"},
    {"2026-11-21T00:00:00+01:00", 0, "2026-11-21"},
    {"2026-11-21T05:59:59+01:00", 360, "2026-11-20"},
    // Berlin, clocks put forward: 1:59:59 is followed by 3:00:00.
    {"2026-03-29T01:59:59+01:00", AT_THREE, "2026-03-28"},
    {"2026-03-29T03:00:00+02:00", AT_THREE, "2026-03-29"},
    {"2026-03-29T03:59:59+02:00", AT_FOUR, "2026-03-28"},
    {"2026-03-29T04:00:00+02:00", AT_FOUR, "2026-03-29"},
    // And back: 2:59:59 is followed by 2:00:00. Both of these hours are of the day before.
    {"2026-10-25T02:59:59+02:00", AT_THREE, "2026-10-24"},
    {"2026-10-25T02:00:00+01:00", AT_THREE, "2026-10-24"},
    {"2026-10-25T02:59:59+01:00", AT_THREE, "2026-10-24"},
    {"2026-10-25T03:00:00+01:00", AT_THREE, "2026-10-25"},
    {"2026-10-25T03:59:59+01:00", AT_FOUR, "2026-10-24"},
    {"2026-10-25T04:00:00+01:00", AT_FOUR, "2026-10-25"},
    // New York.
    {"2026-03-08T01:59:59-05:00", AT_THREE, "2026-03-07"},
    {"2026-03-08T03:00:00-04:00", AT_THREE, "2026-03-08"},
    {"2026-03-08T03:59:59-04:00", AT_FOUR, "2026-03-07"},
    {"2026-11-01T01:30:00-04:00", AT_FOUR, "2026-10-31"},
    {"2026-11-01T01:30:00-05:00", AT_FOUR, "2026-10-31"},
    {"2026-11-01T04:00:00-05:00", AT_FOUR, "2026-11-01"},
    {"2026-11-01T23:59:59-05:00", AT_FOUR, "2026-11-01"},
    // Lord Howe Island: by half an hour.
    {"2026-10-04T01:59:59+10:30", AT_THREE, "2026-10-03"},
    {"2026-10-04T02:59:59+11:00", AT_THREE, "2026-10-03"},
    {"2026-10-04T03:00:00+11:00", AT_THREE, "2026-10-04"},
    {"2026-04-05T01:45:00+11:00", AT_FOUR, "2026-04-04"},
    {"2026-04-05T01:45:00+10:30", AT_FOUR, "2026-04-04"},
    {"2026-04-05T04:00:00+10:30", AT_FOUR, "2026-04-05"},
    // 29 February is there in its years alone.
    {"2028-02-29T12:00:00+01:00", AT_FOUR, "2028-02-29"},
    {"2028-03-01T03:59:59+01:00", AT_FOUR, "2028-02-29"},
    {"2028-02-29T03:59:59+01:00", AT_FOUR, "2028-02-28"},
    {"2027-03-01T03:59:59+01:00", AT_FOUR, "2027-02-28"},
    {"2000-03-01T00:00:00Z", AT_FOUR, "2000-02-29"},
    {"2100-03-01T00:00:00Z", AT_FOUR, "2100-02-28"},
    // The ends of a year.
    {"2027-01-01T03:59:59+01:00", AT_FOUR, "2026-12-31"},
    {"2026-12-31T23:30:00-11:00", AT_FOUR, "2026-12-31"},
    // The same second on two sides of the date line.
    {"2026-06-11T09:00:00+12:00", AT_FOUR, "2026-06-11"},
    {"2026-06-10T11:00:00-10:00", AT_FOUR, "2026-06-10"},
};

static void days_of_moments(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
        int64_t day = wall_day_of(moment(moments[i].at), moments[i].starts_min);
        if (day != date(moments[i].day)) {
            fail_msg("%s: %d days off", moments[i].at, (int)(day - date(moments[i].day)));
        }
        // A house whose clock shows it says the same.
        struct house house = {.settings = settings_default()};
        house.settings.day_starts_min = moments[i].starts_min;
        house.clock = clock_wall_fixed(moment(moments[i].at));
        assert_int_equal(house_today(&house), day);
    }
}

static void breathe(struct room *room, const char *at) {
    sit(room, (struct sat){
                  .routine = "breath-calm", .started = moment(at), .minutes = 4, .complete = true});
}

// `breath-calm` once a day, from the first day on.
struct asked_daily {
    struct plan plan;
    struct plan_version version;
    struct plan_book book;
};
static void ask_daily(struct asked_daily *asked, const char *from) {
    asked->plan = plan_made("a", date(from), INT64_MAX);
    plan_asks(&asked->plan, "breath-calm", 1);
    asked->version = version_of(&asked->plan, date(from));
    asked->book = book_of(&asked->version, 1);
}

struct counted {
    int streak, due, done;
};
static struct counted count(struct room *room, const char *from, const char *today) {
    struct asked_daily asked;
    struct session_past past;
    struct error err = {0};
    ask_daily(&asked, from);
    set_now(room, moment("2030-01-01T12:00:00Z")); // no session is running
    assert_true(session_past_read(&room->house, INT64_MIN, INT64_MAX, &past, &err));
    struct adherence all =
        adherence_of(&asked.book, past.done, date(from), date(today), date(today));
    struct counted counted = {.streak = adherence_streak(&asked.book, past.done, date(today)),
                              .due = all.due,
                              .done = all.done};
    session_past_free(&past);
    return counted;
}

static void assert_counted(struct counted got, struct counted wanted) {
    if (got.streak != wanted.streak || got.due != wanted.due || got.done != wanted.done) {
        fail_msg("streak %d, %d of %d", got.streak, got.done, got.due);
    }
}

// A session a day, at hours that the clocks take away or give twice, in three zones.
static void a_change_over_breaks_no_streak(void **state) {
    struct room *room = *state;
    static const char *const days[] = {
        "2026-03-07T22:00:00-05:00", // New York
        "2026-03-08T03:30:00-04:00", // half an hour before the day: a second one of the 7th
        "2026-03-08T22:00:00-04:00",
        "2026-03-09T22:00:00-04:00",
    };
    for (size_t i = 0; i < 4; i++) {
        breathe(room, days[i]);
    }
    assert_counted(count(room, "2026-03-07", "2026-03-09"), (struct counted){3, 3, 3});
    static const char *const berlin[] = {
        "2026-10-24T22:00:00+02:00",
        "2026-10-25T02:30:00+02:00", // of the 24th, as are those of the hour that comes again
        "2026-10-25T02:30:00+01:00", "2026-10-25T03:59:00+01:00",
        "2026-10-25T04:00:00+01:00", // the 25th
        "2026-10-27T03:59:59+01:00", // the 26th
    };
    for (size_t i = 0; i < 6; i++) {
        breathe(room, berlin[i]);
    }
    assert_counted(count(room, "2026-10-24", "2026-10-26"), (struct counted){3, 3, 3});
    breathe(room, "2026-10-03T23:00:00+10:30"); // Lord Howe
    breathe(room, "2026-10-05T03:59:00+11:00"); // the 4th
    assert_counted(count(room, "2026-10-03", "2026-10-04"), (struct counted){2, 2, 2});
    // With the day at three o'clock that one is of the 5th, and the 4th is left.
    room->house.settings.day_starts_min = AT_THREE;
    assert_counted(count(room, "2026-10-03", "2026-10-05"), (struct counted){1, 3, 2});
}

static void the_end_of_february(void **state) {
    struct room *room = *state;
    breathe(room, "2028-02-28T20:00:00+01:00");
    breathe(room, "2028-02-29T20:00:00+01:00");
    breathe(room, "2028-03-01T20:00:00+01:00");
    assert_counted(count(room, "2028-02-28", "2028-03-01"), (struct counted){3, 3, 3});
    breathe(room, "2027-02-28T20:00:00+01:00");
    breathe(room, "2027-03-01T20:00:00+01:00");
    assert_counted(count(room, "2027-02-28", "2027-03-01"), (struct counted){2, 2, 2});
}

// To the east the tenth of June comes twice, and a session in it stands behind one of the eleventh.
static void a_date_that_comes_twice_is_due_once(void **state) {
    struct room *room = *state;
    breathe(room, "2026-06-09T20:00:00+12:00");
    breathe(room, "2026-06-10T20:00:00+12:00");
    breathe(room, "2026-06-11T09:00:00+12:00"); // Auckland, in the morning
    breathe(room, "2026-06-10T20:00:00-10:00"); // Honolulu, in the evening
    assert_counted(count(room, "2026-06-09", "2026-06-11"), (struct counted){3, 3, 3});
    breathe(room, "2026-06-12T20:00:00-10:00");
    assert_counted(count(room, "2026-06-09", "2026-06-12"), (struct counted){4, 4, 4});
}

// To the west the eleventh is never there. It is due like any other.
static void a_date_that_a_flight_skips_is_due(void **state) {
    struct room *room = *state;
    breathe(room, "2026-06-09T20:00:00-10:00");
    breathe(room, "2026-06-10T20:00:00-10:00");
    breathe(room, "2026-06-12T06:30:00+12:00"); // twelve hours and a half later
    breathe(room, "2026-06-13T20:00:00+12:00");
    assert_counted(count(room, "2026-06-09", "2026-06-13"), (struct counted){2, 5, 4});
}

// Two days of numbers where the date comes twice: the last one entered counts, each day has one,
// and they come in the order of their days.
static void a_number_belongs_to_the_date_that_was_seen(void **state) {
    struct room *room = *state;
    struct error err = {0};
    static const struct {
        const char *at;
        int twitch;
    } rows[] = {{"2026-06-10T20:00:00+12:00", 4},
                {"2026-06-11T09:00:00+12:00", 5},
                {"2026-06-10T20:00:00-10:00", 7},
                {"2026-06-13T03:30:00-10:00", 2}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct rating rating = {
            .at = moment(rows[i].at), .twitch = rows[i].twitch, .severity = -1, .frequency = -1};
        assert_true(ratings_set(room->house.store, &rating, AT_FOUR, &err));
        rating_free(&rating);
    }
    struct daily_past past;
    assert_true(daily_past_read(&room->house, INT64_MIN, INT64_MAX, &past, &err));
    assert_int_equal(past.count, 3);
    static const char *const days[] = {"2026-06-10", "2026-06-11", "2026-06-12"};
    static const int values[] = {7, 5, 2};
    for (int i = 0; i < 3; i++) {
        assert_int_equal(past.days[i].day, date(days[i]));
        assert_int_equal((int)past.days[i].value, values[i]);
    }
    daily_past_free(&past);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(days_of_moments),
        TEST(a_change_over_breaks_no_streak),
        TEST(the_end_of_february),
        TEST(a_date_that_comes_twice_is_due_once),
        TEST(a_date_that_a_flight_skips_is_due),
        TEST(a_number_belongs_to_the_date_that_was_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
