// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/played.h"
#include "random_routine.h"

static void nothing_played_is_zero(void **state) {
    (void)state;
    struct played played;
    played_init(&played, 4);
    assert_int_equal(played_ms(&played), 0);
    assert_true(played_add(&played, 500, 500));
    assert_true(played_add(&played, 500, 400));
    assert_int_equal(played_ms(&played), 0);
    assert_false(played_holds(&played, 0, 1));
    assert_true(played_holds(&played, 7, 7));
    played_free(&played);
}

static void overlap_counts_once(void **state) {
    (void)state;
    struct played played;
    played_init(&played, 4);
    played_add(&played, 1000, 3000);
    played_add(&played, 2000, 4000);
    played_add(&played, 1500, 2500);
    assert_int_equal(played_ms(&played), 3000);
    assert_int_equal(played.count, 1);
    played_free(&played);
}

static void touching_intervals_become_one(void **state) {
    (void)state;
    struct played played;
    played_init(&played, 4);
    played_add(&played, 0, 1000);
    played_add(&played, 2000, 3000);
    assert_int_equal(played.count, 2);
    assert_false(played_holds(&played, 500, 2500));
    played_add(&played, 1000, 2000);
    assert_int_equal(played.count, 1);
    assert_true(played_holds(&played, 0, 3000));
    assert_false(played_holds(&played, 0, 3001));
    played_free(&played);
}

static void a_full_set_refuses_another_gap(void **state) {
    (void)state;
    struct played played;
    played_init(&played, 2);
    assert_true(played_add(&played, 0, 10));
    assert_true(played_add(&played, 20, 30));
    assert_false(played_add(&played, 40, 50));
    assert_int_equal(played_ms(&played), 20);
    assert_true(played_add(&played, 5, 45));
    assert_int_equal(played_ms(&played), 45);
    played_free(&played);
}

// Against the plainest possible model: one flag a millisecond.
static void agrees_with_a_model(void **state) {
    (void)state;
    enum { ROUNDS = 2000, LENGTH = 200 };
    uint64_t seed = seed_usual();
    for (int round = 0; round < ROUNDS; round++) {
        bool model[LENGTH] = {false};
        struct played played;
        played_init(&played, LENGTH);
        for (int addition = 0; addition < 20; addition++) {
            int from = random_in(&seed, 0, LENGTH - 1);
            int to = random_in(&seed, 0, LENGTH);
            assert_true(played_add(&played, from, to));
            for (int at = from; at < to; at++) {
                model[at] = true;
            }
            int sum = 0;
            for (int at = 0; at < LENGTH; at++) {
                sum += model[at];
                assert_int_equal(played_holds(&played, at, at + 1), model[at]);
            }
            assert_int_equal(played_ms(&played), sum);
        }
        played_free(&played);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_played_is_zero),
        cmocka_unit_test(overlap_counts_once),
        cmocka_unit_test(touching_intervals_become_one),
        cmocka_unit_test(a_full_set_refuses_another_gap),
        cmocka_unit_test(agrees_with_a_model),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
