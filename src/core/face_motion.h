// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/face_units.h"
#include "core/timeline.h"

// How a face gets from rest to a pose and back in time: slowly, without overshoot, and letting go
// at the end (face/face.md section 9).

// Minimum jerk, 10 t^3 - 15 t^4 + 6 t^5; t and the answer 0..1.
double motion_ease(double t);

// What the face does at a frame of an exercise, in shares of the pose. Where it starts and stops,
// and between which levels it goes, are the segment's own, so that face, sound and cue never
// disagree; only the way between is the face's: up by minimum jerk, down the same with a last tenth
// that sinks longer. A pose held is 1 and a rest is 0, exactly.
struct face_motion {
    double share;   // of the pose, 0..1
    double soft;    // the same for soft tissue, which starts a twenty-fifth of the way later
    double working; // how brightly the working muscles glow, 0..1
    double
        at_ease; // nothing is asked of the face, 0..1: light on the cheeks, shoulders. It goes as
                 // a movement begins and comes as it lets go: neither hold nor rest changes it
};
struct face_motion face_motion_at(const struct frame *frame);

// Whether the face moves at this frame, and if not, in how many milliseconds it will within this
// segment (INT64_MAX: not within it). Only movement and release do.
bool face_motion_moves(const struct frame *frame);
int64_t face_motion_moves_in_ms(const struct frame *frame);

// The units of a pose at a share of it. Eyes that close gently look down first and come up last.
struct face_units face_motion_units(const struct face_units *pose, double share);

// A blink (AU 45) at this time of a quiet face: 0 most of the time, up and down again within 350 ms
// every 6 to 9 s, always the same for the same time.
double face_blink_at(int64_t at_ms);
