// SPDX-License-Identifier: MIT
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "draw/portrait.h"
#include "seed.h"

// What is painted again between two shows is all that changes, and no more than it must be.

enum { SIDE = 280, UNIT = 108, EYES = 126, STEPS = 8, CHANNEL_MOST = 26 };

static struct theme theme;

static cairo_surface_t *sky_new(void) {
    cairo_surface_t *sky = cairo_image_surface_create(CAIRO_FORMAT_RGB24, SIDE, SIDE);
    cairo_t *cairo = cairo_create(sky);
    theme_use(cairo, &theme, TOKEN_SKY1, 1);
    cairo_paint(cairo);
    cairo_destroy(cairo);
    return sky;
}

static struct portrait *portrait_of(const struct face_units *farthest) {
    struct portrait_options options = {.look = face_look_default(),
                                       .place = {SIDE / 2.0, EYES, UNIT},
                                       .disc = true,
                                       .marked = FACE_SIDES,
                                       .farthest = farthest};
    return portrait_new(&theme, &options);
}

static struct portrait_show show_of(const struct face_units *units, double share) {
    struct portrait_show show = {.units = face_units_scaled(units, share)};
    show.soft = show.units;
    show.at_ease = 1 - share;
    return show;
}

static struct face_units one_unit(enum face_unit unit, double left, double right) {
    struct face_units units = {0};
    units.strength[unit][FACE_LEFT] = left;
    units.strength[unit][FACE_RIGHT] = right;
    return units;
}

// How many pixels of two pictures differ by more than a shade that nobody sees.
static int pixels_apart(cairo_surface_t *one, cairo_surface_t *other) {
    int count = 0;
    cairo_surface_flush(one);
    cairo_surface_flush(other);
    int stride = cairo_image_surface_get_stride(one);
    for (int y = 0; y < SIDE; y++) {
        const unsigned char *a = cairo_image_surface_get_data(one) + (ptrdiff_t)y * stride;
        const unsigned char *b = cairo_image_surface_get_data(other) + (ptrdiff_t)y * stride;
        for (int x = 0; x < SIDE; x++) {
            int most = 0;
            for (int channel = 0; channel < 3; channel++) {
                int apart = abs(a[4 * x + channel] - b[4 * x + channel]);
                most = apart > most ? apart : most;
            }
            count += most > CHANNEL_MOST;
        }
    }
    return count;
}

// Goes to the full strength and back in steps, painting only what is said to have changed.
static int walk(const struct face_units *units, int *painted) {
    struct portrait *portrait = portrait_of(units);
    cairo_surface_t *sky = sky_new();
    cairo_surface_t *window = sky_new();
    cairo_surface_t *anew = sky_new();
    cairo_t *cairo = cairo_create(window);
    cairo_t *fresh = cairo_create(anew);
    struct portrait_show shown = show_of(units, 0);
    int apart = 0;
    portrait_keep(portrait, sky);
    portrait_paint(portrait, cairo, &shown);
    for (int i = 1; i <= 2 * STEPS; i++) {
        double share = (i <= STEPS ? i : 2 * STEPS - i) / (double)STEPS;
        struct portrait_show show = show_of(units, share);
        struct box boxes[PORTRAIT_BOXES_MAX];
        *painted += portrait_repaint(portrait, cairo, &show, boxes);
    }
    portrait_paint(portrait, fresh, &shown);
    apart = pixels_apart(window, anew);
    cairo_destroy(cairo);
    cairo_destroy(fresh);
    cairo_surface_destroy(sky);
    cairo_surface_destroy(window);
    cairo_surface_destroy(anew);
    portrait_free(portrait);
    return apart;
}

static void test_what_changes_is_painted(void **state) {
    (void)state;
    for (int unit = 0; unit < UNIT_COUNT; unit++) {
        int painted = 0;
        struct face_units units = one_unit((enum face_unit)unit, 1, 1);
        int apart = walk(&units, &painted);
        if (apart > 0 || painted == 0) {
            print_message("%s: %d pixels apart, %d boxes\n", face_unit_word((enum face_unit)unit),
                          apart, painted);
        }
        assert_int_equal(apart, 0);
        assert_true(painted > 0);
    }
}

static void test_mixtures_are_painted(void **state) {
    (void)state;
    enum { MIXTURES = 40 };
    srand((unsigned)seed_usual());
    for (int i = 0; i < MIXTURES; i++) {
        struct face_units units = {0};
        int painted = 0;
        for (int j = 0; j < 4; j++) {
            int unit = rand() % UNIT_TURN;
            for (int side = 0; side < FACE_SIDES; side++) {
                units.strength[unit][side] = (double)rand() / RAND_MAX;
            }
        }
        assert_int_equal(walk(&units, &painted), 0);
    }
}

static void test_nothing_moves_nothing_is_painted(void **state) {
    (void)state;
    struct face_units units = one_unit(UNIT_AU12, 1, 1);
    struct portrait *portrait = portrait_of(&units);
    struct portrait_show held = show_of(&units, 0.6);
    struct portrait_show same = show_of(&units, 0.6);
    struct portrait_show hair = show_of(&units, 0.6005); // far below a quarter of a pixel
    struct box boxes[PORTRAIT_BOXES_MAX];
    cairo_surface_t *sky = sky_new();
    cairo_t *cairo = cairo_create(sky);
    held.glow = same.glow = hair.glow = 1;
    held.muscles[0][MUSCLE_RISORIUS] = same.muscles[0][MUSCLE_RISORIUS] = true;
    hair.muscles[0][MUSCLE_RISORIUS] = true;
    portrait_keep(portrait, sky);
    portrait_paint(portrait, cairo, &held);
    assert_int_equal(portrait_repaint(portrait, cairo, &same, boxes), 0);
    assert_int_equal(portrait_repaint(portrait, cairo, &hair, boxes), 0);
    cairo_destroy(cairo);
    cairo_surface_destroy(sky);
    portrait_free(portrait);
}

static void test_one_side_alone(void **state) {
    (void)state;
    struct face_units units = one_unit(UNIT_AU43, 1, 0);
    struct portrait *portrait = portrait_of(&units);
    struct portrait_show open = show_of(&units, 0);
    struct portrait_show shut = show_of(&units, 1);
    open.at_ease = shut.at_ease = 0;
    struct box boxes[PORTRAIT_BOXES_MAX];
    cairo_surface_t *sky = sky_new();
    cairo_t *cairo = cairo_create(sky);
    portrait_keep(portrait, sky);
    portrait_paint(portrait, cairo, &open);
    assert_int_equal(portrait_repaint(portrait, cairo, &shut, boxes), 1);
    cairo_destroy(cairo);
    cairo_surface_destroy(sky);
    // The left eye, and no farther than a little over the middle.
    assert_true(boxes[0].x + boxes[0].width <= SIDE / 2.0 + 0.1 * UNIT);
    assert_true(boxes[0].y + boxes[0].height <= EYES + 0.15 * UNIT);
    portrait_free(portrait);
}

static void test_hand_leaves_its_place(void **state) {
    (void)state;
    struct portrait *portrait = portrait_of(NULL);
    struct portrait_show away = {0};
    struct portrait_show there = {0};
    struct box boxes[PORTRAIT_BOXES_MAX];
    cairo_surface_t *sky = sky_new();
    cairo_t *cairo = cairo_create(sky);
    portrait_keep(portrait, sky);
    portrait_paint(portrait, cairo, &away);
    there.hands[FACE_RIGHT] = (struct portrait_hand){
        .there = true, .kind = HAND_POINTING, .at = {0.205, 0.425}, .angle = 0.7, .press = 1};
    assert_int_equal(portrait_repaint(portrait, cairo, &there, boxes), 1);
    assert_int_equal(portrait_repaint(portrait, cairo, &there, boxes), 0);
    assert_int_equal(portrait_repaint(portrait, cairo, &away, boxes), 1);
    cairo_destroy(cairo);
    cairo_surface_destroy(sky);
    portrait_free(portrait);
}

// A picture in a file is the one in the window.
static void test_whole_is_kept(void **state) {
    (void)state;
    struct face_units units = one_unit(UNIT_AU27, 1, 1);
    struct portrait *portrait = portrait_of(&units);
    struct portrait_show show = show_of(&units, 0.7);
    cairo_surface_t *sky = sky_new();
    cairo_surface_t *kept = sky_new();
    cairo_surface_t *whole = sky_new();
    cairo_t *cairo = cairo_create(kept);
    portrait_keep(portrait, sky);
    portrait_paint(portrait, cairo, &show);
    cairo_destroy(cairo);
    struct box room = portrait_room(portrait); // below it the shirt goes on in a file
    cairo = cairo_create(whole);
    cairo_rectangle(cairo, room.x, room.y, room.width, room.height);
    cairo_clip(cairo);
    portrait_paint_whole(portrait, cairo, &show);
    cairo_destroy(cairo);
    // Two layers over one another soften an edge twice.
    assert_in_range(pixels_apart(kept, whole), 0, 4);
    cairo_surface_destroy(sky);
    cairo_surface_destroy(kept);
    cairo_surface_destroy(whole);
    portrait_free(portrait);
}

int main(void) {
    theme = theme_make(THEME_EVENING, 100);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_changes_is_painted),
        cmocka_unit_test(test_mixtures_are_painted),
        cmocka_unit_test(test_nothing_moves_nothing_is_painted),
        cmocka_unit_test(test_one_side_alone),
        cmocka_unit_test(test_hand_leaves_its_place),
        cmocka_unit_test(test_whole_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
