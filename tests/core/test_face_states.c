// SPDX-License-Identifier: MIT
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/face.h"

// What folds, light and shade are told (face/face.md section 5.4).

static struct face_side_state state_of(const struct face_units *units) {
    return face_of_units(units, units).state[FACE_RIGHT];
}

static struct face_units doing(enum face_unit unit, double strength) {
    struct face_units units = {0};
    units.strength[unit][FACE_RIGHT] = strength;
    return units;
}

static bool about(double value, double expected) {
    return fabs(value - expected) < 1e-12;
}

static void brow_lines_appear_above_a_threshold(void **state) {
    (void)state;
    struct face_units units = doing(UNIT_AU2, 0.12);
    assert_true(state_of(&units).brow == 0);
    units = doing(UNIT_AU2, 0.56);
    assert_true(about(state_of(&units).brow, 0.5));
    units = doing(UNIT_AU1, 1);
    assert_true(about(state_of(&units).brow, 1));
}

static void the_largest_part_counts(void **state) {
    (void)state;
    struct face_units units = doing(UNIT_AU6, 1);
    struct face_side_state alone = state_of(&units);
    assert_true(about(alone.apple, 0.8) && about(alone.fold, 0.55) && about(alone.pouch, 0.7));
    assert_true(about(alone.crow, 0.9) && about(alone.squeeze, 0.8));
    units.strength[UNIT_AU12][FACE_RIGHT] = 0.9;
    struct face_side_state smile = state_of(&units);
    assert_true(about(smile.apple, 0.9) && about(smile.fold, 0.9) && about(smile.pouch, 0.7));
    units = doing(UNIT_AU9, 1);
    assert_true(about(state_of(&units).glabella, 0.35) && about(state_of(&units).fold, 0.7));
    units = doing(UNIT_AU33, 1);
    assert_true(about(state_of(&units).puff, 0.5));
}

static void air_and_pucker_smooth_the_fold(void **state) {
    (void)state;
    struct face_units units = doing(UNIT_AU12, 1);
    units.strength[UNIT_AU34][FACE_RIGHT] = 1;
    assert_true(about(state_of(&units).fold, 0.2));
    units.strength[UNIT_AU18][FACE_RIGHT] = 1;
    assert_true(about(state_of(&units).fold, 0.08));
}

static void shut_eyes_have_deeper_lines(void **state) {
    (void)state;
    struct face_units units = doing(UNIT_AU7, 1);
    units.strength[UNIT_AU43][FACE_RIGHT] = 0.5;
    units.strength[UNIT_AU45][FACE_RIGHT] = 0.5;
    assert_true(about(state_of(&units).closing, 0.75));
    assert_true(about(state_of(&units).crow, 0.55 * (1 + 0.3 * 0.75)));
}

static void a_seal_keeps_the_lips_together(void **state) {
    (void)state;
    struct face_units units = {0};
    for (int side = 0; side < FACE_SIDES; side++) {
        units.strength[UNIT_AU26][side] = 1;
    }
    double open = face_of_units(&units, &units).open;
    static const struct {
        enum face_unit unit;
        double seal;
    } seals[] = {{UNIT_AU24, 1}, {UNIT_AU28, 1}, {UNIT_AU34, 0.9}, {UNIT_AU35, 0.6}};
    for (size_t i = 0; i < sizeof seals / sizeof *seals; i++) {
        struct face_units sealed = units;
        sealed.strength[seals[i].unit][FACE_LEFT] = sealed.strength[seals[i].unit][FACE_RIGHT] = 1;
        struct face face = face_of_units(&sealed, &sealed);
        assert_true(about(face.state[FACE_LEFT].seal, seals[i].seal));
        assert_true(fabs(face.open - open * (1 - 0.92 * seals[i].seal)) < 1e-9);
    }
}

static void one_side_is_told_alone(void **state) {
    (void)state;
    struct face_units units = doing(UNIT_AU12, 1);
    struct face face = face_of_units(&units, &units);
    assert_true(face.state[FACE_RIGHT].fold == 1 && face.state[FACE_LEFT].fold == 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(brow_lines_appear_above_a_threshold),
        cmocka_unit_test(the_largest_part_counts),
        cmocka_unit_test(air_and_pucker_smooth_the_fold),
        cmocka_unit_test(shut_eyes_have_deeper_lines),
        cmocka_unit_test(a_seal_keeps_the_lips_together),
        cmocka_unit_test(one_side_is_told_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
