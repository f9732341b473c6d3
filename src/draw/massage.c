// SPDX-License-Identifier: MIT
#include <math.h>

#include "draw/figure_parts.h"
#include "draw/shapes.h"

// The way of a fingertip over an area: small circles, or strokes that begin again where they began.
//
// One stroke takes a minute divided by the strokes of a minute. Where a place is pressed instead
// the fingertip stands and grows firmer with the level.

enum { STROKES_USUAL = 30, TIP = 12, PRESSED_TIP = 17 };
// Of a stroke's time: the way there; the rest is for lifting the hand and coming back.
static const double STROKE_SHARE = 0.74;
static const double FADE_SHARE = 0.10;

struct path {
    enum bust_view view;
    bool circle;
    double x, y, radius; // of a circle
    double points[8];    // of a stroke: where from, two handles, where to
};

// For the left of the picture; the right mirrors it.
static const struct path paths[AREA_COUNT] = {
    [AREA_FOREHEAD] = {.points = {-8, 292, -30, 276, -66, 282, -88, 306}},
    [AREA_TEMPLE] = {.circle = true, .x = -90, .y = 322, .radius = 24},
    [AREA_CHEEK_UPPER] = {.points = {-26, 404, -48, 414, -76, 404, -96, 376}},
    [AREA_CHEEK_MIDDLE] = {.points = {-30, 434, -52, 446, -80, 434, -98, 404}},
    [AREA_CHEEK_LOWER] = {.points = {-36, 476, -56, 482, -82, 462, -94, 434}},
    [AREA_CHIN] = {.points = {-6, 508, -24, 516, -46, 506, -62, 488}},
    [AREA_MASSETER] = {.circle = true, .x = -74, .y = 446, .radius = 32},
    [AREA_SKULL_BASE] = {.view = BUST_BEHIND, .circle = true, .x = -42, .y = 440, .radius = 24},
    [AREA_NECK_BACK] = {.view = BUST_BEHIND, .points = {-24, 450, -28, 490, -30, 530, -42, 580}},
    [AREA_SHOULDERS] = {.view = BUST_BEHIND, .points = {-64, 594, -110, 602, -160, 618, -206, 640}},
    [AREA_CHEEK_INSIDE] = {.circle = true, .x = -60, .y = 456, .radius = 20},
};

int massage_area_at(const struct segment *segment, int64_t into_ms) {
    int count = segment->step->area_count;
    int64_t length_ms = segment->end_ms - segment->start_ms;
    if (count <= 1 || length_ms <= 0)
        return 0;
    int index = (int)(into_ms * count / length_ms);
    return index < count ? index : count - 1;
}

static const struct path *path_of(const struct figure *figure) {
    const struct step *step = figure->segment->step;
    return &paths[step->area_count > 0 ? step->areas[figure->area] : AREA_MASSETER];
}

static void way(cairo_t *cairo, const struct path *path) {
    const double *p = path->points;
    if (path->circle) {
        shape_circle(cairo, path->x, path->y, path->radius);
        return;
    }
    cairo_move_to(cairo, p[0], p[1]);
    cairo_curve_to(cairo, p[2], p[3], p[4], p[5], p[6], p[7]);
}

void massage_paint_still(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                         struct figure_place place) {
    const struct path *path = path_of(figure);
    int signs[2];
    int count = side_signs(figure->segment->side, signs);
    bust_paint(cairo, theme, place, path->view);
    cairo_save(cairo);
    figure_enter(cairo, place, bust_lift(path->view));
    theme_use(cairo, theme, TOKEN_ACCENT, 1);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    for (int i = 0; i < count; i++) {
        cairo_save(cairo);
        cairo_scale(cairo, -signs[i], 1);
        way(cairo, path);
        cairo_restore(cairo);
        cairo_set_line_width(cairo, 4);
        cairo_set_dash(cairo, (double[]){9, 9}, 2, 0);
        cairo_stroke(cairo);
    }
    cairo_restore(cairo);
}

static double bezier(double share, double a, double b, double c, double d) {
    double rest = 1 - share;
    return rest * rest * rest * a + 3 * rest * rest * share * b + 3 * rest * share * share * c +
           share * share * share * d;
}

// Where the fingertip of the left is after `share` of a stroke.
static void tip_at(const struct path *path, double share, struct figure_pose *pose) {
    const double *p = path->points;
    pose->clear = 1;
    if (path->circle) {
        double angle = 2 * M_PI * share - M_PI / 2;
        pose->x[0] = path->x + path->radius * cos(angle);
        pose->y[0] = path->y + path->radius * sin(angle);
        return;
    }
    double along = 0.5 - 0.5 * cos(M_PI * fmin(1, share / STROKE_SHARE));
    pose->x[0] = bezier(along, p[0], p[2], p[4], p[6]);
    pose->y[0] = bezier(along, p[1], p[3], p[5], p[7]);
    double out = (share - STROKE_SHARE) / FADE_SHARE;
    double in = (share - (1 - FADE_SHARE)) / FADE_SHARE;
    if (in > 0) {
        // It appears again where the next stroke begins.
        pose->x[0] = p[0];
        pose->y[0] = p[1];
        pose->clear = in;
    } else if (out > 0) {
        pose->clear = fmax(0, 1 - out);
    }
}

static double stroke_share(const struct frame *frame) {
    int strokes = frame->segment->step->strokes > 0 ? frame->segment->step->strokes : STROKES_USUAL;
    double period_ms = 60000.0 / strokes;
    return fmod((double)frame->into_ms, period_ms) / period_ms;
}

void massage_pose(const struct figure *figure, const struct frame *frame,
                  struct figure_pose *pose) {
    const struct path *path = path_of(figure);
    int signs[2];
    pose->tips = side_signs(figure->segment->side, signs);
    bool presses = frame->segment->phase != PHASE_MASSAGE;
    if (presses && path->circle) {
        pose->x[0] = path->x;
        pose->y[0] = path->y;
        pose->clear = 1;
    } else {
        tip_at(path, presses ? STROKE_SHARE / 2 : stroke_share(frame), pose);
    }
    pose->press = presses ? frame->level : 0;
    pose->y[0] -= bust_lift(path->view);
    pose->y[1] = pose->y[0];
    pose->x[1] = -pose->x[0];
    pose->x[0] = signs[0] < 0 ? pose->x[0] : -pose->x[0];
}

static struct box tip_box(const struct figure_pose *pose, int i) {
    double reach = PRESSED_TIP + 8;
    return (struct box){pose->x[i] - reach, pose->y[i] - reach, 2 * reach, 2 * reach};
}

struct box massage_damage(const struct figure *figure, const struct figure_pose *from,
                          const struct figure_pose *to) {
    (void)figure;
    struct box all = {0, 0, 0, 0};
    for (int i = 0; i < from->tips; i++)
        all = box_join(all, tip_box(from, i));
    for (int i = 0; i < to->tips; i++)
        all = box_join(all, tip_box(to, i));
    return all;
}

void massage_paint(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                   const struct figure_pose *pose, struct figure_place place) {
    (void)figure;
    cairo_save(cairo);
    figure_enter(cairo, place, 0);
    for (int i = 0; i < pose->tips; i++) {
        double radius = TIP + (PRESSED_TIP - TIP) * pose->press;
        theme_use(cairo, theme, TOKEN_ACCENT, pose->clear);
        shape_circle(cairo, pose->x[i], pose->y[i], radius);
        cairo_fill(cairo);
        if (pose->press > 0) {
            theme_use(cairo, theme, TOKEN_STAGE, pose->press);
            cairo_set_line_width(cairo, 3);
            shape_circle(cairo, pose->x[i], pose->y[i], radius + 5);
            cairo_stroke(cairo);
        }
    }
    cairo_restore(cairo);
}
