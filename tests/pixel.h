// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

// A pixel of a picture of 32 bits, as Cairo keeps it: alpha, red, green and blue at the shifts 24,
// 16, 8 and 0, the colours premultiplied.
static inline uint32_t pixel_at(cairo_surface_t *picture, int x, int y) {
    uint32_t pixel;
    cairo_surface_flush(picture);
    const unsigned char *data = cairo_image_surface_get_data(picture);
    ptrdiff_t row = (ptrdiff_t)y * cairo_image_surface_get_stride(picture);
    memcpy(&pixel, data + row + 4 * (ptrdiff_t)x, sizeof pixel);
    return pixel;
}
