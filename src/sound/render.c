// SPDX-License-Identifier: MIT
#include "sound/render.h"

#include <assert.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"

enum {
    WAV_HEADER_SIZE = 44,
    WAV_PCM = 1,
    WAV_BITS = 16,
    FRAME_SIZE = SOUND_CHANNELS * WAV_BITS / 8,
    RENDER_FRAMES = 16384, // at a time
};

// One file in the making, with the room for one span.
struct rendering {
    struct file_output *output;
    int32_t sums[SOUND_CHANNELS * RENDER_FRAMES];
    int16_t samples[SOUND_CHANNELS * RENDER_FRAMES];
    unsigned char bytes[FRAME_SIZE * RENDER_FRAMES];
};

static void put_16(unsigned char *to, uint32_t value) {
    to[0] = (unsigned char)(value & 0xff);
    to[1] = (unsigned char)(value >> 8 & 0xff);
}

static void put_32(unsigned char *to, uint32_t value) {
    put_16(to, value & 0xffff);
    put_16(to + 2, value >> 16);
}

// The canonical header of plain PCM: RIFF, "fmt ", "data", all numbers little-endian.
static void make_header(unsigned char header[WAV_HEADER_SIZE], uint32_t data_size) {
    memcpy(header, "RIFF....WAVEfmt ", 16);
    put_32(header + 4, WAV_HEADER_SIZE - 8 + data_size);
    put_32(header + 16, 16);
    put_16(header + 20, WAV_PCM);
    put_16(header + 22, SOUND_CHANNELS);
    put_32(header + 24, SOUND_RATE);
    put_32(header + 28, SOUND_RATE * FRAME_SIZE);
    put_16(header + 32, FRAME_SIZE);
    put_16(header + 34, WAV_BITS);
    memcpy(header + 36, "data", 4);
    put_32(header + 40, data_size);
}

static bool append_span(struct rendering *rendering, const struct track *track, int64_t first_frame,
                        int frames, struct error *err) {
    memset(rendering->sums, 0, sizeof *rendering->sums * SOUND_CHANNELS * (size_t)frames);
    struct track_run whole = {.section = -1};
    track_mix(track, whole, first_frame, rendering->sums, frames);
    track_settle(rendering->sums, rendering->samples, frames);
    for (int index = 0; index < SOUND_CHANNELS * frames; index++) {
        put_16(rendering->bytes + 2 * index, (uint16_t)rendering->samples[index]);
    }
    return file_output_append(rendering->output, rendering->bytes, FRAME_SIZE * (size_t)frames,
                              err);
}

static bool append_all(struct rendering *rendering, const struct track *track, struct error *err) {
    unsigned char header[WAV_HEADER_SIZE] = {0};
    if (!file_output_append(rendering->output, header, sizeof header, err)) {
        return false;
    }
    int64_t frame = 0;
    while (frame < track->end_frame) {
        int64_t left = track->end_frame - frame;
        int frames = left < RENDER_FRAMES ? (int)left : RENDER_FRAMES;
        if (!append_span(rendering, track, frame, frames, err)) {
            return false;
        }
        frame += frames;
    }
    // The sizes come last, from what was really written.
    make_header(header, (uint32_t)(FRAME_SIZE * frame));
    return file_output_patch(rendering->output, 0, header, sizeof header, err);
}

bool render_wav(const struct track *track, const char *path, struct error *err) {
    // The longest timeline stays far below the 4 GiB that the format can tell.
    assert(track->end_frame <= (UINT32_MAX - WAV_HEADER_SIZE) / FRAME_SIZE);
    struct file_output *output = file_output_begin(path, 0644, err);
    if (!output) {
        return false;
    }
    struct rendering *rendering = memory_new(1, sizeof *rendering);
    rendering->output = output;
    bool done = append_all(rendering, track, err);
    memory_free(rendering);
    if (!done) {
        file_output_abandon(output);
        return false;
    }
    return file_output_commit(output, err);
}
