// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/trial.h"

static int touched;

static void touch(void) {
    touched++;
}

static void die(void) {
    raise(SIGSEGV);
}

static void give_up(void) {
    exit(EXIT_FAILURE);
}

static void hang(void) {
    for (;;) {
        pause();
    }
}

static void what_lives_leaves_nothing_behind(void **state) {
    (void)state;
    touched = 0;
    assert_true(trial_survives(touch, 10));
    assert_int_equal(touched, 0);
}

static void what_dies_dies_alone(void **state) {
    (void)state;
    assert_false(trial_survives(die, 10));
    assert_false(trial_survives(give_up, 10));
}

static void what_hangs_is_ended(void **state) {
    (void)state;
    int64_t began_ms = clock_monotonic_ms();
    assert_false(trial_survives(hang, 1));
    assert_in_range(clock_monotonic_ms() - began_ms, 500, 60000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_lives_leaves_nothing_behind),
        cmocka_unit_test(what_dies_dies_alone),
        cmocka_unit_test(what_hangs_is_ended),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
