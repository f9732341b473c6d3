// SPDX-License-Identifier: MIT
#include "sound/loudness.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "sound/sinc.h"

enum {
    STEP_FRAMES = SOUND_RATE / 10, // from the beginning of a block to the next
    BLOCK_STEPS = 4,
    PEAK_POINTS = 4, // a sample
};
static const double FULL_SCALE = 32768.0;
static const double GATE_LUFS = -70.0;
static const double GATE_BELOW_LU = 10.0;

// A filter of second order in direct form II, transposed.
struct stage {
    double b[3], a[2];
};

// BS.1770-4, tables 1 and 2, for 48 kHz: the head, and what is low counts less.
static const struct stage weighting[] = {
    {.b = {1.53512485958697, -2.69169618940638, 1.19839281085285},
     .a = {-1.69065929318241, 0.73248077421585}},
    {.b = {1.0, -2.0, 1.0}, .a = {-1.99004745483398, 0.99007225036621}},
};
enum { STAGES = sizeof weighting / sizeof *weighting };

struct filter {
    double kept[STAGES][2];
};

static double weigh(struct filter *filter, double value) {
    for (int index = 0; index < STAGES; index++) {
        const struct stage *stage = &weighting[index];
        double *kept = filter->kept[index];
        double out = stage->b[0] * value + kept[0];
        kept[0] = stage->b[1] * value - stage->a[0] * out + kept[1];
        kept[1] = stage->b[2] * value - stage->a[1] * out;
        value = out;
    }
    return value;
}

static double lufs(double power) {
    return power > 0.0 ? -0.691 + 10.0 * log10(power) : -HUGE_VAL;
}

// The power of each step of the clip, both channels together, a last short one left out unless it
// is the only one. Free with memory_free.
static double *step_powers(const struct clip *clip, int64_t *count) {
    *count = clip->frames / STEP_FRAMES;
    int64_t length = *count > 0 ? STEP_FRAMES : clip->frames;
    *count = *count > 0 ? *count : 1;
    double *powers = memory_new((size_t)*count, sizeof *powers);
    struct filter filters[SOUND_CHANNELS] = {0};
    for (int64_t frame = 0; frame < *count * length; frame++) {
        for (int channel = 0; channel < SOUND_CHANNELS; channel++) {
            double value = clip->samples[SOUND_CHANNELS * frame + channel] / FULL_SCALE;
            double weighted = weigh(&filters[channel], value);
            powers[frame / length] += weighted * weighted / (double)length;
        }
    }
    return powers;
}

// The mean of the blocks that are louder than the gate.
static double mean_above(const double *blocks, int64_t count, double gate_lufs) {
    double sum = 0.0;
    int64_t counted = 0;
    for (int64_t index = 0; index < count; index++) {
        if (lufs(blocks[index]) > gate_lufs) {
            sum += blocks[index];
            counted++;
        }
    }
    return counted > 0 ? sum / (double)counted : 0.0;
}

double loudness_of(const struct clip *clip) {
    if (clip->frames == 0) {
        return -HUGE_VAL;
    }
    int64_t steps = 0;
    double *powers = step_powers(clip, &steps);
    int64_t wide = steps < BLOCK_STEPS ? steps : BLOCK_STEPS;
    int64_t blocks = steps - wide + 1;
    for (int64_t block = 0; block < blocks; block++) {
        double sum = 0.0;
        for (int64_t step = 0; step < wide; step++) {
            sum += powers[block + step];
        }
        powers[block] = sum / (double)wide;
    }
    double gate = lufs(mean_above(powers, blocks, GATE_LUFS)) - GATE_BELOW_LU;
    double loudness = lufs(mean_above(powers, blocks, gate > GATE_LUFS ? gate : GATE_LUFS));
    memory_free(powers);
    return loudness;
}

// The clip with silence around it, as the interpolation wants it; free with memory_free.
static float *padded(const struct clip *clip, int reach) {
    size_t frames = (size_t)clip->frames + 2 * (size_t)reach;
    float *values = memory_new(SOUND_CHANNELS * frames, sizeof *values);
    for (int64_t index = 0; index < SOUND_CHANNELS * clip->frames; index++) {
        values[SOUND_CHANNELS * (int64_t)reach + index] =
            (float)(clip->samples[index] / FULL_SCALE);
    }
    return values;
}

static int sample_peak(const struct clip *clip) {
    int peak = 0;
    for (int64_t index = 0; index < SOUND_CHANNELS * clip->frames; index++) {
        int value = abs(clip->samples[index]);
        peak = value > peak ? value : peak;
    }
    return peak;
}

// Between samples the wave is only looked at where one of the two stands within 6 dB of the
// highest: what lies between lower ones does not rise above all.
double loudness_true_peak(const struct clip *clip) {
    int highest = sample_peak(clip);
    double peak = highest / FULL_SCALE;
    struct sinc *sinc = sinc_new(1.0);
    int reach = sinc_reach(sinc);
    float *values = padded(clip, reach);
    for (int64_t frame = 0; frame < clip->frames; frame++) {
        const int16_t *at = clip->samples + SOUND_CHANNELS * frame;
        if (2 * abs(at[0]) < highest && 2 * abs(at[1]) < highest) {
            continue;
        }
        for (int point = 1 - PEAK_POINTS; point < PEAK_POINTS; point++) {
            float made[SOUND_CHANNELS];
            double part = (double)(point < 0 ? point + PEAK_POINTS : point) / PEAK_POINTS;
            int64_t first = frame + (point < 0 ? -1 : 0) + 1;
            sinc_frame(sinc, values + SOUND_CHANNELS * first, part, made);
            peak = fmax(peak, fmax(fabs((double)made[0]), fabs((double)made[1])));
        }
    }
    memory_free(values);
    sinc_free(sinc);
    return peak;
}
