// SPDX-License-Identifier: MIT
#include "draw/hair_parts.h"

// Bob: parted, as long as the chin, tucked behind the ears.

static const struct hair_knot behind[] = {
    {0.000, -0.835, HAIR_OUTER}, {0.250, -0.790, HAIR_OUTER}, {0.440, -0.680, HAIR_OUTER},
    {0.555, -0.500, HAIR_OUTER}, {0.600, -0.280, HAIR_OUTER}, {0.615, -0.040, HAIR_OUTER},
    {0.624, 0.180, HAIR_OUTER},  {0.620, 0.360, HAIR_OUTER},  {0.598, 0.490, HAIR_OUTER},
    {0.550, 0.568, HAIR_OUTER},  {0.480, 0.595, HAIR_OUTER},  {0.410, 0.575, HAIR_NAPE},
    {0.300, 0.560, HAIR_NAPE},   {0.000, 0.570, HAIR_NAPE},
};
static const struct hair_knot cap[] = {
    {-0.125, -0.545, HAIR_LINE},  {-0.220, -0.502, HAIR_LINE},  {-0.345, -0.412, HAIR_LINE},
    {-0.430, -0.270, HAIR_LINE},  {-0.448, -0.150, HAIR_LINE},  {-0.478, -0.064, HAIR_EAR},
    {-0.535, -0.055, HAIR_EAR},   {-0.592, 0.030, HAIR_OUTER},  {-0.608, -0.140, HAIR_OUTER},
    {-0.595, -0.320, HAIR_OUTER}, {-0.548, -0.520, HAIR_OUTER}, {-0.440, -0.682, HAIR_OUTER},
    {-0.290, -0.790, HAIR_OUTER}, {-0.110, -0.830, HAIR_OUTER}, {0.060, -0.842, HAIR_OUTER},
    {0.270, -0.795, HAIR_OUTER},  {0.440, -0.682, HAIR_OUTER},  {0.548, -0.520, HAIR_OUTER},
    {0.595, -0.320, HAIR_OUTER},  {0.608, -0.140, HAIR_OUTER},  {0.592, 0.030, HAIR_OUTER},
    {0.535, -0.055, HAIR_EAR},    {0.478, -0.064, HAIR_EAR},    {0.448, -0.150, HAIR_LINE},
    {0.430, -0.270, HAIR_LINE},   {0.358, -0.396, HAIR_LINE},   {0.215, -0.474, HAIR_LINE},
    {0.040, -0.523, HAIR_LINE},
};
enum {
    BEHIND = sizeof behind / sizeof behind[0],
    CAP = sizeof cap / sizeof cap[0],
    EDGE_FROM = 7,
    EDGE_COUNT = 14
};

// From the parting over the head to the ear, edge of the face first.
static const struct point right[][HAIR_GUIDE] = {
    {{-0.125, -0.545}, {0.040, -0.525}, {0.220, -0.472}, {0.360, -0.390}, {0.440, -0.220}},
    {{-0.122, -0.580}, {0.070, -0.585}, {0.270, -0.520}, {0.420, -0.380}, {0.475, -0.100}},
    {{-0.115, -0.640}, {0.090, -0.660}, {0.310, -0.580}, {0.470, -0.390}, {0.525, -0.070}},
    {{-0.105, -0.710}, {0.110, -0.730}, {0.340, -0.640}, {0.510, -0.420}, {0.565, -0.040}},
    {{-0.095, -0.770}, {0.120, -0.785}, {0.360, -0.690}, {0.545, -0.450}, {0.590, 0.000}},
    {{-0.080, -0.815}, {0.130, -0.825}, {0.370, -0.730}, {0.560, -0.480}, {0.605, 0.000}},
};
static const struct point left[][HAIR_GUIDE] = {
    {{-0.125, -0.545}, {-0.220, -0.503}, {-0.320, -0.425}, {-0.400, -0.330}, {-0.442, -0.200}},
    {{-0.128, -0.580}, {-0.240, -0.555}, {-0.360, -0.470}, {-0.445, -0.330}, {-0.478, -0.100}},
    {{-0.125, -0.640}, {-0.260, -0.625}, {-0.400, -0.525}, {-0.490, -0.350}, {-0.525, -0.070}},
    {{-0.118, -0.710}, {-0.275, -0.695}, {-0.430, -0.580}, {-0.525, -0.380}, {-0.565, -0.040}},
    {{-0.108, -0.770}, {-0.280, -0.760}, {-0.445, -0.640}, {-0.550, -0.420}, {-0.590, 0.000}},
    {{-0.095, -0.815}, {-0.280, -0.795}, {-0.450, -0.680}, {-0.565, -0.450}, {-0.605, 0.000}},
};
// Down behind the ear; the left side is the mirror.
static const struct point down[][HAIR_GUIDE] = {
    {{0.430, -0.050}, {0.440, 0.120}, {0.440, 0.300}, {0.430, 0.450}, {0.405, 0.570}},
    {{0.510, -0.100}, {0.530, 0.120}, {0.535, 0.300}, {0.525, 0.450}, {0.490, 0.590}},
    {{0.560, -0.150}, {0.585, 0.100}, {0.592, 0.300}, {0.585, 0.450}, {0.550, 0.585}},
    {{0.595, -0.150}, {0.612, 0.080}, {0.620, 0.300}, {0.618, 0.450}, {0.595, 0.560}},
};

static const struct hair_lock shades[] = {
    {{{-0.125, -0.545}, {-0.120, -0.620}, {-0.112, -0.700}, {-0.100, -0.770}, {-0.080, -0.830}},
     0.011,
     0.70},
    {{{-0.120, -0.560}, {0.060, -0.565}, {0.260, -0.500}, {0.405, -0.370}, {0.460, -0.130}},
     0.011,
     0.40},
    {{{-0.112, -0.650}, {0.100, -0.680}, {0.330, -0.595}, {0.485, -0.390}, {0.545, -0.060}},
     0.012,
     0.38},
    {{{-0.128, -0.562}, {-0.230, -0.535}, {-0.345, -0.455}, {-0.430, -0.330}, {-0.465, -0.130}},
     0.011,
     0.40},
    {{{-0.122, -0.660}, {-0.270, -0.650}, {-0.415, -0.545}, {-0.505, -0.360}, {-0.545, -0.060}},
     0.012,
     0.36},
};
static const struct hair_lock lights[] = {
    {{{-0.080, -0.610}, {0.090, -0.625}, {0.290, -0.550}, {0.440, -0.380}, {0.500, -0.120}},
     0.045,
     0.30},
    {{{-0.070, -0.720}, {0.120, -0.745}, {0.350, -0.655}, {0.520, -0.430}, {0.570, -0.080}},
     0.050,
     0.30},
    {{{-0.165, -0.605}, {-0.260, -0.585}, {-0.380, -0.495}, {-0.465, -0.340}, {-0.500, -0.120}},
     0.040,
     0.30},
    {{{-0.150, -0.720}, {-0.285, -0.710}, {-0.440, -0.600}, {-0.535, -0.390}, {-0.568, -0.080}},
     0.045,
     0.28},
};

static void paint_down(cairo_t *cairo, const struct face_view *view, double side) {
    enum { GUIDES = sizeof down / sizeof down[0] };
    struct point guides[GUIDES][HAIR_GUIDE];
    for (int i = 0; i < GUIDES; i++) {
        for (int k = 0; k < HAIR_GUIDE; k++) {
            guides[i][k] = (struct point){side * down[i][k].x, down[i][k].y};
        }
    }
    struct hair_flow flow = {(const struct point(*)[HAIR_GUIDE])guides, GUIDES, 5, 0.010, 0.30};
    hair_flow_paint(cairo, view, &flow);
}

void hair_bob_behind(cairo_t *cairo, const struct face_view *view) {
    static const struct hair_knot edges[2][8] = {
        {{-0.595, -0.320, HAIR_OUTER},
         {-0.610, -0.100, HAIR_OUTER},
         {-0.624, 0.180, HAIR_OUTER},
         {-0.620, 0.360, HAIR_OUTER},
         {-0.598, 0.490, HAIR_OUTER},
         {-0.550, 0.568, HAIR_OUTER},
         {-0.480, 0.595, HAIR_OUTER},
         {-0.420, 0.580, HAIR_NAPE}},
        {{0.595, -0.320, HAIR_OUTER},
         {0.610, -0.100, HAIR_OUTER},
         {0.624, 0.180, HAIR_OUTER},
         {0.620, 0.360, HAIR_OUTER},
         {0.598, 0.490, HAIR_OUTER},
         {0.550, 0.568, HAIR_OUTER},
         {0.480, 0.595, HAIR_OUTER},
         {0.420, 0.580, HAIR_NAPE}},
    };
    hair_path_mirrored(cairo, view->face, behind, BEHIND);
    hair_mass_begin(cairo, view, 0.25);
    paint_down(cairo, view, -1);
    paint_down(cairo, view, 1);
    hair_rim(cairo, view, edges[0], 8);
    hair_rim(cairo, view, edges[1], 8);
    hair_mass_end(cairo);
}

void hair_bob_front(cairo_t *cairo, const struct face_view *view) {
    static const struct hair_flow flows[] = {
        {right, sizeof right / sizeof right[0], 6, 0.010, 0.30},
        {left, sizeof left / sizeof left[0], 6, 0.010, 0.30},
    };
    static const struct hair_cap mass = {
        .outline = cap,
        .count = CAP,
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
