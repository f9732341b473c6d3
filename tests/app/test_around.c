// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence

// What was around, on the form of a day and of a spasm: what is used most comes first, and no chip
// moves while they are open.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/diary.h"
#include "app/hand.h"

// The value of the first chip.
static int first_tick(const struct stage *stage) {
    const struct elements *elements = stage->window.elements;
    for (int i = 0; i < elements->count; i++) {
        if (elements->all[i].act.kind == ACT_TICK) {
            return elements->all[i].act.value;
        }
    }
    fail_msg("no chip");
    return -1;
}

static void open_form(struct stage *stage) {
    act(stage, ACT_FIRST, 0);
    act(stage, ACT_DIARY, 0);
    if (!stage->window.diary->more) {
        act(stage, ACT_FOLD, DIARY_FOLD_MORE);
    }
}

static void the_form_is_sorted_when_it_is_opened(void **state) {
    struct stage *stage = *state;
    first_show(&stage->window);
    open_form(stage);
    assert_int_equal(first_tick(stage), TICK_BRIGHT_LIGHT);
    act(stage, ACT_TICK, TICK_TALKING);
    assert_true(find(stage, ACT_TICK, TICK_TALKING)->chosen);
    assert_int_equal(first_tick(stage), TICK_BRIGHT_LIGHT); // nothing jumps
    act(stage, ACT_DAY, -1);
    assert_int_equal(first_tick(stage), TICK_BRIGHT_LIGHT);
    act(stage, ACT_NOTE, WRITE_DAY_NOTE);
    assert_int_equal(stage->window.screen, SCREEN_WRITE);
    act(stage, ACT_BACK, 0);
    assert_int_equal(stage->window.screen, SCREEN_DIARY);
    assert_int_equal(first_tick(stage), TICK_BRIGHT_LIGHT);
    open_form(stage);
    assert_int_equal(first_tick(stage), TICK_TALKING);
}

static void the_sheet_of_a_spasm_is_sorted_when_it_is_opened(void **state) {
    struct stage *stage = *state;
    first_show(&stage->window);
    act(stage, ACT_SPASM, 0);
    assert_int_equal(stage->window.screen, SCREEN_SPASM);
    assert_int_equal(first_tick(stage), TICK_BRIGHT_LIGHT);
    act(stage, ACT_TICK, TICK_CHEWING);
    act(stage, ACT_SPASM, 0); // pressed once more
    assert_int_equal(first_tick(stage), TICK_BRIGHT_LIGHT);
    act(stage, ACT_BACK, 0);
    act(stage, ACT_FIRST, 0);
    act(stage, ACT_SPASM, 0);
    assert_int_equal(first_tick(stage), TICK_CHEWING);
}

int main(void) {
#define AROUND(test) cmocka_unit_test_setup_teardown(test, open_stage, close_stage)
    const struct CMUnitTest tests[] = {
        AROUND(the_form_is_sorted_when_it_is_opened),
        AROUND(the_sheet_of_a_spasm_is_sorted_when_it_is_opened),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
