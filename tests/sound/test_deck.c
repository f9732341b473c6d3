// SPDX-License-Identifier: MIT
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "sound/deck_scene.h"

// The run of a track: begun, stopped, taken over by another one.

static void a_run_comes_out_whole_and_nothing_else(void **state) {
    struct scene *scene = *state;
    struct chance chance = {17};
    give(scene, 1000);
    deck_begin(&scene->deck, &scene->track, (struct track_run){0}, 777);
    assert_int_equal(deck_rest(&scene->deck), 777 + scene->track.end_frame);
    give_in_pieces(scene, scene->track.end_frame + 5000, &chance);
    assert_int_equal(deck_rest(&scene->deck), 777 - 5000);
    assert_silent(scene, 0, 1777);
    int16_t *samples = samples_of(&scene->track, (struct track_run){0}, scene->track.end_frame);
    assert_memory_equal(scene->given + 2 * 1777, samples, (size_t)(4 * scene->track.end_frame));
    assert_silent(scene, 1777 + scene->track.end_frame, scene->frames);
    memory_free(samples);
}

// An hour of single samples, each of which has to come out at 48 times its millisecond.
static void over_an_hour_no_sample_drifts(void **state) {
    (void)state;
    enum { HOUR_MS = 3600000, CUES = 500, BUFFER = 2048 };
    struct plain_timeline plain = {0};
    struct bank bank = {0};
    struct chance chance = {17};
    bank.cues[SOUND_STEP] = clip_noise(1, 1, 1);
    bank.cues[SOUND_STEP].samples[0] = bank.cues[SOUND_STEP].samples[1] = 12345;
    for (int64_t cue = 0; cue < CUES; cue++) {
        timeline_add(&plain, cue * (HOUR_MS / CUES) + chance_below(&chance, HOUR_MS / CUES), 0,
                     SOUND_STEP);
    }
    timeline_close(&plain, HOUR_MS);
    struct track track;
    track_build(&plain.timeline, &bank, &(struct track_options){.cue_percent = 100}, &track);
    struct deck *deck = memory_new(1, sizeof *deck);
    deck_init(deck, SOUND_GAIN_FULL);
    deck_begin(deck, &track, (struct track_run){0}, 777);
    int16_t samples[2 * BUFFER];
    int cue = 0;
    for (int64_t frame = 0; frame < 48 * (int64_t)HOUR_MS + 48000; frame += BUFFER) {
        deck_mix(deck, samples, BUFFER);
        for (int index = 0; index < BUFFER; index++) {
            if (samples[2 * index] != 0) {
                assert_true(cue < CUES);
                assert_int_equal(frame + index, 777 + 48 * plain.cues[cue].at_ms);
                cue++;
            }
        }
    }
    assert_int_equal(cue, CUES);
    memory_free(deck);
    track_free(&track);
    bank_free(&bank);
}

// A device that is kept awake gets the same sounds with a faint noise below them all the time.
static void faint_noise_lies_below_everything_and_past_the_volume(void **state) {
    struct scene *scene = *state;
    struct chance chance = {11};
    scene->deck.hiss = true;
    give(scene, 3000);
    deck_begin(&scene->deck, &scene->track, (struct track_run){0}, 500);
    int64_t end = scene->track.end_frame;
    give_in_pieces(scene, 500 + end + 3000, &chance);
    deck_set_gain(&scene->deck, 0);
    give(scene, 10000);
    int16_t *plain = memory_new(2 * (size_t)scene->frames, sizeof *plain);
    int16_t *run = samples_of(&scene->track, (struct track_run){0}, end);
    memcpy(plain + 2 * 3500, run, (size_t)(4 * end));
    int64_t loudest = 0, silent = 0, silent_most = 0;
    double sum = 0.0;
    for (int64_t index = 0; index < 2 * scene->frames; index++) {
        int apart = scene->given[index] - plain[index];
        assert_in_range(apart + DECK_HISS, 0, 2 * DECK_HISS);
        loudest = abs(apart) > loudest ? abs(apart) : loudest;
        silent = apart == 0 ? silent + 1 : 0;
        silent_most = silent > silent_most ? silent : silent_most;
        sum += apart;
    }
    assert_int_equal(loudest, DECK_HISS);
    assert_true(silent_most < 20);
    assert_true(fabs(sum / (double)(2 * scene->frames)) < 1.0);
    memory_free(plain);
    memory_free(run);
}

static void a_pause_fades_and_lets_nothing_begin(void **state) {
    struct scene *scene = *state;
    deck_begin(&scene->deck, &scene->track, (struct track_run){0}, 0);
    // Ten milliseconds before a cue begins.
    int64_t stop = 48 * 2490;
    give(scene, (int)stop);
    deck_fade(&scene->deck);
    assert_int_equal(deck_rest(&scene->deck), DECK_FADE_FRAMES);
    give(scene, 48 * 3000);
    assert_silent(scene, stop + DECK_FADE_FRAMES, scene->frames);
    struct track_run ringing = {.before_frame = stop};
    int16_t *whole = samples_of(&scene->track, ringing, stop + DECK_FADE_FRAMES);
    assert_memory_equal(scene->given, whole, (size_t)(4 * stop));
    for (int64_t index = 0; index < DECK_FADE_FRAMES; index++) {
        int gain = SOUND_GAIN_FULL - sound_ease(index, DECK_FADE_FRAMES);
        int64_t at = 2 * (stop + index);
        assert_int_equal(scene->given[at], sound_scale(whole[at], gain));
    }
    memory_free(whole);
    deck_fade(&scene->deck);
    assert_true(deck_rest(&scene->deck) < 0);
}

static void a_new_run_begins_at_once_while_the_old_one_fades(void **state) {
    struct scene *scene = *state;
    deck_begin(&scene->deck, &scene->track, (struct track_run){0}, 0);
    give(scene, 48 * 1300);
    struct track_run second = {.from_frame = 48 * 5000};
    struct track other = scene->track;
    deck_begin(&scene->deck, &other, second, 100);
    other = (struct track){0}; // the deck looks at it no more than at the first one
    int64_t began = scene->frames + 100;
    give(scene, 48 * 2000);
    int16_t *samples = samples_of(&scene->track, second, 48 * 1900);
    int64_t faded = scene->frames - 48 * 2000 + DECK_FADE_FRAMES;
    assert_memory_equal(scene->given + 2 * faded, samples + 2 * (faded - began),
                        (size_t)(4 * (began + 48 * 1900 - faded)));
    // Until then both are heard.
    struct track_run first = {.before_frame = 48 * 1300};
    int16_t *old = samples_of(&scene->track, first, 48 * 1400);
    for (int64_t index = 0; index < DECK_FADE_FRAMES - 1; index++) {
        int gain = SOUND_GAIN_FULL - sound_ease(index, DECK_FADE_FRAMES);
        int32_t sum = sound_scale(old[2 * (48 * 1300 + index)], gain);
        sum += index >= 100 ? samples[2 * (index - 100)] : 0;
        assert_int_equal(scene->given[2 * (48 * 1300 + index)], sum);
    }
    memory_free(old);
    memory_free(samples);
}

static void many_starts_in_a_row_leave_one_run(void **state) {
    struct scene *scene = *state;
    struct chance chance = {23};
    struct track_run run = {0};
    for (int index = 0; index < 50; index++) {
        run.from_frame = 48 * (int64_t)chance_below(&chance, 9000);
        deck_begin(&scene->deck, &scene->track, run, chance_below(&chance, 3000));
        give(scene, 1 + chance_below(&chance, 2000));
    }
    deck_begin(&scene->deck, &scene->track, run, 10000);
    int64_t began = scene->frames + 10000;
    give(scene, 48 * 3000);
    int16_t *samples = samples_of(&scene->track, run, scene->frames - began);
    assert_silent(scene, began - 10000 + DECK_FADE_FRAMES, began);
    assert_memory_equal(scene->given + 2 * began, samples, (size_t)(4 * (scene->frames - began)));
    memory_free(samples);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_run_comes_out_whole_and_nothing_else),
        cmocka_unit_test(over_an_hour_no_sample_drifts),
        TEST(faint_noise_lies_below_everything_and_past_the_volume),
        TEST(a_pause_fades_and_lets_nothing_begin),
        TEST(a_new_run_begins_at_once_while_the_old_one_fades),
        TEST(many_starts_in_a_row_leave_one_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
