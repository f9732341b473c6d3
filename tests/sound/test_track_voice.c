// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "seed.h"
#include "sound/deck.h"
#include "sound/sounds.h"
#include "sound/track_inside.h"

// Words in a track: when they begin and end, what the ambience does below them, how they come late.

static const struct track_run all = {.section = -1};

// A track of words alone, with a sound for each of them.
struct scene {
    struct plain_timeline plain;
    struct bank bank; // empty but for what a test puts there
    struct prompts prompts;
    struct clip clips[512];
    struct track track;
};

static void say(struct scene *scene, int64_t at_ms, int gate) {
    timeline_add(&scene->plain, at_ms, scene->plain.timeline.gate_count, SOUND_NONE);
    struct cue *cue = &scene->plain.cues[scene->plain.timeline.cue_count - 1];
    cue->say = "words";
    cue->gate = gate;
}

// Makes the track; each of the words takes so many milliseconds.
static void lay(struct scene *scene, int64_t total_ms, const int64_t *lengths_ms, int percent) {
    timeline_close(&scene->plain, total_ms);
    prompts_make(&scene->plain.timeline, lengths_ms, &scene->prompts);
    const struct track_options options = {.voice_percent = percent, .prompts = &scene->prompts};
    track_build(&scene->plain.timeline, &scene->bank, &options, &scene->track);
    for (int index = 0; index < scene->prompts.count; index++) {
        int64_t frames = 48 * lengths_ms[scene->prompts.items[index].cue];
        if (frames > 0) {
            scene->clips[index] = clip_noise(frames, 100 + (uint64_t)index, 9000);
        }
    }
}

static void give_all(struct scene *scene) {
    for (int index = 0; index < scene->prompts.count; index++) {
        track_give(&scene->track, index, &scene->clips[index]);
    }
}

static void scene_free(struct scene *scene) {
    track_free(&scene->track);
    prompts_free(&scene->prompts);
    for (int index = 0; index < 512; index++) {
        clip_free(&scene->clips[index]);
    }
    bank_free(&scene->bank);
    memory_free(scene);
}

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
    struct clip level = {memory_new(2 * 4800, sizeof(int16_t)), 4800};
    for (int index = 0; index < 2 * 4800; index++) {
        level.samples[index] = 10000;
    }
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

static void a_sound_comes_from_the_side_it_concerns(void **state) {
    (void)state;
    struct scene *scene = memory_new(1, sizeof *scene);
    struct clip *move = &scene->bank.cues[SOUND_MOVE];
    *move = (struct clip){memory_new(2 * 10, sizeof(int16_t)), 10};
    for (int index = 0; index < 20; index++) {
        move->samples[index] = 10000;
    }
    static const enum side sides[] = {SIDE_BOTH, SIDE_LEFT, SIDE_RIGHT};
    struct segment segments[3] = {{0}};
    for (int index = 0; index < 3; index++) {
        segments[index] = (struct segment){
            .start_ms = 100 * index, .end_ms = 100 * (index + 1), .side = sides[index]};
        timeline_add(&scene->plain, 100 * index, 0, SOUND_MOVE);
    }
    timeline_close(&scene->plain, 300);
    scene->plain.timeline.segments = segments;
    scene->plain.timeline.segment_count = 3;
    const struct track_options options = {.cue_percent = 50};
    track_build(&scene->plain.timeline, &scene->bank, &options, &scene->track);
    static const int wanted[3][2] = {{5000, 5000}, {5000, 2000}, {2000, 5000}};
    for (int index = 0; index < 3; index++) {
        int32_t sums[2] = {0};
        track_mix(&scene->track, all, 4800 * index, sums, 1);
        assert_int_equal(sums[0], wanted[index][0]);
        assert_int_equal(sums[1], wanted[index][1]);
    }
    scene_free(scene);
}

static void the_last_repetition_has_a_note_more(void **state) {
    (void)state;
    struct scene *scene = memory_new(1, sizeof *scene);
    const struct step step = {.verb = VERB_EXERCISE};
    struct segment segments[4] = {{0}};
    for (int index = 0; index < 4; index++) {
        segments[index] = (struct segment){.start_ms = 1000 * index,
                                           .end_ms = 1000 * (index + 1),
                                           .step = &step,
                                           .rep = index + 1,
                                           .reps = 4};
        timeline_add(&scene->plain, 1000 * index, 0, SOUND_MOVE);
    }
    timeline_close(&scene->plain, 4000);
    scene->plain.timeline.segments = segments;
    scene->plain.timeline.segment_count = 4;
    scene->bank.cues[SOUND_MOVE] = clip_noise(9600, 1, 5000);
    const struct track_options options = {.cue_percent = 100};
    track_build(&scene->plain.timeline, &scene->bank, &options, &scene->track);
    assert_int_equal(scene->track.cue_count, 4); // without its file there is none
    track_free(&scene->track);
    scene->bank.cues[SOUND_LAST] = clip_noise(60000, 2, 5000);
    track_build(&scene->plain.timeline, &scene->bank, &options, &scene->track);
    assert_int_equal(scene->track.cue_count, 5);
    assert_int_equal(scene->track.end_frame, 48 * 3000 + 60000);
    int32_t third[2] = {0}, last[2] = {0};
    track_mix(&scene->track, all, 48 * 2000, third, 1);
    track_mix(&scene->track, all, 48 * 3000, last, 1);
    assert_int_equal(third[0], 5000);
    assert_int_equal(last[0], 10000);
    scene_free(scene);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_words_are_said_where_the_schedule_says),
        cmocka_unit_test(the_ambience_comes_down_below_words),
        cmocka_unit_test(a_level_ambience_is_heard_lower),
        cmocka_unit_test(words_may_come_until_a_second_before_their_time),
        cmocka_unit_test(what_does_not_play_takes_words_at_any_time),
        cmocka_unit_test(a_sound_comes_from_the_side_it_concerns),
        cmocka_unit_test(the_last_repetition_has_a_note_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
