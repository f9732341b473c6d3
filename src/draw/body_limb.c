// SPDX-License-Identifier: MIT
#include <assert.h>
#include <math.h>

#include "draw/body_parts.h"

enum { STEPS = 12, SAMPLES = (LIMB_SPINE_MAX - 1) * STEPS + 1, CAP = 12 };

struct strip {
    struct point middle[SAMPLES], left[SAMPLES], right[SAMPLES];
    double half[SAMPLES];
    int count;
};

static struct point side_of(const struct point *line, int count, int i) {
    struct point from = line[i > 0 ? i - 1 : 0];
    struct point to = line[i + 1 < count ? i + 1 : count - 1];
    double length = fmax(hypot(to.x - from.x, to.y - from.y), 1e-9);
    return (struct point){(to.y - from.y) / length, -(to.x - from.x) / length};
}

static double half_at(const struct limb *limb, double at) {
    int i = (int)fmin(floor(at), limb->count - 2);
    double t = at - i;
    double ease = t * t * (3 - 2 * t);
    return limb->halves[i] + (limb->halves[i + 1] - limb->halves[i]) * (0.5 * t + 0.5 * ease);
}

static struct strip strip_of(const struct limb *limb) {
    struct strip strip;
    assert(limb->count >= 2 && limb->count <= LIMB_SPINE_MAX);
    strip.count = paint_sample(limb->spine, limb->count, STEPS, strip.middle, SAMPLES);
    for (int i = 0; i < strip.count; i++) {
        struct point side = side_of(strip.middle, strip.count, i);
        double half = half_at(limb, (double)i * (limb->count - 1) / (strip.count - 1));
        struct point at = strip.middle[i];
        strip.half[i] = half;
        strip.left[i] = (struct point){at.x + side.x * half, at.y + side.y * half};
        strip.right[i] = (struct point){at.x - side.x * half, at.y - side.y * half};
    }
    return strip;
}

static int outline_of(const struct strip *strip, bool round, struct point *out) {
    int count = 0;
    for (int i = strip->count - 1; i >= 0; i--) {
        out[count++] = strip->right[i];
    }
    if (round) {
        struct point at = strip->middle[0];
        double from = atan2(strip->right[0].y - at.y, strip->right[0].x - at.x);
        for (int i = 1; i < CAP; i++) {
            double angle = from + M_PI * i / CAP;
            out[count++] = (struct point){at.x + strip->half[0] * cos(angle),
                                          at.y + strip->half[0] * sin(angle)};
        }
    }
    for (int i = 0; i < strip->count; i++) {
        out[count++] = strip->left[i];
    }
    return count;
}

// A line within the strip, `share` of the half width to the left.
static int within(const struct strip *strip, double share, struct point *out) {
    enum { EVERY = 6 };
    int count = 0;
    for (int i = 0; i < strip->count; i += EVERY) {
        struct point at = strip->middle[i];
        out[count++] = (struct point){at.x + (strip->left[i].x - at.x) * share,
                                      at.y + (strip->left[i].y - at.y) * share};
    }
    return count;
}

void body_limb_paint(cairo_t *cairo, const struct limb *limb, const struct body_cloth *cloth) {
    struct strip strip = strip_of(limb);
    struct point outline[2 * SAMPLES + CAP];
    struct point line[SAMPLES];
    int count = outline_of(&strip, limb->round, outline);
    double width = strip.half[strip.count / 2];
    cairo_save(cairo);
    cairo_new_path(cairo);
    paint_line(cairo, outline, count, true);
    paint_use(cairo, cloth->base, 1);
    cairo_fill_preserve(cairo);
    cairo_clip(cairo);
    int points = within(&strip, 1.02, line);
    paint_soft(cairo, line, points, 1.15 * width, cloth->dark, limb->left);
    points = within(&strip, -1.02, line);
    paint_soft(cairo, line, points, 1.15 * width, cloth->dark, limb->right);
    points = within(&strip, 0.12, line);
    paint_soft(cairo, line, points, 1.1 * width, cloth->light, limb->crown);
    cairo_restore(cairo);
}

void body_fill_down(cairo_t *cairo, double from, double to, struct colour top, struct colour foot) {
    cairo_pattern_t *light = cairo_pattern_create_linear(0, from, 0, to);
    cairo_pattern_add_color_stop_rgb(light, 0, top.red, top.green, top.blue);
    cairo_pattern_add_color_stop_rgb(light, 1, foot.red, foot.green, foot.blue);
    cairo_set_source(cairo, light);
    cairo_fill(cairo);
    cairo_pattern_destroy(light);
}

void body_fold(cairo_t *cairo, const struct body_cloth *cloth, const struct point *points,
               int count, double width, double depth) {
    static const double widths[] = {0.001, 0.018, 0.024, 0.014, 0.001};
    struct point beside[LIMB_SPINE_MAX];
    assert(count <= LIMB_SPINE_MAX);
    for (int i = 0; i < count; i++) {
        beside[i] = (struct point){points[i].x - 0.02, points[i].y - 0.62 * width};
    }
    paint_soft(cairo, points, count, width, cloth->dark, 0.80 * depth);
    paint_soft(cairo, beside, count, width, cloth->light, 0.50 * depth);
    paint_taper(cairo, points, count, widths, 5, cloth->line, 0.62 * depth);
}
