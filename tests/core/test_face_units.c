// SPDX-License-Identifier: MIT
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "core/face_look.h"
#include "core/face_units.h"

static struct face_units filled(double left, double right) {
    struct face_units units;
    for (int unit = 0; unit < UNIT_COUNT; unit++) {
        units.strength[unit][FACE_LEFT] = left;
        units.strength[unit][FACE_RIGHT] = right;
    }
    return units;
}

static void every_unit_has_a_name_of_its_own(void **state) {
    (void)state;
    for (int unit = 0; unit < UNIT_COUNT; unit++) {
        assert_int_equal(face_unit_named(face_unit_word((enum face_unit)unit)), unit);
    }
    assert_string_equal(face_unit_word(UNIT_AU12), "AU12");
    assert_string_equal(face_unit_word(UNIT_GAZE_Y), "gaze_y");
    assert_int_equal(face_unit_named("au12"), UNIT_COUNT);
    assert_int_equal(face_unit_named("AU3"), UNIT_COUNT);
    assert_int_equal(face_unit_named(""), UNIT_COUNT);
}

static void the_nearest_name_is_found(void **state) {
    (void)state;
    assert_string_equal(face_unit_nearest("tonge"), "tongue");
    assert_string_equal(face_unit_nearest("gazex"), "gaze_x");
    assert_string_equal(face_unit_nearest("AU100"), "AU10");
    assert_null(face_unit_nearest("eyebrows"));
}

static void signs_and_sides(void **state) {
    (void)state;
    int signs = 0, sides = 0;
    for (int unit = 0; unit < UNIT_COUNT; unit++) {
        signs += face_unit_is_signed((enum face_unit)unit);
        sides += face_unit_has_sides((enum face_unit)unit);
    }
    assert_int_equal(signs, 5);
    assert_int_equal(sides, UNIT_COUNT - 10);
    assert_true(face_unit_is_signed(UNIT_AD30) && !face_unit_is_signed(UNIT_TUCK));
    assert_true(face_unit_has_sides(UNIT_AU31) && face_unit_has_sides(UNIT_AU25));
    assert_false(face_unit_has_sides(UNIT_AU26) || face_unit_has_sides(UNIT_TONGUE));
}

static void strengths_are_brought_into_range(void **state) {
    (void)state;
    struct face_units units = filled((double)NAN, (double)INFINITY),
                      good = face_units_in_range(&units);
    assert_true(good.strength[UNIT_AU12][FACE_LEFT] == 0);
    assert_true(good.strength[UNIT_AU12][FACE_RIGHT] == 1);
    assert_true(good.strength[UNIT_TURN][FACE_LEFT] == 0.5);
    assert_true(good.strength[UNIT_TURN][FACE_RIGHT] == 0.5);
    units = filled(-(double)INFINITY, -0.5);
    good = face_units_in_range(&units);
    assert_true(good.strength[UNIT_AU12][FACE_LEFT] == 0);
    assert_true(good.strength[UNIT_AU12][FACE_RIGHT] == 0);
    assert_true(good.strength[UNIT_AD30][FACE_LEFT] == -0.75);
    units = filled(0.25, 0.75);
    good = face_units_in_range(&units);
    assert_true(good.strength[UNIT_AU26][FACE_LEFT] == 0.5);
    assert_true(good.strength[UNIT_AU12][FACE_RIGHT] == 0.75);
}

static void one_side_is_asked_for(void **state) {
    (void)state;
    struct face_units units = filled(0.5, 0.8), left = face_units_of_side(&units, FACE_LEFT);
    for (int unit = 0; unit < UNIT_COUNT; unit++) {
        double expected = unit == UNIT_AU25                           ? 0.4 * 0.8
                          : face_unit_has_sides((enum face_unit)unit) ? 0
                                                                      : 0.8;
        assert_true(left.strength[unit][FACE_LEFT] == 0.5);
        assert_true(fabs(left.strength[unit][FACE_RIGHT] - expected) < 1e-15);
    }
    struct face_units right = face_units_of_side(&units, FACE_RIGHT);
    assert_true(right.strength[UNIT_AU12][FACE_LEFT] == 0);
    assert_true(right.strength[UNIT_AU12][FACE_RIGHT] == 0.8);
}

static void scaling(void **state) {
    (void)state;
    const struct face_units rest = {0};
    struct face_units units = filled(-1, 0.5);
    struct face_units half = face_units_scaled(&units, 0.5);
    assert_true(half.strength[UNIT_TURN][FACE_LEFT] == -0.5);
    assert_true(half.strength[UNIT_AU1][FACE_RIGHT] == 0.25);
    const double none[] = {0, -0.0, -1, (double)NAN};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        struct face_units scaled = face_units_scaled(&units, none[i]);
        assert_memory_equal(&scaled, &rest, sizeof rest);
    }
}

// Without the mirror sides change places, and what goes to a side goes to the other.
static void the_mirror_is_turned_off(void **state) {
    (void)state;
    struct face_units units = filled(0.25, 0.5), there = face_units_exchanged(&units);
    assert_true(there.strength[UNIT_AU12][FACE_LEFT] == 0.5);
    assert_true(there.strength[UNIT_AU12][FACE_RIGHT] == 0.25);
    assert_true(there.strength[UNIT_AD30][FACE_LEFT] == -0.5);
    assert_true(there.strength[UNIT_TURN][FACE_RIGHT] == -0.25);
    assert_true(there.strength[UNIT_TILT][FACE_RIGHT] == -0.25);
    assert_true(there.strength[UNIT_GAZE_X][FACE_RIGHT] == -0.25);
    assert_true(there.strength[UNIT_GAZE_Y][FACE_RIGHT] == 0.25);
    struct face_units back = face_units_exchanged(&there);
    assert_memory_equal(&back, &units, sizeof units);
    const struct face_units rest = {0};
    struct face_units still = face_units_exchanged(&rest);
    assert_memory_equal(&still, &rest, sizeof rest);
}

static void effort_has_its_share(void **state) {
    (void)state;
    assert_true(face_effort_share(0) == 0.25);
    assert_true(face_effort_share(10) == 1);
    assert_true(face_effort_share(-1) == face_effort_share(5));
    assert_true(fabs(face_effort_share(2) - 0.4) < 1e-15);
    assert_true(face_effort_share(11) == 1);
}

static void looks_have_words(void **state) {
    (void)state;
    struct face_look look = face_look_default();
    assert_int_equal(look.tone, 2);
    assert_string_equal(hair_style_words[look.hair], "waves");
    assert_string_equal(hair_colour_words[look.hair_colour], "brown");
    assert_string_equal(eye_colour_words[look.eyes], "hazel");
    assert_null(hair_style_words[HAIR_STYLES]);
    assert_null(hair_colour_words[HAIR_COLOURS]);
    assert_null(eye_colour_words[EYE_COLOURS]);
    look = face_look_of(6, "scarf", "grey", "dark");
    assert_true(look.tone == 6 && look.hair == HAIR_SCARF && look.hair_colour == HAIR_GREY &&
                look.eyes == EYES_DARK);
    look = face_look_of(0, "none", "", "pink");
    assert_true(look.tone == SKIN_TONE_DEFAULT && look.hair == HAIR_WAVES &&
                look.hair_colour == HAIR_BROWN && look.eyes == EYES_HAZEL);
    for (int i = 0; i < HAIR_STYLES; i++) {
        for (int k = 0; k < i; k++) {
            assert_string_not_equal(hair_style_words[i], hair_style_words[k]);
        }
    }
    for (int i = 0; i < HAIR_COLOURS; i++) {
        for (int k = 0; k < i; k++) {
            assert_string_not_equal(hair_colour_words[i], hair_colour_words[k]);
            assert_string_not_equal(eye_colour_words[i], eye_colour_words[k]);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_unit_has_a_name_of_its_own),
        cmocka_unit_test(the_nearest_name_is_found),
        cmocka_unit_test(signs_and_sides),
        cmocka_unit_test(strengths_are_brought_into_range),
        cmocka_unit_test(one_side_is_asked_for),
        cmocka_unit_test(scaling),
        cmocka_unit_test(the_mirror_is_turned_off),
        cmocka_unit_test(effort_has_its_share),
        cmocka_unit_test(looks_have_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
