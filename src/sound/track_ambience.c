// SPDX-License-Identifier: MIT
#include "sound/track_inside.h"

static int64_t least(int64_t a, int64_t b) {
    return a < b ? a : b;
}

static int64_t most(int64_t a, int64_t b) {
    return a > b ? a : b;
}

// The ambience's gain at one frame: fades of the routine, of the run's beginning, of its gate.
static int ambience_gain_at(const struct track *track, struct track_run run, int64_t frame) {
    int gain = track->levels.ambience;
    gain = sound_scale(gain, sound_ease(frame, track->fade_frames));
    gain = sound_scale(gain, sound_ease(track->total_frames - frame, track->fade_frames));
    if (run.from_frame > 0) {
        gain = sound_scale(gain, sound_ease(frame - run.from_frame, TRACK_EDGE_FRAMES));
    }
    int64_t gate = track_gate_of(track, run);
    if (frame > gate) {
        gain = sound_scale(gain, sound_ease(gate + TRACK_EDGE_FRAMES - frame, TRACK_EDGE_FRAMES));
    }
    return gain;
}

static void mix_fading(const struct track *track, struct track_run run,
                       const struct track_duck *duck, int64_t first_frame, const int16_t *samples,
                       int32_t *sums, int64_t frames) {
    for (int64_t index = 0; index < frames; index++) {
        int64_t frame = first_frame + index;
        int gain = sound_scale(ambience_gain_at(track, run, frame), track_duck_gain(duck, frame));
        sums[SOUND_CHANNELS * index] += sound_scale(samples[SOUND_CHANNELS * index], gain);
        sums[SOUND_CHANNELS * index + 1] += sound_scale(samples[SOUND_CHANNELS * index + 1], gain);
    }
}

// Where no fade is at work.
static void mix_flat(const int16_t *samples, int gain, int32_t *sums, int64_t frames) {
    for (int64_t index = 0; index < SOUND_CHANNELS * frames; index++) {
        sums[index] += sound_scale(samples[index], gain);
    }
}

void track_mix_ambience(const struct track *track, struct track_run run, int64_t first_frame,
                        int32_t *sums, int frames) {
    int64_t gate = track_gate_of(track, run);
    int64_t silent = gate == INT64_MAX ? track->total_frames
                                       : least(track->total_frames, gate + TRACK_EDGE_FRAMES);
    int64_t begin = most(first_frame, most(0, run.from_frame));
    int64_t end = least(first_frame + frames, silent);
    if (begin >= end) {
        return;
    }
    int64_t edge = run.from_frame > 0 ? run.from_frame + TRACK_EDGE_FRAMES : 0;
    int64_t flat_begin = least(most(begin, most(track->fade_frames, edge)), end);
    int64_t flat_end = least(end, least(track->total_frames - track->fade_frames, gate));
    flat_end = most(flat_end, flat_begin);
    while (begin < end) {
        struct track_duck duck = track_duck_at(track, run, begin);
        int64_t border = begin < flat_begin ? flat_begin : begin < flat_end ? flat_end : end;
        int64_t asked = least(border, least(end, duck.until_frame)) - begin;
        const int16_t *samples = NULL;
        int64_t got = loop_span(track->ambience, begin, (int)asked, &samples);
        int32_t *to = sums + SOUND_CHANNELS * (begin - first_frame);
        if (samples && begin >= flat_begin && begin < flat_end && duck.stands) {
            int gain = sound_scale(track->levels.ambience, track_duck_gain(&duck, begin));
            mix_flat(samples, gain, to, got);
        } else if (samples) {
            mix_fading(track, run, &duck, begin, samples, to, got);
        }
        begin += got;
    }
}
