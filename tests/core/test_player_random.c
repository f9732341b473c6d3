// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/player.h"
#include "random_routine.h"

// What holds for every routine, whatever is done to its player.

enum { ROUTINES = 10000 };

// A player with its routine, its timeline and a clock of its own.
struct stage {
    struct routine routine;
    struct timeline *timeline;
    struct player player;
    struct clocks now;
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
    stage->now = (struct clocks){random_in(seed, 0, 100000), random_in(seed, 0, 100000)};
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
    uint64_t seed = seed_usual();
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
    uint64_t seed = seed_usual();
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
    uint64_t seed = seed_usual();
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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_cue_sounds_once_and_in_order),
        cmocka_unit_test(skips_sound_what_was_passed),
        cmocka_unit_test(a_stall_pauses_at_the_earlier_tick),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
