// SPDX-License-Identifier: MIT
#include <math.h>

#include "core/face_build.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

// Numbers of face/face.md section 5.3; face widths.
static const double THINNEST = 0.004;   // a lip, before it is pressed thinner
static const double SEALED = 0.92;      // of the gap is closed by a full seal,
static const double UPPER_SEALS = 0.25; // so much of that by the upper lip
static const double MEET = 0.45;        // where lips meet that would cross
static const double FIRST_BEYOND = 0.018, NEXT_BEYOND = 0.014; // knots of the inner edges
static const double EDGE_BEYOND = 0.012, CORNER_BEYOND = 0.006;

static const double FOLD_BELOW = 0.020; // the fold under the lip from the lip's edge, at least

// By how much of itself a unit makes a lip thicker.
static const struct {
    enum face_unit unit;
    double upper, lower;
} thickness[] = {
    {UNIT_AU12, -0.18, -0.14}, {UNIT_AU16, 0, -0.12},     {UNIT_AU18, 0.14, 0.12},
    {UNIT_AU20, -0.15, -0.15}, {UNIT_AU22, 0.16, 0.14},   {UNIT_AU23, -0.20, -0.20},
    {UNIT_AU24, -0.20, -0.25}, {UNIT_AU28, -0.88, -0.88}, {UNIT_AU34, -0.25, -0.25},
    {UNIT_AD29, -0.30, 0.40},
};

// A knot through both lips; the first lies on the midline, the corner has none.
enum { LIP_KNOTS = 3 };

static double seal_of(const struct face_units *units, enum face_side side) {
    return fmax(fmax(face_strength(units, UNIT_AU24, side), face_strength(units, UNIT_AU28, side)),
                fmax(0.9 * face_strength(units, UNIT_AU34, side),
                     0.6 * face_strength(units, UNIT_AU35, side)));
}

// `side` is that of the strengths, FACE_SIDES on the midline.
static void thicken(struct point knots[LANDMARK_COUNT], int knot, const struct face_units *units,
                    enum face_side side) {
    const struct point *upper_inner = &knots[LANDMARK_UPPER_INNER_0 + knot];
    const struct point *lower_inner = &knots[LANDMARK_LOWER_INNER_0 + knot];
    struct point *upper = &knots[LANDMARK_UPPER_EDGE_0 + knot];
    struct point *lower = &knots[LANDMARK_LOWER_EDGE_0 + knot];
    double upper_factor = 1, lower_factor = 1;
    for (int i = 0; i < COUNT(thickness); i++) {
        double strength = face_strength(units, thickness[i].unit, side);
        upper_factor *= 1 + thickness[i].upper * strength;
        lower_factor *= 1 + thickness[i].lower * strength;
    }
    upper->y = fmin(upper->y, upper_inner->y - THINNEST);
    lower->y = fmax(lower->y, lower_inner->y + THINNEST);
    // Added rather than set, so that a factor of 1 leaves the last bit.
    upper->y -= (upper_inner->y - upper->y) * (upper_factor - 1);
    lower->y += (lower->y - lower_inner->y) * (lower_factor - 1);
}

// Closes the gap by the seal, and lets lips meet that would cross. The red of the lips goes with
// them.
static void seal(struct point knots[LANDMARK_COUNT], int knot, double share) {
    struct point *upper = &knots[LANDMARK_UPPER_INNER_0 + knot];
    struct point *lower = &knots[LANDMARK_LOWER_INNER_0 + knot];
    double gap = lower->y - upper->y;
    double closed = gap > 0 ? gap * SEALED * share : gap;
    double by_upper = closed * (gap > 0 ? UPPER_SEALS : MEET);
    upper->x = lower->x = (upper->x + lower->x) / 2;
    upper->y += by_upper;
    lower->y = gap > 0 ? lower->y - (closed - by_upper) : upper->y;
    knots[LANDMARK_UPPER_EDGE_0 + knot].y += by_upper;
    knots[LANDMARK_LOWER_EDGE_0 + knot].y -= closed - by_upper;
}

// Lays a knot no nearer to the corner's side than `beyond` behind the one before.
static void keep_beyond(struct point *knot, const struct point *before, double outward,
                        double beyond) {
    if ((knot->x - before->x) * outward < beyond) {
        knot->x = before->x + outward * beyond;
    }
}

static void keep_order(struct point knots[LANDMARK_COUNT], double outward) {
    static const enum landmark inner[] = {LANDMARK_UPPER_INNER_0, LANDMARK_LOWER_INNER_0};
    static const enum landmark edges[] = {LANDMARK_UPPER_EDGE_0, LANDMARK_LOWER_EDGE_0};
    struct point *corner = &knots[LANDMARK_MOUTH_CORNER];
    for (int lip = 0; lip < COUNT(inner); lip++) {
        struct point *at = &knots[inner[lip]];
        keep_beyond(&at[1], &at[0], outward, FIRST_BEYOND);
        keep_beyond(&at[2], &at[1], outward, NEXT_BEYOND);
        keep_beyond(corner, &at[2], outward, NEXT_BEYOND);
    }
    for (int lip = 0; lip < COUNT(edges); lip++) {
        struct point *at = &knots[edges[lip]];
        keep_beyond(&at[1], &at[0], outward, EDGE_BEYOND);
        keep_beyond(&at[2], &at[1], outward, EDGE_BEYOND);
        keep_beyond(corner, &at[2], outward, CORNER_BEYOND);
    }
}

void face_move_lips(struct face *face) {
    for (int i = 0; i < FACE_SIDES; i++) {
        struct point *knots = face->at[i];
        for (int knot = 0; knot < LIP_KNOTS; knot++) {
            enum face_side side = knot > 0 ? (enum face_side)i : FACE_SIDES;
            thicken(knots, knot, &face->units, side);
            seal(knots, knot, seal_of(&face->units, side));
        }
        keep_order(knots, face_outward((enum face_side)i));
        struct point *fold = &knots[LANDMARK_LABIOMENTAL];
        fold->y = fmax(fold->y, knots[LANDMARK_LOWER_EDGE_0].y + FOLD_BELOW);
        face->state[i].seal = seal_of(&face->units, (enum face_side)i);
    }
    const struct point *middle = face->at[FACE_RIGHT];
    face->open = middle[LANDMARK_LOWER_INNER_0].y - middle[LANDMARK_UPPER_INNER_0].y;
}
