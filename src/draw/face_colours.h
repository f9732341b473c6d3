// SPDX-License-Identifier: MIT
#pragma once

#include "core/face_look.h"
#include "draw/theme.h"

// The colours of a drawn person. The face itself is the same in every theme; what it stands before
// is not (face/face.md section 8).

struct face_colours {
    struct colour base, shadow, blush, lip, line, light; // of the skin
    double blush_alpha;                                  // a little stronger on dark skin
    struct colour hair, hair_light, hair_dark;
    bool hair_is_grey;
    struct colour eye;
    struct colour shirt;
    struct colour disc;        // behind the head
    struct colour point;       // what points at something: the side's mark, the imagined outline
    struct colour glow, fibre; // a working muscle
};

struct face_colours face_colours_of(const struct face_look *look, const struct theme *theme);
