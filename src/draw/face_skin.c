// SPDX-License-Identifier: MIT
#include <math.h>

#include "draw/face_parts.h"
#include "draw/face_skin.h"
#include "draw/face_touch.h"

// The skin: its ground, and the light and shade that make it round (face/face.md section 7.1).
// Light comes from above and in front; the picture's right side is a little deeper in shade, no
// more, because a face lit from one side looks like a palsy.

static const double SHADE_OF_SIDE[FACE_SIDES] = {[FACE_LEFT] = 0.13, [FACE_RIGHT] = 0.22};
// At ease the light on the cheeks fades by this share.
static const double CHEEK_AT_EASE = 1.0 / 3;

void face_contour_path(cairo_t *cairo, const struct face_view *view) {
    struct point points[FACE_CURVE_MAX];
    int count = face_curve(view->face, CURVE_CONTOUR, FACE_RIGHT, points);
    paint_line(cairo, points, count, true);
}

static struct point on_skin(const struct face_view *view, double x, double y) {
    return face_place(view->face, (struct point){x, y}, face_depth_at(x, y));
}

static void add_stop(cairo_pattern_t *pattern, double offset, struct colour colour) {
    cairo_pattern_add_color_stop_rgb(pattern, offset, colour.red, colour.green, colour.blue);
}

cairo_pattern_t *skin_ground(const struct face_view *view, double shade) {
    const struct face_colours *colours = view->colours;
    struct point top = on_skin(view, 0, -0.5);
    struct point chin = face_landmark(view->face, FACE_RIGHT, LANDMARK_MENTON);
    // Upright to the head, however far the chin has slid.
    double length = hypot(chin.x - top.x, chin.y - top.y);
    double tilt = view->face->head.tilt;
    cairo_pattern_t *pattern = cairo_pattern_create_linear(top.x, top.y, top.x - sin(tilt) * length,
                                                           top.y + cos(tilt) * length);
    const struct colour light = colour_mix(colours->base, colours->light, 0.22);
    const struct colour shadow = colours->shadow;
    add_stop(pattern, 0, colour_mix(light, shadow, shade));
    add_stop(pattern, 0.45, colour_mix(colours->base, shadow, shade));
    add_stop(pattern, 0.80, colour_mix(colour_mix(colours->base, shadow, 0.06), shadow, shade));
    add_stop(pattern, 1, colour_mix(colour_mix(colours->base, shadow, 0.20), shadow, shade));
    return pattern;
}

double skin_rim_shade(enum face_side side) {
    return SHADE_OF_SIDE[side];
}

static void paint_rim(const struct touch *touch) {
    enum { KNOTS = LANDMARK_CONTOUR_9 - LANDMARK_CONTOUR_0 + 2 };
    const struct face *face = touch->view->face;
    double sign = touch_sign(touch->side);
    struct point knots[KNOTS] = {face_place(face, (struct point){sign * 0.36, -0.52}, 0.12)};
    for (int i = 1; i < KNOTS; i++) {
        knots[i] = face_landmark(face, touch->side, (enum landmark)(LANDMARK_CONTOUR_0 + i - 1));
    }
    touch_soft(touch, knots, KNOTS, 0.17, touch->view->colours->shadow, SHADE_OF_SIDE[touch->side]);
}

static void paint_jaw(cairo_t *cairo, const struct face_view *view) {
    struct point knots[7];
    for (int i = 0; i < 3; i++) {
        enum landmark landmark = (enum landmark)(LANDMARK_CONTOUR_7 + i);
        knots[i] = face_landmark(view->face, FACE_LEFT, landmark);
        knots[6 - i] = face_landmark(view->face, FACE_RIGHT, landmark);
    }
    knots[3] = face_landmark(view->face, FACE_RIGHT, LANDMARK_MENTON);
    paint_soft(cairo, knots, 7, 0.10, view->colours->shadow, 0.22);
}

static void paint_under_hair(cairo_t *cairo, const struct face_view *view) {
    static const struct point ways[] = {{-0.45, -0.20}, {-0.40, -0.38}, {-0.20, -0.485},
                                        {0.10, -0.485}, {0.36, -0.41},  {0.45, -0.20}};
    enum { KNOTS = sizeof ways / sizeof ways[0] };
    struct point knots[KNOTS];
    for (int i = 0; i < KNOTS; i++) {
        knots[i] = on_skin(view, ways[i].x, ways[i].y);
    }
    paint_soft(cairo, knots, KNOTS, 0.12, view->colours->shadow, 0.30);
}

void skin_paint_still(cairo_t *cairo, const struct face_view *view) {
    cairo_save(cairo);
    // It goes on beyond the contour: who paints it clips.
    cairo_pattern_t *ground = skin_ground(view, 0);
    cairo_set_source(cairo, ground);
    cairo_paint(cairo);
    cairo_pattern_destroy(ground);
    for (int side = 0; side < FACE_SIDES; side++) {
        const struct touch touch = {cairo, view, (enum face_side)side};
        paint_rim(&touch);
        if (head_side_seen(&touch)) {
            head_side_shade(&touch);
        }
    }
    paint_jaw(cairo, view);
    paint_under_hair(cairo, view);
    const struct face_head *head = &view->face->head;
    paint_blob(cairo, on_skin(view, -0.03, -0.29), 0.26 * cos(head->turn), 0.13, head->tilt,
               view->colours->light, 0.30);
    cairo_restore(cairo);
}

static void paint_cheek(const struct touch *touch) {
    const struct face_view *view = touch->view;
    const struct face_colours *colours = view->colours;
    double apple = view->face->state[touch->side].apple;
    touch_blob(touch, touch_beside(touch, LANDMARK_CHEEK, 0.015, 0.015),
               (struct point){0.165, 0.120}, 14 * M_PI / 180, colours->blush,
               colours->blush_alpha + 0.10 * apple);
    touch_blob(touch, touch_beside(touch, LANDMARK_CHEEK, -0.010, -0.035),
               (struct point){0.10, 0.06}, 0, colours->light,
               (0.22 + 0.22 * apple) * (1 - CHEEK_AT_EASE * view->at_ease));
}

static void paint_socket(const struct touch *touch) {
    const struct colour shadow = touch->view->colours->shadow;
    const struct point inner[] = {touch_beside(touch, LANDMARK_BROW_0, 0.002, 0.012),
                                  touch_beside(touch, LANDMARK_CANTHUS_INNER, -0.026, -0.050),
                                  touch_beside(touch, LANDMARK_CANTHUS_INNER, -0.020, 0.030)};
    touch_soft(touch, inner, 3, 0.060, shadow, 0.34);
    struct point crease[FACE_CURVE_MAX];
    int count = face_curve(touch->view->face, CURVE_CREASE, touch->side, crease);
    touch_soft(touch, crease, count, 0.045, shadow, 0.30);
    touch_blob(touch, touch_beside(touch, LANDMARK_LID_LOWER_2, 0, 0.035),
               (struct point){0.115, 0.045}, 0, shadow, 0.20);
}

// From the nose to the bow of the lip.
static void paint_philtrum(const struct touch *touch) {
    const struct point edge[] = {touch_beside(touch, LANDMARK_SUBNASALE, 0.014, 0.022),
                                 touch_beside(touch, LANDMARK_UPPER_EDGE_0, 0.022, -0.008)};
    touch_soft(touch, edge, 2, 0.022, touch->view->colours->shadow, 0.20);
}

// The chin comes forward with the jaw: more light on it, more shade above it.
static void paint_chin(const struct touch *touch) {
    const struct face *face = touch->view->face;
    double thrust =
        (face->units.strength[UNIT_AD29][FACE_LEFT] + face->units.strength[UNIT_AD29][FACE_RIGHT]) /
        2;
    const struct point under_lip[] = {touch_beside(touch, LANDMARK_LABIOMENTAL, -0.075, 0),
                                      touch_beside(touch, LANDMARK_LABIOMENTAL, 0, 0.014),
                                      touch_beside(touch, LANDMARK_LABIOMENTAL, 0.075, 0)};
    touch_soft(touch, under_lip, 3, 0.042, touch->view->colours->shadow, 0.34 + 0.45 * thrust);
    touch_blob(touch, touch_beside(touch, LANDMARK_CHIN_BOSS, 0, 0.016),
               (struct point){0.11 + 0.03 * thrust, 0.07 + 0.02 * thrust}, 0,
               touch->view->colours->light, 0.20 + 0.32 * thrust);
}

void skin_paint_moving(cairo_t *cairo, const struct face_view *view) {
    cairo_save(cairo);
    for (int side = 0; side < FACE_SIDES; side++) {
        const struct touch touch = {cairo, view, (enum face_side)side};
        paint_cheek(&touch);
        paint_socket(&touch);
        paint_philtrum(&touch);
    }
    paint_chin(&(struct touch){cairo, view, FACE_RIGHT});
    cairo_restore(cairo);
}
