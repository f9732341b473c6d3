// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "sound/deck.h"
#include "sound/track_scene.h"

// Words that come late, when the deck may play already.

static struct scene *two_words(void) {
    struct scene *scene = memory_new(1, sizeof *scene);
    const int64_t lengths_ms[] = {1500, 1500};
    say(scene, 1000, -1);
    say(scene, 5000, -1);
    lay(scene, 6000, lengths_ms, 100);
    return scene;
}

// All that a deck gives of a run from the beginning; the second words come when `at` frames are
// over.
static bool play(struct scene *scene, struct deck *deck, int64_t at, int16_t *given, int frames) {
    deck_init(deck, SOUND_GAIN_FULL);
    deck_begin(deck, &scene->track, all, 0);
    deck_mix(deck, given, (int)at);
    bool taken = deck_give(deck, &scene->track, 1, &scene->clips[1]);
    deck_mix(deck, given + 2 * at, frames - (int)at);
    return taken;
}

static void words_may_come_until_a_second_before_their_time(void **state) {
    (void)state;
    enum { FRAMES = 48 * 7000 };
    struct scene *scene = two_words();
    struct deck *deck = memory_new(1, sizeof *deck);
    int16_t *given = memory_new(2 * (size_t)FRAMES, sizeof *given);
    int16_t *wanted = memory_new(2 * (size_t)FRAMES, sizeof *wanted);
    int32_t *sums = memory_new(2 * (size_t)FRAMES, sizeof *sums);
    track_give(&scene->track, 0, &scene->clips[0]);
    int64_t alone = track_run_end(&scene->track, all);
    assert_int_equal(alone, 48 * 6000);

    track_mix(&scene->track, all, 0, sums, FRAMES);
    track_settle(sums, wanted, FRAMES);
    assert_false(play(scene, deck, 48 * 4000 + 1, given, FRAMES)); // one frame too late: silent
    assert_memory_equal(given, wanted, 4 * (size_t)FRAMES);
    assert_int_equal(scene->track.prompts[1].clip.frames, 0);

    assert_true(play(scene, deck, 48 * 4000, given, FRAMES));
    assert_int_equal(track_run_end(&scene->track, all), 48 * 6500); // and heard to their end
    memset(sums, 0, 2 * (size_t)FRAMES * sizeof *sums);
    track_mix(&scene->track, all, 0, sums, FRAMES);
    track_settle(sums, wanted, FRAMES);
    assert_memory_equal(given, wanted, 4 * (size_t)FRAMES);
    assert_int_equal(given[2 * 48 * 5000], scene->clips[1].samples[0]);

    memory_free(given);
    memory_free(wanted);
    memory_free(sums);
    memory_free(deck);
    scene_free(scene);
}

static void what_does_not_play_takes_words_at_any_time(void **state) {
    (void)state;
    struct scene *scene = two_words();
    struct deck *deck = memory_new(1, sizeof *deck);
    int16_t *given = memory_new(2 * 48 * 7000, sizeof *given);
    deck_init(deck, SOUND_GAIN_FULL);
    assert_true(deck_give(deck, &scene->track, 0, &scene->clips[0])); // nothing has begun
    struct track_run behind = {.section = -1, .from_frame = 48 * 1001};
    deck_begin(deck, &scene->track, behind, 0);
    deck_mix(deck, given, 48);
    struct track other = {0};
    track_build(&scene->plain.timeline, &scene->bank,
                &(struct track_options){.voice_percent = 100, .prompts = &scene->prompts}, &other);
    assert_true(deck_give(deck, &other, 1, &scene->clips[1]));        // of another track
    assert_true(deck_give(deck, &scene->track, 0, &scene->clips[0])); // before this run
    deck_mix(deck, given, 48 * 3500);
    assert_false(deck_give(deck, &scene->track, 1, &scene->clips[1]));
    deck_fade(deck);
    assert_true(deck_give(deck, &scene->track, 1, &scene->clips[1])); // it has stopped
    track_free(&other);
    memory_free(given);
    memory_free(deck);
    scene_free(scene);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_may_come_until_a_second_before_their_time),
        cmocka_unit_test(what_does_not_play_takes_words_at_any_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
