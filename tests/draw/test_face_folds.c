// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "draw/face_folds.h"
#include "seed.h"
#include "skin_picture.h"

static paint_part *const upper_part[] = {folds_paint_upper};
static paint_part *const lower_part[] = {folds_paint_lower};

static struct skin_picture *paint_upper(const struct face_units *units) {
    return skin_paint(upper_part, 1, SKIN_TONE_DEFAULT, units);
}

static struct skin_picture *paint_lower(const struct face_units *units) {
    return skin_paint(lower_part, 1, SKIN_TONE_DEFAULT, units);
}

// How much paint a unit adds to one part's folds, at a strength on both sides.
static int64_t paint_of(paint_part *const part[1], enum face_unit unit, double strength) {
    struct face_units units = {0};
    struct skin_picture *quiet = skin_paint(part, 1, SKIN_TONE_DEFAULT, &units);
    skin_set(&units, unit, strength, strength);
    struct skin_picture *picture = skin_paint(part, 1, SKIN_TONE_DEFAULT, &units);
    int64_t sum = skin_difference_sum(quiet, picture, skin_everywhere);
    skin_free(quiet);
    skin_free(picture);
    return sum;
}

// The units that have folds (face/face.md section 5.4).
static const enum face_unit with_upper[] = {UNIT_AU1, UNIT_AU2, UNIT_AU4, UNIT_AU6,
                                            UNIT_AU7, UNIT_AU9, UNIT_AU12};
static const enum face_unit with_lower[] = {UNIT_AU6,  UNIT_AU9,  UNIT_AU10, UNIT_AU12, UNIT_AU14,
                                            UNIT_AU15, UNIT_AU17, UNIT_AU18, UNIT_AU20, UNIT_AU24,
                                            UNIT_AU28, UNIT_AU31, UNIT_AU33, UNIT_AU34, UNIT_AU35};
enum {
    WITH_UPPER = sizeof with_upper / sizeof with_upper[0],
    WITH_LOWER = sizeof with_lower / sizeof with_lower[0]
};

static void test_folds_grow_with_their_unit(void **state) {
    (void)state;
    for (int i = 0; i < WITH_UPPER + WITH_LOWER; i++) {
        bool is_upper = i < WITH_UPPER;
        enum face_unit unit = is_upper ? with_upper[i] : with_lower[i - WITH_UPPER];
        paint_part *const *part = is_upper ? upper_part : lower_part;
        int64_t before = 0;
        for (int third = 1; third <= 3; third++) {
            int64_t now = paint_of(part, unit, third / 3.0);
            if (now <= before + 500) {
                fail_msg("%s at %d/3: %lld after %lld", face_unit_word(unit), third, (long long)now,
                         (long long)before);
            }
            before = now;
        }
    }
}

static void test_a_unit_without_strength_paints_no_fold(void **state) {
    (void)state;
    for (int i = 0; i < WITH_UPPER; i++) {
        assert_int_equal(paint_of(upper_part, with_upper[i], 0), 0);
    }
    for (int i = 0; i < WITH_LOWER; i++) {
        assert_int_equal(paint_of(lower_part, with_lower[i], 0), 0);
    }
    // Those that move neither skin nor brow.
    assert_int_equal(paint_of(upper_part, UNIT_AU16, 1), 0);
    assert_int_equal(paint_of(upper_part, UNIT_AU22, 1), 0);
    assert_int_equal(paint_of(lower_part, UNIT_AU1, 1), 0);
    assert_int_equal(paint_of(lower_part, UNIT_AU43, 1), 0);
    // The forehead stays smooth below 0.12.
    assert_int_equal(paint_of(upper_part, UNIT_AU2, 0.11), 0);
}

// A quiet face has the roll under the eye and a hint of the nasolabial fold, no more.
static void test_a_quiet_face_is_smooth(void **state) {
    (void)state;
    struct face_units units = {0};
    struct skin_picture *upper = paint_upper(&units), *lower = paint_lower(&units);
    struct skin_picture *empty = skin_paint(NULL, 0, SKIN_TONE_DEFAULT, &units);
    const struct box eyes = {-0.36, 0.02, 0.72, 0.11}, folds = {-0.33, 0.16, 0.66, 0.34};
    assert_int_equal(skin_most_different(upper, empty, eyes, false), 0);
    assert_int_equal(skin_most_different(lower, empty, folds, false), 0);
    assert_true(skin_painted(upper) > 0 && skin_painted(lower) > 0);
    skin_free(upper);
    skin_free(lower);
    skin_free(empty);
}

// Where a unit's light or shade must be seen: a way out and down from a landmark of the moved face.
static const struct {
    enum face_unit unit;
    enum landmark landmark;
    double out, down;
    int sign; // -1 darker than with the unit at rest, 1 lighter
} marks[] = {
    {UNIT_AU4, LANDMARK_BROW_0, -0.043, -0.010, -1},
    {UNIT_AU6, LANDMARK_CANTHUS_OUTER, 0.048, 0.0055, -1},
    {UNIT_AU7, LANDMARK_LID_LOWER_2, 0.000, 0.012, 1},
    {UNIT_AU12, LANDMARK_CHEEK, -0.020, 0.100, -1},
    {UNIT_AU12, LANDMARK_FOLD_2, 0.000, 0.000, -1},
    {UNIT_AU12, LANDMARK_FOLD_2, 0.034, -0.012, 1},
    {UNIT_AU14, LANDMARK_MOUTH_CORNER, 0.030, 0.000, -1},
    {UNIT_AU15, LANDMARK_MOUTH_CORNER, 0.021, 0.065, -1},
    {UNIT_AU17, LANDMARK_LABIOMENTAL, 0.000, -0.004, -1},
    {UNIT_AU17, LANDMARK_CHIN_BOSS, 0.011, -0.008, -1},
    {UNIT_AU18, LANDMARK_MOUTH_CORNER, 0.026, 0.000, -1},
    {UNIT_AU24, LANDMARK_UPPER_EDGE_0, 0.000, -0.020, 1},
    {UNIT_AU28, LANDMARK_LOWER_EDGE_0, 0.000, 0.020, 1},
    {UNIT_AU31, LANDMARK_CONTOUR_5, -0.065, -0.020, 1},
    {UNIT_AU31, LANDMARK_CONTOUR_5, -0.142, 0.000, -1},
    {UNIT_AU34, LANDMARK_HOLLOW, 0.000, -0.050, 1},
    {UNIT_AU34, LANDMARK_HOLLOW, -0.070, 0.130, -1},
    {UNIT_AU35, LANDMARK_HOLLOW, 0.015, -0.030, -1},
    {UNIT_AU35, LANDMARK_HOLLOW, 0.030, -0.185, 1},
};

// The green of a place over the skin's ground, mean of both sides, 0..255.
static double green_at(const struct skin_picture *picture, struct point at) {
    double ground = 0xC8, sum = 0; // of the default tone
    for (int sign = -1; sign <= 1; sign += 2) {
        int x = (int)floor(sign * at.x * SKIN_UNIT + SKIN_X);
        int y = (int)floor(at.y * SKIN_UNIT + SKIN_Y);
        double clear = 1 - skin_channel(picture, x, y, 24) / 255.0;
        sum += (skin_channel(picture, x, y, 8) + clear * ground) / 2;
    }
    return sum;
}

static void test_each_fold_lies_where_it_belongs(void **state) {
    (void)state;
    static paint_part *const both[] = {folds_paint_upper, folds_paint_lower};
    struct face_units units = {0};
    struct skin_picture *quiet = skin_paint(both, 2, SKIN_TONE_DEFAULT, &units);
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        units = (struct face_units){0};
        skin_set(&units, marks[i].unit, 1, 1);
        struct face face = face_of_units(&units, &units);
        struct point at = face.at[FACE_RIGHT][marks[i].landmark];
        at = (struct point){at.x + marks[i].out, at.y + marks[i].down};
        struct skin_picture *picture = skin_paint(both, 2, SKIN_TONE_DEFAULT, &units);
        double change = green_at(picture, at) - green_at(quiet, at);
        if (marks[i].sign * change < 4) {
            fail_msg("mark %zu, %s: changed by %.1f", i, face_unit_word(marks[i].unit), change);
        }
        skin_free(picture);
    }
    skin_free(quiet);
}

// Pressed lips and the chin have both sides' strength; all other folds are of one side.
static bool is_of_both(enum face_unit unit) {
    return unit == UNIT_AU17 || unit == UNIT_AU24 || unit == UNIT_AU28;
}

static void test_folds_of_one_side_leave_the_other(void **state) {
    (void)state;
    const struct box other_half = {-10, -10, 10 - 0.03, 20};
    struct face_units units = {0};
    struct skin_picture *upper = paint_upper(&units), *lower = paint_lower(&units);
    for (int i = 0; i < WITH_UPPER + WITH_LOWER; i++) {
        bool is_upper = i < WITH_UPPER;
        enum face_unit unit = is_upper ? with_upper[i] : with_lower[i - WITH_UPPER];
        if (is_of_both(unit)) {
            continue;
        }
        units = (struct face_units){0};
        skin_set(&units, unit, 0, 1);
        struct skin_picture *picture = is_upper ? paint_upper(&units) : paint_lower(&units);
        struct skin_picture *quiet = is_upper ? upper : lower;
        if (skin_most_different(quiet, picture, other_half, true) != 0) {
            fail_msg("%s of the right side changes the left one", face_unit_word(unit));
        }
        assert_true(skin_most_different(quiet, picture, skin_right_half, true) > 0);
        skin_free(picture);
    }
    skin_free(upper);
    skin_free(lower);
}

// What portrait_damage takes for granted of a head held straight.
static void test_folds_stay_within_their_boxes(void **state) {
    (void)state;
    const struct box upper_box = {-0.43, -0.41, 0.86, 0.54};
    const struct box lower_box = {-0.54, 0.02, 1.08, 0.80};
    const struct box with_contour = {-0.66, 0.02, 1.32, 1.16};
    for (int i = 0; i < WITH_UPPER + WITH_LOWER; i++) {
        bool is_upper = i < WITH_UPPER;
        enum face_unit unit = is_upper ? with_upper[i] : with_lower[i - WITH_UPPER];
        struct face_units units = {0};
        struct skin_picture *empty = skin_paint(NULL, 0, SKIN_TONE_DEFAULT, &units);
        skin_set(&units, unit, 1, 1);
        struct skin_picture *picture = is_upper ? paint_upper(&units) : paint_lower(&units);
        bool contour = unit == UNIT_AU31 || unit == UNIT_AU33 || unit == UNIT_AU34;
        struct box box = is_upper ? upper_box : contour ? with_contour : lower_box;
        if (skin_most_different(picture, empty, box, false) != 0) {
            fail_msg("%s paints outside its box", face_unit_word(unit));
        }
        skin_free(picture);
        skin_free(empty);
    }
}

static void test_painting_twice_gives_the_same_bytes(void **state) {
    (void)state;
    for (int i = 0; i < 10; i++) {
        struct face_units units = {0};
        skin_mix(&units, true);
        struct skin_picture *one = paint_upper(&units), *other = paint_upper(&units);
        assert_true(skin_equal(one, other));
        skin_free(one);
        skin_free(other);
        one = paint_lower(&units);
        other = paint_lower(&units);
        assert_true(skin_equal(one, other));
        skin_free(one);
        skin_free(other);
    }
}

static void test_both_sides_are_drawn_alike(void **state) {
    (void)state;
    for (int i = 0; i < 20; i++) {
        struct face_units units = {0};
        skin_mix(&units, false);
        struct face_units mirrored = face_units_exchanged(&units);
        bool is_upper = i % 2 == 0;
        struct skin_picture *one = is_upper ? paint_upper(&units) : paint_lower(&units);
        struct skin_picture *other = is_upper ? paint_upper(&mirrored) : paint_lower(&mirrored);
        // The pits of the chin are irregular, and edges fall on pixels differently.
        assert_true(skin_unlike_mirror(one, other, 28) < 0.01 * skin_painted(one));
        skin_free(one);
        skin_free(other);
    }
}

// A line on the skin has its shade in every tone, and it is darker than the skin, never black.
static void test_lines_are_of_the_skin(void **state) {
    (void)state;
    struct face_units units = {0};
    skin_set(&units, UNIT_AU12, 1, 1);
    for (int tone = 1; tone <= SKIN_TONES; tone++) {
        struct face_look look = {.tone = tone};
        struct theme theme = theme_make(THEME_DAY, 100);
        struct face_colours colours = face_colours_of(&look, &theme);
        struct skin_picture *picture = skin_paint(lower_part, 1, tone, &units);
        int dark = 0;
        for (int y = 0; y < SKIN_SIZE; y++) {
            for (int x = 0; x < SKIN_SIZE; x++) {
                double clear = 1 - skin_channel(picture, x, y, 24) / 255.0;
                double red = skin_channel(picture, x, y, 16) / 255.0 + clear * colours.base.red;
                assert_true(red > colours.line.red - 0.02);
                dark += red < colours.base.red - 0.10 * (colours.base.red - colours.line.red);
            }
        }
        assert_true(dark > 0.0008 * SKIN_UNIT * SKIN_UNIT);
        skin_free(picture);
    }
}

int main(void) {
    srand((unsigned)seed_usual());
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_folds_grow_with_their_unit),
        cmocka_unit_test(test_a_unit_without_strength_paints_no_fold),
        cmocka_unit_test(test_a_quiet_face_is_smooth),
        cmocka_unit_test(test_each_fold_lies_where_it_belongs),
        cmocka_unit_test(test_folds_of_one_side_leave_the_other),
        cmocka_unit_test(test_folds_stay_within_their_boxes),
        cmocka_unit_test(test_painting_twice_gives_the_same_bytes),
        cmocka_unit_test(test_both_sides_are_drawn_alike),
        cmocka_unit_test(test_lines_are_of_the_skin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
