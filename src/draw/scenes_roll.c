// SPDX-License-Identifier: MIT
#include <math.h>

#include "draw/person_view.h"

// Shoulders that circle, with the way of each beside it.

// Half of the time back, half forward; one takes three seconds.
enum { ROLL_MS = 3000 };

// An exercise goes once round with each repetition; else it is time that turns.
static bool is_repeated(const struct segment *segment) {
    return segment->step->verb == VERB_EXERCISE;
}

int roll_way_at(const struct frame *frame) {
    return !is_repeated(frame->segment) && frame->into_ms > frame->left_ms;
}

void roll_pose_at(const struct figure *figure, const struct frame *frame,
                  struct figure_pose *pose) {
    double turn = frame->segment->phase == PHASE_RELEASE ? 1 - frame->level / 2 : frame->level / 2;
    if (!is_repeated(figure->segment)) {
        turn = (double)(frame->into_ms % ROLL_MS) / ROLL_MS;
    }
    double angle = 2 * M_PI * turn;
    int back = figure->area == 0 ? 1 : -1;
    pose->way_x = -back * sin(angle) * BODY_WAY;
    pose->way_y = (1 - cos(angle)) / 2 * BODY_WAY;
}

// The way of a shoulder seen from before: a narrow ring whose nearer half is clear and ends in an
// arrow.
static void ring(cairo_t *cairo, const struct theme *theme, bool back) {
    enum { STEPS = 17 };
    static const struct point middle = {1.44, 1.02};
    static const double rx = 0.19, ry = 0.40;
    struct point line[STEPS];
    struct colour ink = theme_colour(theme, TOKEN_STAGE2);
    // From the foot of the ring behind the shoulder, over the top or from it, to the nearer half.
    for (int i = 0; i < STEPS; i++) {
        double angle = M_PI * (0.66 + 1.62 * i / (STEPS - 1));
        double y = sin(angle) * ry;
        line[i] = (struct point){middle.x + cos(angle) * rx, middle.y + (back ? -y : y)};
    }
    static const double widths[] = {0.004, 0.012, 0.028, 0.040, 0.042};
    static const double alphas[] = {0.28, 0.45, 0.66, 0.82, 0.85};
    for (int i = 0; i + 1 < STEPS; i += 4) {
        double pair[] = {widths[i / 4], widths[i / 4 + 1]};
        paint_taper(cairo, line + i, 5, pair, 2, ink, alphas[i / 4]);
    }
    struct point end = line[STEPS - 1], before = line[STEPS - 3];
    double length = hypot(end.x - before.x, end.y - before.y);
    struct point way = {(end.x - before.x) / length, (end.y - before.y) / length};
    cairo_new_path(cairo);
    cairo_move_to(cairo, end.x + 0.125 * way.x, end.y + 0.125 * way.y);
    cairo_line_to(cairo, end.x - 0.082 * way.y, end.y + 0.082 * way.x);
    cairo_line_to(cairo, end.x + 0.082 * way.y, end.y - 0.082 * way.x);
    cairo_close_path(cairo);
    paint_use(cairo, ink, 0.85);
    cairo_fill(cairo);
}

void roll_paint_moving(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                       const struct figure_pose *pose, struct figure_place place) {
    struct body_look look = person_look(theme, figure, CAMERA_BUST);
    look.closed = 0;
    int sign = person_sign(figure);
    person_enter(cairo, CAMERA_BUST, place);
    for (int side = 0; side < 2; side++) {
        if (sign == 0 || (sign > 0) == (side > 0)) {
            look.sides[side].roll_x = pose->way_x / BODY_WAY;
            look.sides[side].roll_y = pose->way_y / BODY_WAY;
        }
    }
    body_paint(cairo, &look, BODY_ALL);
    for (int side = -1; side <= 1; side += 2) {
        if (sign == 0 || sign == side) {
            cairo_save(cairo);
            cairo_scale(cairo, side, 1);
            ring(cairo, theme, figure->area == 0);
            cairo_restore(cairo);
        }
    }
    person_leave(cairo, CAMERA_BUST);
}

int roll_damage(struct figure_place place, struct box boxes[FIGURE_DAMAGE_MAX]) {
    static const struct box moving = {-1.90, 0.40, 3.80, 4.60};
    boxes[0] = person_box(CAMERA_BUST, moving, place);
    return 1;
}
