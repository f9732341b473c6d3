// SPDX-License-Identifier: MIT
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "draw/portrait_place.h"
#include "figure_picture.h"

static void every_region_is_another(void **state) {
    (void)state;
    struct theme theme = theme_make(THEME_DAY, 100);
    struct picture pictures[REGION_COUNT];
    for (int i = 0; i < REGION_COUNT; i++) {
        pictures[i] = paint_region(&theme, (enum region)i, NULL);
        for (int j = 0; j < i; j++) {
            assert_true(differing(&pictures[i], &pictures[j], whole, true) > 150);
        }
    }
    for (int i = 0; i < REGION_COUNT; i++) {
        picture_free(&pictures[i]);
    }
}

static int brightness(const struct picture *picture, double x, double y) {
    int sum = 0;
    for (int dy = -2; dy <= 2; dy++) {
        for (int dx = -2; dx <= 2; dx++) {
            uint32_t value = pixel(picture, (int)lround(x) + dx, (int)lround(y) + dy);
            sum += (int)((value >> 16 & 255) + (value >> 8 & 255) + (value & 255));
        }
    }
    return sum / 25;
}

// Where each region lies, in the design's pixels: its own light makes it brighter than any other
// region's does.
static void light_falls_where_it_is_meant(void **state) {
    (void)state;
    static const struct {
        enum region region;
        double x, y;
    } body[] = {{REGION_FEET_LEGS, 44, 570},
                {REGION_HIPS_BELLY, 6, 370},
                {REGION_CHEST_BACK, 6, 300},
                {REGION_HANDS_ARMS, 68, 310},
                {REGION_SHOULDERS_NECK, 52, 256}},
      face[] = {{REGION_JAW_TONGUE, 84, 462},
                {REGION_CHEEKS_LIPS, 66, 424},
                {REGION_EYES_LIDS, 56, 378},
                {REGION_FOREHEAD_BROWS, 4, 285},
                {REGION_NECK_FRONT, 6, 575}};
    enum { COUNT = sizeof body / sizeof *body };
    struct theme theme = theme_make(THEME_EVENING, 100);
    for (int set = 0; set < 2; set++) {
        struct picture pictures[COUNT];
        for (int i = 0; i < COUNT; i++) {
            pictures[i] = paint_region(&theme, set ? face[i].region : body[i].region, NULL);
        }
        for (int i = 0; i < COUNT; i++) {
            double x = place.x + place.scale * (set ? face[i].x : body[i].x);
            double y = place.y + place.scale * (set ? face[i].y : body[i].y);
            int own = brightness(&pictures[i], x, y);
            for (int j = 0; j < COUNT; j++) {
                assert_true(i == j || own > brightness(&pictures[j], x, y) + 8);
            }
        }
        for (int i = 0; i < COUNT; i++) {
            picture_free(&pictures[i]);
        }
    }
}

static void lids_are_shut_where_the_step_says_so(void **state) {
    (void)state;
    struct theme theme = theme_make(THEME_DAY, 100);
    struct portrait_place face = portrait_place_in(place);
    struct box eyes = {face.x - 0.36 * face.unit, face.y - 0.06 * face.unit, 0.72 * face.unit,
                       0.12 * face.unit};
    struct picture open = paint_region(&theme, REGION_LIPS_CHIN, NULL);
    struct picture shut = paint_region(&theme, REGION_LIPS_CHIN, "eye_close_gentle");
    struct picture lids = paint_region(&theme, REGION_EYES_LIDS, NULL);
    struct picture same = paint_region(&theme, REGION_EYES_LIDS, "eye_close_gentle");
    assert_true(differing(&open, &shut, eyes, true) > 60);
    assert_int_equal(differing(&open, &shut, box_inset(eyes, -20), false), 0);
    assert_int_equal(differing(&lids, &same, whole, true), 0);
    picture_free(&open);
    picture_free(&shut);
    picture_free(&lids);
    picture_free(&same);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_region_is_another),
        cmocka_unit_test(light_falls_where_it_is_meant),
        cmocka_unit_test(lids_are_shut_where_the_step_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
