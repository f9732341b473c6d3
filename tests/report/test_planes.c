// SPDX-License-Identifier: MIT
// Colours as a video encoder takes them, held against the matrix of BT.709 in floating point.
#include "report/planes.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/memory.h"
#include "seed.h"

enum { WIDTH = 38, HEIGHT = 22, STRIDE_PIXELS = 41, HALF = WIDTH / 2 };

struct picture {
    uint32_t pixels[HEIGHT][STRIDE_PIXELS];
};

static const unsigned char *take(struct planes *planes, const struct picture *picture) {
    return planes_take(planes, (const unsigned char *)picture->pixels,
                       STRIDE_PIXELS * (int)sizeof(uint32_t));
}

static void fill(struct picture *picture, uint32_t pixel) {
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < STRIDE_PIXELS; x++) {
            picture->pixels[y][x] = pixel;
        }
    }
}

static void scatter(struct picture *picture) {
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < STRIDE_PIXELS; x++) {
            picture->pixels[y][x] = (uint32_t)(rand() & 0xffffff);
        }
    }
}

struct colour {
    double y, cb, cr;
};

// ITU-R BT.709-6, 3.2 to 3.5, from values of 0 to 255 to 8 bits of limited range.
static struct colour colour_of(double red, double green, double blue) {
    double light = (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
    return (struct colour){.y = 16 + 219 * light,
                           .cb = 128 + 224 * (blue / 255 - light) / 1.8556,
                           .cr = 128 + 224 * (red / 255 - light) / 1.5748};
}

static struct colour at(const struct picture *picture, int x, int y) {
    uint32_t pixel = picture->pixels[y][x];
    return colour_of(pixel >> 16 & 0xff, pixel >> 8 & 0xff, pixel & 0xff);
}

static void check_near(double is, double should) {
    // Rounding, and what is left of the numbers in 65536ths.
    if (fabs(is - should) > 0.51) {
        fail_msg("%g is not %g", is, should);
    }
}

static void check_planes(const unsigned char *bytes, const struct picture *picture) {
    const unsigned char *blues = bytes + (size_t)WIDTH * HEIGHT;
    const unsigned char *reds = blues + (size_t)HALF * (HEIGHT / 2);
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
            check_near(bytes[y * WIDTH + x], at(picture, x, y).y);
        }
    }
    for (int y = 0; y < HEIGHT; y += 2) {
        for (int x = 0; x < WIDTH; x += 2) {
            double cb = 0, cr = 0;
            for (int i = 0; i < 4; i++) {
                struct colour colour = at(picture, x + i % 2, y + i / 2);
                cb += colour.cb / 4;
                cr += colour.cr / 4;
            }
            int half = y / 2 * HALF + x / 2;
            check_near(blues[half], cb);
            check_near(reds[half], cr);
        }
    }
}

static void every_colour_is_where_the_matrix_puts_it(void **state) {
    (void)state;
    struct planes *planes = planes_new(WIDTH, HEIGHT);
    struct picture picture;
    srand((unsigned)seed_new());
    for (int i = 0; i < 40; i++) {
        scatter(&picture);
        check_planes(take(planes, &picture), &picture);
    }
    planes_free(planes);
}

// The corners of the cube: nothing leaves its range.
static void the_purest_colours_fit(void **state) {
    (void)state;
    struct planes *planes = planes_new(WIDTH, HEIGHT);
    struct picture picture;
    for (uint32_t corner = 0; corner < 8; corner++) {
        uint32_t pixel = (corner & 4 ? 0xff0000u : 0) | (corner & 2 ? 0xff00u : 0) |
                         (corner & 1 ? 0xffu : 0) | 0x5a000000u;
        fill(&picture, pixel);
        const unsigned char *bytes = take(planes, &picture);
        check_planes(bytes, &picture);
        for (size_t i = 0; i < planes_size(planes); i++) {
            assert_in_range(bytes[i], 16, 240);
        }
    }
    planes_free(planes);
}

// What has not changed is left as it was, and what has is found wherever it is.
static void one_pixel_that_changes_is_seen(void **state) {
    (void)state;
    struct planes *planes = planes_new(WIDTH, HEIGHT);
    struct picture picture;
    srand((unsigned)seed_new());
    scatter(&picture);
    take(planes, &picture);
    for (int i = 0; i < 200; i++) {
        picture.pixels[rand() % HEIGHT][rand() % WIDTH] ^= 0x00808080u;
        check_planes(take(planes, &picture), &picture);
    }
    planes_free(planes);
}

static void a_first_picture_that_is_black_is_black(void **state) {
    (void)state;
    struct planes *planes = planes_new(WIDTH, HEIGHT);
    struct picture picture;
    fill(&picture, 0);
    check_planes(take(planes, &picture), &picture);
    assert_int_equal(planes_size(planes), WIDTH * HEIGHT * 3 / 2);
    planes_free(planes);
    planes_free(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_colour_is_where_the_matrix_puts_it),
        cmocka_unit_test(the_purest_colours_fit),
        cmocka_unit_test(one_pixel_that_changes_is_seen),
        cmocka_unit_test(a_first_picture_that_is_black_is_black),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
