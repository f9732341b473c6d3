// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "plan_made.h"
#include "seed.h"

// Which row of a day each session serves.

enum { SESSIONS_MOST = 12, NOT_SET = 99 };

// One plan of rows, and the sessions of a Monday.
struct bench {
    struct plan plan;
    struct plan_version version;
    struct plan_book book;
    struct done_session sessions[SESSIONS_MOST];
    int count;
    struct asked asked[ASKED_MAX];
    int served[SESSIONS_MOST];
};

static void bench_make(struct bench *bench) {
    *bench = (struct bench){.plan = plan_made("a", MONDAY, MONDAY + 6)};
    bench->version = version_of(&bench->plan, MONDAY);
    bench->book = book_of(&bench->version, 1);
}

static void done(struct bench *bench, const char *routine, enum side side,
                 enum session_status status) {
    assert_true(bench->count < SESSIONS_MOST);
    bench->sessions[bench->count] = session_side(MONDAY, routine, side);
    bench->sessions[bench->count++].status = status;
}

static int serve(struct bench *bench, int64_t day) {
    for (int i = 0; i < SESSIONS_MOST; i++) {
        bench->served[i] = NOT_SET;
    }
    return adherence_served(&bench->book, (struct done_sessions){bench->sessions, bench->count},
                            day, bench->asked, bench->served);
}

static void assert_served(const struct bench *bench, int count, const int *wanted) {
    assert_int_equal(bench->count, count);
    for (int i = 0; i < count; i++) {
        if (bench->served[i] != wanted[i]) {
            fail_msg("session %d serves %d, not %d", i, bench->served[i], wanted[i]);
        }
    }
}

// Asked: 0 x left once, 1 x once, 2 y twice. By hand, those with a side first:
//   x left takes row 0; the second x left finds it full and takes row 1, that of both sides.
//   x without a side then finds row 1 full, row 0 full and none for the right: it serves nothing.
//   The first two of y take row 2, the third is one too many; what is partial or not asked for
//   serves nothing.
static void each_session_has_its_row(void **state) {
    (void)state;
    struct bench bench;
    bench_make(&bench);
    plan_asks(&bench.plan, "x", 1)->side = SIDE_LEFT;
    plan_asks(&bench.plan, "x", 1);
    plan_asks(&bench.plan, "y", 2);
    done(&bench, "x", SIDE_NONE, SESSION_COMPLETE);
    done(&bench, "x", SIDE_LEFT, SESSION_PARTIAL);
    done(&bench, "x", SIDE_LEFT, SESSION_COMPLETE);
    done(&bench, "x", SIDE_LEFT, SESSION_COMPLETE);
    done(&bench, "y", SIDE_NONE, SESSION_COMPLETE);
    done(&bench, "z", SIDE_NONE, SESSION_COMPLETE);
    done(&bench, "y", SIDE_NONE, SESSION_RUNNING);
    done(&bench, "y", SIDE_NONE, SESSION_COMPLETE);
    done(&bench, "y", SIDE_NONE, SESSION_COMPLETE);
    assert_int_equal(serve(&bench, MONDAY), 3);
    assert_served(&bench, 9, (const int[]){-1, -1, 0, 1, 2, -1, -1, 2, -1});
    static const int rows_done[] = {1, 1, 2};
    for (int i = 0; i < 3; i++) {
        assert_int_equal(bench.asked[i].done, rows_done[i]);
    }
    assert_int_equal(bench.served[bench.count], NOT_SET); // one number a session, no more
}

// One without a side takes what is asked for both, then the left, then the right; one of the other
// side takes nothing of them.
static void without_a_side_it_serves_what_is_open(void **state) {
    (void)state;
    struct bench bench;
    bench_make(&bench);
    plan_asks(&bench.plan, "x", 1)->side = SIDE_RIGHT;
    plan_asks(&bench.plan, "x", 1)->side = SIDE_LEFT;
    plan_asks(&bench.plan, "x", 1)->side = SIDE_BOTH;
    for (int i = 0; i < 4; i++) {
        done(&bench, "x", SIDE_NONE, SESSION_COMPLETE);
    }
    assert_int_equal(serve(&bench, MONDAY), 3);
    assert_served(&bench, 4, (const int[]){2, 1, 0, -1});
    bench.sessions[3].side = SIDE_RIGHT; // it comes last, and has the right row all the same
    assert_int_equal(serve(&bench, MONDAY), 3);
    assert_served(&bench, 4, (const int[]){2, 1, -1, 0});
}

static void where_nothing_is_asked_nothing_is_served(void **state) {
    (void)state;
    struct bench bench;
    const struct plan_rest rest = {NULL, MONDAY + 2, MONDAY + 2};
    const int nothing[] = {-1, -1};
    bench_make(&bench);
    bench.book.rests = &rest;
    bench.book.rest_count = 1;
    plan_asks(&bench.plan, "x", 2)->days = 1U << 0 | 1U << 2; // Monday and Wednesday
    done(&bench, "x", SIDE_NONE, SESSION_COMPLETE);
    done(&bench, "x", SIDE_LEFT, SESSION_COMPLETE);
    assert_int_equal(serve(&bench, MONDAY), 1);
    assert_served(&bench, 2, (const int[]){0, 0});
    // Not on a Tuesday, not on the Wednesday that rests, not before the plan or behind it.
    static const int64_t days[] = {MONDAY + 1, MONDAY + 2, MONDAY - 1, MONDAY + 7};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        assert_int_equal(serve(&bench, days[i]), 0);
        assert_served(&bench, 2, nothing);
    }
}

static void items_of_one_routine_are_one_row(void **state) {
    (void)state;
    struct bench bench;
    bench_make(&bench);
    plan_asks(&bench.plan, "x", 1);
    plan_asks(&bench.plan, "y", 1);
    plan_asks(&bench.plan, "x", 1);
    for (int i = 0; i < 3; i++) {
        done(&bench, "x", SIDE_NONE, SESSION_COMPLETE);
    }
    assert_int_equal(serve(&bench, MONDAY), 2);
    assert_served(&bench, 3, (const int[]){0, 0, -1});
    assert_int_equal(bench.asked[0].due, 2);
}

// Whatever is asked and done, the rows are those of adherence_asked, and what stands in `served` is
// what they count.
static void rows_count_those_that_serve_them(void **state) {
    (void)state;
    static const char *const routines[] = {"x", "y"};
    static const enum side sides[] = {SIDE_NONE, SIDE_LEFT, SIDE_RIGHT};
    uint64_t seed = seed_usual();
    for (int round = 0; round < 500; round++) {
        struct bench bench;
        bench_make(&bench);
        for (int i = seed_below(&seed, 5); i >= 0; i--) {
            plan_asks(&bench.plan, routines[seed_below(&seed, 2)], 1 + seed_below(&seed, 3))->side =
                sides[seed_below(&seed, 3)];
        }
        for (int i = seed_below(&seed, SESSIONS_MOST); i > 0; i--) {
            done(&bench, routines[seed_below(&seed, 2)], sides[seed_below(&seed, 3)],
                 seed_below(&seed, 4) ? SESSION_COMPLETE : SESSION_PARTIAL);
        }
        struct asked asked[ASKED_MAX];
        int rows = serve(&bench, MONDAY), counts[ASKED_MAX] = {0};
        struct done_sessions sessions = {bench.sessions, bench.count};
        assert_int_equal(adherence_asked(&bench.book, sessions, MONDAY, asked), rows);
        for (int i = 0; i < bench.count; i++) {
            int row = bench.served[i];
            assert_in_range(row + 1, 0, rows);
            if (row >= 0) {
                const struct done_session *session = &bench.sessions[i];
                counts[row]++;
                assert_string_equal(bench.asked[row].routine, session->routine);
                assert_int_equal(session->status, SESSION_COMPLETE);
                assert_true(session->side == SIDE_NONE || bench.asked[row].side == SIDE_NONE ||
                            bench.asked[row].side == session->side);
            }
        }
        for (int row = 0; row < rows; row++) {
            assert_int_equal(counts[row], bench.asked[row].done);
            assert_int_equal(asked[row].done, bench.asked[row].done);
            assert_int_equal(asked[row].due, bench.asked[row].due);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_session_has_its_row),
        cmocka_unit_test(without_a_side_it_serves_what_is_open),
        cmocka_unit_test(where_nothing_is_asked_nothing_is_served),
        cmocka_unit_test(items_of_one_routine_are_one_row),
        cmocka_unit_test(rows_count_those_that_serve_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
