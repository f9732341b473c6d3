// SPDX-License-Identifier: MIT
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "draw/hand_kept.h"
#include "pixel.h"

// Hands and cloths on nothing: what they cover, where, and in which colours.

enum { SIZE = 480, KINDS = 3 };
static const double UNIT = 150; // pixels for a face's width
static const enum hand_kind kinds[KINDS] = {HAND_POINTING, HAND_FLAT, HAND_CUPPED};
static const struct point nothing = {0, 0};

struct picture {
    cairo_surface_t *surface;
    cairo_t *cairo;
};

// The hand's place is in the middle.
static struct picture picture_new(void) {
    struct picture picture;
    picture.surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, SIZE, SIZE);
    picture.cairo = cairo_create(picture.surface);
    cairo_translate(picture.cairo, SIZE / 2.0, SIZE / 2.0);
    cairo_scale(picture.cairo, UNIT, UNIT);
    return picture;
}

static void picture_free(struct picture *picture) {
    assert_int_equal(cairo_status(picture->cairo), CAIRO_STATUS_SUCCESS);
    cairo_destroy(picture->cairo);
    cairo_surface_destroy(picture->surface);
}

static uint32_t pixel(const struct picture *picture, int x, int y) {
    return pixel_at(picture->surface, x, y);
}

static int alpha_at(const struct picture *picture, double x, double y) {
    int column = (int)(SIZE / 2.0 + x * UNIT);
    int row = (int)(SIZE / 2.0 + y * UNIT);
    return (int)(pixel(picture, column, row) >> 24);
}

static struct face_colours colours_of(int tone) {
    static struct theme theme;
    theme = theme_make(THEME_DAY, 100);
    struct face_look look = face_look_default();
    look.tone = tone;
    return face_colours_of(&look, &theme);
}

static void a_hand_stays_in_its_box(void **state) {
    (void)state;
    struct face_colours colours = colours_of(2);
    for (int i = 0; i < KINDS * 2 * 3; i++) {
        enum hand_kind kind = kinds[i / 6];
        int sign = i % 2 ? -1 : 1;
        double angle = 0.6 * (i % 3);
        struct picture picture = picture_new();
        hand_paint(picture.cairo, &colours, kind, nothing, angle, sign, 1);
        struct box box = hand_box(kind, nothing, angle, sign);
        struct box pixels = {SIZE / 2.0 + box.x * UNIT, SIZE / 2.0 + box.y * UNIT, box.width * UNIT,
                             box.height * UNIT};
        pixels = box_whole(pixels);
        int painted = 0;
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                if (pixel(&picture, x, y) != 0) {
                    painted++;
                    assert_true(box_holds(pixels, x, y));
                }
            }
        }
        // And the box is not much too large.
        assert_true(painted > 0.20 * pixels.width * pixels.height);
        picture_free(&picture);
    }
}

static void the_tip_lies_on_its_place(void **state) {
    (void)state;
    struct face_colours colours = colours_of(3);
    for (int sign = -1; sign <= 1; sign += 2) {
        struct picture picture = picture_new();
        hand_paint_alone(picture.cairo, &colours, HAND_POINTING, nothing, 0.7, sign);
        // A little back along the finger there is skin, beyond the tip nothing.
        assert_int_equal(alpha_at(&picture, sign * 0.03, 0.035), 255);
        assert_int_equal(alpha_at(&picture, sign * -0.03, -0.035), 0);
        // The arm comes from below and outside.
        assert_int_equal(alpha_at(&picture, sign * 0.70, 0.80), 255);
        assert_int_equal(alpha_at(&picture, sign * -0.70, 0.80), 0);
        picture_free(&picture);
    }
    struct picture cupped = picture_new();
    hand_paint_alone(cupped.cairo, &colours, HAND_CUPPED, nothing, 0, 1);
    for (int i = 0; i < 12; i++) {
        double angle = i * M_PI / 6;
        assert_int_equal(alpha_at(&cupped, 0.16 * cos(angle), 0.16 * sin(angle)), 255);
    }
    picture_free(&cupped);
}

static void the_left_hand_is_the_right_one_mirrored(void **state) {
    (void)state;
    struct face_colours colours = colours_of(4);
    for (int i = 0; i < KINDS; i++) {
        struct picture right = picture_new();
        struct picture left = picture_new();
        hand_paint_alone(right.cairo, &colours, kinds[i], nothing, 0.5, 1);
        hand_paint_alone(left.cairo, &colours, kinds[i], nothing, 0.5, -1);
        int apart = 0;
        int painted = 0;
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                int one = (int)(pixel(&right, x, y) >> 24);
                int other = (int)(pixel(&left, SIZE - 1 - x, y) >> 24);
                painted += one > 128;
                apart += (one > 128) != (other > 128);
            }
        }
        assert_true(painted > 4000);
        assert_true(apart < painted / 200);
        picture_free(&right);
        picture_free(&left);
    }
}

// The hand is the person's own: the back of it has the tone of the face.
static void hands_have_the_tone_of_the_skin(void **state) {
    (void)state;
    double last = 2;
    for (int tone = 1; tone <= SKIN_TONES; tone++) {
        struct face_colours colours = colours_of(tone);
        struct picture picture = picture_new();
        hand_paint_alone(picture.cairo, &colours, HAND_CUPPED, nothing, 0, 1);
        uint32_t skin = pixel(&picture, SIZE / 2, SIZE / 2 + 20);
        double red = (double)(skin >> 16 & 255) / 255;
        double blue = (double)(skin & 255) / 255;
        assert_true(fabs(red - colours.base.red) < 0.12);
        assert_true(fabs(blue - colours.base.blue) < 0.12);
        assert_true(red < last);
        last = red;
        picture_free(&picture);
    }
}

static void pressure_deepens_the_shadow(void **state) {
    (void)state;
    struct face_colours colours = colours_of(2);
    for (int i = 0; i < KINDS; i++) {
        struct picture light = picture_new();
        struct picture firm = picture_new();
        hand_paint_shadow(light.cairo, &colours, kinds[i], nothing, 0, 1, 0);
        hand_paint_shadow(firm.cairo, &colours, kinds[i], nothing, 0, 1, 1);
        int64_t light_sum = 0;
        int64_t firm_sum = 0;
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                light_sum += pixel(&light, x, y) >> 24;
                firm_sum += pixel(&firm, x, y) >> 24;
            }
        }
        assert_true(light_sum > 0 && firm_sum > light_sum + light_sum / 5);
        picture_free(&light);
        picture_free(&firm);
    }
}

static void stays_in_its_box(const struct hand_kept *hand, struct point at,
                             struct hand_touch touch) {
    struct picture picture = picture_new();
    cairo_identity_matrix(picture.cairo);
    hand_kept_paint(hand, picture.cairo, at, touch, NULL);
    struct box box = hand_kept_box(hand, at, touch);
    int painted = 0;
    for (int y = 0; y < SIZE; y++) {
        for (int x = 0; x < SIZE; x++) {
            if (pixel(&picture, x, y) != 0) {
                painted++;
                assert_true(box_holds(box, x, y));
            }
        }
    }
    assert_true(painted > 4000);
    picture_free(&picture);
}

// Between the pixels, pressed, lifted, and leaning so far that the shadow looks out below the arm.
static void a_kept_hand_stays_in_its_box(void **state) {
    (void)state;
    static const double angles[] = {0, 0.5, 1.7};
    struct face_colours colours = colours_of(5);
    for (int i = 0; i < 6; i++) {
        struct hand_kept *hand =
            hand_kept_new(&colours, HAND_FLAT, angles[i / 2], i % 2 ? -1 : 1, UNIT);
        for (int step = 0; step <= 4; step++) {
            struct point at = {SIZE / 2.0 + 0.37 * step, SIZE / 2.5 + 0.61 * step};
            stays_in_its_box(hand, at, (struct hand_touch){.press = 0.5, .lift = step / 4.0});
        }
        hand_kept_free(hand);
    }
}

// At whole pixels the kept picture is the painted hand; in the air it is fainter and its shadow has
// gone away from it.
static void a_kept_hand_is_the_painted_one(void **state) {
    (void)state;
    struct face_colours colours = colours_of(1);
    struct hand_kept *hand = hand_kept_new(&colours, HAND_FLAT, 0.4, 1, UNIT);
    struct picture painted = picture_new();
    struct picture kept = picture_new();
    struct picture lifted = picture_new();
    hand_paint_alone(painted.cairo, &colours, HAND_FLAT, nothing, 0.4, 1);
    struct point at = {SIZE / 2.0, SIZE / 2.0};
    cairo_identity_matrix(kept.cairo);
    cairo_identity_matrix(lifted.cairo);
    hand_kept_paint(hand, kept.cairo, at, (struct hand_touch){0, 0}, NULL);
    hand_kept_paint(hand, lifted.cairo, at, (struct hand_touch){0, 1}, NULL);
    int solid = 0;
    for (int y = 0; y < SIZE; y++) {
        for (int x = 0; x < SIZE; x++) {
            if (pixel(&painted, x, y) >> 24 == 255) {
                solid++;
                for (int shift = 0; shift < 24; shift += 8) {
                    int one = (int)(pixel(&painted, x, y) >> shift & 255);
                    int other = (int)(pixel(&kept, x, y) >> shift & 255);
                    assert_true(abs(one - other) <= 3);
                }
            }
        }
    }
    assert_true(solid > 4000);
    assert_true((int)(pixel(&lifted, SIZE / 2 + 40, SIZE / 2 + 90) >> 24) < 250);
    assert_int_equal(pixel(&kept, SIZE / 2 + 40, SIZE / 2 + 90) >> 24, 255);
    picture_free(&painted);
    picture_free(&kept);
    picture_free(&lifted);
    hand_kept_free(hand);
}

// Towards the sides of its room it grows clear, and it is not seen beyond them.
static void a_kept_hand_fades_at_the_sides(void **state) {
    (void)state;
    struct face_colours colours = colours_of(2);
    struct hand_kept *hand = hand_kept_new(&colours, HAND_FLAT, 0, 1, UNIT);
    struct hand_fade fade = {SIZE / 2.0 - 20, SIZE / 2.0 + 20, 16};
    struct picture picture = picture_new();
    cairo_identity_matrix(picture.cairo);
    struct point at = {SIZE / 2.0, SIZE / 3.0};
    hand_kept_paint(hand, picture.cairo, at, (struct hand_touch){0, 0}, &fade);
    int row = (int)(at.y + 0.7 * UNIT);
    assert_int_equal(pixel(&picture, SIZE / 2, row) >> 24, 255);
    uint32_t last = 255;
    for (int x = 2; x < 24; x++) {
        uint32_t alpha = pixel(&picture, SIZE / 2 + x, row) >> 24;
        assert_true(alpha <= last);
        assert_true(x < 20 || alpha == 0);
        assert_true(x > 15 || alpha > 0);
        last = alpha;
    }
    picture_free(&picture);
    hand_kept_free(hand);
}

// Without any colour: the warm cloth is round, the cold one has corners.
static void warm_and_cold_differ_in_shape(void **state) {
    (void)state;
    struct picture cloths[2];
    for (int warm = 0; warm < 2; warm++) {
        cloths[warm] = picture_new();
        cloth_paint(cloths[warm].cairo, nothing, 1, 0, warm);
        assert_int_equal(alpha_at(&cloths[warm], 0, 0), 255);
    }
    for (int sign = -1; sign <= 1; sign += 2) {
        assert_int_equal(alpha_at(&cloths[0], sign * 0.458, -0.455), 255);
        assert_true(alpha_at(&cloths[1], sign * 0.458, -0.455) < 200);
    }
    picture_free(&cloths[0]);
    picture_free(&cloths[1]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_hand_stays_in_its_box),
        cmocka_unit_test(the_tip_lies_on_its_place),
        cmocka_unit_test(the_left_hand_is_the_right_one_mirrored),
        cmocka_unit_test(hands_have_the_tone_of_the_skin),
        cmocka_unit_test(pressure_deepens_the_shadow),
        cmocka_unit_test(a_kept_hand_stays_in_its_box),
        cmocka_unit_test(a_kept_hand_is_the_painted_one),
        cmocka_unit_test(a_kept_hand_fades_at_the_sides),
        cmocka_unit_test(warm_and_cold_differ_in_shape),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
