// SPDX-License-Identifier: MIT
#include <math.h>

#include "draw/face_folds.h"

// Folds of the upper face. The places and strengths are those of face/face.md section 5.4; each
// grows from nothing with its unit.

static const double PI = 3.14159265358979323846;

// The lines of the forehead from the middle outwards, the lowest first. Only the middle one crosses
// the middle of the face; the others begin and end at different places, or they read as a staff of
// music.
static const struct {
    double y, from, to;
    double follow; // how far it arches with the brow
    double alpha;
} forehead[] = {
    {-0.268, 0.060, 0.300, 0.030, 0.46},
    {-0.315, 0.000, 0.310, 0.026, 0.38},
    {-0.362, 0.030, 0.250, 0.020, 0.32},
};
enum { FOREHEAD = sizeof forehead / sizeof forehead[0], FOREHEAD_POINTS = 9 };
// How far the skin of the forehead is pushed up.
static const double FOREHEAD_RISE = 0.018;

static struct point on_forehead(const struct touch *touch, int line, double x) {
    const double(*units)[FACE_SIDES] = touch->view->face->units.strength;
    double inner = units[UNIT_AU1][touch->side], outer = units[UNIT_AU2][touch->side];
    double share = fmin(1, x / 0.30); // from the inner brow's pull to the outer one's
    double pull = inner + share * (outer - inner);
    double arch = 0.55 * forehead[line].follow * sin(PI * x / 0.33);
    double ripple = 0.0022 * sin(31 * x + 2.1 * line);
    double y = forehead[line].y - pull * (FOREHEAD_RISE + arch) + ripple;
    return touch_on_skin(touch, (struct point){x, y});
}

static void forehead_row(const struct touch *touch, int line, double from, double to,
                         struct point out[FOREHEAD_POINTS]) {
    for (int i = 0; i < FOREHEAD_POINTS; i++) {
        out[i] = on_forehead(touch, line, from + (to - from) * i / (FOREHEAD_POINTS - 1));
    }
}

static void paint_forehead_side(const struct touch *touch, double k) {
    for (int line = 0; line < FOREHEAD; line++) {
        bool crosses = forehead[line].from <= 0;
        struct point row[FOREHEAD_POINTS];
        forehead_row(touch, line, forehead[line].from, forehead[line].to, row);
        const struct fold fold = {.line_width = 0.006,
                                  .line = crosses ? 0 : forehead[line].alpha * k,
                                  .shade_width = 0.020,
                                  .shade = 0.30 * k,
                                  .light_width = 0.030,
                                  .light = 0.34 * k,
                                  .light_by = {0, 0.018}};
        touch_fold(touch, row, FOREHEAD_POINTS, &fold);
    }
}

// The line that crosses the middle is one stroke for both sides: two would show their seam.
static void paint_forehead_middle(const struct touch sides[FACE_SIDES]) {
    enum { LINE = 1, COUNT = 2 * FOREHEAD_POINTS - 1 };
    double left = sides[FACE_LEFT].view->face->state[FACE_LEFT].brow;
    double right = sides[FACE_RIGHT].view->face->state[FACE_RIGHT].brow;
    if (left <= 0 && right <= 0) {
        return;
    }
    struct point half[FOREHEAD_POINTS], row[COUNT];
    for (int side = 0; side < FACE_SIDES; side++) {
        forehead_row(&sides[side], LINE, forehead[LINE].from, forehead[LINE].to, half);
        for (int i = 0; i < FOREHEAD_POINTS; i++) {
            row[FOREHEAD_POINTS - 1 + (side == FACE_LEFT ? -i : i)] = half[i];
        }
    }
    double middle = fmin(left, right); // a brow that rests keeps its half smooth
    row[FOREHEAD_POINTS - 1].y = 0.5 * (row[FOREHEAD_POINTS - 2].y + row[FOREHEAD_POINTS].y);
    const double widths[] = {0.001, 0.0045, 0.006, 0.005, 0.0035, 0.005, 0.006, 0.0045, 0.001};
    const double alpha = forehead[LINE].alpha;
    const double alphas[] = {alpha * left,  alpha * left,   alpha * left,
                             alpha * left,  alpha * middle, alpha * right,
                             alpha * right, alpha * right,  alpha * right};
    paint_taper_faded(sides[0].cairo, row, COUNT, (struct paint_values){widths, 9},
                      sides[0].view->colours->line, (struct paint_values){alphas, 9});
}

// Two upright lines between the brows.
static void paint_glabella(const struct touch *touch) {
    double k = touch->view->face->state[touch->side].glabella;
    static const struct point ways[] = {
        {-0.039, -0.056}, {-0.041, -0.030}, {-0.043, -0.002}, {-0.049, 0.028}};
    struct point row[4];
    touch_row(touch, LANDMARK_BROW_0, ways, 4, row);
    const struct fold fold = {.line_width = 0.0065,
                              .line = 0.48 * k,
                              .shade_width = 0.030,
                              .shade = 0.44 * k,
                              .light_width = 0.030,
                              .light = 0.30 * k,
                              .light_by = {-0.022, 0}};
    touch_fold(touch, row, 4, &fold);
}

// Three short lines on each side of the bridge, as the nose wrinkles.
static void paint_bridge(const struct touch *touch) {
    double k = touch->view->face->units.strength[UNIT_AU9][touch->side];
    static const struct point ways[][3] = {
        {{0.022, -0.020}, {0.040, -0.038}, {0.062, -0.050}},
        {{0.024, 0.012}, {0.046, -0.006}, {0.072, -0.016}},
        {{0.030, 0.046}, {0.052, 0.030}, {0.078, 0.022}},
    };
    for (int line = 0; line < 3; line++) {
        struct point row[3];
        for (int i = 0; i < 3; i++) {
            row[i] = touch_on_skin(touch, ways[line][i]);
        }
        const struct fold fold = {.line_width = 0.0055,
                                  .line = (0.48 - 0.06 * line) * k,
                                  .shade_width = 0.022,
                                  .shade = 0.34 * k,
                                  .light_width = 0.018,
                                  .light = 0.34 * k,
                                  .light_by = {0.004, 0.014}};
        touch_fold(touch, row, 3, &fold);
    }
}

// The soft roll under the lower lid: its light and the line below it.
static void paint_pouch(const struct touch *touch) {
    double k = touch->view->face->state[touch->side].pouch;
    struct point roll = touch_beside(touch, LANDMARK_LID_LOWER_2, 0, 0.012);
    touch_blob(touch, roll, (struct point){0.080, 0.017}, 0, touch->view->colours->light,
               0.28 + 0.45 * k);
    struct point row[3] = {touch_beside(touch, LANDMARK_LID_LOWER_1, -0.010, 0.022),
                           touch_beside(touch, LANDMARK_LID_LOWER_2, 0, 0.027),
                           touch_beside(touch, LANDMARK_LID_LOWER_3, 0.012, 0.026)};
    const struct fold fold = {
        .line_width = 0.005, .line = 0.04 + 0.36 * k, .shade_width = 0.024, .shade = 0.36 * k};
    touch_fold(touch, row, 3, &fold);
}

// Crow's feet: three lines that fan out from the outer corner of the eye.
static void paint_crow(const struct touch *touch) {
    double k = touch->view->face->state[touch->side].crow;
    static const struct point ways[][3] = {
        {{0.028, -0.015}, {0.043, -0.025}, {0.060, -0.032}},
        {{0.030, 0.004}, {0.047, 0.006}, {0.064, 0.004}},
        {{0.026, 0.021}, {0.042, 0.032}, {0.057, 0.039}},
    };
    for (int line = 0; line < 3; line++) {
        struct point row[3];
        touch_row(touch, LANDMARK_CANTHUS_OUTER, ways[line], 3, row);
        const struct fold fold = {.line_width = 0.0055,
                                  .line = 0.42 * k,
                                  .shade_width = 0.014,
                                  .shade = 0.26 * k,
                                  .light_width = 0.014,
                                  .light = 0.26 * k,
                                  .light_by = {0, 0.011}};
        touch_fold(touch, row, 3, &fold);
    }
}

void folds_paint_upper(cairo_t *cairo, const struct face_view *view) {
    const struct touch sides[FACE_SIDES] = {{cairo, view, FACE_LEFT}, {cairo, view, FACE_RIGHT}};
    cairo_save(cairo);
    for (int side = 0; side < FACE_SIDES; side++) {
        paint_forehead_side(&sides[side], view->face->state[side].brow);
        paint_glabella(&sides[side]);
        paint_bridge(&sides[side]);
        paint_pouch(&sides[side]);
        paint_crow(&sides[side]);
    }
    paint_forehead_middle(sides);
    cairo_restore(cairo);
}
