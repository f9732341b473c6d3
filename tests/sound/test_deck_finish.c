// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "sound/deck_scene.h"

// The end: what sounds rings out, nothing begins.

static void finishing_lets_ring_and_lets_nothing_begin(void **state) {
    struct scene *scene = *state;
    struct clip level = clip_level(1000, 100);
    scene->track.ambience = loop_of_clip(&level);
    scene->track.levels.ambience = SOUND_GAIN_FULL;
    struct track_run run = {0};
    deck_begin(&scene->deck, &scene->track, run, 0);
    int64_t stop = 48 * 5001;
    give(scene, (int)stop);
    deck_finish(&scene->deck);
    int64_t rest = deck_rest(&scene->deck);
    assert_true(rest > DECK_FADE_FRAMES && rest < 48 * 3000);
    give(scene, (int)rest + 10000);
    struct track cues_alone = scene->track;
    cues_alone.ambience = NULL;
    run.before_frame = stop;
    int16_t *ringing = samples_of(&cues_alone, run, stop + rest);
    int64_t faded = stop + DECK_FADE_FRAMES;
    assert_memory_equal(scene->given + 2 * faded, ringing + 2 * faded,
                        (size_t)(4 * (stop + rest - faded)));
    assert_int_not_equal(ringing[2 * (stop + rest) - 1], 0);
    assert_silent(scene, stop + rest, scene->frames);
    memory_free(ringing);
    loop_close(scene->track.ambience);
    scene->track.ambience = NULL;
}

// Words that are being said when it is over ring out beside the ambience that fades, once.
static void finishing_lets_words_ring_once(void **state) {
    struct scene *scene = *state;
    struct plain_timeline plain = {0};
    timeline_add(&plain, 1000, 0, SOUND_NONE);
    plain.cues[0].say = "words";
    timeline_close(&plain, 1500);
    const int64_t length_ms = 2000;
    struct prompts prompts = {0};
    prompts_make(&plain.timeline, &length_ms, &prompts);
    struct bank bank = {0};
    struct clip silence = clip_level(1000, 0);
    bank.ambience = loop_of_clip(&silence);
    struct track track;
    track_build(
        &plain.timeline, &bank,
        &(struct track_options){.voice_percent = 100, .ambience_percent = 100, .prompts = &prompts},
        &track);
    struct clip words = clip_noise(48 * length_ms, 5, 9000);
    track_give(&track, 0, &words);
    deck_begin(&scene->deck, &track, (struct track_run){0}, 0);
    give(scene, 48 * 1500);
    deck_finish(&scene->deck);
    assert_int_equal(deck_rest(&scene->deck), 48 * 1500);
    give(scene, 48 * 2000);
    assert_memory_equal(scene->given + 2 * 48 * 1000, words.samples, (size_t)(4 * words.frames));
    assert_silent(scene, 48 * 3000, scene->frames);
    track_free(&track);
    prompts_free(&prompts);
    clip_free(&words);
    bank_free(&bank);
}

static void finishing_before_the_beginning_is_silence(void **state) {
    struct scene *scene = *state;
    deck_begin(&scene->deck, &scene->track, (struct track_run){0}, 3000);
    give(scene, 1000);
    deck_finish(&scene->deck);
    assert_true(deck_rest(&scene->deck) <= 0);
    give(scene, 5000);
    assert_silent(scene, 0, scene->frames);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(finishing_lets_ring_and_lets_nothing_begin),
        TEST(finishing_lets_words_ring_once),
        TEST(finishing_before_the_beginning_is_silence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
