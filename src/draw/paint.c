// SPDX-License-Identifier: MIT
#include "draw/paint.h"

#include <math.h>
#include <stddef.h>

#include "draw/paint_inside.h"

struct colour paint_hex(unsigned rgb) {
    return (struct colour){(double)(rgb >> 16 & 255) / 255, (double)(rgb >> 8 & 255) / 255,
                           (double)(rgb & 255) / 255};
}

void paint_use(cairo_t *cairo, struct colour colour, double alpha) {
    cairo_set_source_rgba(cairo, colour.red, colour.green, colour.blue, alpha);
}

bool paint_all_finite(const struct point *points, int count) {
    for (int i = 0; i < count; i++) {
        if (!isfinite(points[i].x) || !isfinite(points[i].y)) {
            return false;
        }
    }
    return true;
}

bool paint_is_seen(cairo_t *cairo, struct point least, struct point most) {
    double left, top, right, bottom;
    cairo_clip_extents(cairo, &left, &top, &right, &bottom);
    return most.x > left && least.x < right && most.y > top && least.y < bottom;
}

static struct point along(struct point from, struct point to, double share) {
    return (struct point){from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
}

// A span of a smooth curve as a cubic: its ends and its handles. At the ends of an open curve the
// missing neighbour is the end itself.
struct span {
    struct point from, first, second, to;
};

static struct span span_of(const struct point *points, int count, bool closed, int i) {
    int before = closed ? (i + count - 1) % count : (i > 0 ? i - 1 : 0);
    int next = (i + 1) % count;
    int after = closed ? (i + 2) % count : (i + 2 < count ? i + 2 : count - 1);
    struct point a = points[before], b = points[i], c = points[next], d = points[after];
    return (struct span){.from = b,
                         .first = {b.x + (c.x - a.x) / 6, b.y + (c.y - a.y) / 6},
                         .second = {c.x - (d.x - b.x) / 6, c.y - (d.y - b.y) / 6},
                         .to = c};
}

static struct point span_at(const struct span *span, double t) {
    struct point one = along(span->from, span->first, t);
    struct point two = along(span->first, span->second, t);
    struct point three = along(span->second, span->to, t);
    return along(along(one, two, t), along(two, three, t), t);
}

static void add_spans(cairo_t *cairo, const struct point *points, int count, bool closed) {
    int spans = closed ? count : count - 1;
    for (int i = 0; i < spans; i++) {
        struct span span = span_of(points, count, closed, i);
        cairo_curve_to(cairo, span.first.x, span.first.y, span.second.x, span.second.y, span.to.x,
                       span.to.y);
    }
}

void paint_path(cairo_t *cairo, const struct point *points, int count, bool closed) {
    if (count < 1 || !paint_all_finite(points, count)) {
        return;
    }
    cairo_move_to(cairo, points[0].x, points[0].y);
    add_spans(cairo, points, count, closed);
    if (closed) {
        cairo_close_path(cairo);
    }
}

void paint_path_on(cairo_t *cairo, const struct point *points, int count) {
    if (count < 1 || !paint_all_finite(points, count)) {
        return;
    }
    cairo_line_to(cairo, points[0].x, points[0].y);
    add_spans(cairo, points, count, false);
}

void paint_line(cairo_t *cairo, const struct point *points, int count, bool closed) {
    if (count < 1 || !paint_all_finite(points, count)) {
        return;
    }
    cairo_move_to(cairo, points[0].x, points[0].y);
    for (int i = 1; i < count; i++) {
        cairo_line_to(cairo, points[i].x, points[i].y);
    }
    if (closed) {
        cairo_close_path(cairo);
    }
}

int paint_sample(const struct point *points, int count, int steps, struct point *out, int max) {
    if (count < 1 || max < 1) {
        return 0;
    }
    while (steps > 1 && (count - 1) * steps + 1 > max) {
        steps--; // coarser rather than cut off
    }
    int n = 0;
    for (int i = 0; i + 1 < count && n + steps < max; i++) {
        struct span span = span_of(points, count, false, i);
        for (int j = 0; j < steps; j++) {
            out[n++] = span_at(&span, (double)j / steps);
        }
    }
    out[n++] = points[count - 1];
    return n;
}

void paint_mirrored(const struct point *points, int count, struct point *out) {
    for (int i = 0; i < count; i++) {
        out[i] = (struct point){-points[i].x, points[i].y};
    }
}

struct point paint_side(const struct point *points, int count, int i) {
    // Neighbours that lie on the point itself say nothing of the direction: look farther.
    for (int reach = 1; reach < count; reach++) {
        struct point before = points[i > reach ? i - reach : 0];
        struct point after = points[i + reach < count ? i + reach : count - 1];
        double length = hypot(after.x - before.x, after.y - before.y);
        if (length > 1e-9) {
            return (struct point){-(after.y - before.y) / length, (after.x - before.x) / length};
        }
    }
    return (struct point){0, 0};
}

double paint_value_at(const double *values, int count, double share) {
    double at = fmin(fmax(share, 0), 1) * (count - 1);
    int i = (int)at;
    if (i >= count - 1) {
        return values[count - 1];
    }
    double a = values[i > 0 ? i - 1 : 0], b = values[i], c = values[i + 1];
    double d = values[i + 2 < count ? i + 2 : count - 1];
    double t = at - i;
    double slope = (c - a) / 2, next = (d - b) / 2;
    return b +
           t * (slope + t * (3 * (c - b) - 2 * slope - next + t * (2 * (b - c) + slope + next)));
}

// Enough pieces that no corner is seen on a large screen, with room for both edges.
enum { TAPER_PIECES = 48, TAPER_MAX = PAINT_POINTS_MAX };

// The spine and, on return, its two edges as one outline: along the one and back along the other.
static int taper_outline(const struct point *spine, int count, const double *widths,
                         int width_count, struct point out[2 * TAPER_MAX]) {
    for (int i = 0; i < count; i++) {
        double share = count > 1 ? (double)i / (count - 1) : 0;
        double half = fmax(0, paint_value_at(widths, width_count, share)) / 2;
        struct point side = paint_side(spine, count, i);
        out[i] = (struct point){spine[i].x + side.x * half, spine[i].y + side.y * half};
        out[2 * count - 1 - i] =
            (struct point){spine[i].x - side.x * half, spine[i].y - side.y * half};
    }
    return 2 * count;
}

void paint_extents(const struct point *points, int count, double margin, struct point *least,
                   struct point *most) {
    *least = *most = points[0];
    for (int i = 1; i < count; i++) {
        *least = (struct point){fmin(least->x, points[i].x), fmin(least->y, points[i].y)};
        *most = (struct point){fmax(most->x, points[i].x), fmax(most->y, points[i].y)};
    }
    *least = (struct point){least->x - margin, least->y - margin};
    *most = (struct point){most->x + margin, most->y + margin};
}

// The outline of a taper, or nothing if there is none to be seen.
static int taper_seen(cairo_t *cairo, const struct point *points, int count, const double *widths,
                      int width_count, struct point outline[2 * TAPER_MAX]) {
    if (count < 2 || width_count < 1 || !paint_all_finite(points, count)) {
        return 0;
    }
    double widest = 0;
    for (int i = 0; i < width_count; i++) {
        if (!isfinite(widths[i])) {
            return 0;
        }
        widest = fmax(widest, widths[i]);
    }
    struct point spine[TAPER_MAX], least, most;
    paint_extents(points, count, widest, &least, &most);
    // A smooth curve may swing out of the box of its knots by a part of its size.
    double swing = (most.x - least.x + most.y - least.y) / 8;
    least = (struct point){least.x - swing, least.y - swing};
    most = (struct point){most.x + swing, most.y + swing};
    if (!paint_is_seen(cairo, least, most)) {
        return 0;
    }
    int steps = (TAPER_PIECES + count - 2) / (count - 1);
    int n = paint_sample(points, count, steps, spine, TAPER_MAX);
    return taper_outline(spine, n, widths, width_count, outline);
}

// Fills the outline with the source that is set, and leaves the path as it was.
static void fill_apart(cairo_t *cairo, const struct point *outline, int count) {
    cairo_path_t *kept = cairo_has_current_point(cairo) ? cairo_copy_path(cairo) : NULL;
    cairo_new_path(cairo);
    paint_line(cairo, outline, count, true);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_WINDING);
    cairo_fill(cairo);
    if (kept) {
        cairo_append_path(cairo, kept);
        cairo_path_destroy(kept);
    }
}

void paint_taper(cairo_t *cairo, const struct point *points, int count, const double *widths,
                 int width_count, struct colour colour, double alpha) {
    struct point outline[2 * TAPER_MAX];
    int n = alpha > 0 ? taper_seen(cairo, points, count, widths, width_count, outline) : 0;
    if (n > 0) {
        cairo_save(cairo);
        paint_use(cairo, colour, alpha);
        fill_apart(cairo, outline, n);
        cairo_restore(cairo);
    }
}

// Alphas along the curve, laid on the straight line between its ends.
static cairo_pattern_t *faded(const struct point *points, int count, struct colour colour,
                              struct paint_values alphas) {
    enum { STOPS = 12 };
    struct point from = points[0], to = points[count - 1];
    struct point way = {to.x - from.x, to.y - from.y};
    double square = fmax(way.x * way.x + way.y * way.y, 1e-12);
    cairo_pattern_t *pattern = cairo_pattern_create_linear(from.x, from.y, to.x, to.y);
    double farthest = 0;
    for (int i = 0; i <= STOPS; i++) {
        double share = (double)i / STOPS;
        double at = share * (count - 1);
        int k = at < count - 1 ? (int)at : count - 2;
        struct point place = along(points[k], points[k + 1], at - k);
        double offset = ((place.x - from.x) * way.x + (place.y - from.y) * way.y) / square;
        farthest = fmin(fmax(farthest, offset), 1);
        double alpha = fmin(fmax(paint_value_at(alphas.values, alphas.count, share), 0), 1);
        cairo_pattern_add_color_stop_rgba(pattern, farthest, colour.red, colour.green, colour.blue,
                                          alpha);
    }
    return pattern;
}

void paint_taper_faded(cairo_t *cairo, const struct point *points, int count,
                       struct paint_values widths, struct colour colour,
                       struct paint_values alphas) {
    for (int i = 0; i < alphas.count; i++) {
        if (!isfinite(alphas.values[i])) {
            return;
        }
    }
    struct point outline[2 * TAPER_MAX];
    int n = alphas.count > 0
                ? taper_seen(cairo, points, count, widths.values, widths.count, outline)
                : 0;
    if (n > 0) {
        cairo_save(cairo);
        cairo_pattern_t *pattern = faded(points, count, colour, alphas);
        cairo_set_source(cairo, pattern);
        fill_apart(cairo, outline, n);
        cairo_pattern_destroy(pattern);
        cairo_restore(cairo);
    }
}
