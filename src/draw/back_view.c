// SPDX-License-Identifier: MIT
#include "draw/back_view.h"

#include <math.h>

#include "draw/paint.h"

enum { SHOULDER = 7, COLLAR = 3, NECK = 6, HAIR = 11 };

static const struct colour black = {0, 0, 0};
static const struct colour white = {1, 1, 1};

static const struct point neck_side[NECK] = {{0.270, 0.240}, {0.256, 0.520}, {0.254, 0.700},
                                             {0.272, 0.830}, {0.345, 0.930}, {0.520, 1.020}};
static const struct point collar[COLLAR] = {{0.318, 0.878}, {0.170, 0.930}, {0, 0.944}};
static const struct point shoulder[SHOULDER] = {{1.100, 1.600}, {1.086, 1.350}, {1.032, 1.190},
                                                {0.930, 1.086}, {0.720, 1.002}, {0.470, 0.938},
                                                {0.318, 0.878}};
static const struct point hair_side[HAIR] = {{0, -0.850},     {0.220, -0.822}, {0.410, -0.700},
                                             {0.512, -0.490}, {0.532, -0.250}, {0.508, -0.080},
                                             {0.462, 0.080},  {0.425, 0.210},  {0.345, 0.345},
                                             {0.200, 0.425},  {0, 0.445}};

// The right half as it is, then the left one backwards: one closed outline.
static int both_halves(const struct point *half, int count, struct point *out) {
    int written = 0;
    for (int i = 0; i < count; i++) {
        out[written++] = half[i];
    }
    // Points of the middle line stand once.
    for (int i = count - 1; i >= 0; i--) {
        if (half[i].x > 0) {
            out[written++] = (struct point){-half[i].x, half[i].y};
        }
    }
    return written;
}

static void fill_down(cairo_t *cairo, double from, double to, struct colour top,
                      struct colour foot) {
    cairo_pattern_t *light = cairo_pattern_create_linear(0, from, 0, to);
    cairo_pattern_add_color_stop_rgb(light, 0, top.red, top.green, top.blue);
    cairo_pattern_add_color_stop_rgb(light, 1, foot.red, foot.green, foot.blue);
    cairo_set_source(cairo, light);
    cairo_fill(cairo);
    cairo_pattern_destroy(light);
}

static void neck(cairo_t *cairo, const struct face_colours *colours) {
    struct point left[NECK];
    struct point right[NECK];
    for (int i = 0; i < NECK; i++) {
        right[i] = neck_side[i];
        left[NECK - 1 - i] = (struct point){-neck_side[i].x, neck_side[i].y};
    }
    cairo_save(cairo);
    paint_path(cairo, left, NECK, false);
    paint_path_on(cairo, right, NECK);
    cairo_close_path(cairo);
    cairo_clip_preserve(cairo);
    fill_down(cairo, 0.40, 1.0, colour_mix(colours->base, colours->shadow, 0.40),
              colour_mix(colours->base, colours->shadow, 0.06));
    for (int sign = -1; sign <= 1; sign += 2) {
        // The two cords beside the spine with the hollow between, and the sides that turn away.
        struct point cord[3] = {{sign * 0.085, 0.46}, {sign * 0.092, 0.66}, {sign * 0.120, 0.88}};
        struct point groove[3] = {{sign * 0.022, 0.48}, {sign * 0.022, 0.66}, {sign * 0.024, 0.82}};
        struct point side[4] = {
            {sign * 0.262, 0.44}, {sign * 0.254, 0.68}, {sign * 0.280, 0.84}, {sign * 0.38, 0.96}};
        paint_soft(cairo, side, 4, 0.13, colours->shadow, 0.42);
        paint_soft(cairo, groove, 3, 0.050, colours->shadow, 0.30);
        paint_soft(cairo, cord, 3, 0.080, colours->light, 0.24);
    }
    struct point bone = {0, 0.850};
    paint_blob(cairo, bone, 0.050, 0.034, 0, colours->light, 0.32);
    struct point nape[3] = {{-0.24, 0.46}, {0, 0.52}, {0.24, 0.46}};
    paint_soft(cairo, nape, 3, 0.15, colours->shadow, 0.62);
    cairo_restore(cairo);
}

static void ears(cairo_t *cairo, const struct face_colours *colours) {
    for (int sign = -1; sign <= 1; sign += 2) {
        struct point shell[6] = {{sign * 0.470, -0.070}, {sign * 0.545, -0.075},
                                 {sign * 0.572, 0.000},  {sign * 0.556, 0.090},
                                 {sign * 0.512, 0.170},  {sign * 0.460, 0.180}};
        cairo_save(cairo);
        paint_path(cairo, shell, 6, true);
        cairo_clip_preserve(cairo);
        paint_use(
            cairo,
            colour_mix(colour_mix(colours->base, colours->shadow, 0.26), colours->blush, 0.14), 1);
        cairo_fill(cairo);
        struct point rim[4] = {shell[1], shell[2], shell[3], shell[4]};
        paint_soft(cairo, rim, 4, 0.030, colours->light, 0.30);
        cairo_restore(cairo);
    }
}

void back_view_over_shoulder_path(cairo_t *cairo) {
    static const double THICK = 0.070;
    struct point left[SHOULDER];
    struct point right[SHOULDER];
    for (int i = 0; i < SHOULDER; i++) {
        left[i] = (struct point){-shoulder[i].x, shoulder[i].y - THICK};
        right[SHOULDER - 1 - i] = (struct point){shoulder[i].x, shoulder[i].y - THICK};
    }
    paint_path(cairo, left, SHOULDER, false);
    paint_path_on(cairo, right, SHOULDER);
    cairo_line_to(cairo, 1.10, 1.9);
    cairo_line_to(cairo, -1.10, 1.9);
    cairo_close_path(cairo);
}

static void shirt(cairo_t *cairo, const struct face_colours *colours) {
    struct point line[2 * COLLAR - 1];
    for (int i = 0; i < COLLAR; i++) {
        line[i] = (struct point){-collar[i].x, collar[i].y};
        line[2 * COLLAR - 2 - i] = collar[i];
    }
    struct point left[SHOULDER];
    struct point right[SHOULDER];
    for (int i = 0; i < SHOULDER; i++) {
        left[i] = (struct point){-shoulder[i].x, shoulder[i].y};
        right[SHOULDER - 1 - i] = shoulder[i];
    }
    cairo_save(cairo);
    paint_path(cairo, left, SHOULDER, false);
    paint_path_on(cairo, line, 2 * COLLAR - 1);
    paint_path_on(cairo, right, SHOULDER);
    cairo_line_to(cairo, 1.10, 1.9);
    cairo_line_to(cairo, -1.10, 1.9);
    cairo_close_path(cairo);
    cairo_clip_preserve(cairo);
    paint_use(cairo, colours->shirt, 1);
    cairo_fill(cairo);
    struct colour dark = colour_mix(colours->shirt, black, 0.45);
    struct point spine[3] = {{0, 1.00}, {0.004, 1.15}, {0, 1.40}};
    paint_soft(cairo, spine, 3, 0.10, dark, 0.22);
    for (int sign = -1; sign <= 1; sign += 2) {
        struct point blade[3] = {{sign * 0.32, 1.16}, {sign * 0.42, 1.24}, {sign * 0.46, 1.42}};
        struct point top[3] = {{sign * 0.36, 0.945}, {sign * 0.62, 1.005}, {sign * 0.90, 1.085}};
        paint_soft(cairo, blade, 3, 0.12, dark, 0.20);
        paint_soft(cairo, top, 3, 0.07, white, 0.12);
    }
    cairo_restore(cairo);
    static const double widths[] = {0.010, 0.034, 0.038, 0.034, 0.010};
    static const double seams[] = {0.001, 0.005, 0.0055, 0.005, 0.001};
    struct point seam[2 * COLLAR - 1];
    for (int i = 0; i < 2 * COLLAR - 1; i++) {
        seam[i] = (struct point){line[i].x, line[i].y + 0.026};
    }
    paint_taper(cairo, line, 2 * COLLAR - 1, widths, 5, colour_mix(colours->shirt, white, 0.10), 1);
    paint_taper(cairo, seam, 2 * COLLAR - 1, seams, 5, colour_mix(colours->shirt, black, 0.45),
                0.6);
}

// From the whorl it falls to all sides; below it runs in to the nape.
static void strands(cairo_t *cairo, const struct face_colours *colours) {
    static const double dark_widths[] = {0.001, 0.014, 0.018, 0.012, 0.001};
    static const double light_widths[] = {0.004, 0.040, 0.052, 0.036, 0.004};
    static const struct {
        double top, side, foot; // how far out it runs above, beside and below
        double end;
    } runs[] = {{0.05, 0.10, 0.05, 0.40},
                {0.14, 0.23, 0.13, 0.38},
                {0.24, 0.34, 0.23, 0.32},
                {0.32, 0.43, 0.33, 0.20},
                {0.36, 0.49, 0.43, 0.04}};
    for (int sign = -1; sign <= 1; sign += 2) {
        for (int i = 0; i < 5; i++) {
            double shift = sign < 0 ? 0.018 : 0;
            struct point line[4] = {{0.03 + sign * 0.4 * runs[i].top, -0.50 - 0.30 * runs[i].top},
                                    {sign * (runs[i].top + shift), -0.36 + 0.02 * i},
                                    {sign * (runs[i].side - shift), -0.02 - 0.03 * i},
                                    {sign * runs[i].foot, runs[i].end}};
            struct point beside[4];
            for (int j = 0; j < 4; j++) {
                beside[j] = (struct point){line[j].x + sign * 0.045, line[j].y - 0.012};
            }
            paint_taper(cairo, beside, 4, light_widths, 5, colours->hair_light, 0.26);
            paint_taper(cairo, line, 4, dark_widths, 5, colours->hair_dark, 0.45);
        }
    }
    for (int i = 0; i < 7; i++) {
        // Over the crown to the front.
        double angle = M_PI * (0.10 + 0.80 * i / 6) + M_PI;
        struct point line[3] = {{0.03 + 0.05 * cos(angle), -0.53 + 0.05 * sin(angle)},
                                {0.03 + 0.20 * cos(angle + 0.12), -0.53 + 0.15 * sin(angle + 0.12)},
                                {0.03 + 0.36 * cos(angle), -0.53 + 0.27 * sin(angle)}};
        paint_taper(cairo, line, 3, dark_widths, 5, colours->hair_dark, 0.40);
    }
}

static void hair_cap(cairo_t *cairo, const struct face_colours *colours) {
    struct point outline[2 * HAIR];
    int count = both_halves(hair_side, HAIR, outline);
    cairo_save(cairo);
    paint_path(cairo, outline, count, true);
    cairo_clip_preserve(cairo);
    fill_down(cairo, -0.85, 0.49, colour_mix(colours->hair, colours->hair_light, 0.60),
              colour_mix(colours->hair, colours->hair_dark, 0.30));
    strands(cairo, colours);
    for (int sign = -1; sign <= 1; sign += 2) {
        struct point edge[4] = {
            {sign * 0.52, -0.45}, {sign * 0.53, -0.18}, {sign * 0.45, 0.14}, {sign * 0.33, 0.36}};
        paint_soft(cairo, edge, 4, 0.16, colours->hair_dark, 0.50);
    }
    struct point shine[4] = {{-0.36, -0.50}, {-0.16, -0.64}, {0.10, -0.67}, {0.32, -0.56}};
    paint_soft(cairo, shine, 4, 0.15, colours->hair_light, 0.50);
    cairo_restore(cairo);
    // The nape: short hair that thins out.
    for (int i = -9; i <= 9; i++) {
        double x = 0.026 * i;
        double y = 0.428 - 1.1 * x * x;
        struct point line[2] = {{x, y - 0.03}, {x * 0.93, y + 0.042 + 0.012 * ((i + 9) % 3)}};
        static const double widths[] = {0.012, 0.008, 0.001};
        paint_taper(cairo, line, 2, widths, 3, colour_mix(colours->hair, colours->hair_dark, 0.30),
                    0.85);
    }
}

static void curls(cairo_t *cairo, const struct face_colours *colours) {
    struct point outline[2 * HAIR];
    int count = both_halves(hair_side, HAIR, outline);
    struct point around[PAINT_POINTS_MAX];
    int samples = paint_sample(outline, count, 2, around, PAINT_POINTS_MAX);
    paint_use(cairo, colour_mix(colours->hair, colours->hair_dark, 0.20), 1);
    for (int i = 0; i < samples; i++) {
        double radius = 0.085 + 0.014 * (i % 3);
        if (around[i].y < 0.36) {
            cairo_new_sub_path(cairo);
            cairo_arc(cairo, around[i].x, around[i].y, radius, 0, 2 * M_PI);
            cairo_fill(cairo);
        }
    }
}

static void knot(cairo_t *cairo, const struct face_colours *colours) {
    const struct point middle = {0.01, -0.46};
    static const double widths[] = {0.001, 0.016, 0.018, 0.001};
    paint_blob(cairo, (struct point){middle.x, middle.y + 0.06}, 0.30, 0.24, 0, colours->hair_dark,
               0.75);
    cairo_save(cairo);
    cairo_translate(cairo, middle.x, middle.y);
    cairo_scale(cairo, 0.205, 0.165);
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, 0, 0, 1, 0, 2 * M_PI);
    cairo_restore(cairo);
    fill_down(cairo, middle.y - 0.17, middle.y + 0.17,
              colour_mix(colours->hair, colours->hair_light, 0.70), colours->hair);
    for (int i = 0; i < 4; i++) {
        double r = 0.055 + 0.036 * i;
        double turn = 0.9 * i;
        struct point line[4];
        for (int j = 0; j < 4; j++) {
            double angle = turn + j * 1.05;
            line[j] =
                (struct point){middle.x + 1.12 * r * cos(angle), middle.y + 0.9 * r * sin(angle)};
        }
        paint_taper(cairo, line, 4, widths, 4, colours->hair_dark, 0.55);
    }
}

// A scarf is tied up at the nape for a massage: hair and ears stay covered, the neck is free.
static void tied_scarf(cairo_t *cairo) {
    enum { HALF = 10, RUNS = 6 };
    static const struct point half[HALF] = {
        {0, -0.838},    {0.230, -0.808}, {0.428, -0.682}, {0.532, -0.465}, {0.560, -0.210},
        {0.552, 0.020}, {0.504, 0.190},  {0.398, 0.340},  {0.235, 0.432},  {0, 0.462}};
    static const double fold_widths[] = {0.001, 0.012, 0.018, 0.010, 0.002};
    static const double light_widths[] = {0.002, 0.026, 0.038, 0.020, 0.002};
    const struct colour base = paint_hex(0x8C7396);
    const struct colour light = paint_hex(0xA58CAE);
    const struct colour shade = paint_hex(0x6C5677);
    struct point outline[2 * HALF];
    int count = both_halves(half, HALF, outline);
    cairo_save(cairo);
    paint_path(cairo, outline, count, true);
    cairo_clip_preserve(cairo);
    fill_down(cairo, -0.84, 0.46, colour_mix(base, light, 0.55), colour_mix(base, shade, 0.45));
    for (int sign = -1; sign <= 1; sign += 2) {
        for (int i = 0; i < RUNS; i++) {
            // From the crown's side down to the knot.
            double out = 0.16 + 0.075 * i;
            struct point line[4] = {{sign * (0.30 + 0.05 * i), -0.74 + 0.13 * i},
                                    {sign * (out + 0.03), -0.34 + 0.11 * i},
                                    {sign * (out * 0.84), 0.00 + 0.075 * i},
                                    {sign * (0.045 + 0.012 * i), 0.375}};
            struct point above[4];
            for (int j = 0; j < 4; j++) {
                above[j] = (struct point){line[j].x + sign * 0.022, line[j].y - 0.020};
            }
            paint_taper(cairo, above, 4, light_widths, 5, light, 0.40);
            paint_taper(cairo, line, 4, fold_widths, 5, shade, 0.60);
        }
        struct point edge[4] = {
            {sign * 0.54, -0.45}, {sign * 0.56, -0.18}, {sign * 0.51, 0.16}, {sign * 0.36, 0.38}};
        paint_soft(cairo, edge, 4, 0.17, shade, 0.60);
    }
    paint_soft(cairo,
               (struct point[]){{-0.34, -0.52}, {-0.10, -0.66}, {0.14, -0.66}, {0.34, -0.54}}, 4,
               0.16, light, 0.50);
    cairo_restore(cairo);
    // The knot.
    struct point knot_edge[8] = {{-0.075, 0.330}, {0.000, 0.312}, {0.078, 0.332},  {0.096, 0.390},
                                 {0.070, 0.445},  {0.000, 0.458}, {-0.070, 0.446}, {-0.094, 0.388}};
    paint_blob(cairo, (struct point){0, 0.42}, 0.16, 0.11, 0, shade, 0.75);
    paint_path(cairo, knot_edge, 8, true);
    fill_down(cairo, 0.31, 0.46, colour_mix(base, light, 0.60), base);
    paint_taper(cairo, (struct point[]){{-0.05, 0.345}, {-0.005, 0.390}, {0.010, 0.445}}, 3,
                fold_widths, 5, shade, 0.65);
    paint_taper(cairo, (struct point[]){{0.045, 0.345}, {0.030, 0.385}, {0.040, 0.435}}, 3,
                fold_widths, 5, shade, 0.50);
}

void back_view_paint(cairo_t *cairo, const struct face_colours *colours, enum hair_style hair) {
    cairo_save(cairo);
    neck(cairo, colours);
    shirt(cairo, colours);
    if (hair == HAIR_SCARF) {
        tied_scarf(cairo);
        cairo_restore(cairo);
        return;
    }
    if (hair == HAIR_CURLS) {
        curls(cairo, colours);
    }
    ears(cairo, colours);
    hair_cap(cairo, colours);
    if (hair == HAIR_BUN || hair == HAIR_BOB) {
        knot(cairo, colours);
    }
    cairo_restore(cairo);
}
