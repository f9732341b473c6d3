// SPDX-License-Identifier: MIT
// wrap: malloc calloc realloc free SDL_GetAudioDeviceStatus
// wrap: deck_mix SDL_LockMutex SDL_CondWaitTimeout sf_readf_float sf_seek file_open
#include <math.h>
#include <stdatomic.h>

#include "sound/scene.h"

#include "sound/deck.h"
#include "sound/sound_file.h"

// Cues, words and an ambience from a file at once: the recording, sample by sample, and what the
// device's thread may do meanwhile.

static _Thread_local bool mixing;
static atomic_int mixed, looked; // how often the device's thread came by, and others read

static void check_mixing(const char *what) {
    if (mixing) {
        fprintf(stderr, "%s while the device waits for its samples\n", what);
        abort();
    }
}

void __real_deck_mix(struct deck *deck, int16_t *samples, int frames);
void __wrap_deck_mix(struct deck *deck, int16_t *samples, int frames);
int __real_SDL_LockMutex(SDL_mutex *mutex);
int __wrap_SDL_LockMutex(SDL_mutex *mutex);
int __real_SDL_CondWaitTimeout(SDL_cond *cond, SDL_mutex *mutex, Uint32 ms);
int __wrap_SDL_CondWaitTimeout(SDL_cond *cond, SDL_mutex *mutex, Uint32 ms);
sf_count_t __real_sf_readf_float(SNDFILE *file, float *to, sf_count_t frames);
sf_count_t __wrap_sf_readf_float(SNDFILE *file, float *to, sf_count_t frames);
sf_count_t __real_sf_seek(SNDFILE *file, sf_count_t frames, int whence);
sf_count_t __wrap_sf_seek(SNDFILE *file, sf_count_t frames, int whence);
int __real_file_open(const char *path, size_t limit, struct error *err);
int __wrap_file_open(const char *path, size_t limit, struct error *err);

void __wrap_deck_mix(struct deck *deck, int16_t *samples, int frames) {
    mixing = true;
    mixed++;
    __real_deck_mix(deck, samples, frames);
    mixing = false;
}

int __wrap_SDL_LockMutex(SDL_mutex *mutex) {
    check_mixing("SDL_LockMutex");
    return __real_SDL_LockMutex(mutex);
}

int __wrap_SDL_CondWaitTimeout(SDL_cond *cond, SDL_mutex *mutex, Uint32 ms) {
    check_mixing("SDL_CondWaitTimeout");
    return __real_SDL_CondWaitTimeout(cond, mutex, ms);
}

sf_count_t __wrap_sf_readf_float(SNDFILE *file, float *to, sf_count_t frames) {
    check_mixing("sf_readf_float");
    looked++;
    return __real_sf_readf_float(file, to, frames);
}

sf_count_t __wrap_sf_seek(SNDFILE *file, sf_count_t frames, int whence) {
    check_mixing("sf_seek");
    return __real_sf_seek(file, frames, whence);
}

int __wrap_file_open(const char *path, size_t limit, struct error *err) {
    check_mixing("file_open");
    return __real_file_open(path, limit, err);
}

enum { TOTAL_MS = 9000, WORDS = 3 };

// Two times the same track: one that the device plays, one whose ambience nobody decodes ahead.
struct layers {
    struct scene *scene;
    struct plain_timeline plain;
    struct prompts prompts;
    struct clip clips[WORDS];
    struct bank bank, straight_bank;
    struct track track, straight;
    char *ambience;
};

static struct loop *open_it(const char *path) {
    struct error err = {0};
    struct loop *loop = loop_open(path, &err);
    if (!loop) {
        fail_msg("%s", err.text);
    }
    return loop;
}

static struct layers *layers_make(struct scene *scene) {
    struct layers *layers = memory_new(1, sizeof *layers);
    int64_t lengths_ms[512] = {0};
    layers->scene = scene;
    layers->ambience = file_join(scene->folder, "rain.ogg");
    float *samples = noise(2, 7 * 48000, 7);
    put_sound(layers->ambience, SF_FORMAT_OGG | SF_FORMAT_VORBIS, 48000, 2, samples, 7 * 48000);
    memory_free(samples);
    bank_make(&layers->bank, false);
    bank_make(&layers->straight_bank, false);
    layers->bank.ambience = open_it(layers->ambience);
    layers->straight_bank.ambience = open_it(layers->ambience);
    for (int64_t at_ms = 0; at_ms <= TOTAL_MS - 500; at_ms += 500) {
        timeline_add(&layers->plain, at_ms, 0, (enum sound)(1 + at_ms / 500 % (SOUND_COUNT - 1)));
        struct cue *cue = &layers->plain.cues[layers->plain.timeline.cue_count - 1];
        if (at_ms == 500 || at_ms == 3500 || at_ms == 6500) {
            cue->say = "words";
            lengths_ms[layers->plain.timeline.cue_count - 1] = 1300;
        }
    }
    timeline_close(&layers->plain, TOTAL_MS);
    prompts_make(&layers->plain.timeline, lengths_ms, &layers->prompts);
    assert_int_equal(layers->prompts.count, WORDS);
    const struct track_options options = {.cue_percent = 80,
                                          .voice_percent = 90,
                                          .ambience_percent = 60,
                                          .prompts = &layers->prompts};
    track_build(&layers->plain.timeline, &layers->bank, &options, &layers->track);
    track_build(&layers->plain.timeline, &layers->straight_bank, &options, &layers->straight);
    for (int index = 0; index < WORDS; index++) {
        layers->clips[index] = clip_noise(1300 * 48, 300 + (uint64_t)index, 7000);
        track_give(&layers->straight, index, &layers->clips[index]);
    }
    return layers;
}

static void layers_free(struct layers *layers) {
    track_free(&layers->track);
    track_free(&layers->straight);
    bank_free(&layers->bank);
    bank_free(&layers->straight_bank);
    prompts_free(&layers->prompts);
    for (int index = 0; index < WORDS; index++) {
        clip_free(&layers->clips[index]);
    }
    remove(layers->ambience);
    memory_free(layers->ambience);
    memory_free(layers);
}

// The first words before the beginning, the others while it plays.
static void give_words(struct layers *layers, struct speaker *speaker, int from, int to) {
    for (int index = from; index < to; index++) {
        assert_true(speaker_give(speaker, &layers->track, index, &layers->clips[index]));
    }
}

static void all_layers_are_recorded_as_they_are_rendered(void **state) {
    struct layers *layers = layers_make(*state);
    struct speaker *speaker = open_ready(100);
    give_words(layers, speaker, 0, 1);
    mixed = looked = 0;
    int64_t began_ms = speaker_begin(speaker, &layers->track, 0, 0, 100);
    pass_until(speaker, began_ms + 1000);
    give_words(layers, speaker, 1, WORDS);
    pass_until(speaker, began_ms + TOTAL_MS);
    ring_out(speaker);
    assert_true(mixed > TOTAL_MS / 60 && looked > 100);
    assert_int_equal(loop_missed(layers->bank.ambience), 0);
    check_recorded(layers->scene->path, &layers->straight);
    layers_free(layers);
}

// Pauses and jumps: each stretch stands in the recording as the same stretch rendered.
static void after_a_jump_all_layers_go_on_as_rendered(void **state) {
    struct layers *layers = layers_make(*state);
    static const int64_t places_ms[] = {0, 4000, 2000, 8000, 8000, 6100};
    enum { PLACES = sizeof places_ms / sizeof places_ms[0], HEARD_MS = 500 };
    const char *path = layers->scene->path;
    struct speaker *speaker = open_ready(100);
    give_words(layers, speaker, 0, WORDS);
    for (int place = 0; place < PLACES; place++) {
        int64_t began_ms = speaker_begin(speaker, &layers->track, 0, places_ms[place], 0);
        pass_until(speaker, began_ms + HEARD_MS);
        if (place % 2) {
            speaker_pause(speaker);
            pass_until(speaker, speaker_now(speaker) + 150);
        }
    }
    speaker_close(speaker, 0);
    assert_int_equal(loop_missed(layers->bank.ambience), 0);
    struct bytes recording = file_get(path);
    int64_t at = 0;
    for (int place = 0; place < PLACES; place++) {
        // The fade of what sounded before may lie over the first 100 ms.
        struct track_run run = {.from_frame = 48 * places_ms[place]};
        int16_t *samples = samples_of(&layers->straight, run, 48 * HEARD_MS);
        int64_t faded = DECK_FADE_FRAMES + 2 * 2048;
        at = find(&recording, samples + 2 * faded, 48 * HEARD_MS - faded, at);
        if (at < 0) {
            fail_msg("place %d is not in the recording", place);
        }
        memory_free(samples);
    }
    bytes_free(&recording);
    layers_free(layers);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(all_layers_are_recorded_as_they_are_rendered, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(after_a_jump_all_layers_go_on_as_rendered, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
