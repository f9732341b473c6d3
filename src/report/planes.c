// SPDX-License-Identifier: MIT
#include "report/planes.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/memory.h"

// BT.709 for values of 0 to 255, in 65536ths: light reaches from 16 to 235, colour from 16 to 240.
enum {
    ONE = 65536,
    Y_RED = 11966,
    Y_GREEN = 40254,
    Y_BLUE = 4064,
    CB_RED = -6596,
    CB_GREEN = -22188,
    CB_BLUE = 28784,
    CR_RED = 28784,
    CR_GREEN = -26145,
    CR_BLUE = -2639,
    Y_LEAST = 16,
    C_MIDDLE = 128,
};

struct planes {
    size_t width, height;
    uint32_t *pixels; // of the picture before
    unsigned char *bytes;
    bool begun;
};

struct planes *planes_new(int width, int height) {
    assert(width > 0 && height > 0 && width % 2 == 0 && height % 2 == 0);
    struct planes *planes = memory_new(1, sizeof *planes);
    planes->width = (size_t)width;
    planes->height = (size_t)height;
    planes->pixels = memory_new(planes->width * planes->height, sizeof *planes->pixels);
    planes->bytes = memory_new(planes_size(planes), 1);
    return planes;
}

void planes_free(struct planes *planes) {
    if (planes) {
        memory_free(planes->pixels);
        memory_free(planes->bytes);
        memory_free(planes);
    }
}

size_t planes_size(const struct planes *planes) {
    return planes->width * planes->height / 2 * 3;
}

struct colour {
    int red, green, blue;
};

static struct colour colour_of(uint32_t pixel) {
    return (struct colour){pixel >> 16 & 0xff, pixel >> 8 & 0xff, pixel & 0xff};
}

static unsigned char light(uint32_t pixel) {
    struct colour c = colour_of(pixel);
    int sum = Y_RED * c.red + Y_GREEN * c.green + Y_BLUE * c.blue;
    return (unsigned char)(Y_LEAST + (sum + ONE / 2) / ONE);
}

// The mean of four pixels: the sample lies in their middle.
static struct colour sum_of(const uint32_t *upper, const uint32_t *lower) {
    struct colour sum = {0};
    const uint32_t pixels[] = {upper[0], upper[1], lower[0], lower[1]};
    for (size_t i = 0; i < 4; i++) {
        struct colour c = colour_of(pixels[i]);
        sum.red += c.red;
        sum.green += c.green;
        sum.blue += c.blue;
    }
    return sum;
}

// Four times the colour, so that nothing is lost before it is rounded; never below 0 before that.
static unsigned char shade(int four_times) {
    return (unsigned char)((four_times + 4 * C_MIDDLE * ONE + 2 * ONE) / (4 * ONE));
}

static void convert_light(const struct planes *planes, size_t row) {
    const uint32_t *pixels = planes->pixels + row * planes->width;
    unsigned char *to = planes->bytes + row * planes->width;
    for (size_t x = 0; x < planes->width; x++) {
        to[x] = light(pixels[x]);
    }
}

static void convert_colour(const struct planes *planes, size_t row) {
    const uint32_t *upper = planes->pixels + row * planes->width;
    const uint32_t *lower = upper + planes->width;
    size_t half = planes->width / 2;
    unsigned char *blues = planes->bytes + planes->width * planes->height + row / 2 * half;
    unsigned char *reds = blues + half * (planes->height / 2);
    for (size_t x = 0; x < half; x++) {
        struct colour sum = sum_of(upper + 2 * x, lower + 2 * x);
        blues[x] = shade(CB_RED * sum.red + CB_GREEN * sum.green + CB_BLUE * sum.blue);
        reds[x] = shade(CR_RED * sum.red + CR_GREEN * sum.green + CR_BLUE * sum.blue);
    }
}

const unsigned char *planes_take(struct planes *planes, const unsigned char *pixels, int stride) {
    size_t length = planes->width * sizeof *planes->pixels;
    for (size_t row = 0; row < planes->height; row += 2) {
        const unsigned char *from = pixels + row * (size_t)stride;
        uint32_t *kept = planes->pixels + row * planes->width;
        if (planes->begun && memcmp(kept, from, length) == 0 &&
            memcmp(kept + planes->width, from + stride, length) == 0) {
            continue;
        }
        memcpy(kept, from, length);
        memcpy(kept + planes->width, from + stride, length);
        convert_light(planes, row);
        convert_light(planes, row + 1);
        convert_colour(planes, row);
    }
    planes->begun = true;
    return planes->bytes;
}
