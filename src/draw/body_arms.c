// SPDX-License-Identifier: MIT
#include <math.h>

#include "draw/body_parts.h"
#include "draw/glass.h"
#include "draw/hand_parts.h"

// Sleeves and hands. The right arm; the left one mirrors it.

// A glass held before the chest, and the wrist of the hand that holds it.
static const struct point BODY_GLASS = {0.360, 1.560};
static const struct point BODY_GLASS_WRIST = {0.800, 2.090};

static double between(double from, double to, double share) {
    return from + (to - from) * share;
}

static struct point along(struct point from, struct point to, double share) {
    return (struct point){between(from.x, to.x, share), between(from.y, to.y, share)};
}

static void paint_hand(cairo_t *cairo, const struct body_view *view, struct point wrist,
                       struct point from) {
    struct point back[HAND_BACK_MAX];
    struct hand_shape hand = hand_closing(view->pose->fists, back);
    double angle = atan2(wrist.y - from.y, wrist.x - from.x);
    cairo_save(cairo);
    cairo_translate(cairo, wrist.x, wrist.y);
    // Upright is against y.
    cairo_rotate(cairo, angle + M_PI / 2);
    cairo_translate(cairo, 0, -hand.wrist.y + 0.02);
    hand_shape_paint(cairo, view->colours, &hand);
    cairo_restore(cairo);
}

static void cuff(cairo_t *cairo, const struct body_view *view, struct point wrist,
                 struct point from) {
    const struct body_cloth *cloth = &view->shirt;
    double angle = atan2(wrist.y - from.y, wrist.x - from.x);
    cairo_save(cairo);
    cairo_translate(cairo, wrist.x, wrist.y);
    cairo_rotate(cairo, angle - M_PI / 2);
    struct limb band = {.spine = {{-0.196, -0.02}, {0, 0.012}, {0.196, -0.02}},
                        .halves = {0.046, 0.046, 0.046},
                        .count = 3,
                        .left = 0.2,
                        .right = 0.5,
                        .crown = 0.3};
    struct body_cloth lighter = *cloth;
    lighter.base = colour_mix(cloth->base, cloth->light, 0.30);
    body_limb_paint(cairo, &band, &lighter);
    cairo_restore(cairo);
}

struct joints {
    struct point shoulder, elbow, wrist;
};

static struct joints joints_of(const struct body_view *view) {
    const struct body_pose *pose = view->pose;
    struct point way = body_shoulder_way(pose, 1);
    struct joints joints = {{1.010 + way.x, 1.500 + way.y},
                            {1.310 + 0.6 * way.x, 2.780 + 0.55 * way.y},
                            along((struct point){0.890, 3.640 + 0.12 * way.y},
                                  (struct point){1.030, 1.820 + 0.8 * way.y}, pose->elbows)};
    if (pose->holds_glass) {
        joints.wrist = BODY_GLASS_WRIST;
    }
    return joints;
}

static void paint_sleeves(cairo_t *cairo, const struct body_view *view, const struct joints *at,
                          double strong) {
    struct limb upper = {.spine = {at->shoulder, along(at->shoulder, at->elbow, 0.45), at->elbow},
                         .halves = {0.282, 0.272, 0.235},
                         .count = 3,
                         .left = 0.42,
                         .right = 0.45 * strong,
                         .crown = 0.16,
                         .round = true};
    upper.spine[1].x += 0.05;
    body_limb_paint(cairo, &upper, &view->shirt);
    struct point pit[3] = {
        {at->shoulder.x - 0.11, at->shoulder.y + 0.18}, {0.925, 2.0}, {1.01, 2.4}};
    static const double widths[] = {0.001, 0.016, 0.020, 0.001};
    paint_taper(cairo, pit, 3, widths, 4, view->shirt.line, 0.40);
}

static void paint_forearm(cairo_t *cairo, const struct body_view *view, const struct joints *at,
                          double strong) {
    struct limb fore = {.spine = {at->elbow, along(at->elbow, at->wrist, 0.5), at->wrist},
                        .halves = {0.235, 0.208, 0.172},
                        .count = 3,
                        .left = 0.42,
                        .right = 0.42 * strong,
                        .crown = 0.18,
                        .round = true};
    body_limb_paint(cairo, &fore, &view->shirt);
    struct point fold[3] = {{at->elbow.x - 0.21, at->elbow.y - 0.06},
                            {at->elbow.x - 0.07, at->elbow.y + 0.04},
                            {at->elbow.x + 0.12, at->elbow.y + 0.03}};
    body_fold(cairo, &view->shirt, fold, 3, 0.08, 0.45);
}

static void arm(cairo_t *cairo, const struct body_view *view, double strong) {
    struct joints at = joints_of(view);
    struct point before = along(at.elbow, at.wrist, 0.6);
    paint_sleeves(cairo, view, &at, strong);
    struct point on[3] = {along(at.elbow, at.wrist, 0.3), along(at.elbow, at.wrist, 0.75),
                          at.wrist};
    for (int i = 0; i < 3; i++) {
        on[i].y += 0.10;
    }
    // Its shadow, on the body alone.
    cairo_save(cairo);
    cairo_set_operator(cairo, CAIRO_OPERATOR_ATOP);
    paint_soft(cairo, on, 3, 0.5, view->trousers.line, 0.22);
    cairo_restore(cairo);
    if (view->pose->holds_glass) {
        glass_paint(cairo, view->colours, BODY_GLASS);
    } else {
        paint_hand(cairo, view, at.wrist, before);
    }
    paint_forearm(cairo, view, &at, strong);
    cuff(cairo, view, at.wrist, before);
}

// Over torso and sleeve, so that no seam is seen between them.
static void light_shoulders(cairo_t *cairo, const struct body_view *view) {
    cairo_save(cairo);
    cairo_new_path(cairo);
    body_torso_path(cairo, view);
    cairo_clip(cairo);
    for (int sign = -1; sign <= 1; sign += 2) {
        struct point way = body_shoulder_way(&view->look->sides[sign > 0], 1);
        struct point top[4] = {{sign * 0.46, 1.02 + 0.3 * way.y},
                               {sign * 0.76, 1.12 + 0.70 * way.y},
                               {sign * 1.00, 1.24 + 0.95 * way.y},
                               {sign * 1.16, 1.46 + way.y}};
        paint_soft(cairo, top, 4, 0.24, view->shirt.light, 0.30);
    }
    cairo_restore(cairo);
}

void body_arms_paint(cairo_t *cairo, const struct body_view *view) {
    for (int sign = -1; sign <= 1; sign += 2) {
        cairo_save(cairo);
        cairo_scale(cairo, sign, 1);
        struct body_view side = body_side(view, sign);
        arm(cairo, &side, sign > 0 ? 1.0 : 0.8);
        cairo_restore(cairo);
    }
    light_shoulders(cairo, view);
}
