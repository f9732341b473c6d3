// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "skin_picture.h"

static paint_part *const eyes[] = {eyes_paint};
static paint_part *const brows[] = {brows_paint};

static struct face_units units_of(enum face_unit unit, double left, double right) {
    struct face_units units = {0};
    units.strength[unit][FACE_LEFT] = left;
    units.strength[unit][FACE_RIGHT] = right;
    return units;
}

static struct skin_picture *paint_eyes(const struct face_units *units) {
    return skin_paint(eyes, 1, SKIN_TONE_DEFAULT, units);
}

// The white of the eye, also where the lid shades it, and the light; no skin is so pale.
static bool is_white(const struct skin_picture *picture, int x, int y) {
    int red = skin_channel(picture, x, y, 16), blue = skin_channel(picture, x, y, 0);
    return skin_channel(picture, x, y, 24) == 255 && blue > 165 && red - blue < 36;
}

// Nothing but the pupil is so dark; lashes are brown.
static bool is_pupil(const struct skin_picture *picture, int x, int y) {
    return skin_channel(picture, x, y, 24) == 255 && skin_channel(picture, x, y, 16) < 24;
}

// Of the left or the right half of the picture.
static int white_of(const struct skin_picture *picture, enum face_side side) {
    int count = 0;
    for (int y = 0; y < SKIN_SIZE; y++) {
        for (int x = 0; x < SKIN_X; x++) {
            count += is_white(picture, side == FACE_LEFT ? x : SKIN_SIZE - 1 - x, y);
        }
    }
    return count;
}

static int white_with(const struct face_units *units) {
    struct skin_picture *picture = paint_eyes(units);
    int count = white_of(picture, FACE_LEFT) + white_of(picture, FACE_RIGHT);
    skin_free(picture);
    return count;
}

static struct point pupil_of(const struct skin_picture *picture, enum face_side side) {
    struct point sum = {0, 0};
    int count = 0;
    for (int y = 0; y < SKIN_SIZE; y++) {
        for (int x = 0; x < SKIN_SIZE; x++) {
            if ((x < SKIN_X) == (side == FACE_LEFT) && is_pupil(picture, x, y)) {
                sum.x += skin_x(x);
                sum.y += skin_y(y);
                count++;
            }
        }
    }
    assert_true(count > 20);
    return (struct point){sum.x / count, sum.y / count};
}

static void test_closing_takes_the_white_away_step_by_step(void **state) {
    (void)state;
    static const enum face_unit closers[] = {UNIT_AU43, UNIT_AU45};
    for (int i = 0; i < 2; i++) {
        int before = white_with(&(struct face_units){0});
        // A fifth of 0.246 by 0.1 at the least, on both sides.
        assert_true(before > 2 * 0.005 * SKIN_UNIT * SKIN_UNIT);
        for (int quarter = 1; quarter <= 4; quarter++) {
            struct face_units units = units_of(closers[i], quarter / 4.0, quarter / 4.0);
            int now = white_with(&units);
            assert_true(now < before);
            before = now;
        }
        assert_int_equal(before, 0);
    }
}

static void test_a_shut_eye_shows_no_white_whatever_squeezes_it(void **state) {
    (void)state;
    static const enum face_unit squeezers[] = {UNIT_AU4, UNIT_AU6, UNIT_AU7, UNIT_AU9, UNIT_AU5};
    for (int i = 0; i < 5; i++) {
        struct face_units units = units_of(UNIT_AU43, 1, 1);
        units.strength[squeezers[i]][FACE_LEFT] = units.strength[squeezers[i]][FACE_RIGHT] = 1;
        assert_int_equal(white_with(&units), 0);
    }
}

static void test_wide_shows_more_and_narrow_less(void **state) {
    (void)state;
    struct face_units wide = units_of(UNIT_AU5, 1, 1);
    struct face_units narrow = units_of(UNIT_AU7, 1, 1);
    int quiet = white_with(&(struct face_units){0});
    assert_true(white_with(&wide) > 1.15 * quiet);
    assert_true(white_with(&narrow) < 0.85 * quiet);
}

static void test_the_iris_goes_where_the_gaze_goes(void **state) {
    (void)state;
    static const struct {
        enum face_unit unit;
        double strength;
        struct point way; // face/face.md section 5.1
    } gazes[] = {
        {UNIT_GAZE_X, -1, {-0.030, 0}},   {UNIT_GAZE_X, 1, {0.030, 0}},
        {UNIT_GAZE_X, -0.5, {-0.015, 0}}, {UNIT_GAZE_Y, -0.5, {0, 0.010}},
        {UNIT_GAZE_Y, -1, {0, 0.020}},
    };
    struct skin_picture *quiet = paint_eyes(&(struct face_units){0});
    for (size_t i = 0; i < sizeof gazes / sizeof gazes[0]; i++) {
        struct face_units units = units_of(gazes[i].unit, gazes[i].strength, gazes[i].strength);
        struct skin_picture *picture = paint_eyes(&units);
        for (int side = 0; side < FACE_SIDES; side++) {
            struct point from = pupil_of(quiet, (enum face_side)side);
            struct point to = pupil_of(picture, (enum face_side)side);
            // The light and the lid's shade cover other parts of the pupil then: a pixel and a
            // half.
            assert_true(fabs(to.x - from.x - gazes[i].way.x) < 1.5 / SKIN_UNIT);
            assert_true(fabs(to.y - from.y - gazes[i].way.y) < 1.5 / SKIN_UNIT);
        }
        skin_free(picture);
    }
    skin_free(quiet);
}

static void test_the_iris_goes_with_the_head(void **state) {
    (void)state;
    static const enum face_unit moves[] = {UNIT_TURN, UNIT_TURN, UNIT_TILT, UNIT_TUCK};
    static const double strengths[] = {-0.8, 0.8, 0.8, 1};
    for (int i = 0; i < 4; i++) {
        struct face_units units = units_of(moves[i], strengths[i], strengths[i]);
        struct face face = face_of_units(&units, &units);
        struct skin_picture *picture = paint_eyes(&units);
        for (int side = 0; side < FACE_SIDES; side++) {
            struct point at = face_landmark(&face, (enum face_side)side, LANDMARK_IRIS);
            struct point pupil = pupil_of(picture, (enum face_side)side);
            assert_true(hypot(pupil.x - at.x, pupil.y - at.y) < 2.0 / SKIN_UNIT);
        }
        skin_free(picture);
    }
}

// One window lights both eyes: a mirrored light would be a squint.
static void test_the_light_lies_on_the_same_side_of_both_eyes(void **state) {
    (void)state;
    struct skin_picture *picture = paint_eyes(&(struct face_units){0});
    for (int side = 0; side < FACE_SIDES; side++) {
        struct point pupil = pupil_of(picture, (enum face_side)side);
        int lit[2] = {0, 0};
        for (int y = 0; y < SKIN_SIZE; y++) {
            for (int x = 0; x < SKIN_SIZE; x++) {
                double way_x = skin_x(x) - pupil.x, way_y = skin_y(y) - pupil.y;
                if (hypot(way_x, way_y) < 0.040 && skin_channel(picture, x, y, 0) > 180) {
                    lit[way_x > 0]++;
                }
            }
        }
        assert_true(lit[0] > 4);
        assert_int_equal(lit[1], 0);
    }
    skin_free(picture);
}

static void test_one_eye_closes_alone(void **state) {
    (void)state;
    static const struct box left = {-1.2, -1.2, 1.2, 3};
    struct skin_picture *quiet = paint_eyes(&(struct face_units){0});
    for (int side = 0; side < FACE_SIDES; side++) {
        struct face_units units = units_of(UNIT_AU43, side == FACE_LEFT, side == FACE_RIGHT);
        struct skin_picture *picture = paint_eyes(&units);
        bool other_is_left = side == FACE_RIGHT;
        assert_int_equal(skin_most_different(quiet, picture, left, other_is_left), 0);
        assert_int_equal(white_of(picture, (enum face_side)side), 0);
        assert_true(skin_most_different(quiet, picture, left, !other_is_left) > 100);
        skin_free(picture);
    }
    skin_free(quiet);
}

// The columns that an eye takes.
static int width_of(const struct skin_picture *picture, int from, int to) {
    int width = 0;
    for (int x = from; x < to; x++) {
        bool any = false;
        for (int y = 0; y < SKIN_SIZE && !any; y++) {
            any = is_white(picture, x, y) || is_pupil(picture, x, y);
        }
        width += any;
    }
    return width;
}

static void test_the_far_eye_of_a_turned_head_is_narrower(void **state) {
    (void)state;
    struct face_units units = units_of(UNIT_TURN, -0.8, -0.8);
    struct skin_picture *picture = paint_eyes(&units);
    struct face face = face_of_units(&units, &units);
    int middle =
        SKIN_X + (int)(SKIN_UNIT * face_landmark(&face, FACE_LEFT, LANDMARK_NOSE_BRIDGE).x);
    int far = width_of(picture, 0, middle);
    int near = width_of(picture, middle, SKIN_SIZE);
    assert_true(far > 0.6 * near && far < 0.9 * near);
    skin_free(picture);
}

static void test_eyes_and_brows_are_the_same_when_painted_again(void **state) {
    (void)state;
    struct face_units units = units_of(UNIT_AU43, 0.4, 0.9);
    paint_part *const both[] = {eyes_paint, brows_paint};
    struct skin_picture *one = skin_paint(both, 2, 4, &units);
    struct skin_picture *two = skin_paint(both, 2, 4, &units);
    assert_true(skin_equal(one, two));
    skin_free(one);
    skin_free(two);
}

static struct skin_picture *paint_brows(const struct face_units *units) {
    return skin_paint(brows, 1, SKIN_TONE_DEFAULT, units);
}

static int alpha_at(const struct skin_picture *picture, double x, double y) {
    return skin_channel(picture, (int)(SKIN_X + x * SKIN_UNIT), (int)(SKIN_Y + y * SKIN_UNIT), 24);
}

static void test_brows_are_alike_and_soft_at_their_inner_ends(void **state) {
    (void)state;
    struct skin_picture *picture = paint_brows(&(struct face_units){0});
    assert_true(skin_most_unlike_mirror(picture, picture) <= 3);
    int inner = alpha_at(picture, 0.104, -0.153);
    int peak = alpha_at(picture, 0.250, -0.177);
    assert_true(inner > 60 && inner < 0.75 * peak);
    assert_true(peak > 0.7 * 255 && peak < 255);
    skin_free(picture);
}

// Where the brow's ink is densest in the columns of an inner or outer part.
static double height_of(const struct skin_picture *picture, double from_x, double to_x) {
    double sum = 0, weight = 0;
    for (int y = 0; y < SKIN_SIZE; y++) {
        for (int x = 0; x < SKIN_SIZE; x++) {
            if (skin_x(x) > from_x && skin_x(x) < to_x) {
                double alpha = skin_channel(picture, x, y, 24);
                sum += alpha * skin_y(y);
                weight += alpha;
            }
        }
    }
    assert_true(weight > 0);
    return sum / weight;
}

static void test_each_end_of_a_brow_rises_by_itself(void **state) {
    (void)state;
    struct face_units inner = units_of(UNIT_AU1, 0, 1);
    struct face_units outer = units_of(UNIT_AU2, 0, 1);
    struct skin_picture *quiet = paint_brows(&(struct face_units){0});
    struct skin_picture *inside = paint_brows(&inner);
    struct skin_picture *outside = paint_brows(&outer);
    assert_true(height_of(inside, 0.09, 0.15) < height_of(quiet, 0.09, 0.15) - 0.030);
    assert_true(fabs(height_of(inside, 0.31, 0.37) - height_of(quiet, 0.31, 0.37)) < 0.005);
    assert_true(height_of(outside, 0.28, 0.34) < height_of(quiet, 0.28, 0.34) - 0.030);
    assert_true(fabs(height_of(outside, 0.09, 0.13) - height_of(quiet, 0.09, 0.13)) < 0.010);
    skin_free(quiet);
    skin_free(inside);
    skin_free(outside);
}

static void paint_grey_brows(cairo_t *cairo, const struct face_view *view) {
    struct face_look grey = {.tone = 6, .hair_colour = HAIR_GREY, .eyes = EYES_DARK};
    struct theme theme = theme_make(THEME_DAY, 100);
    struct face_colours colours = face_colours_of(&grey, &theme);
    struct face_view other = *view;
    other.colours = &colours;
    brows_paint(cairo, &other);
}

static void test_brows_below_grey_hair_are_warm(void **state) {
    (void)state;
    static paint_part *const parts[] = {paint_grey_brows};
    struct skin_picture *picture = skin_paint(parts, 1, 6, &(struct face_units){0});
    int x = (int)(SKIN_X + 0.250 * SKIN_UNIT), y = (int)(SKIN_Y - 0.177 * SKIN_UNIT);
    int red = skin_channel(picture, x, y, 16), blue = skin_channel(picture, x, y, 0);
    // As dark as the lines of that skin, and as warm: hair of that grey would be neither.
    assert_true(red < 80);
    assert_true(red - blue >= 10);
    skin_free(picture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_closing_takes_the_white_away_step_by_step),
        cmocka_unit_test(test_a_shut_eye_shows_no_white_whatever_squeezes_it),
        cmocka_unit_test(test_wide_shows_more_and_narrow_less),
        cmocka_unit_test(test_the_iris_goes_where_the_gaze_goes),
        cmocka_unit_test(test_the_iris_goes_with_the_head),
        cmocka_unit_test(test_the_light_lies_on_the_same_side_of_both_eyes),
        cmocka_unit_test(test_one_eye_closes_alone),
        cmocka_unit_test(test_the_far_eye_of_a_turned_head_is_narrower),
        cmocka_unit_test(test_eyes_and_brows_are_the_same_when_painted_again),
        cmocka_unit_test(test_brows_are_alike_and_soft_at_their_inner_ends),
        cmocka_unit_test(test_each_end_of_a_brow_rises_by_itself),
        cmocka_unit_test(test_brows_below_grey_hair_are_warm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
