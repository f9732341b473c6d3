// SPDX-License-Identifier: MIT
#include <math.h>
#include <stddef.h>

#include "draw/face_parts.h"
#include "draw/face_touch.h"

// What the head stands on and before: the disc, the neck with its cords, the shirt.

// Places of the neck follow the head by this share above, and by nothing at the collar bones.
static const double NECK_FOLLOWS = 0.55;
static const double NECK_TOP = 0.60, NECK_FOOT = 0.95;
static const double NECK_DEPTH = 0.06;
// How far the shoulders sink at ease.
static const double SHOULDERS_SINK = 0.006;

void face_disc_paint(cairo_t *cairo, const struct face_view *view) {
    cairo_save(cairo);
    cairo_new_path(cairo);
    cairo_arc(cairo, 0, 0.06, 0.93, 0, 2 * M_PI);
    paint_use(cairo, view->colours->disc, 1);
    cairo_fill(cairo);
    cairo_restore(cairo);
}

static double smoothstep(double from, double to, double x) {
    double t = fmin(fmax((x - from) / (to - from), 0), 1);
    return t * t * (3 - 2 * t);
}

struct point neck_place(const struct face_view *view, double x, double y) {
    struct point still = {x, y + SHOULDERS_SINK * view->at_ease * smoothstep(0.78, 0.93, y)};
    struct point with_head = face_place(view->face, still, NECK_DEPTH);
    double share = NECK_FOLLOWS * (1 - smoothstep(NECK_TOP, NECK_FOOT, y));
    return (struct point){still.x + (with_head.x - still.x) * share,
                          still.y + (with_head.y - still.y) * share};
}

// Lowest of the jaw, where the shadow on the neck begins.
static struct point chin_of(const struct face_view *view) {
    return face_landmark(view->face, FACE_RIGHT, LANDMARK_MENTON);
}

static double cords_of(const struct face_view *view, enum face_side side) {
    return view->face->units.strength[UNIT_AU21][side];
}

static void neck_path(cairo_t *cairo, const struct face_view *view) {
    static const struct point outline[] = {{0.262, 0.48},  {0.252, 0.70}, {0.262, 0.86},
                                           {0.345, 0.965}, {0.60, 1.06},  {1.05, 1.16}};
    enum { KNOTS = sizeof outline / sizeof outline[0] };
    struct point right[KNOTS], left[KNOTS];
    for (int i = 0; i < KNOTS; i++) {
        bool throat = i == 1 || i == 2;
        double wider[FACE_SIDES] = {throat ? 0.012 * cords_of(view, FACE_LEFT) : 0,
                                    throat ? 0.012 * cords_of(view, FACE_RIGHT) : 0};
        right[i] = neck_place(view, outline[i].x + wider[FACE_RIGHT], outline[i].y);
        left[KNOTS - 1 - i] = neck_place(view, -outline[i].x - wider[FACE_LEFT], outline[i].y);
    }
    cairo_new_path(cairo);
    paint_path(cairo, left, KNOTS, false);
    paint_path_on(cairo, right, KNOTS);
    cairo_close_path(cairo);
}

static void use_neck_colour(cairo_t *cairo, const struct face_view *view) {
    const struct face_colours *colours = view->colours;
    struct colour above = colour_mix(colours->base, colours->shadow, 0.45);
    struct colour below = colour_mix(colours->base, colours->shadow, 0.10);
    cairo_pattern_t *pattern = cairo_pattern_create_linear(0, 0.6, 0, 1.1);
    cairo_pattern_add_color_stop_rgb(pattern, 0, above.red, above.green, above.blue);
    cairo_pattern_add_color_stop_rgb(pattern, 1, below.red, below.green, below.blue);
    cairo_set_source(cairo, pattern);
    cairo_pattern_destroy(pattern);
}

// The muscles from behind the ears to the collar bones, hardly seen.
static void paint_hints(const struct touch *touch) {
    const struct face_view *view = touch->view;
    double sign = touch_sign(touch->side);
    const struct point shade[] = {neck_place(view, sign * 0.222, 0.70),
                                  neck_place(view, sign * 0.150, 0.86),
                                  neck_place(view, sign * 0.060, 1.00)};
    const struct point light[] = {neck_place(view, sign * 0.190, 0.80),
                                  neck_place(view, sign * 0.120, 0.92),
                                  neck_place(view, sign * 0.050, 1.02)};
    touch_soft(touch, shade, 3, 0.070, view->colours->shadow, 0.24);
    touch_soft(touch, light, 3, 0.045, view->colours->light, 0.12);
}

// The shadow that chin and jaw cast downwards: round, with an edge as soft as a broad light makes
// it. The edge has a colour of its own, because light bleeds through skin. Fills what is clipped
// to.
static void cast_shadow(cairo_t *cairo, const struct face_view *view, struct colour core,
                        struct colour rim, double alpha) {
    // Its lowest point below the chin, its radius, where its edge begins and ends.
    static const double below = 0.098, radius = 0.37, from = 0.90, upto = 1.05;
    static const double edge[] = {1, 0.93, 0.74, 0.46, 0.20, 0.05, 0};
    enum { STOPS = sizeof edge / sizeof edge[0] };
    struct point chin = chin_of(view);
    struct point left = face_landmark(view->face, FACE_LEFT, LANDMARK_CONTOUR_6);
    struct point right = face_landmark(view->face, FACE_RIGHT, LANDMARK_CONTOUR_6);
    double x = 0.6 * chin.x + 0.2 * (left.x + right.x);
    double y = chin.y + below - radius;
    cairo_pattern_t *pattern =
        cairo_pattern_create_radial(x, y, from * radius, x, y, upto * radius);
    for (int i = 0; i < STOPS; i++) {
        struct colour colour = colour_mix(core, rim, (double)i / (STOPS - 1));
        cairo_pattern_add_color_stop_rgba(pattern, (double)i / (STOPS - 1), colour.red,
                                          colour.green, colour.blue, alpha * edge[i]);
    }
    cairo_set_source(cairo, pattern);
    cairo_paint(cairo);
    cairo_pattern_destroy(pattern);
}

// Where the neck meets the jaw, right along it, whichever way the head is turned.
static void paint_under_jaw(cairo_t *cairo, const struct face_view *view) {
    enum { SIDE = LANDMARK_CONTOUR_9 - LANDMARK_CONTOUR_5 + 1, KNOTS = 2 * SIDE + 1 };
    struct point knots[KNOTS];
    for (int i = 0; i < SIDE; i++) {
        enum landmark landmark = (enum landmark)(LANDMARK_CONTOUR_5 + i);
        knots[i] = face_landmark(view->face, FACE_LEFT, landmark);
        knots[KNOTS - 1 - i] = face_landmark(view->face, FACE_RIGHT, landmark);
    }
    knots[SIDE] = chin_of(view);
    paint_soft(cairo, knots, KNOTS, 0.13, view->colours->shadow, 0.60);
}

static void paint_shadow(cairo_t *cairo, const struct face_view *view) {
    const struct face_colours *colours = view->colours;
    cast_shadow(cairo, view, colour_mix(colours->shadow, colours->line, 0.10),
                colour_mix(colours->shadow, colours->blush, 0.40), 0.60);
    paint_under_jaw(cairo, view);
}

// The cords of the platysma, three a side (AU 21).
static void paint_cords(const struct touch *touch) {
    static const struct {
        struct point jaw, foot;
    } cords[] = {{{0.050, 0.735}, {0.067, 0.985}},
                 {{0.120, 0.690}, {0.174, 0.985}},
                 {{0.190, 0.690}, {0.293, 0.985}}};
    static const double widths[] = {0.001, 0.006, 0.001};
    const struct face_view *view = touch->view;
    double k = cords_of(view, touch->side);
    if (k <= 0) {
        return;
    }
    for (size_t i = 0; i < sizeof cords / sizeof cords[0]; i++) {
        struct point light[3], shade[3];
        for (int j = 0; j < 3; j++) {
            double share = j / 2.0;
            double bow = j == 1 ? 0.006 : 0;
            double x = cords[i].jaw.x + (cords[i].foot.x - cords[i].jaw.x) * share - bow;
            double y = cords[i].jaw.y + (cords[i].foot.y - cords[i].jaw.y) * share;
            light[j] = neck_place(view, touch_sign(touch->side) * x, y);
            shade[j] = neck_place(view, touch_sign(touch->side) * (x + 0.024), y);
        }
        touch_soft(touch, shade, 3, 0.036, view->colours->shadow, 0.70 * k);
        touch_soft(touch, light, 3, 0.040, view->colours->light, 0.34 * k);
        paint_taper(touch->cairo, shade, 3, widths, 3, view->colours->line, 0.26 * k);
    }
}

// Two folds under a chin that is drawn in.
static void paint_tuck(cairo_t *cairo, const struct face_view *view) {
    static const struct { double below, half; } folds[] = {{0.052, 0.16}, {0.105, 0.19}};
    const struct touch touch = {cairo, view, FACE_RIGHT};
    double k = view->face->head.tuck;
    if (k <= 0) {
        return;
    }
    struct point chin = chin_of(view);
    for (size_t i = 0; i < sizeof folds / sizeof folds[0]; i++) {
        double y = chin.y + folds[i].below;
        const struct point points[] = {{chin.x - folds[i].half, y - 0.040},
                                       {chin.x - 0.5 * folds[i].half, y - 0.010},
                                       {chin.x, y},
                                       {chin.x + 0.5 * folds[i].half, y - 0.010},
                                       {chin.x + folds[i].half, y - 0.040}};
        const struct fold fold = {.line_width = 0.006,
                                  .line = 0.40 * k,
                                  .shade_width = 0.036,
                                  .shade = 0.70 * k,
                                  .light_width = 0.032,
                                  .light = 0.32 * k,
                                  .light_by = {0, 0.026}};
        touch_fold(&touch, points, 5, &fold);
    }
}

void neck_paint(cairo_t *cairo, const struct face_view *view) {
    const struct touch left = {cairo, view, FACE_LEFT}, right = {cairo, view, FACE_RIGHT};
    cairo_save(cairo);
    use_neck_colour(cairo, view);
    neck_path(cairo, view);
    cairo_fill_preserve(cairo);
    cairo_clip(cairo);
    paint_hints(&left);
    paint_hints(&right);
    paint_cords(&left);
    paint_cords(&right);
    paint_shadow(cairo, view);
    paint_tuck(cairo, view);
    cairo_restore(cairo);
}

static const struct point collar[] = {
    {-0.30, 0.915}, {-0.20, 1.005}, {0, 1.05}, {0.20, 1.005}, {0.30, 0.915}};
enum { COLLAR = sizeof collar / sizeof collar[0] };

static void shirt_path(cairo_t *cairo, double sink) {
    static const struct point shoulder[] = {
        {-1.15, 1.13}, {-0.72, 1.00}, {-0.40, 0.93}, {-0.30, 0.915}};
    enum { SHOULDER = sizeof shoulder / sizeof shoulder[0] };
    struct point left[SHOULDER], right[SHOULDER], neckline[COLLAR];
    for (int i = 0; i < SHOULDER; i++) {
        left[i] = (struct point){shoulder[i].x, shoulder[i].y + sink};
        right[SHOULDER - 1 - i] = (struct point){-shoulder[i].x, shoulder[i].y + sink};
    }
    for (int i = 0; i < COLLAR; i++) {
        neckline[i] = (struct point){collar[i].x, collar[i].y + sink};
    }
    cairo_new_path(cairo);
    paint_path(cairo, left, SHOULDER, false);
    paint_path_on(cairo, neckline, COLLAR);
    paint_path_on(cairo, right, SHOULDER);
    cairo_line_to(cairo, 1.15, 1.60);
    cairo_line_to(cairo, -1.15, 1.60);
    cairo_close_path(cairo);
}

// Wider than the edge of the shirt, so that the skin ends under it.
static void paint_collar(cairo_t *cairo, const struct face_view *view, double sink) {
    static const double band_widths[] = {0.004, 0.036, 0.044, 0.036, 0.004};
    static const double seam_widths[] = {0.001, 0.005, 0.0055, 0.005, 0.001};
    static const struct point below[] = {
        {-0.312, 0.934}, {-0.206, 1.027}, {0, 1.075}, {0.206, 1.027}, {0.312, 0.934}};
    const struct colour white = {1, 1, 1}, black = {0, 0, 0};
    struct point band[COLLAR], seam[COLLAR];
    for (int i = 0; i < COLLAR; i++) {
        band[i] = (struct point){collar[i].x, collar[i].y + sink};
        seam[i] = (struct point){below[i].x, below[i].y + sink};
    }
    const struct colour shirt = view->colours->shirt;
    paint_taper(cairo, band, COLLAR, band_widths, COLLAR, colour_mix(shirt, white, 0.10), 1);
    paint_taper(cairo, seam, COLLAR, seam_widths, 5, colour_mix(shirt, black, 0.45), 0.60);
}

void shirt_paint(cairo_t *cairo, const struct face_view *view) {
    const struct colour black = {0, 0, 0};
    double sink = SHOULDERS_SINK * view->at_ease;
    cairo_save(cairo);
    shirt_path(cairo, sink);
    paint_use(cairo, view->colours->shirt, 1);
    cairo_fill_preserve(cairo);
    cairo_clip(cairo);
    // Over a jaw that hangs down it falls on the shirt too.
    struct colour shade = colour_mix(view->colours->shirt, black, 0.60);
    cast_shadow(cairo, view, shade, shade, 0.45);
    cairo_restore(cairo);
    paint_collar(cairo, view, sink);
}

void neck_clip(cairo_t *cairo, const struct face_view *view) {
    static const double band = 0.020; // of the collar, above the edge of the shirt
    neck_path(cairo, view);
    cairo_clip(cairo);
    shirt_path(cairo, SHOULDERS_SINK * view->at_ease - band);
    cairo_rectangle(cairo, -2, -2, 4, 4);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_clip(cairo);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_WINDING);
}
