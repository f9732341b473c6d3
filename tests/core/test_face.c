// SPDX-License-Identifier: MIT
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "core/face.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

// What is smaller than the last bits of sums of some forty ways.
static const double ROUNDING = 1e-12;

static struct face face_of(const struct face_units *units) {
    return face_of_units(units, units);
}

// A face that does this unit alone, on both sides.
static struct face face_doing(enum face_unit unit, double strength) {
    struct face_units units = {0};
    units.strength[unit][FACE_LEFT] = units.strength[unit][FACE_RIGHT] = strength;
    return face_of(&units);
}

static struct point way_of(const struct face *face, enum face_side side, enum landmark landmark) {
    struct point from = face_landmark(face_neutral(), side, landmark);
    struct point to = face_landmark(face, side, landmark);
    return (struct point){to.x - from.x, to.y - from.y};
}

static void strength_0_is_the_quiet_face_to_the_bit(void **state) {
    (void)state;
    struct face_units units = {0}, full;
    struct face face = face_of(&units);
    assert_memory_equal(&face, face_neutral(), sizeof face);
    for (int unit = 0; unit < UNIT_COUNT; unit++) {
        full.strength[unit][FACE_LEFT] = full.strength[unit][FACE_RIGHT] = unit % 2 ? 1 : -1;
    }
    units = face_units_scaled(&full, 0);
    face = face_of(&units);
    assert_memory_equal(face.at, face_neutral()->at, sizeof face.at);
    for (int i = 0; i < LANDMARK_COUNT; i++) {
        struct point placed = face_landmark(&face, FACE_RIGHT, (enum landmark)i);
        assert_memory_equal(&placed, &face.at[FACE_RIGHT][i], sizeof placed);
    }
}

// Where a landmark of the picture's right half goes at full strength: out and down are the signs, 0
// where it hardly goes that way; `least` is how far it has to go, in thousandths of the face width.
static const struct {
    enum face_unit unit;
    enum landmark landmark;
    int out, down, least;
} directions[] = {
    {UNIT_AU1, LANDMARK_BROW_0, 0, -1, 40},        {UNIT_AU2, LANDMARK_BROW_3, 0, -1, 40},
    {UNIT_AU2, LANDMARK_BROW_4, 0, -1, 30},        {UNIT_AU4, LANDMARK_BROW_0, -1, 1, 35},
    {UNIT_AU5, LANDMARK_LID_UPPER_2, 0, -1, 25},   {UNIT_AU6, LANDMARK_CHEEK, 0, -1, 35},
    {UNIT_AU6, LANDMARK_LID_LOWER_2, 0, -1, 10},   {UNIT_AU7, LANDMARK_LID_LOWER_2, 0, -1, 20},
    {UNIT_AU7, LANDMARK_LID_UPPER_2, 0, 1, 5},     {UNIT_AU9, LANDMARK_WING_TOP, 0, -1, 20},
    {UNIT_AU9, LANDMARK_BROW_0, -1, 1, 25},        {UNIT_AU10, LANDMARK_UPPER_EDGE_1, 0, -1, 30},
    {UNIT_AU10, LANDMARK_FOLD_1, 1, -1, 15},       {UNIT_AU12, LANDMARK_MOUTH_CORNER, 1, -1, 70},
    {UNIT_AU12, LANDMARK_CHEEK, 1, -1, 30},        {UNIT_AU14, LANDMARK_MOUTH_CORNER, 1, 0, 15},
    {UNIT_AU15, LANDMARK_MOUTH_CORNER, 0, 1, 40},  {UNIT_AU16, LANDMARK_LOWER_INNER_0, 0, 1, 45},
    {UNIT_AU16, LANDMARK_LOWER_EDGE_1, 0, 1, 35},  {UNIT_AU17, LANDMARK_CHIN_BOSS, 0, -1, 30},
    {UNIT_AU17, LANDMARK_LOWER_EDGE_0, 0, -1, 15}, {UNIT_AU18, LANDMARK_MOUTH_CORNER, -1, 0, 60},
    {UNIT_AU18, LANDMARK_LOWER_EDGE_0, 0, 1, 15},  {UNIT_AU20, LANDMARK_MOUTH_CORNER, 1, 0, 50},
    {UNIT_AU21, LANDMARK_CONTOUR_7, 1, 1, 10},     {UNIT_AU21, LANDMARK_MOUTH_CORNER, 1, 1, 10},
    {UNIT_AU22, LANDMARK_MOUTH_CORNER, -1, 0, 45}, {UNIT_AU22, LANDMARK_LOWER_INNER_0, 0, 1, 15},
    {UNIT_AU22, LANDMARK_UPPER_EDGE_0, 0, -1, 15}, {UNIT_AU23, LANDMARK_MOUTH_CORNER, -1, 0, 12},
    {UNIT_AU23, LANDMARK_LOWER_EDGE_0, 0, -1, 15}, {UNIT_AU24, LANDMARK_UPPER_EDGE_0, 0, 1, 12},
    {UNIT_AU24, LANDMARK_LOWER_EDGE_0, 0, -1, 20}, {UNIT_AU25, LANDMARK_UPPER_INNER_0, 0, -1, 6},
    {UNIT_AU25, LANDMARK_LOWER_INNER_0, 0, 1, 15}, {UNIT_AU26, LANDMARK_MENTON, 0, 1, 110},
    {UNIT_AU26, LANDMARK_LOWER_INNER_0, 0, 1, 90}, {UNIT_AU27, LANDMARK_MENTON, 0, 1, 190},
    {UNIT_AU27, LANDMARK_MOUTH_CORNER, -1, 1, 60}, {UNIT_AU28, LANDMARK_UPPER_EDGE_0, 0, 1, 30},
    {UNIT_AU28, LANDMARK_LOWER_EDGE_0, 0, -1, 45}, {UNIT_AU31, LANDMARK_CONTOUR_6, 1, 0, 12},
    {UNIT_AU33, LANDMARK_CONTOUR_5, 1, 0, 20},     {UNIT_AU34, LANDMARK_CONTOUR_5, 1, 0, 50},
    {UNIT_AU34, LANDMARK_CHEEK, 1, 1, 10},         {UNIT_AU35, LANDMARK_CONTOUR_5, -1, 0, 30},
    {UNIT_AU35, LANDMARK_MOUTH_CORNER, -1, 0, 35}, {UNIT_AU38, LANDMARK_WING_WIDE, 1, 0, 15},
    {UNIT_AU38, LANDMARK_NOSTRIL, 1, 0, 8},        {UNIT_AU43, LANDMARK_LID_UPPER_2, 0, 1, 80},
    {UNIT_AU43, LANDMARK_LID_LOWER_2, 0, -1, 8},   {UNIT_AU45, LANDMARK_LID_UPPER_1, 0, 1, 50},
    {UNIT_AD29, LANDMARK_MENTON, 0, 1, 20},        {UNIT_AD29, LANDMARK_LOWER_EDGE_0, 0, 1, 30},
    {UNIT_AD30, LANDMARK_MENTON, 1, 0, 60},        {UNIT_AD30, LANDMARK_LOWER_EDGE_0, 1, 0, 40},
    {UNIT_TURN, LANDMARK_NOSE_TIP, 1, 0, 250},     {UNIT_TILT, LANDMARK_CROWN, 1, 0, 380},
    {UNIT_TUCK, LANDMARK_MENTON, 0, 1, 60},        {UNIT_TUCK, LANDMARK_NOSE_TIP, 0, 1, 60},
    {UNIT_GAZE_X, LANDMARK_IRIS, 1, 0, 25},        {UNIT_GAZE_Y, LANDMARK_IRIS, 0, -1, 15},
};

// Whether a way has that sign, or with 0 is small beside the way across.
static bool goes(double way, double across, int sign) {
    return sign ? way * sign > 0 : fabs(way) < 0.45 * fabs(across);
}

static void each_unit_moves_its_landmarks_in_its_direction(void **state) {
    (void)state;
    bool seen[UNIT_COUNT] = {[UNIT_TONGUE] = true}; // which moves inside the mouth
    for (int i = 0; i < COUNT(directions); i++) {
        struct face face = face_doing(directions[i].unit, 1);
        struct point way = way_of(&face, FACE_RIGHT, directions[i].landmark);
        double least = directions[i].least / 1000.0, length = hypot(way.x, way.y);
        if (length < least || length > 1.7 * least || !goes(way.x, way.y, directions[i].out) ||
            !goes(way.y, way.x, directions[i].down)) {
            fail_msg("%s moves landmark %d by %.4f, %.4f", face_unit_word(directions[i].unit),
                     (int)directions[i].landmark, way.x, way.y);
        }
        seen[directions[i].unit] = true;
    }
    for (int unit = 0; unit < UNIT_COUNT; unit++) {
        if (!seen[unit]) {
            fail_msg("%s has no row", face_unit_word((enum face_unit)unit));
        }
    }
}

// What a unit must leave where it is (0.003 of the face width).
static void each_unit_leaves_the_rest_alone(void **state) {
    (void)state;
    static const struct {
        enum face_unit unit;
        enum landmark first, last;
    } still[] = {
        {UNIT_AU1, LANDMARK_BROW_3, LANDMARK_BROW_4},
        {UNIT_AU2, LANDMARK_BROW_0, LANDMARK_BROW_0},
        {UNIT_AU5, LANDMARK_BROW_0, LANDMARK_BROW_1},
        {UNIT_AU5, LANDMARK_IRIS, LANDMARK_IRIS},
        {UNIT_AU12, LANDMARK_BROW_0, LANDMARK_LID_UPPER_3},
        {UNIT_AU16, LANDMARK_UPPER_EDGE_0, LANDMARK_UPPER_INNER_2},
        {UNIT_AU43, LANDMARK_NOSE_BRIDGE, LANDMARK_CHIN_BOSS},
        {UNIT_AU45, LANDMARK_CREASE_0, LANDMARK_CREASE_4},
        {UNIT_AD30, LANDMARK_BROW_0, LANDMARK_SUBNASALE},
        {UNIT_AD30, LANDMARK_UPPER_EDGE_0, LANDMARK_UPPER_EDGE_2},
        {UNIT_AU27, LANDMARK_BROW_0, LANDMARK_SUBNASALE},
        {UNIT_TONGUE, LANDMARK_CROWN, LANDMARK_CHIN_BOSS},
    };
    for (int i = 0; i < COUNT(still); i++) {
        struct face face = face_doing(still[i].unit, 1);
        for (int at = (int)still[i].first; at <= (int)still[i].last; at++) {
            struct point way = way_of(&face, FACE_RIGHT, (enum landmark)at);
            if (hypot(way.x, way.y) > 0.0031) {
                fail_msg("%s moves landmark %d by %.4f, %.4f", face_unit_word(still[i].unit), at,
                         way.x, way.y);
            }
        }
    }
}

static void closing_brings_the_lids_together(void **state) {
    (void)state;
    const enum face_unit closing[] = {UNIT_AU43, UNIT_AU45};
    for (int i = 0; i < COUNT(closing); i++) {
        struct face half = face_doing(closing[i], 0.5), shut = face_doing(closing[i], 1);
        for (int side = 0; side < FACE_SIDES; side++) {
            for (int knot = 0; knot < 3; knot++) {
                const struct point *open = face_neutral()->at[side], *at = shut.at[side];
                double before =
                    open[LANDMARK_LID_LOWER_1 + knot].y - open[LANDMARK_LID_UPPER_1 + knot].y;
                double midway = half.at[side][LANDMARK_LID_LOWER_1 + knot].y -
                                half.at[side][LANDMARK_LID_UPPER_1 + knot].y;
                assert_true(fabs(midway - before / 2) < ROUNDING);
                assert_true(fabs(at[LANDMARK_LID_LOWER_1 + knot].y -
                                 at[LANDMARK_LID_UPPER_1 + knot].y) < ROUNDING);
            }
            assert_true(shut.state[side].closing == 1);
        }
    }
}

// The numbers of the art direction, for a handful of landmarks (face/face.md sections 3 and 5).
static void the_places_are_those_that_were_drawn(void **state) {
    (void)state;
    static const struct {
        enum face_unit unit;
        enum landmark landmark;
        double x, y;
    } places[] = {
        {UNIT_TONGUE, LANDMARK_CONTOUR_3, 0.490, 0.070},
        {UNIT_AU12, LANDMARK_MOUTH_CORNER, 0.239, 0.388},
        {UNIT_AU15, LANDMARK_MOUTH_CORNER, 0.181, 0.474},
        {UNIT_AU43, LANDMARK_LID_UPPER_2, 0.230, 0.041},
        {UNIT_AU27, LANDMARK_MENTON, 0, 0.947},
        {UNIT_AU26, LANDMARK_MENTON, 0, 0.867},
        {UNIT_AU27, LANDMARK_MOUTH_CORNER, 0.175 - 0.34 * 0.58 * 0.195, 0.428 + 0.36 * 0.195},
        {UNIT_AD30, LANDMARK_MENTON, 0.062, 0.752},
        {UNIT_GAZE_X, LANDMARK_IRIS, 0.258, -0.002},
        {UNIT_GAZE_Y, LANDMARK_IRIS, 0.228, -0.022},
        {UNIT_AU28, LANDMARK_UPPER_EDGE_0, 0, 0.440 - 0.026 * 0.12},
    };
    for (int i = 0; i < COUNT(places); i++) {
        struct face face = face_doing(places[i].unit, 1);
        struct point at = face.at[FACE_RIGHT][places[i].landmark];
        if (hypot(at.x - places[i].x, at.y - places[i].y) > 1e-9) {
            fail_msg("%s: landmark %d lies at %.4f, %.4f", face_unit_word(places[i].unit),
                     (int)places[i].landmark, at.x, at.y);
        }
    }
}

static void check_growing(enum face_unit unit, double end) {
    enum { STEPS = 50 };
    double far[FACE_SIDES][LANDMARK_COUNT] = {0};
    for (int step = 1; step <= STEPS; step++) {
        struct face face = face_doing(unit, end * step / STEPS);
        for (int at = 0; at < FACE_SIDES * LANDMARK_COUNT; at++) {
            int side = at / LANDMARK_COUNT, i = at % LANDMARK_COUNT;
            struct point from = face_neutral()->at[side][i], to = face.at[side][i];
            double now = hypot(to.x - from.x, to.y - from.y);
            if (now < far[side][i] - ROUNDING) {
                fail_msg("%s moves landmark %d less at step %d: %.6f after %.6f",
                         face_unit_word(unit), i, step, now, far[side][i]);
            }
            far[side][i] = now;
        }
    }
}

static void more_strength_never_moves_a_landmark_less(void **state) {
    (void)state;
    for (int unit = 0; unit < UNIT_COUNT; unit++) {
        check_growing((enum face_unit)unit, 1);
        if (face_unit_is_signed((enum face_unit)unit)) {
            check_growing((enum face_unit)unit, -1);
        }
    }
}

static void both_sides_alike_are_a_mirror_image(void **state) {
    (void)state;
    for (int unit = 0; unit < UNIT_COUNT; unit++) {
        if (face_unit_is_signed((enum face_unit)unit)) {
            continue;
        }
        struct face face = face_doing((enum face_unit)unit, 0.7);
        for (int i = 0; i < LANDMARK_COUNT; i++) {
            struct point left = face.at[FACE_LEFT][i], right = face.at[FACE_RIGHT][i];
            assert_true(fabs(left.x + right.x) < ROUNDING);
            assert_true(fabs(left.y - right.y) < ROUNDING);
        }
    }
}

static void check_still(const struct face *face, enum face_side side, const char *what) {
    for (int i = 0; i < LANDMARK_COUNT; i++) {
        struct point from = face_neutral()->at[side][i], to = face->at[side][i];
        double way = hypot(to.x - from.x, to.y - from.y);
        if (!landmark_is_midline((enum landmark)i) && way >= 0.01) {
            fail_msg("%s moves landmark %d of the other side by %.4f", what, i, way);
        }
    }
}

static void one_side_leaves_the_other_still(void **state) {
    (void)state;
    for (int unit = 0; unit < UNIT_COUNT; unit++) {
        if (!face_unit_has_sides((enum face_unit)unit)) {
            continue;
        }
        for (int i = 0; i < FACE_SIDES; i++) {
            struct face_units both = {0};
            both.strength[unit][FACE_LEFT] = both.strength[unit][FACE_RIGHT] = 1;
            struct face_units one = face_units_of_side(&both, (enum face_side)i);
            struct face face = face_of(&one);
            check_still(&face, i == FACE_LEFT ? FACE_RIGHT : FACE_LEFT,
                        face_unit_word((enum face_unit)unit));
            // And does on its own side what it does on both.
            struct face whole = face_of(&both);
            struct point here = face.at[i][LANDMARK_MOUTH_CORNER];
            struct point there = whole.at[i][LANDMARK_MOUTH_CORNER];
            assert_true(hypot(here.x - there.x, here.y - there.y) < 1e-9);
        }
    }
}

// A one-sided smile drags the middle of the mouth along, by less than a hundredth.
static void the_middle_follows_one_corner_a_little(void **state) {
    (void)state;
    struct face_units units = {0};
    units.strength[UNIT_AU12][FACE_RIGHT] = 1;
    struct face face = face_of(&units);
    double pulled = face.at[FACE_RIGHT][LANDMARK_LOWER_INNER_0].x;
    assert_true(fabs(pulled - 0.06 * 0.064) < 1e-9);
    assert_true(face.at[FACE_LEFT][LANDMARK_LOWER_INNER_0].x == pulled);
    assert_true(fabs(face.at[FACE_RIGHT][LANDMARK_NOSE_TIP].x - 0.1 * pulled) < 1e-9);
}

static void soft_tissue_follows_its_own_units(void **state) {
    (void)state;
    struct face_units rest = {0}, smile = {0};
    smile.strength[UNIT_AU12][FACE_RIGHT] = smile.strength[UNIT_AU6][FACE_RIGHT] = 1;
    struct face face = face_of_units(&smile, &rest);
    const struct point *quiet = face_neutral()->at[FACE_RIGHT], *at = face.at[FACE_RIGHT];
    for (int i = LANDMARK_FOLD_0; i <= LANDMARK_HOLLOW; i++) {
        assert_memory_equal(&at[i], &quiet[i], sizeof *at);
    }
    assert_true(at[LANDMARK_MOUTH_CORNER].x > quiet[LANDMARK_MOUTH_CORNER].x);
    assert_true(face.state[FACE_RIGHT].apple == 0 && face.state[FACE_RIGHT].fold == 0);
    face = face_of_units(&rest, &smile);
    assert_true(at[LANDMARK_CHEEK].y < quiet[LANDMARK_CHEEK].y);
    assert_true(at[LANDMARK_MOUTH_CORNER].x == quiet[LANDMARK_MOUTH_CORNER].x);
    assert_true(face.state[FACE_RIGHT].apple == 1 && face.state[FACE_RIGHT].fold == 1);
    assert_true(face.state[FACE_LEFT].apple == 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strength_0_is_the_quiet_face_to_the_bit),
        cmocka_unit_test(each_unit_moves_its_landmarks_in_its_direction),
        cmocka_unit_test(each_unit_leaves_the_rest_alone),
        cmocka_unit_test(closing_brings_the_lids_together),
        cmocka_unit_test(the_places_are_those_that_were_drawn),
        cmocka_unit_test(more_strength_never_moves_a_landmark_less),
        cmocka_unit_test(both_sides_alike_are_a_mirror_image),
        cmocka_unit_test(one_side_leaves_the_other_still),
        cmocka_unit_test(the_middle_follows_one_corner_a_little),
        cmocka_unit_test(soft_tissue_follows_its_own_units),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
