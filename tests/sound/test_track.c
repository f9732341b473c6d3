// SPDX-License-Identifier: MIT
#include "sound/track.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "sound/sounds.h"

static const struct track_options cues_alone = {.cue_percent = 100};
static const struct track_options with_ambience = {.cue_percent = 100, .ambience_percent = 60};

// All samples of [first, first + frames) in one span.
static int32_t *mix_whole(const struct track *track, struct track_run run, int64_t first,
                          int frames) {
    int32_t *sums = memory_new(2 * (size_t)frames, sizeof *sums);
    track_mix(track, run, first, sums, frames);
    return sums;
}

static void assert_same(const int32_t *one, const int32_t *other, int64_t frames, uint64_t seed) {
    for (int64_t index = 0; index < 2 * frames; index++) {
        if (one[index] != other[index]) {
            fail_msg("seed %llu: sample %lld is %d and %d", (unsigned long long)seed,
                     (long long)index, one[index], other[index]);
        }
    }
}

static void any_partition_gives_the_same_samples(void **state) {
    (void)state;
    struct bank bank;
    bank_make(&bank, true);
    for (uint64_t seed = 1; seed <= 60; seed++) {
        struct chance chance = {seed * 7919};
        struct plain_timeline plain;
        timeline_by_chance(&plain, &chance);
        struct track track;
        track_build(&plain.timeline, &bank, &with_ambience, &track);
        struct track_run run = {.section = chance_below(&chance, track.gate_count + 2) - 1};
        if (chance_below(&chance, 2)) {
            run.from_frame = 48 * (int64_t)chance_below(&chance, (int)plain.timeline.total_ms + 1);
        }
        int64_t first = -5000;
        int frames = (int)(track.end_frame + 10000);
        int32_t *whole = mix_whole(&track, run, first, frames);
        int32_t *pieces = memory_new(2 * (size_t)frames, sizeof *pieces);
        int largest = 1 + chance_below(&chance, 40000);
        for (int done = 0; done < frames;) {
            int count = 1 + chance_below(&chance, largest);
            count = count < frames - done ? count : frames - done;
            track_mix(&track, run, first + done, pieces + 2 * done, count);
            done += count;
        }
        assert_same(whole, pieces, frames, seed);
        memory_free(whole);
        memory_free(pieces);
        track_free(&track);
    }
    bank_free(&bank);
}

// What must sound, by adding every clip where it belongs, one sample at a time.
static int32_t *add_by_hand(const struct plain_timeline *plain, const struct bank *bank,
                            struct track_run run, int frames) {
    int32_t *sums = memory_new(2 * (size_t)frames, sizeof *sums);
    for (int index = 0; index < plain->timeline.cue_count; index++) {
        const struct cue *cue = &plain->cues[index];
        const struct clip *clip = &bank->cues[cue->sound];
        int64_t first = 48 * cue->at_ms;
        bool outside = (run.section >= 0 && cue->section != run.section) ||
                       first < run.from_frame ||
                       (run.before_frame > 0 && first >= run.before_frame);
        for (int64_t frame = 0; !outside && frame < clip->frames; frame++) {
            assert_true(first + frame < frames);
            sums[2 * (first + frame)] += clip->samples[2 * frame];
            sums[2 * (first + frame) + 1] += clip->samples[2 * frame + 1];
        }
    }
    return sums;
}

static void every_cue_of_a_run_sounds_where_it_belongs_and_no_other(void **state) {
    (void)state;
    struct bank bank;
    bank_make(&bank, false);
    for (uint64_t seed = 1; seed <= 60; seed++) {
        struct chance chance = {seed};
        struct plain_timeline plain;
        timeline_by_chance(&plain, &chance);
        struct track track;
        track_build(&plain.timeline, &bank, &cues_alone, &track);
        struct track_run run = {.section = chance_below(&chance, track.gate_count + 2) - 1};
        int64_t total_ms = plain.timeline.total_ms;
        run.from_frame = 48 * (int64_t)chance_below(&chance, (int)total_ms + 1);
        if (chance_below(&chance, 3) == 0) {
            run.before_frame = run.from_frame + 1 + chance_below(&chance, 200000);
        }
        int frames = (int)track.end_frame;
        int32_t *mixed = mix_whole(&track, run, 0, frames);
        int32_t *by_hand = add_by_hand(&plain, &bank, run, frames);
        assert_same(by_hand, mixed, frames, seed);
        int64_t end = track_run_end(&track, run);
        for (int64_t index = 2 * end; index < 2 * (int64_t)frames; index++) {
            assert_int_equal(mixed[index], 0);
        }
        memory_free(mixed);
        memory_free(by_hand);
        track_free(&track);
    }
    bank_free(&bank);
}

static void the_first_sample_of_a_cue_lies_at_48_times_its_ms(void **state) {
    (void)state;
    struct bank bank;
    bank_make(&bank, false);
    struct plain_timeline plain = {0};
    static const int64_t at_ms[] = {0, 1, 9999, 70001, 14399999};
    for (int index = 0; index < 5; index++) {
        timeline_add(&plain, at_ms[index], 0, SOUND_IN);
    }
    timeline_close(&plain, 14400000);
    struct track track;
    track_build(&plain.timeline, &bank, &cues_alone, &track);
    for (int index = 2; index < 5; index++) {
        int32_t sums[4] = {0};
        track_mix(&track, (struct track_run){.section = 0}, 48 * at_ms[index] - 1, sums, 2);
        assert_int_equal(sums[0], 0);
        assert_int_equal(sums[2], 9000);
        // Its last sample too, asked for alone, and nothing behind it.
        int32_t last[4] = {0};
        int64_t end = 48 * at_ms[index] + bank.cues[SOUND_IN].frames;
        track_mix(&track, (struct track_run){.section = 0}, end - 1, last, 1);
        track_mix(&track, (struct track_run){.section = 0}, end, last + 2, 1);
        assert_int_equal(last[0], -9000);
        assert_int_equal(last[2], 0);
    }
    assert_int_equal(track.end_frame, 48 * at_ms[4] + bank.cues[SOUND_IN].frames);
    track_free(&track);
    bank_free(&bank);
}

static void overlapping_tails_add_and_saturate(void **state) {
    (void)state;
    struct bank bank = {0};
    bank.cues[SOUND_STEP] = clip_noise(4800, 3, 32767);
    struct plain_timeline plain = {0};
    for (int index = 0; index < 3; index++) {
        timeline_add(&plain, 10, 0, SOUND_STEP);
    }
    timeline_close(&plain, 100);
    struct track track;
    track_build(&plain.timeline, &bank, &cues_alone, &track);
    int32_t sums[2 * 4800] = {0};
    int16_t samples[2 * 4800];
    track_mix(&track, (struct track_run){.section = -1}, 480, sums, 4800);
    track_settle(sums, samples, 4800);
    assert_int_equal(sums[0], 3 * 32767);
    assert_int_equal(samples[0], 32767);
    assert_int_equal(sums[9599], -3 * 32767);
    assert_int_equal(samples[9599], -32768);
    for (int index = 0; index < 9600; index++) {
        assert_int_equal(sums[index], 3 * bank.cues[SOUND_STEP].samples[index]);
    }
    track_free(&track);
    bank_free(&bank);
}

// An ambience that is 10000 all through makes its gain visible.
static void make_level(struct bank *bank) {
    *bank = (struct bank){0};
    struct clip level = {memory_new(2 * 1000, sizeof(int16_t)), 1000};
    for (int index = 0; index < 2000; index++) {
        level.samples[index] = 10000;
    }
    bank->ambience = loop_of_clip(&level);
}

static int32_t level_at(const struct track *track, struct track_run run, int64_t frame) {
    int32_t sums[2] = {0};
    track_mix(track, run, frame, sums, 1);
    assert_int_equal(sums[0], sums[1]);
    return sums[0];
}

static void the_ambience_fades_in_at_the_beginning_and_out_before_the_end(void **state) {
    (void)state;
    struct bank bank;
    make_level(&bank);
    struct plain_timeline plain = {0};
    timeline_close(&plain, 60000);
    struct track track;
    const struct track_options full = {.cue_percent = 100, .ambience_percent = 100};
    track_build(&plain.timeline, &bank, &full, &track);
    struct track_run run = {.section = -1};
    assert_int_equal(level_at(&track, run, -1), 0);
    assert_int_equal(level_at(&track, run, 0), 0);
    assert_int_equal(level_at(&track, run, 72000), 5000);
    assert_int_equal(level_at(&track, run, 144000), 10000);
    assert_int_equal(level_at(&track, run, 48 * 57000), 10000);
    assert_int_equal(level_at(&track, run, 48 * 58500), 5000);
    assert_int_equal(level_at(&track, run, 48 * 60000), 0);
    assert_int_equal(level_at(&track, run, 48 * 60000 + 1), 0);
    int32_t before = 0;
    for (int64_t frame = 0; frame < 144000; frame++) {
        int32_t level = level_at(&track, run, frame);
        assert_true(level >= before && level - before <= 2);
        before = level;
    }
    assert_int_equal(track.end_frame, 48 * 60000);
    track_free(&track);
    bank_free(&bank);
}

static void a_run_inside_fades_in_and_its_gate_fades_it_out(void **state) {
    (void)state;
    struct bank bank;
    make_level(&bank);
    struct plain_timeline plain = {0};
    timeline_gate(&plain, 20000);
    timeline_close(&plain, 60000);
    struct track track;
    const struct track_options full = {.cue_percent = 100, .ambience_percent = 50};
    track_build(&plain.timeline, &bank, &full, &track);
    struct track_run run = {.section = 0, .from_frame = 48 * 10000};
    assert_int_equal(level_at(&track, run, 48 * 10000 - 1), 0);
    assert_int_equal(level_at(&track, run, 48 * 10000), 0);
    assert_int_equal(level_at(&track, run, 48 * 10100), 2500);
    assert_int_equal(level_at(&track, run, 48 * 10200), 5000);
    assert_int_equal(level_at(&track, run, 48 * 20000), 5000);
    assert_int_equal(level_at(&track, run, 48 * 20100), 2500);
    assert_int_equal(level_at(&track, run, 48 * 20200), 0);
    assert_int_equal(level_at(&track, run, 48 * 30000), 0);
    assert_int_equal(track_run_end(&track, run), 48 * 20200);
    struct track_run after = {.section = 1, .from_frame = 48 * 20000};
    assert_int_equal(level_at(&track, after, 48 * 20200), 5000);
    assert_int_equal(level_at(&track, after, 48 * 30000), 5000);
    assert_int_equal(track_run_end(&track, after), 48 * 60000);
    struct track_run all = {.section = -1};
    assert_int_equal(level_at(&track, all, 48 * 20100), 5000);
    track_free(&track);
    bank_free(&bank);
}

static void the_ambience_loops_without_a_seam(void **state) {
    (void)state;
    struct bank bank = {0};
    // One period of a saw over its whole length: any slip at the seam would show as a step.
    enum { LENGTH = 4801 };
    struct clip saw = {memory_new(2 * LENGTH, sizeof(int16_t)), LENGTH};
    for (int index = 0; index < LENGTH; index++) {
        saw.samples[2 * index] = saw.samples[2 * index + 1] = (int16_t)index;
    }
    bank.ambience = loop_of_clip(&saw);
    struct plain_timeline plain = {0};
    timeline_close(&plain, 60000);
    struct track track;
    const struct track_options full = {.ambience_percent = 100};
    track_build(&plain.timeline, &bank, &full, &track);
    enum { FRAMES = 500000 };
    int32_t *sums = mix_whole(&track, (struct track_run){.section = -1}, 200000, FRAMES);
    for (int64_t index = 0; index < FRAMES; index++) {
        assert_int_equal(sums[2 * index], (200000 + index) % LENGTH);
    }
    memory_free(sums);
    track_free(&track);
    bank_free(&bank);
}

static void a_short_routine_gives_each_fade_its_half(void **state) {
    (void)state;
    struct bank bank;
    make_level(&bank);
    struct plain_timeline plain = {0};
    timeline_close(&plain, 1000);
    struct track track;
    const struct track_options full = {.ambience_percent = 100};
    track_build(&plain.timeline, &bank, &full, &track);
    struct track_run run = {.section = -1};
    assert_int_equal(level_at(&track, run, 24000), 10000);
    assert_int_equal(level_at(&track, run, 12000), 5000);
    assert_int_equal(level_at(&track, run, 36000), 5000);
    track_free(&track);
    timeline_close(&plain, 0);
    track_build(&plain.timeline, &bank, &full, &track);
    assert_int_equal(level_at(&track, run, 0), 0);
    assert_int_equal(track.end_frame, 0);
    track_free(&track);
    bank_free(&bank);
}

static void words_and_missing_sounds_are_left_out(void **state) {
    (void)state;
    struct bank bank;
    bank_make(&bank, true);
    clip_free(&bank.cues[SOUND_HOLD]);
    struct plain_timeline plain = {0};
    timeline_add(&plain, 0, 0, SOUND_BEGIN);
    timeline_add(&plain, 0, 0, SOUND_NONE);
    timeline_add(&plain, 500, 0, SOUND_HOLD);
    timeline_add(&plain, 700, 0, SOUND_OUT);
    timeline_close(&plain, 4000);
    struct track track;
    track_build(&plain.timeline, &bank, &cues_alone, &track);
    assert_int_equal(track.cue_count, 2);
    assert_ptr_equal(track.cues[1].clip, &bank.cues[SOUND_OUT]);
    assert_null(track.ambience);
    track_free(&track);
    const struct track_options silent = {0};
    track_build(&plain.timeline, &bank, &silent, &track);
    assert_int_equal(track.cue_count, 0);
    assert_int_equal(track.end_frame, 48 * 4000);
    track_free(&track);
    bank_free(&bank);
}

static void a_gain_of_one_keeps_every_bit_and_half_rounds_to_the_nearest(void **state) {
    (void)state;
    for (int32_t sample = INT16_MIN; sample <= INT16_MAX; sample++) {
        assert_int_equal(sound_scale(sample, SOUND_GAIN_FULL), sample);
        assert_int_equal(sound_scale(sample, 0), 0);
    }
    assert_int_equal(sound_scale(3, SOUND_GAIN_FULL / 2), 2);
    assert_int_equal(sound_scale(-3, SOUND_GAIN_FULL / 2), -1);
    assert_int_equal(sound_ease(0, 0), SOUND_GAIN_FULL);
    assert_int_equal(sound_ease(50, 100), SOUND_GAIN_FULL / 2);
    assert_int_equal(sound_ease(-5, 100), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_partition_gives_the_same_samples),
        cmocka_unit_test(every_cue_of_a_run_sounds_where_it_belongs_and_no_other),
        cmocka_unit_test(the_first_sample_of_a_cue_lies_at_48_times_its_ms),
        cmocka_unit_test(overlapping_tails_add_and_saturate),
        cmocka_unit_test(the_ambience_fades_in_at_the_beginning_and_out_before_the_end),
        cmocka_unit_test(a_run_inside_fades_in_and_its_gate_fades_it_out),
        cmocka_unit_test(the_ambience_loops_without_a_seam),
        cmocka_unit_test(a_short_routine_gives_each_fade_its_half),
        cmocka_unit_test(words_and_missing_sounds_are_left_out),
        cmocka_unit_test(a_gain_of_one_keeps_every_bit_and_half_rounds_to_the_nearest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
