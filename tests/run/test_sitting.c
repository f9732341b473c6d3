// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_wall_now sessions_checkpoint
#include "run/room.h"

// Questions, pauses and keys of a sitting.

static void a_compress_counts_only_with_the_key(void **state) {
    struct room *room = *state;
    lay_compress(room);
    struct sitting *sitting = open_with(room, (struct sitting_options){.before = -1});
    sitting_begin(sitting);
    assert_int_equal(pass(sitting, 31000).state, PLAYER_GATE);
    assert_true(sitting_answer(sitting));
    assert_int_equal(pass(sitting, 31000).state, PLAYER_GATE); // the pack may still be on
    struct sitting_result result = sitting_finish(sitting, WHY_INTERRUPTED);
    assert_int_equal(result.played_ms, 60000);
    assert_int_equal(result.status, SESSION_PARTIAL);
    assert_int_equal(result.ending, ENDING_INTERRUPTED);
    sitting_close(sitting);

    sitting = open_with(room, (struct sitting_options){.before = -1});
    sitting_begin(sitting);
    pass(sitting, 31000);
    sitting_answer(sitting);
    pass(sitting, 31000);
    sitting_answer(sitting);
    assert_int_equal(pass(sitting, 10).state, PLAYER_ENDED);
    result = sitting_finish(sitting, WHY_NONE);
    assert_int_equal(result.status, SESSION_COMPLETE);
    sitting_close(sitting);
}

static void gates_pass_where_nobody_can_answer(void **state) {
    struct room *room = *state;
    lay_compress(room);
    struct sitting *sitting =
        open_with(room, (struct sitting_options){.before = -1, .nobody = true});
    sitting_begin(sitting);
    assert_int_equal(pass(sitting, 60100).state, PLAYER_ENDED);
    struct sitting_result result = sitting_finish(sitting, WHY_NONE);
    assert_int_equal(result.played_ms, 60000);
    assert_int_equal(result.status, SESSION_PARTIAL);
    assert_int_equal(result.ending, ENDING_INTERRUPTED);
    sitting_close(sitting);
    struct session_list list = history(room);
    assert_string_equal(list.records[0].options, "unanswered=2");
    session_list_free(&list);
}

static void an_absent_owner_finds_it_paused(void **state) {
    struct room *room = *state;
    struct sitting *sitting = open_plain(room);
    pass(sitting, 10000);
    now_ms += 3600000; // the lid was closed
    struct tick tick = sitting_tick(sitting);
    assert_true(tick.stalled);
    assert_int_equal(tick.state, PLAYER_PAUSED);
    assert_int_equal(tick.position_ms, 10000);
    assert_true(sitting_toggle_pause(sitting));
    tick = pass(sitting, 5000);
    assert_int_equal(tick.position_ms, 15000);
    sitting_finish(sitting, WHY_INTERRUPTED);
    sitting_close(sitting);
}

static void keys_move_it(void **state) {
    struct room *room = *state;
    struct sitting *sitting = open_plain(room);
    pass(sitting, 5000);
    assert_true(sitting_next(sitting));
    assert_int_equal(pass(sitting, 1000).position_ms, 61000);
    assert_true(sitting_again(sitting));
    assert_int_equal(pass(sitting, 2000).position_ms, 62000);
    assert_true(sitting_previous(sitting));
    assert_int_equal(pass(sitting, 1000).position_ms, 1000);
    sitting_pause(sitting);
    assert_true(sitting_next(sitting)); // stays paused at the new place
    assert_int_equal(pass(sitting, 1000).state, PLAYER_PAUSED);
    sitting_finish(sitting, WHY_INTERRUPTED);
    // 0-5 s, 60-62 s: what was heard twice counts once.
    assert_int_equal(played_ms(&sitting_player(sitting)->played), 7000);
    sitting_close(sitting);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_compress_counts_only_with_the_key, room_open, room_close),
        cmocka_unit_test_setup_teardown(gates_pass_where_nobody_can_answer, room_open, room_close),
        cmocka_unit_test_setup_teardown(an_absent_owner_finds_it_paused, room_open, room_close),
        cmocka_unit_test_setup_teardown(keys_move_it, room_open, room_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
