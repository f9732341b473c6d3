// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "core/face_motion.h"
#include "core/pose.h"
#include "core/timeline.h"
#include "draw/portrait.h"

// What a step asks the drawn face to show, and what it shows at a frame of it. Pure.
//
// The picture is a mirror: the person's left is on its left. `exchanged` turns that round.

struct exercise {
    const struct pose *pose; // borrowed; NULL: the quiet face
    enum side side;
    int effort; // 0..10, -1 not given
    enum exercise_mode mode;
    enum side assisted; // where the fingertip helps, as `side`; SIDE_NONE: on the step's side
    bool exchanged;
    bool still; // no movement between rest and pose: for people whom movement disturbs
};

// Of a segment whose pose is `pose` (NULL: none).
struct exercise exercise_of(const struct segment *segment, const struct pose *pose, bool exchanged,
                            bool still);
// Whether two ask for the same, so that what is kept of the one serves the other.
bool exercise_is_same(const struct exercise *one, const struct exercise *other);

// The farthest the face goes, the picture's sides.
struct face_units exercise_farthest(const struct exercise *exercise);

struct portrait_show exercise_show(const struct exercise *exercise, const struct frame *frame);

// Whether pictures are due at this frame; if not, in how many milliseconds within the segment
// (INT64_MAX: not within it).
bool exercise_moves(const struct exercise *exercise, const struct frame *frame);
int64_t exercise_moves_in_ms(const struct exercise *exercise, const struct frame *frame);
