// SPDX-License-Identifier: MIT
#include "draw/face_signs.h"

#include <assert.h>
#include <math.h>

// The disc behind the head (face/face.md section 2) and the mark along it.
static const double DISC_Y = 0.06, DISC_R = 0.93;
static const double ARC_REACH = 49 * M_PI / 180, ARC_WIDTH = 0.022, ARC_ALPHA = 0.85;
static const double RING_R = 0.036, RING_WIDTH = 0.019;

// What points stands on the disc here, not on skin: the skin's pointing colour would be lost on a
// disc as light or as dark as itself.
static const unsigned POINT_DARK = 0x2F6F73, POINT_LIGHT = 0xA9DCD2;

static bool is_dark(struct colour ground) {
    struct colour white = {1, 1, 1};
    struct colour black = {0, 0, 0};
    return colour_contrast(ground, white) > colour_contrast(ground, black);
}

void sign_side_paint(cairo_t *cairo, const struct face_view *view, enum face_side side) {
    assert(side == FACE_LEFT || side == FACE_RIGHT);
    struct colour colour = paint_hex(is_dark(view->colours->disc) ? POINT_LIGHT : POINT_DARK);
    double sign = side == FACE_LEFT ? -1 : 1;
    // Where the ring stands the arc is left out.
    double gap = RING_R / DISC_R;
    static const double widths[] = {0.20, 0.80, 1, 1, 1};
    double scaled[5];
    for (int i = 0; i < 5; i++) {
        scaled[i] = widths[i] * ARC_WIDTH;
    }
    for (int half = -1; half <= 1; half += 2) {
        enum { POINTS = 25 };
        struct point points[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double angle = ARC_REACH + (gap - ARC_REACH) * i / (POINTS - 1);
            points[i] =
                (struct point){sign * DISC_R * cos(angle), DISC_Y + half * DISC_R * sin(angle)};
        }
        paint_taper(cairo, points, POINTS, scaled, 5, colour, ARC_ALPHA);
    }
    cairo_save(cairo);
    cairo_new_path(cairo);
    cairo_arc(cairo, sign * DISC_R, DISC_Y, RING_R - RING_WIDTH / 2, 0, 2 * M_PI);
    cairo_set_line_width(cairo, RING_WIDTH);
    paint_use(cairo, colour, ARC_ALPHA);
    cairo_stroke(cairo);
    cairo_restore(cairo);
}
