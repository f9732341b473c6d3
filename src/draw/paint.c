// SPDX-License-Identifier: MIT
#include "draw/paint.h"

struct colour paint_hex(unsigned rgb) {
    return (struct colour){(double)(rgb >> 16 & 255) / 255, (double)(rgb >> 8 & 255) / 255,
                           (double)(rgb & 255) / 255};
}

void paint_use(cairo_t *cairo, struct colour colour, double alpha) {
    cairo_set_source_rgba(cairo, colour.red, colour.green, colour.blue, alpha);
}
