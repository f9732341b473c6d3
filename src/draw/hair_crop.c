// SPDX-License-Identifier: MIT
#include "draw/hair_parts.h"

// Crop: cut close at the sides, the longer top parted on the left and brushed over.

static const struct hair_knot top[] = {
    {-0.437, -0.310, HAIR_LINE},  {-0.476, -0.360, HAIR_LINE},  {-0.500, -0.450, HAIR_OUTER},
    {-0.496, -0.545, HAIR_OUTER}, {-0.435, -0.675, HAIR_OUTER}, {-0.305, -0.775, HAIR_OUTER},
    {-0.170, -0.806, HAIR_OUTER}, {-0.030, -0.842, HAIR_OUTER}, {0.160, -0.838, HAIR_OUTER},
    {0.330, -0.775, HAIR_OUTER},  {0.450, -0.665, HAIR_OUTER},  {0.506, -0.530, HAIR_OUTER},
    {0.508, -0.420, HAIR_OUTER},  {0.482, -0.320, HAIR_LINE},   {0.444, -0.262, HAIR_LINE},
    {0.408, -0.348, HAIR_LINE},   {0.330, -0.414, HAIR_LINE},   {0.200, -0.442, HAIR_LINE},
    {0.060, -0.449, HAIR_LINE},   {-0.070, -0.472, HAIR_LINE},  {-0.165, -0.522, HAIR_LINE},
    {-0.240, -0.502, HAIR_LINE},  {-0.338, -0.442, HAIR_LINE},  {-0.402, -0.374, HAIR_LINE},
};
enum { TOP = sizeof top / sizeof top[0], EDGE_FROM = 2, EDGE_COUNT = 11 };

// The right one; the left one is its mirror.
static const struct hair_knot cut[] = {
    {0.300, -0.620, HAIR_OUTER}, {0.430, -0.620, HAIR_OUTER}, {0.500, -0.510, HAIR_OUTER},
    {0.519, -0.370, HAIR_OUTER}, {0.515, -0.220, HAIR_OUTER}, {0.503, -0.105, HAIR_EAR},
    {0.482, -0.072, HAIR_EAR},   {0.460, -0.105, HAIR_LINE},  {0.450, -0.170, HAIR_LINE},
    {0.439, -0.275, HAIR_LINE},  {0.408, -0.368, HAIR_LINE},  {0.335, -0.445, HAIR_LINE},
};
enum { CUT = sizeof cut / sizeof cut[0] };

static const struct point over[][HAIR_GUIDE] = {
    {{-0.165, -0.520}, {-0.060, -0.495}, {0.090, -0.475}, {0.260, -0.440}, {0.400, -0.345}},
    {{-0.168, -0.545}, {-0.040, -0.560}, {0.140, -0.550}, {0.320, -0.490}, {0.440, -0.300}},
    {{-0.165, -0.580}, {-0.020, -0.630}, {0.190, -0.630}, {0.380, -0.540}, {0.480, -0.340}},
    {{-0.160, -0.630}, {0.000, -0.700}, {0.220, -0.700}, {0.410, -0.600}, {0.500, -0.400}},
    {{-0.150, -0.690}, {0.020, -0.765}, {0.220, -0.760}, {0.400, -0.670}, {0.505, -0.480}},
    {{-0.140, -0.760}, {0.000, -0.815}, {0.180, -0.815}, {0.350, -0.745}, {0.470, -0.600}},
};
static const struct point back[][HAIR_GUIDE] = {
    {{-0.170, -0.525}, {-0.235, -0.505}, {-0.310, -0.465}, {-0.375, -0.405}, {-0.430, -0.320}},
    {{-0.172, -0.560}, {-0.260, -0.560}, {-0.350, -0.515}, {-0.425, -0.440}, {-0.470, -0.350}},
    {{-0.170, -0.620}, {-0.270, -0.640}, {-0.375, -0.590}, {-0.450, -0.500}, {-0.490, -0.400}},
    {{-0.165, -0.690}, {-0.260, -0.715}, {-0.365, -0.670}, {-0.440, -0.590}, {-0.490, -0.480}},
    {{-0.160, -0.770}, {-0.240, -0.770}, {-0.330, -0.730}, {-0.410, -0.665}, {-0.460, -0.580}},
};

static const struct hair_lock shades[] = {
    {{{-0.165, -0.520}, {-0.150, -0.590}, {-0.145, -0.660}, {-0.140, -0.720}, {-0.120, -0.770}},
     0.012,
     0.60},
    {{{-0.165, -0.524}, {-0.040, -0.550}, {0.120, -0.540}, {0.300, -0.480}, {0.425, -0.320}},
     0.013,
     0.45},
    {{{-0.165, -0.560}, {-0.010, -0.650}, {0.190, -0.650}, {0.370, -0.560}, {0.470, -0.370}},
     0.012,
     0.40},
    {{{-0.158, -0.640}, {0.010, -0.730}, {0.220, -0.725}, {0.395, -0.635}, {0.490, -0.460}},
     0.011,
     0.36},
    {{{-0.170, -0.535}, {-0.260, -0.545}, {-0.350, -0.500}, {-0.415, -0.430}, {-0.460, -0.340}},
     0.011,
     0.42},
    {{{-0.168, -0.620}, {-0.270, -0.650}, {-0.370, -0.605}, {-0.445, -0.520}, {-0.485, -0.420}},
     0.010,
     0.36},
};
static const struct hair_lock lights[] = {
    {{{-0.120, -0.530}, {0.010, -0.525}, {0.150, -0.510}, {0.300, -0.450}, {0.400, -0.350}},
     0.034,
     0.30},
    {{{-0.120, -0.590}, {0.030, -0.605}, {0.190, -0.590}, {0.350, -0.520}, {0.450, -0.360}},
     0.050,
     0.34},
    {{{-0.110, -0.670}, {0.040, -0.700}, {0.220, -0.685}, {0.380, -0.600}, {0.475, -0.430}},
     0.050,
     0.30},
    {{{-0.220, -0.600}, {-0.290, -0.610}, {-0.370, -0.560}, {-0.430, -0.480}, {-0.470, -0.390}},
     0.040,
     0.30},
};

static void paint_cut(cairo_t *cairo, const struct face_view *view, double side) {
    struct hair_knot knots[CUT];
    for (int i = 0; i < CUT; i++) {
        knots[i] = (struct hair_knot){side * cut[i].x, cut[i].y, cut[i].zone};
    }
    hair_path(cairo, view->face, knots, CUT);
    hair_mass_begin(cairo, view, 0.18);
    hair_rim(cairo, view, knots + 1, 4);
    hair_mass_end(cairo);
}

void hair_crop_front(cairo_t *cairo, const struct face_view *view) {
    static const struct hair_flow flows[] = {
        {over, sizeof over / sizeof over[0], 7, 0.010, 0.30},
        {back, sizeof back / sizeof back[0], 6, 0.009, 0.28},
    };
    paint_cut(cairo, view, -1);
    paint_cut(cairo, view, 1);
    static const struct hair_cap mass = {
        .outline = top,
        .count = TOP,
        .rim_from = EDGE_FROM,
        .rim_count = EDGE_COUNT,
        .lights = lights,
        .light_count = sizeof lights / sizeof lights[0],
        .flows = flows,
        .flow_count = 2,
        .shades = shades,
        .shade_count = sizeof shades / sizeof shades[0],
    };
    hair_cap_paint(cairo, view, &mass);
}
