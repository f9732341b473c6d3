// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

// A WAV file in the making: RIFF, PCM, 48 kHz stereo 16 bit. It appears whole or not at all.

struct wav;

// NULL when the file cannot be written there. Errors name the reason without the path.
struct wav *wav_begin(const char *path, struct error *err);

// Interleaved samples, little-endian, as render_samples hands them out. The longest timeline stays
// far below the 4 GiB that the format can tell.
bool wav_append(struct wav *wav, const void *bytes, size_t size, struct error *err);

// Both free `wav`, which may be NULL for abandoning; finish makes the file appear.
bool wav_finish(struct wav *wav, struct error *err);
void wav_abandon(struct wav *wav);
