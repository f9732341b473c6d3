// SPDX-License-Identifier: MIT
#pragma once

// Sounds and timelines made by hand, for the tests of this room. Included behind cmocka.h.

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/memory.h"
#include "core/timeline.h"
#include "seed.h"
#include "sound/bank.h"
#include "sound/track.h"

// Numbers that only look like chance: the same seed gives the same test.
struct chance {
    uint64_t state;
};

static inline uint32_t chance_next(struct chance *chance) {
    return (uint32_t)(seed_next(&chance->state) >> 33);
}

// 0 .. below - 1
static inline int chance_below(struct chance *chance, int below) {
    return (int)(chance_next(chance) % (uint32_t)below);
}

// Noise that begins and ends with a sample nobody can miss.
static inline struct clip clip_noise(int64_t frames, uint64_t seed, int loudest) {
    struct chance chance = {seed};
    struct clip clip = {memory_new(2 * (size_t)frames, sizeof(int16_t)), frames};
    for (int64_t index = 0; index < 2 * frames; index++) {
        clip.samples[index] = (int16_t)(chance_below(&chance, 2 * loudest + 1) - loudest);
    }
    clip.samples[0] = clip.samples[1] = (int16_t)loudest;
    clip.samples[2 * frames - 2] = clip.samples[2 * frames - 1] = (int16_t)-loudest;
    return clip;
}

// The same value all the way.
static inline struct clip clip_level(int64_t frames, int16_t value) {
    struct clip clip = {memory_new(2 * (size_t)frames, sizeof(int16_t)), frames};
    for (int64_t index = 0; index < 2 * frames; index++) {
        clip.samples[index] = value;
    }
    return clip;
}

// A bank in which each sound is different; lengths from 0.3 to 2.4 s.
static inline void bank_make(struct bank *bank, bool ambience) {
    *bank = (struct bank){0};
    for (int sound = SOUND_NONE + 1; sound < SOUND_COUNT; sound++) {
        struct chance chance = {(uint64_t)sound * 77};
        int64_t frames = 14400 + chance_below(&chance, 100000);
        bank->cues[sound] = clip_noise(frames, (uint64_t)sound, 9000);
    }
    if (ambience) {
        struct clip noise = clip_noise(70001, 99, 4000);
        bank->ambience = loop_of_clip(&noise);
    }
}

// A timeline of cues alone, which is all that a track wants of it.
struct plain_timeline {
    struct timeline timeline;
    struct cue cues[512];
    struct gate gates[16];
};

static inline void timeline_add(struct plain_timeline *plain, int64_t at_ms, int section,
                                enum sound sound) {
    assert_true(plain->timeline.cue_count < 512);
    plain->cues[plain->timeline.cue_count++] =
        (struct cue){.at_ms = at_ms, .section = section, .sound = sound, .gate = -1};
}

static inline void timeline_gate(struct plain_timeline *plain, int64_t at_ms) {
    assert_true(plain->timeline.gate_count < 16);
    plain->gates[plain->timeline.gate_count++] = (struct gate){.at_ms = at_ms};
}

static inline void timeline_close(struct plain_timeline *plain, int64_t total_ms) {
    plain->timeline.total_ms = total_ms;
    plain->timeline.cues = plain->cues;
    plain->timeline.gates = plain->gates;
}

// Cues, gates and their sections by chance.
static inline void timeline_by_chance(struct plain_timeline *plain, struct chance *chance) {
    memset(plain, 0, sizeof *plain);
    int64_t at_ms = 0;
    int count = chance_below(chance, 40);
    for (int index = 0; index < count; index++) {
        at_ms += chance_below(chance, 5) ? chance_below(chance, 2500) : 0;
        int gates = plain->timeline.gate_count;
        if (gates < 16 && chance_below(chance, 6) == 0) {
            timeline_gate(plain, at_ms);
        } else {
            enum sound sound = (enum sound)chance_below(chance, SOUND_COUNT);
            timeline_add(plain, at_ms, gates, sound);
        }
    }
    timeline_close(plain, at_ms + chance_below(chance, 4000));
}

// The samples of a run, alone.
static inline int16_t *samples_of(const struct track *track, struct track_run run, int64_t frames) {
    int32_t *sums = memory_new(2 * (size_t)frames, sizeof *sums);
    int16_t *samples = memory_new(2 * (size_t)frames, sizeof *samples);
    track_mix(track, run, run.from_frame, sums, (int)frames);
    track_settle(sums, samples, (int)frames);
    memory_free(sums);
    return samples;
}

// A new folder of one's own below the system's temporary one; free the path with memory_free.
static inline char *folder_make(void) {
    const char *base = getenv("TMPDIR");
    char *path = file_join(base ? base : "/tmp", "repose-sound-XXXXXX");
    assert_non_null(mkdtemp(path));
    return path;
}

static inline void file_put(const char *path, const void *data, size_t length) {
    struct error err = {0};
    if (!file_write(path, data, length, 0600, &err)) {
        fail_msg("%s: %s", path, err.text);
    }
}

static inline struct bytes file_get(const char *path) {
    struct bytes bytes = {0};
    struct error err = {0};
    if (!file_read(path, (size_t)1 << 31, &bytes, &err)) {
        fail_msg("%s: %s", path, err.text);
    }
    return bytes;
}
