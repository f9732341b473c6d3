// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "sound/clip.h"

// A sound that goes round and round: the ambience. Frame n is the file's frame n modulo its length,
// by whichever way it is reached, so that what is played is what is rendered.
//
// Until loop_seek is called a loop reads its file when it is asked: for rendering. From the first
// loop_seek on a thread of its own decodes ahead into a ring of five seconds, and loop_span takes
// from that alone: for the device's thread, without a lock, a file or memory. The file stays
// compressed on disk; two rings (one to play from, one that a jump is prepared in) take 2 MiB.

enum {
    LOOP_RING_FRAMES = 1 << 18,             // 5.5 s
    LOOP_BEGIN_FRAMES = 250 * SOUND_PER_MS, // that loop_seek fills itself
};

struct loop;

// Refuses, with a sentence that goes behind the file's name, what is no sound, shorter than a
// second, longer than an hour or larger than 512 MiB.
struct loop *loop_open(const char *path, struct error *err);
// Of samples in memory, which it owns from now on.
struct loop *loop_of_clip(struct clip *clip);
void loop_close(struct loop *loop);

int64_t loop_frames(const struct loop *loop); // until it comes round

// The frames from `frame` on will be wanted soon, the first quarter of a second at once. Call it
// without the device's lock; what plays goes on from what was decoded for it.
void loop_seek(struct loop *loop, int64_t frame);
// From now on the frames of the last loop_seek are taken. With the device's lock held.
void loop_turn(struct loop *loop);

// At most `frames` frames from `frame` (at least 0) on, valid until the next call; returns how many
// stand in a row, at least 1. NULL for what is not there in time: it stays silent and is counted.
// Once decoded ahead, frames before `frame` are gone until the next loop_seek.
int loop_span(struct loop *loop, int64_t frame, int frames, const int16_t **samples);

// Frames that did not come in time.
int64_t loop_missed(const struct loop *loop);
