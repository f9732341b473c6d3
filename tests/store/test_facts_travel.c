// SPDX-License-Identifier: MIT
#include "store/place.h"

#include "seed.h"
#include "store/facts.h"
#include "store/inside.h"
#include "store/statement.h"

// Sessions and numbers of a person whose clock is put forward and back: by summer time, by
// journeys, over the date line both ways. What is handed out goes by the clock that the person saw,
// in whatever order the rows came in, and is held against a plain way of working it out.

enum { DAY = 20778, DAY_S = 86400, HOUR_S = 3600, ROWS_MAX = 64 };

struct row {
    int64_t at_s;
    int offset_min;
    int twitch, changed_s; // of a rating
    int chain;             // of a session: 0: none
};

static void script(struct store *store, const char *sql) {
    struct error err = {0};
    if (!statement_script(store->database, "tried", sql, &err)) {
        fail_msg("%s", err.text);
    }
}

static void add_rating(struct store *store, int tail, struct row row) {
    char sql[320];
    snprintf(sql, sizeof sql,
             "INSERT INTO ratings (id, at_s, at_offset_min, twitch, changed_s, changed_offset_min)"
             " VALUES ('00000000-0000-4000-8000-%012d', %lld, %d, %d, %d, 0)",
             tail, (long long)row.at_s, row.offset_min, row.twitch, row.changed_s);
    script(store, sql);
}

// The number before a session, -1: none was given.
static int before_of(int tail) {
    return tail % 11 - 1;
}

// Each of a routine of its own, so that its name tells which one it is.
static void add_row_session(struct store *store, int tail, struct row row) {
    char sql[800], chain[48] = "NULL", before[12] = "NULL";
    if (before_of(tail) >= 0) {
        snprintf(before, sizeof before, "%d", before_of(tail));
    }
    if (row.chain > 0) {
        snprintf(chain, sizeof chain, "'00000000-0000-4000-8001-%012d'", row.chain);
    }
    snprintf(sql, sizeof sql,
             "INSERT INTO sessions (id, routine, title, category, source, anyway, started_s,"
             " started_offset_min, seen_s, seen_offset_min, status, ended, planned_ms, played_ms,"
             " played, position_ms, section, rated_before, chain, changed_s, changed_offset_min)"
             " VALUES ('00000000-0000-4000-8000-%012d', 'r%d', 'R', 'rom', 'played', 0, %lld, %d,"
             " 0, 0, 'complete', 'complete', 1, 1, '', 0, 0, %s, %s, 0, 0)",
             tail, tail, (long long)row.at_s, row.offset_min, before, chain);
    script(store, sql);
}

static int64_t local_of(const struct row *row) {
    return row->at_s + row->offset_min * 60;
}

static int64_t day_of(const struct row *row, int day_starts_min) {
    int64_t second = local_of(row) - day_starts_min * 60;
    return (second - ((second % DAY_S) + DAY_S) % DAY_S) / DAY_S;
}

// Every row of each day is looked at: the one changed last counts, then the one with the larger
// UUID, which is that with the larger index.
static void expect_numbers(struct store *store, const struct row rows[], int count, int64_t first,
                           int64_t last, int day_starts_min) {
    struct error err = {0};
    struct daily *numbers;
    int found, next = 0;
    assert_true(facts_numbers(store, first, last, day_starts_min, &numbers, &found, &err));
    for (int64_t day = DAY - 40; day <= DAY + 40; day++) {
        const struct row *counts = NULL;
        for (int i = 0; i < count; i++) {
            if (day >= first && day <= last && day_of(&rows[i], day_starts_min) == day &&
                (!counts || rows[i].changed_s >= counts->changed_s)) {
                counts = &rows[i];
            }
        }
        if (counts) {
            assert_true(next < found);
            assert_true(numbers[next].day == day);
            assert_int_equal((int)numbers[next].value, counts->twitch);
            next++;
        }
    }
    assert_int_equal(next, found);
    memory_free(numbers);
}

// Whether one session comes before another one: by the person's clock, then by UTC.
static bool is_before(const struct row *one, const struct row *other) {
    int64_t a = local_of(one), b = local_of(other);
    return a != b ? a < b : one->at_s < other->at_s;
}

static int index_of(const char *routine) {
    assert_int_equal(routine[0], 'r');
    return (int)strtol(routine + 1, NULL, 10);
}

static void expect_rated(const struct session_facts *facts, const struct row rows[], int count,
                         int64_t first, int64_t last, int day_starts_min) {
    int expected = 0;
    for (int i = 0; i < count; i++) {
        int64_t day = day_of(&rows[i], day_starts_min);
        bool within = day >= first && day <= last;
        expected += (within && before_of(i) >= 0) ||
                    (rows[i].chain > 0 && day + 1 >= first && day - 1 <= last);
    }
    assert_int_equal(facts->rated_count, expected);
    for (int i = 0; i < facts->rated_count; i++) {
        const struct rated_session *rated = &facts->rated[i];
        int index = index_of(facts->routines[rated->routine].id);
        assert_true(i == 0 || facts->rated[i - 1].started_s <= rated->started_s);
        assert_true(rated->started_s == rows[index].at_s);
        assert_true(rated->day == day_of(&rows[index], day_starts_min));
        assert_int_equal(rated->before, before_of(index));
        assert_int_equal(rated->chain == NO_CHAIN, rows[index].chain == 0);
        assert_in_range(rated->chain + 1, 0, facts->chain_count);
        for (int j = 0; j < i; j++) {
            int other = index_of(facts->routines[facts->rated[j].routine].id);
            assert_int_equal(facts->rated[j].chain == rated->chain,
                             rows[other].chain == rows[index].chain);
        }
    }
}

static void expect_sessions(struct store *store, const struct row rows[], int count, int64_t first,
                            int64_t last, int day_starts_min) {
    struct error err = {0};
    struct session_facts facts;
    int expected = 0;
    assert_true(facts_sessions(store, first, last, day_starts_min, morning, &facts, &err));
    for (int i = 0; i < count; i++) {
        int64_t day = day_of(&rows[i], day_starts_min);
        expected += day >= first && day <= last;
    }
    assert_int_equal(facts.count, expected);
    assert_true(facts.played_ms == expected);
    for (int i = 0; i < facts.count; i++) {
        int index = index_of(facts.sessions[i].routine);
        assert_true(facts.sessions[i].day == day_of(&rows[index], day_starts_min));
        assert_true(facts.sessions[i].day >= first && facts.sessions[i].day <= last);
        if (i > 0) {
            const struct row *before = &rows[index_of(facts.sessions[i - 1].routine)];
            assert_false(is_before(&rows[index], before));
            assert_ptr_not_equal(before, &rows[index]);
        }
    }
    expect_rated(&facts, rows, count, first, last, day_starts_min);
    session_facts_free(&facts);
}

static void expect_all_ranges(const struct row rows[], int count, const int order[]) {
    static const int starts[] = {0, 240, 360};
    struct store *store = open_memory();
    for (int i = 0; i < count; i++) {
        add_rating(store, order[i], rows[order[i]]);
        add_row_session(store, order[i], rows[order[i]]);
    }
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        expect_numbers(store, rows, count, INT64_MIN, INT64_MAX, starts[i]);
        expect_sessions(store, rows, count, INT64_MIN, INT64_MAX, starts[i]);
        for (int first = -3; first <= 3; first++) {
            for (int days = 0; days <= 2; days++) {
                int64_t from = DAY + first;
                expect_numbers(store, rows, count, from, from + days, starts[i]);
                expect_sessions(store, rows, count, from, from + days, starts[i]);
            }
        }
    }
    store_close(store);
}

// In the order of the table, and in the opposite one.
static void expect_both_orders(const struct row rows[], int count) {
    int order[ROWS_MAX];
    for (int turn = 0; turn < 2; turn++) {
        for (int i = 0; i < count; i++) {
            order[i] = turn ? count - 1 - i : i;
        }
        expect_all_ranges(rows, count, order);
    }
}

static struct row row_at(int day, int hour, int minute, int offset_hours, int twitch) {
    int64_t local = (int64_t)(DAY + day) * DAY_S + hour * HOUR_S + minute * 60;
    return (struct row){.at_s = local - (int64_t)offset_hours * HOUR_S,
                        .offset_min = offset_hours * 60,
                        .twitch = twitch,
                        .changed_s = 100 + twitch};
}

static void an_hour_that_comes_twice(void **state) {
    (void)state;
    const struct row rows[] = {
        row_at(0, 2, 10, 2, 1), row_at(0, 2, 50, 2, 2), row_at(0, 2, 20, 1, 3),
        row_at(0, 2, 50, 1, 4), row_at(0, 3, 59, 1, 5), row_at(0, 4, 0, 1, 6),
    };
    expect_both_orders(rows, sizeof rows / sizeof *rows);
}

static void an_hour_that_is_skipped(void **state) {
    (void)state;
    const struct row rows[] = {
        row_at(0, 1, 59, 1, 3),
        row_at(0, 3, 0, 2, 5),
        row_at(0, 3, 59, 2, 2),
        row_at(0, 4, 0, 2, 1),
    };
    expect_both_orders(rows, sizeof rows / sizeof *rows);
}

// Eastward, from Tonga (+13) to Samoa (-11): the day begins once more, and rows of the day after
// stand between those of it.
static void a_day_that_comes_twice(void **state) {
    (void)state;
    const struct row rows[] = {
        row_at(0, 9, 0, 13, 4),  row_at(1, 5, 0, 13, 7),   row_at(0, 6, 0, -11, 9),
        row_at(0, 23, 0, 13, 6), row_at(1, 7, 0, 13, 8),   row_at(0, 12, 0, -11, 2),
        row_at(1, 8, 0, -11, 1), row_at(0, 22, 0, -11, 5), row_at(2, 8, 0, -11, 3),
    };
    expect_both_orders(rows, sizeof rows / sizeof *rows);
}

static void a_day_that_is_skipped(void **state) {
    (void)state;
    const struct row rows[] = {
        row_at(-1, 9, 0, -11, 4), row_at(-1, 23, 30, -11, 6), row_at(0, 23, 45, 13, 1),
        row_at(1, 0, 30, 13, 2),  row_at(1, 4, 0, 13, 8),     row_at(-1, 22, 0, -11, 7),
    };
    expect_both_orders(rows, sizeof rows / sizeof *rows);
}

// Clocks that differ by as much as the tables allow, either way.
static void the_furthest_clocks(void **state) {
    (void)state;
    const struct row rows[] = {
        row_at(0, 12, 0, 24, 1), row_at(0, 12, 0, -24, 2), row_at(2, 4, 0, 24, 3),
        row_at(1, 3, 59, 24, 4), row_at(-2, 4, 0, -24, 5), row_at(0, 3, 59, -24, 6),
        row_at(0, 12, 0, 0, 7),
    };
    expect_both_orders(rows, sizeof rows / sizeof *rows);
}

static int below(uint64_t *seed, int limit) {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return (int)(*seed % (uint64_t)limit);
}

static void any_clocks(void **state) {
    (void)state;
    uint64_t seed = seed_new();
    for (int turn = 0; turn < 40; turn++) {
        struct row rows[ROWS_MAX];
        int order[ROWS_MAX] = {0}, count = 1 + below(&seed, ROWS_MAX);
        int clocks = 1 + below(&seed, 3), furthest = below(&seed, 2) ? 24 * 60 : 120;
        int offsets[3] = {0};
        for (int i = 0; i < clocks; i++) {
            offsets[i] = below(&seed, 2 * furthest + 1) - furthest;
        }
        for (int i = 0; i < count; i++) {
            rows[i] = (struct row){
                .at_s = (int64_t)DAY * DAY_S + (below(&seed, 500) - 250) * 1800,
                .offset_min = offsets[below(&seed, clocks)],
                .twitch = below(&seed, 11),
                .changed_s = below(&seed, 3),
                .chain = below(&seed, 6),
            };
            int place = below(&seed, i + 1);
            order[i] = order[place];
            order[place] = i;
        }
        expect_all_ranges(rows, count, order);
    }
}

// Seconds with which no clock can be reckoned: what lies there is of no day, and nothing overflows.
static void seconds_at_the_ends_of_the_numbers(void **state) {
    (void)state;
    const struct row rows[] = {
        {.at_s = INT64_MIN, .twitch = 1}, {.at_s = INT64_MAX, .twitch = 2}, row_at(0, 9, 0, 1, 3)};
    struct error err = {0};
    struct daily *numbers;
    struct session_facts facts;
    int count;
    struct store *store = open_memory();
    for (int i = 0; i < 3; i++) {
        add_rating(store, i, rows[i]);
        add_row_session(store, i, rows[i]);
    }
    assert_true(facts_numbers(store, INT64_MIN, INT64_MAX, 240, &numbers, &count, &err));
    assert_int_equal(count, 1);
    assert_true(numbers[0].value == 3.0);
    memory_free(numbers);
    assert_true(facts_sessions(store, INT64_MIN, INT64_MAX, 240, morning, &facts, &err));
    assert_int_equal(facts.count, 1);
    assert_string_equal(facts.sessions[0].routine, "r2");
    session_facts_free(&facts);
    store_close(store);
}

// The same rows, whatever the order in which they came: the same answer to the last bit.
static void the_order_of_insertion_is_nothing(void **state) {
    (void)state;
    struct error err = {0};
    struct session_facts facts[2];
    for (int turn = 0; turn < 2; turn++) {
        struct store *store = open_memory();
        for (int i = 0; i < 20; i++) {
            int tail = turn ? 19 - i : i;
            add_row_session(store, tail, row_at(0, 9, 0, tail % 3, 1)); // one local second
        }
        assert_true(facts_sessions(store, DAY, DAY, 240, morning, &facts[turn], &err));
        store_close(store);
    }
    assert_int_equal(facts[0].count, 20);
    for (int i = 0; i < 20; i++) {
        assert_string_equal(facts[0].sessions[i].routine, facts[1].sessions[i].routine);
        assert_string_equal(facts[0].routines[i].id, facts[1].routines[i].id);
    }
    session_facts_free(&facts[0]);
    session_facts_free(&facts[1]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_hour_that_comes_twice),
        cmocka_unit_test(an_hour_that_is_skipped),
        cmocka_unit_test(a_day_that_comes_twice),
        cmocka_unit_test(a_day_that_is_skipped),
        cmocka_unit_test(the_furthest_clocks),
        cmocka_unit_test(any_clocks),
        cmocka_unit_test(seconds_at_the_ends_of_the_numbers),
        cmocka_unit_test(the_order_of_insertion_is_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
