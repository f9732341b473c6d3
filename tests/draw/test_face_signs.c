// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "draw/face_signs.h"
#include "draw/text.h"
#include "face_ink.h"
#include "fonts.h"

static const struct face_units quiet;

// The side

static void the_side_is_marked_outside_the_face(void **state) {
    (void)state;
    // The face and its ears reach 0.56 to either side.
    static const struct box face = {-0.58, -2, 1.16, 4};
    for (int side = 0; side < FACE_SIDES; side++) {
        struct ink ink;
        ink_open(&ink, &quiet, 2, THEME_DAY);
        sign_side_paint(ink.cairo, &ink.view, (enum face_side)side);
        assert_int_equal(ink_sum(&ink, face, true), 0);
        assert_int_equal(ink_sum(&ink, ink_half((enum face_side)side), false), 0);
        double sign = side == FACE_LEFT ? -1 : 1;
        // On the arc, on the ring, and not in the ring's middle.
        assert_true(ink_at(&ink, (struct point){sign * 0.93 * cos(0.4), 0.06 + 0.93 * sin(0.4)}) >
                    180);
        assert_true(ink_at(&ink, (struct point){sign * 0.9025, 0.06}) > 180);
        assert_int_equal(ink_at(&ink, (struct point){sign * 0.93, 0.06}), 0);
        ink_close(&ink);
    }
}

// What a colour looks like over another.
static struct colour over(struct colour colour, double alpha, struct colour ground) {
    return colour_mix(ground, colour, alpha);
}

static struct colour colour_at(const struct ink *ink, struct point at) {
    int x = (int)floor(INK_X + at.x * INK_UNIT);
    int y = (int)floor(INK_Y + at.y * INK_UNIT);
    double alpha = fmax(1, ink_channel(ink, x, y, 24));
    return (struct colour){ink_channel(ink, x, y, 16) / alpha, ink_channel(ink, x, y, 8) / alpha,
                           ink_channel(ink, x, y, 0) / alpha};
}

static void the_mark_stands_out_from_every_disc(void **state) {
    (void)state;
    struct point at = {0.93 * cos(0.3), 0.06 + 0.93 * sin(0.3)};
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        for (int tone = 1; tone <= SKIN_TONES; tone++) {
            struct ink ink;
            ink_open(&ink, &quiet, tone, (enum theme_name)theme);
            sign_side_paint(ink.cairo, &ink.view, FACE_RIGHT);
            struct colour seen =
                over(colour_at(&ink, at), ink_at(&ink, at) / 255.0, ink.colours.disc);
            assert_true(colour_contrast(seen, ink.colours.disc) >= 3);
            ink_close(&ink);
        }
    }
}

// The imagined movement

static void imagine(struct ink *ink, const struct face_units *units, double alpha) {
    struct face target = face_of_units(units, units);
    sign_imagined_paint(ink->cairo, &ink->view, &target, alpha);
}

// The alphas of an outline within a box, or outside it.
static int64_t outline_of(const struct face_units *units, double alpha, struct box box,
                          bool within) {
    struct ink ink;
    ink_open(&ink, &quiet, 2, THEME_DAY);
    imagine(&ink, units, alpha);
    int64_t sum = ink_sum(&ink, box, within);
    ink_close(&ink);
    return sum;
}

static void nothing_imagined_paints_nothing(void **state) {
    (void)state;
    assert_int_equal(outline_of(&quiet, 1, ink_everywhere, true), 0);
    // A movement too small to be told apart.
    struct face_units units = quiet;
    ink_set(&units, UNIT_AU12, 0.1, 0.1);
    ink_set(&units, UNIT_AU1, 0.2, 0.2);
    assert_int_equal(outline_of(&units, 1, ink_everywhere, true), 0);
    ink_set(&units, UNIT_AU12, 1, 1);
    assert_int_equal(outline_of(&units, 0, ink_everywhere, true), 0);
    int64_t half = outline_of(&units, 0.5, ink_everywhere, true);
    assert_true(half > 1000);
    assert_true(outline_of(&units, 0.8, ink_everywhere, true) > half + half / 4);
}

static void only_what_moves_is_outlined(void **state) {
    (void)state;
    static const struct {
        enum face_unit units[2];
        struct box room; // of all that is drawn
    } cases[] = {
        {{UNIT_AU1, UNIT_AU2}, {-0.45, -0.30, 0.90, 0.20}},   // above the eyes
        {{UNIT_AU43, UNIT_AU43}, {-0.40, -0.06, 0.80, 0.14}}, // the lids
        {{UNIT_AU18, UNIT_AU18}, {-0.20, 0.34, 0.40, 0.22}},  // the mouth
        {{UNIT_AU12, UNIT_AU12}, {-0.34, 0.17, 0.68, 0.36}},  // mouth and fold
        {{UNIT_AU38, UNIT_AU38}, {-0.18, 0.16, 0.36, 0.13}},  // wings of the nose
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct face_units units = quiet;
        ink_set(&units, cases[i].units[0], 1, 1);
        ink_set(&units, cases[i].units[1], 1, 1);
        assert_true(outline_of(&units, 0.8, cases[i].room, true) > 1000);
        assert_int_equal(outline_of(&units, 0.8, cases[i].room, false), 0);
    }
}

static void one_side_imagined_leaves_the_other_free(void **state) {
    (void)state;
    static const enum face_unit units_of[] = {UNIT_AU12, UNIT_AU1, UNIT_AU43, UNIT_AU15};
    for (size_t i = 0; i < sizeof units_of / sizeof units_of[0]; i++) {
        for (int side = 0; side < FACE_SIDES; side++) {
            struct face_units units = quiet;
            ink_set(&units, units_of[i], side == FACE_LEFT, side == FACE_RIGHT);
            // The mouth's line ends softly a little beyond the midline.
            struct box half = ink_half((enum face_side)side);
            struct box wide = {half.x - 0.04, half.y, half.width + 0.08, half.height};
            assert_true(outline_of(&units, 0.8, half, true) > 1000);
            assert_int_equal(outline_of(&units, 0.8, wide, false), 0);
        }
    }
}

static void the_jaw_and_the_head_outline_the_contour(void **state) {
    (void)state;
    struct face_units units = quiet;
    ink_set(&units, UNIT_AU27, 1, 1);
    // Around the chin's new place, and not at the temples, which stand still.
    static const struct box chin = {-0.1, 0.85, 0.2, 0.15};
    static const struct box temples = {-0.6, -0.5, 1.2, 0.5};
    assert_true(outline_of(&units, 0.8, chin, true) > 500);
    assert_int_equal(outline_of(&units, 0.8, temples, true), 0);
    units = quiet;
    ink_set(&units, UNIT_TILT, 0.8, 0.8);
    static const struct box below = {-0.4, 0.6, 0.8, 0.3};
    assert_true(outline_of(&units, 0.8, below, true) > 500);
    assert_true(outline_of(&units, 0.8, temples, true) > 500);
}

static void the_outline_can_be_read_on_every_skin(void **state) {
    (void)state;
    struct face_units units = quiet;
    ink_set(&units, UNIT_AU1, 1, 1);
    ink_set(&units, UNIT_AU2, 1, 1);
    struct face target = face_of_units(&units, &units);
    struct point brow = face_landmark(&target, FACE_RIGHT, LANDMARK_BROW_2);
    for (int tone = 1; tone <= SKIN_TONES; tone++) {
        struct ink ink;
        ink_open(&ink, &quiet, tone, THEME_EVENING);
        imagine(&ink, &units, 0.8);
        // The line against its halo or the skin, whichever lies farther from it.
        struct colour line = ink.colours.base;
        struct colour beside = ink.colours.base;
        for (int step = -4; step <= 4; step++) {
            struct point at = {brow.x, brow.y + step / (double)INK_UNIT};
            struct colour seen =
                over(colour_at(&ink, at), ink_at(&ink, at) / 255.0, ink.colours.base);
            bool nearer =
                colour_contrast(seen, ink.colours.point) < colour_contrast(line, ink.colours.point);
            line = nearer ? seen : line;
            bool farther = colour_contrast(seen, ink.colours.point) >
                           colour_contrast(beside, ink.colours.point);
            beside = farther ? seen : beside;
        }
        assert_true(colour_contrast(line, beside) >= 2.2);
        ink_close(&ink);
    }
}

// Names

enum { SET_MAX = 6 };

// The muscles that glow in each pose (face/poses.md), and a few sets that crowd.
static const struct {
    int count;
    enum muscle muscles[SET_MAX];
} sets[] = {
    {2, {MUSCLE_FRONTALIS_MEDIAL, MUSCLE_FRONTALIS_LATERAL}},
    {3, {MUSCLE_CORRUGATOR_SUPERCILII, MUSCLE_DEPRESSOR_SUPERCILII, MUSCLE_PROCERUS}},
    {1, {MUSCLE_LEVATOR_PALPEBRAE}},
    {1, {MUSCLE_ORBICULARIS_OCULI_PALPEBRAL}},
    {2, {MUSCLE_ORBICULARIS_OCULI_PALPEBRAL, MUSCLE_ORBICULARIS_OCULI_ORBITAL}},
    {2, {MUSCLE_LEVATOR_LABII_ALAEQUE_NASI, MUSCLE_NASALIS_TRANSVERSE}},
    {1, {MUSCLE_NASALIS_ALAR}},
    {2, {MUSCLE_LEVATOR_LABII_SUPERIORIS, MUSCLE_ZYGOMATICUS_MINOR}},
    {3, {MUSCLE_ZYGOMATICUS_MAJOR, MUSCLE_ZYGOMATICUS_MINOR, MUSCLE_RISORIUS}},
    {2, {MUSCLE_ZYGOMATICUS_MAJOR, MUSCLE_LEVATOR_LABII_SUPERIORIS}},
    {1, {MUSCLE_RISORIUS}},
    {3, {MUSCLE_ORBICULARIS_ORIS, MUSCLE_INCISIVUS, MUSCLE_INCISIVUS_LOWER}},
    {1, {MUSCLE_DEPRESSOR_ANGULI_ORIS}},
    {1, {MUSCLE_DEPRESSOR_LABII_INFERIORIS}},
    {1, {MUSCLE_MENTALIS}},
    {2, {MUSCLE_ORBICULARIS_ORIS, MUSCLE_BUCCINATOR}},
    {2, {MUSCLE_LATERAL_PTERYGOID, MUSCLE_DIGASTRIC}},
    {3, {MUSCLE_LATERAL_PTERYGOID, MUSCLE_MEDIAL_PTERYGOID, MUSCLE_TEMPORALIS}},
    {3, {MUSCLE_MASSETER, MUSCLE_TEMPORALIS, MUSCLE_MEDIAL_PTERYGOID}},
    {1, {MUSCLE_PLATYSMA}},
    {6,
     {MUSCLE_CORRUGATOR_SUPERCILII, MUSCLE_DEPRESSOR_SUPERCILII, MUSCLE_PROCERUS,
      MUSCLE_LEVATOR_LABII_ALAEQUE_NASI, MUSCLE_NASALIS_TRANSVERSE, MUSCLE_NASALIS_ALAR}},
    {6,
     {MUSCLE_MENTALIS, MUSCLE_DIGASTRIC, MUSCLE_PLATYSMA, MUSCLE_DEPRESSOR_LABII_INFERIORIS,
      MUSCLE_DEPRESSOR_ANGULI_ORIS, MUSCLE_INCISIVUS_LOWER}},
};

static double turn_of(struct point from, struct point to, struct point at) {
    return (to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x);
}

static bool lines_cross(const struct sign_name *one, const struct sign_name *other) {
    return turn_of(one->from, one->to, other->from) * turn_of(one->from, one->to, other->to) < 0 &&
           turn_of(other->from, other->to, one->from) * turn_of(other->from, other->to, one->to) <
               0;
}

static void check_names(const struct sign_name *laid, int count, enum face_side side) {
    for (int i = 0; i < count; i++) {
        const struct box *box = &laid[i].box;
        // Beyond the disc and its mark, its line ending beside it.
        double near = side == FACE_LEFT ? -(box->x + box->width) : box->x;
        assert_true(near >= 0.975);
        assert_true(laid[i].to.y > box->y && laid[i].to.y < box->y + box->height);
        assert_true(fabs(laid[i].to.x) < near);
        assert_true(box->y >= -0.85 && box->y + box->height <= 1.05);
        for (int k = 0; k < i; k++) {
            assert_false(box_meets(*box, laid[k].box));
            assert_true(laid[k].box.y + laid[k].box.height < box->y); // in order, with air
            assert_false(lines_cross(&laid[i], &laid[k]));
        }
    }
}

static void names_never_overlap(void **state) {
    (void)state;
    static const double percents[] = {100, 150, 250};
    struct face_units units = quiet;
    ink_set(&units, UNIT_AU12, 0.8, 0.8);
    struct ink ink;
    ink_open(&ink, &units, 2, THEME_DAY);
    for (size_t i = 0; i < sizeof sets / sizeof sets[0]; i++) {
        for (int side = 0; side < FACE_SIDES; side++) {
            for (size_t k = 0; k < sizeof percents / sizeof percents[0]; k++) {
                double size = INK_UNIT * 15.0 / 280 * percents[k] / 100;
                struct sign_names asked = {sets[i].muscles, sets[i].count, (enum face_side)side,
                                           size, 1.0 / INK_UNIT};
                struct sign_name laid[MUSCLE_COUNT];
                double given = sign_names_lay(ink.cairo, &ink.face, &asked, laid);
                if (sets[i].count <= 3) {
                    assert_true(given > size * 0.99); // a pose's names keep their size
                }
                check_names(laid, sets[i].count, (enum face_side)side);
            }
        }
    }
    ink_close(&ink);
}

static void crowded_names_stand_around_their_muscles(void **state) {
    (void)state;
    static const enum muscle muscles[] = {MUSCLE_CORRUGATOR_SUPERCILII, MUSCLE_DEPRESSOR_SUPERCILII,
                                          MUSCLE_PROCERUS};
    struct ink ink;
    ink_open(&ink, &quiet, 2, THEME_DAY);
    struct sign_names asked = {muscles, 3, FACE_RIGHT, 20, 1.0 / INK_UNIT};
    struct sign_name laid[3];
    sign_names_lay(ink.cairo, &ink.face, &asked, laid);
    double off = 0;
    for (int i = 0; i < 3; i++) {
        off += laid[i].to.y - laid[i].from.y;
    }
    assert_true(fabs(off) < 0.01); // as far above as below
    ink_close(&ink);
}

static void all_names_at_once_are_set_smaller(void **state) {
    (void)state;
    enum muscle all[MUSCLE_COUNT];
    for (int i = 0; i < MUSCLE_COUNT; i++) {
        all[i] = (enum muscle)i;
    }
    struct ink ink;
    ink_open(&ink, &quiet, 2, THEME_DAY);
    struct sign_names asked = {all, MUSCLE_COUNT, FACE_RIGHT, 12, 1.0 / INK_UNIT};
    struct sign_name laid[MUSCLE_COUNT];
    assert_true(sign_names_lay(ink.cairo, &ink.face, &asked, laid) < 11);
    for (int i = 1; i < MUSCLE_COUNT; i++) {
        assert_true(laid[i - 1].box.y + laid[i - 1].box.height < laid[i].box.y);
    }
    ink_close(&ink);
}

static void names_are_drawn_where_they_were_laid(void **state) {
    (void)state;
    static const enum muscle muscles[] = {MUSCLE_ZYGOMATICUS_MAJOR,
                                          MUSCLE_LEVATOR_LABII_ALAEQUE_NASI};
    for (int side = 0; side < FACE_SIDES; side++) {
        struct ink ink;
        ink_open(&ink, &quiet, 2, THEME_EVENING);
        struct sign_names asked = {muscles, 2, (enum face_side)side, 13, 1.0 / INK_UNIT};
        struct sign_name laid[2];
        sign_names_lay(ink.cairo, &ink.face, &asked, laid);
        sign_names_paint(ink.cairo, &ink.view, &asked);
        struct box room = sign_names_box(ink.cairo, &ink.face, &asked);
        assert_int_equal(ink_sum(&ink, box_inset(room, -0.01), false), 0);
        for (int i = 0; i < 2; i++) {
            assert_true(ink_sum(&ink, laid[i].box, true) > 3000);
            // The dot on the muscle, and the line on its way.
            struct point middle = muscle_middle(&ink.face, laid[i].muscle, (enum face_side)side);
            assert_true(fabs(middle.x - laid[i].from.x) + fabs(middle.y - laid[i].from.y) < 1e-9);
            assert_true(ink_at(&ink, middle) > 150);
            struct point half = {(laid[i].from.x + laid[i].to.x) / 2,
                                 (laid[i].from.y + laid[i].to.y) / 2};
            assert_true(ink_at(&ink, half) > 90);
        }
        // Nothing on the other side.
        assert_int_equal(ink_sum(&ink, ink_half((enum face_side)side), false), 0);
        ink_close(&ink);
    }
}

static void every_muscle_has_a_name_of_its_own(void **state) {
    (void)state;
    for (int i = 0; i < MUSCLE_COUNT; i++) {
        const char *name = sign_muscle_name((enum muscle)i);
        assert_true(strlen(name) >= 6);
        for (int k = 0; k < i; k++) {
            assert_string_not_equal(name, sign_muscle_name((enum muscle)k));
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_side_is_marked_outside_the_face),
        cmocka_unit_test(the_mark_stands_out_from_every_disc),
        cmocka_unit_test(nothing_imagined_paints_nothing),
        cmocka_unit_test(only_what_moves_is_outlined),
        cmocka_unit_test(one_side_imagined_leaves_the_other_free),
        cmocka_unit_test(the_jaw_and_the_head_outline_the_contour),
        cmocka_unit_test(the_outline_can_be_read_on_every_skin),
        cmocka_unit_test(names_never_overlap),
        cmocka_unit_test(crowded_names_stand_around_their_muscles),
        cmocka_unit_test(all_names_at_once_are_set_smaller),
        cmocka_unit_test(names_are_drawn_where_they_were_laid),
        cmocka_unit_test(every_muscle_has_a_name_of_its_own),
    };
    return cmocka_run_group_tests_name("face_signs", tests, NULL, NULL);
}
