// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "core/limits.h"
#include "core/today.h"
#include "plan_made.h"
#include "seed.h"

// What the plans in force say of a day and of a routine, and what of a day is done item by item.

enum { FOUR = 4 * 60 }; // the day begins

// Two plans: a therapist's and one of the person's own.
struct two {
    struct plan plans[2];
    struct plan_version versions[2];
    struct plan_book book;
};
static void two_make(struct two *two) {
    two->plans[0] = plan_made("own", MONDAY, INT64_MAX);
    two->plans[0].by = BY_SELF;
    two->plans[1] = plan_made("hers", MONDAY, INT64_MAX);
    for (int i = 0; i < 2; i++) {
        two->versions[i] = version_of(&two->plans[i], MONDAY);
    }
    two->book = book_of(two->versions, 2);
}

static struct today_done done_of(const struct done_session *sessions, int count) {
    return (struct today_done){.sessions = {sessions, count}};
}

static void check_rows(const struct two *two, const struct today_done *done,
                       const int expected[][2], int count) {
    struct today_item items[TODAY_ITEMS_MAX];
    int found = today_items(&two->book, done, MONDAY, items);
    assert_int_equal(found, count);
    for (int i = 0; i < count; i++) {
        if (items[i].due != expected[i][0] || items[i].done != expected[i][1]) {
            fail_msg("row %d: %d of %d, not %d of %d", i, items[i].done, items[i].due,
                     expected[i][1], expected[i][0]);
        }
    }
}

// Left, right and both of one routine over two plans; the first item is served first, and nothing
// twice.
static void items_are_served_in_their_order(void **state) {
    (void)state;
    struct two two;
    two_make(&two);
    plan_asks(&two.plans[0], "x", 1);
    plan_asks(&two.plans[0], "x", 2)->side = SIDE_LEFT;
    plan_asks(&two.plans[1], "x", 2);
    plan_asks(&two.plans[1], "x", 1)->side = SIDE_RIGHT;
    plan_asks(&two.plans[1], "y", 1);
    const struct done_session sessions[] = {
        session_side(MONDAY, "x", SIDE_LEFT),
        session_done(MONDAY, "x"),
        session_side(MONDAY, "x", SIDE_RIGHT),
        session_side(MONDAY, "x", SIDE_RIGHT),
        session_part(MONDAY, "y"),
        session_done(MONDAY + 1, "y"),
    };
    struct today_done none = done_of(sessions, 0), some = done_of(sessions, 2);
    check_rows(&two, &none, (const int[][2]){{1, 0}, {2, 0}, {2, 0}, {1, 0}, {1, 0}}, 5);
    check_rows(&two, &some, (const int[][2]){{1, 1}, {2, 1}, {2, 0}, {1, 0}, {1, 0}}, 5);
    struct today_done all = done_of(sessions, 6);
    check_rows(&two, &all, (const int[][2]){{1, 1}, {2, 1}, {2, 1}, {1, 1}, {1, 0}}, 5);
}

static void tasks_are_ticked_by_name(void **state) {
    (void)state;
    struct two two;
    two_make(&two);
    for (int i = 0; i < 2; i++) {
        struct plan_item *item = plan_asks(&two.plans[i], NULL, i + 1);
        item->task = "Eye drops";
    }
    plan_asks(&two.plans[1], NULL, 2)->task = "Tape";
    static const char *const ticks[] = {"Eye drops", "Lid", "Eye drops", "Tape", "Tape", "Tape"};
    struct today_done done = {.ticks = ticks, .tick_count = 1};
    check_rows(&two, &done, (const int[][2]){{1, 1}, {2, 0}, {2, 0}}, 3);
    done.tick_count = 6;
    check_rows(&two, &done, (const int[][2]){{1, 1}, {2, 1}, {2, 2}}, 3);
}

// Neither another weekday, nor a plan that rests, nor one that has not begun.
static void what_is_not_asked_has_no_row(void **state) {
    (void)state;
    struct two two;
    struct today_done none = {0};
    two_make(&two);
    plan_asks(&two.plans[0], "x", 1)->days = 1U << 1; // Tuesday
    plan_asks(&two.plans[0], "y", 1)->from = MONDAY + 1;
    plan_asks(&two.plans[1], "z", 1);
    check_rows(&two, &none, (const int[][2]){{1, 0}}, 1);
    const struct plan_rest rest = {.plan = "hers", .from = MONDAY, .to = MONDAY};
    two.book.rests = &rest;
    two.book.rest_count = 1;
    check_rows(&two, &none, NULL, 0);
}

// What the rows add up to is what adherence counts, whatever was asked and done.
static void rows_add_up_to_adherence(void **state) {
    (void)state;
    static const char *const routines[] = {"x", "y", "z"};
    static const enum side sides[] = {SIDE_NONE, SIDE_LEFT, SIDE_RIGHT};
    srand((unsigned)seed_new());
    for (int round = 0; round < 2000; round++) {
        struct two two;
        struct done_session sessions[24];
        struct today_item items[TODAY_ITEMS_MAX];
        struct asked asked[ASKED_MAX];
        int due = 0, done = 0;
        two_make(&two);
        for (int i = 0; i < 8; i++) {
            struct plan_item *item =
                plan_asks(&two.plans[rand() % 2], routines[rand() % 3], 1 + rand() % 3);
            item->side = sides[rand() % 3];
        }
        for (int i = 0; i < 24; i++) {
            sessions[i] = session_side(MONDAY, routines[rand() % 3], sides[rand() % 3]);
        }
        struct today_done some = done_of(sessions, rand() % 25);
        int count = today_items(&two.book, &some, MONDAY, items);
        for (int i = 0; i < count; i++) {
            due += items[i].due;
            done += items[i].done;
            assert_true(items[i].done >= 0 && items[i].done <= items[i].due);
        }
        count = adherence_asked(&two.book, some.sessions, MONDAY, asked);
        for (int i = 0; i < count; i++) {
            due -= asked[i].due;
            done -= asked[i].done;
        }
        assert_int_equal(due, 0);
        assert_int_equal(done, 0);
    }
}

static void the_next_time_is_the_one_behind_those_done(void **state) {
    (void)state;
    struct plan plan = plan_made("a", MONDAY, INT64_MAX);
    struct plan_item *item = plan_asks(&plan, "x", 4);
    static const int at[] = {20 * 60, 8 * 60, 30}; // 20:00, 8:00, and half past midnight
    memcpy(item->at, at, sizeof at);
    item->at_count = 3;
    static const struct {
        int done, next, day_starts;
    } cases[] = {{0, 480, FOUR}, {1, 1200, FOUR}, {2, 30, FOUR}, {3, -1, FOUR},
                 {4, -1, FOUR},  {0, 30, 0},      {1, 480, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct today_item row = {&plan, 0, 4, cases[i].done};
        assert_int_equal(today_next_at(&row, cases[i].day_starts), cases[i].next);
    }
    static const struct {
        int done, minute;
        bool come;
    } moments[] = {{0, 7 * 60 - 1, false}, {0, 7 * 60, true},   {1, 8 * 60, false},
                   {1, 19 * 60, true},     {2, 23 * 60, false}, {2, 23 * 60 + 30, true},
                   {2, 60, true},          {3, 4 * 60, true}};
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
        struct today_item row = {&plan, 0, 4, moments[i].done};
        assert_int_equal(today_has_come(&row, moments[i].minute, FOUR), moments[i].come);
    }
}

static int place_of(const struct two *two, const struct today_done *done, enum side side,
                    int plan) {
    struct today_place place = today_place_of(&two->book, done, MONDAY, "x", side);
    assert_ptr_equal(place.plan, plan < 0 ? NULL : &two->plans[plan]);
    return place.item;
}

// The wanted side, then the therapist's, then what is open, then what is asked for today.
static void the_item_that_is_played(void **state) {
    (void)state;
    struct two two;
    struct today_done none = {0};
    two_make(&two);
    place_of(&two, &none, SIDE_NONE, -1);
    plan_asks(&two.plans[0], "x", 1);
    assert_int_equal(place_of(&two, &none, SIDE_NONE, 0), 0);
    plan_asks(&two.plans[1], "x", 1)->days = 1U << 1;         // Tuesday
    assert_int_equal(place_of(&two, &none, SIDE_NONE, 1), 0); // asked for, if not today
    plan_asks(&two.plans[1], "x", 1)->side = SIDE_LEFT;
    plan_asks(&two.plans[1], "x", 1)->side = SIDE_RIGHT;
    plan_asks(&two.plans[1], "x", 1)->from = MONDAY + 1;
    assert_int_equal(place_of(&two, &none, SIDE_NONE, 1), 1);
    assert_int_equal(place_of(&two, &none, SIDE_RIGHT, 1), 2);
    const struct done_session sessions[] = {session_side(MONDAY, "x", SIDE_LEFT),
                                            session_side(MONDAY, "x", SIDE_RIGHT),
                                            session_done(MONDAY, "x")};
    struct today_done left = done_of(sessions, 1), both = done_of(sessions, 2);
    assert_int_equal(place_of(&two, &left, SIDE_NONE, 1), 2);
    assert_int_equal(place_of(&two, &left, SIDE_LEFT, 1), 1);
    assert_int_equal(place_of(&two, &both, SIDE_NONE, 1), 1);
    // Of two that are open the one that was done less often: left and right in turn.
    two.plans[1].items[1].per_day = two.plans[1].items[2].per_day = 2;
    assert_int_equal(place_of(&two, &left, SIDE_NONE, 1), 2);
    assert_int_equal(place_of(&two, &both, SIDE_NONE, 1), 1);
    two.plans[1].items[1].per_day = two.plans[1].items[2].per_day = 1;
    struct today_done all = done_of(sessions, 3);
    assert_int_equal(place_of(&two, &all, SIDE_NONE, 1), 1);
}

// A therapist's word alone: on any day of the week between the item's dates.
static void what_therapists_say_of_a_routine(void **state) {
    (void)state;
    struct two two;
    two_make(&two);
    plan_asks(&two.plans[0], "x", 9)->despite = "I like it.";
    struct in_force monday = in_force_on(&two.book, MONDAY);
    assert_int_equal(monday.count, 2);
    assert_null(in_force_word_of(&monday, "x").plan);
    assert_int_equal(in_force_word_of(&monday, "x").per_day, 0);
    assert_null(in_force_word_of(&monday, "x").despite);
    struct plan_item *tuesday = plan_asks(&two.plans[1], "x", 3);
    tuesday->days = 1U << 1;
    assert_ptr_equal(in_force_word_of(&monday, "x").plan, &two.plans[1]);
    assert_int_equal(in_force_word_of(&monday, "x").per_day, 3);
    plan_asks(&two.plans[1], "x", 1)->side = SIDE_LEFT;
    plan_asks(&two.plans[1], "x", 1)->side = SIDE_RIGHT;
    assert_int_equal(in_force_word_of(&monday, "x").per_day, 2);
    assert_null(in_force_word_of(&monday, "y").plan);
    struct plan_item *later = plan_asks(&two.plans[1], "y", 1);
    later->from = later->to = MONDAY + 2;
    later->despite = "We have practised it.";
    for (int64_t day = MONDAY + 1; day <= MONDAY + 3; day++) {
        struct in_force in_force = in_force_on(&two.book, day);
        struct in_force_word word = in_force_word_of(&in_force, "y");
        bool said = day == MONDAY + 2;
        assert_ptr_equal(word.plan, said ? &two.plans[1] : NULL);
        assert_ptr_equal(word.despite_plan, said ? &two.plans[1] : NULL);
        assert_ptr_equal(word.despite, said ? later->despite : NULL);
    }
    // A plan that was taken away says nothing any more.
    two.versions[1].removed = MONDAY;
    monday = in_force_on(&two.book, MONDAY);
    assert_int_equal(monday.count, 1);
    assert_null(in_force_word_of(&monday, "x").plan);
}

static void the_ceiling_is_a_therapists(void **state) {
    (void)state;
    static const struct {
        int own, hers, ceiling;
    } cases[] = {{0, 0, FACE_CEILING},
                 {0, 6, 6},
                 {0, 2, 2},
                 {6, 0, FACE_CEILING},
                 {2, 0, 2},
                 {2, 6, 2},
                 {6, 5, 5}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct two two;
        two_make(&two);
        two.plans[0].ceiling = cases[i].own;
        two.plans[1].ceiling = cases[i].hers;
        struct in_force in_force = in_force_on(&two.book, MONDAY);
        assert_int_equal(in_force_ceiling(&in_force), cases[i].ceiling);
        two.plans[0].by = BY_THERAPIST; // of two the least, where both give one
        int least = cases[i].own > 0 && cases[i].own < cases[i].hers ? cases[i].own
                    : cases[i].hers > 0                              ? cases[i].hers
                    : cases[i].own > 0                               ? cases[i].own
                                                                     : FACE_CEILING;
        assert_int_equal(in_force_ceiling(&in_force), least);
    }
}

static void what_is_asked_as_a_number(void **state) {
    (void)state;
    struct two two;
    unsigned asks = 0;
    two_make(&two);
    struct in_force in_force = in_force_on(&two.book, MONDAY);
    assert_false(in_force_asks(&in_force, &asks));
    two.plans[0].asks_told = true;
    two.plans[0].asks = ASKS_TWITCH;
    assert_true(in_force_asks(&in_force, &asks));
    assert_int_equal(asks, ASKS_TWITCH);
    two.plans[1].asks = ASKS_SESSION; // says nothing
    assert_true(in_force_asks(&in_force, &asks));
    assert_int_equal(asks, ASKS_TWITCH);
    two.plans[1].asks_told = true;
    assert_true(in_force_asks(&in_force, &asks));
    assert_int_equal(asks, ASKS_TWITCH | ASKS_SESSION);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_are_served_in_their_order),
        cmocka_unit_test(tasks_are_ticked_by_name),
        cmocka_unit_test(what_is_not_asked_has_no_row),
        cmocka_unit_test(rows_add_up_to_adherence),
        cmocka_unit_test(the_next_time_is_the_one_behind_those_done),
        cmocka_unit_test(the_item_that_is_played),
        cmocka_unit_test(what_therapists_say_of_a_routine),
        cmocka_unit_test(the_ceiling_is_a_therapists),
        cmocka_unit_test(what_is_asked_as_a_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
