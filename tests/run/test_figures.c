// SPDX-License-Identifier: MIT
#include "run/person.h"

#include "run/figures.h"
#include "store/events.h"
#include "store/ratings.h"

// What is read so that a short range stays quick, and still tells of what began long before it. The
// figures themselves: tests/core, and tests/test_year.sh for all of them together.

static void rate(struct room *room, int64_t day, int twitch) {
    struct error err = {0};
    struct rating rating = {.at = noon(day), .twitch = twitch, .severity = -1, .frequency = -1};
    assert_true(ratings_set(room->house.store, &rating, 240, &err));
}

static void inject(struct room *room, int64_t day) {
    struct error err = {0};
    struct event event = {.kind = EVENT_TOXIN, .day = day, .until_day = EVENT_OPEN};
    assert_true(events_add(room->house.store, &event, &err));
}

// Box breathing once a day from a date on.
static void plan_from(struct room *room, const char *date, int64_t added) {
    char text[256];
    text_format(text, sizeof text,
                "format = 1; id = \"daily\"; title = \"Daily\"; author = \"A. Therapist\";\n"
                "from = \"%s\"; profile = { condition = [ \"hfs\" ]; };\n"
                "items = ( { routine = \"breath-box\"; per_day = 1; } );\n",
                date);
    assert_true(store_plan(room, "daily", text, noon(added)));
}

static void plan(struct room *room) {
    plan_from(room, "2026-01-01", today(room) - 320);
}

static void do_it(struct room *room, int64_t day) {
    sit(room, (struct sat){"breath-box", noon(day), 4, true, FEEL_NONE});
}

static struct figures figures_of(struct room *room, int64_t first, int64_t last) {
    struct error err = {0};
    struct figures figures;
    if (!figures_read(&room->house, first, last, &figures, &err)) {
        fail_msg("%s", err.text);
    }
    return figures;
}

// A row of days that is longer than what is looked at first, and longer than twice that.
static void a_long_streak_is_whole_whatever_the_range(void **state) {
    struct room *room = *state;
    int64_t day = today(room);
    plan(room);
    for (int back = 1; back <= 300; back++) {
        do_it(room, day - back);
    }
    const int64_t firsts[] = {INT64_MIN, day - 29, day, day - 299};
    for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++) {
        struct figures figures = figures_of(room, firsts[i], day);
        assert_int_equal(figures.streak, 300);
        figures_free(&figures);
    }
    struct figures past = figures_of(room, day - 400, day - 350);
    assert_int_equal(past.streak, 300);
    assert_int_equal(past.adherence.best_streak, 0);
    figures_free(&past);
    struct figures month = figures_of(room, day - 30, day);
    assert_int_equal(month.adherence.best_streak, 30);
    assert_int_equal(month.adherence.due, 30); // today is open
    assert_int_equal(month.sessions, 30);
    figures_free(&month);
}

static void a_streak_ends_where_a_day_was_left_out(void **state) {
    struct room *room = *state;
    int64_t day = today(room);
    plan(room);
    for (int back = 0; back <= 150; back++) {
        if (back != 100) {
            do_it(room, day - back);
        }
    }
    struct figures figures = figures_of(room, day - 6, day);
    assert_int_equal(figures.streak, 100); // with today
    figures_free(&figures);
    figures = figures_of(room, INT64_MIN, INT64_MAX);
    assert_int_equal(figures.streak, 100);
    assert_int_equal(figures.adherence.best_streak, 100);
    assert_int_equal(figures.adherence.done, 150);
    figures_free(&figures);
}

// The week that is running, Monday to today, beside a range that ends before it.
static void the_week_is_the_one_that_runs(void **state) {
    struct room *room = *state;
    int64_t day = today(room); // a Saturday
    plan(room);
    do_it(room, day - 1);
    do_it(room, day - 4);
    do_it(room, day - 6);
    struct figures figures = figures_of(room, day - 100, day - 50);
    assert_true(figures.week_asked);
    assert_int_equal(figures.week_due, 5);
    assert_int_equal(figures.week_done, 2);
    figures_free(&figures);
}

// Its first day is today: nothing is due of it until it is done, and then the row begins.
static void a_plan_may_begin_today(void **state) {
    struct room *room = *state;
    int64_t day = today(room); // 2026-11-21
    plan_from(room, "2026-11-21", day);
    struct figures figures = figures_of(room, day - 6, day);
    assert_false(figures.week_asked);
    assert_int_equal(figures.streak, 0);
    figures_free(&figures);
    do_it(room, day);
    figures = figures_of(room, day - 6, day);
    assert_true(figures.week_asked);
    assert_int_equal(figures.week_due, 1);
    assert_int_equal(figures.week_done, 1);
    assert_int_equal(figures.streak, 1);
    assert_int_equal(figures.adherence.due, 1);
    figures_free(&figures);
    // Nor does it begin before its day.
    figures = figures_of(room, day - 60, day - 1);
    assert_int_equal(figures.adherence.due, 0);
    assert_int_equal(figures.streak, 1);
    figures_free(&figures);
}

static void a_long_spell_keeps_its_first_day(void **state) {
    struct room *room = *state;
    int64_t day = today(room);
    rate(room, day - 401, 3);
    for (int back = 400; back >= 0; back -= 2) {
        rate(room, day - back, 0);
    }
    const int64_t firsts[] = {INT64_MIN, day - 29, day, day - 100};
    for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++) {
        struct figures figures = figures_of(room, firsts[i], day);
        assert_int_equal(figures.quiet.status, QUIET_REMISSION);
        assert_int_equal(figures.quiet.since, day - 400);
        assert_int_equal(figures.quiet.rated, 201);
        figures_free(&figures);
    }
    // As it stood at the end of a range that has passed.
    struct figures past = figures_of(room, day - 399, day - 390);
    assert_int_equal(past.quiet.status, QUIET_DAY);
    assert_int_equal(past.rated, 5);
    figures_free(&past);
    past = figures_of(room, day - 401, day - 401);
    assert_int_equal(past.quiet.status, QUIET_NONE);
    figures_free(&past);
}

// The same days of the cycle before are found though the range begins long after them.
static void cycles_are_compared_from_a_short_range(void **state) {
    struct room *room = *state;
    int64_t day = today(room);
    inject(room, day - 140);
    inject(room, day - 40);
    for (int back = 160; back >= 0; back--) {
        rate(room, day - back, back >= 100 ? 5 : 2);
    }
    struct figures figures = figures_of(room, day - 6, day);
    assert_int_equal(figures.cycle_day, 40);
    assert_true(figures.compared.given);
    assert_int_equal(figures.compared.cycles, 1);
    assert_true(figures.compared.now == 2.0 && figures.compared.then == 5.0);
    figures_free(&figures);
    figures = figures_of(room, day - 150, day - 145);
    assert_int_equal(figures.cycle_day, -1);
    figures_free(&figures);
}

// Injections 60 days apart, the last 20 days back: the days 7 to 20 are held against the same ones
// of three cycles, the newest before it. Their numbers are 2, 4 and 9, fourteen days of each, so
// that the median is 4; of two cycles it would be 3, and with the 1 of the fourth one 3 too.
static void three_earlier_cycles_count(void **state) {
    struct room *room = *state;
    static const int numbers[] = {1, 9, 4, 2, 6}; // oldest cycle first
    int64_t day = today(room);
    for (int cycle = 0; cycle < 5; cycle++) {
        int64_t injected = day - 20 - 60 * (4 - cycle);
        inject(room, injected);
        for (int64_t since = 0; since <= 20; since++) {
            rate(room, injected + since, numbers[cycle]);
        }
    }
    struct figures figures = figures_of(room, day, day);
    assert_int_equal(figures.cycle_day, 20);
    assert_int_equal(figures.compared.from_day, 7);
    assert_int_equal(figures.compared.cycles, 3);
    assert_int_equal(figures.compared.then_n, 3 * 14);
    assert_true(figures.compared.now == 6.0 && figures.compared.then == 4.0);
    figures_free(&figures);
}

static void an_open_range_is_what_there_is(void **state) {
    struct room *room = *state;
    int64_t day = today(room);
    struct figures figures = figures_of(room, INT64_MIN, INT64_MAX);
    assert_int_equal(figures.first, day);
    assert_int_equal(figures.last, day);
    assert_int_equal(figures.rated + figures.sessions + figures.routine_count, 0);
    figures_free(&figures);
    rate(room, day - 50, 4);
    do_it(room, day - 70);
    figures = figures_of(room, INT64_MIN, INT64_MAX);
    assert_int_equal(figures.first, day - 70);
    assert_int_equal(figures.last, day);
    assert_int_equal(figures.week_count, 1);
    figures_free(&figures);
    figures = figures_of(room, INT64_MIN, day - 90);
    assert_int_equal(figures.first, day - 90);
    figures_free(&figures);
    plan(room);
    figures = figures_of(room, INT64_MIN, INT64_MAX);
    assert_int_equal(figures.first, day_of_date(2026, 1, 1));
    figures_free(&figures);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_long_streak_is_whole_whatever_the_range),
        TEST(a_streak_ends_where_a_day_was_left_out),
        TEST(the_week_is_the_one_that_runs),
        TEST(a_plan_may_begin_today),
        TEST(a_long_spell_keeps_its_first_day),
        TEST(cycles_are_compared_from_a_short_range),
        TEST(three_earlier_cycles_count),
        TEST(an_open_range_is_what_there_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
