// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "seed.h"
#include "sound/track_scene.h"

// Words in a track: when they begin and end, and what the ambience does below them.

static struct scene *scene_by_chance(struct chance *chance) {
    struct scene *scene = memory_new(1, sizeof *scene);
    int64_t lengths_ms[512] = {0};
    int64_t at_ms = 0;
    int count = 1 + chance_below(chance, 12);
    for (int index = 0; index < count; index++) {
        at_ms += chance_below(chance, 4) ? chance_below(chance, 4000) : 0;
        int gates = scene->plain.timeline.gate_count;
        bool gate = gates < 16 && chance_below(chance, 4) == 0;
        lengths_ms[index] = chance_below(chance, 5) ? 1 + chance_below(chance, 3000) : 0;
        say(scene, at_ms, gate ? gates : -1);
        if (gate) {
            timeline_gate(&scene->plain, at_ms);
        }
    }
    lay(scene, at_ms + chance_below(chance, 3000), lengths_ms, 30 + 10 * chance_below(chance, 8));
    for (int index = 0; index < scene->prompts.count; index++) {
        if (chance_below(chance, 5)) { // the others never come
            track_give(&scene->track, index, &scene->clips[index]);
        }
    }
    return scene;
}

static struct track_run run_by_chance(const struct scene *scene, struct chance *chance) {
    struct track_run run = {.section = chance_below(chance, scene->track.gate_count + 2) - 1};
    if (chance_below(chance, 2)) {
        int64_t total_ms = scene->plain.timeline.total_ms;
        run.from_frame = 48 * (int64_t)chance_below(chance, (int)total_ms + 1);
    }
    if (chance_below(chance, 3) == 0) {
        run.before_frame = run.from_frame + 1 + chance_below(chance, 300000);
    }
    return run;
}

// Where a prompt of a run begins and ends, straight from the schedule; false: it is not heard.
static bool place_of(const struct scene *scene, struct track_run run, int index, int64_t *first,
                     int64_t *end) {
    const struct prompt *prompt = &scene->prompts.items[index];
    *first = 48 * prompt->spoken_ms;
    *end = 48 * prompt->ends_ms;
    int section = scene->plain.cues[prompt->cue].section;
    return scene->track.prompts[index].clip.frames > 0 && *end > *first &&
           (run.section < 0 || run.section == section) && *first >= run.from_frame;
}

// The same, one sample at a time.
static int32_t *add_by_hand(const struct scene *scene, struct track_run run, int frames) {
    int32_t *sums = memory_new(2 * (size_t)frames, sizeof *sums);
    for (int index = 0; index < scene->prompts.count; index++) {
        int64_t first, end;
        if (!place_of(scene, run, index, &first, &end) ||
            (run.before_frame > 0 && first >= run.before_frame)) {
            continue;
        }
        for (int64_t frame = first; frame < end; frame++) {
            int gain = scene->track.levels.voice;
            if (scene->prompts.items[index].fades) {
                gain = sound_scale(gain, sound_ease(end - frame, 48 * PROMPT_FADE_MS));
            }
            assert_true(frame < frames);
            const int16_t *sample = scene->clips[index].samples + 2 * (frame - first);
            assert_true(sums[2 * frame] == 0 && sums[2 * frame + 1] == 0); // never two at once
            sums[2 * frame] += sound_scale(sample[0], gain);
            sums[2 * frame + 1] += sound_scale(sample[1], gain);
        }
    }
    return sums;
}

static void all_words_are_said_where_the_schedule_says(void **state) {
    (void)state;
    uint64_t seed = seed_new();
    struct chance chance = {seed};
    for (int round = 0; round < 120; round++) {
        struct scene *scene = scene_by_chance(&chance);
        struct track_run run = run_by_chance(scene, &chance);
        int frames = (int)scene->track.end_frame + 48000;
        int32_t *by_hand = add_by_hand(scene, run, frames);
        int32_t *mixed = memory_new(2 * (size_t)frames, sizeof *mixed);
        int largest = 1 + chance_below(&chance, 40000);
        for (int done = 0; done < frames;) {
            int count = 1 + chance_below(&chance, largest);
            count = count < frames - done ? count : frames - done;
            track_mix(&scene->track, run, done, mixed + 2 * done, count);
            done += count;
        }
        int64_t end = track_run_end(&scene->track, run);
        for (int64_t index = 0; index < 2 * (int64_t)frames; index++) {
            if (mixed[index] != by_hand[index] || (index >= 2 * end && mixed[index] != 0)) {
                fail_msg("sample %lld is %d, not %d", (long long)index, mixed[index],
                         by_hand[index]);
            }
        }
        memory_free(by_hand);
        memory_free(mixed);
        scene_free(scene);
    }
}

// How far the ambience is lowered at a frame, 0 to SOUND_GAIN_FULL, from all words at once.
static int lowered_by_hand(const struct scene *scene, struct track_run run, int64_t frame) {
    int64_t ended = -48000000, begins = 48000000;
    for (int index = 0; index < scene->prompts.count; index++) {
        int64_t first, end;
        if (!place_of(scene, run, index, &first, &end)) {
            continue;
        }
        if (frame >= first && frame < end) {
            return SOUND_GAIN_FULL;
        }
        ended = end <= frame ? end : ended;
        begins = first > frame && first < begins ? first : begins;
    }
    if (begins - ended < 48000) {
        return SOUND_GAIN_FULL;
    }
    int out = SOUND_GAIN_FULL - sound_ease(frame - ended, 48 * 600);
    int in = sound_ease(48 * 250 - (begins - frame), 48 * 250);
    return out > in ? out : in;
}

static void the_ambience_comes_down_below_words(void **state) {
    (void)state;
    uint64_t seed = seed_new();
    struct chance chance = {seed};
    for (int round = 0; round < 60; round++) {
        struct scene *scene = scene_by_chance(&chance);
        struct track_run run = run_by_chance(scene, &chance);
        int64_t end = scene->track.end_frame + 48000;
        for (int64_t frame = -24000; frame < end;) {
            struct track_duck duck = track_duck_at(&scene->track, run, frame);
            assert_true(duck.until_frame > frame);
            int first_gain = track_duck_gain(&duck, frame);
            int64_t until = duck.until_frame < end ? duck.until_frame : end;
            for (; frame < until; frame += 1 + chance_below(&chance, 9)) {
                int lowered = lowered_by_hand(scene, run, frame);
                int gain = track_duck_gain(&duck, frame);
                assert_int_equal(gain, 32768 - sound_scale(32768 - 13045, lowered));
                assert_true(!duck.stands || gain == first_gain);
            }
            frame = until;
        }
        scene_free(scene);
    }
}

static void a_level_ambience_is_heard_lower(void **state) {
    (void)state;
    struct scene *scene = memory_new(1, sizeof *scene);
    const int64_t lengths_ms[] = {1000, 1000, 1000};
    say(scene, 4000, -1);
    say(scene, 5999, -1); // before a second has passed
    say(scene, 7999, -1);
    lay(scene, 20000, lengths_ms, 100);
    give_all(scene);
    track_free(&scene->track);
    struct clip level = clip_level(4800, 10000);
    scene->bank.ambience = loop_of_clip(&level);
    const struct track_options options = {.voice_percent = 100, .ambience_percent = 50};
    struct track_options with_words = options;
    with_words.prompts = &scene->prompts;
    track_build(&scene->plain.timeline, &scene->bank, &with_words, &scene->track);
    static const int16_t silence[2 * 48000] = {0};
    const struct clip quiet = {(int16_t *)(uintptr_t)silence, 48000};
    for (int index = 0; index < 3; index++) {
        track_give(&scene->track, index, &quiet);
    }
    static const struct {
        int64_t at_ms;
        int value;
    } wanted[] = {{3750, 5000}, {4000, 1991}, {4999, 1991}, {5500, 1991}, {6998, 1991},
                  {7600, 5000}, {7749, 5000}, {8000, 1991}, {8998, 1991}, {9600, 5000}};
    for (size_t row = 0; row < sizeof wanted / sizeof *wanted; row++) {
        int32_t sums[2] = {0};
        track_mix(&scene->track, all, 48 * wanted[row].at_ms, sums, 1);
        assert_int_equal(sums[0], wanted[row].value);
        assert_int_equal(sums[1], wanted[row].value);
    }
    scene_free(scene);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_words_are_said_where_the_schedule_says),
        cmocka_unit_test(the_ambience_comes_down_below_words),
        cmocka_unit_test(a_level_ambience_is_heard_lower),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
