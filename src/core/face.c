// SPDX-License-Identifier: MIT
#include "core/face.h"

#include <math.h>

#include "core/face_build.h"
#include "core/face_ways.h"

// How much of a one-sided smile the middle of the mouth, the lower lip's edge, the upper one's and
// the nose follow (face/face.md section 5.1, midline pull).
static const double PULL = 0.06, PULL_LOWER_EDGE = 0.8, PULL_UPPER_EDGE = 0.5, PULL_NOSE = 0.1;

bool landmark_is_soft(enum landmark landmark) {
    return landmark >= LANDMARK_FOLD_0 && landmark <= LANDMARK_HOLLOW;
}

double face_strength(const struct face_units *units, enum face_unit unit, enum face_side side) {
    const double *strength = units->strength[unit];
    return side < FACE_SIDES ? strength[side] : (strength[FACE_LEFT] + strength[FACE_RIGHT]) / 2;
}

double face_outward(enum face_side side) {
    return side == FACE_RIGHT ? 1 : -1;
}

void face_shift(struct face *face, enum face_side side, enum landmark landmark, struct point by) {
    bool midline = landmark_is_midline(landmark);
    for (int each = 0; each < FACE_SIDES; each++) {
        if (midline || each == (int)side) {
            face->at[each][landmark].x += face_outward(side) * by.x;
            face->at[each][landmark].y += by.y;
        }
    }
}

// Every landmark by the sum of its ways. What lies on the midline takes half of each side's, so
// that both alike leave it there.
static void move_by_ways(struct face *face, const struct face_units *soft) {
    for (int unit = 0; unit < UNIT_COUNT; unit++) {
        const struct face_way *way = face_ways_of((enum face_unit)unit);
        for (; !face_way_ends(way); way++) {
            const struct face_units *units = landmark_is_soft(way->landmark) ? soft : &face->units;
            double share = landmark_is_midline(way->landmark) ? 0.0005 : 0.001;
            for (int side = 0; side < FACE_SIDES; side++) {
                double strength = units->strength[unit][side] * share;
                struct point by = {way->out * strength, way->down * strength};
                face_shift(face, (enum face_side)side, way->landmark, by);
            }
        }
    }
}

// One corner drags the middle of the mouth along a little.
static void pull_midline(struct face *face) {
    static const struct {
        enum landmark landmark;
        double share;
    } pulled[] = {
        {LANDMARK_UPPER_INNER_0, 1},
        {LANDMARK_LOWER_INNER_0, 1},
        {LANDMARK_LOWER_EDGE_0, PULL_LOWER_EDGE},
        {LANDMARK_UPPER_EDGE_0, PULL_UPPER_EDGE},
        {LANDMARK_NOSE_TIP, PULL_NOSE},
        {LANDMARK_SUBNASALE, PULL_NOSE},
    };
    double pull = PULL * (face->at[FACE_RIGHT][LANDMARK_MOUTH_CORNER].x +
                          face->at[FACE_LEFT][LANDMARK_MOUTH_CORNER].x);
    for (int i = 0; i < (int)(sizeof pulled / sizeof *pulled); i++) {
        struct point by = {pull * pulled[i].share, 0};
        face_shift(face, FACE_RIGHT, pulled[i].landmark, by);
    }
}

struct face face_of_units(const struct face_units *units, const struct face_units *soft) {
    struct face face = *face_neutral();
    struct face_units later = face_units_in_range(soft);
    face.units = face_units_in_range(units);
    move_by_ways(&face, &later);
    pull_midline(&face);
    face_find_head(&face);
    face_move_jaw(&face, &later);
    face_move_eyes(&face);
    face_move_lips(&face);
    face_find_states(&face, &later);
    return face;
}
