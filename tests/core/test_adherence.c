// SPDX-License-Identifier: MIT
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "plan_made.h"
#include "seed.h"

#define LIST(array) ((struct done_sessions){array, (int)(sizeof(array) / sizeof *(array))})

// One plan, `x` twice a day, in force from Monday on.
struct simple {
    struct plan plan;
    struct plan_version version;
    struct plan_book book;
};
static void simple_make(struct simple *simple) {
    simple->plan = plan_made("a", MONDAY, MONDAY + 6);
    plan_asks(&simple->plan, "x", 2);
    simple->version = version_of(&simple->plan, MONDAY);
    simple->book = book_of(&simple->version, 1);
}

static void each_day_is_capped_at_what_was_asked(void **state) {
    (void)state;
    struct simple simple;
    simple_make(&simple);
    const struct done_session sessions[] = {
        session_done(MONDAY - 1, "x"), // before the plan
        session_done(MONDAY, "x"),     session_done(MONDAY, "x"),
        session_done(MONDAY, "x"), // a third one
        session_done(MONDAY + 1, "x"), session_part(MONDAY + 1, "x"),
        session_part(MONDAY + 2, "x"), session_done(MONDAY + 3, "y"),
        session_done(MONDAY + 6, "x"), session_done(MONDAY + 6, "x"),
    };
    struct done_sessions done = LIST(sessions);
    // 2 + 1 + 0 + 0 + 0 + 0 + 2 of 7 x 2.
    struct adherence all = adherence_of(&simple.book, done, MONDAY - 3, MONDAY + 9, MONDAY + 20);
    assert_int_equal(all.due, 14);
    assert_int_equal(all.done, 5);
    assert_true(all.given && fabs(all.share - 5.0 / 14) < 1e-12);
    assert_int_equal(all.complete, 8);
    assert_int_equal(all.partial, 2);
    static const enum day_kind kinds[] = {DAY_FREE, DAY_DONE, DAY_PART, DAY_PART, DAY_LEFT,
                                          DAY_LEFT, DAY_LEFT, DAY_DONE, DAY_FREE};
    int due = 0, served = 0;
    for (int i = 0; i < 9; i++) {
        struct day_account day = adherence_day(&simple.book, done, MONDAY - 1 + i, MONDAY + 20);
        assert_int_equal(day.kind, kinds[i]);
        due += day.due;
        served += day.done;
    }
    assert_int_equal(due, all.due);
    assert_int_equal(served, all.done);
}

static void of_today_counts_what_is_complete(void **state) {
    (void)state;
    struct simple simple;
    simple_make(&simple);
    const struct done_session sessions[] = {session_done(MONDAY, "x"), session_done(MONDAY, "x"),
                                            session_done(MONDAY + 1, "x")};
    struct adherence now =
        adherence_of(&simple.book, LIST(sessions), MONDAY, MONDAY + 6, MONDAY + 1);
    assert_int_equal(now.due, 3); // two of Monday, the one of today, nothing of tomorrow
    assert_int_equal(now.done, 3);
    assert_int_equal(adherence_day(&simple.book, LIST(sessions), MONDAY + 1, MONDAY + 1).kind,
                     DAY_OPEN);
    assert_int_equal(adherence_day(&simple.book, LIST(sessions), MONDAY + 2, MONDAY + 1).kind,
                     DAY_AHEAD);
    struct adherence then =
        adherence_of(&simple.book, LIST(sessions), MONDAY, MONDAY + 6, MONDAY + 2);
    assert_int_equal(then.due, 4);
    assert_int_equal(then.done, 3);
}

static void nothing_due_gives_no_value(void **state) {
    (void)state;
    struct simple simple;
    simple_make(&simple);
    struct done_sessions none = {0};
    struct adherence before = adherence_of(&simple.book, none, MONDAY - 9, MONDAY - 1, MONDAY);
    assert_false(before.given);
    assert_false(adherence_of(&simple.book, none, MONDAY, MONDAY, MONDAY).given); // today, open
    assert_true(adherence_of(&simple.book, none, MONDAY, MONDAY, MONDAY + 1).given);
    struct plan_book empty = {0};
    assert_false(adherence_of(&empty, none, MONDAY, MONDAY + 9, MONDAY + 9).given);
}

static void a_rest_is_not_due(void **state) {
    (void)state;
    struct simple simple;
    simple_make(&simple);
    const struct plan_rest rests[] = {{NULL, MONDAY + 1, MONDAY + 2}};
    simple.book.rests = rests;
    simple.book.rest_count = 1;
    const struct done_session sessions[] = {session_done(MONDAY + 1, "x")};
    struct adherence week =
        adherence_of(&simple.book, LIST(sessions), MONDAY, MONDAY + 6, MONDAY + 20);
    assert_int_equal(week.due, 10);
    assert_int_equal(week.done, 0); // done on a day of rest
    assert_int_equal(adherence_day(&simple.book, LIST(sessions), MONDAY + 1, MONDAY + 20).kind,
                     DAY_PAUSED);
}

// Left once, right once, both sides twice.
static void sides_are_served_as_they_were_played(void **state) {
    (void)state;
    struct plan plan = plan_made("a", MONDAY, INT64_MAX);
    plan_asks(&plan, "x", 1)->side = SIDE_LEFT;
    plan_asks(&plan, "x", 1)->side = SIDE_RIGHT;
    plan_asks(&plan, "x", 2)->side = SIDE_BOTH;
    struct plan_version version = version_of(&plan, MONDAY);
    struct plan_book book = book_of(&version, 1);
    static const struct {
        int left, right, any; // sessions
        int done;
    } rows[] = {
        {1, 0, 0, 1}, {3, 0, 0, 3}, // the left one and both
        {4, 0, 0, 3},               // nothing serves the right one
        {2, 2, 0, 4}, {0, 0, 4, 4}, {0, 0, 5, 4}, {4, 0, 1, 4}, {3, 2, 0, 4}, {4, 0, 2, 4},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct done_session sessions[8];
        int n = 0;
        for (int k = 0; k < rows[i].any; k++) {
            sessions[n++] = session_done(MONDAY, "x"); // those that serve any come first here
        }
        for (int k = 0; k < rows[i].left; k++) {
            sessions[n++] = session_side(MONDAY, "x", SIDE_LEFT);
        }
        for (int k = 0; k < rows[i].right; k++) {
            sessions[n++] = session_side(MONDAY, "x", SIDE_RIGHT);
        }
        struct day_account day =
            adherence_day(&book, (struct done_sessions){sessions, n}, MONDAY, MONDAY + 1);
        assert_int_equal(day.due, 4);
        if (day.done != rows[i].done) {
            fail_msg("row %d: %d done, not %d", (int)i, day.done, rows[i].done);
        }
    }
}

static void plans_that_ask_for_the_same_add_up(void **state) {
    (void)state;
    struct plan one = plan_made("a", MONDAY, INT64_MAX);
    plan_asks(&one, "x", 1);
    plan_asks(&one, "x", 1);
    struct plan two = plan_made("b", MONDAY, INT64_MAX);
    plan_asks(&two, "x", 1);
    two.items[two.item_count++] = (struct plan_item){
        .task = "Eye drops", .per_day = 4, .days = PLAN_EVERY_DAY, .to = INT64_MAX};
    const struct plan_version versions[] = {version_of(&one, MONDAY), version_of(&two, MONDAY)};
    struct plan_book book = book_of(versions, 2);
    const struct done_session sessions[] = {session_done(MONDAY, "x"), session_done(MONDAY, "x")};
    struct asked asked[ASKED_MAX];
    assert_int_equal(adherence_asked(&book, LIST(sessions), MONDAY, asked), 1);
    assert_int_equal(asked[0].due, 3); // the task is no session
    assert_int_equal(asked[0].done, 2);
}

static void what_ended_well_and_what_was_ticked_count(void **state) {
    (void)state;
    struct simple simple;
    simple_make(&simple);
    struct done_session sessions[] = {session_done(MONDAY, "x"), session_done(MONDAY, "x")};
    sessions[0].well = true;
    sessions[1].ticked = true;
    struct day_account day = adherence_day(&simple.book, LIST(sessions), MONDAY, MONDAY + 1);
    assert_int_equal(day.done, 2);
    assert_int_equal(day.well, 1);
    assert_int_equal(day.ticked, 1);
}

// ---- streak ----

static void a_streak_passes_days_with_nothing_due(void **state) {
    (void)state;
    struct plan plan = plan_made("a", MONDAY, INT64_MAX);
    plan_asks(&plan, "x", 1)->days = 0x1f; // Monday to Friday
    struct plan_version version = version_of(&plan, MONDAY);
    struct plan_book book = book_of(&version, 1);
    struct done_session sessions[16];
    int n = 0;
    for (int i = 0; i < 11; i++) { // to the Thursday of the second week, but not the first Tuesday
        if (i % 7 < 5 && i != 1) {
            sessions[n++] = session_done(MONDAY + i, "x");
        }
    }
    struct done_sessions done = {sessions, n};
    // Wednesday to Friday, Monday to Thursday.
    assert_int_equal(adherence_streak(&book, done, MONDAY + 10), 7);
    // Friday is open, then done, then let go.
    assert_int_equal(adherence_streak(&book, done, MONDAY + 11), 7);
    assert_int_equal(adherence_streak(&book, done, MONDAY + 12), 0);
    sessions[n++] = session_done(MONDAY + 11, "x");
    done.count = n;
    assert_int_equal(adherence_streak(&book, done, MONDAY + 11), 8);
    assert_int_equal(adherence_streak(&book, done, MONDAY + 13), 8); // over the weekend
    assert_int_equal(adherence_of(&book, done, MONDAY, MONDAY + 13, MONDAY + 13).best_streak, 8);
    assert_int_equal(adherence_of(&book, done, MONDAY, MONDAY + 4, MONDAY + 13).best_streak, 3);
    assert_int_equal(adherence_streak(&(struct plan_book){0}, done, MONDAY), 0);
}

// ---- properties ----

enum { VERSIONS_MOST = 4, DAYS = 30, SESSIONS_MOST = DAYS * 3 };
static const char *const routines[] = {"x", "y", "z"};
static const enum side sides[] = {SIDE_NONE, SIDE_LEFT, SIDE_RIGHT};

static void random_plan(uint64_t *seed, struct plan *plan) {
    *plan = plan_made(seed_below(seed, 2) ? "a" : "b", MONDAY + seed_below(seed, 10),
                      seed_below(seed, 3) ? INT64_MAX : MONDAY + 10 + seed_below(seed, 20));
    for (int k = seed_below(seed, 4); k >= 0; k--) {
        struct plan_item *item =
            plan_asks(plan, routines[seed_below(seed, 3)], 1 + seed_below(seed, 3));
        item->side = sides[seed_below(seed, 3)];
        item->days = (unsigned)seed_below(seed, 128);
    }
}

// The same sessions twice, those of a day the other way round in `turned`.
static int random_sessions(uint64_t *seed, struct done_session *sessions,
                           struct done_session *turned) {
    int n = 0;
    for (int64_t day = MONDAY; day < MONDAY + DAYS; day++) {
        int begin = n;
        for (int k = seed_below(seed, 4); k > 0; k--) {
            sessions[n] =
                session_side(day, routines[seed_below(seed, 3)], sides[seed_below(seed, 3)]);
            sessions[n].status = seed_below(seed, 4) ? SESSION_COMPLETE : SESSION_PARTIAL;
            n++;
        }
        for (int k = begin; k < n; k++) {
            turned[begin + n - 1 - k] = sessions[k];
        }
    }
    return n;
}

static void check_sums(const struct plan_book *book, struct done_sessions done, int64_t today,
                       struct adherence all) {
    assert_in_range(all.done, 0, all.due);
    assert_true(all.share >= 0 && all.share <= 1);
    int due = 0, served = 0;
    for (int64_t day = MONDAY; day < MONDAY + DAYS; day++) {
        struct day_account account = adherence_day(book, done, day, today);
        due += account.due;
        served += account.done;
        assert_in_range(account.done, 0, account.complete);
    }
    assert_int_equal(due, all.due);
    assert_int_equal(served, all.done);
}

// Whatever was asked and done: a share within 0..1, days that add up to the range, and the order
// of a day's sessions is no matter.
static void sums_hold_for_any_plan(void **state) {
    (void)state;
    uint64_t seed = seed_usual();
    for (int round = 0; round < 300; round++) {
        struct plan plans[VERSIONS_MOST];
        struct plan_version versions[VERSIONS_MOST];
        int version_count = 1 + seed_below(&seed, VERSIONS_MOST);
        int64_t added = MONDAY;
        for (int i = 0; i < version_count; i++) {
            random_plan(&seed, &plans[i]);
            added += seed_below(&seed, 8);
            versions[i] = version_of(&plans[i], added);
        }
        const struct plan_rest rest = {NULL, MONDAY + seed_below(&seed, DAYS),
                                       MONDAY + seed_below(&seed, DAYS)};
        struct plan_book book = {versions, version_count, &rest, 1};
        struct done_session sessions[SESSIONS_MOST] = {{0}};
        struct done_session turned[SESSIONS_MOST] = {{0}};
        int n = random_sessions(&seed, sessions, turned);
        int64_t today = MONDAY + seed_below(&seed, DAYS + 5);
        struct done_sessions done = {sessions, n}, other = {turned, n};
        struct adherence all = adherence_of(&book, done, MONDAY, MONDAY + DAYS - 1, today);
        struct adherence same = adherence_of(&book, other, MONDAY, MONDAY + DAYS - 1, today);
        assert_int_equal(all.due, same.due);
        assert_int_equal(all.done, same.done);
        assert_int_equal(all.partial, same.partial);
        assert_int_equal(all.best_streak, same.best_streak);
        check_sums(&book, done, today, all);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_day_is_capped_at_what_was_asked),
        cmocka_unit_test(of_today_counts_what_is_complete),
        cmocka_unit_test(nothing_due_gives_no_value),
        cmocka_unit_test(a_rest_is_not_due),
        cmocka_unit_test(sides_are_served_as_they_were_played),
        cmocka_unit_test(plans_that_ask_for_the_same_add_up),
        cmocka_unit_test(what_ended_well_and_what_was_ticked_count),
        cmocka_unit_test(a_streak_passes_days_with_nothing_due),
        cmocka_unit_test(sums_hold_for_any_plan),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
