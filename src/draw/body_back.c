// SPDX-License-Identifier: MIT
#include "draw/body_parts.h"

// The back in its shirt: the groove of the spine and the shoulder blades, that can be drawn
// together.

static struct point moved(double sign, double x, double y, double in) {
    return (struct point){sign * (x - in), y};
}

static void blade(cairo_t *cairo, const struct body_view *view, double sign) {
    const struct body_cloth *cloth = &view->shirt;
    double t = view->pose->blades;
    double in = 0.17 * t;
    // Its inner edge, its lower tip and the light on it.
    struct point edge[4] = {moved(sign, 0.42, 1.42, in), moved(sign, 0.34, 1.70, in),
                            moved(sign, 0.36, 2.00, in), moved(sign, 0.50, 2.22, in)};
    struct point tip[3] = {moved(sign, 0.38, 2.14, in), moved(sign, 0.56, 2.28, in),
                           moved(sign, 0.80, 2.16, in)};
    struct point on[3] = {moved(sign, 0.56, 1.50, in), moved(sign, 0.58, 1.78, in),
                          moved(sign, 0.60, 2.02, in)};
    paint_soft(cairo, edge, 4, 0.17, cloth->dark, 0.26 + 0.36 * t);
    paint_soft(cairo, tip, 3, 0.17, cloth->dark, 0.22 + 0.24 * t);
    paint_soft(cairo, on, 3, 0.44, cloth->light, 0.13 + 0.13 * t);
    static const double widths[] = {0.001, 0.014, 0.018, 0.001};
    paint_taper(cairo, edge, 4, widths, 4, cloth->line, 0.08 + 0.24 * t);
    // The cloth is pushed together between them.
    struct point push[3] = {{sign * 0.055, 1.50}, {sign * 0.075, 1.75}, {sign * 0.055, 2.02}};
    paint_taper(cairo, push, 3, widths, 4, cloth->line, 0.30 * t);
}

static void shade(cairo_t *cairo, const struct body_view *whole, int sign) {
    const struct body_view side = body_side(whole, sign);
    const struct body_view *view = &side;
    const struct body_cloth *cloth = &view->shirt;
    double strong = sign > 0 ? 1.0 : 0.72;
    struct point flank[4] = {
        {sign * 0.98, 2.20}, {sign * 0.93, 2.60}, {sign * 0.88, 3.10}, {sign * 0.96, 3.80}};
    struct point cord[3] = {{sign * 0.20, 2.30}, {sign * 0.19, 2.75}, {sign * 0.21, 3.30}};
    struct point fold[3] = {{sign * 0.86, 2.95}, {sign * 0.62, 3.10}, {sign * 0.32, 3.13}};
    paint_soft(cairo, flank, 4, 0.36, cloth->dark, 0.65 * strong);
    paint_soft(cairo, cord, 3, 0.22, cloth->light, 0.16);
    body_fold(cairo, cloth, fold, 3, 0.10, 0.34);
    blade(cairo, view, sign);
}

static void arm(cairo_t *cairo, const struct body_view *view, double strong) {
    double t = view->pose->blades;
    struct point way = body_shoulder_way(view->pose, 1);
    struct limb upper = {.spine = {{1.010 + way.x, 1.500 + way.y},
                                   {1.205 - 0.03 * t + way.x, 2.10},
                                   {1.310 - 0.09 * t, 2.78 - 0.03 * t},
                                   {1.330 - 0.13 * t, 3.20 - 0.05 * t},
                                   {1.270 - 0.16 * t, 3.90}},
                         .halves = {0.282, 0.272, 0.238, 0.225, 0.190},
                         .count = 5,
                         .left = 0.42,
                         .right = 0.45 * strong,
                         .crown = 0.18,
                         .round = true};
    body_limb_paint(cairo, &upper, &view->shirt);
    struct point elbow = upper.spine[2];
    struct point fold[3] = {{elbow.x - 0.20, elbow.y + 0.06},
                            {elbow.x - 0.04, elbow.y + 0.14},
                            {elbow.x + 0.15, elbow.y + 0.08}};
    body_fold(cairo, &view->shirt, fold, 3, 0.08, 0.40);
    struct point pit[3] = {{0.915, 1.80}, {0.945, 2.1}, {1.02, 2.5}};
    static const double widths[] = {0.001, 0.016, 0.020, 0.001};
    paint_taper(cairo, pit, 3, widths, 4, view->shirt.line, 0.40);
}

void body_back_paint(cairo_t *cairo, const struct body_view *view) {
    const struct body_cloth *cloth = &view->shirt;
    double drawn = (view->look->sides[0].blades + view->look->sides[1].blades) / 2;
    cairo_save(cairo);
    cairo_new_path(cairo);
    body_torso_path(cairo, view);
    cairo_clip_preserve(cairo);
    body_fill_down(cairo, 0.9, 4.0, cloth->base, colour_mix(cloth->base, cloth->dark, 0.20));
    struct point spine[4] = {{0, 1.35}, {0, 2.0}, {0, 2.7}, {0, 3.6}};
    paint_soft(cairo, spine, 4, 0.20, cloth->dark, 0.40 + 0.25 * drawn);
    shade(cairo, view, -1);
    shade(cairo, view, 1);
    cairo_restore(cairo);
}

void body_back_arms_paint(cairo_t *cairo, const struct body_view *view) {
    for (int sign = -1; sign <= 1; sign += 2) {
        cairo_save(cairo);
        cairo_scale(cairo, sign, 1);
        struct body_view side = body_side(view, sign);
        arm(cairo, &side, sign > 0 ? 1.0 : 0.8);
        cairo_restore(cairo);
    }
}
