// SPDX-License-Identifier: MIT
#include "sound/render.h"

#include <string.h>

#include "base/memory.h"

enum { SPAN_FRAMES = 16384 }; // at a time

struct span {
    int32_t sums[SOUND_CHANNELS * SPAN_FRAMES];
    int16_t samples[SOUND_CHANNELS * SPAN_FRAMES];
    unsigned char bytes[RENDER_FRAME_SIZE * SPAN_FRAMES];
};

static void mix(struct span *span, const struct track *track, int64_t first_frame, int frames) {
    const struct track_run whole = {.section = -1};
    memset(span->sums, 0, sizeof *span->sums * SOUND_CHANNELS * (size_t)frames);
    track_mix(track, whole, first_frame, span->sums, frames);
    track_settle(span->sums, span->samples, frames);
    for (size_t i = 0; i < SOUND_CHANNELS * (size_t)frames; i++) {
        uint16_t sample = (uint16_t)span->samples[i];
        span->bytes[2 * i] = (unsigned char)(sample & 0xff);
        span->bytes[2 * i + 1] = (unsigned char)(sample >> 8);
    }
}

bool render_samples(const struct track *track, struct render_sink sink, struct error *err) {
    struct span *span = memory_new(1, sizeof *span);
    bool done = true;
    for (int64_t frame = 0; done && frame < track->end_frame; frame += SPAN_FRAMES) {
        int64_t left = track->end_frame - frame;
        int frames = left < SPAN_FRAMES ? (int)left : SPAN_FRAMES;
        mix(span, track, frame, frames);
        done = sink.take(sink.owner, span->bytes, RENDER_FRAME_SIZE * (size_t)frames, err);
    }
    memory_free(span);
    return done;
}
