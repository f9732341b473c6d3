// SPDX-License-Identifier: MIT
#include "draw/body_parts.h"

// The legs in their trousers: thighs that come towards the viewer, knees, shins.

static void leg_path(cairo_t *cairo, double in) {
    const struct point outline[] = {
        {-0.030, 4.150},     {0.160, 3.800},      {0.560, 3.680},      {0.940, 3.720},
        {1.150, 4.000},      {1.215 - in, 4.420}, {1.180 - in, 4.800}, {1.095, 5.280},
        {1.015, 5.830},      {0.985, 6.300},      {0.755, 6.365},      {0.525, 6.300},
        {0.490, 5.800},      {0.440, 5.260},      {0.380 - in, 4.800}, {0.275 - in, 4.450},
        {0.130 - in, 4.250},
    };
    cairo_new_path(cairo);
    paint_path(cairo, outline, sizeof outline / sizeof *outline, true);
}

static void shade_leg(cairo_t *cairo, const struct body_view *view, double strong) {
    const struct body_cloth *cloth = &view->trousers;
    struct point inner[5] = {{0.10, 4.20}, {0.33, 4.65}, {0.42, 5.25}, {0.47, 5.80}, {0.50, 6.32}};
    struct point outer[5] = {{1.18, 4.05}, {1.23, 4.50}, {1.12, 5.25}, {1.03, 5.80}, {1.00, 6.32}};
    struct point lap[3] = {{0.10, 3.98}, {0.55, 3.98}, {1.10, 3.90}};
    struct point thigh[3] = {{0.55, 4.10}, {0.66, 4.30}, {0.74, 4.50}};
    struct point below[3] = {{0.46, 4.96}, {0.79, 5.08}, {1.13, 4.96}};
    struct point shin[3] = {{0.77, 5.25}, {0.755, 5.70}, {0.75, 6.15}};
    paint_soft(cairo, inner, 5, 0.32, cloth->dark, 0.75);
    paint_soft(cairo, outer, 5, 0.20, cloth->dark, 0.45 * strong);
    paint_soft(cairo, lap, 3, 0.26, cloth->dark, 0.70);
    paint_soft(cairo, thigh, 3, 0.40, cloth->light, 0.22);
    paint_soft(cairo, below, 3, 0.24, cloth->dark, 0.40);
    paint_soft(cairo, shin, 3, 0.26, cloth->light, 0.18);
    paint_blob(cairo, (struct point){0.79, 4.58}, 0.34, 0.30, 0, cloth->light, 0.24);
    struct point fold1[3] = {{1.17, 4.78}, {1.00, 4.93}, {0.82, 4.97}};
    struct point fold2[3] = {{0.40, 4.90}, {0.52, 5.02}, {0.68, 5.06}};
    struct point fold4[3] = {{1.00, 6.02}, {0.88, 6.10}, {0.73, 6.11}};
    body_fold(cairo, cloth, fold1, 3, 0.09, 0.50);
    body_fold(cairo, cloth, fold2, 3, 0.08, 0.36);
    body_fold(cairo, cloth, fold4, 3, 0.08, 0.36);
    struct point hem[3] = {{0.51, 6.255}, {0.755, 6.315}, {1.00, 6.255}};
    static const double widths[] = {0.004, 0.016, 0.016, 0.004};
    paint_taper(cairo, hem, 3, widths, 4, cloth->line, 0.35);
}

void body_legs_paint(cairo_t *cairo, const struct body_view *view) {
    const struct body_cloth *cloth = &view->trousers;
    for (int sign = -1; sign <= 1; sign += 2) {
        double in = 0.07 * view->look->sides[sign > 0].thighs;
        cairo_save(cairo);
        cairo_scale(cairo, sign, 1);
        leg_path(cairo, in);
        cairo_clip_preserve(cairo);
        body_fill_down(cairo, 3.7, 6.4, cloth->base, colour_mix(cloth->base, cloth->dark, 0.25));
        shade_leg(cairo, view, sign > 0 ? 1.0 : 0.75);
        cairo_restore(cairo);
    }
}
