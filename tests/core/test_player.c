// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/player.h"

static const struct timeline_phrases phrases = {
    .left = "Now the left side.", .right = "Now the right side.", .over = "That is all."};

// One step of ten seconds, by hand.
struct simple {
    struct step steps[4];
    struct routine routine;
    struct timeline *timeline;
    struct player player;
};

static void simple_open(struct simple *simple, int count) {
    for (int index = 0; index < count; index++) {
        simple->steps[index].number = index + 1;
        simple->steps[index].name = "Step";
        simple->steps[index].count = 1;
    }
    simple->routine = (struct routine){
        .steps = simple->steps, .step_count = count, .tempo_min = 1, .tempo_max = 1};
    struct timeline_options options = timeline_options_written(phrases);
    struct error err = {0};
    simple->timeline = timeline_compile(&simple->routine, &options, &err);
    assert_non_null(simple->timeline);
    player_init(&simple->player, simple->timeline, 0, 0);
}

static void simple_close(struct simple *simple) {
    player_free(&simple->player);
    timeline_free(simple->timeline);
}

static struct clocks both(int64_t ms) {
    return (struct clocks){ms, ms};
}

static void play_until(struct player *player, int64_t from_ms, int64_t to_ms) {
    for (int64_t ms = from_ms; ms <= to_ms; ms += 500) {
        player_advance(player, both(ms));
    }
}

static void a_lead_in_is_not_counted(void **state) {
    (void)state;
    struct simple simple = {.steps = {{.length_ms = 10000, .skippable = true}}};
    simple_open(&simple, 1);
    player_start(&simple.player, both(0), 3000);
    play_until(&simple.player, 0, 2500);
    assert_int_equal(simple.player.state, PLAYER_LEADING);
    assert_int_equal(simple.player.position_ms, 0);
    assert_int_equal(played_ms(&simple.player.played), 0);
    struct tick tick = player_advance(&simple.player, both(3500));
    assert_int_equal(tick.position_ms, 500);
    assert_int_equal(tick.entered, 0);
    assert_true(tick.changed);
    assert_int_equal(tick.cue_end - tick.cue_first, 1); // begin alone: no words, no tap at 0
    simple_close(&simple);
}

static void the_end_is_reached_exactly(void **state) {
    (void)state;
    struct simple simple = {.steps = {{.length_ms = 1000, .skippable = true}}};
    simple_open(&simple, 1);
    player_start(&simple.player, both(0), 0);
    player_advance(&simple.player, both(999));
    assert_int_equal(simple.player.state, PLAYER_PLAYING);
    struct tick tick = player_advance(&simple.player, both(2500));
    assert_int_equal(tick.state, PLAYER_ENDED);
    assert_int_equal(tick.position_ms, 1000);
    assert_int_equal(tick.cue_end, simple.timeline->cue_count);
    assert_int_equal(player_left_ms(&simple.player), 0);
    simple_close(&simple);
}

static void a_clock_that_steps_back_moves_nothing(void **state) {
    (void)state;
    struct simple simple = {.steps = {{.length_ms = 10000, .skippable = true}}};
    simple_open(&simple, 1);
    player_start(&simple.player, both(0), 0);
    player_advance(&simple.player, both(700));
    struct tick tick = player_advance(&simple.player, both(300));
    assert_int_equal(tick.position_ms, 700);
    assert_int_equal(tick.state, PLAYER_PLAYING);
    simple_close(&simple);
}

static void a_gate_stands_until_it_is_passed(void **state) {
    (void)state;
    struct simple simple = {.steps = {{.length_ms = 1000, .skippable = true},
                                      {.verb = VERB_WAIT, .question = "Ready?", .skippable = true},
                                      {.length_ms = 1000, .skippable = true}}};
    simple_open(&simple, 3);
    player_start(&simple.player, both(0), 0);
    play_until(&simple.player, 0, 60000);
    assert_int_equal(simple.player.state, PLAYER_GATE);
    assert_int_equal(simple.player.position_ms, 1000);
    assert_int_equal(player_next_change(&simple.player, both(60000)), INT64_MAX);
    assert_false(player_pause(&simple.player));
    assert_true(player_next(&simple.player));
    assert_int_equal(simple.player.state, PLAYER_PAUSED);
    player_start(&simple.player, both(60000), 60000);
    play_until(&simple.player, 60000, 61500);
    assert_int_equal(simple.player.state, PLAYER_ENDED);
    assert_int_equal(played_ms(&simple.player.played), 2000);
    simple_close(&simple);
}

static void an_awake_gate_wakes(void **state) {
    (void)state;
    struct simple simple = {
        .steps = {{.length_ms = 1000, .skippable = true},
                  {.verb = VERB_WAIT, .question = "Look.", .awake_ms = 30000, .skippable = true}}};
    simple_open(&simple, 2);
    player_start(&simple.player, both(0), 0);
    int repeats = 0;
    int rises = 0;
    int64_t first_ms = 0;
    int64_t off_ms = 0;
    for (int64_t ms = 0; ms <= 141000; ms += 500) {
        struct tick tick = player_advance(&simple.player, both(ms));
        repeats += tick.waking == WAKE_REPEAT;
        rises += tick.waking == WAKE_RISE;
        first_ms = tick.waking == WAKE_REPEAT ? ms : first_ms;
        off_ms = tick.waking == WAKE_OFF ? ms : off_ms;
    }
    // The gate is reached at 1 s: words at 31 s, then every 5 s until 141 s, at 121 s "off" in
    // place of the rising sound.
    assert_int_equal(repeats, 1);
    assert_int_equal(first_ms, 31000);
    assert_int_equal(off_ms, 121000);
    assert_int_equal(rises, (141 - 31) / 5 - 1);
    simple_close(&simple);
}

// Woken by player_next_change alone: no waking comes late, whatever the gate's own time is.
static void a_waking_comes_at_its_time(void **state) {
    (void)state;
    for (int64_t awake_ms = 1000; awake_ms <= 150000; awake_ms += 7300) {
        struct simple simple = {
            .steps = {
                {.length_ms = 1000, .skippable = true},
                {.verb = VERB_WAIT, .question = "Look.", .awake_ms = awake_ms, .skippable = true}}};
        simple_open(&simple, 2);
        player_start(&simple.player, both(0), 0);
        play_until(&simple.player, 0, 1000);
        assert_int_equal(simple.player.state, PLAYER_GATE);
        int64_t off_ms = 0;
        int wakings = 0;
        for (int64_t ms = 1000; ms < 200000 && off_ms == 0;) {
            int64_t next_ms = player_next_change(&simple.player, both(ms));
            assert_true(next_ms > ms || wakings > 0);
            ms = next_ms > ms ? next_ms : ms;
            enum waking waking = player_advance(&simple.player, both(ms)).waking;
            assert_true(waking != WAKE_NONE);
            wakings++;
            assert_true(wakings > 1 || (waking == WAKE_REPEAT && ms == 1000 + awake_ms));
            off_ms = waking == WAKE_OFF ? ms : 0;
        }
        assert_int_equal(off_ms, 1000 + (awake_ms < 120000 ? 120000 : awake_ms));
        simple_close(&simple);
    }
}

static void a_step_that_must_be_heard_is_not_skipped(void **state) {
    (void)state;
    struct simple simple = {
        .steps = {{.length_ms = 1000, .skippable = false}, {.length_ms = 1000, .skippable = true}}};
    simple_open(&simple, 2);
    player_start(&simple.player, both(0), 0);
    player_advance(&simple.player, both(500));
    assert_false(player_next(&simple.player));
    assert_int_equal(simple.player.state, PLAYER_PLAYING);
    player_advance(&simple.player, both(1500));
    assert_true(player_next(&simple.player));
    assert_int_equal(simple.player.position_ms, 2000);
    simple_close(&simple);
}

static void next_again_previous_find_their_steps(void **state) {
    (void)state;
    struct simple simple = {.steps = {{.length_ms = 1000, .skippable = true},
                                      {.verb = VERB_WAIT, .question = "Ready?", .skippable = true},
                                      {.length_ms = 1000, .skippable = true},
                                      {.length_ms = 1000, .skippable = true}}};
    simple_open(&simple, 4);
    struct player *player = &simple.player;
    assert_true(player_next(player)); // to the gate, not over it
    assert_int_equal(player->section, 0);
    assert_int_equal(player->position_ms, 1000);
    player_start(player, both(0), 0);
    player_advance(player, both(0));
    assert_int_equal(player->state, PLAYER_GATE);
    player_pass(player);
    player_start(player, both(0), 0);
    player_advance(player, both(1300));
    assert_int_equal(player->position_ms, 2300);
    player_again(player);
    assert_int_equal(player->position_ms, 2000);
    player_previous(player);
    assert_int_equal(player->position_ms, 1000);
    assert_int_equal(player->section, 1);
    player_previous(player); // over the gate, back to the first step
    assert_int_equal(player->position_ms, 0);
    assert_int_equal(player->section, 0);
    player_stop(player);
    assert_false(player_next(player) || player_again(player) || player_previous(player));
    simple_close(&simple);
}

static void it_wants_a_tick_at_each_count(void **state) {
    (void)state;
    struct simple simple = {.steps = {{.length_ms = 2500, .skippable = true}}};
    simple_open(&simple, 1);
    player_start(&simple.player, both(0), 0);
    player_advance(&simple.player, both(0));
    assert_int_equal(player_next_change(&simple.player, both(0)), 500);
    player_advance(&simple.player, both(500));
    assert_int_equal(player_next_change(&simple.player, both(500)), 1500);
    player_advance(&simple.player, both(2400));
    assert_int_equal(player_next_change(&simple.player, both(2400)), 2500);
    simple_close(&simple);
}

// For pictures: forwards and backwards, gates passed as the position passes them.
static void one_that_has_not_begun_can_stand_anywhere(void **state) {
    (void)state;
    struct simple simple = {.steps = {{.length_ms = 1000},
                                      {.verb = VERB_WAIT, .question = "Well?"},
                                      {.length_ms = 1000}}};
    simple_open(&simple, 3);
    static const struct {
        int64_t at_ms;
        int section, entry;
    } places[] = {{999, 0, 0}, {1000, 1, 2}, {2000, 1, 2}, {0, 0, 0}, {1500, 1, 2}};
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        const struct player *player = &simple.player;
        player_stand(&simple.player, places[i].at_ms);
        assert_int_equal(player->state, PLAYER_READY);
        assert_int_equal(player->position_ms, places[i].at_ms);
        assert_int_equal(player->section, places[i].section);
        assert_int_equal(timeline_entry_at(simple.timeline, player->section, player->position_ms),
                         places[i].entry);
        assert_int_equal(played_ms(&player->played), 0);
    }
    simple_close(&simple);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_lead_in_is_not_counted),
        cmocka_unit_test(the_end_is_reached_exactly),
        cmocka_unit_test(a_clock_that_steps_back_moves_nothing),
        cmocka_unit_test(a_gate_stands_until_it_is_passed),
        cmocka_unit_test(an_awake_gate_wakes),
        cmocka_unit_test(a_waking_comes_at_its_time),
        cmocka_unit_test(a_step_that_must_be_heard_is_not_skipped),
        cmocka_unit_test(next_again_previous_find_their_steps),
        cmocka_unit_test(it_wants_a_tick_at_each_count),
        cmocka_unit_test(one_that_has_not_begun_can_stand_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
