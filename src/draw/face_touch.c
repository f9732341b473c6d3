// SPDX-License-Identifier: MIT
#include "draw/face_touch.h"

#include <assert.h>
#include <math.h>

// Below this nothing changes in a picture of eight bits a channel.
static const double UNSEEN = 0.002;
enum { ROW_MAX = 64 };

double touch_sign(enum face_side side) {
    return side == FACE_RIGHT ? 1 : -1;
}

struct point touch_beside(const struct touch *touch, enum landmark landmark, double out,
                          double down) {
    const struct face *face = touch->view->face;
    struct point from = face->at[touch->side][landmark];
    struct point at = {from.x + touch_sign(touch->side) * out, from.y + down};
    double depth =
        landmark_depth(landmark) + face_depth_at(at.x, at.y) - face_depth_at(from.x, from.y);
    return face_place(face, at, depth);
}

void touch_row(const struct touch *touch, enum landmark landmark, const struct point *ways,
               int count, struct point *out) {
    for (int i = 0; i < count; i++) {
        out[i] = touch_beside(touch, landmark, ways[i].x, ways[i].y);
    }
}

struct point touch_on_skin(const struct touch *touch, struct point at) {
    at.x *= touch_sign(touch->side);
    return face_place(touch->view->face, at, face_depth_at(at.x, at.y));
}

void touch_blob(const struct touch *touch, struct point at, struct point radii, double angle,
                struct colour colour, double alpha) {
    if (alpha < UNSEEN) {
        return;
    }
    const struct face_head *head = &touch->view->face->head;
    paint_blob(touch->cairo, at, radii.x * cos(head->turn), radii.y,
               head->tilt - touch_sign(touch->side) * angle, colour, alpha);
}

void touch_soft(const struct touch *touch, const struct point *points, int count, double width,
                struct colour colour, double alpha) {
    if (alpha < UNSEEN) {
        return;
    }
    paint_soft(touch->cairo, points, count, width, colour, alpha);
}

void touch_fold(const struct touch *touch, const struct point *points, int count,
                const struct fold *fold) {
    assert(count <= ROW_MAX);
    const struct face_colours *colours = touch->view->colours;
    touch_soft(touch, points, count, fold->shade_width, colours->shadow, fold->shade);
    if (fold->light >= UNSEEN) {
        struct point beside[ROW_MAX];
        for (int i = 0; i < count; i++) {
            beside[i] = (struct point){points[i].x + touch_sign(touch->side) * fold->light_by.x,
                                       points[i].y + fold->light_by.y};
        }
        touch_soft(touch, beside, count, fold->light_width, colours->light, fold->light);
    }
    if (fold->line >= UNSEEN) {
        const double widths[] = {0.001, 0.8 * fold->line_width, fold->line_width,
                                 0.7 * fold->line_width, 0.001};
        const double alphas[] = {0.35 * fold->line, 0.85 * fold->line, fold->line,
                                 0.75 * fold->line, 0.15 * fold->line};
        paint_taper_faded(touch->cairo, points, count, (struct paint_values){widths, 5},
                          colours->line, (struct paint_values){alphas, 5});
    }
}
