// SPDX-License-Identifier: MIT
#include "person.h"

#include "run/figures.h"

// What happened around sessions (design section 6): a routine's sessions that have both numbers,
// and chains, of which each has one change and its members none. Figures worked out by hand.

static const char *const chains[] = {"", "00000000-0000-4000-8000-000000000001",
                                     "00000000-0000-4000-8000-000000000002",
                                     "00000000-0000-4000-8000-000000000003"};

struct told_session {
    const char *routine;
    int day, hour; // from the Saturday of `morning`
    int chain;     // 0: none
    int before, after;
    bool begun; // and not done to its end
};

static void play(struct room *room, const struct told_session *played) {
    struct error err = {0};
    struct session_record record = {
        .started = later(morning, played->day * DAY_S + (played->hour - 8) * HOUR_S),
        .before = played->before,
        .after = played->after,
        .planned_ms = 60000,
        .source = "played",
    };
    record.seen = later(record.started, 60);
    text_copy(record.routine, sizeof record.routine, played->routine);
    text_copy(record.title, sizeof record.title, "Title");
    text_copy(record.chain, sizeof record.chain, chains[played->chain]);
    assert_true(sessions_start(room->house.store, &record, &err));
    record.played_ms = record.position_ms = played->begun ? 20000 : 60000;
    record.status = played->begun ? SESSION_PARTIAL : SESSION_COMPLETE;
    record.ending = played->begun ? ENDING_INTERRUPTED : ENDING_COMPLETE;
    assert_true(sessions_finish(room->house.store, &record, &err));
    session_record_free(&record);
}

static struct figures figures_of(struct room *room, int first, int last) {
    struct error err = {0};
    struct figures figures;
    int64_t saturday = house_today(&room->house);
    assert_true(figures_read(&room->house, saturday + first, saturday + last, &figures, &err));
    return figures;
}

static void has(const struct figures *figures, int row, const char *id, int sessions, int n) {
    assert_in_range(row, 0, figures->routine_count - 1);
    assert_string_equal(figures->routines[row].id, id);
    assert_int_equal(figures->routines[row].sessions, sessions);
    assert_int_equal(figures->routines[row].change.n, n);
    assert_int_equal(figures->routines[row].change.given, n >= 5);
}

static void near(double got, double wanted) {
    assert_true(got > wanted - 1e-3 && got < wanted + 1e-3);
}

// `a`: -4 -3 -2 -1 0 has the mean -2, the deviation sqrt(10 / 4) = 1.5811 and with t 2.7764 of four
// degrees of freedom a half width of 2.7764 * 1.5811 / sqrt(5) = 1.9632.
static void a_change_of_each_routine(void **state) {
    struct room *room = *state;
    static const struct told_session all[] = {
        {"b", -9, 9, 0, 9, 1, false}, // before the range
        {"a", -8, 9, 0, 6, 2, false}, // its first day
        {"b", -8, 10, 0, 5, 9, false},
        {"a", -7, 9, 0, 6, 3, true}, // what was begun counts too
        {"a", -7, 11, 0, -1, 3, false},
        {"a", -6, 9, 0, 6, 4, false},
        {"a", -5, 9, 0, 6, -1, false},
        {"c", -4, 9, 0, -1, -1, false},
        {"a", -3, 9, 0, 6, 5, false},
        {"a", 0, 9, 0, 0, 0, false}, // its last day; zeros are numbers
        {"a", 1, 9, 0, 9, 0, false},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        play(room, &all[i]);
    }
    struct figures figures = figures_of(room, -8, 0);
    assert_int_equal(figures.routine_count, 3);
    has(&figures, 0, "a", 7, 5);
    has(&figures, 1, "b", 1, 1);
    has(&figures, 2, "c", 1, 0);
    near(figures.routines[0].change.mean, -2);
    near(figures.routines[0].change.low, -2 - 1.9632);
    near(figures.routines[0].change.high, -2 + 1.9632);
    figures_free(&figures);
    figures = figures_of(room, -7, 0);
    has(&figures, 0, "a", 6, 4); // four are too few
    figures_free(&figures);
}

// Five chains, one of each kind below, and what they count.
static void a_chain_has_one_change(void **state) {
    struct room *room = *state;
    static const struct told_session all[] = {
        // Three members, told in another order: from 8 to 2, whatever stands between.
        {"b", -2, 10, 1, 1, 9, false},
        {"a", -2, 11, 1, -1, 2, false},
        {"z", -2, 9, 1, 8, -1, false},
        // The last has no number.
        {"a", -1, 9, 2, 7, -1, false},
        {"b", -1, 10, 2, -1, -1, false},
        // It runs past four in the morning, and belongs to the day before.
        {"a", 0, 3, 3, 5, -1, false},
        {"a", 0, 4, 3, -1, 4, false},
        {"a", 0, 9, 0, 9, 3, false}, // no member
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        play(room, &all[i]);
    }
    struct figures figures = figures_of(room, -2, 0);
    assert_int_equal(figures.routine_count, 4);
    has(&figures, 0, "a", 5, 1);
    has(&figures, 1, "b", 2, 0);
    has(&figures, 2, "z", 1, 0);
    has(&figures, 3, "chain", 3, 2); // -6 and -1
    figures_free(&figures);
    figures = figures_of(room, 0, 0);
    assert_int_equal(figures.routine_count, 1); // that of today began yesterday
    has(&figures, 0, "a", 2, 1);
    figures_free(&figures);
    figures = figures_of(room, -1, -1);
    assert_int_equal(figures.routine_count, 3);
    has(&figures, 2, "chain", 2, 1);
    figures_free(&figures);
    figures = figures_of(room, -2, -2);
    has(&figures, 3, "chain", 1, 1);
    figures_free(&figures);
}

// A member of a chain, told by the second and the clock it began by.
static void add_member(struct room *room, const char *chain, struct wall started, int before,
                       int after) {
    struct error err = {0};
    struct session_record record = {
        .started = started,
        .seen = later(started, 60),
        .before = before,
        .after = after,
        .planned_ms = 60000,
        .source = "played",
        .routine = "a",
        .title = "A",
    };
    text_copy(record.chain, sizeof record.chain, chain);
    assert_true(sessions_start(room->house.store, &record, &err));
    record.played_ms = record.position_ms = 60000;
    record.status = SESSION_COMPLETE;
    record.ending = ENDING_COMPLETE;
    assert_true(sessions_finish(room->house.store, &record, &err));
    session_record_free(&record);
}

// Five times from 8 to 2, 3, 4, 5 and 6: the mean of -6 -5 -4 -3 -2.
static void chains_have_their_mean(void **state) {
    struct room *room = *state;
    for (int i = 0; i < 5; i++) {
        char chain[UUID_TEXT_MAX];
        text_format(chain, sizeof chain, "00000000-0000-4000-8000-00000000001%d", i);
        for (int member = 0; member < 2; member++) {
            add_member(room, chain, later(morning, -i * DAY_S + member * HOUR_S),
                       member == 0 ? 8 : -1, member == 1 ? 2 + i : -1);
        }
    }
    struct figures figures = figures_of(room, -9, 0);
    assert_int_equal(figures.routine_count, 2);
    has(&figures, 0, "a", 10, 0);
    has(&figures, 1, "chain", 5, 5);
    near(figures.routines[1].change.mean, -4);
    figures_free(&figures);
}

// The clock is put back between two members: the second one shows the earlier hour.
static void a_chain_goes_by_its_moments(void **state) {
    struct room *room = *state;
    struct wall first = later(morning, 0), second = later(morning, 600);
    second.offset_min = first.offset_min - 60;
    add_member(room, chains[1], first, 8, -1);
    add_member(room, chains[1], second, -1, 3);
    struct figures figures = figures_of(room, -1, 1);
    has(&figures, 0, "a", 2, 0);
    has(&figures, 1, "chain", 1, 1);
    figures_free(&figures);
}

// Members that began in one second, told in either order, and with one that has no number.
static void members_of_one_second_are_one_edge(void **state) {
    struct room *room = *state;
    add_member(room, chains[1], morning, 8, -1);
    add_member(room, chains[1], morning, -1, -1);
    add_member(room, chains[1], morning, -1, 3);
    add_member(room, chains[2], later(morning, 60), -1, 3);
    add_member(room, chains[2], later(morning, 60), -1, -1);
    add_member(room, chains[2], later(morning, 60), 8, -1);
    // A number within a chain stands neither before it nor after it.
    add_member(room, chains[3], later(morning, 120), 8, 3);
    add_member(room, chains[3], later(morning, 180), -1, -1);
    add_member(room, "00000000-0000-4000-8000-000000000004", later(morning, 240), -1, -1);
    add_member(room, "00000000-0000-4000-8000-000000000004", later(morning, 300), 8, 3);
    struct figures figures = figures_of(room, 0, 0);
    has(&figures, 0, "a", 10, 0);
    has(&figures, 1, "chain", 4, 2);
    figures_free(&figures);
}

// Two hundred chains whose members lie between those of others: from 9 to 1, 2, 3, 4 and 5.
static void many_chains_are_told_apart(void **state) {
    enum { MANY = 200 };
    struct room *room = *state;
    for (int member = 0; member < 2; member++) {
        for (int i = 0; i < MANY; i++) {
            char chain[UUID_TEXT_MAX];
            text_format(chain, sizeof chain, "%08d-0000-4000-8000-000000000000", i);
            add_member(room, chain, later(morning, member * HOUR_S + (i * 7 % MANY)),
                       member == 0 ? 9 : -1, member == 1 ? 1 + i % 5 : -1);
        }
    }
    struct figures figures = figures_of(room, 0, 0);
    has(&figures, 0, "a", 2 * MANY, 0);
    has(&figures, 1, "chain", MANY, MANY);
    near(figures.routines[1].change.mean, -6);
    figures_free(&figures);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_change_of_each_routine),
        TEST(a_chain_has_one_change),
        TEST(chains_have_their_mean),
        TEST(a_chain_goes_by_its_moments),
        TEST(members_of_one_second_are_one_edge),
        TEST(many_chains_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
