// SPDX-License-Identifier: MIT
#pragma once

#include <stdint.h>

// A decoded sound: 48 kHz, stereo, interleaved, signed 16 bit.

enum { SOUND_RATE = 48000, SOUND_PER_MS = 48, SOUND_CHANNELS = 2 };

// Gains are whole numbers of which this one leaves every bit as it is.
enum { SOUND_GAIN_FULL = 32768 };

struct clip {
    int16_t *samples; // 2 * frames, owned
    int64_t frames;
};

void clip_free(struct clip *clip);

// Adds `frames` frames of the clip, from its frame `first` on, to `sums` (2 * frames); what lies
// before its beginning or behind its end is silence. `gain` is left and right.
void clip_add(const struct clip *clip, int64_t first, const int gain[SOUND_CHANNELS], int32_t *sums,
              int frames);

// One sample through a gain, rounded to the nearest; exact at SOUND_GAIN_FULL.
static inline int32_t sound_scale(int32_t sample, int gain) {
    return (int32_t)(((int64_t)sample * gain + SOUND_GAIN_FULL / 2) >> 15);
}

// An eased ramp: 0 at `into` = 0, SOUND_GAIN_FULL at `into` = `length` and outside its ends as at
// them. Whole numbers, so that every machine makes the same bytes.
int sound_ease(int64_t into, int64_t length);
