// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/picture.h"
#include "pixel.h"
#include "scratch.h"

// Pictures of steps: what can be read, and what is said of what cannot.

struct bench {
    char folder[SCRATCH_PATH_MAX];
    char path[SCRATCH_PATH_MAX];
};

static int set_up(void **state) {
    struct bench *bench = test_calloc(1, sizeof *bench);
    scratch_make(bench->folder);
    *state = bench;
    return 0;
}

static int tear_down(void **state) {
    struct bench *bench = *state;
    scratch_remove(bench->folder);
    test_free(bench);
    return 0;
}

static const char *file(struct bench *bench, const char *name, const void *bytes, size_t size) {
    scratch_path(bench->path, bench->folder, name);
    FILE *out = fopen(bench->path, "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(bytes, 1, size, out), size);
    assert_int_equal(fclose(out), 0);
    return bench->path;
}

// The pixel in the middle, as Cairo keeps it.
static uint32_t middle_of(cairo_surface_t *picture) {
    int x = cairo_image_surface_get_width(picture) / 2;
    int y = cairo_image_surface_get_height(picture) / 2;
    return pixel_at(picture, x, y);
}

static void a_png_is_read(void **state) {
    struct bench *bench = *state;
    struct error err = {0};
    cairo_surface_t *drawn = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 40, 20);
    cairo_t *cairo = cairo_create(drawn);
    cairo_set_source_rgb(cairo, 1, 0, 0);
    cairo_paint(cairo);
    cairo_destroy(cairo);
    scratch_path(bench->path, bench->folder, "red.png");
    assert_int_equal(cairo_surface_write_to_png(drawn, bench->path), CAIRO_STATUS_SUCCESS);
    cairo_surface_t *read = picture_read(bench->path, 100, &err);
    assert_non_null(read);
    assert_int_equal(cairo_image_surface_get_width(read), 40);
    assert_int_equal(middle_of(read) & 0xFFFFFF, 0xFF0000);
    cairo_surface_destroy(read);
    cairo_surface_destroy(drawn);
}

static void a_drawing_fills_what_is_wanted(void **state) {
    static const char svg[] =
        "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='5' viewBox='0 0 10 5'>"
        "<rect width='10' height='5' fill='#0000ff' fill-opacity='0.5'/></svg>";
    struct bench *bench = *state;
    struct error err = {0};
    cairo_surface_t *read = picture_read(file(bench, "blue.svg", svg, sizeof svg - 1), 200, &err);
    if (!read && strstr(err.text, "SDL2_image")) {
        skip(); // said by name: the library is not there
    }
    assert_non_null(read);
    assert_int_equal(cairo_image_surface_get_width(read), 200);
    assert_int_equal(cairo_image_surface_get_height(read), 100);
    // Half of it shines through, and the blue is multiplied by that.
    uint32_t pixel = middle_of(read);
    assert_in_range(pixel >> 24, 126, 129);
    assert_in_range(pixel & 0xFF, 126, 129);
    assert_int_equal(pixel >> 8 & 0xFFFF, 0);
    cairo_surface_destroy(read);
}

static void check_refused(struct bench *bench, const char *name, const void *bytes, size_t size) {
    struct error err = {0};
    assert_null(picture_read(file(bench, name, bytes, size), 100, &err));
    assert_non_null(strstr(err.text, name));
}

static void what_is_no_picture_is_said(void **state) {
    // The header of a PNG of 100 000 by 100 000, and nothing behind it.
    static const unsigned char large[] = {0x89, 'P', 'N',  'G',  13,  10,  26, 10, 0,    0,
                                          0,    13,  'I',  'H',  'D', 'R', 0,  1,  0x86, 0xA0,
                                          0,    1,   0x86, 0xA0, 8,   2,   0,  0,  0};
    static const unsigned char broken[] = {0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I',
                                           'H',  'D', 'R', 0,   0,  0,  4,  0,  0, 0, 4, 8};
    struct bench *bench = *state;
    check_refused(bench, "large.png", large, sizeof large);
    check_refused(bench, "broken.png", broken, sizeof broken);
    check_refused(bench, "words.jpg", "not a picture", 13);
    check_refused(bench, "empty.svg", "", 0);
    struct error err = {0};
    assert_null(picture_read("/nowhere/at/all.png", 100, &err));
    assert_non_null(strstr(err.text, "/nowhere/at/all.png"));
}

static void it_keeps_its_proportions(void **state) {
    (void)state;
    cairo_surface_t *wide = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 40, 20);
    struct box place = picture_place(wide, (struct box){10, 10, 100, 100});
    assert_true(place.x == 10 && place.width == 100 && place.height == 50 && place.y == 35);
    cairo_surface_destroy(wide);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_png_is_read, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_drawing_fills_what_is_wanted, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_no_picture_is_said, set_up, tear_down),
        cmocka_unit_test(it_keeps_its_proportions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
