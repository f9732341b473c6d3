// SPDX-License-Identifier: MIT
#include <math.h>

#include "draw/face_parts.h"

// The eyes: lid, what the lids leave open, rims, lashes and the crease (face/face.md section 7.4).
// Lengths are in face widths.

static const double IRIS = 0.060;
static const double RING = 0.006;
static const double PUPIL = 0.0245;
// The light lies on the cornea, in front of the iris, and goes with it by this share alone.
static const double LIGHT_FOLLOWS = 0.6;
// An opening narrower than this is a line, and the lash line covers it.
static const double OPENING_MIN = 0.004;
// From this much closed the lashes of the shut lid grow.
static const double LASHES_FROM = 0.60;

struct eye {
    const struct face_view *view;
    const struct face_side_state *state;
    enum face_side side;
    double out; // the sign of x towards the temple
    struct point upper[FACE_CURVE_MAX], lower[FACE_CURVE_MAX];
    int uppers, lowers;
    struct colour lash;
};

enum { LID_KNOTS = 5 };
static const enum landmark upper_lid[LID_KNOTS] = {LANDMARK_CANTHUS_INNER, LANDMARK_LID_UPPER_1,
                                                   LANDMARK_LID_UPPER_2, LANDMARK_LID_UPPER_3,
                                                   LANDMARK_CANTHUS_OUTER};
static const enum landmark crease[LID_KNOTS] = {
    LANDMARK_CREASE_0, LANDMARK_CREASE_1, LANDMARK_CREASE_2, LANDMARK_CREASE_3, LANDMARK_CREASE_4};

static void knots_of(const struct eye *eye, const enum landmark landmarks[LID_KNOTS],
                     struct point out[LID_KNOTS]) {
    for (int i = 0; i < LID_KNOTS; i++) {
        out[i] = face_landmark(eye->view->face, eye->side, landmarks[i]);
    }
}

static struct eye eye_of(const struct face_view *view, enum face_side side) {
    static const struct colour black = {0, 0, 0};
    const struct face_colours *colours = view->colours;
    struct eye eye = {.view = view,
                      .state = &view->face->state[side],
                      .side = side,
                      .out = side == FACE_RIGHT ? 1 : -1};
    eye.uppers = face_curve(view->face, CURVE_UPPER_LID, side, eye.upper);
    eye.lowers = face_curve(view->face, CURVE_LOWER_LID, side, eye.lower);
    eye.lash = colour_mix(colour_mix(colours->line, colours->hair, 0.5), black, 0.55);
    return eye;
}

// A place beside a landmark, on the same depth; `dx` is towards the temple.
static struct point beside(const struct eye *eye, enum landmark landmark, double dx, double dy) {
    struct point at = eye->view->face->at[eye->side][landmark];
    return face_place(eye->view->face, (struct point){at.x + dx * eye->out, at.y + dy},
                      landmark_depth(landmark));
}

static void line_back(cairo_t *cairo, const struct point *points, int count) {
    for (int i = count - 1; i >= 0; i--) {
        cairo_line_to(cairo, points[i].x, points[i].y);
    }
}

// The skin between the crease and the lashes; it fades at both corners, where there is no fold.
static void paint_lid(cairo_t *cairo, const struct eye *eye) {
    const struct face_colours *colours = eye->view->colours;
    struct colour skin = colour_mix(colours->base, colours->shadow, 0.20);
    struct point fold[FACE_CURVE_MAX];
    int folds = face_curve(eye->view->face, CURVE_CREASE, eye->side, fold);
    struct point from = fold[0];
    struct point to = fold[folds - 1];
    cairo_pattern_t *fade = cairo_pattern_create_linear(from.x, from.y, to.x, to.y);
    cairo_pattern_add_color_stop_rgba(fade, 0.00, skin.red, skin.green, skin.blue, 0);
    cairo_pattern_add_color_stop_rgba(fade, 0.22, skin.red, skin.green, skin.blue, 1);
    cairo_pattern_add_color_stop_rgba(fade, 0.80, skin.red, skin.green, skin.blue, 1);
    cairo_pattern_add_color_stop_rgba(fade, 1.00, skin.red, skin.green, skin.blue, 0);
    paint_line(cairo, fold, folds, false);
    line_back(cairo, eye->upper, eye->uppers);
    cairo_close_path(cairo);
    cairo_set_source(cairo, fade);
    cairo_fill(cairo);
    cairo_pattern_destroy(fade);
    // The ball under the shut lid.
    double ball = 0.38 * eye->state->closing * (1 - 0.6 * eye->state->squeeze);
    if (ball > 0) {
        struct point edge = eye->upper[eye->uppers / 2];
        struct point top = fold[folds / 2];
        paint_blob(cairo, (struct point){(edge.x + top.x) / 2, (edge.y + top.y) / 2}, 0.075, 0.035,
                   eye->view->face->head.tilt, colours->light, ball);
    }
}

static double opening(const struct eye *eye) {
    double widest = 0;
    for (int i = 0; i < eye->uppers && i < eye->lowers; i++) {
        widest = fmax(widest,
                      hypot(eye->lower[i].x - eye->upper[i].x, eye->lower[i].y - eye->upper[i].y));
    }
    return widest;
}

// Makes the iris' own plane the unit: its centre the origin, and turned, tilted and narrowed with
// the head.
static void enter_iris(cairo_t *cairo, const struct eye *eye) {
    struct point at = beside(eye, LANDMARK_IRIS, 0, 0);
    struct point right = beside(eye, LANDMARK_IRIS, 0.01 * eye->out, 0);
    struct point down = beside(eye, LANDMARK_IRIS, 0, 0.01);
    cairo_matrix_t plane = {.xx = (right.x - at.x) / 0.01,
                            .yx = (right.y - at.y) / 0.01,
                            .xy = (down.x - at.x) / 0.01,
                            .yy = (down.y - at.y) / 0.01,
                            .x0 = at.x,
                            .y0 = at.y};
    cairo_save(cairo);
    cairo_transform(cairo, &plane);
}

static void disc(cairo_t *cairo, double x, double y, double radius) {
    cairo_new_path(cairo);
    cairo_arc(cairo, x, y, radius, 0, 2 * 3.14159265358979);
}

static void stop(cairo_pattern_t *pattern, double at, struct colour colour) {
    cairo_pattern_add_color_stop_rgb(pattern, at, colour.red, colour.green, colour.blue);
}

// Dark above, under the lid, and light below: a ring of light all round would look like glass.
static void paint_iris(cairo_t *cairo, const struct eye *eye) {
    static const struct colour dark = {0.055, 0.04, 0.035};
    struct colour iris = eye->view->colours->eye;
    cairo_pattern_t *depth = cairo_pattern_create_linear(0, -IRIS, 0, IRIS);
    stop(depth, 0, colour_mix(iris, dark, 0.50));
    stop(depth, 0.5, iris);
    stop(depth, 1, colour_mix(iris, paint_hex(0xF3E3C3), 0.30));
    enter_iris(cairo, eye);
    disc(cairo, 0, 0, IRIS);
    cairo_set_source(cairo, depth);
    cairo_fill(cairo);
    cairo_pattern_destroy(depth);
    paint_use(cairo, colour_mix(iris, dark, 0.60), 1);
    disc(cairo, 0, 0, IRIS - RING / 2);
    cairo_set_line_width(cairo, RING);
    cairo_stroke(cairo);
    paint_blob(cairo, (struct point){0.010, 0.030}, 0.036, 0.022, 0,
               colour_mix(iris, paint_hex(0xFBEFD8), 0.55), 0.45);
    disc(cairo, 0, 0, PUPIL);
    paint_use(cairo, dark, 1);
    cairo_fill(cairo);
    cairo_restore(cairo);
}

static void paint_light(cairo_t *cairo, const struct eye *eye) {
    static const struct colour white = {1, 1, 1};
    const struct face *quiet = face_neutral();
    struct point rest = quiet->at[eye->side][LANDMARK_IRIS];
    struct point now = eye->view->face->at[eye->side][LANDMARK_IRIS];
    double back = 1 - LIGHT_FOLLOWS;
    enter_iris(cairo, eye);
    disc(cairo, -0.018 - back * (now.x - rest.x), -0.019 - back * (now.y - rest.y), 0.0115);
    paint_use(cairo, white, 0.95);
    cairo_fill(cairo);
    cairo_restore(cairo);
}

// What the lids leave open.
static void paint_ball(cairo_t *cairo, const struct eye *eye) {
    const struct face_colours *colours = eye->view->colours;
    static const struct colour lid_shade = {0.25, 0.16, 0.16};
    struct colour white =
        colour_mix((struct colour){251 / 255.0, 246 / 255.0, 241 / 255.0}, colours->base, 0.16);
    struct point lid[LID_KNOTS];
    knots_of(eye, upper_lid, lid);
    cairo_save(cairo);
    paint_line(cairo, eye->upper, eye->uppers, false);
    line_back(cairo, eye->lower, eye->lowers);
    cairo_close_path(cairo);
    cairo_clip_preserve(cairo);
    paint_use(cairo, white, 1);
    cairo_fill(cairo);
    paint_blob(cairo, beside(eye, LANDMARK_CANTHUS_INNER, 0.004, 0), 0.020, 0.013,
               eye->view->face->head.tilt, colours->blush, 0.55);
    paint_iris(cairo, eye);
    paint_soft(cairo, lid, LID_KNOTS, 0.040, lid_shade, 0.50);
    paint_light(cairo, eye);
    cairo_restore(cairo);
}

static void paint_lower_rim(cairo_t *cairo, const struct eye *eye) {
    const struct face_colours *colours = eye->view->colours;
    static const double rim[] = {0.002, 0.0055, 0.006, 0.005, 0.002};
    static const double lashes[] = {0.001, 0.004, 0.005, 0.004, 0.001};
    double open = 1 - eye->state->closing;
    int third = eye->lowers / 3;
    paint_taper(cairo, eye->lower, eye->lowers, rim, 5,
                colour_mix(colours->base, colours->blush, 0.50), 0.80 * open);
    paint_taper(cairo, eye->lower + third, eye->lowers - third, lashes, 5, eye->lash, 0.45 * open);
}

static void paint_upper_lashes(cairo_t *cairo, const struct eye *eye) {
    static const double widths[] = {0.003, 0.0075, 0.0105, 0.012, 0.0105, 0.002};
    struct point line[FACE_CURVE_MAX];
    int count = eye->uppers;
    for (int i = 0; i < count; i++) {
        line[i] = eye->upper[i];
    }
    // The last samples make way, so that the line flows into its end.
    count -= 2;
    line[count++] = beside(eye, LANDMARK_CANTHUS_OUTER, 0.008, 0);
    paint_taper(cairo, line, count, widths, 6, eye->lash, 1);
}

// Four short lashes on the outer third of a shut lid; on an open eye single lashes are too many.
static void paint_shut_lashes(cairo_t *cairo, const struct eye *eye) {
    static const double places[] = {0.58, 0.70, 0.81, 0.91};
    static const double widths[] = {0.0055, 0.004, 0.001};
    double grown = (eye->state->closing - LASHES_FROM) / (1 - LASHES_FROM);
    if (grown <= 0) {
        return;
    }
    double tilt = eye->view->face->head.tilt;
    for (int i = 0; i < 4; i++) {
        struct point root = eye->upper[(int)lround(places[i] * (eye->uppers - 1))];
        double length = 0.024 * grown;
        // More and more outwards, with a slight upward bend at the tip.
        double slant = 0.42 + 0.16 * i;
        struct point way = {eye->out * sin(slant), cos(slant)};
        struct point bend = {eye->out * sin(slant + 0.3), cos(slant + 0.3)};
        struct point lash[3] = {{0, 0},
                                {way.x * length * 0.55, way.y * length * 0.55},
                                {way.x * length * 0.55 + bend.x * length * 0.45,
                                 way.y * length * 0.55 + bend.y * length * 0.45}};
        for (int k = 0; k < 3; k++) {
            lash[k] = (struct point){root.x + lash[k].x * cos(tilt) - lash[k].y * sin(tilt),
                                     root.y + lash[k].x * sin(tilt) + lash[k].y * cos(tilt)};
        }
        paint_taper(cairo, lash, 3, widths, 3, eye->lash, 0.90 * fmin(1, 2 * grown));
    }
}

static void paint_crease(cairo_t *cairo, const struct eye *eye) {
    static const double widths[] = {0.001, 0.0045, 0.0055, 0.0055, 0.001};
    double alpha = 0.46 - 0.16 * eye->state->closing + 0.25 * eye->state->squeeze;
    struct point knots[LID_KNOTS];
    knots_of(eye, crease, knots);
    paint_taper(cairo, knots, LID_KNOTS, widths, 5, eye->view->colours->line, alpha);
}

void eyes_paint(cairo_t *cairo, const struct face_view *view) {
    cairo_save(cairo);
    for (int side = 0; side < FACE_SIDES; side++) {
        struct eye eye = eye_of(view, (enum face_side)side);
        paint_lid(cairo, &eye);
        if (opening(&eye) > OPENING_MIN) {
            paint_ball(cairo, &eye);
        }
        paint_lower_rim(cairo, &eye);
        paint_upper_lashes(cairo, &eye);
        paint_shut_lashes(cairo, &eye);
        paint_crease(cairo, &eye);
    }
    cairo_restore(cairo);
}
