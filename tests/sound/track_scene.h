// SPDX-License-Identifier: MIT
#pragma once

// A track made by hand: words, and what a test puts into its bank. To be included behind cmocka.h.

#include "sound/sounds.h"
#include "sound/track_inside.h"

static const struct track_run all = {.section = -1};

// With a sound for each of the words.
struct scene {
    struct plain_timeline plain;
    struct bank bank; // empty but for what a test puts there
    struct prompts prompts;
    struct clip clips[512];
    struct track track;
};

static inline void say(struct scene *scene, int64_t at_ms, int gate) {
    timeline_add(&scene->plain, at_ms, scene->plain.timeline.gate_count, SOUND_NONE);
    struct cue *cue = &scene->plain.cues[scene->plain.timeline.cue_count - 1];
    cue->say = "words";
    cue->gate = gate;
}

// Makes the track; each of the words takes so many milliseconds.
static inline void lay(struct scene *scene, int64_t total_ms, const int64_t *lengths_ms,
                       int percent) {
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

static inline void give_all(struct scene *scene) {
    for (int index = 0; index < scene->prompts.count; index++) {
        track_give(&scene->track, index, &scene->clips[index]);
    }
}

static inline void scene_free(struct scene *scene) {
    track_free(&scene->track);
    prompts_free(&scene->prompts);
    for (int index = 0; index < 512; index++) {
        clip_free(&scene->clips[index]);
    }
    bank_free(&scene->bank);
    memory_free(scene);
}
