// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/where.h"

enum { LID = 1 << PLACE_LOWER_LID, CHEEK = 1 << PLACE_CHEEK };

static void check(struct where where, enum side side, unsigned places) {
    assert_int_equal(where.side, side);
    assert_int_equal(where.places, places);
}

static void a_place_counts_on_the_side_that_is_told(void **state) {
    (void)state;
    static const struct {
        enum side told;
        bool left, right;
    } rows[] = {{SIDE_LEFT, true, false},
                {SIDE_RIGHT, false, true},
                {SIDE_BOTH, true, true},
                {SIDE_NONE, true, true}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct where where = {rows[i].told, CHEEK};
        assert_int_equal(where_holds(where, SIDE_LEFT, PLACE_CHEEK), rows[i].left);
        assert_int_equal(where_holds(where, SIDE_RIGHT, PLACE_CHEEK), rows[i].right);
        assert_false(where_holds(where, SIDE_LEFT, PLACE_EAR));
        assert_false(where_holds(where, SIDE_RIGHT, PLACE_EAR));
    }
}

static void pointing_tells_side_and_place(void **state) {
    (void)state;
    check(where_turned((struct where){SIDE_NONE, 0}, SIDE_RIGHT, PLACE_CHEEK), SIDE_RIGHT, CHEEK);
    check(where_turned((struct where){SIDE_NONE, LID}, SIDE_LEFT, PLACE_CHEEK), SIDE_LEFT,
          LID | CHEEK);
    check(where_turned((struct where){SIDE_LEFT, LID}, SIDE_LEFT, PLACE_CHEEK), SIDE_LEFT,
          LID | CHEEK);
    // A side without places gives way, two sides do not.
    check(where_turned((struct where){SIDE_LEFT, 0}, SIDE_RIGHT, PLACE_CHEEK), SIDE_RIGHT, CHEEK);
    check(where_turned((struct where){SIDE_BOTH, 0}, SIDE_RIGHT, PLACE_CHEEK), SIDE_BOTH, CHEEK);
}

static void the_other_side_makes_both(void **state) {
    (void)state;
    check(where_turned((struct where){SIDE_LEFT, CHEEK}, SIDE_RIGHT, PLACE_CHEEK), SIDE_BOTH,
          CHEEK);
    check(where_turned((struct where){SIDE_RIGHT, LID}, SIDE_LEFT, PLACE_CHEEK), SIDE_BOTH,
          LID | CHEEK);
}

static void pointing_again_takes_it_away(void **state) {
    (void)state;
    check(where_turned((struct where){SIDE_LEFT, LID | CHEEK}, SIDE_LEFT, PLACE_LOWER_LID),
          SIDE_LEFT, CHEEK);
    check(where_turned((struct where){SIDE_LEFT, CHEEK}, SIDE_LEFT, PLACE_CHEEK), SIDE_LEFT, 0);
    check(where_turned((struct where){SIDE_BOTH, CHEEK}, SIDE_LEFT, PLACE_CHEEK), SIDE_RIGHT,
          CHEEK);
    check(where_turned((struct where){SIDE_BOTH, CHEEK}, SIDE_RIGHT, PLACE_CHEEK), SIDE_LEFT,
          CHEEK);
    check(where_turned((struct where){SIDE_BOTH, LID | CHEEK}, SIDE_LEFT, PLACE_CHEEK), SIDE_BOTH,
          LID);
}

// Whatever was told: what is pointed at is turned, and nothing beside it goes.
static void what_is_pointed_at_turns_and_nothing_beside_it_goes(void **state) {
    (void)state;
    static const enum side told[] = {SIDE_NONE, SIDE_LEFT, SIDE_RIGHT, SIDE_BOTH};
    static const enum side sides[] = {SIDE_LEFT, SIDE_RIGHT};
    for (unsigned places = 0; places < 1u << PLACE_COUNT; places++) {
        for (int i = 0; i < 4 * 2 * PLACE_COUNT; i++) {
            struct where before = {told[i % 4], places};
            enum side side = sides[i / 4 % 2];
            enum face_place place = (enum face_place)(i / 8);
            struct where after = where_turned(before, side, place);
            assert_int_equal(where_holds(after, side, place), !where_holds(before, side, place));
            for (int other = 0; other < PLACE_COUNT; other++) {
                bool was = where_holds(before, side, (enum face_place)other);
                bool is = where_holds(after, side, (enum face_place)other);
                // Those of the other side may come along, none goes.
                assert_true(other == (int)place || is || !was);
            }
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_place_counts_on_the_side_that_is_told),
        cmocka_unit_test(pointing_tells_side_and_place),
        cmocka_unit_test(the_other_side_makes_both),
        cmocka_unit_test(pointing_again_takes_it_away),
        cmocka_unit_test(what_is_pointed_at_turns_and_nothing_beside_it_goes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
