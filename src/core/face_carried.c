// SPDX-License-Identifier: MIT
#include <math.h>

#include "core/face.h"

// How near a landmark has to be to carry a place along, and what keeps its weight finite upon it
// (face/face.md section 10); face widths.
static const double REACH = 0.2, BLUR = 0.0012;

// Brows and lids glide over what lies beneath them, and ears stand apart.
static bool carries(enum landmark landmark) {
    return !(landmark >= LANDMARK_EAR_0 && landmark <= LANDMARK_CREASE_4);
}

static double weight_at(double distance_squared) {
    return pow(distance_squared + BLUR, -1.5);
}

struct point face_carried(const struct face *face, struct point at) {
    const struct face *quiet = face_neutral();
    // What a landmark at the edge of the reach would weigh: the share of the skin that stays, so
    // that a place does not jump when a landmark comes within reach.
    double still = weight_at(REACH * REACH), sum = still;
    struct point way = {0, 0};
    for (int side = 0; side < FACE_SIDES; side++) {
        for (int i = 0; i < LANDMARK_COUNT; i++) {
            bool twice = side > 0 && landmark_is_midline((enum landmark)i);
            struct point from = quiet->at[side][i], to = face->at[side][i];
            double dx = from.x - at.x, dy = from.y - at.y, square = dx * dx + dy * dy;
            if (twice || !carries((enum landmark)i) || square >= REACH * REACH) {
                continue;
            }
            double weight = weight_at(square) - still;
            way.x += weight * (to.x - from.x);
            way.y += weight * (to.y - from.y);
            sum += weight;
        }
    }
    return (struct point){at.x + way.x / sum, at.y + way.y / sum};
}
