// SPDX-License-Identifier: MIT
#include "sound/wav.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "sound/clip.h"

enum {
    HEADER_SIZE = 44,
    FORMAT_PCM = 1,
    BITS = 16,
    FRAME_SIZE = SOUND_CHANNELS * BITS / 8,
    FILE_MODE = 0644,
};

struct wav {
    struct file_output *output;
    size_t size; // of the samples
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
static void make_header(unsigned char header[HEADER_SIZE], uint32_t data_size) {
    memcpy(header, "RIFF....WAVEfmt ", 16);
    put_32(header + 4, HEADER_SIZE - 8 + data_size);
    put_32(header + 16, 16);
    put_16(header + 20, FORMAT_PCM);
    put_16(header + 22, SOUND_CHANNELS);
    put_32(header + 24, SOUND_RATE);
    put_32(header + 28, SOUND_RATE * FRAME_SIZE);
    put_16(header + 32, FRAME_SIZE);
    put_16(header + 34, BITS);
    memcpy(header + 36, "data", 4);
    put_32(header + 40, data_size);
}

struct wav *wav_begin(const char *path, struct error *err) {
    struct file_output *output = file_output_begin(path, FILE_MODE, err);
    if (!output) {
        return NULL;
    }
    unsigned char header[HEADER_SIZE] = {0};
    if (!file_output_append(output, header, sizeof header, err)) {
        file_output_abandon(output);
        return NULL;
    }
    struct wav *wav = memory_new(1, sizeof *wav);
    wav->output = output;
    return wav;
}

bool wav_append(struct wav *wav, const void *bytes, size_t size, struct error *err) {
    wav->size += size;
    assert(wav->size <= UINT32_MAX - HEADER_SIZE);
    return file_output_append(wav->output, bytes, size, err);
}

// The sizes come last, from what was really written.
bool wav_finish(struct wav *wav, struct error *err) {
    unsigned char header[HEADER_SIZE];
    make_header(header, (uint32_t)wav->size);
    struct file_output *output = wav->output;
    memory_free(wav);
    if (!file_output_patch(output, 0, header, sizeof header, err)) {
        file_output_abandon(output);
        return false;
    }
    return file_output_commit(output, err);
}

void wav_abandon(struct wav *wav) {
    if (wav) {
        file_output_abandon(wav->output);
        memory_free(wav);
    }
}
