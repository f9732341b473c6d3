// SPDX-License-Identifier: MIT
#include "draw/hair_parts.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>

// The hair as a dome: half as wide as HALF_WIDTH, its axis this far behind the plane of the pupils,
// and from front to back by LENGTHENED longer than wide.
static const double HALF_WIDTH = 0.545;
static const double AXIS_DEPTH = -0.13;
static const double LENGTHENED = 1.07;
static const double DOME_MIDDLE_Y = -0.30, DOME_HEIGHT = 0.56;
static const double DOME_RISE = 0.34; // of its front above the axis' depth

static const double EAR_DEPTH = -0.12;
static const double NAPE_DEPTH = -0.22;
// Depths at the side turned to: the edge of the face hides what lies behind it, so hair may not go
// farther inwards than the face itself.
static const double FAR_EAR_DEPTH = 0.03;
static const double FAR_LINE_SHARE = 0.60;

static double smooth_step(double from, double to, double x) {
    double t = fmin(1, fmax(0, (x - from) / (to - from)));
    return t * t * (3 - 2 * t);
}

// The depth of the place where the silhouette of an upright elliptic column lies when it is turned.
// It is such that x cos + depth sin is the extreme of the turned ellipse.
static double outer_depth(const struct face *face, double x) {
    double turn = face->head.turn;
    double sine = sin(turn);
    double cosine = cos(turn);
    double length = sqrt(cosine * cosine + LENGTHENED * LENGTHENED * sine * sine);
    // (length - cosine) / sine without its hole at 0.
    double along = LENGTHENED * LENGTHENED * sine / (length + cosine);
    return AXIS_DEPTH + x * along;
}

// How far this side of the head is turned to, 0 ahead or turned away, 1 from a tenth of a radian
// on.
static double far_side(const struct face *face, double x) {
    return fmin(1, fmax(0, face->head.turn * (x < 0 ? -1 : 1) / 0.1));
}

static double line_depth(const struct face *face, double x) {
    double across = x / 0.46;
    double depth = 0.05 + 0.25 * fmax(0, 1 - across * across);
    double far = far_side(face, x) * smooth_step(0.18, 0.42, fabs(x));
    return depth * (1 - (1 - FAR_LINE_SHARE) * far);
}

struct point hair_place(const struct face *face, struct hair_knot knot) {
    double far = far_side(face, knot.x);
    double depth = 0;
    switch (knot.zone) {
    case HAIR_OUTER:
        depth = outer_depth(face, knot.x);
        break;
    case HAIR_LINE:
        depth = line_depth(face, knot.x);
        break;
    case HAIR_EAR:
        depth = EAR_DEPTH + (FAR_EAR_DEPTH - EAR_DEPTH) * far;
        break;
    case HAIR_NAPE:
        depth = NAPE_DEPTH;
        break;
    }
    return face_place(face, (struct point){knot.x, knot.y}, depth);
}

struct point hair_inside(const struct face *face, struct point at) {
    double across = at.x / HALF_WIDTH;
    double up = (at.y - DOME_MIDDLE_Y) / DOME_HEIGHT;
    double out = fmin(1, across * across + (up < 0 ? up * up : 0));
    double dome = AXIS_DEPTH + DOME_RISE * sqrt(1 - out);
    double rim = out * out * out;
    return face_place(face, at, dome + (outer_depth(face, at.x) - dome) * rim);
}

void hair_path(cairo_t *cairo, const struct face *face, const struct hair_knot *knots, int count) {
    struct point points[HAIR_KNOTS_MAX];
    assert(count <= HAIR_KNOTS_MAX);
    for (int i = 0; i < count; i++) {
        points[i] = hair_place(face, knots[i]);
    }
    paint_path(cairo, points, count, true);
}

void hair_path_mirrored(cairo_t *cairo, const struct face *face, const struct hair_knot *half,
                        int count) {
    struct hair_knot whole[HAIR_KNOTS_MAX];
    int knots = 0;
    for (int i = 0; i < count; i++) {
        whole[knots++] = half[i];
    }
    for (int i = count - 1; i >= 0; i--) {
        if (fabs(half[i].x) > 1e-9) {
            whole[knots++] = (struct hair_knot){-half[i].x, half[i].y, half[i].zone};
        }
    }
    hair_path(cairo, face, whole, knots);
}

static void stop(cairo_pattern_t *pattern, double at, struct colour colour) {
    cairo_pattern_add_color_stop_rgb(pattern, at, colour.red, colour.green, colour.blue);
}

void hair_mass_begin(cairo_t *cairo, const struct face_view *view, double dark) {
    const struct face_colours *colours = view->colours;
    struct point top = hair_place(view->face, (struct hair_knot){0, -0.86, HAIR_OUTER});
    struct point foot = hair_place(view->face, (struct hair_knot){0, -0.06, HAIR_OUTER});
    cairo_pattern_t *light = cairo_pattern_create_linear(top.x, top.y, foot.x, foot.y);
    struct colour shade = colours->hair_dark;
    stop(light, 0, colour_mix(colour_mix(colours->hair, colours->hair_light, 0.65), shade, dark));
    stop(light, 0.42, colour_mix(colours->hair, shade, dark));
    stop(light, 1, colour_mix(colours->hair, shade, 0.22 + 0.78 * dark));
    cairo_save(cairo);
    cairo_set_source(cairo, light);
    cairo_fill_preserve(cairo);
    cairo_pattern_destroy(light);
    cairo_clip(cairo);
}

void hair_mass_end(cairo_t *cairo) {
    cairo_restore(cairo);
}

static double luminance(struct colour colour) {
    return 0.299 * colour.red + 0.587 * colour.green + 0.114 * colour.blue;
}

// How little the hair stands out from what lies behind it, 0..1: so much of an edge it needs. Hair
// lighter than the disc soon stands out by itself, darker hair does not before it is much darker.
static double needs_edge(const struct face_colours *colours) {
    double lighter = luminance(colours->hair) - luminance(colours->disc);
    double out = lighter > 0 ? lighter / 0.12 : (-lighter - 0.08) / 0.16;
    return 1 - fmin(1, fmax(0, out));
}

static struct colour edge_colour(const struct face_colours *colours) {
    return colour_mix(colours->hair_light, paint_hex(0xC9CBC6), 0.15 + 0.45 * needs_edge(colours));
}

void hair_rim(cairo_t *cairo, const struct face_view *view, const struct hair_knot *edge,
              int count) {
    const struct face_colours *colours = view->colours;
    double near = needs_edge(colours);
    struct colour light = edge_colour(colours);
    struct point points[HAIR_KNOTS_MAX];
    static const double widths[] = {0.001, 0.013, 0.016, 0.013, 0.001};
    assert(count <= HAIR_KNOTS_MAX);
    for (int i = 0; i < count; i++) {
        points[i] = hair_place(view->face, edge[i]);
    }
    paint_soft(cairo, points, count, 0.060, light, 0.12 + 0.30 * near);
    paint_taper(cairo, points, count, widths, 5, light, 0.50 * near);
}

double hair_noise(int a, int b) {
    uint32_t x = (uint32_t)a * 0x9E3779B1u + (uint32_t)b * 0x85EBCA77u + 0x27D4EB2Fu;
    x = (x ^ x >> 15) * 0x2C1B3C6Du;
    x = (x ^ x >> 12) * 0x297A2D39u;
    return (x >> 8 & 0xFFFFu) / 65535.0;
}

enum { STEPS = 6, SAMPLES = (HAIR_GUIDE - 1) * STEPS + 1 };

void hair_edge_fill(cairo_t *cairo, const struct face_view *view) {
    paint_use(cairo, edge_colour(view->colours), 0.50 * needs_edge(view->colours));
    cairo_fill(cairo);
}

static void paint_strand(cairo_t *cairo, const struct face_view *view, const struct hair_flow *flow,
                         int guide, int strand) {
    int seed = guide * 64 + strand;
    double share = (strand + 0.5 + 0.5 * (hair_noise(seed, 1) - 0.5)) / flow->strands;
    struct point curve[HAIR_GUIDE], samples[SAMPLES];
    for (int i = 0; i < HAIR_GUIDE; i++) {
        struct point a = flow->guides[guide][i];
        struct point b = flow->guides[guide + 1][i];
        curve[i] = hair_inside(
            view->face, (struct point){a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share});
    }
    int count = paint_sample(curve, HAIR_GUIDE, STEPS, samples, SAMPLES);
    int from = (int)(hair_noise(seed, 2) * 0.30 * count);
    int to = count - (int)(hair_noise(seed, 3) * 0.25 * count);
    double width = flow->width * (0.35 + 0.65 * hair_noise(seed, 4));
    double alpha = flow->alpha * (0.45 + 0.55 * hair_noise(seed, 5));
    const double widths[] = {0.001, 0.8 * width, width, 0.6 * width, 0.001};
    bool light = hair_noise(seed, 6) < 0.5;
    paint_taper(cairo, samples + from, to - from, widths, 5,
                light ? view->colours->hair_light : view->colours->hair_dark, alpha);
}

void hair_flow_paint(cairo_t *cairo, const struct face_view *view, const struct hair_flow *flow) {
    for (int guide = 0; guide + 1 < flow->count; guide++) {
        for (int strand = 0; strand < flow->strands; strand++) {
            paint_strand(cairo, view, flow, guide, strand);
        }
    }
}

static void paint_locks(cairo_t *cairo, const struct face_view *view, const struct hair_lock *locks,
                        int count, struct colour colour) {
    for (int i = 0; i < count; i++) {
        double width = locks[i].width;
        const double widths[] = {0.001, 0.7 * width, width, 0.65 * width, 0.001};
        struct point curve[HAIR_GUIDE];
        for (int k = 0; k < HAIR_GUIDE; k++) {
            curve[k] = hair_inside(view->face, locks[i].at[k]);
        }
        paint_taper(cairo, curve, HAIR_GUIDE, widths, 5, colour, locks[i].alpha);
    }
}

void hair_shades_paint(cairo_t *cairo, const struct face_view *view, const struct hair_lock *locks,
                       int count) {
    paint_locks(cairo, view, locks, count, view->colours->hair_dark);
}

void hair_lights_paint(cairo_t *cairo, const struct face_view *view, const struct hair_lock *locks,
                       int count) {
    paint_locks(cairo, view, locks, count, view->colours->hair_light);
}

void hair_back_of_head(cairo_t *cairo, const struct face_view *view) {
    static const struct hair_knot half[] = {
        {0.000, -0.780, HAIR_OUTER}, {0.250, -0.730, HAIR_OUTER}, {0.420, -0.600, HAIR_OUTER},
        {0.490, -0.400, HAIR_OUTER}, {0.500, -0.200, HAIR_OUTER}, {0.480, -0.020, HAIR_OUTER},
        {0.440, 0.130, HAIR_OUTER},  {0.360, 0.270, HAIR_NAPE},   {0.200, 0.340, HAIR_NAPE},
        {0.000, 0.350, HAIR_NAPE},
    };
    hair_path_mirrored(cairo, view->face, half, sizeof half / sizeof half[0]);
    hair_mass_begin(cairo, view, 0.45);
    hair_mass_end(cairo);
}

void hair_cap_paint(cairo_t *cairo, const struct face_view *view, const struct hair_cap *cap) {
    hair_path(cairo, view->face, cap->outline, cap->count);
    hair_mass_begin(cairo, view, 0);
    hair_lights_paint(cairo, view, cap->lights, cap->light_count);
    for (int i = 0; i < cap->flow_count; i++) {
        hair_flow_paint(cairo, view, &cap->flows[i]);
    }
    hair_shades_paint(cairo, view, cap->shades, cap->shade_count);
    hair_rim(cairo, view, cap->outline + cap->rim_from, cap->rim_count);
    hair_mass_end(cairo);
}
