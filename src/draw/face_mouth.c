// SPDX-License-Identifier: MIT
#include "draw/face_mouth.h"

#include <math.h>
#include <string.h>

#include "draw/face_touch.h"

// How far apart the lips have to be for something to be seen between them, face widths.
static const double PARTED = 0.003;
// The dark between the lips.
static const struct colour DARK = {46.0 / 255, 13.0 / 255, 13.0 / 255};

double mouth_step(double from, double to, double value) {
    double t = fmin(1, fmax(0, (value - from) / (to - from)));
    return t * t * (3 - 2 * t);
}

void lip_knots(const struct lip_edge *edge, struct point out[LIP_KNOTS]) {
    for (int i = 0; i < LIP_KNOTS; i++) {
        out[i] = edge->at[(edge->count - 1) * i / (LIP_KNOTS - 1)];
    }
}

static struct point point_between(struct point a, struct point b, double share) {
    return (struct point){a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
}

static void take_edge(const struct face *face, enum face_curve curve, struct lip_edge *edge) {
    edge->count = face_curve(face, curve, FACE_RIGHT, edge->at);
}

// The edges of both lips are one loop. Near its corners it is smoothed by so many rounds of
// averaging with the neighbours as the mouth is open: a spline through few knots leaves a hole with
// corners.
enum { ROUNDS = 60 };
// Where that begins to fade and where it ends, in shares of an edge from its corner.
static const double ROUND_NEAR = 0.22, ROUND_FAR = 0.44;
// Puckered lips are round outside even when they are shut.
static const double PUCKER_ROUND = 0.6;

static void round_corners(struct lip_edge *upper, struct lip_edge *lower, double openness) {
    struct point loop[2 * FACE_CURVE_MAX], next[2 * FACE_CURVE_MAX];
    int last = upper->count - 1, count = 2 * last;
    if (openness <= 0 || last < 2 || lower->count != upper->count) {
        return;
    }
    for (int i = 0; i < last; i++) {
        loop[i] = upper->at[i];
        loop[last + i] = lower->at[last - i];
    }
    for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < count; i++) {
            struct point a = loop[(i + count - 1) % count], b = loop[i], c = loop[(i + 1) % count];
            next[i] = (struct point){(a.x + 2 * b.x + c.x) / 4, (a.y + 2 * b.y + c.y) / 4};
        }
        memcpy(loop, next, (size_t)count * sizeof *loop);
    }
    for (int i = 0; i <= last; i++) {
        double share = fmin(i, last - i) / last;
        double by = openness * (1 - mouth_step(ROUND_NEAR, ROUND_FAR, share));
        upper->at[i] = point_between(upper->at[i], loop[i], by);
        lower->at[i] = point_between(lower->at[i], loop[(count - i) % count], by);
    }
}

static void take_measures(struct mouth *mouth) {
    const struct face *face = mouth->view->face;
    const struct lip_edge *upper = &mouth->upper_inner, *lower = &mouth->lower_inner;
    for (int i = 0; i < upper->count && i < lower->count; i++) {
        mouth->gap = fmax(mouth->gap,
                          hypot(lower->at[i].x - upper->at[i].x, lower->at[i].y - upper->at[i].y));
    }
    mouth->openness = mouth_step(0.015, 0.10, face->open);
    mouth->pucker = 0.5 * (face->units.strength[UNIT_AU18][FACE_LEFT] +
                           face->units.strength[UNIT_AU18][FACE_RIGHT]);
    // As far as both sides reach: a pull of one side must not show on the other.
    mouth->half_width = fmin(face->at[FACE_RIGHT][LANDMARK_MOUTH_CORNER].x,
                             -face->at[FACE_LEFT][LANDMARK_MOUTH_CORNER].x);
}

struct mouth mouth_of(cairo_t *cairo, const struct face_view *view) {
    struct mouth mouth = {.cairo = cairo, .view = view};
    take_edge(view->face, CURVE_UPPER_EDGE, &mouth.upper_edge);
    take_edge(view->face, CURVE_UPPER_INNER, &mouth.upper_inner);
    take_edge(view->face, CURVE_LOWER_INNER, &mouth.lower_inner);
    take_edge(view->face, CURVE_LOWER_EDGE, &mouth.lower_edge);
    take_measures(&mouth);
    round_corners(&mouth.upper_inner, &mouth.lower_inner, mouth.openness);
    round_corners(&mouth.upper_edge, &mouth.lower_edge,
                  fmax(mouth.openness, PUCKER_ROUND * mouth.pucker));
    return mouth;
}

// The closed shape between an edge and its partner.
static void path_between(cairo_t *cairo, const struct lip_edge *one, const struct lip_edge *other) {
    cairo_new_path(cairo);
    for (int i = 0; i < one->count; i++) {
        cairo_line_to(cairo, one->at[i].x, one->at[i].y);
    }
    for (int i = other->count - 1; i >= 0; i--) {
        cairo_line_to(cairo, other->at[i].x, other->at[i].y);
    }
    cairo_close_path(cairo);
}

// A strip along an edge.
static void along(const struct mouth *mouth, const struct lip_edge *edge, double width,
                  struct colour colour, double alpha) {
    struct point knots[LIP_KNOTS];
    lip_knots(edge, knots);
    paint_soft(mouth->cairo, knots, LIP_KNOTS, width, colour, alpha);
}

static double height_between(const struct lip_edge *one, const struct lip_edge *other) {
    struct point a = one->at[one->count / 2], b = other->at[other->count / 2];
    return hypot(b.x - a.x, b.y - a.y);
}

static struct point share_between(const struct lip_edge *one, const struct lip_edge *other,
                                  double share) {
    return point_between(one->at[one->count / 2], other->at[other->count / 2], share);
}

static void paint_inside(const struct mouth *mouth) {
    if (mouth->gap <= PARTED) {
        return;
    }
    cairo_save(mouth->cairo);
    path_between(mouth->cairo, &mouth->upper_inner, &mouth->lower_inner);
    cairo_clip(mouth->cairo);
    mouth_paint_inside(mouth);
    cairo_restore(mouth->cairo);
}

// A gradient down the middle of a lip; the strips over it follow its bends.
static cairo_pattern_t *down(const struct lip_edge *from, const struct lip_edge *to) {
    struct point top = share_between(from, to, 0), foot = share_between(from, to, 1);
    return cairo_pattern_create_linear(top.x, top.y, foot.x, foot.y + 1e-6);
}

static void stop(cairo_pattern_t *pattern, double offset, struct colour colour) {
    cairo_pattern_add_color_stop_rgb(pattern, offset, colour.red, colour.green, colour.blue);
}

static void fill_with(cairo_t *cairo, cairo_pattern_t *pattern) {
    cairo_set_source(cairo, pattern);
    cairo_fill_preserve(cairo);
    cairo_pattern_destroy(pattern);
}

static void paint_upper_lip(const struct mouth *mouth) {
    const struct face_colours *c = mouth->view->colours;
    cairo_t *cairo = mouth->cairo;
    double height = height_between(&mouth->upper_edge, &mouth->upper_inner);
    along(mouth, &mouth->upper_edge, 0.022, c->lip, 0.22);
    cairo_save(cairo);
    path_between(cairo, &mouth->upper_edge, &mouth->upper_inner);
    cairo_pattern_t *fill = down(&mouth->upper_edge, &mouth->upper_inner);
    stop(fill, 0, colour_mix(c->lip, c->base, 0.30));
    stop(fill, 1, colour_mix(c->lip, c->line, 0.08));
    fill_with(cairo, fill);
    cairo_clip(cairo);
    along(mouth, &mouth->upper_edge, 0.75 * height, c->base, 0.34);
    along(mouth, &mouth->upper_inner, 0.75 * height, c->line, 0.26);
    cairo_restore(cairo);
    struct lip_edge above = mouth->upper_edge; // the light on the bow lies on the skin
    for (int i = 0; i < above.count; i++) {
        above.at[i].y -= 0.005;
    }
    along(mouth, &above, 0.014, c->light, 0.32);
}

static void paint_lower_lip(const struct mouth *mouth) {
    const struct face_colours *c = mouth->view->colours;
    cairo_t *cairo = mouth->cairo;
    const struct lip_edge *inner = &mouth->lower_inner, *edge = &mouth->lower_edge;
    double height = height_between(inner, edge);
    along(mouth, edge, 0.026, c->lip, 0.26);
    cairo_save(cairo);
    path_between(cairo, inner, edge);
    cairo_pattern_t *fill = down(inner, edge);
    stop(fill, 0, colour_mix(c->lip, c->base, 0.06));
    stop(fill, 0.45, colour_mix(colour_mix(c->lip, c->light, 0.18), c->blush, 0.22));
    stop(fill, 1, colour_mix(c->lip, c->base, 0.36));
    fill_with(cairo, fill);
    cairo_clip(cairo);
    along(mouth, edge, 0.45 * height, c->base, 0.26);
    along(mouth, inner, 0.35 * height, c->line, 0.20 + 0.16 * mouth->openness);
    paint_blob(cairo, share_between(inner, edge, 0.48), 0.49 * mouth->half_width, 0.42 * height,
               mouth->view->face->head.tilt, c->light, 0.30);
    cairo_restore(cairo);
}

static void paint_seam(const struct mouth *mouth) {
    double open = mouth_step(0.002, 0.03, mouth->gap);
    static const double shut[] = {.004, .0085, .0065, .0055, .0065, .0085, .004};
    static const double parted[] = {.004, .006, .004, .003, .004, .006, .004};
    double widths[7];
    for (int i = 0; i < 7; i++) {
        widths[i] = shut[i] + open * (parted[i] - shut[i]);
    }
    paint_taper(mouth->cairo, mouth->upper_inner.at, mouth->upper_inner.count, widths, 7,
                colour_mix(mouth->view->colours->line, DARK, 0.45), 0.88);
}

// The corner: a soft dimple, and the line that runs out into the cheek. With the mouth open it has
// to go, or the mouth looks pinned.
static void paint_corner(const struct mouth *mouth, enum face_side side) {
    const struct face_view *view = mouth->view;
    const struct face_colours *c = view->colours;
    struct touch touch = {mouth->cairo, view, side};
    double smile = view->face->units.strength[UNIT_AU12][side];
    struct point corner = touch_beside(&touch, LANDMARK_MOUTH_CORNER, 0, 0);
    touch_blob(&touch, corner, (struct point){0.024, 0.024}, 0, c->shadow,
               0.55 * (1 - 0.6 * mouth->openness));
    const struct point tail[] = {{-0.006, 0.001}, {0.007, 0}, {0.020, 0.002 - 0.006 * smile}};
    struct point points[3];
    touch_row(&touch, LANDMARK_MOUTH_CORNER, tail, 3, points);
    const double widths[] = {0.004, 0.0035, 0.001};
    paint_taper(mouth->cairo, points, 3, widths, 3, colour_mix(c->line, DARK, 0.25),
                (0.70 - 0.25 * smile) * (1 - 0.7 * mouth->pucker) *
                    (1 - mouth_step(0.012, 0.060, view->face->open)));
}

void mouth_paint(cairo_t *cairo, const struct face_view *view) {
    struct mouth mouth = mouth_of(cairo, view);
    struct touch middle = {cairo, view, FACE_RIGHT};
    cairo_save(cairo);
    touch_blob(&middle, touch_beside(&middle, LANDMARK_LOWER_EDGE_0, 0, 0.012),
               (struct point){0.6 * mouth.half_width, 0.030}, 0, view->colours->shadow, 0.50);
    paint_corner(&mouth, FACE_LEFT);
    paint_corner(&mouth, FACE_RIGHT);
    paint_inside(&mouth);
    paint_upper_lip(&mouth);
    paint_lower_lip(&mouth);
    paint_seam(&mouth);
    cairo_restore(cairo);
}
