// SPDX-License-Identifier: MIT
#include "draw/body_parts.h"
#include "draw/hand_parts.h"

// Bare feet, seen from before and a little above.
//
// The right one, upright around its ankle: the big toe lies inside.

enum { TOES = 5 };
static const struct point ANKLE = {0.760, 6.33};
static const double TURNED_OUT = -0.13; // radians

static double between(double from, double to, double share) {
    return from + (to - from) * share;
}

// How far the foot comes forward in the picture.
static double reach(const struct body_view *view) {
    return 1 - 0.30 * view->pose->toes_up;
}

static struct finger toe_of(const struct body_view *view, int i) {
    static const double x[TOES] = {-0.205, -0.078, 0.026, 0.120, 0.203};
    static const double tip[TOES] = {0.775, 0.785, 0.762, 0.722, 0.672};
    static const double half[TOES] = {0.092, 0.060, 0.056, 0.053, 0.050};
    double up = view->pose->toes_up, curled = view->pose->toes_curled;
    double r = reach(view);
    double end = tip[i] * r - 0.06 * up - 0.085 * curled;
    double root = between(0.47, 0.42, curled) * r;
    double spread = 1 + 0.13 * up - 0.06 * curled;
    return (struct finger){.spine = {{x[i] * 0.92, root},
                                     {x[i] * 0.97, between(root, end, 0.45)},
                                     {x[i] * spread, end}},
                           .count = 3,
                           .widths = {half[i] * 1.02, half[i] * 0.96, half[i]},
                           .fades = 0.45,
                           .creases = {between(0.62, 0.70, curled), 0},
                           .nail = (i == 0 ? 0.088 : 0.052) * (1 - 0.9 * curled) * (1 - 0.25 * up),
                           .nail_aside = 0,
                           .left = 0.55,
                           .right = 0.70};
}

// On the ground, and clear of the toes where they are lifted.
static void shadow(cairo_t *cairo, const struct body_view *view) {
    double up = view->pose->toes_up;
    struct colour dark = view->trousers.line;
    paint_blob(cairo, (struct point){-0.02, 0.66 + 0.04 * up}, 0.42, 0.24 - 0.05 * up, 0, dark,
               0.34 + 0.16 * up);
}

static void instep(cairo_t *cairo, const struct body_view *view) {
    const struct face_colours *colours = view->colours;
    double r = reach(view);
    const struct point outline[] = {{-0.175, -0.05},    {-0.185, 0.14 * r}, {-0.225, 0.32 * r},
                                    {-0.292, 0.52 * r}, {-0.285, 0.64 * r}, {-0.10, 0.62 * r},
                                    {0.10, 0.58 * r},   {0.245, 0.56 * r},  {0.262, 0.46 * r},
                                    {0.240, 0.30 * r},  {0.195, 0.12 * r},  {0.175, -0.05}};
    cairo_save(cairo);
    cairo_new_path(cairo);
    paint_path(cairo, outline, sizeof outline / sizeof *outline, true);
    cairo_clip_preserve(cairo);
    body_fill_down(cairo, 0, 0.65, colour_mix(colours->base, colours->shadow, 0.22), colours->base);
    struct point inner[3] = {{-0.20, 0.0}, {-0.25, 0.3 * r}, {-0.30, 0.56 * r}};
    struct point outer[3] = {{0.19, 0.0}, {0.25, 0.3 * r}, {0.27, 0.52 * r}};
    struct point ridge[3] = {{-0.01, 0.02}, {-0.04, 0.22 * r}, {-0.09, 0.45 * r}};
    struct point above[3] = {{-0.2, -0.04}, {0, 0.0}, {0.2, -0.04}};
    paint_soft(cairo, inner, 3, 0.15, colours->shadow, 0.60);
    paint_soft(cairo, outer, 3, 0.17, colours->shadow, 0.80);
    paint_soft(cairo, ridge, 3, 0.13, colours->light, 0.55);
    paint_soft(cairo, above, 3, 0.22, colours->shadow, 0.80);
    for (int i = 0; i < 4; i++) {
        double x = -0.10 + 0.075 * i;
        struct point tendon[3] = {{x * 0.5, 0.20 * r}, {x * 0.8, 0.32 * r}, {x, 0.46 * r}};
        paint_soft(cairo, tendon, 3, 0.030, colours->light,
                   0.16 + 0.26 * view->pose->toes_up + 0.20 * view->pose->toes_curled);
    }
    cairo_restore(cairo);
}

// A bent toe is highest at its joint.
static void bends(cairo_t *cairo, const struct body_view *view) {
    double curled = view->pose->toes_curled;
    for (int i = 0; i < TOES && curled > 0; i++) {
        struct finger toe = toe_of(view, i);
        struct finger_place joint = finger_at(&toe, 0.45);
        struct finger_place tip = finger_at(&toe, 1);
        paint_blob(cairo, joint.at, joint.width * 0.9, joint.width * 0.8, 0, view->colours->light,
                   0.60 * curled);
        tip.at.y += tip.width * 0.5;
        paint_blob(cairo, tip.at, tip.width * 1.1, tip.width * 0.7, 0, view->colours->shadow,
                   0.75 * curled);
    }
}

static void foot(cairo_t *cairo, const struct body_view *view) {
    const struct face_colours *colours = view->colours;
    instep(cairo, view);
    // The big toe lies over its neighbour.
    for (int i = TOES - 1; i >= 0; i--) {
        struct finger toe = toe_of(view, i);
        finger_paint(cairo, colours, &toe);
    }
    bends(cairo, view);
}

void body_feet_paint(cairo_t *cairo, const struct body_view *view) {
    for (int sign = -1; sign <= 1; sign += 2) {
        cairo_save(cairo);
        cairo_scale(cairo, sign, 1);
        cairo_translate(cairo, ANKLE.x, ANKLE.y);
        cairo_rotate(cairo, TURNED_OUT);
        struct body_view side = body_side(view, sign);
        shadow(cairo, &side);
        foot(cairo, &side);
        cairo_restore(cairo);
    }
}
