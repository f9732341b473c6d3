// SPDX-License-Identifier: MIT
#include <math.h>

#include "draw/face_folds.h"

// Folds and bulges of the cheeks (face/face.md section 5.4).

static double unit_of(const struct touch *touch, enum face_unit unit) {
    return touch->view->face->units.strength[unit][touch->side];
}

// The soft shade below the lifted cheek; its warmth and light are the skin's.
static void paint_apple(const struct touch *touch) {
    double k = touch->view->face->state[touch->side].apple;
    static const struct point ways[] = {{-0.100, 0.060}, {-0.020, 0.100}, {0.080, 0.075}};
    struct point row[3];
    touch_row(touch, LANDMARK_CHEEK, ways, 3, row);
    touch_soft(touch, row, 3, 0.060, touch->view->colours->shadow, 0.20 * k);
}

// The nasolabial fold: a broad shade from the wing to beside the corner, the line on its middle
// only, the light on the cheek that hangs over it.
static void paint_nasolabial(const struct touch *touch) {
    double k = touch->view->face->state[touch->side].fold;
    struct point curve[FACE_CURVE_MAX];
    int count = face_curve(touch->view->face, CURVE_FOLD, touch->side, curve);
    enum { KNOTS = 7 };
    struct point knots[KNOTS], middle[KNOTS];
    for (int i = 0; i < KNOTS; i++) {
        double share = (double)i / (KNOTS - 1);
        knots[i] = curve[lround(share * (count - 1))];
        middle[i] = curve[lround((0.13 + 0.72 * share) * (count - 1))];
    }
    const struct fold shades = {.shade_width = 0.060,
                                .shade = 0.14 + 0.40 * k,
                                .light_width = 0.050,
                                .light = 0.06 + 0.36 * k,
                                .light_by = {0.026, -0.012}};
    touch_fold(touch, knots, KNOTS, &shades);
    const struct fold line = {.line_width = 0.003 + 0.004 * k,
                              .line = 0.02 + 0.42 * k,
                              .shade_width = 0.022,
                              .shade = 0.26 * k};
    touch_fold(touch, middle, KNOTS, &line);
}

// Air in the cheek: a light dome. The shade stays low and soft; a ring inside would be a sticker.
static void paint_puff(const struct touch *touch) {
    const struct face_colours *c = touch->view->colours;
    double k = touch->view->face->state[touch->side].puff;
    touch_blob(touch, touch_beside(touch, LANDMARK_HOLLOW, 0, 0.010), (struct point){0.17, 0.17}, 0,
               c->blush, 0.16 * k);
    static const struct point ways[] = {
        {-0.135, -0.030}, {-0.130, 0.060}, {-0.070, 0.130}, {0.015, 0.150}, {0.080, 0.120}};
    struct point row[5];
    touch_row(touch, LANDMARK_HOLLOW, ways, 5, row);
    touch_soft(touch, row, 5, 0.100, c->shadow, 0.22 * k);
    touch_blob(touch, touch_beside(touch, LANDMARK_HOLLOW, 0, -0.050), (struct point){0.13, 0.11},
               0, c->light, 0.44 * k);
}

// The cheek drawn in between the teeth, and the bone above it.
static void paint_suck(const struct touch *touch) {
    const struct face_colours *c = touch->view->colours;
    double k = unit_of(touch, UNIT_AU35);
    static const struct point ways[] = {{0.085, -0.130}, {0.015, -0.030}, {-0.035, 0.100}};
    struct point row[3];
    touch_row(touch, LANDMARK_HOLLOW, ways, 3, row);
    touch_soft(touch, row, 3, 0.110, c->shadow, 0.42 * k);
    touch_blob(touch, touch_beside(touch, LANDMARK_HOLLOW, 0.030, -0.185),
               (struct point){0.120, 0.045}, 0.35, c->light, 0.34 * k);
}

// The clenched jaw: the masseter stands out before the ear's lobe.
static void paint_clench(const struct touch *touch) {
    const struct face_colours *c = touch->view->colours;
    double k = unit_of(touch, UNIT_AU31);
    touch_blob(touch, touch_beside(touch, LANDMARK_CONTOUR_5, -0.065, -0.020),
               (struct point){0.075, 0.150}, -0.20, c->light, 0.30 * k);
    static const struct point ways[] = {{-0.120, -0.130}, {-0.142, 0.000}, {-0.150, 0.130}};
    struct point row[3];
    touch_row(touch, LANDMARK_CONTOUR_5, ways, 3, row);
    touch_soft(touch, row, 3, 0.110, c->shadow, 0.24 * k);
}

void folds_paint_lower(cairo_t *cairo, const struct face_view *view) {
    const struct touch sides[FACE_SIDES] = {{cairo, view, FACE_LEFT}, {cairo, view, FACE_RIGHT}};
    cairo_save(cairo);
    for (int side = 0; side < FACE_SIDES; side++) {
        const struct touch *touch = &sides[side];
        paint_apple(touch);
        paint_puff(touch);
        paint_suck(touch);
        paint_clench(touch);
        paint_nasolabial(touch);
        folds_paint_corner(touch);
    }
    folds_paint_chin(&sides[FACE_RIGHT]);
    cairo_restore(cairo);
}
