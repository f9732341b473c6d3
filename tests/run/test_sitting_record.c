// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_wall_now sessions_checkpoint
#include "run/room.h"

// What of a sitting stands in the history.

static void a_session_is_recorded_as_it_was(void **state) {
    struct room *room = *state;
    lay_plain(room);
    struct sitting *sitting =
        open_with(room, (struct sitting_options){.before = 4, .lead_in_ms = 3000});
    sitting_begin(sitting);
    assert_int_equal(pass(sitting, 2900).state, PLAYER_LEADING);
    struct session_list list = history(room);
    assert_int_equal(list.count, 0); // nothing played, nothing shown
    session_list_free(&list);
    assert_int_equal(pass(sitting, 101000).state, PLAYER_ENDED);
    struct sitting_result result = sitting_finish(sitting, WHY_NONE);
    assert_int_equal(result.status, SESSION_COMPLETE);
    sitting_close(sitting);

    list = history(room);
    assert_int_equal(list.count, 1);
    assert_string_equal(list.records[0].id, result.id);
    assert_string_equal(list.records[0].routine, "plain");
    assert_int_equal(list.records[0].played_ms, 100000);
    assert_int_equal(list.records[0].planned_ms, 100000);
    assert_int_equal(list.records[0].ending, ENDING_COMPLETE);
    assert_int_equal(list.records[0].before, 4);
    assert_int_equal(list.records[0].after, -1);
    assert_int_equal(list.records[0].started.utc_s, 1795244403);
    session_list_free(&list);
}

static void stopping_keeps_what_was_done(void **state) {
    struct room *room = *state;
    struct sitting *sitting = open_plain(room);
    pass(sitting, 42000);
    assert_true(sitting_pause(sitting));
    pass(sitting, 3600000); // an hour of pause is not played
    struct sitting_result result = sitting_finish(sitting, WHY_TIRED);
    assert_int_equal(result.status, SESSION_PARTIAL);
    assert_int_equal(result.ending, ENDING_TIRED);
    assert_int_equal(result.played_ms, 42000);
    sitting_close(sitting);
    struct session_list list = history(room);
    assert_int_equal(list.count, 1);
    assert_int_equal(list.records[0].why, WHY_TIRED);
    session_list_free(&list);
}

static void leaving_before_the_first_moment_leaves_nothing(void **state) {
    struct room *room = *state;
    lay_plain(room);
    struct sitting *sitting =
        open_with(room, (struct sitting_options){.before = -1, .lead_in_ms = 3000});
    sitting_begin(sitting);
    pass(sitting, 1500);
    struct sitting_result result = sitting_finish(sitting, WHY_INTERRUPTED);
    assert_string_equal(result.id, "");
    sitting_close(sitting);
    struct session_list list = history(room);
    assert_int_equal(list.count, 0);
    session_list_free(&list);
}

static void progress_is_never_older_than_five_seconds(void **state) {
    struct room *room = *state;
    struct sitting *sitting = open_plain(room);
    pass(sitting, 10);
    for (int second = 0; second < 50; second++) {
        pass(sitting, 1000);
        struct session_record record;
        struct played played = {0};
        bool found = false;
        struct error err = {0};
        assert_true(
            sessions_unfinished(room->store, wall_now(room), &record, &played, &found, &err));
        if (found) {
            int64_t position_ms = sitting_player(sitting)->position_ms;
            assert_true(position_ms - record.position_ms <= SESSION_CHECKPOINT_MS);
            assert_true(wall_now(room).utc_s - record.seen.utc_s <= 5);
            session_record_free(&record);
            played_free(&played);
        } else {
            assert_true(second < 5);
        }
    }
    sitting_finish(sitting, WHY_INTERRUPTED);
    sitting_close(sitting);
}

static void a_broken_off_session_goes_on(void **state) {
    struct room *room = *state;
    struct sitting *sitting = open_plain(room);
    pass(sitting, 33000);
    sitting_close(sitting); // as after a crash: not finished

    struct session_record record;
    struct played played = {0};
    bool found = false;
    struct error err = {0};
    assert_true(sessions_unfinished(room->store, wall_now(room), &record, &played, &found, &err));
    assert_true(found);
    int64_t position_ms = record.position_ms;
    assert_in_range(position_ms, 28000, 33000);
    sitting = open_with(
        room, (struct sitting_options){.before = -1, .resume = &record, .resume_played = &played});
    sitting_begin(sitting);
    assert_int_equal(pass(sitting, 100000 - position_ms + 10).state, PLAYER_ENDED);
    struct sitting_result result = sitting_finish(sitting, WHY_NONE);
    assert_int_equal(result.played_ms, 100000);
    assert_string_equal(result.id, record.id);
    sitting_close(sitting);
    session_record_free(&record);
    played_free(&played);
    struct session_list list = history(room);
    assert_int_equal(list.count, 1);
    assert_int_equal(list.records[0].status, SESSION_COMPLETE);
    session_list_free(&list);
}

static void a_history_that_refuses_costs_only_the_record(void **state) {
    struct room *room = *state;
    struct sitting *sitting = open_plain(room);
    pass(sitting, 1000);
    history_refuses = true;
    assert_int_equal(pass(sitting, 100000).state, PLAYER_ENDED);
    assert_string_equal(sitting_trouble(sitting), "the disk is full");
    assert_null(sitting_trouble(sitting)); // said once
    struct sitting_result result = sitting_finish(sitting, WHY_NONE);
    assert_int_equal(result.status, SESSION_COMPLETE);
    assert_string_equal(result.id, "");
    sitting_close(sitting);
}

static void a_hundred_days_are_kept(void **state) {
    struct room *room = *state;
    for (int day = 0; day < 100; day++) {
        for (int time = 0; time < 3; time++) {
            struct sitting *sitting = open_plain(room);
            pass(sitting, 100100);
            assert_int_equal(sitting_finish(sitting, WHY_NONE).status, SESSION_COMPLETE);
            sitting_close(sitting);
            now_ms += 8 * 3600 * 1000 - 100100;
        }
    }
    struct session_list list = history(room);
    assert_int_equal(list.count, 300);
    for (int index = 1; index < list.count; index++) {
        assert_int_equal(list.records[index].started.utc_s - list.records[index - 1].started.utc_s,
                         8 * 3600);
    }
    session_list_free(&list);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_session_is_recorded_as_it_was, room_open, room_close),
        cmocka_unit_test_setup_teardown(stopping_keeps_what_was_done, room_open, room_close),
        cmocka_unit_test_setup_teardown(leaving_before_the_first_moment_leaves_nothing, room_open,
                                        room_close),
        cmocka_unit_test_setup_teardown(progress_is_never_older_than_five_seconds, room_open,
                                        room_close),
        cmocka_unit_test_setup_teardown(a_broken_off_session_goes_on, room_open, room_close),
        cmocka_unit_test_setup_teardown(a_history_that_refuses_costs_only_the_record, room_open,
                                        room_close),
        cmocka_unit_test_setup_teardown(a_hundred_days_are_kept, room_open, room_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
