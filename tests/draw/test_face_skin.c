// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "skin_picture.h"

static paint_part *const whole[] = {neck_paint,       shirt_paint,       ears_paint,
                                    skin_paint_still, skin_paint_moving, nose_paint};
enum { WHOLE = sizeof whole / sizeof whole[0] };

static struct face_units units_with(enum face_unit unit, double left, double right) {
    struct face_units units = {0};
    units.strength[unit][FACE_LEFT] = left;
    units.strength[unit][FACE_RIGHT] = right;
    return units;
}

static struct skin_picture *painted(paint_part *part, const struct face_units *units) {
    return skin_paint(&part, 1, 2, units);
}

// How light a place is, 0..255.
static int light_at(const struct skin_picture *picture, double x, double y) {
    int px = (int)floor(SKIN_X + x * SKIN_UNIT);
    int py = (int)floor(SKIN_Y + y * SKIN_UNIT);
    return (skin_channel(picture, px, py, 16) + skin_channel(picture, px, py, 8) +
            skin_channel(picture, px, py, 0)) /
           3;
}

static int alpha_at(const struct skin_picture *picture, struct point at) {
    return skin_channel(picture, (int)floor(SKIN_X + at.x * SKIN_UNIT),
                        (int)floor(SKIN_Y + at.y * SKIN_UNIT), 24);
}

static void at_ease(struct face_view *view) {
    view->at_ease = 1;
}

static void paint_cheeks_at_ease(cairo_t *cairo, const struct face_view *view) {
    struct face_view eased = *view;
    at_ease(&eased);
    skin_paint_still(cairo, &eased);
    skin_paint_moving(cairo, &eased);
}

static void paint_cheeks(cairo_t *cairo, const struct face_view *view) {
    skin_paint_still(cairo, view);
    skin_paint_moving(cairo, view);
}

static void paint_shirt_at_ease(cairo_t *cairo, const struct face_view *view) {
    struct face_view eased = *view;
    at_ease(&eased);
    shirt_paint(cairo, &eased);
}

static void paint_ears_under_scarf(cairo_t *cairo, const struct face_view *view) {
    struct face_view scarf = *view;
    scarf.hair = HAIR_SCARF;
    ears_paint(cairo, &scarf);
}

// What may not differ: light from one side looks like a palsy. The commas and lines are the same on
// both sides, the shade at most this much deeper.
static void a_quiet_face_is_nearly_symmetric(void **state) {
    (void)state;
    struct face_units quiet = {0};
    for (int tone = 1; tone <= SKIN_TONES; tone += 5) {
        struct skin_picture *picture = skin_paint(whole, WHOLE, tone, &quiet);
        int unlike = skin_most_unlike_mirror(picture, picture);
        assert_true(unlike > 1);
        assert_true(unlike < 24);
        skin_free(picture);
    }
    struct skin_picture *still = painted(skin_paint_still, &quiet);
    assert_true(light_at(still, 0.47, 0.2) < light_at(still, -0.47, 0.2));
    skin_free(still);
}

static void paint_is_left_as_it_was(void **state) {
    (void)state;
    static paint_part *const parts[] = {face_disc_paint, neck_paint,       shirt_paint,
                                        ears_paint,      skin_paint_still, skin_paint_moving,
                                        nose_paint};
    struct theme theme = theme_make(THEME_DAY, 100);
    struct face_look look = face_look_default();
    struct face_colours colours = face_colours_of(&look, &theme);
    struct face_units units = units_with(UNIT_TURN, 0.6, 0.6);
    units.strength[UNIT_AU21][FACE_LEFT] = units.strength[UNIT_TUCK][FACE_LEFT] = 1;
    units.strength[UNIT_TUCK][FACE_RIGHT] = 1;
    struct face face = face_of_units(&units, &units);
    struct face_view view = {.face = &face, .colours = &colours};
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 200, 200);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        cairo_t *cairo = cairo_create(surface);
        cairo_translate(cairo, 100, 90);
        cairo_scale(cairo, 90, 90);
        cairo_rectangle(cairo, -0.9, -0.9, 1.7, 1.6);
        cairo_clip(cairo);
        double before[4], after[4], red, green, blue, alpha;
        cairo_matrix_t one, other;
        cairo_clip_extents(cairo, &before[0], &before[1], &before[2], &before[3]);
        cairo_get_matrix(cairo, &one);
        cairo_set_source_rgba(cairo, 0.25, 0.5, 0.75, 0.5);
        parts[i](cairo, &view);
        cairo_clip_extents(cairo, &after[0], &after[1], &after[2], &after[3]);
        cairo_get_matrix(cairo, &other);
        assert_memory_equal(before, after, sizeof before);
        assert_memory_equal(&one, &other, sizeof one);
        assert_int_equal(
            cairo_pattern_get_rgba(cairo_get_source(cairo), &red, &green, &blue, &alpha),
            CAIRO_STATUS_SUCCESS);
        assert_true(red > 0.24 && red < 0.26 && alpha > 0.49 && alpha < 0.51);
        assert_false(cairo_has_current_point(cairo));
        assert_int_equal(cairo_status(cairo), CAIRO_STATUS_SUCCESS);
        cairo_destroy(cairo);
    }
    cairo_surface_destroy(surface);
}

static void cords_stand_out_on_their_side_alone(void **state) {
    (void)state;
    struct face_units quiet = {0}, half = units_with(UNIT_AU21, 0, 0.5);
    struct face_units left = units_with(UNIT_AU21, 1, 0), right = units_with(UNIT_AU21, 0, 1);
    struct skin_picture *still = painted(neck_paint, &quiet);
    struct skin_picture *one = painted(neck_paint, &left);
    struct skin_picture *other = painted(neck_paint, &right);
    struct skin_picture *weak = painted(neck_paint, &half);
    const struct box throat_left = {-0.27, 0.86, 0.24, 0.10};
    const struct box throat_right = {0.03, 0.86, 0.24, 0.10};
    assert_true(skin_most_different(still, one, throat_left, true) > 25);
    assert_true(skin_most_different(still, one, throat_right, true) <= 3);
    assert_true(skin_most_different(still, other, throat_right, true) > 25);
    assert_true(skin_most_different(still, other, throat_left, true) <= 3);
    int64_t some = skin_difference_sum(still, weak, throat_right);
    assert_true(some > 0 && some < skin_difference_sum(still, other, throat_right));
    skin_free(still);
    skin_free(one);
    skin_free(other);
    skin_free(weak);
}

// A place of the throat that lies in the light until the jaw comes down over it.
static void the_chins_shadow_follows_the_jaw(void **state) {
    (void)state;
    struct face_units quiet = {0}, open = units_with(UNIT_AU27, 0.5, 0.5);
    struct skin_picture *shut = painted(neck_paint, &quiet);
    struct skin_picture *wide = painted(neck_paint, &open);
    assert_true(light_at(shut, 0, 0.80) + 15 < light_at(shut, 0, 0.92));
    assert_true(light_at(wide, 0, 0.92) + 15 < light_at(shut, 0, 0.92));
    skin_free(shut);
    skin_free(wide);
}

static void two_folds_come_under_a_drawn_in_chin(void **state) {
    (void)state;
    struct face_units quiet = {0}, tucked = units_with(UNIT_TUCK, 1, 1);
    struct skin_picture *still = painted(neck_paint, &quiet);
    struct skin_picture *folded = painted(neck_paint, &tucked);
    // Down the middle it goes from light to dark to light twice.
    int folds = 0;
    for (int i = 0; i < SKIN_UNIT / 5; i++) {
        double y = 0.80 + (double)i / SKIN_UNIT;
        int here = light_at(folded, 0, y);
        folds += here + 6 < light_at(folded, 0, y - 0.015) &&
                 here + 6 < light_at(folded, 0, y + 0.015) &&
                 here <= light_at(folded, 0, y - 1.0 / SKIN_UNIT) &&
                 here < light_at(folded, 0, y + 1.0 / SKIN_UNIT);
    }
    assert_int_equal(folds, 2);
    assert_false(skin_equal(still, folded));
    skin_free(still);
    skin_free(folded);
}

static void at_ease_cheeks_fade_and_shoulders_sink(void **state) {
    (void)state;
    struct face_units quiet = {0};
    struct skin_picture *tense = painted(paint_cheeks, &quiet);
    struct skin_picture *eased = painted(paint_cheeks_at_ease, &quiet);
    const struct box cheek = {0.15, 0.08, 0.28, 0.16};
    assert_true(light_at(eased, 0.29, 0.16) < light_at(tense, 0.29, 0.16));
    assert_true(skin_most_different(tense, eased, cheek, true) < 12);
    const struct box cheeks = {-0.43, 0.05, 0.86, 0.22};
    assert_int_equal(skin_most_different(tense, eased, cheeks, false), 0);
    skin_free(tense);
    skin_free(eased);
    tense = painted(shirt_paint, &quiet);
    eased = painted(paint_shirt_at_ease, &quiet);
    int edge = (int)(SKIN_Y + 0.9625 * SKIN_UNIT); // of the shoulder at x 0.55
    int x = (int)(SKIN_X + 0.55 * SKIN_UNIT), sunk = 0;
    for (int y = edge - 8; y < edge + 8; y++) {
        sunk += skin_channel(tense, x, y, 24) - skin_channel(eased, x, y, 24);
    }
    assert_true(sunk > 0.004 * SKIN_UNIT * 255 && sunk < 0.008 * SKIN_UNIT * 255);
    skin_free(tense);
    skin_free(eased);
}

static void a_lifted_cheek_is_lighter_and_higher(void **state) {
    (void)state;
    struct face_units quiet = {0}, smile = units_with(UNIT_AU12, 0, 1);
    struct skin_picture *still = painted(paint_cheeks, &quiet);
    struct skin_picture *lifted = painted(paint_cheeks, &smile);
    const struct box left = {-0.46, 0.08, 0.30, 0.16}, right = {0.16, 0.08, 0.30, 0.16};
    assert_true(light_at(lifted, 0.30, 0.115) > light_at(still, 0.30, 0.115) + 3);
    assert_true(skin_most_different(still, lifted, right, true) > 12);
    assert_true(skin_most_different(still, lifted, left, true) <= 2);
    skin_free(still);
    skin_free(lifted);
}

static void a_scarf_covers_the_ears(void **state) {
    (void)state;
    struct face_units quiet = {0};
    struct skin_picture *bare = painted(ears_paint, &quiet);
    struct skin_picture *covered = painted(paint_ears_under_scarf, &quiet);
    assert_int_equal(skin_channel(bare, SKIN_X + (int)(0.535 * SKIN_UNIT), SKIN_Y, 24), 255);
    const struct box all = {-2, -2, 4, 4};
    struct skin_picture *nothing = skin_paint(whole, 0, 2, &quiet);
    assert_int_equal(skin_most_different(covered, nothing, all, true), 0);
    skin_free(bare);
    skin_free(covered);
    skin_free(nothing);
}

// A turn to the right of the picture opens the left side of the head and hides the right ear.
static void a_turn_shows_the_side_of_the_head(void **state) {
    (void)state;
    struct face_units right = units_with(UNIT_TURN, 0.8, 0.8);
    struct face face = face_of_units(&right, &right);
    struct skin_picture *picture = painted(ears_paint, &right);
    struct point ear = face_landmark(&face, FACE_LEFT, LANDMARK_EAR_3);
    struct point contour = face_landmark(&face, FACE_LEFT, LANDMARK_CONTOUR_3);
    assert_true(ear.x < contour.x - 0.05);
    // All that lies between the ear and the contour is skin.
    for (int i = 1; i <= 10; i++) {
        int x = (int)(SKIN_X + (ear.x + (contour.x - ear.x) * i / 10) * SKIN_UNIT);
        int y = (int)(SKIN_Y + 0.06 * SKIN_UNIT);
        assert_int_equal(skin_channel(picture, x, y, 24), 255);
    }
    // Before the angle of the jaw too, but not where the head turns to.
    struct point jaw = face_place(&face, (struct point){-0.43, 0.36}, -0.08);
    struct point far = face_place(&face, (struct point){0.40, 0.36}, -0.08);
    assert_int_equal(alpha_at(picture, jaw), 255);
    assert_int_equal(alpha_at(picture, far), 0);
    skin_free(picture);
}

static void wide_nostrils_are_drawn_wider(void **state) {
    (void)state;
    struct face_units quiet = {0}, flare = units_with(UNIT_AU38, 0, 1);
    struct skin_picture *still = painted(nose_paint, &quiet);
    struct skin_picture *wide = painted(nose_paint, &flare);
    const struct box left = {-0.20, 0.15, 0.15, 0.15}, right = {0.05, 0.15, 0.15, 0.15};
    int64_t moved = skin_difference_sum(still, wide, right);
    assert_true(moved > 2000);
    assert_true(skin_difference_sum(still, wide, left) < moved / 50);
    skin_free(wide);
    flare = units_with(UNIT_AU38, 1, 0);
    wide = painted(nose_paint, &flare);
    assert_true(skin_difference_sum(still, wide, left) > 2000);
    assert_true(skin_difference_sum(still, wide, right) < moved / 50);
    skin_free(still);
    skin_free(wide);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_quiet_face_is_nearly_symmetric),
        cmocka_unit_test(paint_is_left_as_it_was),
        cmocka_unit_test(cords_stand_out_on_their_side_alone),
        cmocka_unit_test(the_chins_shadow_follows_the_jaw),
        cmocka_unit_test(two_folds_come_under_a_drawn_in_chin),
        cmocka_unit_test(at_ease_cheeks_fade_and_shoulders_sink),
        cmocka_unit_test(a_lifted_cheek_is_lighter_and_higher),
        cmocka_unit_test(a_scarf_covers_the_ears),
        cmocka_unit_test(a_turn_shows_the_side_of_the_head),
        cmocka_unit_test(wide_nostrils_are_drawn_wider),
    };
    return cmocka_run_group_tests_name("skin, neck and nose", tests, NULL, NULL);
}
