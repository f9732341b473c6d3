// SPDX-License-Identifier: MIT
#pragma once

// Sound files of any kind, written for a test. Included behind cmocka.h and sounds.h.

#include <math.h>
#include <sndfile.h>

// `samples` with all channels of a frame side by side, -1 to 1.
static inline void put_sound(const char *path, int format, int rate, int channels,
                             const float *samples, int64_t frames) {
    SF_INFO info = {.samplerate = rate, .channels = channels, .format = format};
    SNDFILE *file = sf_open(path, SFM_WRITE, &info);
    if (!file) {
        fail_msg("%s: %s", path, sf_strerror(NULL));
    }
    sf_command(file, SFC_SET_CLIPPING, NULL, SF_TRUE);
    assert_int_equal(sf_writef_float(file, samples, frames), frames);
    assert_int_equal(sf_close(file), 0);
}

// Bit by bit.
static inline void put_clip(const char *path, const struct clip *clip) {
    SF_INFO info = {.samplerate = 48000, .channels = 2, .format = SF_FORMAT_WAV | SF_FORMAT_PCM_16};
    SNDFILE *file = sf_open(path, SFM_WRITE, &info);
    assert_non_null(file);
    assert_int_equal(sf_writef_short(file, clip->samples, clip->frames), clip->frames);
    assert_int_equal(sf_close(file), 0);
}

// The same tone on every channel, each softer than the one before; free with memory_free.
static inline float *tone(double hertz, int rate, int channels, int64_t frames) {
    float *samples = memory_new((size_t)(channels * frames), sizeof *samples);
    for (int64_t frame = 0; frame < frames; frame++) {
        double wave = 0.5 * sin(2.0 * 3.14159265358979323846 * hertz * (double)frame / rate);
        for (int channel = 0; channel < channels; channel++) {
            samples[channels * frame + channel] = (float)(wave / (1 + channel));
        }
    }
    return samples;
}

static inline float *noise(int channels, int64_t frames, uint64_t seed) {
    struct chance chance = {seed};
    float *samples = memory_new((size_t)(channels * frames), sizeof *samples);
    for (int64_t index = 0; index < channels * frames; index++) {
        samples[index] = 0.3F * ((float)chance_below(&chance, 2001) / 1000.0F - 1.0F);
    }
    return samples;
}
