// SPDX-License-Identifier: MIT
#pragma once

#include <SDL.h>
#include <SDL_mixer.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/clock.h"
#include "sound/sounds.h"
#include "sound/speaker.h"

// SDL's own drivers play here: `disk`, whose recording is looked at sample by sample, and `dummy`.

// While armed, our code may allocate on the main thread alone.
static struct {
    bool armed;
    pthread_t main_thread;
} trap;

static inline void check_thread(const char *what) {
    if (trap.armed && !pthread_equal(pthread_self(), trap.main_thread)) {
        fprintf(stderr, "%s on the device's thread\n", what);
        abort();
    }
}

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
void __real_free(void *block);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);
void __wrap_free(void *block);

void *__wrap_malloc(size_t size) {
    check_thread("malloc");
    return __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size) {
    check_thread("calloc");
    return __real_calloc(count, size);
}

void *__wrap_realloc(void *block, size_t size) {
    check_thread("realloc");
    return __real_realloc(block, size);
}

void __wrap_free(void *block) {
    check_thread("free");
    __real_free(block);
}

// Pulls the plug: SDL then says that the device has stopped.
static bool unplugged;

SDL_AudioStatus __real_SDL_GetAudioDeviceStatus(SDL_AudioDeviceID number);
SDL_AudioStatus __wrap_SDL_GetAudioDeviceStatus(SDL_AudioDeviceID number);

SDL_AudioStatus __wrap_SDL_GetAudioDeviceStatus(SDL_AudioDeviceID number) {
    return unplugged ? SDL_AUDIO_STOPPED : __real_SDL_GetAudioDeviceStatus(number);
}

enum { OUR_DEVICE = 2 }; // SDL's number of the first device that is opened

struct scene {
    struct bank bank;
    struct plain_timeline plain;
    struct track track;
    char *folder, *path;
};

// A second and a half of cues, the last of which rings on.
static inline int set_up(void **state) {
    struct scene *scene = memory_new(1, sizeof *scene);
    bank_make(&scene->bank, true);
    for (int sound = SOUND_NONE + 1; sound < SOUND_COUNT; sound++) {
        scene->bank.cues[sound].frames = 15000 + 100 * sound; // nobody waits for longer ones here
    }
    for (int64_t at_ms = 0; at_ms <= 1500; at_ms += 250) {
        timeline_add(&scene->plain, at_ms, 0, (enum sound)(1 + at_ms / 250));
    }
    timeline_close(&scene->plain, 1500);
    const struct track_options options = {.cue_percent = 100};
    track_build(&scene->plain.timeline, &scene->bank, &options, &scene->track);
    scene->folder = folder_make();
    scene->path = file_join(scene->folder, "recording.raw");
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIOFILE", scene->path, 1);
    unsetenv("SDL_DISKAUDIODELAY");
    unplugged = false;
    trap.main_thread = pthread_self();
    trap.armed = true;
    *state = scene;
    return 0;
}

static inline int tear_down(void **state) {
    struct scene *scene = *state;
    trap.armed = false;
    assert_int_equal(SDL_WasInit(SDL_INIT_AUDIO), 0);
    remove(scene->path);
    assert_int_equal(rmdir(scene->folder), 0);
    track_free(&scene->track);
    bank_free(&scene->bank);
    memory_free(scene->folder);
    memory_free(scene->path);
    memory_free(scene);
    return 0;
}

static inline struct speaker *open_ready(int volume_percent) {
    const struct speaker_options options = {.volume_percent = volume_percent};
    struct speaker *speaker = speaker_open(&options);
    while (!speaker_is_ready(speaker)) {
        assert_int_equal(speaker_now(speaker), 0);
        clock_sleep_ms(1);
    }
    return speaker;
}

// Lets time pass as a picture does, 144 times a second, and sees that the clock is one.
static inline void pass_until(struct speaker *speaker, int64_t steady_ms) {
    int64_t before_ms = speaker_now(speaker), stood_ms = clock_monotonic_ms();
    while (before_ms < steady_ms) {
        int64_t slept_ms = clock_monotonic_ms();
        clock_sleep_ms(7);
        int64_t now_ms = speaker_now(speaker);
        slept_ms = clock_monotonic_ms() - slept_ms;
        assert_true(now_ms >= before_ms);
        if (!getenv("SDL_DISKAUDIODELAY")) {
            assert_true(now_ms - before_ms <= slept_ms + 50);
        }
        before_ms = now_ms;
        assert_true(clock_monotonic_ms() - stood_ms < 60000); // or it has stopped for good
    }
}

static inline void ring_out(struct speaker *speaker) {
    while (speaker_rest_ms(speaker) > 0) {
        clock_sleep_ms(5);
    }
    speaker_close(speaker, 1000);
}

// The frame of a recording at which `frames` frames stand bit by bit, -1 for nowhere.
static inline int64_t find(const struct bytes *recording, const int16_t *samples, int64_t frames,
                           int64_t from) {
    size_t length = (size_t)(4 * frames);
    for (size_t at = (size_t)(4 * from); at + length <= recording->length; at += 4) {
        if (memcmp(recording->data + at, samples, 4) == 0 &&
            memcmp(recording->data + at, samples, length) == 0) {
            return (int64_t)(at / 4);
        }
    }
    return -1;
}

static inline bool is_silent(const struct bytes *recording, int64_t first, int64_t end) {
    for (int64_t at = 4 * first; at < 4 * end; at++) {
        if (recording->data[at] != 0) {
            return false;
        }
    }
    return true;
}

// A recording holds a track as it is rendered, and nothing around it.
static inline void check_recorded(const char *path, const struct track *track) {
    struct bytes recording = file_get(path);
    int64_t frames = track->end_frame;
    int16_t *samples = samples_of(track, (struct track_run){0}, frames);
    int64_t at = find(&recording, samples, frames, 0);
    assert_true(at >= 0);
    assert_true(is_silent(&recording, 0, at));
    assert_true(is_silent(&recording, at + frames, (int64_t)(recording.length / 4)));
    memory_free(samples);
    bytes_free(&recording);
}
