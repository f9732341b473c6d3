// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/past.h"

static void complete_sessions_of_one_routine_are_counted(void **state) {
    (void)state;
    const struct past_session sessions[] = {
        {.routine = "breath-box", .complete = true},
        {.routine = "breath-box", .complete = false},
        {.routine = "breath-calm", .complete = true},
        {.routine = "breath-box", .complete = true},
    };
    const struct past past = {.sessions = sessions, .count = 4};
    assert_int_equal(past_completed(&past, "breath-box"), 2);
    assert_int_equal(past_completed(&past, "breath-calm"), 1);
    assert_int_equal(past_completed(&past, "breath"), 0);
    assert_int_equal(past_completed(&(struct past){0}, "breath-box"), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(complete_sessions_of_one_routine_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
