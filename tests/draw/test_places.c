// SPDX-License-Identifier: MIT
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/face.h"
#include "draw/places.h"

static struct point of(enum face_side side, enum landmark landmark) {
    return face_neutral()->at[side][landmark];
}

static struct point between(struct point one, struct point other) {
    return (struct point){(one.x + other.x) / 2, (one.y + other.y) / 2};
}

static void is_at(struct point at, enum face_place place, enum face_side side) {
    struct place_found found = {PLACE_COUNT, FACE_SIDES};
    assert_true(place_at(at, &found));
    assert_int_equal(found.place, place);
    assert_int_equal(found.side, side);
}

static void each_place_lies_where_it_is_on_the_face(void **state) {
    (void)state;
    for (int i = 0; i < FACE_SIDES; i++) {
        enum face_side side = (enum face_side)i;
        double out = side == FACE_LEFT ? -1 : 1;
        is_at(of(side, LANDMARK_CREASE_2), PLACE_UPPER_LID, side);
        is_at(of(side, LANDMARK_LID_UPPER_2), PLACE_UPPER_LID, side);
        is_at(of(side, LANDMARK_LID_LOWER_2), PLACE_LOWER_LID, side);
        is_at(of(side, LANDMARK_BROW_1), PLACE_BROW, side);
        is_at(of(side, LANDMARK_BROW_3), PLACE_BROW, side);
        is_at(of(side, LANDMARK_CHEEK), PLACE_CHEEK, side);
        is_at(of(side, LANDMARK_HOLLOW), PLACE_CHEEK, side);
        is_at(of(side, LANDMARK_MOUTH_CORNER), PLACE_MOUTH, side);
        is_at(of(side, LANDMARK_UPPER_EDGE_1), PLACE_MOUTH, side);
        is_at(of(side, LANDMARK_LOWER_EDGE_2), PLACE_MOUTH, side);
        is_at(between(of(side, LANDMARK_CHIN_BOSS), of(side, LANDMARK_CONTOUR_9)), PLACE_CHIN,
              side);
        is_at(between(of(side, LANDMARK_EAR_0), of(side, LANDMARK_EAR_3)), PLACE_EAR, side);
        struct point below = of(side, LANDMARK_CONTOUR_9);
        is_at((struct point){below.x + 0.05 * out, below.y + 0.12}, PLACE_NECK, side);
    }
}

static void nothing_is_hit_beside_the_face_or_on_the_nose(void **state) {
    (void)state;
    struct place_found found;
    assert_false(place_at((struct point){0, -0.6}, &found));
    assert_false(place_at((struct point){0.9, 0.1}, &found));
    assert_false(place_at(of(FACE_LEFT, LANDMARK_NOSE_TIP), &found));
    assert_false(place_at((struct point){0.45, 0.75}, &found));
}

static bool is_inside(const struct point *outline, int count, struct point at) {
    double angle = 0; // that the outline turns around the point
    for (int i = 0; i < count; i++) {
        struct point a = outline[i], b = outline[(i + 1) % count];
        double from = atan2(a.y - at.y, a.x - at.x), to = atan2(b.y - at.y, b.x - at.x);
        angle += remainder(to - from, 2 * M_PI);
    }
    return fabs(angle) > M_PI;
}

// On a fine grid no point lies in two outlines, each place is large enough for a hand, and what is
// found is the outline that holds the point.
static void places_do_not_overlap_and_are_found_by_their_outline(void **state) {
    (void)state;
    enum { STEPS = 130, SIDES = FACE_SIDES * PLACE_COUNT };
    static const double PITCH = 0.014;
    struct point outlines[SIDES][PLACE_OUTLINE_MAX];
    int counts[SIDES], points[SIDES] = {0};
    for (int i = 0; i < SIDES; i++) {
        counts[i] = place_outline((enum face_place)(i / 2), (enum face_side)(i % 2), outlines[i]);
        assert_true(counts[i] > 30);
    }
    for (int step = 0; step < STEPS * STEPS; step++) {
        int column = step % STEPS - STEPS / 2, row = step / STEPS - STEPS / 2;
        struct point at = {column * PITCH + 0.003, row * PITCH + 0.1};
        int held = -1;
        for (int i = 0; i < SIDES; i++) {
            if (is_inside(outlines[i], counts[i], at)) {
                assert_int_equal(held, -1);
                held = i;
                points[i]++;
            }
        }
        if (held >= 0) {
            is_at(at, (enum face_place)(held / 2), (enum face_side)(held % 2));
        }
    }
    for (int i = 0; i < SIDES; i++) {
        assert_true(points[i] * PITCH * PITCH > 0.012); // of a face width, squared
    }
}

static void both_sides_are_alike(void **state) {
    (void)state;
    for (int place = 0; place < PLACE_COUNT; place++) {
        struct point left[PLACE_OUTLINE_MAX], right[PLACE_OUTLINE_MAX];
        int count = place_outline((enum face_place)place, FACE_RIGHT, right);
        assert_int_equal(place_outline((enum face_place)place, FACE_LEFT, left), count);
        for (int i = 0; i < count; i++) {
            assert_true(right[i].x > 0);
            assert_true(fabs(left[i].x + right[i].x) < 1e-12);
            assert_true(fabs(left[i].y - right[i].y) < 1e-12);
        }
    }
}

// A hand that trembles still finds the nearest.
static void a_step_beside_it_is_meant_too(void **state) {
    (void)state;
    is_at((struct point){0.59, 0.05}, PLACE_EAR, FACE_RIGHT);
    is_at((struct point){-0.59, 0.05}, PLACE_EAR, FACE_LEFT);
    struct box ear = place_box(PLACE_EAR, FACE_RIGHT);
    assert_true(box_holds(ear, 0.59, 0.05));
    struct place_found found;
    assert_false(place_at((struct point){0.64, 0.05}, &found));
}

enum { SIZE = 240 };

// How far the picture of the left half differs from that of the right one, in pixels that do.
static int differing(const struct chart *one, const struct chart *other, enum theme_name name) {
    struct theme theme = theme_make(name, 100);
    const struct chart *charts[] = {one, other};
    cairo_surface_t *pictures[2];
    for (int i = 0; i < 2; i++) {
        pictures[i] = cairo_image_surface_create(CAIRO_FORMAT_RGB24, SIZE, SIZE);
        cairo_t *cairo = cairo_create(pictures[i]);
        chart_paint(cairo, &theme, charts[i], chart_place_in((struct box){0, 0, SIZE, SIZE}), 1);
        assert_int_equal(cairo_status(cairo), CAIRO_STATUS_SUCCESS);
        cairo_destroy(cairo);
        cairo_surface_flush(pictures[i]);
    }
    int stride = cairo_image_surface_get_stride(pictures[0]);
    const unsigned char *a = cairo_image_surface_get_data(pictures[0]);
    const unsigned char *b = cairo_image_surface_get_data(pictures[1]);
    int count = 0;
    for (int i = 0; i < SIZE * SIZE; i++) {
        const unsigned char *at = a + i / SIZE * stride + i % SIZE * 4;
        const unsigned char *beside = b + i / SIZE * stride + i % SIZE * 4;
        int most = 0;
        for (int byte = 0; byte < 3; byte++) {
            int by = at[byte] > beside[byte] ? at[byte] - beside[byte] : beside[byte] - at[byte];
            most = by > most ? by : most;
        }
        count += most > 24;
    }
    cairo_surface_destroy(pictures[0]);
    cairo_surface_destroy(pictures[1]);
    return count;
}

static void what_is_chosen_is_seen_in_every_theme(void **state) {
    (void)state;
    const struct chart none = {.named = true};
    for (int name = 0; name < THEME_COUNT; name++) {
        for (int i = 0; i < PLACE_COUNT * FACE_SIDES; i++) {
            struct chart chosen = none, warm = none;
            chosen.chosen[i % 2] = warm.warm[i % 2] = 1u << i / 2;
            assert_true(differing(&none, &chosen, (enum theme_name)name) > 40);
            assert_true(differing(&none, &warm, (enum theme_name)name) > 8);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_place_lies_where_it_is_on_the_face),
        cmocka_unit_test(nothing_is_hit_beside_the_face_or_on_the_nose),
        cmocka_unit_test(places_do_not_overlap_and_are_found_by_their_outline),
        cmocka_unit_test(both_sides_are_alike),
        cmocka_unit_test(a_step_beside_it_is_meant_too),
        cmocka_unit_test(what_is_chosen_is_seen_in_every_theme),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
