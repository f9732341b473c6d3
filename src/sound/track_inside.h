// SPDX-License-Identifier: MIT
#pragma once

#include "sound/track.h"

// What the parts of a track share; for track*.c alone.

// The frame of the gate that ends a run, or INT64_MAX where none does.
int64_t track_gate_of(const struct track *track, struct track_run run);

// A frame at which something ends, as far as it is heard.
int64_t track_heard_end(const struct track *track, int64_t frame);

// The ambience's part of track_mix; the track has one.
void track_mix_ambience(const struct track *track, struct track_run run, int64_t first_frame,
                        int32_t *sums, int frames);

// The first prompt of a section (-1: of any) that begins at or after a frame, as an index.
int track_prompt_from(const struct track *track, int section, int64_t frame);

// The words' part of track_mix.
void track_mix_voice(const struct track *track, struct track_run run, int64_t first_frame,
                     int32_t *sums, int frames);

// Where the words of a run end, at least `end_frame`.
int64_t track_voice_end(const struct track *track, struct track_run run, int64_t end_frame);

// The words nearest to a frame, and how far what that says about the ambience reaches. What has not
// begun in time for before_frame counts as well, so that the ambience does not jump when the
// position stops.
struct track_duck {
    int64_t ended_frame;  // the ones before it ended here; INT64_MIN: there are none
    int64_t begins_frame; // the ones behind it begin here; INT64_MAX: there are none
    int64_t until_frame;  // from the frame asked for to here this struct holds ...
    bool stands;          // ... and the gain is the same all the way
    int ducking;          // of SOUND_GAIN_FULL: how much of it is done
};
struct track_duck track_duck_at(const struct track *track, struct track_run run, int64_t frame);

// The ambience's gain of 32768 at a frame for which `duck` holds.
int track_duck_gain(const struct track_duck *duck, int64_t frame);
