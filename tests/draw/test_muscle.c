// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "draw/muscle_bands.h"
#include "face_ink.h"
#include "seed.h"

static const struct face_units quiet;

// The tongue is seen in an open mouth alone.
static struct face_units units_for(enum muscle muscle) {
    struct face_units units = quiet;
    if (muscle == MUSCLE_TONGUE) {
        ink_set(&units, UNIT_AU26, 1, 1);
        ink_set(&units, UNIT_AU25, 1, 1);
    }
    return units;
}

static void paint(struct ink *ink, enum muscle muscle, enum face_side side, double level) {
    muscle_paint(ink->cairo, &ink->view, muscle, side, level);
}

// Where a muscle may show on its side of a quiet face, by the table that places it.
static struct box room_of(enum muscle muscle, enum face_side side) {
    const struct muscle_band *band = muscle_band(muscle);
    double widest = fmax(band->widths[0], fmax(band->widths[1], band->widths[2]));
    struct box box = {0.10, -0.10, 0.27, 0.19}; // the lids, corner to corner
    if (band->shape == BAND_RING || band->shape == BAND_HALF) {
        struct point r = band->at[1];
        box = (struct box){band->at[0].x - r.x, band->at[0].y - r.y, 2 * r.x, 2 * r.y};
    } else if (band->shape != BAND_LIDS) {
        box = (struct box){band->at[0].x, band->at[0].y, 1e-6, 1e-6};
        for (int i = 1; i < band->count; i++) {
            box = box_join(box, (struct box){band->at[i].x, band->at[i].y, 1e-6, 1e-6});
        }
    }
    box = box_inset(box, -(widest * 0.75 + 0.015));
    box.x = side == FACE_LEFT ? -box.x - box.width : box.x;
    return box;
}

static void each_lights_its_own_place_on_its_own_side(void **state) {
    (void)state;
    for (int muscle = 0; muscle < MUSCLE_COUNT; muscle++) {
        for (int side = 0; side < FACE_SIDES; side++) {
            struct face_units units = units_for((enum muscle)muscle);
            struct ink ink;
            ink_open(&ink, &units, 2, THEME_DAY);
            paint(&ink, (enum muscle)muscle, (enum face_side)side, 1);
            assert_true(ink_sum(&ink, ink_everywhere, true) > 500);
            assert_int_equal(ink_sum(&ink, ink_half((enum face_side)side), false), 0);
            if (muscle != MUSCLE_TONGUE) {
                assert_int_equal(
                    ink_sum(&ink, room_of((enum muscle)muscle, (enum face_side)side), false), 0);
            }
            ink_close(&ink);
        }
    }
}

// The sum of a square's alphas.
static int ink_square(const struct ink *ink, int left, int top) {
    int sum = 0;
    for (int y = top; y < top + 8; y++) {
        for (int x = left; x < left + 8; x++) {
            sum += ink_channel(ink, x, y, 24);
        }
    }
    return sum;
}

static void both_sides_are_alike(void **state) {
    (void)state;
    for (int muscle = 0; muscle < MUSCLE_COUNT; muscle++) {
        struct face_units units = units_for((enum muscle)muscle);
        struct ink ink;
        ink_open(&ink, &units, 5, THEME_EVENING);
        paint(&ink, (enum muscle)muscle, FACE_LEFT, 0.8);
        paint(&ink, (enum muscle)muscle, FACE_RIGHT, 0.8);
        // By squares of eight pixels, the size of the grain of soft paint.
        for (int y = 0; y + 8 <= INK_HEIGHT; y += 8) {
            for (int x = 0; x + 8 <= INK_X; x += 8) {
                int way = ink_square(&ink, INK_X + x, y) - ink_square(&ink, INK_X - 8 - x, y);
                assert_in_range(way + 128, 0, 256); // of 64 pixels: two steps each
            }
        }
        ink_close(&ink);
    }
}

static int64_t light_of(enum muscle muscle, double level) {
    struct face_units units = units_for(muscle);
    struct ink ink;
    ink_open(&ink, &units, 2, THEME_DAY);
    paint(&ink, muscle, FACE_RIGHT, level);
    int64_t sum = ink_sum(&ink, ink_everywhere, true);
    ink_close(&ink);
    return sum;
}

static void more_work_glows_more(void **state) {
    (void)state;
    for (int muscle = 0; muscle < MUSCLE_COUNT; muscle++) {
        assert_int_equal(light_of((enum muscle)muscle, 0), 0);
        assert_int_equal(light_of((enum muscle)muscle, -1), 0);
        assert_int_equal(light_of((enum muscle)muscle, (double)NAN), 0);
        int64_t before = 0;
        for (int quarter = 1; quarter <= 4; quarter++) {
            int64_t now = light_of((enum muscle)muscle, quarter / 4.0);
            assert_true(now > before + before / 8);
            before = now;
        }
        assert_int_equal(light_of((enum muscle)muscle, 7), before);
    }
}

// The strongest alpha anywhere.
static int peak_of(enum muscle muscle) {
    struct ink ink;
    ink_open(&ink, &quiet, 2, THEME_DAY);
    paint(&ink, muscle, FACE_RIGHT, 1);
    int most = 0;
    for (int y = 0; y < INK_HEIGHT; y++) {
        for (int x = 0; x < INK_WIDTH; x++) {
            int alpha = ink_channel(&ink, x, y, 24);
            most = alpha > most ? alpha : most;
        }
    }
    ink_close(&ink);
    return most;
}

static void deep_ones_are_fainter(void **state) {
    (void)state;
    static const enum muscle deep[] = {MUSCLE_LATERAL_PTERYGOID, MUSCLE_MEDIAL_PTERYGOID,
                                       MUSCLE_DIGASTRIC};
    int masseter = peak_of(MUSCLE_MASSETER);
    for (size_t i = 0; i < sizeof deep / sizeof deep[0]; i++) {
        int peak = peak_of(deep[i]);
        assert_true(peak > 40);
        assert_true(peak < masseter * 3 / 4);
    }
    // And none hides the skin under it.
    for (int muscle = 0; muscle < MUSCLE_COUNT; muscle++) {
        assert_true(peak_of((enum muscle)muscle) < 235);
    }
}

static void each_lies_in_its_layer(void **state) {
    (void)state;
    for (int muscle = 0; muscle < MUSCLE_COUNT; muscle++) {
        enum muscle_layer layer = muscle_layer((enum muscle)muscle);
        switch (muscle) {
        case MUSCLE_PLATYSMA:
        case MUSCLE_DIGASTRIC:
            assert_int_equal(layer, MUSCLE_NECK);
            break;
        case MUSCLE_LEVATOR_PALPEBRAE:
        case MUSCLE_ORBICULARIS_OCULI_PALPEBRAL:
        case MUSCLE_TONGUE: // over the mouth
            assert_int_equal(layer, MUSCLE_LIDS);
            break;
        default:
            assert_int_equal(layer, MUSCLE_FACE);
            break;
        }
    }
}

// The light fibres that a row of pixels crosses, told by the blue that the glow lacks.
static int fibres_across(const struct ink *ink, double y) {
    int row = (int)floor(INK_Y + y * INK_UNIT);
    int count = 0;
    for (int x = 2; x < INK_WIDTH - 2; x++) {
        int here = ink_channel(ink, x, row, 0);
        count +=
            here > ink_channel(ink, x - 2, row, 0) + 4 && here > ink_channel(ink, x - 1, row, 0) &&
            here >= ink_channel(ink, x + 1, row, 0) && here > ink_channel(ink, x + 2, row, 0) + 4;
    }
    return count;
}

static void fibres_run_from_origin_to_insertion(void **state) {
    (void)state;
    static const struct {
        enum muscle muscle;
        double y; // of a row that crosses the middle of it
    } upright[] = {{MUSCLE_MASSETER, 0.34},
                   {MUSCLE_FRONTALIS_LATERAL, -0.33},
                   {MUSCLE_PLATYSMA, 0.86},
                   {MUSCLE_TEMPORALIS, -0.12},
                   {MUSCLE_DEPRESSOR_LABII_INFERIORIS, 0.592}};
    for (size_t i = 0; i < sizeof upright / sizeof upright[0]; i++) {
        struct ink ink;
        ink_open(&ink, &quiet, 2, THEME_DAY);
        paint(&ink, upright[i].muscle, FACE_RIGHT, 1);
        assert_int_equal(fibres_across(&ink, upright[i].y), muscle_band(upright[i].muscle)->fibres);
        ink_close(&ink);
    }
}

// How far the glow goes with a unit at full strength.
static struct point way_of(enum muscle muscle, enum face_side side, enum face_unit unit) {
    struct point middles[2];
    for (int i = 0; i < 2; i++) {
        struct face_units units = quiet;
        ink_set(&units, unit, i, i);
        struct ink ink;
        ink_open(&ink, &units, 2, THEME_DAY);
        paint(&ink, muscle, side, 1);
        middles[i] = ink_middle(&ink);
        ink_close(&ink);
    }
    return (struct point){middles[1].x - middles[0].x, middles[1].y - middles[0].y};
}

static void muscles_ride_with_the_face(void **state) {
    (void)state;
    static const double least = 0.004;
    for (int side = 0; side < FACE_SIDES; side++) {
        double out = side == FACE_LEFT ? -1 : 1;
        struct point way = way_of(MUSCLE_ZYGOMATICUS_MAJOR, (enum face_side)side, UNIT_AU12);
        assert_true(way.x * out > least && way.y < -least);
        way = way_of(MUSCLE_ORBICULARIS_ORIS, (enum face_side)side, UNIT_AU18);
        assert_true(way.x * out < -least);
        way = way_of(MUSCLE_DEPRESSOR_ANGULI_ORIS, (enum face_side)side, UNIT_AU15);
        assert_true(way.y > least);
        way = way_of(MUSCLE_MENTALIS, (enum face_side)side, UNIT_AU17);
        assert_true(way.y < -least);
        way = way_of(MUSCLE_DEPRESSOR_LABII_INFERIORIS, (enum face_side)side, UNIT_AU27);
        assert_true(way.y > 0.05);
        way = way_of(MUSCLE_LEVATOR_PALPEBRAE, (enum face_side)side, UNIT_AU5);
        assert_true(way.y < -least);
        way = way_of(MUSCLE_ORBICULARIS_OCULI_PALPEBRAL, (enum face_side)side, UNIT_AU43);
        assert_true(way.y > least);
        way = way_of(MUSCLE_TEMPORALIS, (enum face_side)side, UNIT_AU12);
        assert_true(hypot(way.x, way.y) < least);
    }
}

static void muscles_turn_with_the_head(void **state) {
    (void)state;
    for (int side = 0; side < FACE_SIDES; side++) {
        // To the right: what lies in front goes right, the neck less than the face.
        double face = way_of(MUSCLE_MENTALIS, (enum face_side)side, UNIT_TURN).x;
        double neck = way_of(MUSCLE_PLATYSMA, (enum face_side)side, UNIT_TURN).x;
        assert_true(face > 0.08);
        assert_true(fabs(neck) < face / 2);
    }
}

static void its_name_points_at_the_glow(void **state) {
    (void)state;
    for (int muscle = 0; muscle < MUSCLE_COUNT; muscle++) {
        for (int side = 0; side < FACE_SIDES; side++) {
            struct face_units units = units_for((enum muscle)muscle);
            ink_set(&units, UNIT_AU12, 0.5, 0.5);
            struct ink ink;
            ink_open(&ink, &units, 2, THEME_DAY);
            paint(&ink, (enum muscle)muscle, (enum face_side)side, 1);
            struct point at = muscle_middle(&ink.face, (enum muscle)muscle, (enum face_side)side);
            assert_true(box_holds(ink_half((enum face_side)side), at.x, at.y));
            if (muscle != MUSCLE_TONGUE) {
                assert_true(ink_at(&ink, at) > 30);
            }
            ink_close(&ink);
        }
    }
}

static void shut_lips_hide_the_tongue(void **state) {
    (void)state;
    struct ink ink;
    ink_open(&ink, &quiet, 2, THEME_DAY);
    paint(&ink, MUSCLE_TONGUE, FACE_LEFT, 1);
    // At most what the edge of an empty clip lets through.
    assert_true(ink_sum(&ink, ink_everywhere, true) < 100);
    ink_close(&ink);
}

static void the_neck_glows_between_jaw_and_collar(void **state) {
    (void)state;
    struct ink ink;
    ink_open(&ink, &quiet, 2, THEME_DAY);
    paint(&ink, MUSCLE_PLATYSMA, FACE_RIGHT, 1);
    assert_true(ink_at(&ink, (struct point){0.17, 0.86}) > 60);
    // Not on the disc beside the neck, nor on the shirt.
    static const struct box beside = {0.275, 0.60, 0.5, 0.28};
    static const struct box shirt = {0, 1.04, 0.5, 0.3};
    assert_int_equal(ink_sum(&ink, beside, true), 0);
    assert_int_equal(ink_sum(&ink, shirt, true), 0);
    ink_close(&ink);
}

// The lowest place of a column of pixels that is lit.
static double lowest_in_column(const struct ink *ink, double x) {
    double lowest = -1;
    for (int row = 0; row < INK_HEIGHT; row++) {
        double y = (row + 0.5 - INK_Y) / INK_UNIT;
        lowest = ink_at(ink, (struct point){x, y}) > 12 ? y : lowest;
    }
    return lowest;
}

static void the_levator_fans_out_along_the_lid(void **state) {
    (void)state;
    struct ink ink;
    ink_open(&ink, &quiet, 2, THEME_DAY);
    paint(&ink, MUSCLE_LEVATOR_PALPEBRAE, FACE_RIGHT, 1);
    // Its outer fibres reach down beside the middle ones, as the edge of the lid does.
    double middle = lowest_in_column(&ink, 0.231);
    double outer = (lowest_in_column(&ink, 0.160) + lowest_in_column(&ink, 0.302)) / 2;
    assert_true(outer > middle + 0.002);
    // None of it on the eyeball.
    assert_true(middle < -0.045);
    ink_close(&ink);
}

static double share(void) {
    return (double)rand() / RAND_MAX;
}

static void no_mixture_lights_the_other_side(void **state) {
    (void)state;
    srand((unsigned)seed_usual());
    for (int round = 0; round < 24; round++) {
        struct face_units units = quiet;
        for (int unit = 0; unit < UNIT_COUNT; unit++) {
            bool straight = unit != UNIT_TURN && unit != UNIT_TILT && unit != UNIT_AD30;
            if (straight && share() < 0.4) {
                ink_set(&units, (enum face_unit)unit, share(), share());
            }
        }
        enum face_side side = (enum face_side)(rand() % FACE_SIDES);
        struct ink ink;
        ink_open(&ink, &units, 1 + rand() % SKIN_TONES, THEME_DAY);
        for (int muscle = 0; muscle < MUSCLE_COUNT; muscle++) {
            paint(&ink, (enum muscle)muscle, side, share());
        }
        assert_int_equal(ink_sum(&ink, ink_half(side), false), 0);
        ink_close(&ink);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_lights_its_own_place_on_its_own_side),
        cmocka_unit_test(both_sides_are_alike),
        cmocka_unit_test(more_work_glows_more),
        cmocka_unit_test(deep_ones_are_fainter),
        cmocka_unit_test(each_lies_in_its_layer),
        cmocka_unit_test(fibres_run_from_origin_to_insertion),
        cmocka_unit_test(muscles_ride_with_the_face),
        cmocka_unit_test(muscles_turn_with_the_head),
        cmocka_unit_test(its_name_points_at_the_glow),
        cmocka_unit_test(shut_lips_hide_the_tongue),
        cmocka_unit_test(the_neck_glows_between_jaw_and_collar),
        cmocka_unit_test(the_levator_fans_out_along_the_lid),
        cmocka_unit_test(no_mixture_lights_the_other_side),
    };
    return cmocka_run_group_tests_name("muscle", tests, NULL, NULL);
}
