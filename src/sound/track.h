// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/timeline.h"
#include "sound/bank.h"

// What is heard: a timeline's cues with their sounds, mixed into any span of samples by a pure
// function.
//
// Live output, rendered files and tests all call track_mix. Sample 48 * p belongs to position p;
// whatever the spans in which it is asked for, the same samples come out. It allocates nothing,
// locks nothing, reads no file.

struct track_cue {
    int64_t first_frame; // 48 * at_ms
    int section;
    const struct clip *clip;   // borrowed from the bank
    int gain_left, gain_right; // of 32768
};

struct track {
    struct track_cue *cues; // by section, then first_frame
    int cue_count;
    int64_t longest_frames;      // of any clip in it
    const struct clip *ambience; // NULL or borrowed; loops without a seam
    int ambience_gain;           // of 32768
    int64_t fade_frames;         // ambience: in at 0, out before total
    int64_t total_frames;        // 48 * total_ms
    int64_t end_frame;           // after the ringing out of the last sound
    const int64_t *gate_frames;  // where each section ends; owned
    int gate_count;
};

struct track_options {
    bool cues;
    int ambience_percent; // 0 leaves it out
};

// `bank` outlives the track. Cues without a clip are left out. Free with track_free.
void track_build(const struct timeline *timeline, const struct bank *bank,
                 const struct track_options *options, struct track *track);
void track_free(struct track *track);

// The ambience's fades: with the routine, and at the edges of a run inside it.
enum { TRACK_FADE_FRAMES = 3 * SOUND_RATE, TRACK_EDGE_FRAMES = 200 * SOUND_PER_MS };

// A stretch of listening without a jump: the cues of one section (-1: of all) at or after a
// position. What began before it does not ring into it. `before_frame` lets no cue begin there or
// later, for what rings out when the position has stopped; 0 sets no such bound.
struct track_run {
    int section;
    int64_t from_frame;
    int64_t before_frame;
};

// Adds `frames` stereo frames from `first_frame` (position 0 is frame 0) to `sums` (2 * frames, not
// cleared here): sums fit 32 bits for up to 60 000 full-scale sounds at once. In a run of one
// section the ambience fades out within 200 ms behind that section's gate.
void track_mix(const struct track *track, struct track_run run, int64_t first_frame, int32_t *sums,
               int frames);

// Sums to samples, saturating.
void track_settle(const int32_t *sums, int16_t *samples, int frames);

// The frame after which a run has rung out: behind the section's last cue, at least the section's
// end.
int64_t track_run_end(const struct track *track, struct track_run run);
