// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <math.h>
#include <stdlib.h>

#include "draw/paint.h"
#include "paint_picture.h"

static const struct point bent[] = {{-0.3, 0.1}, {-0.1, -0.1}, {0.1, -0.1}, {0.3, 0.1}};
enum { BENT = sizeof bent / sizeof bent[0] };
static const double swelling[] = {0.001, 0.06, 0.001};
static const double fading[] = {0, 1, 0.5};

// Every way of paint, by number.
enum way { BLOB, SOFT, TAPER, FADED, WAYS };

static void put(cairo_t *cairo, enum way way, const struct point *points, int count, double size) {
    const double widths[] = {swelling[0] * size, swelling[1] * size, swelling[2] * size};
    switch (way) {
    case BLOB:
        paint_blob(cairo, points[count > 1], 0.2 * size, 0.1 * size, 0.4, black, 0.8);
        break;
    case SOFT:
        paint_soft(cairo, points, count, 0.1 * size, black, 0.8);
        break;
    case TAPER:
        paint_taper(cairo, points, count, widths, 3, black, 0.8);
        break;
    default:
        paint_taper_faded(cairo, points, count, (struct paint_values){widths, 3}, black,
                          (struct paint_values){fading, 3});
        break;
    }
}

static void every_way_paints_something(void **state) {
    (void)state;
    for (int way = 0; way < WAYS; way++) {
        struct picture picture = picture_new(100);
        put(picture.cairo, (enum way)way, bent, BENT, 1);
        assert_true(total(&picture) > 1000);
        picture_free(&picture);
    }
}

static void the_same_call_gives_the_same_bytes(void **state) {
    (void)state;
    for (int way = 0; way < WAYS; way++) {
        struct picture one = picture_new(100), other = picture_new(100);
        put(one.cairo, (enum way)way, bent, BENT, 1);
        put(other.cairo, (enum way)way, bent, BENT, 1);
        cairo_surface_flush(one.surface);
        cairo_surface_flush(other.surface);
        assert_memory_equal(cairo_image_surface_get_data(one.surface),
                            cairo_image_surface_get_data(other.surface),
                            (size_t)cairo_image_surface_get_stride(one.surface) * PICTURE_SIZE);
        picture_free(&one);
        picture_free(&other);
    }
}

// What is painted through a small clip is what would stand there without it: or pieces that are
// painted again would show.
static void a_clip_changes_nothing_within_it(void **state) {
    (void)state;
    for (int way = 0; way < WAYS; way++) {
        struct picture whole = picture_new(100), piece = picture_new(100);
        put(whole.cairo, (enum way)way, bent, BENT, 1);
        cairo_rectangle(piece.cairo, -0.2, -0.11, 0.17, 0.13);
        cairo_clip(piece.cairo);
        put(piece.cairo, (enum way)way, bent, BENT, 1);
        long seen = 0;
        for (int y = 0; y < PICTURE_SIZE; y++) {
            for (int x = 0; x < PICTURE_SIZE; x++) {
                bool within = x >= 40 && x < 57 && y >= 49 && y < 62;
                int there = darkness(&piece, x, y);
                int expected = within ? darkness(&whole, x, y) : 0;
                // Cairo cuts the edges of a shape at the clip, and rounds them anew.
                assert_true(abs(there - expected) <= (way >= TAPER && within ? 1 : 0));
                seen += there;
            }
        }
        assert_true(seen > 100);
        picture_free(&whole);
        picture_free(&piece);
    }
}

static void what_lies_outside_the_clip_is_not_painted(void **state) {
    (void)state;
    for (int way = 0; way < WAYS; way++) {
        struct picture picture = picture_new(100);
        cairo_rectangle(picture.cairo, -0.55, 0.35, 0.2, 0.2);
        cairo_clip(picture.cairo);
        put(picture.cairo, (enum way)way, bent, BENT, 1);
        assert_int_equal(total(&picture), 0);
        picture_free(&picture);
    }
}

static void assert_source_is_red(cairo_t *cairo) {
    double red, green, blue, alpha;
    assert_int_equal(cairo_pattern_get_rgba(cairo_get_source(cairo), &red, &green, &blue, &alpha),
                     CAIRO_STATUS_SUCCESS);
    assert_near(red, 1, 1e-9);
    assert_near(green + blue, 0, 1e-9);
}

static void paint_leaves_all_as_it_was(void **state) {
    (void)state;
    for (int way = 0; way < WAYS; way++) {
        struct picture picture = picture_new(100);
        cairo_t *cairo = picture.cairo;
        cairo_rectangle(cairo, -0.5, -0.5, 0.9, 0.8);
        cairo_clip(cairo);
        cairo_set_source_rgb(cairo, 1, 0, 0);
        cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
        cairo_move_to(cairo, 0.1, 0.2);
        cairo_line_to(cairo, 0.3, -0.2);
        cairo_matrix_t before, after;
        cairo_get_matrix(cairo, &before);
        put(cairo, (enum way)way, bent, BENT, 1);
        double x, y, left, top, right, bottom;
        cairo_get_current_point(cairo, &x, &y);
        assert_near(x, 0.3, 0.005);
        assert_near(y, -0.2, 0.005);
        cairo_path_extents(cairo, &left, &top, &right, &bottom);
        assert_near(left, 0.1, 0.005);
        assert_near(right, 0.3, 0.005);
        cairo_clip_extents(cairo, &left, &top, &right, &bottom);
        assert_near(left, -0.5, 0.005);
        assert_near(bottom, 0.3, 0.005);
        cairo_get_matrix(cairo, &after);
        assert_memory_equal(&before, &after, sizeof before);
        assert_int_equal(cairo_get_fill_rule(cairo), CAIRO_FILL_RULE_EVEN_ODD);
        assert_source_is_red(cairo);
        picture_free(&picture);
    }
}

// A wrong number must not spoil the cairo_t either: it goes on painting.
static void nothing_comes_of_what_is_no_picture(void **state) {
    (void)state;
    const struct point broken[] = {
        {-0.3, 0.1}, {(double)NAN, -0.1}, {0.1, -0.1}, {0.3, (double)INFINITY}};
    const double broken_widths[] = {0.001, (double)NAN, 0.001};
    struct picture picture = picture_new(100);
    cairo_t *cairo = picture.cairo;
    for (int way = SOFT; way < WAYS; way++) {
        put(cairo, (enum way)way, bent, 0, 1);
        put(cairo, (enum way)way, bent, 1, 1);
        put(cairo, (enum way)way, broken, BENT, 1);
        put(cairo, (enum way)way, bent, BENT, 0);
    }
    put(cairo, BLOB, broken + 1, 1, 1);
    put(cairo, BLOB, bent, 1, 0);
    put(cairo, BLOB, bent, 1, (double)NAN);
    paint_blob(cairo, bent[0], 0.2, 0.2, 0, black, (double)NAN);
    paint_soft(cairo, bent, BENT, (double)NAN, black, 0.5);
    paint_soft(cairo, bent, BENT, 0.1, black, (double)NAN);
    paint_soft(cairo, bent, BENT, 0.1, black, 0);
    paint_taper(cairo, bent, BENT, broken_widths, 3, black, 1);
    paint_taper(cairo, bent, BENT, swelling, 0, black, 1);
    paint_taper_faded(cairo, bent, BENT, (struct paint_values){swelling, 3}, black,
                      (struct paint_values){broken_widths, 3});
    paint_path(cairo, broken, BENT, true);
    paint_line(cairo, bent, 0, true);
    assert_false(cairo_has_current_point(cairo));
    assert_int_equal(total(&picture), 0);
    put(cairo, SOFT, bent, BENT, 1);
    assert_true(total(&picture) > 0);
    picture_free(&picture);
}

// One place again and again has no direction; it must do no harm.
static void points_that_are_one_do_no_harm(void **state) {
    (void)state;
    const struct point one[] = {{0.1, 0.1}, {0.1, 0.1}, {0.1, 0.1}};
    struct picture picture = picture_new(100);
    for (int way = SOFT; way < WAYS; way++) {
        put(picture.cairo, (enum way)way, one, 3, 1);
    }
    picture_free(&picture);
}

static void a_taper_swells_and_ends_in_nothing(void **state) {
    (void)state;
    const struct point line[] = {{-40, 0}, {40, 0}};
    const double widths[] = {0.1, 20, 0.1};
    struct picture picture = picture_new(1);
    paint_taper(picture.cairo, line, 2, widths, 3, black, 1);
    long before = -1;
    int sums[PICTURE_SIZE];
    for (int x = 0; x < PICTURE_SIZE; x++) {
        sums[x] = 0;
        for (int y = 0; y < PICTURE_SIZE; y++) {
            sums[x] += darkness(&picture, x, y);
        }
        assert_true(x >= 60 || sums[x] >= before);
        before = sums[x];
    }
    assert_near(sums[60] / 255.0, 20, 1);
    assert_true(sums[21] < 255 && sums[98] < 255);
    assert_int_equal(sums[18], 0);
    assert_int_equal(sums[101], 0);
    picture_free(&picture);
}

static void a_faded_taper_follows_its_alphas(void **state) {
    (void)state;
    const struct point line[] = {{-40, 0}, {40, 0}};
    const double widths[] = {10, 10};
    struct picture picture = picture_new(1);
    paint_taper_faded(picture.cairo, line, 2, (struct paint_values){widths, 2}, black,
                      (struct paint_values){fading, 3});
    assert_true(darkness(&picture, 21, 60) < 20);
    assert_near(darkness(&picture, 60, 60), 255, 6);
    assert_near(darkness(&picture, 98, 60), 128, 12);
    picture_free(&picture);
}

static void a_smooth_path_goes_through_its_points(void **state) {
    (void)state;
    struct picture picture = picture_new(1);
    const struct point knots[] = {{-30, 20}, {-20, -20}, {20, -20}, {30, 20}};
    struct point samples[64];
    int count = paint_sample(knots, 4, 8, samples, 64);
    assert_int_equal(count, 25);
    for (int i = 0; i < 4; i++) {
        assert_near(samples[i * 8].x, knots[i].x, 1e-9);
        assert_near(samples[i * 8].y, knots[i].y, 1e-9);
    }
    // The handles of the first span: the missing neighbour is the end itself.
    assert_near(samples[12].x, 0, 1e-9);
    assert_near(samples[12].y, -25, 1e-9);
    paint_path(picture.cairo, knots, 4, false);
    paint_path_on(picture.cairo, (const struct point[]){{30, 30}, {0, 40}}, 2);
    double x, y, left, top, right, bottom;
    cairo_get_current_point(picture.cairo, &x, &y);
    assert_near(x, 0, 0.01);
    assert_near(y, 40, 0.01);
    cairo_path_extents(picture.cairo, &left, &top, &right, &bottom);
    assert_near(top, -25, 0.05);
    picture_free(&picture);
}

static void samples_fit_where_they_go(void **state) {
    (void)state;
    struct point out[10];
    assert_int_equal(paint_sample(bent, BENT, 8, out, 10), 10);
    assert_near(out[9].x, bent[3].x, 1e-12);
    assert_int_equal(paint_sample(bent, 1, 8, out, 10), 1);
    assert_int_equal(paint_sample(bent, 0, 8, out, 10), 0);
    assert_true(paint_sample(bent, BENT, 8, out, 2) <= 2);
}

// A page is not painted with pixels, and looks about the same.
static void vectors_look_like_pixels(void **state) {
    (void)state;
    struct picture pixels = picture_new(100), replayed = picture_new(100);
    cairo_surface_t *page = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, NULL);
    cairo_t *cairo = cairo_create(page);
    for (int way = BLOB; way <= SOFT; way++) {
        put(pixels.cairo, (enum way)way, bent, BENT, 1);
        put(cairo, (enum way)way, bent, BENT, 1);
    }
    cairo_set_source_surface(replayed.cairo, page, 0, 0);
    cairo_paint(replayed.cairo);
    long one = total(&pixels), other = total(&replayed);
    assert_true(other > one * 3 / 4 && other < one * 5 / 4);
    cairo_destroy(cairo);
    cairo_surface_destroy(page);
    picture_free(&pixels);
    picture_free(&replayed);
}

static void a_colour_is_read_from_six_digits(void **state) {
    (void)state;
    struct colour colour = paint_hex(0x3366FF);
    assert_near(colour.red, 0x33 / 255.0, 1e-9);
    assert_near(colour.green, 0x66 / 255.0, 1e-9);
    assert_near(colour.blue, 1, 1e-9);
    struct point other[BENT];
    paint_mirrored(bent, BENT, other);
    assert_near(other[0].x, 0.3, 1e-9);
    assert_near(other[0].y, 0.1, 1e-9);
    struct picture picture = picture_new(1);
    paint_use(picture.cairo, colour, 0.25);
    double red, green, blue, alpha;
    cairo_pattern_get_rgba(cairo_get_source(picture.cairo), &red, &green, &blue, &alpha);
    assert_near(alpha, 0.25, 1e-9);
    picture_free(&picture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_way_paints_something),
        cmocka_unit_test(the_same_call_gives_the_same_bytes),
        cmocka_unit_test(a_clip_changes_nothing_within_it),
        cmocka_unit_test(what_lies_outside_the_clip_is_not_painted),
        cmocka_unit_test(paint_leaves_all_as_it_was),
        cmocka_unit_test(nothing_comes_of_what_is_no_picture),
        cmocka_unit_test(points_that_are_one_do_no_harm),
        cmocka_unit_test(a_taper_swells_and_ends_in_nothing),
        cmocka_unit_test(a_faded_taper_follows_its_alphas),
        cmocka_unit_test(a_smooth_path_goes_through_its_points),
        cmocka_unit_test(samples_fit_where_they_go),
        cmocka_unit_test(vectors_look_like_pixels),
        cmocka_unit_test(a_colour_is_read_from_six_digits),
    };
    return cmocka_run_group_tests_name("paint", tests, NULL, NULL);
}
