// SPDX-License-Identifier: MIT
#include "sound/track.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "sound/sounds.h"

// What falls to silence at bedtime.

static const struct track_options plainly = {.cue_percent = 100, .ambience_percent = 60};
static const struct track_options lulling = {
    .cue_percent = 100, .ambience_percent = 60, .no_end = true, .lulls = true};

static const struct track_run whole = {.section = -1};

static int32_t *mix(const struct track *track, struct track_run run, int64_t first, int frames) {
    int32_t *sums = memory_new(2 * (size_t)frames, sizeof *sums);
    track_mix(track, run, first, sums, frames);
    return sums;
}

// A cue every second, the last of them the end.
static void make_timeline(struct plain_timeline *plain, int seconds) {
    *plain = (struct plain_timeline){0};
    for (int second = 0; second < seconds; second++) {
        timeline_add(plain, 1000 * (int64_t)second, 0, SOUND_STEP);
    }
    timeline_close(plain, 1000 * (int64_t)seconds);
}

static void all_layers_go_through_one_gain(void **state) {
    (void)state;
    enum { SECONDS = 40, FRAMES = 48000 * (SECONDS + 3) };
    struct bank bank;
    struct plain_timeline plain;
    struct track full, lulled;
    bank_make(&bank, true);
    make_timeline(&plain, SECONDS);
    track_build(&plain.timeline, &bank, &plainly, &full);
    track_build(&plain.timeline, &bank, &lulling, &lulled);
    int32_t *loud = mix(&full, whole, 0, FRAMES);
    int32_t *soft = mix(&lulled, whole, 0, FRAMES);
    const int64_t end = 48000 * SECONDS, falls = end - 48000 * 30;
    for (int64_t index = 0; index < 2 * (int64_t)FRAMES; index++) {
        int64_t frame = index / 2;
        int gain = frame < falls ? SOUND_GAIN_FULL : sound_ease(end - frame, 48000 * 30);
        if (soft[index] != sound_scale(loud[index], gain)) {
            fail_msg("sample %lld is %d, not %d", (long long)index, soft[index],
                     sound_scale(loud[index], gain));
        }
    }
    assert_int_equal(lulled.end_frame, end);
    assert_int_equal(track_run_end(&lulled, whole), end);
    assert_true(full.end_frame > end); // the last cue rings on where nobody sleeps
    memory_free(loud);
    memory_free(soft);
    track_free(&full);
    track_free(&lulled);
    bank_free(&bank);
}

// The loudest of each five seconds is softer than that of those before it.
static void it_only_ever_becomes_softer(void **state) {
    (void)state;
    enum { SECONDS = 60, STRETCH = 5 * 48000 };
    struct bank bank;
    struct plain_timeline plain;
    struct track track;
    bank_make(&bank, false);
    make_timeline(&plain, SECONDS);
    track_build(&plain.timeline, &bank, &lulling, &track);
    int before = INT32_MAX, at_first = 0;
    for (int64_t first = 48000 * 30; first < 48000 * SECONDS; first += STRETCH) {
        int32_t *sums = mix(&track, whole, first, STRETCH);
        int loudest = 0;
        for (int index = 0; index < 2 * STRETCH; index++) {
            loudest = abs(sums[index]) > loudest ? abs(sums[index]) : loudest;
        }
        assert_true(loudest > 0 && loudest < before);
        before = loudest;
        at_first = at_first ? at_first : loudest;
        memory_free(sums);
    }
    assert_true(before < at_first / 8);
    track_free(&track);
    bank_free(&bank);
}

static void any_partition_gives_the_same_samples(void **state) {
    (void)state;
    struct bank bank;
    bank_make(&bank, true);
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct chance chance = {seed * 104729};
        struct plain_timeline plain;
        struct track track;
        timeline_by_chance(&plain, &chance);
        track_build(&plain.timeline, &bank, &lulling, &track);
        struct track_run run = {.section = chance_below(&chance, track.gate_count + 2) - 1};
        int frames = (int)track.end_frame + 10000;
        int32_t *once = mix(&track, run, -5000, frames);
        int32_t *pieces = memory_new(2 * (size_t)frames, sizeof *pieces);
        int largest = 1 + chance_below(&chance, 40000);
        for (int done = 0; done < frames;) {
            int count = 1 + chance_below(&chance, largest);
            count = count < frames - done ? count : frames - done;
            track_mix(&track, run, -5000 + done, pieces + 2 * done, count);
            done += count;
        }
        for (int64_t index = 0; index < 2 * (int64_t)frames; index++) {
            if (once[index] != pieces[index]) {
                fail_msg("seed %llu: sample %lld", (unsigned long long)seed, (long long)index);
            }
        }
        for (int64_t index = 2 * (5000 + track.total_frames); index < 2 * (int64_t)frames;
             index++) {
            assert_int_equal(once[index], 0);
        }
        memory_free(once);
        memory_free(pieces);
        track_free(&track);
    }
    bank_free(&bank);
}

// Before the last of a chain nothing fades, but no end sounds either.
static void no_end_sounds_between_two(void **state) {
    (void)state;
    const struct track_options between = {.cue_percent = 100, .no_end = true};
    struct bank bank;
    struct plain_timeline plain = {0};
    struct track track;
    bank_make(&bank, false);
    timeline_add(&plain, 0, 0, SOUND_BEGIN);
    timeline_add(&plain, 9000, 0, SOUND_END);
    timeline_close(&plain, 9000);
    track_build(&plain.timeline, &bank, &between, &track);
    assert_int_equal(track.cue_count, 1);
    int32_t *sums = mix(&track, whole, 0, 48000 * 12);
    assert_int_equal(sums[0], 9000);
    for (int64_t index = (int64_t)2 * 48000 * 9; index < (int64_t)2 * 48000 * 12; index++) {
        assert_int_equal(sums[index], 0);
    }
    memory_free(sums);
    track_free(&track);
    bank_free(&bank);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_layers_go_through_one_gain),
        cmocka_unit_test(it_only_ever_becomes_softer),
        cmocka_unit_test(any_partition_gives_the_same_samples),
        cmocka_unit_test(no_end_sounds_between_two),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
