// SPDX-License-Identifier: MIT
#include "draw/hair_parts.h"

#include <assert.h>
#include <math.h>
#include <string.h>

// Scarf: wound around head and neck. Its inner edge is the contour of the face from the temple
// down, so the chin moves it.

#define COUNT(of) ((int)(sizeof(of) / sizeof(of)[0]))

// The cloth: none of the hair's colours.
struct cloth {
    struct colour base, light, shade, line;
};
static struct cloth cloth_of(void) {
    return (struct cloth){paint_hex(0x8C7396), paint_hex(0xA58CAE), paint_hex(0x6C5677),
                          paint_hex(0x4F3D59)};
}

// The outer edge from the crown to the shoulder, right half.
static const struct hair_knot outer[] = {
    {0.000, -0.825, HAIR_OUTER}, {0.170, -0.805, HAIR_OUTER}, {0.335, -0.738, HAIR_OUTER},
    {0.470, -0.610, HAIR_OUTER}, {0.555, -0.440, HAIR_OUTER}, {0.590, -0.240, HAIR_OUTER},
    {0.600, 0.020, HAIR_OUTER},  {0.580, 0.280, HAIR_OUTER},  {0.530, 0.500, HAIR_OUTER},
    {0.462, 0.680, HAIR_OUTER},  {0.430, 0.820, HAIR_OUTER},  {0.420, 0.920, HAIR_OUTER},
    {0.330, 1.010, HAIR_OUTER},  {0.170, 1.060, HAIR_OUTER},  {0.000, 1.075, HAIR_OUTER},
};
// The edge over the forehead, from where it meets the contour.
static const struct hair_knot brow_edge[] = {
    {0.474, -0.165, HAIR_LINE}, {0.450, -0.275, HAIR_LINE}, {0.402, -0.370, HAIR_LINE},
    {0.310, -0.440, HAIR_LINE}, {0.165, -0.472, HAIR_LINE}, {0.000, -0.480, HAIR_LINE},
};

// The head carries the cloth above, the shoulders below.
static struct point draped(const struct face *face, struct hair_knot knot) {
    struct point with_head = hair_place(face, knot);
    double rest = fmin(1, fmax(0, (knot.y - 0.45) / 0.45));
    rest = rest * rest * (3 - 2 * rest);
    return (struct point){with_head.x + (knot.x - with_head.x) * rest,
                          with_head.y + (knot.y - with_head.y) * rest};
}

static struct point draped_inside(const struct face *face, struct point at) {
    struct point with_head = hair_inside(face, at);
    double rest = fmin(1, fmax(0, (at.y - 0.45) / 0.45));
    rest = rest * rest * (3 - 2 * rest);
    return (struct point){with_head.x + (at.x - with_head.x) * rest,
                          with_head.y + (at.y - with_head.y) * rest};
}

// The edge around the face, one closed line: down the contour from the right temple over the chin
// to the left one, and back over the forehead.
enum { STEPS = 8, EDGE_MAX = 256 };
static int face_edge(const struct face *face, struct point out[EDGE_MAX]) {
    struct point knots[32], samples[EDGE_MAX];
    int count = 0;
    // One knot beyond both temples, so that the curve between them is the contour itself.
    for (int i = LANDMARK_CONTOUR_1; i <= LANDMARK_MENTON; i++) {
        knots[count++] = face_landmark(face, FACE_RIGHT, (enum landmark)i);
    }
    for (int i = LANDMARK_CONTOUR_9; i >= LANDMARK_CONTOUR_1; i--) {
        knots[count++] = face_landmark(face, FACE_LEFT, (enum landmark)i);
    }
    int sampled = paint_sample(knots, count, STEPS, samples, EDGE_MAX);
    assert(sampled > 2 * STEPS);
    int points = sampled - 2 * STEPS;
    memcpy(out, samples + STEPS, (size_t)points * sizeof *out);
    struct point over[2 * COUNT(brow_edge) + 1];
    int overs = 0;
    over[overs++] = out[points - 1];
    for (int i = 0; i < COUNT(brow_edge); i++) {
        struct hair_knot knot = brow_edge[i];
        over[overs++] = hair_place(face, (struct hair_knot){-knot.x, knot.y, knot.zone});
    }
    for (int i = COUNT(brow_edge) - 2; i >= 0; i--) {
        over[overs++] = hair_place(face, brow_edge[i]);
    }
    over[overs++] = out[0];
    return points + paint_sample(over, overs, STEPS, out + points, EDGE_MAX - points);
}

static void outer_path(cairo_t *cairo, const struct face *face) {
    struct point points[2 * COUNT(outer)];
    int count = 0;
    for (int i = 0; i < COUNT(outer); i++) {
        points[count++] = draped(face, outer[i]);
    }
    for (int i = COUNT(outer) - 2; i > 0; i--) {
        points[count++] = draped(face, (struct hair_knot){-outer[i].x, outer[i].y, outer[i].zone});
    }
    paint_path(cairo, points, count, true);
}

static void fill_cloth(cairo_t *cairo, const struct face *face, const struct cloth *cloth) {
    struct point top = draped(face, outer[0]);
    struct point foot = {0, 1.08};
    cairo_pattern_t *light = cairo_pattern_create_linear(top.x, top.y, foot.x, foot.y);
    const struct colour stops[] = {cloth->light, cloth->base, cloth->base, cloth->shade};
    const double places[] = {0, 0.22, 0.60, 1};
    for (int i = 0; i < 4; i++) {
        cairo_pattern_add_color_stop_rgb(light, places[i], stops[i].red, stops[i].green,
                                         stops[i].blue);
    }
    cairo_set_source(cairo, light);
    cairo_fill(cairo);
    cairo_pattern_destroy(light);
}

// Folds, each a shade with a light beside it. They run around the face and meet on one side of the
// neck.
static const struct point folds[][HAIR_GUIDE] = {
    {{-0.480, -0.330}, {-0.360, -0.550}, {-0.110, -0.645}, {0.160, -0.635}, {0.385, -0.525}},
    {{-0.380, -0.610}, {-0.190, -0.715}, {0.040, -0.740}, {0.260, -0.690}, {0.440, -0.545}},
    {{0.525, -0.300}, {0.545, -0.060}, {0.530, 0.200}, {0.470, 0.440}, {0.360, 0.650}},
    {{0.575, -0.100}, {0.575, 0.140}, {0.540, 0.380}, {0.470, 0.580}, {0.385, 0.760}},
    {{-0.525, -0.300}, {-0.545, -0.040}, {-0.525, 0.220}, {-0.450, 0.470}, {-0.300, 0.690}},
    {{-0.580, -0.060}, {-0.570, 0.200}, {-0.515, 0.440}, {-0.400, 0.660}, {-0.210, 0.810}},
    {{-0.520, 0.490}, {-0.400, 0.720}, {-0.200, 0.880}, {0.060, 0.950}, {0.330, 0.920}},
    {{-0.450, 0.700}, {-0.330, 0.860}, {-0.150, 0.965}, {0.060, 1.010}, {0.280, 0.995}},
    {{-0.310, 0.690}, {-0.160, 0.815}, {0.040, 0.850}, {0.230, 0.790}, {0.400, 0.660}},
};

static void paint_folds(cairo_t *cairo, const struct face *face, const struct cloth *cloth) {
    static const double widths[] = {0.001, 0.006, 0.009, 0.006, 0.001};
    for (int i = 0; i < COUNT(folds); i++) {
        struct point fold[HAIR_GUIDE], beside[HAIR_GUIDE];
        for (int k = 0; k < HAIR_GUIDE; k++) {
            struct point at = folds[i][k];
            fold[k] = draped_inside(face, at);
            // On the side of the light: above, and away from the face.
            double side = at.y < 0.2 && fabs(at.x) > 0.42 ? (at.x < 0 ? -0.022 : 0.022) : 0;
            beside[k] = draped_inside(face, (struct point){at.x + side, at.y - 0.022});
        }
        paint_soft(cairo, fold, HAIR_GUIDE, 0.055, cloth->shade, 0.55);
        paint_soft(cairo, beside, HAIR_GUIDE, 0.040, cloth->light, 0.45);
        paint_taper(cairo, fold, HAIR_GUIDE, widths, 5, cloth->line, 0.45);
    }
}

// On the shirt, along the lower edge.
static void paint_shadow_below(cairo_t *cairo, const struct face *face) {
    static const struct colour dark = {0.08, 0.06, 0.10};
    enum { FROM = 10, HALF = COUNT(outer) - FROM };
    struct point hem[2 * HALF - 1];
    for (int i = 0; i < HALF; i++) {
        struct hair_knot knot = outer[FROM + i];
        knot.y += 0.010;
        hem[i] = draped(face, (struct hair_knot){-knot.x, knot.y, knot.zone});
        hem[2 * HALF - 2 - i] = draped(face, knot);
    }
    paint_soft(cairo, hem, 2 * HALF - 1, 0.060, dark, 0.40);
}

static void line_path(cairo_t *cairo, const struct point *points, int count) {
    paint_line(cairo, points, count, true);
}

// What hangs down behind the shoulders.
void hair_scarf_behind(cairo_t *cairo, const struct face_view *view) {
    static const struct hair_knot half[] = {
        {0.000, -0.780, HAIR_OUTER}, {0.400, -0.650, HAIR_OUTER}, {0.570, -0.240, HAIR_OUTER},
        {0.590, 0.100, HAIR_OUTER},  {0.560, 0.420, HAIR_OUTER},  {0.500, 0.680, HAIR_OUTER},
        {0.520, 0.840, HAIR_OUTER},  {0.620, 0.960, HAIR_OUTER},  {0.760, 1.060, HAIR_OUTER},
        {0.000, 1.060, HAIR_OUTER},
    };
    struct cloth cloth = cloth_of();
    struct point points[2 * COUNT(half)];
    int count = 0;
    for (int i = 0; i < COUNT(half); i++) {
        points[count++] = draped(view->face, half[i]);
    }
    for (int i = COUNT(half) - 2; i > 0; i--) {
        points[count++] = draped(view->face, (struct hair_knot){-half[i].x, half[i].y, HAIR_OUTER});
    }
    paint_path(cairo, points, count, true);
    paint_use(cairo, colour_mix(cloth.shade, cloth.line, 0.35), 1);
    cairo_fill(cairo);
}

void hair_scarf_front(cairo_t *cairo, const struct face_view *view) {
    const struct face *face = view->face;
    struct cloth cloth = cloth_of();
    struct point edge[EDGE_MAX];
    int edges = face_edge(face, edge);
    // What the cloth shades of the skin beside it.
    cairo_save(cairo);
    line_path(cairo, edge, edges);
    cairo_clip(cairo);
    struct point rim[EDGE_MAX];
    int rims = 0;
    for (int i = 0; i < edges; i += STEPS / 2) {
        rim[rims++] = edge[i];
    }
    rim[rims++] = edge[0];
    paint_soft(cairo, rim, rims, 0.050, view->colours->shadow, 0.45);
    cairo_restore(cairo);

    paint_shadow_below(cairo, face);
    cairo_save(cairo);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
    outer_path(cairo, face);
    line_path(cairo, edge, edges);
    fill_cloth(cairo, face, &cloth);
    outer_path(cairo, face);
    line_path(cairo, edge, edges);
    cairo_clip(cairo);
    paint_folds(cairo, face, &cloth);
    // The turned-in edge: a thin light and the line of the hem.
    paint_soft(cairo, rim, rims, 0.030, cloth.light, 0.55);
    cairo_restore(cairo);
}
