// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/player.h"
#include "random_routine.h"

enum { ROUTINES = 10000 };

// A player with its routine, its timeline and a clock of its own.
struct stage {
    struct routine routine;
    struct timeline *timeline;
    struct player player;
    struct moment now;
    int *sounded; // how often each cue was handed out
    int last_cue; // the newest
};

static const struct timeline_phrases phrases = {
    .left = "Now the left side.", .right = "Now the right side.", .over = "That is all."};

// A random routine; when its timeline would pass the limits, the next one.
static void stage_random(struct stage *stage, uint64_t *seed) {
    *stage = (struct stage){.last_cue = -1};
    struct timeline_options options = timeline_options_written(phrases);
    struct error err = {0};
    do {
        routine_free(&stage->routine);
        random_routine(seed, &stage->routine);
        stage->timeline = timeline_compile(&stage->routine, &options, &err);
    } while (!stage->timeline);
    stage->sounded = memory_new((size_t)stage->timeline->cue_count, sizeof *stage->sounded);
    player_init(&stage->player, stage->timeline, 0, 0);
    stage->now = (struct moment){random_in(seed, 0, 100000), random_in(seed, 0, 100000)};
}

static void stage_free(struct stage *stage) {
    player_free(&stage->player);
    timeline_free(stage->timeline);
    routine_free(&stage->routine);
    memory_free(stage->sounded);
}

static struct tick stage_tick(struct stage *stage, int64_t after_ms) {
    stage->now.steady_ms += after_ms;
    stage->now.monotonic_ms += after_ms;
    struct tick tick = player_advance(&stage->player, stage->now);
    for (int cue = tick.cue_first; cue < tick.cue_end; cue++) {
        stage->sounded[cue]++;
        stage->last_cue = cue;
    }
    return tick;
}

static void stage_start(struct stage *stage) {
    player_start(&stage->player, stage->now, stage->now.steady_ms);
}

static int64_t segments_sum(const struct timeline *timeline) {
    int64_t sum_ms = 0;
    for (int index = 0; index < timeline->segment_count; index++) {
        const struct segment *segment = &timeline->segments[index];
        assert_int_equal(segment->start_ms, sum_ms);
        assert_true(segment->end_ms > segment->start_ms);
        sum_ms = segment->end_ms;
    }
    return sum_ms;
}

// Whatever the ticks and pauses: every cue once, in order, and all of it played.
static void every_cue_sounds_once_and_in_order(void **state) {
    (void)state;
    uint64_t seed = random_seed();
    for (int round = 0; round < ROUTINES; round++) {
        struct stage stage;
        stage_random(&stage, &seed);
        assert_int_equal(segments_sum(stage.timeline), stage.timeline->total_ms);
        int64_t step_ms = random_in(&seed, 1, PLAYER_STALL_MS);
        stage_start(&stage);
        while (stage.player.state != PLAYER_ENDED) {
            int cue_before = stage.last_cue;
            struct tick tick = stage_tick(&stage, random_in(&seed, 0, (int)step_ms));
            assert_false(tick.stalled);
            assert_true(tick.cue_first == cue_before + 1 || tick.cue_first == tick.cue_end);
            if (random_in(&seed, 0, 7) == 0 && player_pause(&stage.player)) {
                stage.now.steady_ms += random_in(&seed, 0, 100000);
                stage.now.monotonic_ms += random_in(&seed, 0, 100000);
            }
            if (tick.state == PLAYER_GATE && random_in(&seed, 0, 1)) {
                player_pass(&stage.player);
            }
            if (stage.player.state == PLAYER_PAUSED) {
                stage_start(&stage);
            }
        }
        for (int cue = 0; cue < stage.timeline->cue_count; cue++) {
            assert_int_equal(stage.sounded[cue], 1);
        }
        assert_int_equal(played_ms(&stage.player.played), stage.timeline->total_ms);
        stage_free(&stage);
    }
}

// A model of what must have sounded: each pass over [from, to) of a section sounds its cues once.
struct pass {
    int section;
    int64_t from_ms, to_ms;
    bool closed; // the pass reached the end of its section: the cues there sounded too
};

static void expect_pass(const struct timeline *timeline, struct pass pass, int *expected) {
    for (int index = 0; index < timeline->cue_count; index++) {
        const struct cue *cue = &timeline->cues[index];
        if (cue->section == pass.section && cue->at_ms >= pass.from_ms &&
            (cue->at_ms < pass.to_ms || (pass.closed && cue->at_ms == pass.to_ms))) {
            expected[index]++;
        }
    }
}

static struct pass pass_of(const struct player *player, int section, int64_t from_ms, bool moved) {
    return (struct pass){
        .section = section,
        .from_ms = from_ms,
        .to_ms = player->position_ms,
        .closed = moved && (player->state == PLAYER_GATE ||
                            (player->state == PLAYER_ENDED && !player->stopped)),
    };
}

static void act(struct stage *stage, uint64_t *seed) {
    switch (random_in(seed, 0, 3)) {
    case 0:
        player_next(&stage->player);
        break;
    case 1:
        player_again(&stage->player);
        break;
    case 2:
        player_previous(&stage->player);
        break;
    default:
        player_pause(&stage->player);
        break;
    }
}

// With skips and repeats: every cue of the intervals passed, once for each pass, and none outside.
static void skips_sound_what_was_passed(void **state) {
    (void)state;
    uint64_t seed = random_seed();
    for (int round = 0; round < ROUTINES; round++) {
        struct stage stage;
        stage_random(&stage, &seed);
        int *expected = memory_new((size_t)stage.timeline->cue_count, sizeof *expected);
        stage_start(&stage);
        for (int turn = 0; turn < 200 && stage.player.state != PLAYER_ENDED; turn++) {
            int section = stage.player.section;
            int64_t from_ms = stage.player.position_ms;
            bool moved =
                stage.player.state == PLAYER_LEADING || stage.player.state == PLAYER_PLAYING;
            stage_tick(&stage, random_in(&seed, 0, PLAYER_STALL_MS));
            expect_pass(stage.timeline, pass_of(&stage.player, section, from_ms, moved), expected);
            assert_true(played_ms(&stage.player.played) <= stage.timeline->total_ms);
            if (random_in(&seed, 0, 3) == 0 || stage.player.state == PLAYER_GATE) {
                act(&stage, &seed);
            }
            stage_start(&stage);
        }
        assert_memory_equal(stage.sounded, expected,
                            (size_t)stage.timeline->cue_count * sizeof *expected);
        memory_free(expected);
        stage_free(&stage);
    }
}

// The lid was closed: the position is that of the tick before, and nothing sounds until somebody
// resumes.
static void a_stall_pauses_at_the_earlier_tick(void **state) {
    (void)state;
    uint64_t seed = random_seed();
    for (int round = 0; round < ROUTINES; round++) {
        struct stage stage;
        stage_random(&stage, &seed);
        stage_start(&stage);
        for (int turn = random_in(&seed, 1, 10); turn > 0; turn--) {
            stage_tick(&stage, random_in(&seed, 0, 400));
        }
        if (stage.player.state == PLAYER_PLAYING) {
            int64_t position_ms = stage.player.position_ms;
            int64_t total_ms = played_ms(&stage.player.played);
            struct tick tick = stage_tick(&stage, random_in(&seed, PLAYER_STALL_MS + 1, 1000000));
            assert_true(tick.stalled && tick.changed);
            for (int turn = 0; turn < 5; turn++) {
                assert_int_equal(tick.state, PLAYER_PAUSED);
                assert_int_equal(tick.position_ms, position_ms);
                assert_int_equal(tick.cue_first, tick.cue_end);
                tick = stage_tick(&stage, random_in(&seed, 0, 5000));
            }
            assert_int_equal(played_ms(&stage.player.played), total_ms);
            stage_start(&stage);
            stage_tick(&stage, 100);
            assert_true(stage.player.position_ms <= position_ms + 100);
        }
        stage_free(&stage);
    }
}

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

static struct moment both(int64_t ms) {
    return (struct moment){ms, ms};
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
    // The gate is reached at 1 s: words at 31 s, then every 5 s until 141 s, "off" at 121 s.
    assert_int_equal(repeats, 1);
    assert_int_equal(first_ms, 31000);
    assert_int_equal(off_ms, 121000);
    assert_int_equal(rises, (141 - 31) / 5);
    simple_close(&simple);
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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_cue_sounds_once_and_in_order),
        cmocka_unit_test(skips_sound_what_was_passed),
        cmocka_unit_test(a_stall_pauses_at_the_earlier_tick),
        cmocka_unit_test(a_lead_in_is_not_counted),
        cmocka_unit_test(the_end_is_reached_exactly),
        cmocka_unit_test(a_clock_that_steps_back_moves_nothing),
        cmocka_unit_test(a_gate_stands_until_it_is_passed),
        cmocka_unit_test(an_awake_gate_wakes),
        cmocka_unit_test(a_step_that_must_be_heard_is_not_skipped),
        cmocka_unit_test(next_again_previous_find_their_steps),
        cmocka_unit_test(it_wants_a_tick_at_each_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
