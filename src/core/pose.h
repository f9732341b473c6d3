// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "core/face_units.h"
#include "core/muscle.h"
#include "core/routine.h"

// A pose of the catalogue: what the face does in it, which muscles do it, and the words that go
// with it. A plain value; texts are borrowed from the catalogue and NULL where it gives none. Sides
// are the person's own throughout.

enum { POSE_MUSCLES_MAX = 16 };

struct pose {
    const char *id, *title, *how, *avoid;
    enum pose_moves moves;
    bool one_sided; // its id ends in _left or _right
    bool scene;     // of the body or the surroundings: no units, drawn as a scene
    struct face_units units;
    enum muscle muscles[POSE_MUSCLES_MAX];
    int muscle_count;
};

// The side that an id ends in, "smile_left" or "smile_right"; FACE_SIDES for any other.
enum face_side pose_id_side(const char *id);

// What is to be drawn of it: its units on the side that is asked for (of a pose that says its side
// already nothing is taken; what goes sideways goes there) and as strong as the effort of 0 to 10
// has them; negative: none given. Lids that are to be shut are shut at any effort.
struct face_units pose_units_for(const struct pose *pose, enum side side, int effort);

// Which of its muscles work on which side. A jaw is slid by the pterygoids of the other side and
// the temporalis of the same one (face/poses.md).
void pose_muscles_for(const struct pose *pose, enum side side,
                      bool works[FACE_SIDES][MUSCLE_COUNT]);
