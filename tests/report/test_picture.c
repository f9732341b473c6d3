// SPDX-License-Identifier: MIT
// wrap: write fsync rename
//
// Pictures that become files: what they hold, that they are whole or not there, and that the same
// painting gives the same bytes.
#include "report/picture.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/types.h>

#include <cmocka.h>

#include "base/file.h"
#include "scratch.h"

enum { WIDTH = 96, HEIGHT = 64, BYTES_MOST = 1 << 20 };

enum call { CALL_NONE, CALL_WRITE, CALL_FSYNC, CALL_RENAME };
static enum call failing;

static int refuse(enum call call) {
    if (call != failing) {
        return 0;
    }
    errno = call == CALL_WRITE ? ENOSPC : EIO;
    return -1;
}

ssize_t __real_write(int file, const void *data, size_t length);
ssize_t __wrap_write(int file, const void *data, size_t length);
int __real_fsync(int file);
int __wrap_fsync(int file);
int __real_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to);

ssize_t __wrap_write(int file, const void *data, size_t length) {
    return refuse(CALL_WRITE) ? -1 : __real_write(file, data, length);
}

int __wrap_fsync(int file) {
    return refuse(CALL_FSYNC) ? -1 : __real_fsync(file);
}

int __wrap_rename(const char *from, const char *to) {
    return refuse(CALL_RENAME) ? -1 : __real_rename(from, to);
}

struct place {
    char folder[SCRATCH_PATH_MAX], png[SCRATCH_PATH_MAX], svg[SCRATCH_PATH_MAX];
};

static int set_up(void **state) {
    static struct place place;
    failing = CALL_NONE;
    scratch_make(place.folder);
    scratch_path(place.png, place.folder, "a.png");
    scratch_path(place.svg, place.folder, "a.svg");
    *state = &place;
    return 0;
}

static int tear_down(void **state) {
    struct place *place = *state;
    failing = CALL_NONE;
    scratch_remove(place->folder);
    return 0;
}

// A left half of one colour, a right half that changes from one to the other.
static void paint(cairo_t *cairo) {
    cairo_set_source_rgb(cairo, 0.2, 0.4, 0.6);
    cairo_paint(cairo);
    for (int x = WIDTH / 2; x < WIDTH; x++) {
        cairo_set_source_rgb(cairo, x / 100.0, (100 - x) / 100.0, 1);
        cairo_rectangle(cairo, x, 0, 1, HEIGHT);
        cairo_fill(cairo);
    }
}

static bool make(const char *path, bool coarse, struct error *err) {
    struct picture *picture = picture_begin(path, WIDTH, HEIGHT, err);
    if (!picture) {
        return false;
    }
    paint(picture_cairo(picture));
    if (coarse) {
        picture_coarsen(picture);
    }
    return picture_finish(picture, err);
}

static struct bytes read_back(const char *path) {
    struct bytes bytes;
    struct error err = {0};
    assert_true(file_read(path, BYTES_MOST, &bytes, &err));
    return bytes;
}

static void kind_is_the_ending_of_the_name(void **state) {
    (void)state;
    assert_int_equal(picture_kind_of("a.png"), PICTURE_PNG);
    assert_int_equal(picture_kind_of("folder.svg/a.png"), PICTURE_PNG);
    assert_int_equal(picture_kind_of("../a.b.svg"), PICTURE_SVG);
    static const char *const others[] = {"",     "a",      "png",        ".png",   "a.PNG",
                                         "a.pn", "a.pngx", "a.png/",     "a/.svg", "a.jpg",
                                         "apng", "a.wav",  "a.png.part", "a.svg/b"};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        assert_int_equal(picture_kind_of(others[i]), PICTURE_NONE);
    }
}

static void pixels_are_those_painted(void **state) {
    struct place *place = *state;
    struct error err = {0};
    assert_true(make(place->png, false, &err));
    cairo_surface_t *surface = cairo_image_surface_create_from_png(place->png);
    assert_int_equal(cairo_surface_status(surface), CAIRO_STATUS_SUCCESS);
    assert_int_equal(cairo_image_surface_get_width(surface), WIDTH);
    assert_int_equal(cairo_image_surface_get_height(surface), HEIGHT);
    const unsigned char *pixel = cairo_image_surface_get_data(surface);
    uint32_t colour;
    memcpy(&colour, pixel, sizeof colour);
    assert_int_equal(colour & 0xFFFFFF, 0x336699);
    cairo_surface_destroy(surface);
}

static void shapes_have_the_size_in_pixels(void **state) {
    struct place *place = *state;
    struct error err = {0};
    assert_true(make(place->svg, true, &err));
    struct bytes bytes = read_back(place->svg);
    assert_non_null(strstr(bytes.data, "<svg "));
    assert_non_null(strstr(bytes.data, "viewBox=\"0 0 96 64\""));
    assert_null(strstr(bytes.data, "96pt"));
    assert_null(strstr(bytes.data, "<image"));
    assert_non_null(strstr(bytes.data, "</svg>"));
    bytes_free(&bytes);
}

static void the_same_painting_gives_the_same_bytes(void **state) {
    struct place *place = *state;
    struct error err = {0};
    assert_true(make(place->png, false, &err));
    struct bytes first = read_back(place->png);
    assert_true(make(place->png, false, &err));
    struct bytes second = read_back(place->png);
    assert_int_equal(first.length, second.length);
    assert_memory_equal(first.data, second.data, first.length);
    bytes_free(&first);
    bytes_free(&second);
}

static void coarse_colours_are_even_and_off_by_one_at_most(void **state) {
    struct place *place = *state;
    struct error err = {0};
    char coarse[SCRATCH_PATH_MAX];
    scratch_path(coarse, place->folder, "coarse.png");
    assert_true(make(place->png, false, &err));
    assert_true(make(coarse, true, &err));
    cairo_surface_t *fine = cairo_image_surface_create_from_png(place->png);
    cairo_surface_t *rough = cairo_image_surface_create_from_png(coarse);
    const unsigned char *before = cairo_image_surface_get_data(fine);
    const unsigned char *after = cairo_image_surface_get_data(rough);
    int up = 0, down = 0;
    for (int i = 0; i < 4 * WIDTH; i++) {
        if (i % 4 == 3) {
            continue; // no colour
        }
        assert_int_equal(after[i] % 2, 0);
        assert_in_range(after[i] - before[i] + 1, 0, 2);
        up += after[i] > before[i];
        down += after[i] < before[i] && before[i] < 255;
    }
    assert_true(up > 0);
    assert_int_equal(down, 0);
    cairo_surface_destroy(fine);
    cairo_surface_destroy(rough);
}

// Whatever the disk refuses, the old file stands and nothing else is left.
static void a_failing_disk_leaves_the_old_file(void **state) {
    struct place *place = *state;
    const char *const paths[] = {place->png, place->svg};
    for (int i = 0; i < 2; i++) {
        scratch_put(paths[i], "old", 3);
        for (int call = CALL_WRITE; call <= CALL_RENAME; call++) {
            struct error err = {0};
            failing = (enum call)call;
            assert_false(make(paths[i], false, &err));
            failing = CALL_NONE;
            assert_int_equal(err.code, ERROR_FILE);
            assert_string_equal(err.text, strerror(call == CALL_WRITE ? ENOSPC : EIO));
            struct bytes bytes = read_back(paths[i]);
            assert_string_equal(bytes.data, "old");
            bytes_free(&bytes);
            assert_int_equal(scratch_count(place->folder), i + 1);
        }
    }
}

// Shapes are written while they are painted, once there are many of them.
static void a_disk_that_fills_up_while_shapes_are_painted(void **state) {
    struct place *place = *state;
    struct error err = {0};
    struct picture *picture = picture_begin(place->svg, WIDTH, HEIGHT, &err);
    assert_non_null(picture);
    for (int i = 0; i < 2000; i++) {
        cairo_set_source_rgb(picture_cairo(picture), i / 2000.0, 0, 0);
        cairo_arc(picture_cairo(picture), i % WIDTH, i % HEIGHT, 5, 0, 6);
        cairo_fill(picture_cairo(picture));
    }
    failing = CALL_WRITE;
    assert_false(picture_finish(picture, &err));
    assert_string_equal(err.text, strerror(ENOSPC));
    assert_int_equal(scratch_count(place->folder), 0);
}

static void abandoned_pictures_leave_nothing(void **state) {
    struct place *place = *state;
    const char *const paths[] = {place->png, place->svg};
    for (int i = 0; i < 2; i++) {
        struct error err = {0};
        struct picture *picture = picture_begin(paths[i], WIDTH, HEIGHT, &err);
        assert_non_null(picture);
        paint(picture_cairo(picture));
        picture_abandon(picture);
        assert_int_equal(scratch_count(place->folder), 0);
    }
    picture_abandon(NULL);
}

static void a_folder_that_is_not_there_is_told_at_once(void **state) {
    (void)state;
    struct error err = {0};
    assert_null(picture_begin("/nonexistent/a.png", WIDTH, HEIGHT, &err));
    assert_int_equal(err.code, ERROR_MISSING);
}

// What Cairo cannot do is no picture.
static void a_broken_painting_is_refused(void **state) {
    struct place *place = *state;
    const char *const paths[] = {place->png, place->svg};
    for (int i = 0; i < 2; i++) {
        struct error err = {0};
        struct picture *picture = picture_begin(paths[i], WIDTH, HEIGHT, &err);
        assert_non_null(picture);
        cairo_scale(picture_cairo(picture), 0, 0);
        assert_false(picture_finish(picture, &err));
        assert_non_null(strstr(err.text, "cannot be made"));
        assert_int_equal(scratch_count(place->folder), 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kind_is_the_ending_of_the_name),
        cmocka_unit_test_setup_teardown(pixels_are_those_painted, set_up, tear_down),
        cmocka_unit_test_setup_teardown(shapes_have_the_size_in_pixels, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_same_painting_gives_the_same_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(coarse_colours_are_even_and_off_by_one_at_most, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_failing_disk_leaves_the_old_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_disk_that_fills_up_while_shapes_are_painted, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(abandoned_pictures_leave_nothing, set_up, tear_down),
        cmocka_unit_test(a_folder_that_is_not_there_is_told_at_once),
        cmocka_unit_test_setup_teardown(a_broken_painting_is_refused, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
