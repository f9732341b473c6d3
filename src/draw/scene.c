// SPDX-License-Identifier: MIT
#include "draw/scene.h"

#include <math.h>
#include <stddef.h>
#include <stdint.h>

enum { NOISE = 64 };

// Dark gradients show bands on a screen of 256 levels. One level more at random, always the same
// and tied to the window's corner, hides them and keeps pictures equal to the byte.
static void lay_noise(cairo_t *cairo) {
    cairo_surface_t *tile = cairo_image_surface_create(CAIRO_FORMAT_RGB24, NOISE, NOISE);
    unsigned char *pixels = cairo_image_surface_get_data(tile);
    if (pixels) {
        int stride = cairo_image_surface_get_stride(tile);
        uint32_t seed = 0x2545f491;
        for (int y = 0; y < NOISE; y++)
            for (int x = 0; x < NOISE; x++) {
                seed = seed * 1664525u + 1013904223u;
                uint32_t level = seed >> 31;
                *(uint32_t *)(void *)(pixels + y * stride + x * 4) = level * 0x010101u;
            }
        cairo_surface_mark_dirty(tile);
        cairo_save(cairo);
        cairo_set_source_surface(cairo, tile, 0, 0);
        cairo_pattern_set_extend(cairo_get_source(cairo), CAIRO_EXTEND_REPEAT);
        cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_NEAREST);
        cairo_set_operator(cairo, CAIRO_OPERATOR_ADD);
        cairo_paint(cairo);
        cairo_restore(cairo);
    }
    cairo_surface_destroy(tile);
}

static void add_stop(cairo_pattern_t *pattern, double at, struct colour colour, double alpha) {
    cairo_pattern_add_color_stop_rgba(pattern, at, colour.red, colour.green, colour.blue, alpha);
}

static void paint_pattern(cairo_t *cairo, cairo_pattern_t *pattern) {
    cairo_set_source(cairo, pattern);
    cairo_paint(cairo);
    cairo_pattern_destroy(pattern);
}

void scene_ground(cairo_t *cairo, const struct theme *theme, struct scene scene) {
    if (theme->flat) {
        theme_use(cairo, theme, TOKEN_BG, 1);
        cairo_paint(cairo);
        return;
    }
    cairo_pattern_t *ground = cairo_pattern_create_linear(0, 0, 0, scene.height);
    add_stop(ground, 0, theme_colour(theme, TOKEN_BG), 1);
    add_stop(ground, 1, theme_colour(theme, TOKEN_BG2), 1);
    paint_pattern(cairo, ground);
}

void scene_sky(cairo_t *cairo, const struct theme *theme, struct scene scene) {
    static const struct {
        double at;
        enum token token;
    } stops[] = {{0, TOKEN_SKY0}, {0.42, TOKEN_SKY1}, {0.72, TOKEN_SKY2}, {0.90, TOKEN_SKY3}};
    if (theme->flat) {
        scene_ground(cairo, theme, scene);
        return;
    }
    cairo_pattern_t *sky = cairo_pattern_create_linear(0, 0, 0, scene.height);
    for (size_t i = 0; i < sizeof stops / sizeof stops[0]; i++)
        add_stop(sky, stops[i].at, theme_colour(theme, stops[i].token), 1);
    paint_pattern(cairo, sky);
    lay_noise(cairo);
}

void scene_halo(cairo_t *cairo, const struct theme *theme, double x, double y, double radius) {
    if (theme->flat)
        return;
    struct colour halo = theme_colour(theme, TOKEN_HALO);
    double reach = 1.6 * radius;
    cairo_pattern_t *glow = cairo_pattern_create_radial(x, y, 0, x, y, reach);
    // Even where the lamp lies: the ring that waits for it is not a lamp itself.
    add_stop(glow, 0, halo, 0.19);
    add_stop(glow, 0.3, halo, 0.19);
    add_stop(glow, 0.5, halo, 0.14);
    add_stop(glow, 1, halo, 0);
    cairo_save(cairo);
    cairo_rectangle(cairo, x - reach, y - reach, 2 * reach, 2 * reach);
    cairo_clip(cairo);
    paint_pattern(cairo, glow);
    cairo_restore(cairo);
}

// A hill's edge: where it starts, then two curves of three points, in widths and in `a` below y.
struct hill {
    enum token token;
    double start;
    double points[6][2];
};

static const struct hill hills[] = {
    {TOKEN_HILL1, 0, {{.18, -.9}, {.34, -.2}, {.50, -.1}, {.66, 0}, {.82, -1.15}, {1, -.55}}},
    {TOKEN_HILL2, .75, {{.20, .75}, {.36, -.05}, {.58, .45}, {.80, .95}, {.88, .95}, {1, .35}}},
    {TOKEN_HILL3, .95, {{.25, 1.35}, {.50, 1.6}, {.72, 1.15}, {.94, .7}, {.95, 1}, {1, 1.05}}},
};

static void hill_path(cairo_t *cairo, const struct hill *hill, struct scene scene) {
    double y = 0.80 * scene.height;
    double a = 0.10 * scene.height;
    double w = scene.width;
    const double(*p)[2] = hill->points;
    cairo_move_to(cairo, 0, y + hill->start * a);
    for (int i = 0; i < 6; i += 3)
        cairo_curve_to(cairo, p[i][0] * w, y + p[i][1] * a, p[i + 1][0] * w, y + p[i + 1][1] * a,
                       p[i + 2][0] * w, y + p[i + 2][1] * a);
    cairo_line_to(cairo, w, scene.height);
    cairo_line_to(cairo, 0, scene.height);
    cairo_close_path(cairo);
}

void scene_hills(cairo_t *cairo, const struct theme *theme, struct scene scene) {
    if (theme->flat)
        return;
    for (size_t i = 0; i < sizeof hills / sizeof hills[0]; i++) {
        hill_path(cairo, &hills[i], scene);
        theme_use(cairo, theme, hills[i].token, 1);
        cairo_fill(cairo);
    }
}

double scene_horizon(struct scene scene) {
    return (0.80 - 0.1 * 0.10) * scene.height;
}
