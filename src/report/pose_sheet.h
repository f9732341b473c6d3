// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "base/error.h"
#include "core/face_look.h"
#include "core/pose.h"

// The contact sheet: every pose that is a face, at full strength, each with its title and its id.
// `path` ends as picture_kind.h knows it; errors name the reason without it.

struct pose_sheet {
    const struct pose *poses; // borrowed; scenes among them are left out
    int count;
    struct face_look look;
};
// False with a sentence when there is no pose, or more than a picture has room for.
bool pose_sheet_write(const struct pose_sheet *what, const char *path, struct error *err);
