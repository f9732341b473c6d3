// SPDX-License-Identifier: MIT
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/face.h"

static const double PI = 3.14159265358979323846;

static struct face face_doing(enum face_unit unit, double strength) {
    struct face_units units = {0};
    units.strength[unit][FACE_LEFT] = units.strength[unit][FACE_RIGHT] = strength;
    return face_of_units(&units, &units);
}

static void a_turn_shifts_by_depth(void **state) {
    (void)state;
    struct face face = face_doing(UNIT_TURN, -0.5);
    double angle = -16 * PI / 180;
    assert_true(fabs(face.head.turn - angle) < 1e-12);
    struct point at = face_place(&face, (struct point){0.2, 0.3}, 0.4);
    assert_true(fabs(at.x - (0.2 * cos(angle) + 0.4 * sin(angle))) < 1e-12);
    assert_true(at.y == 0.3);
    // What lies nearer goes further: the nose before the cheek before the ear.
    double nose = face_landmark(&face, FACE_RIGHT, LANDMARK_NOSE_TIP).x;
    double far = face_landmark(&face, FACE_RIGHT, LANDMARK_EAR_2).x -
                 face_neutral()->at[FACE_RIGHT][LANDMARK_EAR_2].x;
    assert_true(nose < -0.1 && far > 0.02);
}

static void a_tilt_turns_about_the_neck(void **state) {
    (void)state;
    struct face face = face_doing(UNIT_TILT, 1);
    struct point neck = face_place(&face, (struct point){0, 0.78}, 0.3);
    assert_true(fabs(neck.x) < 1e-12 && fabs(neck.y - 0.78) < 1e-12);
    struct point crown = face_landmark(&face, FACE_RIGHT, LANDMARK_CROWN);
    assert_true(crown.x > 0.3 && crown.y > -0.6);
    struct face other = face_doing(UNIT_TILT, -1);
    assert_true(fabs(face_landmark(&other, FACE_LEFT, LANDMARK_CROWN).x + crown.x) < 1e-12);
}

static void a_tuck_nods_and_sinks(void **state) {
    (void)state;
    struct face face = face_doing(UNIT_TUCK, 1);
    assert_true(face.head.tuck == 1);
    double angle = 9 * PI / 180;
    struct point at = face_place(&face, (struct point){0.1, 0.6}, 0.3);
    assert_true(fabs(at.x - 0.1) < 1e-12);
    assert_true(fabs(at.y - (0.2 + 0.4 * cos(angle) + 0.3 * sin(angle) + 0.02)) < 1e-12);
    // What lies behind the ears' axis rises with the nod.
    double ear = face_landmark(&face, FACE_RIGHT, LANDMARK_EAR_3).y;
    double nose = face_landmark(&face, FACE_RIGHT, LANDMARK_NOSE_TIP).y;
    assert_true(nose - 0.232 > ear - 0.055 + 0.05);
}

static void a_tucked_chin_has_less_room_to_drop(void **state) {
    (void)state;
    struct face_units units = {0};
    units.strength[UNIT_AU27][FACE_LEFT] = units.strength[UNIT_AU27][FACE_RIGHT] = 1;
    struct face free_jaw = face_of_units(&units, &units);
    assert_true(fabs(free_jaw.jaw - 0.195) < 1e-12);
    units.strength[UNIT_TUCK][FACE_LEFT] = units.strength[UNIT_TUCK][FACE_RIGHT] = 1;
    struct face tucked = face_of_units(&units, &units);
    assert_true(tucked.jaw < 0.7 * free_jaw.jaw && tucked.jaw > 0.1);
}

static void depth_falls_from_the_middle(void **state) {
    (void)state;
    assert_true(face_depth_at(0, 0) == 0.40);
    assert_true(fabs(face_depth_at(0.3, 0) - face_depth_at(-0.3, 0)) < 1e-15);
    assert_true(face_depth_at(0.3, 0.2) < face_depth_at(0.1, 0.2));
    assert_true(face_depth_at(0.9, 0) == 0);
    assert_true(landmark_depth(LANDMARK_NOSE_TIP) > landmark_depth(LANDMARK_MENTON));
    assert_true(landmark_depth(LANDMARK_EAR_2) < 0);
}

static void midline_landmarks_are_known(void **state) {
    (void)state;
    int count = 0;
    for (int i = 0; i < LANDMARK_COUNT; i++) {
        count += landmark_is_midline((enum landmark)i);
    }
    assert_int_equal(count, 11);
    assert_true(landmark_is_midline(LANDMARK_MENTON));
    assert_true(landmark_is_midline(LANDMARK_UPPER_INNER_0));
    assert_false(landmark_is_midline(LANDMARK_NOSTRIL));
}

static void places_on_the_skin_are_carried(void **state) {
    (void)state;
    struct point corner = face_neutral()->at[FACE_LEFT][LANDMARK_MOUTH_CORNER];
    struct point same = face_carried(face_neutral(), corner);
    assert_true(same.x == corner.x && same.y == corner.y);

    struct face_units units = {0};
    units.strength[UNIT_AU12][FACE_LEFT] = 1;
    struct face smile = face_of_units(&units, &units);
    struct point moved = smile.at[FACE_LEFT][LANDMARK_MOUTH_CORNER];
    struct point carried = face_carried(&smile, corner);
    double way = hypot(moved.x - corner.x, moved.y - corner.y);
    assert_true(hypot(carried.x - moved.x, carried.y - moved.y) < 0.25 * way);
    // The forehead, and the other side, stay.
    struct point brow = {-0.2, -0.3}, other = {0.3, 0.3};
    assert_true(hypot(face_carried(&smile, brow).x - brow.x,
                      face_carried(&smile, brow).y - brow.y) < 1e-12);
    assert_true(fabs(face_carried(&smile, other).x - other.x) < 0.001);
}

// A finger that glides over the skin does not jump.
static void carrying_is_smooth(void **state) {
    (void)state;
    struct face face = face_doing(UNIT_AU27, 1);
    struct point before = {0};
    for (int step = 0; step <= 20000; step++) {
        struct point at = {-0.5 + step * 0.00005, 0.25 + 0.2 * sin(step * 0.0004)};
        struct point carried = face_carried(&face, at);
        struct point way = {carried.x - at.x, carried.y - at.y};
        if (step > 0) {
            assert_true(hypot(way.x - before.x, way.y - before.y) < 0.0002);
        }
        before = way;
    }
}

// Brows glide over the muscles that lift them.
static void brows_and_lids_carry_nothing(void **state) {
    (void)state;
    struct face_units units = {0};
    units.strength[UNIT_AU43][FACE_RIGHT] = units.strength[UNIT_AU1][FACE_RIGHT] = 1;
    struct face face = face_of_units(&units, &units);
    struct point at = {0.15, -0.16}, carried = face_carried(&face, at);
    assert_true(carried.x == at.x && carried.y == at.y);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_turn_shifts_by_depth),
        cmocka_unit_test(a_tilt_turns_about_the_neck),
        cmocka_unit_test(a_tuck_nods_and_sinks),
        cmocka_unit_test(a_tucked_chin_has_less_room_to_drop),
        cmocka_unit_test(depth_falls_from_the_middle),
        cmocka_unit_test(midline_landmarks_are_known),
        cmocka_unit_test(places_on_the_skin_are_carried),
        cmocka_unit_test(carrying_is_smooth),
        cmocka_unit_test(brows_and_lids_carry_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
