// SPDX-License-Identifier: MIT
#include "sound/speech_level.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "sound/loudness.h"

enum {
    WINDOW_FRAMES = 10 * SOUND_PER_MS,
    FADE_IN_FRAMES = 5 * SOUND_PER_MS,
    FADE_OUT_FRAMES = 20 * SOUND_PER_MS,
};
// A window this far below the loudest one is silence: softer than the breath between two words,
// louder than the noise of a quiet room.
static const double SILENCE_BELOW_DB = 40.0;
// Below this there is nothing that could be made loud: -60 dB of full scale.
static const double SILENCE_RMS = 0.001;

static double window_rms(const struct clip *clip, int64_t window) {
    int64_t first = window * WINDOW_FRAMES;
    int64_t left = clip->frames - first;
    int64_t count = SOUND_CHANNELS * (left < WINDOW_FRAMES ? left : WINDOW_FRAMES);
    double sum = 0.0;
    for (int64_t index = 0; index < count; index++) {
        double value = clip->samples[SOUND_CHANNELS * first + index] / 32768.0;
        sum += value * value;
    }
    return sqrt(sum / (double)count);
}

// From the first to behind the last window with sound in it, in frames.
static bool find_sound(const struct clip *clip, int64_t *first, int64_t *end) {
    int64_t windows = (clip->frames + WINDOW_FRAMES - 1) / WINDOW_FRAMES;
    double *levels = memory_new((size_t)windows + 1, sizeof *levels);
    double loudest = 0.0;
    for (int64_t window = 0; window < windows; window++) {
        levels[window] = window_rms(clip, window);
        loudest = fmax(loudest, levels[window]);
    }
    double least = loudest * pow(10.0, -SILENCE_BELOW_DB / 20.0);
    int64_t from = 0, to = windows;
    while (from < windows && levels[from] < least) {
        from++;
    }
    while (to > from && levels[to - 1] < least) {
        to--;
    }
    memory_free(levels);
    *first = from * WINDOW_FRAMES;
    *end = to * WINDOW_FRAMES;
    return loudest >= SILENCE_RMS;
}

static void trim(struct clip *clip, int64_t first, int64_t end) {
    first -= SPEECH_LEAD_MS * SOUND_PER_MS;
    first = first > 0 ? first : 0;
    end += SPEECH_TAIL_MS * SOUND_PER_MS;
    end = end < clip->frames ? end : clip->frames;
    memmove(clip->samples, clip->samples + SOUND_CHANNELS * first,
            sizeof *clip->samples * (size_t)(SOUND_CHANNELS * (end - first)));
    clip->frames = end - first;
    clip->samples = memory_resize(clip->samples, (size_t)(SOUND_CHANNELS * clip->frames),
                                  sizeof *clip->samples);
}

// Of SOUND_GAIN_FULL. The ends are eased, so that no cut is heard.
static int edge_gain(const struct clip *clip, int64_t frame) {
    int in = sound_ease(frame, FADE_IN_FRAMES);
    int out = sound_ease(clip->frames - 1 - frame, FADE_OUT_FRAMES);
    return in < out ? in : out;
}

static void scale(struct clip *clip, double gain) {
    for (int64_t frame = 0; frame < clip->frames; frame++) {
        double here = gain * edge_gain(clip, frame) / SOUND_GAIN_FULL;
        for (int channel = 0; channel < SOUND_CHANNELS; channel++) {
            int16_t *sample = &clip->samples[SOUND_CHANNELS * frame + channel];
            *sample = (int16_t)lrint(*sample * here);
        }
    }
}

bool speech_level(struct clip *clip, struct error *err) {
    int64_t first = 0, end = 0;
    if (!find_sound(clip, &first, &end)) {
        return error_set(err, ERROR_INPUT, "is silent");
    }
    trim(clip, first, end);
    double loud = pow(10.0, (SPEECH_LUFS - loudness_of(clip)) / 20.0);
    double peak = pow(10.0, SPEECH_PEAK_DB / 20.0) / loudness_true_peak(clip);
    scale(clip, fmin(loud, peak));
    return true;
}
