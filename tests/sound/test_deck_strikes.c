// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "sound/deck_scene.h"

// Single sounds beside the run: a press, a sample, words that are read aloud.

static void strikes_sound_beside_the_run(void **state) {
    struct scene *scene = *state;
    const struct clip *clip = &scene->bank.cues[SOUND_WAKE];
    deck_strike(&scene->deck, clip, false);
    assert_int_equal(deck_rest(&scene->deck), clip->frames);
    give(scene, (int)clip->frames);
    assert_memory_equal(scene->given, clip->samples, (size_t)(4 * clip->frames));
    assert_int_equal(deck_rest(&scene->deck), 0);
    give(scene, 100);
    assert_silent(scene, clip->frames, scene->frames);
}

static void more_strikes_than_places_drop_what_ends_first(void **state) {
    struct scene *scene = *state;
    struct clip longest = clip_noise(200000, 1, 100);
    deck_strike(&scene->deck, &longest, true);
    const struct clip *clip = &scene->bank.cues[SOUND_WAKE];
    for (int index = 0; index < DECK_STRIKES + 3; index++) {
        deck_strike(&scene->deck, clip, true);
        give(scene, 10);
    }
    assert_int_equal(deck_rest(&scene->deck), longest.frames - scene->frames);
    give(scene, (int)deck_rest(&scene->deck));
    clip_free(&longest);
    deck_strike(&scene->deck, clip, true);
    give(scene, 10);
    assert_int_equal(deck_rest(&scene->deck), clip->frames - 10);
    give(scene, (int)clip->frames);
    assert_int_equal(deck_rest(&scene->deck), -10);
}

static void a_strike_may_come_later_and_softer(void **state) {
    struct scene *scene = *state;
    const struct clip *clip = &scene->bank.cues[SOUND_IN];
    deck_strike_soft(&scene->deck, clip, SOUND_GAIN_FULL / 2, 500);
    give(scene, 500 + (int)clip->frames + 100);
    assert_silent(scene, 0, 500);
    for (int64_t index = 0; index < 2 * clip->frames; index++) {
        assert_int_equal(scene->given[1000 + index],
                         sound_scale(clip->samples[index], SOUND_GAIN_FULL / 2));
    }
    assert_true(deck_rest(&scene->deck) <= 0);
}

// What is read aloud is cut short by what comes next; all else goes on.
static void a_hushed_strike_is_gone_at_once(void **state) {
    enum { LOUD = 6000, BEFORE = 3000, AFTER = 8000, STEP_MOST = 20 };
    struct scene *scene = *state;
    const struct clip *stays = &scene->bank.cues[SOUND_WAKE];
    struct clip cut = clip_level(20000, LOUD);
    deck_strike(&scene->deck, &cut, false);
    deck_strike(&scene->deck, stays, false);
    give(scene, BEFORE);
    deck_hush(&scene->deck, &cut);
    clip_free(&cut); // nobody looks at it any more
    give(scene, AFTER);
    int before = LOUD;
    for (int frame = BEFORE; frame < BEFORE + AFTER && frame < stays->frames; frame++) {
        int left = scene->given[2 * frame] - stays->samples[2 * frame];
        assert_in_range(before - left, 0, STEP_MOST);
        assert_true(frame < BEFORE + DECK_HUSH_FRAMES || left == 0);
        before = left;
    }
}

static void what_has_not_begun_never_does(void **state) {
    struct scene *scene = *state;
    deck_strike_soft(&scene->deck, &scene->bank.cues[SOUND_IN], SOUND_GAIN_FULL, 4000);
    give(scene, 1000);
    deck_hush(&scene->deck, &scene->bank.cues[SOUND_IN]);
    give(scene, 48000);
    assert_silent(scene, 0, 49000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(strikes_sound_beside_the_run),
        TEST(more_strikes_than_places_drop_what_ends_first),
        TEST(a_strike_may_come_later_and_softer),
        TEST(a_hushed_strike_is_gone_at_once),
        TEST(what_has_not_begun_never_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
