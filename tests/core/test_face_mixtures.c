// SPDX-License-Identifier: MIT
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/face.h"
#include "random_routine.h"

// Whatever the units are, alone or together, sensible or not: the face stays a face.

enum { MIXTURES = 100000 };

// What face_curve may round away.
static const double ROUNDING = 1e-12;

static double random_share(uint64_t *seed) {
    return (double)(random_next(seed) >> 11) / 9007199254740992.0;
}

// A third at rest, some at their ends, the rest between, and now and then what is no strength at
// all.
static double random_strength(uint64_t *seed, double least) {
    static const double odd[] = {(double)NAN, (double)INFINITY, -(double)INFINITY, -0.0, 1e300, -7};
    switch (random_in(seed, 0, 8)) {
    case 0:
    case 1:
    case 2:
        return 0;
    case 3:
        return 1;
    case 4:
        return least;
    case 5:
        return random_in(seed, 0, 9) ? 1 : odd[random_in(seed, 0, 5)];
    default:
        return least + (1 - least) * random_share(seed);
    }
}

static struct face_units random_units(uint64_t *seed) {
    struct face_units units;
    for (int unit = 0; unit < UNIT_COUNT; unit++) {
        double least = face_unit_is_signed((enum face_unit)unit) ? -1 : 0;
        units.strength[unit][FACE_LEFT] = random_strength(seed, least);
        units.strength[unit][FACE_RIGHT] =
            random_in(seed, 0, 1) ? units.strength[unit][FACE_LEFT] : random_strength(seed, least);
    }
    return units;
}

// The face before its head is turned.
static struct face straight(const struct face *face) {
    struct face result = *face;
    result.head = (struct face_head){0};
    return result;
}

static void check_pair(const struct face *face, enum face_curve above, enum face_curve below,
                       enum face_side side, int mixture) {
    struct point upper[FACE_CURVE_MAX], lower[FACE_CURVE_MAX];
    int count = face_curve(face, above, side, upper);
    assert_int_equal(face_curve(face, below, side, lower), count);
    for (int i = 0; i < count; i++) {
        // One x, so that what is in order at the samples is in order between them.
        if (fabs(upper[i].x - lower[i].x) > ROUNDING || upper[i].y > lower[i].y) {
            fail_msg("mixture %d: curves %d and %d cross at sample %d: %.6f %.6f over %.6f %.6f",
                     mixture, (int)above, (int)below, i, upper[i].x, upper[i].y, lower[i].x,
                     lower[i].y);
        }
    }
}

// The y of a curve over x, nearest to the outer side (`sense` -1 above, 1 below); NAN beyond its
// ends.
static double over(const struct point *curve, int count, double x, double sense) {
    double most = (double)NAN;
    for (int i = 0; i + 1 < count; i++) {
        struct point a = curve[i], b = curve[i + 1];
        if (x < fmin(a.x, b.x) || x > fmax(a.x, b.x) || fabs(b.x - a.x) < 1e-15) {
            continue;
        }
        double y = a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x);
        most = isnan(most) || sense * y > sense * most ? y : most;
    }
    return most;
}

static void check_outside(const struct face *face, enum face_curve edge, enum face_curve inner,
                          double sense, double least, int mixture) {
    struct point at[FACE_CURVE_MAX], line[FACE_CURVE_MAX];
    int count = face_curve(face, edge, FACE_RIGHT, at);
    int length = face_curve(face, inner, FACE_RIGHT, line);
    for (int i = 0; i < count; i++) {
        double y = over(line, length, at[i].x, sense);
        if (!isnan(y) && sense * at[i].y < sense * y + least - 1e-9) {
            fail_msg("mixture %d: curve %d lies inside %d by %.6f at sample %d", mixture, (int)edge,
                     (int)inner, sense * (y - at[i].y), i);
        }
    }
}

// The lids' knots themselves, which parts of the picture are laid by.
static void check_lids(const struct face *face, enum face_side side, int mixture) {
    for (int knot = 0; knot < 3; knot++) {
        struct point upper = face->at[side][LANDMARK_LID_UPPER_1 + knot];
        struct point crease = face->at[side][LANDMARK_CREASE_1 + knot];
        if (face->at[side][LANDMARK_LID_LOWER_1 + knot].y < upper.y || crease.y > upper.y - 0.005) {
            fail_msg("mixture %d: knot %d of the lids is out of order", mixture, knot);
        }
    }
}

static void check_apart(const struct face *face, int mixture) {
    for (int side = 0; side < FACE_SIDES; side++) {
        check_lids(face, (enum face_side)side, mixture);
        check_pair(face, CURVE_UPPER_LID, CURVE_LOWER_LID, (enum face_side)side, mixture);
    }
    check_pair(face, CURVE_UPPER_INNER, CURVE_LOWER_INNER, FACE_RIGHT, mixture);
    if (mixture % 4 == 0) {
        check_outside(face, CURVE_CREASE, CURVE_UPPER_LID, -1, 0.006, mixture);
        check_outside(face, CURVE_UPPER_EDGE, CURVE_UPPER_INNER, -1, 0, mixture);
        check_outside(face, CURVE_LOWER_EDGE, CURVE_LOWER_INNER, 1, 0, mixture);
    }
}

// Numbers, and within the room that a picture leaves the head: to where the neck meets the shirt
// (face/face.md section 2), and with a head that is turned or tucked as well to the collar.
static void check_point(const struct face *face, struct point at, int mixture) {
    double lowest = fabs(face->head.turn) + face->head.tuck > 0 ? 1.05 : 1;
    if (!(fabs(at.x) <= 0.95 && at.y >= -1 && at.y <= lowest)) {
        fail_msg("mixture %d: a point lies at %.4f, %.4f", mixture, at.x, at.y);
    }
}

static void check_within(const struct face *face, int mixture) {
    for (int i = 0; i < LANDMARK_COUNT; i++) {
        for (int side = 0; side < FACE_SIDES; side++) {
            struct point from = face_neutral()->at[side][i], to = face->at[side][i];
            check_point(face, face_landmark(face, (enum face_side)side, (enum landmark)i), mixture);
            if (!(hypot(to.x - from.x, to.y - from.y) <= 0.30)) {
                fail_msg("mixture %d: landmark %d went to %.4f, %.4f", mixture, i, to.x, to.y);
            }
        }
    }
    struct point curve[FACE_CURVE_MAX];
    int count = face_curve(face, CURVE_CONTOUR, FACE_RIGHT, curve);
    for (int i = 0; mixture % 4 == 0 && i < count; i++) {
        check_point(face, curve[i], mixture);
    }
}

// The lips' knots from the middle to the corner.
static void check_order(const struct face *face, int mixture) {
    static const enum landmark rows[] = {LANDMARK_UPPER_EDGE_0, LANDMARK_UPPER_INNER_0,
                                         LANDMARK_LOWER_INNER_0, LANDMARK_LOWER_EDGE_0};
    for (int row = 0; row < 4; row++) {
        for (int side = 0; side < FACE_SIDES; side++) {
            const struct point *knots = &face->at[side][rows[row]];
            double outward = side == FACE_RIGHT ? 1 : -1;
            double corner = face->at[side][LANDMARK_MOUTH_CORNER].x;
            if ((knots[1].x - knots[0].x) * outward < 0.0119 ||
                (knots[2].x - knots[1].x) * outward < 0.0119 ||
                (corner - knots[2].x) * outward < 0.0059) {
                fail_msg("mixture %d: knots of row %d out of order", mixture, row);
            }
        }
    }
}

// One below the other on the midline, from the nose to the chin.
static void check_midline(const struct face *face, int mixture) {
    static const enum landmark down[] = {
        LANDMARK_NOSE_BRIDGE,  LANDMARK_NOSE_TIP,      LANDMARK_SUBNASALE,
        LANDMARK_UPPER_EDGE_0, LANDMARK_UPPER_INNER_0, LANDMARK_LOWER_INNER_0,
        LANDMARK_LOWER_EDGE_0, LANDMARK_LABIOMENTAL,   LANDMARK_MENTON,
    };
    for (size_t i = 1; i < sizeof down / sizeof *down; i++) {
        struct point above = face->at[FACE_RIGHT][down[i - 1]], at = face->at[FACE_RIGHT][down[i]];
        if (at.y < above.y) {
            fail_msg("mixture %d: landmark %d lies above %d", mixture, (int)down[i],
                     (int)down[i - 1]);
        }
        assert_memory_equal(&face->at[FACE_LEFT][down[i]], &at, sizeof at);
    }
}

static void check_states(const struct face *face) {
    for (int side = 0; side < FACE_SIDES; side++) {
        const struct face_side_state *state = &face->state[side];
        const double values[] = {state->closing, state->squeeze,    state->apple, state->fold,
                                 state->pouch,   state->crow / 1.3, state->brow,  state->glabella,
                                 state->puff,    state->seal};
        for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
            assert_true(values[i] >= 0 && values[i] <= 1);
        }
    }
    assert_true(face->open >= 0 && face->open <= 0.3);
}

static void no_mixture_breaks_the_face(void **state) {
    (void)state;
    uint64_t seed = seed_usual();
    for (int mixture = 0; mixture < MIXTURES; mixture++) {
        struct face_units units = random_units(&seed);
        struct face_units soft = random_in(&seed, 0, 3) ? units : random_units(&seed);
        struct face face = face_of_units(&units, &soft);
        struct face upright = straight(&face);
        check_within(&face, mixture);
        check_apart(&upright, mixture);
        check_order(&face, mixture);
        check_midline(&face, mixture);
        check_states(&face);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_mixture_breaks_the_face),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
