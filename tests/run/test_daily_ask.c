// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "run/daily_ask.h"

// When the number of the day is asked for, as a table.

static void by_the_clock_and_what_was_told(void **state) {
    (void)state;
    static const struct {
        struct daily_facts facts;
        enum daily_ask ask;
    } rows[] = {
        {{.minute = 16 * 60 + 59, .known = true, .yesterday = true}, DAILY_NOTHING},
        {{.minute = 17 * 60, .known = true, .yesterday = true}, DAILY_TODAY},
        {{.minute = 17 * 60}, DAILY_NOTHING},                   // not on the very first evening
        {{.minute = 25 * 60 + 30, .known = true}, DAILY_TODAY}, // the night belongs to its evening
        {{.minute = 20 * 60, .today = true, .known = true}, DAILY_NOTHING},
        {{.minute = 20 * 60, .known = true, .away = true}, DAILY_NOTHING},
        {{.minute = 4 * 60, .known = true}, DAILY_YESTERDAY},
        {{.minute = 11 * 60 + 59, .known = true}, DAILY_YESTERDAY},
        {{.minute = 12 * 60, .known = true}, DAILY_NOTHING},
        {{.minute = 8 * 60, .known = true, .yesterday = true}, DAILY_NOTHING},
        {{.minute = 8 * 60, .known = false}, DAILY_NOTHING}, // nothing was there yesterday
        {{.minute = 8 * 60, .known = true, .today = true}, DAILY_YESTERDAY},
        {{.minute = 8 * 60, .known = true, .away = true}, DAILY_NOTHING},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (daily_ask(&rows[i].facts) != rows[i].ask) {
            fail_msg("row %d", (int)i);
        }
    }
}

static void how_well_it_worked_is_asked_four_weeks_later(void **state) {
    (void)state;
    assert_false(daily_asks_effect(27, false, false));
    assert_true(daily_asks_effect(28, false, false));
    assert_true(daily_asks_effect(55, false, false));
    assert_false(daily_asks_effect(56, false, false));
    assert_false(daily_asks_effect(28, true, false));
    assert_false(daily_asks_effect(28, false, true));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(by_the_clock_and_what_was_told),
        cmocka_unit_test(how_well_it_worked_is_asked_four_weeks_later),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
