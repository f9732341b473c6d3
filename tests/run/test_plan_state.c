// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/memory.h"
#include "plan_made.h"
#include "run/plan_state.h"

// How each plan stands on a day, over books that are written by hand.

enum { PLANS = 4 };

struct bench {
    struct plan plans[PLANS];
    struct plan_version versions[PLANS];
    struct plan_rest rests[2];
    struct plan_shelf shelf;
};

static void put(struct bench *bench, const char *id, int64_t from, int64_t to, int64_t added) {
    int at = bench->shelf.book.version_count++;
    bench->plans[at] = plan_made(id, from, to);
    plan_asks(&bench->plans[at], "x", 2);
    bench->versions[at] = version_of(&bench->plans[at], added);
    bench->shelf.versions = bench->versions;
    bench->shelf.book.versions = bench->versions;
}

static struct plan_standing stand(const struct bench *bench, const char *id, int64_t today) {
    struct plan_standing standing;
    assert_true(plan_stands(&bench->shelf, id, today, &standing));
    return standing;
}

static void assert_stands(const struct bench *bench, int64_t today, enum plan_state state,
                          int64_t day, const char *words) {
    struct plan_standing standing = stand(bench, "a", today);
    struct text_builder text = {0};
    assert_int_equal(standing.state, state);
    assert_int_equal(standing.day, day);
    plan_state_tell(&text, &standing);
    assert_string_equal(text.text, words);
    text_builder_free(&text);
}

// From 2026-11-16 to 2026-11-29.
static void a_plan_begins_serves_and_ends(void **state) {
    (void)state;
    struct bench bench = {0};
    put(&bench, "a", MONDAY, MONDAY + 13, MONDAY - 3);
    assert_stands(&bench, MONDAY - 1, PLAN_BEGINS, MONDAY, "begins on 16 November 2026");
    assert_stands(&bench, MONDAY, PLAN_IN_FORCE, MONDAY + 13, "in force until 29 November 2026");
    assert_stands(&bench, MONDAY + 13, PLAN_IN_FORCE, MONDAY + 13,
                  "in force until 29 November 2026");
    assert_stands(&bench, MONDAY + 14, PLAN_ENDED, MONDAY + 13, "ended on 29 November 2026");
    bench.plans[0].to = INT64_MAX;
    assert_stands(&bench, MONDAY + 999, PLAN_IN_FORCE, INT64_MAX, "in force");
    struct plan_standing standing;
    assert_false(plan_stands(&bench.shelf, "b", MONDAY, &standing));
}

static void what_was_removed_says_until_when_it_served(void **state) {
    (void)state;
    struct bench bench = {0};
    put(&bench, "a", MONDAY, MONDAY + 13, MONDAY - 3);
    bench.versions[0].removed = MONDAY + 5;
    assert_stands(&bench, MONDAY + 4, PLAN_IN_FORCE, MONDAY + 13,
                  "in force until 29 November 2026");
    assert_stands(&bench, MONDAY + 5, PLAN_REMOVED, MONDAY + 4,
                  "removed; its last day was 20 November 2026");
    bench.versions[0].removed = MONDAY + 20; // behind its end
    assert_stands(&bench, MONDAY + 25, PLAN_REMOVED, MONDAY + 13,
                  "removed; its last day was 29 November 2026");
    bench.versions[0].removed = MONDAY - 1; // it never served
    assert_stands(&bench, MONDAY, PLAN_REMOVED, MONDAY - 2, "removed");
}

static void a_pause_has_its_last_day(void **state) {
    (void)state;
    struct bench bench = {0};
    put(&bench, "a", MONDAY, MONDAY + 6, MONDAY);
    bench.plans[0].pauses[bench.plans[0].pause_count++] =
        (struct plan_pause){.from = MONDAY + 1, .to = MONDAY + 2};
    bench.rests[0] = (struct plan_rest){.from = MONDAY + 3, .to = MONDAY + 30}; // right behind it
    bench.rests[1] = (struct plan_rest){.plan = "b", .from = MONDAY, .to = MONDAY};
    bench.shelf.book.rests = bench.rests;
    bench.shelf.book.rest_count = 2;
    assert_stands(&bench, MONDAY, PLAN_IN_FORCE, MONDAY + 6, "in force until 22 November 2026");
    assert_stands(&bench, MONDAY + 1, PLAN_RESTS, MONDAY + 6, "paused until 22 November 2026");
    bench.shelf.book.rest_count = 0;
    assert_stands(&bench, MONDAY + 1, PLAN_RESTS, MONDAY + 2, "paused until 18 November 2026");
    assert_stands(&bench, MONDAY + 3, PLAN_IN_FORCE, MONDAY + 6, "in force until 22 November 2026");
}

static void versions_are_counted_and_the_next_one_named(void **state) {
    (void)state;
    struct bench bench = {0};
    put(&bench, "a", MONDAY, MONDAY + 60, MONDAY);
    put(&bench, "b", MONDAY, MONDAY + 60, MONDAY);
    put(&bench, "a", MONDAY, MONDAY + 60, MONDAY + 3);
    put(&bench, "a", MONDAY + 20, MONDAY + 60, MONDAY + 10);
    bench.plans[2].items[0].per_day = 5; // more, so it waits for the next day
    struct plan_standing standing = stand(&bench, "a", MONDAY + 3);
    assert_int_equal(standing.version, 1);
    assert_int_equal(standing.versions, 3);
    assert_ptr_equal(standing.next, &bench.plans[3]);
    assert_int_equal(standing.next_day, MONDAY + 20);
    standing = stand(&bench, "a", MONDAY + 10);
    assert_int_equal(standing.version, 2);
    standing = stand(&bench, "a", MONDAY + 20);
    assert_int_equal(standing.version, 3);
    assert_null(standing.next);
    bench.shelf.book.version_count = 3;
    standing = stand(&bench, "a", MONDAY + 3);
    assert_ptr_equal(standing.next, &bench.plans[2]);
    assert_int_equal(standing.next_day, MONDAY + 4);
    bench.versions[2].removed = MONDAY + 4;
    assert_null(stand(&bench, "a", MONDAY + 3).next);
    assert_ptr_equal(plan_version(&bench.shelf, "a", 2), &bench.plans[2]);
    assert_null(plan_version(&bench.shelf, "a", 3));
    assert_null(plan_version(&bench.shelf, "a", 0));
    assert_int_equal(plan_added(&bench.shelf, &bench.plans[2]), MONDAY + 3);
    assert_true(plan_added(&bench.shelf, &bench.plans[3]) == INT64_MIN);
}

// Where the clock was put back an added version lies ahead; it has not gone.
static void one_that_was_added_later_begins_then(void **state) {
    (void)state;
    struct bench bench = {0};
    put(&bench, "a", MONDAY, MONDAY + 3, MONDAY);
    put(&bench, "a", MONDAY, MONDAY + 60, MONDAY + 10);
    assert_stands(&bench, MONDAY + 5, PLAN_BEGINS, MONDAY + 10, "begins on 26 November 2026");
    assert_stands(&bench, MONDAY + 10, PLAN_IN_FORCE, MONDAY + 60,
                  "in force until 15 January 2027");
}

static void all_come_in_the_order_of_their_first_version(void **state) {
    (void)state;
    struct bench bench = {0};
    struct plan_standing *standings;
    put(&bench, "b", MONDAY, MONDAY + 60, MONDAY);
    put(&bench, "a", MONDAY, MONDAY + 1, MONDAY);
    put(&bench, "b", MONDAY, MONDAY + 60, MONDAY + 1);
    int count = plan_standings(&bench.shelf, MONDAY + 2, &standings);
    assert_int_equal(count, 2);
    assert_string_equal(standings[0].id, "b");
    assert_int_equal(standings[0].version, 2);
    assert_string_equal(standings[1].id, "a");
    assert_int_equal(standings[1].state, PLAN_ENDED);
    memory_free(standings);
    assert_string_equal(plan_nearest(&bench.shelf, "bb"), "b");
    assert_null(plan_nearest(&bench.shelf, "nothing"));
}

static void a_span_is_said_by_its_ends(void **state) {
    (void)state;
    static const struct {
        int64_t from, to;
        const char *words;
    } spans[] = {
        {MONDAY, MONDAY, "on 16 November 2026"},
        {MONDAY, MONDAY + 1, "from 16 November 2026 to 17 November 2026"},
        {MONDAY, INT64_MAX, "from 16 November 2026 on"},
    };
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
        struct text_builder text = {0};
        plan_span_tell(&text, spans[i].from, spans[i].to);
        assert_string_equal(text.text, spans[i].words);
        text_builder_free(&text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plan_begins_serves_and_ends),
        cmocka_unit_test(what_was_removed_says_until_when_it_served),
        cmocka_unit_test(a_pause_has_its_last_day),
        cmocka_unit_test(versions_are_counted_and_the_next_one_named),
        cmocka_unit_test(one_that_was_added_later_begins_then),
        cmocka_unit_test(all_come_in_the_order_of_their_first_version),
        cmocka_unit_test(a_span_is_said_by_its_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
