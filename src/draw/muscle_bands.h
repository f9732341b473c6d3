// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "draw/face_parts.h"

// Where each muscle lies under the skin of the quiet face, as a band from its origin on the bone to
// its insertion in the skin (face/face.md section 10; the attachments are those of any anatomical
// atlas). The picture's right half, in the face's unit.

enum band_shape {
    BAND_STRAP,  // along a smooth line through `at`
    BAND_RING,   // around at[0] with the radii at[1], from the nose's side round to it again
    BAND_HALF,   // the half of such a ring that lies on one side of the face
    BAND_LIDS,   // two arcs on the lids from corner to corner; they follow the lids, not `at`
    BAND_LEVATOR // fans out above the upper lid and follows it
};

enum { BAND_POINTS_MAX = 4 };

struct muscle_band {
    enum band_shape shape;
    enum muscle_layer layer;
    bool deep; // behind bone or under another muscle: fainter
    int fibres;
    int count;
    struct point at[BAND_POINTS_MAX];
    double widths[3]; // at the origin, in the middle, at the insertion
};

const struct muscle_band *muscle_band(enum muscle muscle);
