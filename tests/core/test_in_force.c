// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/in_force.h"
#include "core/limits.h"
#include "plan_made.h"

// What the plans in force say of a routine and of a day; test_today.c has them in use.

struct two {
    struct plan plans[2];
    struct plan_version versions[2];
    struct plan_book book;
};

static void two_make(struct two *two, enum plan_author one, enum plan_author other) {
    const enum plan_author by[] = {one, other};
    for (int i = 0; i < 2; i++) {
        two->plans[i] = plan_made(i ? "b" : "a", MONDAY, INT64_MAX);
        two->plans[i].by = by[i];
        two->versions[i] = version_of(&two->plans[i], MONDAY);
    }
    two->book = book_of(two->versions, 2);
}

static struct in_force_word word_on(const struct two *two, int day, const char *routine) {
    struct in_force in_force = in_force_on(&two->book, MONDAY + day);
    return in_force_word_of(&in_force, routine);
}

// Once on Mondays, three times on Tuesdays, and on no other day: there as often as at most.
static void a_routine_is_asked_for_so_often(void **state) {
    (void)state;
    struct two two;
    two_make(&two, BY_THERAPIST, BY_THERAPIST);
    plan_asks(&two.plans[0], "x", 1)->days = 1 << 0;
    plan_asks(&two.plans[0], "x", 3)->days = 1 << 1;
    plan_asks(&two.plans[0], "y", 9);
    static const int wanted[] = {1, 3, 3};
    for (int day = 0; day < 3; day++) {
        struct in_force_word word = word_on(&two, day, "x");
        assert_int_equal(word.per_day, wanted[day]);
        assert_ptr_equal(word.plan, &two.plans[0]);
        assert_null(word.despite);
    }
    plan_asks(&two.plans[1], "x", 2); // both add up, the first is named
    struct in_force_word both = word_on(&two, 0, "x");
    assert_int_equal(both.per_day, 3);
    assert_ptr_equal(both.plan, &two.plans[0]);
    // What the person wrote herself sets no dose.
    two.plans[0].by = BY_SELF;
    struct in_force_word own = word_on(&two, 0, "x");
    assert_int_equal(own.per_day, 2);
    assert_ptr_equal(own.plan, &two.plans[1]);
    assert_null(word_on(&two, 0, "y").plan);
}

// A reason is that of its own item, on the days of that item.
static void a_reason_is_of_its_routine(void **state) {
    (void)state;
    struct two two;
    two_make(&two, BY_THERAPIST, BY_THERAPIST);
    struct plan_item *first = plan_asks(&two.plans[0], "x", 1);
    first->despite = "First.";
    first->to = MONDAY + 1;
    plan_asks(&two.plans[0], "y", 1);
    plan_asks(&two.plans[0], "x", 1)->despite = "Second.";
    assert_string_equal(word_on(&two, 0, "x").despite, "First.");
    assert_ptr_equal(word_on(&two, 0, "x").despite_plan, &two.plans[0]);
    assert_string_equal(word_on(&two, 2, "x").despite, "Second.");
    assert_null(word_on(&two, 0, "y").despite);
    plan_asks(&two.plans[1], "y", 1)->despite = "Other.";
    assert_string_equal(word_on(&two, 0, "y").despite, "Other.");
    assert_ptr_equal(word_on(&two, 0, "y").despite_plan, &two.plans[1]);
    assert_ptr_equal(word_on(&two, 0, "y").plan, &two.plans[0]);
}

static void the_ceiling_of_a_day(void **state) {
    (void)state;
    static const struct {
        enum plan_author by[2];
        int ceilings[2], most; // 0: the plan gives none
    } rows[] = {
        {{BY_SELF, BY_SELF}, {0, 0}, FACE_CEILING},
        {{BY_THERAPIST, BY_SELF}, {1, 0}, 1},
        {{BY_SELF, BY_SELF}, {1, 3}, 1},
        {{BY_SELF, BY_SELF}, {3, 2}, 2},
        {{BY_SELF, BY_SELF}, {FACE_CEILING + 3, 0}, FACE_CEILING}, // her own goes not above
        {{BY_THERAPIST, BY_THERAPIST}, {7, 6}, 6},
        {{BY_THERAPIST, BY_THERAPIST}, {6, 7}, 6},
        {{BY_THERAPIST, BY_SELF}, {7, 5}, 5},
        {{BY_THERAPIST, BY_SELF}, {PLAN_PER_DAY_MAX, 0}, PLAN_PER_DAY_MAX},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct two two;
        two_make(&two, rows[i].by[0], rows[i].by[1]);
        two.plans[0].ceiling = rows[i].ceilings[0];
        two.plans[1].ceiling = rows[i].ceilings[1];
        struct in_force in_force = in_force_on(&two.book, MONDAY);
        assert_int_equal(in_force_ceiling(&in_force), rows[i].most);
    }
}

static void what_is_asked_as_a_number(void **state) {
    (void)state;
    struct two two;
    unsigned asks = 99;
    two_make(&two, BY_THERAPIST, BY_SELF);
    two.plans[0].asks = 4; // not told: says nothing
    struct in_force in_force = in_force_on(&two.book, MONDAY);
    assert_false(in_force_asks(&in_force, &asks));
    assert_int_equal(asks, 0);
    two.plans[0].asks_told = two.plans[1].asks_told = true;
    two.plans[1].asks = 1;
    asks = 99;
    assert_true(in_force_asks(&in_force, &asks));
    assert_int_equal(asks, 5);
    two.plans[0].asks = two.plans[1].asks = 0; // nothing at all, and said so
    assert_true(in_force_asks(&in_force, &asks));
    assert_int_equal(asks, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_routine_is_asked_for_so_often),
        cmocka_unit_test(a_reason_is_of_its_routine),
        cmocka_unit_test(the_ceiling_of_a_day),
        cmocka_unit_test(what_is_asked_as_a_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
