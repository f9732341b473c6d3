// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "draw/face_mouth.h"
#include "seed.h"
#include "skin_picture.h"

static paint_part *const lips[] = {mouth_paint};

static struct skin_picture *paint_mouth(const struct face_units *units) {
    return skin_paint(lips, 1, SKIN_TONE_DEFAULT, units);
}

typedef bool is_of_kind(const struct skin_picture *picture, int x, int y);

// Nothing else of the mouth is so light and so little red.
static bool is_tooth(const struct skin_picture *picture, int x, int y) {
    int red = skin_channel(picture, x, y, 16), blue = skin_channel(picture, x, y, 0);
    return skin_channel(picture, x, y, 24) == 255 && blue > 165 && red - blue < 40;
}

// The dark of the open mouth, and nothing of the lips.
static bool is_dark(const struct skin_picture *picture, int x, int y) {
    return skin_channel(picture, x, y, 24) == 255 && skin_channel(picture, x, y, 16) < 100;
}

static int count_of(const struct skin_picture *picture, is_of_kind *kind) {
    int count = 0;
    for (int y = 0; y < SKIN_SIZE; y++) {
        for (int x = 0; x < SKIN_SIZE; x++) {
            count += kind(picture, x, y);
        }
    }
    return count;
}

static int painted_count(const struct face_units *units, is_of_kind *kind) {
    struct skin_picture *picture = paint_mouth(units);
    int count = count_of(picture, kind);
    skin_free(picture);
    return count;
}

static void test_teeth_show_between_raised_and_parted_lips_only(void **state) {
    (void)state;
    struct face_units units = {0};
    assert_int_equal(painted_count(&units, is_tooth), 0);
    skin_set(&units, UNIT_AU12, 1, 1);
    assert_int_equal(painted_count(&units, is_tooth), 0);
    // A slit stays dark.
    skin_set(&units, UNIT_AU25, 0.3, 0.3);
    assert_int_equal(painted_count(&units, is_tooth), 0);
    skin_set(&units, UNIT_AU10, 1, 1);
    skin_set(&units, UNIT_AU25, 1, 1);
    int smiling = painted_count(&units, is_tooth);
    // A band of 0.2 by 0.02 at the least.
    assert_true(smiling > 0.004 * SKIN_UNIT * SKIN_UNIT);
    struct face_units lower = {0};
    skin_set(&lower, UNIT_AU16, 1, 1);
    skin_set(&lower, UNIT_AU25, 0.25, 0.25);
    assert_true(painted_count(&lower, is_tooth) > 0.002 * SKIN_UNIT * SKIN_UNIT);
}

static void test_a_wider_mouth_is_darker(void **state) {
    (void)state;
    int before = painted_count(&(struct face_units){0}, is_dark);
    for (int tenth = 2; tenth <= 10; tenth += 2) {
        struct face_units units = {0};
        skin_set(&units, UNIT_AU27, tenth / 10.0, tenth / 10.0);
        int now = painted_count(&units, is_dark);
        assert_true(now > before);
        before = now;
    }
}

// Where the teeth's colour lies in a row of pixels, -1 -1 where there is none.
struct span {
    int left, right;
};

static struct span teeth_at(const struct skin_picture *picture, double face_y) {
    struct span span = {-1, -1};
    int y = (int)lround(face_y * SKIN_UNIT + SKIN_Y);
    for (int x = 0; x < SKIN_SIZE; x++) {
        if (is_tooth(picture, x, y)) {
            span.left = span.left < 0 ? x : span.left;
            span.right = x;
        }
    }
    return span;
}

// The inside alone, without the lips that cover most of it.
static void paint_uncovered(cairo_t *cairo, const struct face_view *view) {
    struct mouth inside = mouth_of(cairo, view);
    mouth_paint_inside(&inside);
}

static struct skin_picture *paint_inside_of(const struct face_units *units) {
    static paint_part *const parts[] = {paint_uncovered};
    return skin_paint(parts, 1, SKIN_TONE_DEFAULT, units);
}

static void test_lower_teeth_slide_with_the_chin_and_upper_ones_stay(void **state) {
    (void)state;
    struct face_units still = {0}, slid;
    skin_set(&still, UNIT_AU16, 1, 1);
    skin_set(&still, UNIT_AU25, 1, 1);
    slid = still;
    skin_set(&slid, UNIT_AD30, 1, 1);
    struct skin_picture *before = paint_inside_of(&still), *after = paint_inside_of(&slid);
    // Between the shade of the lips and the teeth's far ends.
    struct span upper_before = teeth_at(before, 0.37), upper_after = teeth_at(after, 0.37);
    struct span lower_before = teeth_at(before, 0.55), lower_after = teeth_at(after, 0.55);
    assert_true(upper_before.left > 0 && lower_before.left > 0);
    assert_int_equal(upper_after.left, upper_before.left);
    assert_int_equal(upper_after.right, upper_before.right);
    double way = (lower_after.left + lower_after.right - lower_before.left - lower_before.right) /
                 2.0 / SKIN_UNIT;
    assert_true(fabs(way - 0.8 * 0.062) < 0.004);
    skin_free(before);
    skin_free(after);
}

static void test_lower_teeth_sink_with_the_jaw(void **state) {
    (void)state;
    struct face_units units = {0};
    skin_set(&units, UNIT_AU26, 1, 1);
    skin_set(&units, UNIT_AU16, 1, 1); // uncovers them
    struct skin_picture *picture = paint_inside_of(&units);
    double edge = 0.462 + 0.93 * 0.115;
    int middle = SKIN_X + SKIN_UNIT / 50; // beside the joint
    int first = 0;
    for (int y = SKIN_SIZE - 1; y > SKIN_Y + 0.48 * SKIN_UNIT; y--) {
        first = is_tooth(picture, middle, y) ? y : first;
    }
    assert_true(fabs(skin_y(first) - edge) < 0.012);
    skin_free(picture);
}

static void test_the_tongue_lifts_behind_the_upper_teeth(void **state) {
    (void)state;
    struct face_units flat = {0}, lifted;
    skin_set(&flat, UNIT_AU26, 0.85, 0.85);
    skin_set(&flat, UNIT_AU25, 0.80, 0.80);
    lifted = flat;
    skin_set(&lifted, UNIT_TONGUE, 1, 1);
    struct skin_picture *before = paint_mouth(&flat), *after = paint_mouth(&lifted);
    assert_true(count_of(after, is_dark) < 0.8 * count_of(before, is_dark));
    // The teeth hide its tip.
    assert_true(abs(count_of(after, is_tooth) - count_of(before, is_tooth)) <= 4);
    skin_free(before);
    skin_free(after);
}

// By how much the outline of an opening, or of the lips, bends at its left corner: nearly a half
// turn for a corner, little for a round hole. In radians.
static double bend_at_corner(const struct lip_edge *upper, const struct lip_edge *lower) {
    struct point corner = upper->at[0], above = upper->at[2], below = lower->at[2];
    double into = atan2(corner.y - below.y, corner.x - below.x);
    double out = atan2(above.y - corner.y, above.x - corner.x);
    return fabs(remainder(out - into, 2 * acos(-1)));
}

static struct mouth mouth_with(enum face_unit unit, double strength, struct face *face) {
    struct face_units units = {0};
    skin_set(&units, unit, strength, strength);
    *face = face_of_units(&units, &units);
    struct face_view view = {.face = face};
    struct mouth mouth = mouth_of(NULL, &view);
    mouth.view = NULL;
    return mouth;
}

static void test_an_open_mouth_is_round(void **state) {
    (void)state;
    struct face face;
    struct mouth shut = mouth_with(UNIT_AU27, 0, &face);
    assert_true(bend_at_corner(&shut.upper_inner, &shut.lower_inner) > 3.0);
    assert_true(bend_at_corner(&shut.upper_edge, &shut.lower_edge) > 1.8);
    struct mouth open = mouth_with(UNIT_AU27, 0.8, &face);
    assert_true(bend_at_corner(&open.upper_inner, &open.lower_inner) < 0.4);
    assert_true(bend_at_corner(&open.upper_edge, &open.lower_edge) < 0.4);
    // The middle of the lips stays where the landmarks are.
    struct point middle = open.lower_inner.at[open.lower_inner.count / 2];
    assert_true(fabs(middle.y - face.at[FACE_RIGHT][LANDMARK_LOWER_INNER_0].y) < 1e-9);
    struct mouth puckered = mouth_with(UNIT_AU18, 1, &face);
    assert_true(bend_at_corner(&puckered.upper_edge, &puckered.lower_edge) < 0.9);
}

static void test_painting_twice_gives_the_same_bytes(void **state) {
    (void)state;
    struct face_units units = {0};
    skin_set(&units, UNIT_AU12, 0.9, 0.3);
    skin_set(&units, UNIT_AU25, 1, 1);
    skin_set(&units, UNIT_AU26, 0.5, 0.5);
    struct skin_picture *one = paint_mouth(&units), *other = paint_mouth(&units);
    assert_true(skin_equal(one, other));
    skin_free(one);
    skin_free(other);
}

// A smile of one side drags the middle along by less than a hundredth, and with it the lips' curves
// as far as the next landmarks. Beyond them nothing of the other side changes that could be seen.
static void test_one_sided_smile_leaves_the_other_side(void **state) {
    (void)state;
    struct face_units units = {0};
    struct skin_picture *before = paint_mouth(&units);
    skin_set(&units, UNIT_AU12, 0, 1);
    struct skin_picture *after = paint_mouth(&units);
    const struct box beyond_lips = {-1, -1, 0.80, 3}, corner = {-1, -1, 0.89, 3};
    const struct box side = {-1, -1, 0.94, 3};
    assert_int_equal(skin_most_different(before, after, beyond_lips, true), 0);
    assert_true(skin_most_different(before, after, corner, true) <= 8);
    assert_true(skin_most_different(before, after, side, true) <= 20);
    assert_true(skin_most_different(before, after, skin_right_half, true) > 60);
    skin_free(before);
    skin_free(after);
}

static void test_both_sides_are_drawn_alike(void **state) {
    (void)state;
    for (int i = 0; i < 20; i++) {
        struct face_units units = {0};
        skin_mix(&units, false);
        struct face_units mirrored = face_units_exchanged(&units);
        struct skin_picture *one = paint_mouth(&units), *other = paint_mouth(&mirrored);
        // Edges fall on pixels differently; whole parts may not.
        assert_true(skin_most_unlike_mirror(one, other) <= 80);
        assert_true(skin_unlike_mirror(one, other, 16) < 0.01 * skin_painted(one));
        skin_free(one);
        skin_free(other);
    }
}

static void test_nothing_is_painted_far_from_the_lips(void **state) {
    (void)state;
    for (int i = 0; i < 40; i++) {
        struct face_units units = {0};
        skin_mix(&units, false);
        struct skin_picture *picture = paint_mouth(&units);
        struct skin_picture *empty = skin_paint(NULL, 0, SKIN_TONE_DEFAULT, &units);
        const struct box around = {-0.36, 0.28, 0.72, 0.60};
        assert_int_equal(skin_most_different(picture, empty, around, false), 0);
        skin_free(picture);
        skin_free(empty);
    }
}

static void test_any_mixture_is_painted(void **state) {
    (void)state;
    for (int i = 0; i < 40; i++) {
        struct face_units units = {0};
        skin_mix(&units, true);
        struct skin_picture *picture = paint_mouth(&units);
        assert_true(skin_painted(picture) > 0.01 * SKIN_UNIT * SKIN_UNIT);
        skin_free(picture);
    }
}

int main(void) {
    srand((unsigned)seed_usual());
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_teeth_show_between_raised_and_parted_lips_only),
        cmocka_unit_test(test_a_wider_mouth_is_darker),
        cmocka_unit_test(test_lower_teeth_slide_with_the_chin_and_upper_ones_stay),
        cmocka_unit_test(test_lower_teeth_sink_with_the_jaw),
        cmocka_unit_test(test_the_tongue_lifts_behind_the_upper_teeth),
        cmocka_unit_test(test_an_open_mouth_is_round),
        cmocka_unit_test(test_painting_twice_gives_the_same_bytes),
        cmocka_unit_test(test_one_sided_smile_leaves_the_other_side),
        cmocka_unit_test(test_both_sides_are_drawn_alike),
        cmocka_unit_test(test_nothing_is_painted_far_from_the_lips),
        cmocka_unit_test(test_any_mixture_is_painted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
