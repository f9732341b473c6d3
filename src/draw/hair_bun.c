// SPDX-License-Identifier: MIT
#include "draw/hair_parts.h"

// Bun: parted and drawn tightly over the ears to a knot on the crown.

static const struct hair_knot cap[] = {
    {-0.125, -0.545, HAIR_LINE},  {-0.220, -0.502, HAIR_LINE},  {-0.345, -0.412, HAIR_LINE},
    {-0.430, -0.270, HAIR_LINE},  {-0.450, -0.150, HAIR_LINE},  {-0.478, -0.078, HAIR_EAR},
    {-0.505, -0.075, HAIR_EAR},   {-0.518, -0.170, HAIR_OUTER}, {-0.530, -0.330, HAIR_OUTER},
    {-0.505, -0.520, HAIR_OUTER}, {-0.420, -0.670, HAIR_OUTER}, {-0.285, -0.770, HAIR_OUTER},
    {-0.110, -0.815, HAIR_OUTER}, {0.060, -0.820, HAIR_OUTER},  {0.270, -0.775, HAIR_OUTER},
    {0.420, -0.670, HAIR_OUTER},  {0.505, -0.520, HAIR_OUTER},  {0.530, -0.330, HAIR_OUTER},
    {0.518, -0.170, HAIR_OUTER},  {0.505, -0.075, HAIR_EAR},    {0.478, -0.078, HAIR_EAR},
    {0.450, -0.150, HAIR_LINE},   {0.430, -0.270, HAIR_LINE},   {0.358, -0.396, HAIR_LINE},
    {0.215, -0.474, HAIR_LINE},   {0.040, -0.523, HAIR_LINE},
};
enum { CAP = sizeof cap / sizeof cap[0], EDGE_FROM = 7, EDGE_COUNT = 12 };

// The knot lies behind the crown.
static const struct hair_knot knot[] = {
    {0.020, -0.938, HAIR_NAPE},  {0.120, -0.921, HAIR_NAPE},  {0.185, -0.861, HAIR_NAPE},
    {0.175, -0.788, HAIR_NAPE},  {0.100, -0.740, HAIR_NAPE},  {0.020, -0.732, HAIR_NAPE},
    {-0.060, -0.740, HAIR_NAPE}, {-0.135, -0.788, HAIR_NAPE}, {-0.145, -0.861, HAIR_NAPE},
    {-0.080, -0.921, HAIR_NAPE},
};
enum { KNOT = sizeof knot / sizeof knot[0] };

// From the face and the ears up and back, where they meet under the knot.
static const struct point right[][HAIR_GUIDE] = {
    {{0.500, -0.080}, {0.508, -0.240}, {0.490, -0.430}, {0.400, -0.620}, {0.220, -0.770}},
    {{0.465, -0.110}, {0.475, -0.260}, {0.445, -0.430}, {0.350, -0.610}, {0.180, -0.770}},
    {{0.430, -0.270}, {0.420, -0.400}, {0.360, -0.530}, {0.260, -0.660}, {0.130, -0.780}},
    {{0.330, -0.410}, {0.300, -0.500}, {0.240, -0.590}, {0.160, -0.690}, {0.090, -0.790}},
    {{0.170, -0.485}, {0.140, -0.560}, {0.110, -0.640}, {0.080, -0.715}, {0.055, -0.795}},
    {{0.000, -0.530}, {-0.010, -0.600}, {-0.005, -0.670}, {0.010, -0.735}, {0.025, -0.800}},
    {{-0.125, -0.545}, {-0.095, -0.620}, {-0.060, -0.690}, {-0.025, -0.750}, {0.010, -0.805}},
};
static const struct point left[][HAIR_GUIDE] = {
    {{-0.500, -0.080}, {-0.508, -0.240}, {-0.490, -0.430}, {-0.400, -0.620}, {-0.190, -0.775}},
    {{-0.465, -0.110}, {-0.475, -0.260}, {-0.450, -0.430}, {-0.360, -0.610}, {-0.150, -0.775}},
    {{-0.430, -0.270}, {-0.430, -0.390}, {-0.380, -0.520}, {-0.280, -0.650}, {-0.110, -0.780}},
    {{-0.330, -0.410}, {-0.325, -0.490}, {-0.280, -0.590}, {-0.195, -0.690}, {-0.065, -0.790}},
    {{-0.220, -0.500}, {-0.210, -0.570}, {-0.175, -0.640}, {-0.115, -0.715}, {-0.030, -0.795}},
    {{-0.125, -0.545}, {-0.095, -0.620}, {-0.060, -0.690}, {-0.025, -0.750}, {0.010, -0.805}},
};
static const struct hair_lock shades[] = {
    {{{-0.125, -0.545}, {-0.095, -0.620}, {-0.060, -0.690}, {-0.025, -0.750}, {0.010, -0.805}},
     0.010,
     0.70},
    {{{0.330, -0.410}, {0.300, -0.500}, {0.240, -0.590}, {0.160, -0.690}, {0.090, -0.790}},
     0.011,
     0.40},
    {{{0.445, -0.200}, {0.445, -0.340}, {0.400, -0.490}, {0.300, -0.640}, {0.150, -0.780}},
     0.012,
     0.42},
    {{{-0.330, -0.410}, {-0.325, -0.490}, {-0.280, -0.590}, {-0.195, -0.690}, {-0.065, -0.790}},
     0.011,
     0.40},
    {{{-0.445, -0.200}, {-0.450, -0.340}, {-0.410, -0.490}, {-0.310, -0.640}, {-0.120, -0.780}},
     0.012,
     0.42},
};
static const struct hair_lock lights[] = {
    {{{0.385, -0.340}, {0.370, -0.450}, {0.305, -0.560}, {0.215, -0.670}, {0.110, -0.780}},
     0.045,
     0.30},
    {{{0.240, -0.460}, {0.215, -0.540}, {0.170, -0.620}, {0.120, -0.700}, {0.070, -0.790}},
     0.040,
     0.28},
    {{{0.490, -0.120}, {0.495, -0.270}, {0.470, -0.430}, {0.380, -0.610}, {0.190, -0.770}},
     0.030,
     0.26},
    {{{-0.385, -0.340}, {-0.385, -0.450}, {-0.330, -0.560}, {-0.240, -0.670}, {-0.090, -0.780}},
     0.045,
     0.30},
};
static const struct hair_lock twist[] = {
    {{{-0.120, -0.813}, {-0.070, -0.882}, {0.030, -0.908}, {0.120, -0.878}, {0.150, -0.822}},
     0.012,
     0.55},
    {{{-0.090, -0.770}, {-0.030, -0.839}, {0.050, -0.857}, {0.110, -0.831}, {0.125, -0.783}},
     0.011,
     0.50},
};
static const struct hair_lock twist_light[] = {
    {{{-0.105, -0.839}, {-0.055, -0.899}, {0.030, -0.924}, {0.105, -0.899}, {0.150, -0.852}},
     0.020,
     0.40},
    {{{-0.100, -0.792}, {-0.050, -0.861}, {0.035, -0.882}, {0.110, -0.857}, {0.138, -0.805}},
     0.022,
     0.36},
};

static void paint_twist(cairo_t *cairo, const struct face_view *view, const struct hair_lock *locks,
                        int count, struct colour colour) {
    for (int i = 0; i < count; i++) {
        const double widths[] = {0.001, locks[i].width, locks[i].width, 0.001};
        struct point curve[HAIR_GUIDE];
        for (int k = 0; k < HAIR_GUIDE; k++) {
            curve[k] = hair_place(
                view->face, (struct hair_knot){locks[i].at[k].x, locks[i].at[k].y, HAIR_NAPE});
        }
        paint_taper(cairo, curve, HAIR_GUIDE, widths, 4, colour, locks[i].alpha);
    }
}

void hair_bun_behind(cairo_t *cairo, const struct face_view *view) {
    hair_back_of_head(cairo, view);
    hair_path(cairo, view->face, knot, KNOT);
    hair_mass_begin(cairo, view, 0.10);
    paint_twist(cairo, view, twist_light, 2, view->colours->hair_light);
    paint_twist(cairo, view, twist, 2, view->colours->hair_dark);
    hair_rim(cairo, view, knot, KNOT);
    hair_mass_end(cairo);
}

void hair_bun_front(cairo_t *cairo, const struct face_view *view) {
    static const struct hair_flow flows[] = {
        {right, sizeof right / sizeof right[0], 6, 0.009, 0.32},
        {left, sizeof left / sizeof left[0], 6, 0.009, 0.32},
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
