// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_wall_now sessions_checkpoint
#include "run/night.h"
#include "run/room.h"

// The number after of a bedtime session, asked next morning.

enum { HOUR_S = 3600 };

// The house at another time of the same history.
static struct house house_after(const struct room *room, int hours) {
    struct wall began = wall_now(room);
    began.utc_s += hours * HOUR_S;
    return (struct house){
        .settings = room->settings, .clock = clock_wall_fixed(began), .store = room->store};
}

// Half a minute of a session, then the program is killed.
static void play_and_kill(struct room *room, bool morning) {
    lay_plain(room);
    struct sitting *sitting =
        open_with(room, (struct sitting_options){.before = 5, .bedtime = true, .morning = morning});
    sitting_begin(sitting);
    pass(sitting, 30000);
    sitting_close(sitting);
}

static void a_night_that_broke_off_is_asked_about(void **state) {
    struct room *room = *state;
    struct night night;
    play_and_kill(room, true);
    struct house evening = house_after(room, 0);
    assert_false(night_is_over(&evening, &night));
    struct house morning = house_after(room, 24);
    assert_true(night_is_over(&morning, &night));
    assert_string_equal(night.title, "Plain");
    assert_int_equal(night.before, 5);
    struct session_list list = history(room);
    assert_int_equal(list.count, 1);
    assert_string_equal(night.id, list.records[0].id);
    session_list_free(&list);
    // Once, and not again.
    night_answer(&morning, &night, 3);
    list = history(room);
    assert_int_equal(list.records[0].after, 3);
    session_list_free(&list);
    assert_false(night_is_over(&morning, &night));
}

static void left_open_it_is_not_asked_again(void **state) {
    struct room *room = *state;
    struct night night;
    play_and_kill(room, true);
    struct house morning = house_after(room, 24);
    assert_true(night_is_over(&morning, &night));
    night_answer(&morning, &night, -1);
    assert_false(night_is_over(&morning, &night));
}

static void a_day_later_it_is_forgotten(void **state) {
    struct room *room = *state;
    struct night night;
    play_and_kill(room, true);
    struct house late = house_after(room, 48);
    assert_false(night_is_over(&late, &night));
    struct house morning = house_after(room, 24);
    assert_false(night_is_over(&morning, &night));
}

static void where_no_number_is_wanted_none_is_asked(void **state) {
    struct room *room = *state;
    struct night night;
    play_and_kill(room, false);
    struct house morning = house_after(room, 24);
    assert_false(night_is_over(&morning, &night));
}

int main(void) {
#define IN_A_ROOM(test) cmocka_unit_test_setup_teardown(test, room_open, room_close)
    const struct CMUnitTest tests[] = {
        IN_A_ROOM(a_night_that_broke_off_is_asked_about),
        IN_A_ROOM(left_open_it_is_not_asked_again),
        IN_A_ROOM(a_day_later_it_is_forgotten),
        IN_A_ROOM(where_no_number_is_wanted_none_is_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
