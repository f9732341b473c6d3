// SPDX-License-Identifier: MIT
#include "draw/body_parts.h"

// The shirt from the collar to the lap, and the bench.

enum { SHOULDER = 7, SIDE = 5, NECKLINE = 5, HEM = 3 };

struct point body_shoulder_way(const struct body_pose *pose, double share) {
    return (struct point){0.07 * share * pose->roll_x - 0.05 * share * pose->shoulders,
                          -0.36 * share * pose->shoulders - 0.15 * share * pose->roll_y};
}

// The right half, from the collar outwards: where each point lies and how far it goes along.
static void shoulder_line(const struct body_view *view, struct point out[SHOULDER]) {
    static const struct {
        struct point at;
        double share;
    } line[SHOULDER] = {{{0.318, 0.936}, 0.22}, {{0.420, 0.940}, 0.36}, {{0.680, 0.994}, 0.70},
                        {{0.930, 1.080}, 0.90}, {{1.120, 1.198}, 1.00}, {{1.238, 1.350}, 1.00},
                        {{1.290, 1.560}, 1.00}};
    for (int i = 0; i < SHOULDER; i++) {
        struct point way = body_shoulder_way(view->pose, line[i].share);
        out[i] = (struct point){line[i].at.x + way.x, line[i].at.y + way.y};
    }
}

static void side_line(const struct body_view *view, struct point out[SIDE]) {
    static const struct point line[SIDE] = {
        {1.060, 2.000}, {0.925, 2.450}, {0.885, 3.000}, {0.940, 3.500}, {1.000, 3.900}};
    for (int i = 0; i < SIDE; i++) {
        double in = (i == 2 ? 0.04 : i == 1 || i == 3 ? 0.02 : 0) * view->pose->belly;
        out[i] = (struct point){line[i].x - in, line[i].y};
    }
}

static void mirror_back(const struct point *points, int count, struct point *out) {
    for (int i = 0; i < count; i++) {
        out[count - 1 - i] = (struct point){-points[i].x, points[i].y};
    }
}

static void half_line(const struct body_view *view, int sign, struct point out[SHOULDER + SIDE]) {
    struct body_view side = body_side(view, sign);
    shoulder_line(&side, out);
    side_line(&side, out + SHOULDER);
}

void body_torso_path(cairo_t *cairo, const struct body_view *view) {
    // Below the collar that the portrait has painted, which is higher behind.
    static const double nape[NECKLINE] = {0.912, 0.966, 0.988, 0.966, 0.912};
    static const double throat[NECKLINE] = {0.936, 1.029, 1.077, 1.029, 0.936};
    struct point neckline[NECKLINE];
    for (int i = 0; i < NECKLINE; i++) {
        static const double x[NECKLINE] = {-0.318, -0.206, 0, 0.206, 0.318};
        neckline[i] = (struct point){x[i], view->look->behind ? nape[i] : throat[i]};
    }
    static const struct point hem[HEM] = {{0.58, 4.000}, {0, 4.040}, {-0.58, 4.000}};
    struct point right[SHOULDER + SIDE], other[SHOULDER + SIDE], left[SHOULDER + SIDE];
    half_line(view, 1, right);
    half_line(view, -1, other);
    mirror_back(other, SHOULDER + SIDE, left);
    neckline[0].y = other[0].y;
    neckline[NECKLINE - 1].y = right[0].y;
    paint_path(cairo, left, SHOULDER + SIDE, false);
    paint_path_on(cairo, neckline, NECKLINE);
    paint_path_on(cairo, right, SHOULDER + SIDE);
    paint_path_on(cairo, hem, HEM);
    cairo_close_path(cairo);
}

static void shade(cairo_t *cairo, const struct body_view *whole, int sign) {
    const struct body_view side = body_side(whole, sign);
    const struct body_view *view = &side;
    const struct body_cloth *cloth = &view->shirt;
    struct point way = body_shoulder_way(view->pose, 1);
    double strong = sign > 0 ? 1.0 : 0.72;
    struct point flank[4] = {
        {sign * 0.96, 2.20}, {sign * 0.92, 2.60}, {sign * 0.87, 3.10}, {sign * 0.96, 3.80}};
    struct point breast[3] = {{sign * 0.24, 1.56}, {sign * 0.48, 1.70}, {sign * 0.74, 1.66}};
    struct point pit[3] = {
        {sign * 0.90, 1.98 + 0.4 * way.y}, {sign * 0.76, 2.10 + 0.3 * way.y}, {sign * 0.56, 2.15}};
    struct point low[3] = {{sign * 0.86, 3.16}, {sign * 0.66, 3.30}, {sign * 0.38, 3.35}};
    paint_soft(cairo, flank, 4, 0.34, cloth->dark, 0.62 * strong);
    paint_soft(cairo, breast, 3, 0.44, cloth->light, 0.13);
    body_fold(cairo, cloth, pit, 3, 0.10, 0.50);
    body_fold(cairo, cloth, low, 3, 0.10, 0.36 - 0.24 * view->pose->belly);
}

void body_torso_paint(cairo_t *cairo, const struct body_view *view) {
    const struct body_cloth *cloth = &view->shirt;
    double firm = (view->look->sides[0].belly + view->look->sides[1].belly) / 2;
    cairo_save(cairo);
    cairo_new_path(cairo);
    body_torso_path(cairo, view);
    cairo_clip_preserve(cairo);
    body_fill_down(cairo, 0.9, 4.0, cloth->base, colour_mix(cloth->base, cloth->dark, 0.16));
    struct point chin[3] = {{-0.30, 0.98}, {0, 1.12}, {0.30, 0.98}};
    paint_soft(cairo, chin, 3, 0.17, cloth->dark, 0.42);
    struct point belly = {0, 2.95};
    paint_blob(cairo, belly, 0.56, 0.60, 0, cloth->light, 0.15 * (1 - firm));
    struct point under[3] = {{-0.80, 3.84}, {0, 4.00}, {0.80, 3.84}};
    paint_soft(cairo, under, 3, 0.30, cloth->dark, 0.55);
    shade(cairo, view, -1);
    shade(cairo, view, 1);
    cairo_restore(cairo);
    static const double widths[] = {0.004, 0.016, 0.016, 0.004};
    struct point hem[5] = {{-0.97, 3.84}, {-0.58, 3.945}, {0, 3.985}, {0.58, 3.945}, {0.97, 3.84}};
    paint_taper(cairo, hem, 5, widths, 4, cloth->line, 0.35);
}

// ---- the bench ----

static void rounded(cairo_t *cairo, double half, double top, double foot, double radius) {
    cairo_new_path(cairo);
    cairo_arc(cairo, half - radius, top + radius, radius, -1.5707963, 0);
    cairo_arc(cairo, half - radius, foot - radius, radius, 0, 1.5707963);
    cairo_arc(cairo, -half + radius, foot - radius, radius, 1.5707963, 3.1415926);
    cairo_arc(cairo, -half + radius, top + radius, radius, 3.1415926, 4.7123889);
    cairo_close_path(cairo);
}

void body_bench_paint(cairo_t *cairo, const struct body_view *view) {
    const struct body_cloth *wood = &view->wood;
    for (int sign = -1; sign <= 1; sign += 2) {
        struct limb leg = {.spine = {{sign * 1.42, 4.35}, {sign * 1.47, 5.6}, {sign * 1.53, 6.92}},
                           .halves = {0.115, 0.10, 0.08},
                           .count = 3,
                           .left = 0.4,
                           .right = 0.6,
                           .crown = 0.2};
        body_limb_paint(cairo, &leg, wood);
    }
    cairo_save(cairo);
    rounded(cairo, 1.78, 4.06, 4.40, 0.12);
    cairo_clip_preserve(cairo);
    body_fill_down(cairo, 4.06, 4.40, colour_mix(wood->base, wood->light, 0.35), wood->base);
    struct point edge[3] = {{-1.9, 4.38}, {0, 4.42}, {1.9, 4.38}};
    paint_soft(cairo, edge, 3, 0.20, wood->dark, 0.7);
    struct point under[3] = {{-1.45, 4.05}, {0, 4.12}, {1.45, 4.05}};
    paint_soft(cairo, under, 3, 0.24, wood->dark, 0.7);
    cairo_restore(cairo);
}
