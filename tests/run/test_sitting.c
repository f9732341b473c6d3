// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_wall_now sessions_checkpoint
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <string.h>

#include "run/sitting.h"

// A sitting with time of its own: the monotonic clock is this test's, so an hour takes no time. No
// device is opened; the history lives in memory.

enum { FIRST_MS = 1000000 };

static int64_t now_ms;
static bool history_refuses;

int64_t __wrap_clock_monotonic_ms(void);
int64_t __wrap_clock_monotonic_ms(void) {
    return now_ms;
}

int64_t __wrap_clock_monotonic_us(void);
int64_t __wrap_clock_monotonic_us(void) {
    return now_ms * 1000;
}

// The wall clock goes on with the same time.
struct wall __wrap_clock_wall_now(const struct wall_clock *clock);
struct wall __wrap_clock_wall_now(const struct wall_clock *clock) {
    struct wall wall = clock->began;
    wall.utc_s += (now_ms - FIRST_MS) / 1000;
    return wall;
}

bool __real_sessions_checkpoint(struct store *store, const char *id, int64_t position_ms,
                                int section, const struct played *played, struct wall now,
                                struct error *err);
bool __wrap_sessions_checkpoint(struct store *store, const char *id, int64_t position_ms,
                                int section, const struct played *played, struct wall now,
                                struct error *err);
bool __wrap_sessions_checkpoint(struct store *store, const char *id, int64_t position_ms,
                                int section, const struct played *played, struct wall now,
                                struct error *err) {
    if (history_refuses) {
        return error_set(err, ERROR_STORE, "the disk is full");
    }
    return __real_sessions_checkpoint(store, id, position_ms, section, played, now, err);
}

struct room {
    struct step steps[4];
    struct routine routine;
    struct settings settings;
    struct wall_clock clock;
    struct store *store;
};

static struct wall wall_now(const struct room *room) {
    return clock_wall_now(&room->clock);
}

static int room_open(void **state) {
    struct room *room = memory_new(1, sizeof *room);
    now_ms = FIRST_MS;
    history_refuses = false;
    room->settings = settings_default();
    room->clock = clock_wall_fixed((struct wall){.utc_s = 1795244400, .offset_min = 60});
    struct error err = {0};
    room->store =
        store_open(&(struct store_options){.path = ":memory:", .now = wall_now(room)}, &err);
    if (!room->store) {
        fail_msg("%s", err.text);
    }
    *state = room;
    return 0;
}

static int room_close(void **state) {
    struct room *room = *state;
    store_close(room->store);
    memory_free(room);
    return 0;
}

// Thirty seconds, a question that wakes, thirty seconds, another one.
static void lay_compress(struct room *room) {
    room->steps[0] = (struct step){.length_ms = 30000};
    room->steps[1] = (struct step){.verb = VERB_WAIT, .question = "Look.", .awake_ms = 30000};
    room->steps[2] = (struct step){.length_ms = 30000};
    room->steps[3] = (struct step){.verb = VERB_WAIT, .question = "Off?", .awake_ms = 30000};
    room->routine = (struct routine){
        .title = "Warm", .category = CATEGORY_COMPRESS_WARM, .steps = room->steps, .step_count = 4};
}

static void lay_plain(struct room *room) {
    room->steps[0] = (struct step){.length_ms = 60000};
    room->steps[1] = (struct step){.length_ms = 40000};
    room->routine = (struct routine){
        .title = "Plain", .category = CATEGORY_MEDITATION, .steps = room->steps, .step_count = 2};
}

static struct sitting *open_with(struct room *room, struct sitting_options options) {
    for (int index = 0; index < room->routine.step_count; index++) {
        room->steps[index].number = index + 1;
        room->steps[index].name = "Step";
        room->steps[index].count = 1;
        room->steps[index].skippable = true;
    }
    memcpy(room->routine.id, "plain", sizeof "plain");
    room->routine.tempo_min = room->routine.tempo_max = 1.0;
    options.routine = &room->routine;
    options.timeline = timeline_options_written(
        (struct timeline_phrases){.left = "left", .right = "right", .over = "over"});
    options.settings = &room->settings;
    options.clock = &room->clock;
    options.store = room->store;
    options.silent = true;
    struct error err = {0};
    struct sitting *sitting = sitting_open(&options, &err);
    if (!sitting) {
        fail_msg("%s", err.text);
    }
    return sitting;
}

static struct sitting *open_plain(struct room *room) {
    lay_plain(room);
    struct sitting *sitting = open_with(room, (struct sitting_options){.before = -1});
    sitting_begin(sitting);
    return sitting;
}

// Lets so much time pass, ticking as an owner would.
static struct tick pass(struct sitting *sitting, int64_t ms) {
    struct tick tick = sitting_tick(sitting);
    int64_t end_ms = now_ms + ms;
    while (now_ms < end_ms) {
        int64_t wait_ms = sitting_wait_ms(sitting);
        int64_t left_ms = end_ms - now_ms;
        now_ms += wait_ms < left_ms ? wait_ms : left_ms;
        tick = sitting_tick(sitting);
    }
    return tick;
}

static struct session_list history(struct room *room) {
    struct session_list list = {0};
    struct error err = {0};
    if (!sessions_list(room->store, INT64_MIN, INT64_MAX, 240, wall_now(room), &list, &err)) {
        fail_msg("%s", err.text);
    }
    return list;
}

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
        cmocka_unit_test_setup_teardown(a_compress_counts_only_with_the_key, room_open, room_close),
        cmocka_unit_test_setup_teardown(gates_pass_where_nobody_can_answer, room_open, room_close),
        cmocka_unit_test_setup_teardown(an_absent_owner_finds_it_paused, room_open, room_close),
        cmocka_unit_test_setup_teardown(a_history_that_refuses_costs_only_the_record, room_open,
                                        room_close),
        cmocka_unit_test_setup_teardown(keys_move_it, room_open, room_close),
        cmocka_unit_test_setup_teardown(a_hundred_days_are_kept, room_open, room_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
