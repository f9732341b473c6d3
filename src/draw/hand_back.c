// SPDX-License-Identifier: MIT
#include <math.h>

#include "draw/hand_parts.h"

// The back of a hand and what shows through its skin.

static void add_stop(cairo_pattern_t *pattern, double at, struct colour colour, double alpha) {
    cairo_pattern_add_color_stop_rgba(pattern, at, colour.red, colour.green, colour.blue, alpha);
}

void hand_back_paint(cairo_t *cairo, const struct face_colours *colours,
                     const struct point *outline, int count, double left, double right) {
    double from = outline[0].x;
    double to = outline[0].x;
    for (int i = 1; i < count; i++) {
        from = fmin(from, outline[i].x);
        to = fmax(to, outline[i].x);
    }
    cairo_pattern_t *skin = cairo_pattern_create_linear(from, 0, to, 0);
    add_stop(skin, 0, colour_mix(colours->base, colours->shadow, 0.80 * left), 1);
    add_stop(skin, 0.14, colour_mix(colours->base, colours->shadow, 0.34 * left), 1);
    add_stop(skin, 0.40, colour_mix(colours->base, colours->light, 0.16), 1);
    add_stop(skin, 0.64, colour_mix(colours->base, colours->light, 0.05), 1);
    add_stop(skin, 0.88, colour_mix(colours->base, colours->shadow, 0.38 * right), 1);
    add_stop(skin, 1, colour_mix(colours->base, colours->shadow, 0.85 * right), 1);
    paint_path(cairo, outline, count, true);
    cairo_set_source(cairo, skin);
    cairo_fill(cairo);
    cairo_pattern_destroy(skin);
}

// Light on top, shade around, a little blush.
static void knuckle(cairo_t *cairo, const struct face_colours *colours, struct point at,
                    double size, double strength) {
    struct point below = {at.x, at.y + 0.55 * size};
    paint_blob(cairo, below, size * 0.95, size * 0.55, 0, colours->shadow, 0.26 * strength);
    paint_blob(cairo, at, size, size * 0.9, 0, colours->blush, 0.24 * strength);
    struct point top = {at.x - 0.10 * size, at.y - 0.10 * size};
    paint_blob(cairo, top, size * 0.62, size * 0.50, 0, colours->light, 0.42 * strength);
}

void hand_contour_paint(cairo_t *cairo, const struct face_colours *colours,
                        const struct point *points, int count, double alpha) {
    static const double widths[] = {0.0006, 0.0044, 0.0050, 0.0044, 0.0006};
    paint_taper(cairo, points, count, widths, 5, colours->line, alpha);
}

void hand_bones_paint(cairo_t *cairo, const struct face_colours *colours,
                      const struct point knuckles[4], struct point wrist) {
    for (int i = 0; i < 3; i++) {
        struct point k = {(knuckles[i].x + knuckles[i + 1].x) / 2,
                          (knuckles[i].y + knuckles[i + 1].y) / 2};
        struct point valley[3] = {{k.x, k.y - 0.110},
                                  {k.x, k.y},
                                  {k.x + 0.22 * (wrist.x - k.x), k.y + 0.22 * (wrist.y - k.y)}};
        paint_soft(cairo, valley, 3, 0.048, colours->shadow, 0.38);
    }
    for (int i = 0; i < 4; i++) {
        struct point k = knuckles[i];
        struct point tendon[3];
        for (int j = 0; j < 3; j++) {
            double share = 0.16 + 0.30 * j;
            tendon[j] =
                (struct point){k.x + share * (wrist.x - k.x), k.y + share * (wrist.y - k.y)};
        }
        paint_soft(cairo, tendon, 3, 0.034, colours->light, i == 0 ? 0.14 : 0.24);
        knuckle(cairo, colours, k, i == 0 ? 0.048 : 0.056, 0.9);
    }
}
