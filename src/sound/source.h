// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "sound/clip.h"

// A sound file as frames of our own format, wherever one looks into it.
//
// libsndfile reads it (WAV, AIFF, FLAC, Ogg and more; of 8, 16, 24 or 32 bits). Whatever has
// another rate or other channels becomes 48 kHz stereo while it is read. A frame is the same by
// whichever way it is reached, to the bit.

struct source;

struct source_options {
    bool circular; // behind the last frame stands the first; else silence on either side
    int64_t bytes_most;
    int seconds_least, seconds_most;
};

// Refuses what is no regular file, no sound, or outside of the limits, with a sentence that goes
// behind the file's name.
struct source *source_open(const char *path, const struct source_options *options,
                           struct error *err);
void source_close(struct source *source);

// Its length at 48 kHz.
int64_t source_frames(const struct source *source);

// Frames from `frame` (at least 0) on. What a damaged file does not give is silence. Allocates
// nothing.
void source_read(struct source *source, int64_t frame, int16_t *samples, int frames);

// A whole file at once, its ends silent.
bool source_read_clip(const char *path, const struct source_options *options, struct clip *clip,
                      struct error *err);
