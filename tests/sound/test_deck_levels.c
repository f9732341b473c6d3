// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "sound/deck_scene.h"

// How loud: the volume over all, and the level of each layer.

static void loud_goes_past_the_volume(void **state) {
    struct scene *scene = *state;
    const struct clip *clip = &scene->bank.cues[SOUND_WAKE];
    deck_init(&scene->deck, 0);
    deck_begin(&scene->deck, &scene->track, (struct track_run){0}, 0);
    deck_strike(&scene->deck, clip, true);
    deck_strike(&scene->deck, &scene->bank.cues[SOUND_IN], false);
    give(scene, (int)clip->frames + 1000);
    assert_memory_equal(scene->given, clip->samples, (size_t)(4 * clip->frames));
    assert_silent(scene, clip->frames, scene->frames);
}

static void the_volume_moves_without_a_step_and_full_is_every_bit(void **state) {
    struct scene *scene = *state;
    struct clip level = clip_level(20000, 10000);
    deck_strike(&scene->deck, &level, false);
    give(scene, 1000);
    deck_set_gain(&scene->deck, SOUND_GAIN_FULL / 2);
    give(scene, 1000);
    deck_set_gain(&scene->deck, 0);
    give(scene, 1000);
    deck_set_gain(&scene->deck, SOUND_GAIN_FULL);
    give(scene, 1000);
    assert_int_equal(scene->given[2 * 999], 10000);
    assert_int_equal(scene->given[2 * 1999], 5000);
    assert_int_equal(scene->given[2 * 2999], 0);
    assert_int_equal(scene->given[2 * 3999], 10000);
    for (int index = 1; index < 4000; index++) {
        assert_true(abs(scene->given[2 * index] - scene->given[2 * index - 2]) <= 22);
        assert_int_equal(scene->given[2 * index], scene->given[2 * index + 1]);
    }
    clip_free(&level);
}

// A level goes its way by a little each frame, and full is every bit again.
static void levels_move_without_a_step(void **state) {
    enum { LOUD = 10000, MOVED = SOUND_GAIN_FULL / DECK_LEVEL_STEP + 1 };
    struct scene *scene = *state;
    struct clip level = clip_level(1000, LOUD);
    struct loop *loop = loop_of_clip(&level);
    scene->track.cue_count = 0;
    track_set_ambience(&scene->track, loop);
    scene->track.fade_frames = 0;
    track_set_levels(&scene->track, track_levels(100, 100, 100));
    deck_begin(&scene->deck, &scene->track, (struct track_run){0}, 0);
    give(scene, 1000);
    struct track_levels silent = track_levels(100, 100, 0);
    deck_set_levels(&scene->deck, &scene->track, silent);
    assert_int_equal(deck_levels(&scene->deck, &scene->track).ambience, SOUND_GAIN_FULL);
    assert_int_equal(scene->track.levels.ambience, 0);
    give(scene, MOVED / 2);
    assert_in_range(scene->given[2 * scene->frames - 1], LOUD / 2 - 10, LOUD / 2 + 10);
    give(scene, MOVED - MOVED / 2);
    assert_int_equal(deck_levels(&scene->deck, &scene->track).ambience, 0);
    // There it can be exchanged.
    track_set_ambience(&scene->track, NULL);
    deck_swap(&scene->deck, &scene->track);
    give(scene, 1000);
    assert_silent(scene, 1000 + MOVED, scene->frames);
    track_set_ambience(&scene->track, loop);
    scene->track.fade_frames = 0;
    deck_swap(&scene->deck, &scene->track);
    assert_int_equal(deck_levels(&scene->deck, &scene->track).ambience, 0);
    deck_set_levels(&scene->deck, &scene->track, track_levels(100, 100, 100));
    give(scene, MOVED + 1000);
    for (int index = 1; index < scene->frames; index++) {
        assert_true(abs(scene->given[2 * index] - scene->given[2 * index - 2]) <= 2);
    }
    assert_int_equal(scene->given[2 * 999], LOUD);
    assert_int_equal(scene->given[2 * scene->frames - 1], LOUD);
    loop_close(loop);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(loud_goes_past_the_volume),
        TEST(the_volume_moves_without_a_step_and_full_is_every_bit),
        TEST(levels_move_without_a_step),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
