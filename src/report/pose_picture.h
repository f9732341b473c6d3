// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "base/error.h"
#include "core/face_look.h"
#include "core/pose.h"

// One pose as a picture in a file, on the light ground of the day, because it is printed and sent
// to others. `path` ends as picture_kind.h knows it; errors name the reason without it.

struct pose_picture {
    const struct pose *pose; // borrowed; not a scene
    enum side side;          // left, right, or any other for both
    int effort;              // 0 to 10
    bool muscles;            // those that work glow and are named
    bool exchanged;          // as another person sees the face: its left on the picture's right
    struct face_look look;
};
bool pose_picture_write(const struct pose_picture *what, const char *path, struct error *err);
