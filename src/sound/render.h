// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "sound/track.h"

// A whole track as a WAV file: RIFF, PCM, 48 kHz stereo 16 bit, from 0 to track->end_frame.
// Written whole or not at all. The same track gives the same bytes.
bool render_wav(const struct track *track, const char *path, struct error *err);
