// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <math.h>
#include <stdlib.h>

#include "draw/paint.h"
#include "paint_picture.h"

static void a_blob_is_round_and_fades_to_nothing(void **state) {
    (void)state;
    static const struct {
        int way; // pixels from the middle, of a radius of 40
        double share;
    } expected[] = {{0, 1}, {10, 0.82}, {20, 0.45}, {30, 0.13}, {40, 0}};
    struct picture picture = picture_new(1);
    paint_blob(picture.cairo, (struct point){0.5, 0.5}, 40, 40, 0, black, 0.8);
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        int middle = PICTURE_SIZE / 2, way = expected[i].way;
        double value = expected[i].share * 0.8 * 255;
        assert_near(darkness(&picture, middle + way, middle), value, 8);
        assert_near(darkness(&picture, middle, middle - way), value, 8);
    }
    assert_int_equal(darkness(&picture, 60 + 41, 60), 0);
    assert_int_equal(darkness(&picture, 60 + 32, 60 + 32), 0);
    picture_free(&picture);
}

static void a_blob_is_turned_clockwise(void **state) {
    (void)state;
    struct picture picture = picture_new(1);
    paint_blob(picture.cairo, (struct point){0, 0}, 40, 10, 0.5, black, 0.8);
    assert_true(darkness(&picture, 60 + 18, 60 + 10) > 50);
    assert_int_equal(darkness(&picture, 60 + 18, 60 - 10), 0);
    picture_free(&picture);
}

static void a_soft_strip_fades_sideways_and_at_its_ends(void **state) {
    (void)state;
    const struct point line[] = {{-30, 0.5}, {30, 0.5}};
    const double width = 20;
    struct picture picture = picture_new(1);
    paint_soft(picture.cairo, line, 2, width, black, 0.8);
    assert_near(darkness(&picture, 60, 60), 0.9 * 0.8 * 255, 6);
    // Sideways, of a half-width of 16.
    assert_near(darkness(&picture, 60, 60 + 5), 0.70 * 0.9 * 0.8 * 255, 12);
    assert_near(darkness(&picture, 60, 60 - 11), 0.20 * 0.9 * 0.8 * 255, 8);
    assert_int_equal(darkness(&picture, 60, 60 + 17), 0);
    assert_int_equal(darkness(&picture, 60, 60 - 17), 0);
    // Along it, to less than a half width beyond its ends.
    for (int x = 61; x < PICTURE_SIZE; x++) {
        assert_true(darkness(&picture, x, 60) <= darkness(&picture, x - 1, 60) + 4);
    }
    assert_true(darkness(&picture, 60 + 30, 60) > 20);
    assert_true(darkness(&picture, 60 + 38, 60) < 30);
    assert_int_equal(darkness(&picture, 60 + 41, 60), 0);
    assert_int_equal(darkness(&picture, 60 - 41, 60), 0);
    picture_free(&picture);
}

// No hole and no overlap between its pieces, nor where it bends back on itself.
static void a_soft_strip_is_smooth(void **state) {
    (void)state;
    const struct point knots[] = {{-30, 20}, {-20, -20}, {20, -20}, {30, 20}};
    struct picture picture = picture_new(1);
    paint_soft(picture.cairo, knots, 4, 24, black, 0.5);
    for (int y = 1; y < PICTURE_SIZE; y++) {
        for (int x = 1; x < PICTURE_SIZE; x++) {
            int here = darkness(&picture, x, y);
            assert_true(abs(here - darkness(&picture, x - 1, y)) < 20);
            assert_true(abs(here - darkness(&picture, x, y - 1)) < 20);
        }
    }
    picture_free(&picture);
}

// Paint does not come out of nothing where the curve is given in more pieces.
static void a_soft_strip_asks_not_how_closely_it_is_sampled(void **state) {
    (void)state;
    const struct point knots[] = {{-30, 20}, {-20, -20}, {20, -20}, {30, 20}};
    struct point dense[PAINT_POINTS_MAX];
    struct picture one = picture_new(1), other = picture_new(1);
    int count = paint_sample(knots, 4, 60, dense, PAINT_POINTS_MAX);
    assert_int_equal(count, 3 * 60 + 1);
    paint_soft(one.cairo, knots, 4, 24, black, 0.5);
    paint_soft(other.cairo, dense, count, 24, black, 0.5);
    for (int i = 0; i < PICTURE_SIZE * PICTURE_SIZE; i++) {
        assert_true(abs(darkness(&one, i % PICTURE_SIZE, i / PICTURE_SIZE) -
                        darkness(&other, i % PICTURE_SIZE, i / PICTURE_SIZE)) < 12);
    }
    picture_free(&one);
    picture_free(&other);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_blob_is_round_and_fades_to_nothing),
        cmocka_unit_test(a_blob_is_turned_clockwise),
        cmocka_unit_test(a_soft_strip_fades_sideways_and_at_its_ends),
        cmocka_unit_test(a_soft_strip_is_smooth),
        cmocka_unit_test(a_soft_strip_asks_not_how_closely_it_is_sampled),
    };
    return cmocka_run_group_tests_name("soft paint", tests, NULL, NULL);
}
