// SPDX-License-Identifier: MIT
#include "core/face.h"

enum { KNOTS_MAX = 32, STEPS = 8 };

static struct point smooth(struct point a, struct point b, struct point c, struct point d, double t) {
    double h[4] = {(1 - t) * (1 - t) * (1 - t), 3 * t * (1 - t) * (1 - t), 3 * t * t * (1 - t), t * t * t};
    struct point b1 = {b.x + (c.x - a.x) / 6, b.y + (c.y - a.y) / 6};
    struct point c1 = {c.x - (d.x - b.x) / 6, c.y - (d.y - b.y) / 6};
    return (struct point){h[0] * b.x + h[1] * b1.x + h[2] * c1.x + h[3] * c.x,
                          h[0] * b.y + h[1] * b1.y + h[2] * c1.y + h[3] * c.y};
}

static int sample(const struct point *k, int n, bool closed, struct point *out) {
    int count = 0;
    for (int i = 0; i < (closed ? n : n - 1); i++) {
        struct point a = closed ? k[(i + n - 1) % n] : k[i > 0 ? i - 1 : 0];
        struct point b = k[i], c = k[(i + 1) % n];
        struct point d = closed ? k[(i + 2) % n] : k[i + 2 < n ? i + 2 : n - 1];
        for (int j = 0; j < STEPS; j++)
            out[count++] = smooth(a, b, c, d, (double)j / STEPS);
    }
    if (!closed)
        out[count++] = k[n - 1];
    return count;
}

static int one_side(const struct face *face, enum face_side side, enum landmark from, int n,
                    struct point *out) {
    struct point k[KNOTS_MAX];
    for (int i = 0; i < n; i++)
        k[i] = face_landmark(face, side, (enum landmark)(from + i));
    return sample(k, n, false, out);
}

static int lip(const struct face *face, enum landmark first, struct point *out) {
    struct point k[KNOTS_MAX];
    k[0] = face_landmark(face, FACE_LEFT, LANDMARK_MOUTH_CORNER);
    for (int i = 0; i < 3; i++) {
        k[3 - i] = face_landmark(face, FACE_LEFT, (enum landmark)(first + i));
        k[3 + i] = face_landmark(face, FACE_RIGHT, (enum landmark)(first + i));
    }
    k[6] = face_landmark(face, FACE_RIGHT, LANDMARK_MOUTH_CORNER);
    return sample(k, 7, false, out);
}

static int lower_lid(const struct face *face, enum face_side side, struct point *out) {
    struct point k[KNOTS_MAX];
    k[0] = face_landmark(face, side, LANDMARK_CANTHUS_INNER);
    for (int i = 0; i < 3; i++)
        k[1 + i] = face_landmark(face, side, (enum landmark)(LANDMARK_LID_LOWER_1 + i));
    k[4] = face_landmark(face, side, LANDMARK_CANTHUS_OUTER);
    return sample(k, 5, false, out);
}

int face_curve(const struct face *face, enum face_curve curve, enum face_side side,
               struct point out[FACE_CURVE_MAX]) {
    struct point k[KNOTS_MAX];
    switch (curve) {
    case CURVE_CONTOUR:
        for (int i = 0; i <= 11; i++)
            k[i] = face_landmark(face, FACE_RIGHT, (enum landmark)(LANDMARK_CROWN + i));
        for (int i = 1; i <= 10; i++)
            k[11 + i] = face_landmark(face, FACE_LEFT, (enum landmark)(LANDMARK_CONTOUR_9 + 1 - i));
        return sample(k, 22, true, out);
    case CURVE_EAR:
        return one_side(face, side, LANDMARK_EAR_0, 6, out);
    case CURVE_BROW:
        return one_side(face, side, LANDMARK_BROW_0, 5, out);
    case CURVE_UPPER_LID:
        return one_side(face, side, LANDMARK_CANTHUS_INNER, 5, out);
    case CURVE_LOWER_LID:
        return lower_lid(face, side, out);
    case CURVE_CREASE:
        return one_side(face, side, LANDMARK_CREASE_0, 5, out);
    case CURVE_WING:
        return one_side(face, side, LANDMARK_WING_TOP, 4, out);
    case CURVE_FOLD:
        return one_side(face, side, LANDMARK_FOLD_0, 4, out);
    case CURVE_UPPER_EDGE:
        return lip(face, LANDMARK_UPPER_EDGE_0, out);
    case CURVE_UPPER_INNER:
        return lip(face, LANDMARK_UPPER_INNER_0, out);
    case CURVE_LOWER_INNER:
        return lip(face, LANDMARK_LOWER_INNER_0, out);
    default:
        return lip(face, LANDMARK_LOWER_EDGE_0, out);
    }
}
