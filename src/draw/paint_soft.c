// SPDX-License-Identifier: MIT
#include <math.h>

#include "draw/paint.h"
#include "draw/paint_inside.h"
#include "draw/paint_mask.h"

static bool is_picture(cairo_t *cairo) {
    return cairo_surface_get_type(cairo_get_group_target(cairo)) == CAIRO_SURFACE_TYPE_IMAGE;
}

// From the unit circle to where the spot lies.
static cairo_matrix_t spot_matrix(struct point at, double rx, double ry, double angle) {
    double cosine = cos(angle), sine = sin(angle);
    cairo_matrix_t matrix;
    cairo_matrix_init(&matrix, rx * cosine, rx * sine, -ry * sine, ry * cosine, at.x, at.y);
    return matrix;
}

static void blob_of_gradient(cairo_t *cairo, const cairo_matrix_t *matrix, struct colour colour,
                             double alpha) {
    enum { STOPS = 8 };
    cairo_save(cairo);
    cairo_pattern_t *pattern = cairo_pattern_create_radial(0, 0, 0, 0, 0, 1);
    for (int i = 0; i <= STOPS; i++) {
        double at = (double)i / STOPS;
        cairo_pattern_add_color_stop_rgba(pattern, at, colour.red, colour.green, colour.blue,
                                          alpha * paint_bell(at * at));
    }
    cairo_pattern_set_extend(pattern, CAIRO_EXTEND_NONE);
    cairo_transform(cairo, matrix);
    cairo_set_source(cairo, pattern);
    cairo_paint(cairo);
    cairo_pattern_destroy(pattern);
    cairo_restore(cairo);
}

void paint_blob(cairo_t *cairo, struct point at, double rx, double ry, double angle,
                struct colour colour, double alpha) {
    if (!isfinite(at.x + at.y + rx + ry + angle) || !(rx > 0) || !(ry > 0) || !(alpha > 0)) {
        return;
    }
    cairo_matrix_t matrix = spot_matrix(at, rx, ry, angle);
    double across = hypot(matrix.xx, matrix.xy), down = hypot(matrix.yx, matrix.yy);
    if (!paint_is_seen(cairo, (struct point){at.x - across, at.y - down},
                       (struct point){at.x + across, at.y + down})) {
        return;
    }
    alpha = fmin(alpha, 1);
    if (!is_picture(cairo)) {
        blob_of_gradient(cairo, &matrix, colour, alpha);
        return;
    }
    cairo_matrix_t to_device;
    cairo_get_matrix(cairo, &to_device);
    cairo_matrix_multiply(&matrix, &matrix, &to_device);
    across = hypot(matrix.xx, matrix.xy);
    down = hypot(matrix.yx, matrix.yy);
    struct point middle = {matrix.x0, matrix.y0};
    struct mask mask;
    if (cairo_matrix_invert(&matrix) == CAIRO_STATUS_SUCCESS &&
        mask_open(cairo, (struct point){middle.x - across, middle.y - down},
                  (struct point){middle.x + across, middle.y + down}, &mask)) {
        mask_spot(&mask, &matrix, alpha);
        mask_lay(cairo, &mask, colour);
    }
}

// A strip: its spine, lengthened at both ends, at even distances, with the half-width and the
// strength there.
enum { STRIP_PIECES = 28, STRIP_POINTS = STRIP_PIECES + 1 };
struct strip {
    struct point spine[STRIP_POINTS];
    double half[STRIP_POINTS], strength[STRIP_POINTS];
};

// How far it fades before its ends, as a share of the width.
static const double STRIP_LONGER = 0.48;

// The samples with both ends drawn out straight. `out` has room for two more.
static int lengthen(const struct point *points, int count, double by, struct point *out) {
    struct point first = paint_side(points, count, 0);
    struct point last = paint_side(points, count, count - 1);
    out[0] = (struct point){points[0].x - first.y * by, points[0].y + first.x * by};
    for (int i = 0; i < count; i++) {
        out[i + 1] = points[i];
    }
    out[count + 1] =
        (struct point){points[count - 1].x + last.y * by, points[count - 1].y - last.x * by};
    return count + 2;
}

// Points at even distances along straight pieces.
static void spread(const struct point *points, int count, struct point *out, int out_count) {
    double length = 0;
    for (int i = 0; i + 1 < count; i++) {
        length += hypot(points[i + 1].x - points[i].x, points[i + 1].y - points[i].y);
    }
    int piece = 0;
    double passed = 0; // up to the beginning of this piece
    double long_ = hypot(points[1].x - points[0].x, points[1].y - points[0].y);
    for (int i = 0; i < out_count; i++) {
        double at = length * i / (out_count - 1);
        while (piece + 2 < count && passed + long_ < at) {
            passed += long_;
            piece++;
            long_ =
                hypot(points[piece + 1].x - points[piece].x, points[piece + 1].y - points[piece].y);
        }
        double share = long_ > 0 ? fmin((at - passed) / long_, 1) : 0;
        struct point from = points[piece], to = points[piece + 1];
        out[i] = (struct point){from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
    }
}

static void strip_make(struct strip *strip, const struct point *points, int count, double width,
                       double alpha) {
    struct point samples[PAINT_POINTS_MAX], longer[PAINT_POINTS_MAX + 2];
    int steps = (2 * STRIP_PIECES + count - 2) / (count - 1);
    int n = paint_sample(points, count, steps, samples, PAINT_POINTS_MAX);
    n = lengthen(samples, n, STRIP_LONGER * width, longer);
    spread(longer, n, strip->spine, STRIP_POINTS);
    for (int i = 0; i < STRIP_POINTS; i++) {
        double swell = fmax(0, sin(M_PI * i / STRIP_PIECES));
        strip->half[i] = 0.8 * width * (0.55 + 0.45 * pow(swell, 0.6));
        strip->strength[i] = 0.9 * alpha * pow(swell, 0.7);
    }
}

static struct corner corner_of(cairo_t *cairo, const struct strip *strip, int i, double side) {
    struct point across = paint_side(strip->spine, STRIP_POINTS, i);
    double far = side * strip->half[i];
    struct corner corner = {
        {strip->spine[i].x + across.x * far, strip->spine[i].y + across.y * far},
        fabs(side),
        255 * strip->strength[i]};
    cairo_user_to_device(cairo, &corner.at.x, &corner.at.y);
    return corner;
}

static void soft_of_pixels(cairo_t *cairo, const struct strip *strip, struct colour colour) {
    struct corner corners[STRIP_POINTS][3];
    struct point all[STRIP_POINTS * 3], least, most;
    for (int i = 0; i < STRIP_POINTS; i++) {
        for (int j = 0; j < 3; j++) {
            corners[i][j] = corner_of(cairo, strip, i, j - 1);
            all[i * 3 + j] = corners[i][j].at;
        }
    }
    paint_extents(all, STRIP_POINTS * 3, 0, &least, &most);
    struct mask mask;
    if (!mask_open(cairo, least, most, &mask)) {
        return;
    }
    for (int i = 0; i + 1 < STRIP_POINTS; i++) {
        for (int j = 0; j < 3; j += 2) {
            mask_triangle(&mask, &corners[i][1], &corners[i][j], &corners[i + 1][j]);
            mask_triangle(&mask, &corners[i][1], &corners[i + 1][j], &corners[i + 1][1]);
        }
    }
    mask_lay(cairo, &mask, colour);
}

// A chain of spots that overlap by half: about as deep as the strip.
static void soft_of_blobs(cairo_t *cairo, const struct strip *strip, double width,
                          struct colour colour, double alpha) {
    enum { BLOBS_MAX = 200 };
    const double overlap = 1.55, radius = 0.62 * width;
    double length = 0;
    for (int i = 0; i < STRIP_PIECES; i++) {
        length += hypot(strip->spine[i + 1].x - strip->spine[i].x,
                        strip->spine[i + 1].y - strip->spine[i].y);
    }
    length -= 2 * STRIP_LONGER * width;
    int count = (int)fmin(BLOBS_MAX, fmax(2, ceil(length / (0.95 * radius)) + 1));
    double start = STRIP_LONGER * width / (length + 2 * STRIP_LONGER * width);
    double spacing = length / (count - 1);
    double each = 1 - pow(1 - alpha, 1 / overlap);
    for (int i = 0; i < count; i++) {
        double t = (double)i / (count - 1);
        double at = (start + t * (1 - 2 * start)) * STRIP_PIECES;
        int k = (int)fmin(at, STRIP_PIECES - 1);
        struct point from = strip->spine[k], to = strip->spine[k + 1];
        struct point place = {from.x + (to.x - from.x) * (at - k),
                              from.y + (to.y - from.y) * (at - k)};
        double fade = 0.25 + 0.75 * pow(fmax(0, sin(M_PI * t)), 0.8);
        paint_blob(cairo, place, fmax(overlap * spacing, 0.5 * radius), radius,
                   atan2(to.y - from.y, to.x - from.x), colour, each * fade);
    }
}

void paint_soft(cairo_t *cairo, const struct point *points, int count, double width,
                struct colour colour, double alpha) {
    if (count < 2 || count > PAINT_POINTS_MAX || !isfinite(width) || !(width > 0) || !(alpha > 0) ||
        !paint_all_finite(points, count)) {
        return;
    }
    struct point least, most;
    paint_extents(points, count, 1.3 * width, &least, &most);
    double swing = (most.x - least.x + most.y - least.y) / 8;
    least = (struct point){least.x - swing, least.y - swing};
    most = (struct point){most.x + swing, most.y + swing};
    if (!paint_is_seen(cairo, least, most)) {
        return;
    }
    struct strip strip;
    strip_make(&strip, points, count, width, fmin(alpha, 1));
    if (is_picture(cairo)) {
        soft_of_pixels(cairo, &strip, colour);
    } else {
        soft_of_blobs(cairo, &strip, width, colour, fmin(alpha, 1));
    }
}
