// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "skin_picture.h"

// A part of the skin's picture knows no style, so each style has a part of its own.
static void behind_of(cairo_t *cairo, const struct face_view *view, enum hair_style style) {
    struct face_view other = *view;
    other.hair = style;
    hair_paint_behind(cairo, &other);
}
static void front_of(cairo_t *cairo, const struct face_view *view, enum hair_style style) {
    struct face_view other = *view;
    other.hair = style;
    hair_paint_front(cairo, &other);
}
#define STYLE(name, style)                                                                         \
    static void behind_##name(cairo_t *cairo, const struct face_view *view) {                      \
        behind_of(cairo, view, style);                                                             \
    }                                                                                              \
    static void front_##name(cairo_t *cairo, const struct face_view *view) {                       \
        front_of(cairo, view, style);                                                              \
    }
STYLE(waves, HAIR_WAVES)
STYLE(crop, HAIR_CROP)
STYLE(bob, HAIR_BOB)
STYLE(bun, HAIR_BUN)
STYLE(curls, HAIR_CURLS)
STYLE(scarf, HAIR_SCARF)

static paint_part *const behind[HAIR_STYLES] = {behind_waves, behind_crop,  behind_bob,
                                                behind_bun,   behind_curls, behind_scarf};
static paint_part *const front[HAIR_STYLES] = {front_waves, front_crop,  front_bob,
                                               front_bun,   front_curls, front_scarf};

static void paint_contour(cairo_t *cairo, const struct face_view *view) {
    face_contour_path(cairo, view);
    cairo_set_source_rgb(cairo, 0.8, 0.6, 0.5);
    cairo_fill(cairo);
}

static struct face_units head(enum face_unit unit, double strength) {
    struct face_units units = {0};
    units.strength[unit][FACE_LEFT] = units.strength[unit][FACE_RIGHT] = strength;
    return units;
}

static struct skin_picture *paint_one(paint_part *part, const struct face_units *units) {
    paint_part *const parts[] = {part};
    return skin_paint(parts, 1, SKIN_TONE_DEFAULT, units);
}

// What has to be seen working: the forehead below y -0.40, brows and temples within x 0.43. The
// corner between the two belongs to the hair, or the forehead would be a box.
static bool has_to_be_seen(double x, double y) {
    double across = fabs(x);
    bool corner = across > 0.33 && y < -0.25 && (across - 0.33) / 0.10 > (y + 0.40) / 0.15;
    return across < 0.43 && y > -0.40 && y < 0.10 && !corner;
}

static void test_no_style_covers_forehead_brows_or_temples(void **state) {
    (void)state;
    for (int style = 0; style < HAIR_STYLES; style++) {
        struct skin_picture *picture = paint_one(front[style], &(struct face_units){0});
        int covered = 0, all = 0;
        for (int y = 0; y < SKIN_SIZE; y++) {
            for (int x = 0; x < SKIN_SIZE; x++) {
                int alpha = skin_channel(picture, x, y, 24);
                covered += alpha > 127 && has_to_be_seen(skin_x(x), skin_y(y));
                all += alpha > 127;
            }
        }
        assert_int_equal(covered, 0);
        assert_true(all > 0.2 * SKIN_UNIT * SKIN_UNIT);
        skin_free(picture);
    }
}

static void test_every_style_covers_the_crown(void **state) {
    (void)state;
    for (int style = 0; style < HAIR_STYLES; style++) {
        struct skin_picture *picture = paint_one(front[style], &(struct face_units){0});
        struct point out[FACE_CURVE_MAX];
        int count = face_curve(face_neutral(), CURVE_CONTOUR, FACE_LEFT, out);
        int crown = 0;
        for (int i = 0; i < count; i++) {
            if (out[i].y < -0.56) {
                int x = (int)(SKIN_X + out[i].x * SKIN_UNIT);
                int y = (int)(SKIN_Y + out[i].y * SKIN_UNIT);
                assert_int_equal(skin_channel(picture, x, y, 24), 255);
                crown++;
            }
        }
        assert_true(crown > 4);
        skin_free(picture);
    }
}

// Rows of the head in which something is seen through between its leftmost and its rightmost pixel.
static int rows_with_holes(const struct skin_picture *picture, double from_y, double to_y) {
    int rows = 0;
    for (int y = 0; y < SKIN_SIZE; y++) {
        if (skin_y(y) < from_y || skin_y(y) > to_y) {
            continue;
        }
        int first = 0, last = SKIN_SIZE - 1;
        while (first < SKIN_SIZE && skin_channel(picture, first, y, 24) < 250) {
            first++;
        }
        while (last > first && skin_channel(picture, last, y, 24) < 250) {
            last--;
        }
        assert_true(last > first);
        bool hole = false;
        for (int x = first; x <= last; x++) {
            hole = hole || skin_channel(picture, x, y, 24) < 200;
        }
        rows += hole;
    }
    return rows;
}

static void test_no_gap_between_face_ear_and_hair_when_the_head_turns(void **state) {
    (void)state;
    static const double turns[] = {-0.8, -0.5, -0.2, 0, 0.2, 0.5, 0.8};
    for (int style = 0; style < HAIR_STYLES; style++) {
        paint_part *const parts[] = {behind[style], ears_paint, paint_contour, front[style]};
        for (size_t i = 0; i < sizeof turns / sizeof turns[0]; i++) {
            struct face_units units = head(UNIT_TURN, turns[i]);
            struct skin_picture *picture = skin_paint(parts, 4, SKIN_TONE_DEFAULT, &units);
            // Two rows of pixels: the notch between the top of the ear and the hair over it.
            assert_true(rows_with_holes(picture, -0.70, 0.05) <= 2);
            skin_free(picture);
        }
    }
}

// Pixels of `part` that the other parts leave to be seen, left and right of the middle.
static void count_shown(const struct skin_picture *part, const struct skin_picture *over,
                        int shown[FACE_SIDES]) {
    shown[FACE_LEFT] = shown[FACE_RIGHT] = 0;
    for (int y = 0; y < SKIN_SIZE; y++) {
        for (int x = 0; x < SKIN_SIZE; x++) {
            if (skin_channel(part, x, y, 24) > 127 && skin_channel(over, x, y, 24) < 128) {
                shown[x < SKIN_X ? FACE_LEFT : FACE_RIGHT]++;
            }
        }
    }
}

static void test_the_back_of_the_head_shows_only_where_it_is_turned_away(void **state) {
    (void)state;
    static const enum hair_style close[] = {HAIR_WAVES, HAIR_CROP};
    for (int i = 0; i < 2; i++) {
        paint_part *const over_parts[] = {ears_paint, paint_contour, front[close[i]]};
        int shown[3][FACE_SIDES];
        for (int turn = -1; turn <= 1; turn++) {
            struct face_units units = head(UNIT_TURN, 0.8 * turn);
            struct skin_picture *part = paint_one(behind[close[i]], &units);
            struct skin_picture *over = skin_paint(over_parts, 3, SKIN_TONE_DEFAULT, &units);
            count_shown(part, over, shown[turn + 1]);
            skin_free(part);
            skin_free(over);
        }
        assert_int_equal(shown[1][FACE_LEFT] + shown[1][FACE_RIGHT], 0);
        assert_true(shown[0][FACE_RIGHT] > 50 && shown[0][FACE_LEFT] == 0);
        assert_true(shown[2][FACE_LEFT] > 50 && shown[2][FACE_RIGHT] == 0);
    }
}

static int alpha_at(const struct skin_picture *picture, struct point at) {
    return skin_channel(picture, (int)(SKIN_X + at.x * SKIN_UNIT), (int)(SKIN_Y + at.y * SKIN_UNIT),
                        24);
}

static void test_hair_at_the_temple_ends_on_the_ear(void **state) {
    (void)state;
    static const enum hair_style to_the_ear[] = {HAIR_WAVES, HAIR_CROP, HAIR_BOB, HAIR_BUN};
    for (int i = 0; i < 4; i++) {
        for (int turn = -1; turn <= 1; turn++) {
            struct face_units units = head(UNIT_TURN, 0.8 * turn);
            struct face face = face_of_units(&units, &units);
            struct skin_picture *picture = paint_one(front[to_the_ear[i]], &units);
            for (int side = 0; side < FACE_SIDES; side++) {
                struct point root = face_landmark(&face, (enum face_side)side, LANDMARK_EAR_0);
                bool far = turn == (side == FACE_LEFT ? -1 : 1);
                // Over the near ear's root, and off the eye of the side turned to.
                if (!far) {
                    assert_true(alpha_at(picture, (struct point){root.x, root.y - 0.070}) > 200);
                    assert_true(alpha_at(picture, (struct point){root.x, root.y + 0.060}) < 50);
                }
                struct point eye =
                    face_landmark(&face, (enum face_side)side, LANDMARK_CANTHUS_OUTER);
                eye.x += side == FACE_LEFT ? -0.012 : 0.012;
                for (int row = 0; row < 10; row++) {
                    struct point beside = {eye.x, -0.10 + 0.01 * row};
                    assert_true(alpha_at(picture, beside) < 50);
                }
            }
            skin_free(picture);
        }
    }
}

static void test_the_chin_moves_the_edge_of_the_scarf(void **state) {
    (void)state;
    static const enum face_unit units[] = {UNIT_AU25, UNIT_AU27};
    for (int i = 0; i < 2; i++) {
        struct face_units dropped = head(units[i], 1);
        struct face face = face_of_units(&dropped, &dropped);
        double chin = face_landmark(&face, FACE_LEFT, LANDMARK_MENTON).y;
        struct skin_picture *picture = paint_one(front_scarf, &dropped);
        int above = (int)(SKIN_Y + (chin - 0.020) * SKIN_UNIT);
        int below = (int)(SKIN_Y + (chin + 0.020) * SKIN_UNIT);
        assert_true(skin_channel(picture, SKIN_X, above, 24) < 200);
        assert_int_equal(skin_channel(picture, SKIN_X, below, 24), 255);
        skin_free(picture);
    }
}

static void bob_on(cairo_t *cairo, const struct face_view *view, enum theme_name name) {
    struct face_look look = {.tone = 5, .hair_colour = HAIR_BLACK, .eyes = EYES_DARK};
    struct theme theme = theme_make(name, 100);
    struct face_colours colours = face_colours_of(&look, &theme);
    struct face_view other = *view;
    other.colours = &colours;
    front_of(cairo, &other, HAIR_BOB);
}
static void bob_on_evening(cairo_t *cairo, const struct face_view *view) {
    bob_on(cairo, view, THEME_EVENING);
}
static void bob_on_day(cairo_t *cairo, const struct face_view *view) {
    bob_on(cairo, view, THEME_DAY);
}

static int brightness(const struct skin_picture *picture, int x, int y) {
    return (30 * skin_channel(picture, x, y, 16) + 59 * skin_channel(picture, x, y, 8) +
            11 * skin_channel(picture, x, y, 0)) /
           100;
}

// The brightest opaque pixel within 0.03 of the left edge, mean of some rows.
static double edge_brightness(const struct skin_picture *picture) {
    double sum = 0;
    enum { ROWS = 7 };
    for (int row = 0; row < ROWS; row++) {
        int y = (int)(SKIN_Y + (-0.50 + 0.05 * row) * SKIN_UNIT), x = 0, most = 0;
        while (skin_channel(picture, x, y, 24) < 255) {
            x++;
        }
        for (int i = 0; i < 0.03 * SKIN_UNIT; i++) {
            most = brightness(picture, x + i, y) > most ? brightness(picture, x + i, y) : most;
        }
        sum += most;
    }
    return sum / ROWS;
}

static void test_dark_hair_has_an_edge_before_a_dark_disc(void **state) {
    (void)state;
    struct theme theme = theme_make(THEME_EVENING, 100);
    struct face_look look = face_look_default();
    struct colour disc = face_colours_of(&look, &theme).disc;
    double ground = 255 * (0.30 * disc.red + 0.59 * disc.green + 0.11 * disc.blue);
    struct skin_picture *evening = paint_one(bob_on_evening, &(struct face_units){0});
    struct skin_picture *day = paint_one(bob_on_day, &(struct face_units){0});
    assert_true(edge_brightness(evening) > ground + 8);
    assert_true(edge_brightness(day) < edge_brightness(evening) - 12);
    skin_free(evening);
    skin_free(day);
}

static void test_hair_is_the_same_when_painted_again(void **state) {
    (void)state;
    struct face_units units = head(UNIT_TURN, 0.3);
    for (int style = 0; style < HAIR_STYLES; style++) {
        paint_part *const parts[] = {behind[style], front[style]};
        struct skin_picture *one = skin_paint(parts, 2, 2, &units);
        struct skin_picture *two = skin_paint(parts, 2, 2, &units);
        assert_true(skin_equal(one, two));
        skin_free(one);
        skin_free(two);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_style_covers_forehead_brows_or_temples),
        cmocka_unit_test(test_every_style_covers_the_crown),
        cmocka_unit_test(test_no_gap_between_face_ear_and_hair_when_the_head_turns),
        cmocka_unit_test(test_the_back_of_the_head_shows_only_where_it_is_turned_away),
        cmocka_unit_test(test_hair_at_the_temple_ends_on_the_ear),
        cmocka_unit_test(test_the_chin_moves_the_edge_of_the_scarf),
        cmocka_unit_test(test_dark_hair_has_an_edge_before_a_dark_disc),
        cmocka_unit_test(test_hair_is_the_same_when_painted_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
