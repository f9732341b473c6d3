// SPDX-License-Identifier: MIT
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/pose.h"

static void set(struct pose *pose, enum face_unit unit, double left, double right) {
    pose->units.strength[unit][FACE_LEFT] = left;
    pose->units.strength[unit][FACE_RIGHT] = right;
}

static struct pose smile(void) {
    struct pose pose = {.id = "smile_open",
                        .muscles = {MUSCLE_ZYGOMATICUS_MAJOR, MUSCLE_LEVATOR_LABII_SUPERIORIS},
                        .muscle_count = 2};
    set(&pose, UNIT_AU12, 0.8, 0.8);
    set(&pose, UNIT_AU25, 1, 1);
    set(&pose, UNIT_AU26, 0.2, 0.2);
    return pose;
}

static void ids_say_their_side(void **state) {
    (void)state;
    assert_int_equal(pose_id_side("smile_left"), FACE_LEFT);
    assert_int_equal(pose_id_side("jaw_right"), FACE_RIGHT);
    assert_int_equal(pose_id_side("left"), FACE_SIDES);
    assert_int_equal(pose_id_side("_left_smile"), FACE_SIDES);
    assert_int_equal(pose_id_side(""), FACE_SIDES);
}

static void check(const struct face_units *units, enum face_unit unit, double left, double right) {
    assert_true(fabs(units->strength[unit][FACE_LEFT] - left) < 1e-12);
    assert_true(fabs(units->strength[unit][FACE_RIGHT] - right) < 1e-12);
}

static void effort_scales_the_strengths(void **state) {
    (void)state;
    struct pose pose = smile();
    struct face_units full = pose_units_for(&pose, SIDE_BOTH, 10);
    struct face_units light = pose_units_for(&pose, SIDE_NONE, 2);
    struct face_units none = pose_units_for(&pose, SIDE_BOTH, -1);
    check(&full, UNIT_AU12, 0.8, 0.8);
    check(&light, UNIT_AU12, 0.32, 0.32);
    check(&none, UNIT_AU12, 0.5, 0.5);
}

static void one_side_alone(void **state) {
    (void)state;
    struct pose pose = smile();
    struct face_units left = pose_units_for(&pose, SIDE_LEFT, 10);
    check(&left, UNIT_AU12, 0.8, 0);
    check(&left, UNIT_AU25, 1, 0.4);
    check(&left, UNIT_AU26, 0.2, 0.2);
    struct face_units right = pose_units_for(&pose, SIDE_RIGHT, 10);
    check(&right, UNIT_AU12, 0, 0.8);
}

// A head turns to the side that a step says, whatever side the pose was written for; up and down
// has no side.
static void what_goes_sideways_goes_to_the_side_asked_for(void **state) {
    (void)state;
    struct pose pose = {.id = "neck_turn"};
    set(&pose, UNIT_TURN, 0.8, 0.8);
    set(&pose, UNIT_GAZE_Y, -0.5, -0.5);
    struct face_units left = pose_units_for(&pose, SIDE_LEFT, 10);
    struct face_units right = pose_units_for(&pose, SIDE_RIGHT, 10);
    struct face_units both = pose_units_for(&pose, SIDE_BOTH, 10);
    check(&left, UNIT_TURN, -0.8, -0.8);
    check(&right, UNIT_TURN, 0.8, 0.8);
    check(&both, UNIT_TURN, 0.8, 0.8);
    check(&left, UNIT_GAZE_Y, -0.5, -0.5);
    struct pose sided = {.id = "turn_left", .one_sided = true};
    set(&sided, UNIT_TURN, -0.8, -0.8);
    struct face_units kept = pose_units_for(&sided, SIDE_RIGHT, 10);
    check(&kept, UNIT_TURN, -0.8, -0.8);
}

// Half shut eyes would show another exercise.
static void lids_shut_at_any_effort(void **state) {
    (void)state;
    struct pose pose = {.id = "eye_close_tight"};
    set(&pose, UNIT_AU43, 1, 1);
    set(&pose, UNIT_AU6, 1, 1);
    struct face_units light = pose_units_for(&pose, SIDE_RIGHT, 0);
    check(&light, UNIT_AU43, 0, 1);
    check(&light, UNIT_AU6, 0, 0.25);
}

static void a_pose_of_one_side_stays_on_it(void **state) {
    (void)state;
    struct pose pose = {.id = "cheek_puff_left",
                        .one_sided = true,
                        .muscles = {MUSCLE_BUCCINATOR},
                        .muscle_count = 1};
    set(&pose, UNIT_AU34, 1, 0.06);
    struct face_units units = pose_units_for(&pose, SIDE_RIGHT, 10);
    check(&units, UNIT_AU34, 1, 0.06);
    bool works[FACE_SIDES][MUSCLE_COUNT];
    pose_muscles_for(&pose, SIDE_BOTH, works);
    assert_true(works[FACE_LEFT][MUSCLE_BUCCINATOR]);
    assert_false(works[FACE_RIGHT][MUSCLE_BUCCINATOR]);
}

static int count(const bool works[MUSCLE_COUNT]) {
    int sum = 0;
    for (int muscle = 0; muscle < MUSCLE_COUNT; muscle++) {
        sum += works[muscle];
    }
    return sum;
}

static void muscles_work_where_the_pose_is_done(void **state) {
    (void)state;
    struct pose pose = smile();
    bool works[FACE_SIDES][MUSCLE_COUNT];
    pose_muscles_for(&pose, SIDE_BOTH, works);
    assert_int_equal(count(works[FACE_LEFT]), 2);
    assert_int_equal(count(works[FACE_RIGHT]), 2);
    assert_true(works[FACE_LEFT][MUSCLE_ZYGOMATICUS_MAJOR]);
    pose_muscles_for(&pose, SIDE_LEFT, works);
    assert_int_equal(count(works[FACE_LEFT]), 2);
    assert_int_equal(count(works[FACE_RIGHT]), 0);
}

static void a_jaw_is_slid_by_the_other_side(void **state) {
    (void)state;
    for (int side = 0; side < FACE_SIDES; side++) {
        struct pose pose = {
            .id = side == FACE_LEFT ? "jaw_left" : "jaw_right",
            .one_sided = true,
            .muscles = {MUSCLE_LATERAL_PTERYGOID, MUSCLE_MEDIAL_PTERYGOID, MUSCLE_TEMPORALIS},
            .muscle_count = 3};
        int other = side == FACE_LEFT ? FACE_RIGHT : FACE_LEFT;
        double slide = side == FACE_LEFT ? -1 : 1;
        set(&pose, UNIT_AD30, slide, slide);
        bool works[FACE_SIDES][MUSCLE_COUNT];
        pose_muscles_for(&pose, SIDE_NONE, works);
        assert_true(works[other][MUSCLE_LATERAL_PTERYGOID]);
        assert_true(works[other][MUSCLE_MEDIAL_PTERYGOID]);
        assert_true(works[side][MUSCLE_TEMPORALIS]);
        assert_int_equal(count(works[side]), 1);
        assert_int_equal(count(works[other]), 2);
    }
}

// Thrust forward, a jaw is pulled by the pterygoids of both sides.
static void a_jaw_that_does_not_slide(void **state) {
    (void)state;
    struct pose pose = {
        .id = "jaw_protrude", .muscles = {MUSCLE_LATERAL_PTERYGOID}, .muscle_count = 1};
    set(&pose, UNIT_AD29, 1, 1);
    bool works[FACE_SIDES][MUSCLE_COUNT];
    pose_muscles_for(&pose, SIDE_BOTH, works);
    assert_true(works[FACE_LEFT][MUSCLE_LATERAL_PTERYGOID]);
    assert_true(works[FACE_RIGHT][MUSCLE_LATERAL_PTERYGOID]);
    pose_muscles_for(&pose, SIDE_LEFT, works);
    assert_true(works[FACE_LEFT][MUSCLE_LATERAL_PTERYGOID]);
    assert_false(works[FACE_RIGHT][MUSCLE_LATERAL_PTERYGOID]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_say_their_side),
        cmocka_unit_test(effort_scales_the_strengths),
        cmocka_unit_test(one_side_alone),
        cmocka_unit_test(what_goes_sideways_goes_to_the_side_asked_for),
        cmocka_unit_test(lids_shut_at_any_effort),
        cmocka_unit_test(a_pose_of_one_side_stays_on_it),
        cmocka_unit_test(muscles_work_where_the_pose_is_done),
        cmocka_unit_test(a_jaw_is_slid_by_the_other_side),
        cmocka_unit_test(a_jaw_that_does_not_slide),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
