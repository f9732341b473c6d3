// SPDX-License-Identifier: MIT
#include "core/face.h"

#include <math.h>

// The neutral face, the picture's right half (face/face.md section 3).
static const struct {
    struct point at;
    double depth;
} neutral[LANDMARK_COUNT] = {
    [LANDMARK_CROWN] = {{0.000, -0.600}, 0.25},
    [LANDMARK_CONTOUR_0] = {{0.392, -0.455}, 0.10},
    [LANDMARK_CONTOUR_1] = {{0.462, -0.270}, 0.06},
    [LANDMARK_CONTOUR_2] = {{0.488, -0.090}, 0.04},
    [LANDMARK_CONTOUR_3] = {{0.490, 0.070}, 0.05},
    [LANDMARK_CONTOUR_4] = {{0.472, 0.225}, 0.07},
    [LANDMARK_CONTOUR_5] = {{0.436, 0.365}, 0.09},
    [LANDMARK_CONTOUR_6] = {{0.380, 0.490}, 0.11},
    [LANDMARK_CONTOUR_7] = {{0.300, 0.600}, 0.17},
    [LANDMARK_CONTOUR_8] = {{0.197, 0.690}, 0.26},
    [LANDMARK_CONTOUR_9] = {{0.098, 0.740}, 0.33},
    [LANDMARK_MENTON] = {{0.000, 0.752}, 0.36},
    [LANDMARK_EAR_0] = {{0.470, -0.050}, -0.12},
    [LANDMARK_EAR_1] = {{0.512, -0.085}, -0.14},
    [LANDMARK_EAR_2] = {{0.552, -0.045}, -0.16},
    [LANDMARK_EAR_3] = {{0.548, 0.055}, -0.16},
    [LANDMARK_EAR_4] = {{0.522, 0.150}, -0.15},
    [LANDMARK_EAR_5] = {{0.485, 0.195}, -0.12},
    [LANDMARK_BROW_0] = {{0.098, -0.150}, 0.36},
    [LANDMARK_BROW_1] = {{0.156, -0.168}, 0.35},
    [LANDMARK_BROW_2] = {{0.226, -0.179}, 0.32},
    [LANDMARK_BROW_3] = {{0.298, -0.171}, 0.27},
    [LANDMARK_BROW_4] = {{0.368, -0.128}, 0.20},
    [LANDMARK_CANTHUS_INNER] = {{0.106, 0.019}, 0.29},
    [LANDMARK_LID_UPPER_1] = {{0.158, -0.030}, 0.31},
    [LANDMARK_LID_UPPER_2] = {{0.230, -0.049}, 0.30},
    [LANDMARK_LID_UPPER_3] = {{0.302, -0.039}, 0.26},
    [LANDMARK_CANTHUS_OUTER] = {{0.352, -0.002}, 0.21},
    [LANDMARK_LID_LOWER_1] = {{0.158, 0.042}, 0.31},
    [LANDMARK_LID_LOWER_2] = {{0.230, 0.053}, 0.30},
    [LANDMARK_LID_LOWER_3] = {{0.302, 0.037}, 0.26},
    [LANDMARK_IRIS] = {{0.228, -0.002}, 0.30},
    [LANDMARK_CREASE_0] = {{0.116, -0.014}, 0.29},
    [LANDMARK_CREASE_1] = {{0.158, -0.059}, 0.31},
    [LANDMARK_CREASE_2] = {{0.232, -0.084}, 0.30},
    [LANDMARK_CREASE_3] = {{0.308, -0.071}, 0.26},
    [LANDMARK_CREASE_4] = {{0.366, -0.026}, 0.20},
    [LANDMARK_NOSE_BRIDGE] = {{0.000, 0.040}, 0.42},
    [LANDMARK_NOSE_SIDE] = {{0.060, 0.080}, 0.40},
    [LANDMARK_WING_TOP] = {{0.108, 0.196}, 0.38},
    [LANDMARK_WING_WIDE] = {{0.126, 0.232}, 0.37},
    [LANDMARK_WING_LOW] = {{0.112, 0.266}, 0.37},
    [LANDMARK_WING_FOOT] = {{0.082, 0.268}, 0.40},
    [LANDMARK_NOSTRIL] = {{0.050, 0.272}, 0.44},
    [LANDMARK_NOSE_TIP] = {{0.000, 0.232}, 0.52},
    [LANDMARK_SUBNASALE] = {{0.000, 0.286}, 0.44},
    [LANDMARK_MOUTH_CORNER] = {{0.175, 0.428}, 0.34},
    [LANDMARK_UPPER_EDGE_0] = {{0.000, 0.398}, 0.43},
    [LANDMARK_UPPER_EDGE_1] = {{0.040, 0.390}, 0.42},
    [LANDMARK_UPPER_EDGE_2] = {{0.108, 0.413}, 0.39},
    [LANDMARK_UPPER_INNER_0] = {{0.000, 0.440}, 0.43},
    [LANDMARK_UPPER_INNER_1] = {{0.050, 0.437}, 0.42},
    [LANDMARK_UPPER_INNER_2] = {{0.116, 0.439}, 0.39},
    [LANDMARK_LOWER_INNER_0] = {{0.000, 0.440}, 0.43},
    [LANDMARK_LOWER_INNER_1] = {{0.050, 0.437}, 0.42},
    [LANDMARK_LOWER_INNER_2] = {{0.116, 0.439}, 0.39},
    [LANDMARK_LOWER_EDGE_0] = {{0.000, 0.507}, 0.43},
    [LANDMARK_LOWER_EDGE_1] = {{0.064, 0.499}, 0.42},
    [LANDMARK_LOWER_EDGE_2] = {{0.128, 0.473}, 0.39},
    [LANDMARK_FOLD_0] = {{0.134, 0.222}, 0.36},
    [LANDMARK_FOLD_1] = {{0.178, 0.292}, 0.36},
    [LANDMARK_FOLD_2] = {{0.214, 0.366}, 0.33},
    [LANDMARK_FOLD_3] = {{0.226, 0.440}, 0.31},
    [LANDMARK_CHEEK] = {{0.300, 0.195}, 0.30},
    [LANDMARK_HOLLOW] = {{0.335, 0.360}, 0.22},
    [LANDMARK_LABIOMENTAL] = {{0.000, 0.545}, 0.40},
    [LANDMARK_CHIN_BOSS] = {{0.000, 0.640}, 0.40},
};

bool landmark_is_midline(enum landmark landmark) {
    return fabs(neutral[landmark].at.x) < 1e-9;
}

double landmark_depth(enum landmark landmark) {
    return neutral[landmark].depth;
}

double face_depth_at(double x, double y) {
    return 0.40 * sqrt(fmax(0, 1 - x * x / 0.36 - y * y / 1.3225));
}

static struct face quiet(void) {
    struct face face = {0};
    for (int i = 0; i < LANDMARK_COUNT; i++) {
        face.at[FACE_RIGHT][i] = neutral[i].at;
        face.at[FACE_LEFT][i] = (struct point){-neutral[i].at.x, neutral[i].at.y};
    }
    return face;
}

const struct face *face_neutral(void) {
    static struct face face;
    face = quiet();
    return &face;
}

struct face face_of_units(const struct face_units *units, const struct face_units *soft) {
    (void)soft;
    struct face face = quiet();
    face.units = *units;
    return face;
}

struct point face_place(const struct face *face, struct point at, double depth) {
    (void)face;
    (void)depth;
    return at;
}

struct point face_landmark(const struct face *face, enum face_side side, enum landmark landmark) {
    return face_place(face, face->at[side][landmark], neutral[landmark].depth);
}

struct point face_carried(const struct face *face, struct point at) {
    (void)face;
    return at;
}
