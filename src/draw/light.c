// SPDX-License-Identifier: MIT
#include "draw/light.h"

#include <stdbool.h>

// How deep the dusk is, and how warm the light.
static const double DUSK = 0.44, WARM = 0.16, GLOW = 0.42;

static struct colour dusk_of(const struct theme *theme) {
    static const unsigned dusks[THEME_COUNT] = {0x33263A, 0xEDE6DA, 0x120C14};
    return paint_hex(dusks[theme->name]);
}

struct ink {
    struct colour colour;
    double alpha;
    double size; // of the spots, 1 as told
};

static void spots(cairo_t *cairo, const struct light *lights, int count, int sign,
                  const struct ink *ink) {
    for (int i = 0; i < count; i++) {
        const struct light *light = &lights[i];
        for (int side = -1; side <= 1; side += 2) {
            bool there = light->mirrored ? sign == 0 || sign == side : side > 0;
            if (there) {
                struct point at = {light->mirrored ? side * light->at.x : light->at.x, light->at.y};
                paint_blob(cairo, at, light->rx * ink->size, light->ry * ink->size, 0, ink->colour,
                           ink->alpha);
            }
        }
    }
}

void light_fall(cairo_t *cairo, const struct theme *theme, const struct light *lights, int count) {
    struct colour dusk = dusk_of(theme);
    cairo_save(cairo);
    cairo_push_group(cairo);
    paint_use(cairo, dusk, DUSK);
    cairo_paint(cairo);
    cairo_set_operator(cairo, CAIRO_OPERATOR_DEST_OUT);
    // A broad one and one within it: the middle lies fully in the light and the edge stays soft.
    spots(cairo, lights, count, 0, &(struct ink){dusk, 0.85, 1.30});
    spots(cairo, lights, count, 0, &(struct ink){dusk, 0.85, 1});
    cairo_pop_group_to_source(cairo);
    cairo_set_operator(cairo, CAIRO_OPERATOR_ATOP);
    cairo_paint(cairo);
    spots(cairo, lights, count, 0, &(struct ink){paint_hex(0xFFD9A0), WARM, 1.1});
    cairo_restore(cairo);
}

void light_glow(cairo_t *cairo, const struct light *light, int sign, double level) {
    cairo_save(cairo);
    cairo_set_operator(cairo, CAIRO_OPERATOR_ATOP);
    spots(cairo, light, 1, sign, &(struct ink){paint_hex(0xFF7A45), GLOW * level, 1});
    cairo_restore(cairo);
}
