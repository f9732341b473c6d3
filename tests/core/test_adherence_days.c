// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "plan_made.h"

// How single days stand, and how they add up: figures worked out by hand.

#define LIST(array) ((struct done_sessions){array, (int)(sizeof(array) / sizeof *(array))})

enum { MON = 1 << 0, TUE = 1 << 1, THU = 1 << 3, FRI = 1 << 4, SAT = 1 << 5 };

// `x` twice on Monday, Tuesday, Thursday, Friday and Saturday, Thursday at rest; today is Friday.
static void each_day_is_of_its_kind(void **state) {
    (void)state;
    struct plan plan = plan_made("a", MONDAY, INT64_MAX);
    plan_asks(&plan, "x", 2)->days = MON | TUE | THU | FRI | SAT;
    const struct plan_rest rest = {NULL, MONDAY + 3, MONDAY + 3};
    struct plan_version version = version_of(&plan, MONDAY);
    struct plan_book book = {&version, 1, &rest, 1};
    const int64_t today = MONDAY + 4;
    const struct done_session sessions[] = {
        session_done(MONDAY - 1, "x"), session_done(MONDAY, "x"),     session_done(MONDAY + 1, "x"),
        session_done(MONDAY + 1, "x"), session_done(MONDAY + 2, "x"), session_done(today, "x"),
        session_done(MONDAY + 5, "x"), // on the other side of the date line
    };
    static const struct {
        enum day_kind kind;
        int asked, due, done;
    } rows[] = {
        {DAY_PART, 2, 2, 1}, {DAY_DONE, 2, 2, 2},  {DAY_FREE, 0, 0, 0}, {DAY_PAUSED, 0, 0, 0},
        {DAY_OPEN, 2, 1, 1}, {DAY_AHEAD, 2, 0, 0}, {DAY_FREE, 0, 0, 0},
    };
    for (int i = 0; i < 7; i++) {
        struct day_account day = adherence_day(&book, LIST(sessions), MONDAY + i, today);
        assert_int_equal(day.kind, rows[i].kind);
        assert_int_equal(day.asked, rows[i].asked);
        assert_int_equal(day.due, rows[i].due);
        assert_int_equal(day.done, rows[i].done);
    }
    // 1 + 2 + 1 of 2 + 2 + 1; Tuesday is the longest row, which begins with nothing before it.
    struct adherence week = adherence_of(&book, LIST(sessions), MONDAY - 3, MONDAY + 6, today);
    assert_int_equal(week.due, 5);
    assert_int_equal(week.done, 4);
    assert_int_equal(week.best_streak, 1);
    // What was begun makes a part of a day too, with nothing of it a day is left.
    const struct done_session begun[] = {session_part(MONDAY, "y")};
    assert_int_equal(adherence_day(&book, LIST(begun), MONDAY, today).kind, DAY_PART);
    assert_int_equal(adherence_day(&book, LIST(begun), MONDAY + 1, today).kind, DAY_LEFT);
}

// One that was asked for once: 0 of 1 is a value, and so is 1 of 1.
static void the_least_that_can_be_due(void **state) {
    (void)state;
    struct plan plan = plan_made("a", MONDAY, MONDAY);
    plan_asks(&plan, "x", 1);
    struct plan_version version = version_of(&plan, MONDAY);
    struct plan_book book = book_of(&version, 1);
    const struct done_session sessions[] = {session_done(MONDAY, "x")};
    for (int n = 0; n < 2; n++) {
        struct done_sessions done = {n ? sessions : NULL, n};
        struct adherence all = adherence_of(&book, done, MONDAY - 7, MONDAY + 7, MONDAY + 7);
        assert_true(all.given);
        assert_int_equal(all.due, 1);
        assert_int_equal(all.done, n);
        assert_true(all.share >= n && all.share <= n);
        assert_int_equal(all.best_streak, n);
        assert_int_equal(adherence_streak(&book, done, MONDAY + 7), n);
    }
    assert_int_equal(adherence_begins(&book), MONDAY);
    // Of no value there is no share.
    struct adherence none = adherence_of(&book, LIST(sessions), MONDAY + 1, MONDAY + 7, MONDAY + 7);
    assert_false(none.given);
    assert_true(none.share >= 0 && none.share <= 0);
}

// What all days count is what the range counts.
static void counts_add_up(void **state) {
    (void)state;
    struct plan_book book = book_of(NULL, 0);
    struct done_session sessions[] = {
        session_done(MONDAY, "x"),     session_done(MONDAY, "y"),     session_part(MONDAY, "z"),
        session_done(MONDAY + 2, "x"), session_part(MONDAY + 2, "x"), session_done(MONDAY + 3, "x"),
    };
    sessions[0].well = sessions[3].well = sessions[5].well = true;
    sessions[1].ticked = sessions[3].ticked = true;
    sessions[2].well = sessions[4].ticked = true; // of a partial one neither counts
    struct adherence all = adherence_of(&book, LIST(sessions), MONDAY, MONDAY + 2, MONDAY + 9);
    assert_int_equal(all.complete, 3);
    assert_int_equal(all.partial, 2);
    assert_int_equal(all.well, 2);
    assert_int_equal(all.ticked, 2);
    int complete = 0, partial = 0, well = 0, ticked = 0;
    for (int64_t day = MONDAY; day <= MONDAY + 2; day++) {
        struct day_account account = adherence_day(&book, LIST(sessions), day, MONDAY + 9);
        complete += account.complete;
        partial += account.partial;
        well += account.well;
        ticked += account.ticked;
    }
    assert_int_equal(complete, all.complete);
    assert_int_equal(partial, all.partial);
    assert_int_equal(well, all.well);
    assert_int_equal(ticked, all.ticked);
}

// More than there is room for: what comes first is counted, nothing is written behind the end.
static void no_more_than_there_is_room_for(void **state) {
    (void)state;
    enum { PLANS = 3, EACH = PLAN_ITEMS_MAX };
    static char names[PLANS * EACH][8];
    static struct plan plans[PLANS];
    struct plan_version versions[PLANS];
    static const char *const ids[PLANS] = {"a", "b", "c"};
    for (int i = 0; i < PLANS * EACH; i++) {
        if (i % EACH == 0) {
            plans[i / EACH] = plan_made(ids[i / EACH], MONDAY, INT64_MAX);
            versions[i / EACH] = version_of(&plans[i / EACH], MONDAY);
        }
        snprintf(names[i], sizeof names[i], "r%d", i);
        plan_asks(&plans[i / EACH], names[i], 1);
    }
    struct plan_book book = book_of(versions, PLANS);
    struct {
        struct asked rows[ASKED_MAX];
        struct asked behind;
    } room = {.behind = {.due = 77}};
    const struct done_session sessions[] = {session_done(MONDAY, names[ASKED_MAX - 1]),
                                            session_done(MONDAY, names[ASKED_MAX])};
    assert_int_equal(adherence_asked(&book, LIST(sessions), MONDAY, room.rows), ASKED_MAX);
    assert_string_equal(room.rows[ASKED_MAX - 1].routine, names[ASKED_MAX - 1]);
    assert_int_equal(room.behind.due, 77);
    struct day_account day = adherence_day(&book, LIST(sessions), MONDAY, MONDAY + 1);
    assert_int_equal(day.due, ASKED_MAX);
    assert_int_equal(day.done, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_day_is_of_its_kind),
        cmocka_unit_test(the_least_that_can_be_due),
        cmocka_unit_test(counts_add_up),
        cmocka_unit_test(no_more_than_there_is_room_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
