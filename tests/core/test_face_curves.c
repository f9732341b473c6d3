// SPDX-License-Identifier: MIT
#include <assert.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/face.h"

static struct face face_doing(enum face_unit unit, double strength) {
    struct face_units units = {0};
    units.strength[unit][FACE_LEFT] = units.strength[unit][FACE_RIGHT] = strength;
    return face_of_units(&units, &units);
}

static double nearest(const struct point *curve, int count, struct point to) {
    double least = (double)INFINITY;
    for (int i = 0; i < count; i++) {
        least = fmin(least, hypot(curve[i].x - to.x, curve[i].y - to.y));
    }
    return least;
}

static void curves_go_through_their_landmarks(void **state) {
    (void)state;
    static const struct {
        enum face_curve curve;
        enum landmark first, last;
    } curves[] = {
        {CURVE_CONTOUR, LANDMARK_CROWN, LANDMARK_MENTON},
        {CURVE_EAR, LANDMARK_EAR_0, LANDMARK_EAR_5},
        {CURVE_BROW, LANDMARK_BROW_0, LANDMARK_BROW_4},
        {CURVE_UPPER_LID, LANDMARK_CANTHUS_INNER, LANDMARK_CANTHUS_OUTER},
        {CURVE_LOWER_LID, LANDMARK_LID_LOWER_1, LANDMARK_LID_LOWER_3},
        {CURVE_CREASE, LANDMARK_CREASE_0, LANDMARK_CREASE_4},
        {CURVE_WING, LANDMARK_WING_WIDE, LANDMARK_WING_LOW},
        {CURVE_FOLD, LANDMARK_FOLD_0, LANDMARK_FOLD_3},
        {CURVE_UPPER_EDGE, LANDMARK_MOUTH_CORNER, LANDMARK_UPPER_EDGE_2},
        {CURVE_UPPER_INNER, LANDMARK_UPPER_INNER_0, LANDMARK_UPPER_INNER_2},
        {CURVE_LOWER_INNER, LANDMARK_LOWER_INNER_0, LANDMARK_LOWER_INNER_2},
        {CURVE_LOWER_EDGE, LANDMARK_LOWER_EDGE_0, LANDMARK_LOWER_EDGE_2},
    };
    static_assert(sizeof curves / sizeof *curves == CURVE_COUNT, "every curve is looked at");
    struct face face = face_doing(UNIT_AU12, 0.5);
    face.head.turn = 0.3;
    for (int i = 0; i < CURVE_COUNT; i++) {
        for (int side = 0; side < FACE_SIDES; side++) {
            struct point points[FACE_CURVE_MAX];
            int count = face_curve(&face, curves[i].curve, (enum face_side)side, points);
            assert_true(count > 20 && count <= FACE_CURVE_MAX);
            for (int at = (int)curves[i].first; at <= (int)curves[i].last; at++) {
                struct point landmark =
                    face_landmark(&face, (enum face_side)side, (enum landmark)at);
                assert_true(nearest(points, count, landmark) < 1e-12);
            }
        }
    }
}

static void samples_lie_close(void **state) {
    (void)state;
    struct face face = face_doing(UNIT_AU27, 1);
    for (int curve = 0; curve < CURVE_COUNT; curve++) {
        struct point at[FACE_CURVE_MAX];
        int count = face_curve(&face, (enum face_curve)curve, FACE_RIGHT, at);
        for (int i = 1; i < count; i++) {
            assert_true(hypot(at[i].x - at[i - 1].x, at[i].y - at[i - 1].y) < 0.06);
        }
    }
}

// From the left corner to the right one, whatever the side.
static void lips_run_from_left_to_right(void **state) {
    (void)state;
    for (int curve = CURVE_UPPER_EDGE; curve <= CURVE_LOWER_EDGE; curve++) {
        struct point at[FACE_CURVE_MAX];
        int count = face_curve(face_neutral(), (enum face_curve)curve, FACE_LEFT, at);
        assert_true(at[0].x == -0.175 && at[0].y == 0.428);
        assert_true(at[count - 1].x == 0.175 && at[count - 1].y == 0.428);
    }
}

// The angle between the two inner edges where they leave the right corner, in degrees.
static double corner_angle(const struct face *face) {
    struct point upper[FACE_CURVE_MAX], lower[FACE_CURVE_MAX];
    int count = face_curve(face, CURVE_UPPER_INNER, FACE_RIGHT, upper);
    face_curve(face, CURVE_LOWER_INNER, FACE_RIGHT, lower);
    struct point a = upper[count - 2], b = lower[count - 2], corner = upper[count - 1];
    return fabs(atan2(a.y - corner.y, corner.x - a.x) - atan2(b.y - corner.y, corner.x - b.x)) *
           180 / 3.14159265358979323846;
}

static void corners_are_sharp_when_shut_and_round_when_open(void **state) {
    (void)state;
    struct face ajar = face_doing(UNIT_AU25, 0.5), open = face_doing(UNIT_AU27, 0.8);
    assert_true(corner_angle(face_neutral()) < 1);
    assert_true(corner_angle(&ajar) < 30);
    assert_true(corner_angle(&open) > 120);
}

// Curves are sampled before the head moves: a turn moves every sample, and crosses nothing.
static void curves_turn_with_the_head(void **state) {
    (void)state;
    struct face_units units = {0};
    units.strength[UNIT_TILT][FACE_LEFT] = units.strength[UNIT_TILT][FACE_RIGHT] = 1;
    struct face face = face_of_units(&units, &units);
    struct point tilted[FACE_CURVE_MAX], upright[FACE_CURVE_MAX];
    int count = face_curve(&face, CURVE_BROW, FACE_RIGHT, tilted);
    face_curve(face_neutral(), CURVE_BROW, FACE_RIGHT, upright);
    double turn = 17 * 3.14159265358979323846 / 180;
    for (int i = 0; i < count; i++) {
        double x = upright[i].x, down = upright[i].y - 0.78;
        assert_true(fabs(tilted[i].x - (x * cos(turn) - down * sin(turn))) < 1e-9);
        assert_true(fabs(tilted[i].y - (0.78 + x * sin(turn) + down * cos(turn))) < 1e-9);
    }
}

static void the_crease_stays_above_the_lid(void **state) {
    (void)state;
    struct face_units units = {0};
    for (int side = 0; side < FACE_SIDES; side++) {
        units.strength[UNIT_AU4][side] = units.strength[UNIT_AU9][side] = 1;
        units.strength[UNIT_AU5][side] = 1;
    }
    struct face face = face_of_units(&units, &units);
    struct point crease[FACE_CURVE_MAX], lid[FACE_CURVE_MAX];
    int count = face_curve(&face, CURVE_CREASE, FACE_RIGHT, crease);
    int length = face_curve(&face, CURVE_UPPER_LID, FACE_RIGHT, lid);
    for (int i = 0; i < count; i++) {
        for (int k = 0; k < length; k++) {
            bool beneath = fabs(lid[k].x - crease[i].x) < 0.004;
            assert_true(!beneath || crease[i].y < lid[k].y - 0.002);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(curves_go_through_their_landmarks),
        cmocka_unit_test(samples_lie_close),
        cmocka_unit_test(lips_run_from_left_to_right),
        cmocka_unit_test(corners_are_sharp_when_shut_and_round_when_open),
        cmocka_unit_test(curves_turn_with_the_head),
        cmocka_unit_test(the_crease_stays_above_the_lid),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
