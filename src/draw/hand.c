// SPDX-License-Identifier: MIT
#include "draw/hand.h"

#include <math.h>

#include "draw/hand_parts.h"

// How far soft edges and the shadow reach beyond the hand.
static const double SOFT_REACH = 0.075;

static const struct hand_shape *shape_of(enum hand_kind kind) {
    switch (kind) {
    case HAND_POINTING:
        return &hand_pointing;
    case HAND_CUPPED:
        return &hand_cupped;
    case HAND_FLAT:
        break;
    }
    return &hand_flat;
}

static void enter(cairo_t *cairo, struct point at, double angle, int sign) {
    cairo_save(cairo);
    cairo_translate(cairo, at.x, at.y);
    cairo_scale(cairo, sign < 0 ? -1 : 1, 1);
    cairo_rotate(cairo, -angle);
}

static void shade_back(cairo_t *cairo, const struct face_colours *colours,
                       const struct hand_shape *shape) {
    cairo_save(cairo);
    paint_path(cairo, shape->back, shape->back_count, true);
    cairo_clip(cairo);
    if (shape->crown > 0) {
        const struct point *knuckles = shape->knuckles;
        struct point top = {(knuckles[1].x + shape->wrist.x) / 2,
                            0.62 * knuckles[1].y + 0.38 * shape->wrist.y};
        paint_blob(cairo, top, 0.17, 0.19, 0, colours->light, 0.30 * shape->crown);
    }
    struct point wrist = {shape->wrist.x + 0.02, shape->wrist.y};
    hand_bones_paint(cairo, colours, shape->knuckles, wrist);
    paint_soft(cairo, shape->hollow, 3, 0.082, colours->shadow, 0.35);
    paint_soft(cairo, shape->edge, 4, 0.09 + 0.04 * shape->crown, colours->shadow, 0.36);
    // The head of the ulna.
    struct point bone = {shape->wrist.x - 0.088, shape->wrist.y - 0.060};
    paint_blob(cairo, bone, 0.050, 0.044, 0, colours->light, 0.30);
    struct point below = {bone.x + 0.018, bone.y + 0.035};
    paint_blob(cairo, below, 0.070, 0.034, 0, colours->shadow, 0.24);
    cairo_restore(cairo);
}

// The bend of a curled finger turns to the light and then away from the eye.
static void shade_bends(cairo_t *cairo, const struct face_colours *colours,
                        const struct hand_shape *shape) {
    for (int i = 0; i < HAND_FINGERS - 1; i++) {
        struct finger_place bend = finger_at(&shape->fingers[i], 0.92);
        struct point top = {bend.at.x - 0.010, bend.at.y + 0.006};
        paint_blob(cairo, top, bend.width * 0.55, bend.width * 0.40, 0, colours->light, 0.42);
    }
}

void hand_shape_paint(cairo_t *cairo, const struct face_colours *colours,
                      const struct hand_shape *shape) {
    hand_back_paint(cairo, colours, shape->back, shape->back_count, shape->back_left,
                    shape->back_right);
    finger_paint(cairo, colours, &shape->thumb);
    for (int i = 0; i < HAND_FINGERS; i++) {
        finger_paint(cairo, colours, &shape->fingers[i]);
    }
    if (shape->bends) {
        shade_bends(cairo, colours, shape);
    }
    shade_back(cairo, colours, shape);
    for (int i = 0; i < HAND_CONTOURS && shape->contour_counts[i] > 0; i++) {
        hand_contour_paint(cairo, colours, shape->contours[i], shape->contour_counts[i], 0.36);
    }
}

void hand_paint_alone(cairo_t *cairo, const struct face_colours *colours, enum hand_kind kind,
                      struct point at, double angle, int sign) {
    const struct hand_shape *shape = shape_of(kind);
    enter(cairo, at, angle, sign);
    hand_shape_paint(cairo, colours, shape);
    hand_sleeve_paint(cairo, colours, shape->wrist);
    cairo_restore(cairo);
}

struct colour hand_shadow_colour(const struct face_colours *colours) {
    // So dark that it is nothing before a dark window.
    return colour_mix(colours->line, (struct colour){0, 0, 0}, 0.40);
}

void hand_paint_shadow(cairo_t *cairo, const struct face_colours *colours, enum hand_kind kind,
                       struct point at, double angle, int sign, double press) {
    const struct hand_shape *shape = shape_of(kind);
    struct colour dark = hand_shadow_colour(colours);
    double alpha = 0.28 + 0.20 * fmax(0, fmin(1, press));
    enter(cairo, at, angle, sign);
    for (int i = 0; i < HAND_FINGERS; i++) {
        const struct finger *finger = &shape->fingers[i];
        struct point under[3];
        for (int j = 0; j < 3; j++) {
            under[j] = finger_at(finger, 0.30 + 0.35 * j).at;
            under[j].y += 0.012;
        }
        double width = 3.1 * finger->widths[1];
        paint_soft(cairo, under, 3, width, dark, 0.7 * alpha);
        struct finger_place tip = finger_at(finger, 1);
        paint_blob(cairo, tip.at, tip.width * 1.9, tip.width * 1.6, tip.angle, dark, alpha);
    }
    cairo_restore(cairo);
}

void hand_paint(cairo_t *cairo, const struct face_colours *colours, enum hand_kind kind,
                struct point at, double angle, int sign, double press) {
    hand_paint_shadow(cairo, colours, kind, at, angle, sign, press);
    hand_paint_alone(cairo, colours, kind, at, angle, sign);
}

// ---- what it covers ----

struct turn {
    struct point at;
    double c, s;
    int sign;
};

static struct box hold(struct box box, const struct turn *turn, double x, double y, double reach) {
    struct point place = {turn->at.x + turn->sign * (x * turn->c + y * turn->s),
                          turn->at.y - x * turn->s + y * turn->c};
    return box_join(box, (struct box){place.x - reach, place.y - reach, 2 * reach, 2 * reach});
}

struct box hand_box(enum hand_kind kind, struct point at, double angle, int sign) {
    const struct hand_shape *shape = shape_of(kind);
    struct turn turn = {at, cos(angle), sin(angle), sign < 0 ? -1 : 1};
    struct box box = {0, 0, 0, 0};
    for (int i = 0; i <= HAND_FINGERS; i++) {
        const struct finger *finger = i < HAND_FINGERS ? &shape->fingers[i] : &shape->thumb;
        for (int j = 0; j < finger->count; j++) {
            double reach = finger->widths[j] + SOFT_REACH;
            box = hold(box, &turn, finger->spine[j].x, finger->spine[j].y, reach);
        }
    }
    for (int i = 0; i < shape->back_count; i++) {
        box = hold(box, &turn, shape->back[i].x, shape->back[i].y, 0.01);
    }
    for (int side = -1; side <= 1; side += 2) {
        double x = shape->wrist.x + side * (HAND_WRIST_HALF + 0.12);
        box = hold(box, &turn, x, shape->wrist.y, 0.01);
        box = hold(box, &turn, x, shape->wrist.y + HAND_SLEEVE + 0.01, 0.01);
    }
    return box;
}
