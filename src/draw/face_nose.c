// SPDX-License-Identifier: MIT
#include <math.h>

#include "draw/face_parts.h"
#include "draw/face_touch.h"

// The nose is three things: a blush, a light, and a few commas below. No line along its bridge,
// that makes a mask (face/face.md section 7.2).

static const double SHADE_OF_SIDE[FACE_SIDES] = {[FACE_LEFT] = 0.12, [FACE_RIGHT] = 0.25};

static struct colour line_colour(const struct face_view *view) {
    return colour_mix(view->colours->line, view->colours->shadow, 0.35);
}

static void paint_flank(const struct touch *touch) {
    const struct face *face = touch->view->face;
    struct point brow = face_landmark(face, touch->side, LANDMARK_BROW_0);
    struct point corner = face_landmark(face, touch->side, LANDMARK_CANTHUS_INNER);
    const struct point flank[] = {{(brow.x + corner.x) / 2 - 0.02 * touch_sign(touch->side),
                                   brow.y + (corner.y - brow.y) * 0.62},
                                  face_landmark(face, touch->side, LANDMARK_NOSE_SIDE),
                                  touch_beside(touch, LANDMARK_WING_TOP, -0.030, 0)};
    touch_soft(touch, flank, 3, 0.085, touch->view->colours->shadow, SHADE_OF_SIDE[touch->side]);
    touch_blob(touch, touch_beside(touch, LANDMARK_WING_WIDE, -0.022, 0.004),
               (struct point){0.055, 0.055}, 0, touch->view->colours->blush, 0.26);
}

static void paint_middle(cairo_t *cairo, const struct face_view *view) {
    const struct touch touch = {cairo, view, FACE_RIGHT};
    const struct face_colours *colours = view->colours;
    touch_blob(&touch, touch_beside(&touch, LANDMARK_NOSE_TIP, 0, 0.020),
               (struct point){0.12, 0.065}, 0, colours->blush, 0.26);
    touch_blob(&touch, touch_beside(&touch, LANDMARK_SUBNASALE, 0, 0.012),
               (struct point){0.12, 0.040}, 0, colours->shadow, 0.46);
    const struct point bridge[] = {touch_beside(&touch, LANDMARK_NOSE_BRIDGE, 0, -0.090),
                                   face_landmark(view->face, FACE_RIGHT, LANDMARK_NOSE_BRIDGE),
                                   touch_beside(&touch, LANDMARK_NOSE_TIP, 0, -0.040)};
    touch_soft(&touch, bridge, 3, 0.060, colours->light, 0.42);
    touch_blob(&touch, touch_beside(&touch, LANDMARK_NOSE_TIP, -0.006, -0.014),
               (struct point){0.046, 0.036}, 0, colours->light, 0.62);
}

// The wing's outline with its soft twin on the cheek, and the comma of the nostril.
static void paint_wing(const struct touch *touch) {
    static const double wing_widths[] = {0.001, 0.006, 0.0085, 0.002};
    const struct face_view *view = touch->view;
    struct point wing[FACE_CURVE_MAX], beside[FACE_CURVE_MAX];
    int count = face_curve(view->face, CURVE_WING, touch->side, wing);
    for (int i = 0; i < count; i++) {
        beside[i] = (struct point){wing[i].x + 0.008 * touch_sign(touch->side), wing[i].y};
    }
    touch_soft(touch, beside, count, 0.034, view->colours->shadow, 0.42);
    paint_taper(touch->cairo, wing, count, wing_widths, 4, line_colour(view), 0.60);
    double flare = view->face->units.strength[UNIT_AU38][touch->side];
    const double widths[] = {0.002, 0.014 + 0.008 * flare, 0.003};
    const struct point nostril[] = {touch_beside(touch, LANDMARK_NOSTRIL, -0.026, 0.003),
                                    touch_beside(touch, LANDMARK_NOSTRIL, 0.002, -0.006),
                                    touch_beside(touch, LANDMARK_NOSTRIL, 0.026, 0.003)};
    paint_taper(touch->cairo, nostril, 3, widths, 3, line_colour(view), 0.78);
}

// Between the nostrils.
static void paint_base(cairo_t *cairo, const struct face_view *view) {
    static const double widths[] = {0.001, 0.006, 0.001};
    const struct touch touch = {cairo, view, FACE_RIGHT};
    const struct point base[] = {touch_beside(&touch, LANDMARK_SUBNASALE, -0.030, -0.006),
                                 face_landmark(view->face, FACE_RIGHT, LANDMARK_SUBNASALE),
                                 touch_beside(&touch, LANDMARK_SUBNASALE, 0.030, -0.006)};
    paint_taper(cairo, base, 3, widths, 3, line_colour(view), 0.42);
}

void nose_paint(cairo_t *cairo, const struct face_view *view) {
    const struct touch left = {cairo, view, FACE_LEFT}, right = {cairo, view, FACE_RIGHT};
    paint_flank(&left);
    paint_flank(&right);
    paint_middle(cairo, view);
    paint_wing(&left);
    paint_wing(&right);
    paint_base(cairo, view);
}
