// SPDX-License-Identifier: MIT
#include "sound/speech_wav.h"

#include <stdint.h>
#include <string.h>

// RIFF: four letters and a length in four bytes, little-endian, before each chunk; chunks begin at
// even places.
enum { CHUNK_HEAD = 8, RIFF_HEAD = 12 };

static uint32_t get_32(const char *from) {
    const unsigned char *bytes = (const unsigned char *)from;
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
           (uint32_t)bytes[3] << 24;
}

static void put_32(char *to, uint32_t value) {
    for (int byte = 0; byte < 4; byte++) {
        to[byte] = (char)(value >> 8 * byte & 0xff);
    }
}

bool speech_wav_repair(char *bytes, size_t length, struct error *err) {
    if (length == 0) {
        return error_set(err, ERROR_INPUT, "gave no sound");
    }
    if (length < RIFF_HEAD || memcmp(bytes, "RIFF", 4) != 0 || memcmp(bytes + 8, "WAVE", 4) != 0 ||
        length > UINT32_MAX) {
        return error_set(err, ERROR_INPUT, "gave something that is no WAV");
    }
    put_32(bytes + 4, (uint32_t)(length - CHUNK_HEAD));
    size_t at = RIFF_HEAD;
    while (length - at >= CHUNK_HEAD && memcmp(bytes + at, "data", 4) != 0) {
        size_t size = get_32(bytes + at + 4);
        size += size % 2;
        if (size > length - at - CHUNK_HEAD) {
            break;
        }
        at += CHUNK_HEAD + size;
    }
    if (length - at <= CHUNK_HEAD || memcmp(bytes + at, "data", 4) != 0) {
        return error_set(err, ERROR_INPUT, "gave a WAV without sound in it");
    }
    size_t left = length - at - CHUNK_HEAD;
    size_t told = get_32(bytes + at + 4);
    if (told == 0 || told > left) {
        put_32(bytes + at + 4, (uint32_t)left);
    }
    return true;
}

bool speech_wav_is_whole(const char *bytes, size_t length) {
    return length >= RIFF_HEAD && get_32(bytes + 4) == length - CHUNK_HEAD;
}
