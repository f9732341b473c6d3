// SPDX-License-Identifier: MIT
#include <math.h>

#include "draw/face_parts.h"
#include "draw/face_skin.h"
#include "draw/face_touch.h"

// Ears, and the side of the head that a turn shows (face/face.md sections 4, 5.5 and 7.1).

// Of what is drawn inside the ear; its landmarks lie about here.
static const double EAR_DEPTH = -0.145;

struct head_point {
    struct point at; // on the picture's right
    double depth;
};

static struct point ear_point(const struct touch *touch, struct point at, double depth) {
    at.x *= touch_sign(touch->side);
    return face_place(touch->view->face, at, depth);
}

bool head_side_seen(const struct touch *touch) {
    return touch->view->hair != HAIR_SCARF &&
           touch->view->face->head.turn * touch_sign(touch->side) < 0;
}

static void use_ear_colour(const struct touch *touch) {
    const struct face_colours *colours = touch->view->colours;
    const struct face *face = touch->view->face;
    struct colour skin = colour_mix(colours->base, colours->shadow, 0.24);
    struct colour above = colour_mix(skin, colours->blush, 0.08);
    struct colour below = colour_mix(skin, colours->blush, 0.24);
    struct point top = face_landmark(face, touch->side, LANDMARK_EAR_1);
    struct point lobe = face_landmark(face, touch->side, LANDMARK_EAR_5);
    cairo_pattern_t *pattern = cairo_pattern_create_linear(top.x, top.y, lobe.x, lobe.y);
    cairo_pattern_add_color_stop_rgb(pattern, 0, above.red, above.green, above.blue);
    cairo_pattern_add_color_stop_rgb(pattern, 1, below.red, below.green, below.blue);
    cairo_set_source(touch->cairo, pattern);
    cairo_pattern_destroy(pattern);
}

// The ear, its root drawn on to the contour under the face, and the skin that closes the notch
// above it.
static void ear_path(const struct touch *touch) {
    static const struct point notch[] = {
        {0.440, -0.135}, {0.489, -0.125}, {0.511, -0.086}, {0.440, 0.020}};
    enum { NOTCH = sizeof notch / sizeof notch[0] };
    cairo_t *cairo = touch->cairo;
    const struct face *face = touch->view->face;
    struct point points[FACE_CURVE_MAX + 2], corners[NOTCH];
    int count = face_curve(face, CURVE_EAR, touch->side, points);
    points[count++] = face_landmark(face, touch->side, LANDMARK_CONTOUR_4);
    points[count++] = face_landmark(face, touch->side, LANDMARK_CONTOUR_2);
    paint_line(cairo, points, count, true);
    // Where a turn shows the side of the head the hair above lies farther back: less of the notch.
    double top = head_side_seen(touch) ? -0.088 : -1;
    for (int i = 0; i < NOTCH; i++) {
        corners[i] = ear_point(touch, (struct point){notch[i].x, fmax(notch[i].y, top)}, -0.13);
    }
    paint_line(cairo, corners, NOTCH, true);
}

static void paint_hollow(const struct touch *touch) {
    static const struct point concha[] = {{0.500, -0.020}, {0.508, 0.035}, {0.498, 0.100}};
    static const struct point helix[] = {
        {0.494, -0.046}, {0.516, -0.064}, {0.5345, -0.036}, {0.535, 0.030}, {0.522, 0.098}};
    static const struct point antihelix[] = {{0.503, -0.008}, {0.517, 0.028}, {0.508, 0.072}};
    static const double widths[] = {0.001, 0.0055, 0.006, 0.005, 0.001};
    const struct colour line = touch->view->colours->line;
    struct point points[5];
    for (int i = 0; i < 3; i++) {
        points[i] = ear_point(touch, concha[i], EAR_DEPTH);
    }
    touch_soft(touch, points, 3, 0.034, touch->view->colours->shadow, 0.55);
    for (int i = 0; i < 5; i++) {
        points[i] = ear_point(touch, helix[i], EAR_DEPTH);
    }
    paint_taper(touch->cairo, points, 5, widths, 5, line, 0.30);
    for (int i = 0; i < 3; i++) {
        points[i] = ear_point(touch, antihelix[i], EAR_DEPTH);
    }
    paint_taper(touch->cairo, points, 3, widths, 5, line, 0.30);
}

static void paint_ear(const struct touch *touch) {
    cairo_t *cairo = touch->cairo;
    cairo_save(cairo);
    use_ear_colour(touch);
    cairo_new_path(cairo);
    ear_path(touch);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_WINDING);
    cairo_fill_preserve(cairo);
    cairo_clip(cairo);
    paint_hollow(touch);
    cairo_restore(cairo);
}

// The side of the head: between the contour and the root of the ear, down to the angle of the jaw
// behind it. The last two lie well under the face.
enum { SIDE_TOP = 2, SIDE_EDGE = 9, SIDE_ALL = SIDE_EDGE + 2 };

static void side_outline(const struct touch *touch, struct point edge[SIDE_ALL]) {
    static const struct head_point places[SIDE_ALL] = {
        [1] = {{0.455, -0.16}, -0.02}, [2] = {{0.475, -0.10}, -0.12}, [5] = {{0.452, 0.300}, -0.10},
        [6] = {{0.412, 0.430}, -0.06}, [7] = {{0.345, 0.545}, 0.06},  [9] = {{0.20, 0.45}, 0.25},
        [10] = {{0.30, -0.35}, 0.20}};
    const struct face *face = touch->view->face;
    for (int i = 0; i < SIDE_ALL; i++) {
        edge[i] = ear_point(touch, places[i].at, places[i].depth);
    }
    edge[0] = face_landmark(face, touch->side, LANDMARK_CONTOUR_0);
    edge[3] = face_landmark(face, touch->side, LANDMARK_EAR_0);
    edge[4] = face_landmark(face, touch->side, LANDMARK_EAR_5);
    edge[8] = face_landmark(face, touch->side, LANDMARK_CONTOUR_8);
}

void head_side_shade(const struct touch *touch) {
    struct point edge[SIDE_ALL];
    side_outline(touch, edge);
    touch_soft(touch, edge + SIDE_TOP, SIDE_EDGE - SIDE_TOP, 0.11, touch->view->colours->shadow,
               0.34);
}

static void paint_head_side(const struct touch *touch) {
    cairo_t *cairo = touch->cairo;
    struct point edge[SIDE_ALL];
    side_outline(touch, edge);
    cairo_save(cairo);
    cairo_new_path(cairo);
    paint_path(cairo, edge, SIDE_EDGE, false);
    cairo_line_to(cairo, edge[SIDE_EDGE].x, edge[SIDE_EDGE].y);
    cairo_line_to(cairo, edge[SIDE_EDGE + 1].x, edge[SIDE_EDGE + 1].y);
    cairo_close_path(cairo);
    // As deep as the rim of the face where they meet.
    cairo_pattern_t *ground = skin_ground(touch->view, 0.9 * skin_rim_shade(touch->side));
    cairo_set_source(cairo, ground);
    cairo_pattern_destroy(ground);
    cairo_fill_preserve(cairo);
    cairo_clip(cairo);
    head_side_shade(touch);
    cairo_restore(cairo);
}

void ears_paint(cairo_t *cairo, const struct face_view *view) {
    if (view->hair == HAIR_SCARF) {
        return;
    }
    for (int side = 0; side < FACE_SIDES; side++) {
        const struct touch touch = {cairo, view, (enum face_side)side};
        paint_ear(&touch);
        if (head_side_seen(&touch)) {
            paint_head_side(&touch);
        }
    }
}
