// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "sound/track.h"

// A whole track as samples for a file: 48 kHz stereo 16 bit, little-endian, from 0 to
// track->end_frame. The same track gives the same bytes.

// Takes the next stretch of them; false ends it with the reason.
struct render_sink {
    bool (*take)(void *owner, const void *bytes, size_t size, struct error *err);
    void *owner;
};

enum { RENDER_FRAME_SIZE = SOUND_CHANNELS * 2 }; // bytes

bool render_samples(const struct track *track, struct render_sink sink, struct error *err);
