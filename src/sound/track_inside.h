// SPDX-License-Identifier: MIT
#pragma once

#include "sound/track.h"

// What the parts of a track share; for track*.c alone.

// The frame of the gate that ends a run, or INT64_MAX where none does.
int64_t track_gate_of(const struct track *track, struct track_run run);

// The ambience's part of track_mix; the track has one.
void track_mix_ambience(const struct track *track, struct track_run run, int64_t first_frame,
                        int32_t *sums, int frames);
