// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/today.h"
#include "plan_made.h"

// Which item of a day a routine is played for, and which of two takes what was ticked.

static void a_routine_is_played_for_its_own_item(void **state) {
    (void)state;
    struct plan plan = plan_made("a", MONDAY, INT64_MAX);
    plan_asks(&plan, "y", 1);
    plan_asks(&plan, NULL, 1)->task = "x";
    plan_asks(&plan, "x", 1);
    plan_asks(&plan, "z", 1);
    struct plan_version version = version_of(&plan, MONDAY);
    struct plan_book book = book_of(&version, 1);
    const struct today_done done = {0};
    static const struct {
        const char *routine;
        int item;
    } rows[] = {{"y", 0}, {"x", 2}, {"z", 3}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct today_place place = today_place_of(&book, &done, MONDAY, rows[i].routine, SIDE_NONE);
        assert_ptr_equal(place.plan, &plan);
        assert_int_equal(place.item, rows[i].item);
    }
    assert_null(today_place_of(&book, &done, MONDAY, "w", SIDE_NONE).plan);
    assert_null(today_place_of(&book, &done, MONDAY - 1, "x", SIDE_NONE).plan);
}

// The first of two is served first; when it is done the other one is open.
static void the_open_one_of_two(void **state) {
    (void)state;
    struct plan plan = plan_made("a", MONDAY, INT64_MAX);
    plan_asks(&plan, "x", 1);
    plan_asks(&plan, "x", 2);
    struct plan_version version = version_of(&plan, MONDAY);
    struct plan_book book = book_of(&version, 1);
    const struct done_session sessions[] = {session_done(MONDAY, "x"), session_done(MONDAY, "x"),
                                            session_done(MONDAY, "x"), session_done(MONDAY, "x")};
    static const int wanted[][2] = {{0, 0}, {1, 0}, {1, 1}, {1, 2}, {1, 2}};
    for (int n = 0; n <= 4; n++) {
        const struct today_done done = {.sessions = {sessions, n}};
        struct today_item items[TODAY_ITEMS_MAX];
        assert_int_equal(today_items(&book, &done, MONDAY, items), 2);
        assert_int_equal(items[0].done, wanted[n][0]);
        assert_int_equal(items[1].done, wanted[n][1]);
        if (n < 3) {
            struct today_place place = today_place_of(&book, &done, MONDAY, "x", SIDE_NONE);
            assert_int_equal(place.item, n > 0);
        }
    }
}

// Eye drops stand twice in the plan, two and three times a day: no tick serves both.
static void a_tick_serves_one_item(void **state) {
    (void)state;
    struct plan plan = plan_made("a", MONDAY, INT64_MAX);
    plan_asks(&plan, NULL, 2)->task = "Eye drops";
    plan_asks(&plan, NULL, 1)->task = "Tape";
    plan_asks(&plan, NULL, 3)->task = "Eye drops";
    struct plan_version version = version_of(&plan, MONDAY);
    struct plan_book book = book_of(&version, 1);
    const char *ticks[] = {"Eye drops", "Tape", "Eye drops", "Eye drops", "Tape"};
    static const int wanted[][3] = {{0, 0, 0}, {1, 0, 0}, {1, 1, 0},
                                    {2, 1, 0}, {2, 1, 1}, {2, 1, 1}};
    for (int n = 0; n <= 5; n++) {
        const struct today_done done = {.ticks = ticks, .tick_count = n};
        struct today_item items[TODAY_ITEMS_MAX];
        assert_int_equal(today_items(&book, &done, MONDAY, items), 3);
        for (int i = 0; i < 3; i++) {
            assert_int_equal(items[i].done, wanted[n][i]);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_routine_is_played_for_its_own_item),
        cmocka_unit_test(the_open_one_of_two),
        cmocka_unit_test(a_tick_serves_one_item),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
