// SPDX-License-Identifier: MIT
#include "sound/deck.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "sound/sounds.h"

// A deck, a track, and what the deck gave so far.
struct scene {
    struct deck deck;
    struct bank bank;
    struct plain_timeline plain;
    struct track track;
    int16_t *given;
    int64_t frames;
};

enum { GIVEN_MAX = 48000 * 60 };

static int set_up(void **state) {
    struct scene *scene = memory_new(1, sizeof *scene);
    bank_make(&scene->bank, false);
    for (int64_t at_ms = 0; at_ms < 10000; at_ms += 1250) {
        timeline_add(&scene->plain, at_ms, 0, (enum sound)(1 + at_ms / 1250));
    }
    timeline_close(&scene->plain, 10000);
    const struct track_options options = {.cue_percent = 100};
    track_build(&scene->plain.timeline, &scene->bank, &options, &scene->track);
    scene->given = memory_new(2 * GIVEN_MAX, sizeof *scene->given);
    deck_init(&scene->deck, SOUND_GAIN_FULL);
    *state = scene;
    return 0;
}

static int tear_down(void **state) {
    struct scene *scene = *state;
    track_free(&scene->track);
    bank_free(&scene->bank);
    memory_free(scene->given);
    memory_free(scene);
    return 0;
}

static void give(struct scene *scene, int frames) {
    assert_true(scene->frames + frames <= GIVEN_MAX);
    deck_mix(&scene->deck, scene->given + 2 * scene->frames, frames);
    scene->frames += frames;
    assert_int_equal(scene->deck.next_frame, scene->frames);
}

static void give_in_pieces(struct scene *scene, int64_t frames, struct chance *chance) {
    while (frames > 0) {
        int count = 1 + chance_below(chance, 5000);
        count = count < frames ? count : (int)frames;
        give(scene, count);
        frames -= count;
    }
}

// The samples of a run, alone.
static int16_t *samples_of(const struct track *track, struct track_run run, int64_t frames) {
    int32_t *sums = memory_new(2 * (size_t)frames, sizeof *sums);
    int16_t *samples = memory_new(2 * (size_t)frames, sizeof *samples);
    track_mix(track, run, run.from_frame, sums, (int)frames);
    track_settle(sums, samples, (int)frames);
    memory_free(sums);
    return samples;
}

static void assert_silent(const struct scene *scene, int64_t first, int64_t end) {
    for (int64_t index = 2 * first; index < 2 * end; index++) {
        if (scene->given[index] != 0) {
            fail_msg("sample %lld is %d", (long long)index, scene->given[index]);
        }
    }
}

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
    struct clip level = clip_noise(20000, 1, 1);
    for (int index = 0; index < 40000; index++) {
        level.samples[index] = 10000;
    }
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
    struct clip level = clip_noise(1000, 1, 1);
    for (int index = 0; index < 2000; index++) {
        level.samples[index] = LOUD;
    }
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

static void finishing_lets_ring_and_lets_nothing_begin(void **state) {
    struct scene *scene = *state;
    struct clip level = clip_noise(1000, 1, 1);
    for (int index = 0; index < 2000; index++) {
        level.samples[index] = 100;
    }
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
    struct clip silence = {memory_new(2 * 1000, sizeof(int16_t)), 1000};
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

// What is read aloud is cut short by what comes next; all else goes on.
static void a_hushed_strike_is_gone_at_once(void **state) {
    enum { LOUD = 6000, BEFORE = 3000, AFTER = 8000, STEP_MOST = 20 };
    struct scene *scene = *state;
    const struct clip *stays = &scene->bank.cues[SOUND_WAKE];
    struct clip cut = clip_noise(20000, 1, 1);
    for (int index = 0; index < 2 * 20000; index++) {
        cut.samples[index] = LOUD;
    }
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
        cmocka_unit_test_setup_teardown(a_run_comes_out_whole_and_nothing_else, set_up, tear_down),
        cmocka_unit_test(over_an_hour_no_sample_drifts),
        cmocka_unit_test_setup_teardown(faint_noise_lies_below_everything_and_past_the_volume,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_pause_fades_and_lets_nothing_begin, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_new_run_begins_at_once_while_the_old_one_fades, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(many_starts_in_a_row_leave_one_run, set_up, tear_down),
        cmocka_unit_test_setup_teardown(strikes_sound_beside_the_run, set_up, tear_down),
        cmocka_unit_test_setup_teardown(more_strikes_than_places_drop_what_ends_first, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(loud_goes_past_the_volume, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_volume_moves_without_a_step_and_full_is_every_bit,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(levels_move_without_a_step, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_strike_may_come_later_and_softer, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_hushed_strike_is_gone_at_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_has_not_begun_never_does, set_up, tear_down),
        cmocka_unit_test_setup_teardown(finishing_lets_ring_and_lets_nothing_begin, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(finishing_lets_words_ring_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(finishing_before_the_beginning_is_silence, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
