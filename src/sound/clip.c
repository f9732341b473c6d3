// SPDX-License-Identifier: MIT
#include "sound/clip.h"

#include <assert.h>

#include "base/memory.h"

void clip_free(struct clip *clip) {
    memory_free(clip->samples);
    *clip = (struct clip){0};
}

void clip_add(const struct clip *clip, int64_t first, const int gain[SOUND_CHANNELS], int32_t *sums,
              int frames) {
    int64_t begin = first < 0 ? -first : 0;
    int64_t end = clip->frames - first < frames ? clip->frames - first : frames;
    if (begin >= end) {
        return;
    }
    const int16_t *from = clip->samples + SOUND_CHANNELS * (first + begin);
    int32_t *to = sums + SOUND_CHANNELS * begin;
    int64_t count = SOUND_CHANNELS * (end - begin);
    if (gain[0] == SOUND_GAIN_FULL && gain[1] == SOUND_GAIN_FULL) {
        for (int64_t index = 0; index < count; index++) {
            to[index] += from[index];
        }
        return;
    }
    for (int64_t index = 0; index < count; index += SOUND_CHANNELS) {
        to[index] += sound_scale(from[index], gain[0]);
        to[index + 1] += sound_scale(from[index + 1], gain[1]);
    }
}

int sound_ease(int64_t into, int64_t length) {
    assert(length >= 0);
    if (into >= length) {
        return SOUND_GAIN_FULL;
    }
    if (into <= 0) {
        return 0;
    }
    int64_t part = into * SOUND_GAIN_FULL / length;
    return (int)((part * part * (3 * (int64_t)SOUND_GAIN_FULL - 2 * part)) >> 30);
}
