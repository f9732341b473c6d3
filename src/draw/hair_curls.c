// SPDX-License-Identifier: MIT
#include "draw/hair_parts.h"

#include <math.h>

// Curls: a round, dense mass of small ones. Its edges are scalloped, and short bows of light and
// shade lie all over it.

#define COUNT(of) ((int)(sizeof(of) / sizeof(of)[0]))

struct tuft {
    double x, y, radius;
};

// The silhouette, from the crown down the right side; the left side is the mirror, a little turned
// about by `shift`.
static const struct tuft outer[] = {
    {0.000, -0.845, 0.090}, {0.110, -0.850, 0.078}, {0.215, -0.825, 0.092}, {0.322, -0.780, 0.080},
    {0.412, -0.715, 0.088}, {0.490, -0.640, 0.078}, {0.545, -0.548, 0.090}, {0.588, -0.450, 0.078},
    {0.608, -0.345, 0.088}, {0.622, -0.238, 0.076}, {0.615, -0.132, 0.088}, {0.600, -0.030, 0.078},
    {0.566, 0.060, 0.084},  {0.505, 0.110, 0.066},
};
// Along the hairline, left to right.
static const struct tuft edge[] = {
    {-0.508, -0.105, 0.050}, {-0.500, -0.190, 0.056}, {-0.497, -0.285, 0.052},
    {-0.478, -0.372, 0.056}, {-0.432, -0.452, 0.050}, {-0.365, -0.505, 0.058},
    {-0.280, -0.540, 0.050}, {-0.192, -0.572, 0.062}, {-0.092, -0.580, 0.052},
    {0.005, -0.596, 0.062},  {0.105, -0.582, 0.054},  {0.200, -0.574, 0.060},
    {0.288, -0.540, 0.052},  {0.370, -0.506, 0.056},  {0.436, -0.450, 0.052},
    {0.480, -0.368, 0.056},  {0.497, -0.280, 0.052},  {0.502, -0.188, 0.056},
    {0.510, -0.104, 0.050},
};
// Below this a tuft lies on the ear.
static const double EAR_FROM = -0.24;
static const struct hair_knot cap[] = {
    {0.000, -0.830, HAIR_OUTER}, {0.250, -0.790, HAIR_OUTER}, {0.440, -0.660, HAIR_OUTER},
    {0.560, -0.450, HAIR_OUTER}, {0.590, -0.250, HAIR_OUTER}, {0.570, -0.110, HAIR_OUTER},
    {0.515, -0.100, HAIR_EAR},   {0.490, -0.230, HAIR_LINE},  {0.445, -0.420, HAIR_LINE},
    {0.330, -0.530, HAIR_LINE},  {0.170, -0.585, HAIR_LINE},  {0.000, -0.605, HAIR_LINE},
};

static void add_disc(cairo_t *cairo, struct point at, double radius) {
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, at.x, at.y, radius, 0, 2 * 3.14159265358979);
}

// A lock that winds inwards around `at`: its radius falls to a third.
static void paint_coil(cairo_t *cairo, struct point at, double radius, double from, double sweep,
                       struct colour colour, double alpha) {
    enum { POINTS = 9 };
    double width = 0.15 * radius;
    const double widths[] = {0.001, width, 1.15 * width, 0.8 * width, 0.001};
    struct point coil[POINTS];
    for (int i = 0; i < POINTS; i++) {
        double share = i / (POINTS - 1.0);
        double angle = from + sweep * share;
        double r = radius * (1 - 0.67 * share);
        coil[i] = (struct point){at.x + r * cos(angle), at.y + 0.88 * r * sin(angle)};
    }
    paint_taper(cairo, coil, POINTS, widths, 5, colour, alpha);
}

// A curl is a soft hill of light with its hollow below, and a coil on it.
static void paint_curl(cairo_t *cairo, const struct face_view *view, struct point at, double radius,
                       int seed) {
    const struct face_colours *colours = view->colours;
    double sweep = hair_noise(seed, 1) < 0.5 ? 4.4 : -4.4;
    double from = (sweep > 0 ? 2.6 : 0.5) + 1.4 * (hair_noise(seed, 2) - 0.5);
    double strength = 0.55 + 0.45 * hair_noise(seed, 6);
    // On light hair the same shade would be seen twice as much.
    double shade = strength * (colours->hair.green > 0.4 ? 0.55 : 1);
    paint_blob(cairo, (struct point){at.x, at.y + 0.75 * radius}, 1.25 * radius, 0.80 * radius, 0,
               colours->hair_dark, 0.34 * shade);
    paint_blob(cairo, (struct point){at.x, at.y - 0.45 * radius}, 1.10 * radius, 0.80 * radius, 0,
               colours->hair_light, 0.42 * strength);
    paint_coil(cairo, (struct point){at.x, at.y + 0.16 * radius}, radius, from, sweep,
               colours->hair_dark, 0.42 * shade);
    paint_coil(cairo, at, radius, from, sweep, colours->hair_light, 0.42 * strength);
}

static bool within(struct point at, double middle_y, double half_width, double half_height) {
    double across = at.x / half_width, up = (at.y - middle_y) / half_height;
    return across * across + up * up < 1;
}

// Behind, curls that lie well within the mass are painted without its clip, which is dear.
enum layer { BEHIND, BEHIND_EDGE, FRONT };

// Whether none of a curl there can be seen: behind, where the face and the hair in front lie over
// it; in front, where the face is bare, or beyond the cap.
static bool is_hidden(enum layer layer, struct point at) {
    if (layer != FRONT) {
        bool inside = within(at, -0.28, 0.58, 0.56) && at.y < -0.05;
        return within(at, -0.26, 0.45, 0.48) || inside != (layer == BEHIND);
    }
    return within(at, -0.10, 0.34, 0.38) || !within(at, -0.28, 0.68, 0.66) || at.y > 0.02;
}

// Rows of curls over the whole mass, each a little off its place; the mass clips them. Both layers
// have the same curls, so that no seam shows between them.
static void paint_mass(cairo_t *cairo, const struct face_view *view, enum layer layer) {
    static const double pitch = 0.094;
    for (int row = 0; row < 12; row++) {
        for (int column = -7; column <= 7; column++) {
            int seed = row * 32 + column + 16;
            struct point at = {(column + (row % 2 ? 0.5 : 0) + 0.45 * (hair_noise(seed, 3) - 0.5)) *
                                   pitch,
                               -0.900 + (row + 0.45 * (hair_noise(seed, 4) - 0.5)) * pitch};
            if (is_hidden(layer, at)) {
                continue;
            }
            double radius = 0.036 + 0.016 * hair_noise(seed, 5);
            paint_curl(cairo, view, hair_inside(view->face, at), radius, seed);
        }
    }
}

static void add_tufts(cairo_t *cairo, const struct face *face, double wider) {
    for (int i = 0; i < COUNT(outer); i++) {
        struct hair_knot right = {outer[i].x, outer[i].y, HAIR_OUTER};
        struct hair_knot left = {-outer[i].x - 0.012, outer[i].y + 0.010, HAIR_OUTER};
        add_disc(cairo, hair_place(face, right), outer[i].radius + wider);
        add_disc(cairo, hair_place(face, left), outer[COUNT(outer) - 1 - i].radius + wider);
    }
}

void hair_curls_behind(cairo_t *cairo, const struct face_view *view) {
    struct hair_knot middle[COUNT(outer)];
    for (int i = 0; i < COUNT(outer); i++) {
        middle[i] = (struct hair_knot){outer[i].x, outer[i].y, HAIR_OUTER};
    }
    add_tufts(cairo, view->face, 0.005);
    hair_edge_fill(cairo, view);
    hair_path_mirrored(cairo, view->face, middle, COUNT(outer));
    add_tufts(cairo, view->face, 0);
    hair_mass_begin(cairo, view, 0);
    paint_mass(cairo, view, BEHIND_EDGE);
    hair_mass_end(cairo);
    paint_mass(cairo, view, BEHIND);
}

void hair_curls_front(cairo_t *cairo, const struct face_view *view) {
    hair_path_mirrored(cairo, view->face, cap, COUNT(cap));
    for (int i = 0; i < COUNT(edge); i++) {
        struct hair_knot at = {edge[i].x, edge[i].y, edge[i].y > EAR_FROM ? HAIR_EAR : HAIR_LINE};
        add_disc(cairo, hair_place(view->face, at), edge[i].radius);
    }
    hair_mass_begin(cairo, view, 0);
    paint_mass(cairo, view, FRONT);
    hair_mass_end(cairo);
}
