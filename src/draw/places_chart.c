// SPDX-License-Identifier: MIT
#include <math.h>

#include "core/face.h"
#include "draw/paint.h"
#include "draw/places.h"

// The chart: a head in the colours of cards and controls, the places as patches on it, and the
// lines of a quiet face over them.

struct pen {
    cairo_t *cairo;
    const struct theme *theme;
    const struct chart *chart;
    const struct face *face;
    double pixel; // in the face's unit
};

static void use(const struct pen *pen, enum token token, double alpha) {
    theme_use(pen->cairo, pen->theme, token, alpha);
}

static struct colour ink(const struct pen *pen) {
    return theme_colour(pen->theme, TOKEN_TEXT2);
}

static void edge(const struct pen *pen, enum token token, double alpha, double pixels) {
    cairo_set_line_width(pen->cairo, pixels * pen->pixel);
    use(pen, token, alpha);
    cairo_stroke(pen->cairo);
}

// A line of the face, thick in the middle; `width` in pixels.
static void line(const struct pen *pen, const struct point *points, int count, double width,
                 double alpha) {
    double widths[] = {0.2 * width * pen->pixel, width * pen->pixel, 0.2 * width * pen->pixel};
    paint_taper(pen->cairo, points, count, widths, 3, ink(pen), alpha);
}

static void curve(const struct pen *pen, enum face_curve which, enum face_side side, double width,
                  double alpha) {
    struct point points[FACE_CURVE_MAX];
    int count = face_curve(pen->face, which, side, points);
    line(pen, points, count, width, alpha);
}

// Neck and the beginning of the shoulders.
static void paint_neck(const struct pen *pen) {
    static const struct point right[] = {{0.255, 0.56},  {0.252, 0.70}, {0.262, 0.84},
                                         {0.300, 0.915}, {0.42, 0.966}, {0.56, 0.985}};
    enum { KNOTS = sizeof right / sizeof *right };
    struct point left[KNOTS];
    paint_mirrored(right, KNOTS, left);
    struct point back[KNOTS];
    for (int i = 0; i < KNOTS; i++) {
        back[i] = left[KNOTS - 1 - i];
    }
    cairo_new_path(pen->cairo);
    paint_path(pen->cairo, right, KNOTS, false);
    paint_path_on(pen->cairo, back, KNOTS);
    cairo_close_path(pen->cairo);
    use(pen, TOKEN_RAISED, 1);
    cairo_fill(pen->cairo);
    line(pen, right, KNOTS, 1.8, 0.7);
    line(pen, left, KNOTS, 1.8, 0.7);
}

static void paint_ear(const struct pen *pen, enum face_side side) {
    struct point points[FACE_CURVE_MAX];
    int count = face_curve(pen->face, CURVE_EAR, side, points);
    cairo_new_path(pen->cairo);
    paint_line(pen->cairo, points, count, true);
    use(pen, TOKEN_RAISED, 1);
    cairo_fill_preserve(pen->cairo);
    edge(pen, TOKEN_TEXT2, 0.75, 1.5);
}

static void paint_head(const struct pen *pen) {
    struct point points[FACE_CURVE_MAX];
    int count = face_curve(pen->face, CURVE_CONTOUR, FACE_LEFT, points);
    cairo_new_path(pen->cairo);
    paint_line(pen->cairo, points, count, true);
    use(pen, TOKEN_RAISED, 1);
    cairo_fill_preserve(pen->cairo);
    edge(pen, TOKEN_TEXT2, 0.75, 1.5);
}

// Short hair, so that it is a person and no mask.
static void paint_hair(const struct pen *pen) {
    static const struct point outer[] = {{0.488, -0.10}, {0.528, -0.23}, {0.518, -0.40},
                                         {0.42, -0.57},  {0.24, -0.680}, {0.0, -0.712}};
    static const struct point inner[] = {{0.0, -0.452},   {0.16, -0.462},  {0.30, -0.43},
                                         {0.395, -0.345}, {0.445, -0.245}, {0.468, -0.12}};
    enum { KNOTS = sizeof outer / sizeof *outer };
    struct point path[4 * KNOTS];
    int count = 0;
    for (int i = 0; i < KNOTS; i++) {
        path[count++] = outer[i];
    }
    for (int i = KNOTS - 2; i >= 0; i--) {
        path[count++] = (struct point){-outer[i].x, outer[i].y};
    }
    for (int i = KNOTS - 1; i > 0; i--) {
        path[count++] = (struct point){-inner[i].x, inner[i].y};
    }
    for (int i = 0; i < KNOTS; i++) {
        path[count++] = inner[i];
    }
    cairo_new_path(pen->cairo);
    paint_path(pen->cairo, path, count, true);
    use(pen, TOKEN_RAISED, 1);
    cairo_fill_preserve(pen->cairo);
    use(pen, TOKEN_TEXT2, pen->theme->flat ? 0 : 0.22);
    cairo_fill_preserve(pen->cairo);
    edge(pen, TOKEN_TEXT2, 0.75, 1.5);
}

// Chosen is more than a colour: lines across it and a heavier edge.
static void paint_hatch(const struct pen *pen, struct box box) {
    enum { PITCH = 7 };
    double pitch = PITCH * pen->pixel;
    cairo_save(pen->cairo);
    cairo_clip_preserve(pen->cairo);
    cairo_new_path(pen->cairo);
    int lines = (int)((box.width + box.height) / pitch);
    for (int i = 0; i <= lines; i++) {
        double x = box.x - box.height + i * pitch;
        cairo_move_to(pen->cairo, x, box.y + box.height);
        cairo_line_to(pen->cairo, x + box.height, box.y);
    }
    edge(pen, TOKEN_ACCENT, 0.75, 1.2);
    cairo_restore(pen->cairo);
}

static void paint_place(const struct pen *pen, enum face_place place, enum face_side side) {
    struct point points[PLACE_OUTLINE_MAX];
    int count = place_outline(place, side, points);
    bool chosen = pen->chart->chosen[side] >> place & 1;
    bool warm = pen->chart->warm[side] >> place & 1;
    cairo_new_path(pen->cairo);
    paint_line(pen->cairo, points, count, true);
    if (chosen) {
        use(pen, TOKEN_ACCENT, warm ? 0.5 : 0.4);
        cairo_fill(pen->cairo);
        paint_line(pen->cairo, points, count, true);
        paint_hatch(pen, place_box(place, side));
        cairo_new_path(pen->cairo);
        paint_line(pen->cairo, points, count, true);
        edge(pen, TOKEN_ACCENT, 1, 2.2);
    } else if (pen->chart->named) {
        use(pen, TOKEN_TEXT, warm ? 0.16 : 0.05);
        cairo_fill_preserve(pen->cairo);
        edge(pen, TOKEN_OUTLINE, warm ? 1 : 0.8, warm ? 1.8 : 1);
    }
    cairo_new_path(pen->cairo);
}

static void paint_features(const struct pen *pen, enum face_side side) {
    static const double brow[] = {0.004, 0.022, 0.027, 0.023, 0.002};
    static const struct point wing[] = {{0.106, 0.200}, {0.124, 0.236}, {0.106, 0.268}};
    static const struct point nostril[] = {
        {0.082, 0.270}, {0.054, 0.264}, {0.026, 0.280}, {0.000, 0.288}};
    struct point points[FACE_CURVE_MAX], mirrored[FACE_CURVE_MAX];
    int count = face_curve(pen->face, CURVE_BROW, side, points);
    paint_taper(pen->cairo, points, count, brow, 5, ink(pen), 0.85);
    curve(pen, CURVE_UPPER_LID, side, 3.2, 0.95);
    bool left = side == FACE_LEFT;
    paint_mirrored(wing, 3, mirrored);
    line(pen, left ? mirrored : wing, 3, 1.8, 0.75);
    paint_mirrored(nostril, 4, mirrored);
    line(pen, left ? mirrored : nostril, 4, 2.0, 0.75);
}

static void paint_mouth(const struct pen *pen) {
    curve(pen, CURVE_UPPER_INNER, FACE_LEFT, 3.0, 0.95);
    curve(pen, CURVE_UPPER_EDGE, FACE_LEFT, 1.4, 0.6);
    curve(pen, CURVE_LOWER_EDGE, FACE_LEFT, 1.6, 0.6);
}

void chart_paint(cairo_t *cairo, const struct theme *theme, const struct chart *chart,
                 struct chart_place place, double pixel) {
    struct face_units units = {0};
    units.strength[UNIT_AU43][FACE_LEFT] = units.strength[UNIT_AU43][FACE_RIGHT] = 1;
    const struct face face = face_of_units(&units, &units);
    const struct pen pen = {cairo, theme, chart, &face, pixel / place.unit};
    cairo_save(cairo);
    cairo_translate(cairo, place.x, place.y);
    cairo_scale(cairo, place.unit, place.unit);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    paint_neck(&pen);
    paint_ear(&pen, FACE_LEFT);
    paint_ear(&pen, FACE_RIGHT);
    paint_head(&pen);
    paint_hair(&pen);
    for (int side = 0; side < FACE_SIDES; side++) {
        for (int i = 0; i < PLACE_COUNT; i++) {
            paint_place(&pen, (enum face_place)i, (enum face_side)side);
        }
    }
    paint_features(&pen, FACE_LEFT);
    paint_features(&pen, FACE_RIGHT);
    paint_mouth(&pen);
    cairo_restore(cairo);
}
