// SPDX-License-Identifier: MIT
#include "draw/doses.h"

#include <math.h>

#include "draw/shapes.h"

static void ring(cairo_t *cairo, const struct theme *theme, double width) {
    theme_use(cairo, theme, TOKEN_STAGE2, theme->ring);
    cairo_set_line_width(cairo, width);
    cairo_stroke(cairo);
}

double effort_discs_paint(cairo_t *cairo, const struct theme *theme, int effort, struct box box,
                          double scale) {
    double pitch = fmin(26 * scale, box.width / EFFORT_DISCS);
    double radius = pitch * 9 / 26;
    double thick = fmax(1.5, 1.8 * scale);
    for (int i = 0; i < EFFORT_DISCS; i++) {
        double x = box.x + pitch * i + radius + 1;
        if (i < effort) {
            theme_use(cairo, theme, TOKEN_ACCENT, 1);
            shape_circle(cairo, x, box_middle_y(box), radius);
            cairo_fill(cairo);
        } else {
            shape_circle(cairo, x, box_middle_y(box), radius - thick / 2);
            ring(cairo, theme, thick);
        }
    }
    return pitch * EFFORT_DISCS;
}

static void capsule(cairo_t *cairo, const struct theme *theme, struct box box, double share,
                    double scale) {
    double thick = fmax(1.5, 1.8 * scale);
    cairo_save(cairo);
    shape_round(cairo, box, box.height / 2);
    cairo_clip(cairo);
    theme_use(cairo, theme, TOKEN_ACCENT, 1);
    cairo_rectangle(cairo, box.x, box.y, box.width * share, box.height);
    cairo_fill(cairo);
    cairo_restore(cairo);
    if (share >= 1)
        return;
    shape_round(cairo, box_inset(box, thick / 2), box.height / 2);
    if (share > 0) {
        theme_use(cairo, theme, TOKEN_ACCENT, 1);
        cairo_set_line_width(cairo, thick);
        cairo_stroke(cairo);
    } else {
        ring(cairo, theme, thick);
    }
}

double repetitions_paint(cairo_t *cairo, const struct theme *theme, int done, int all,
                         struct box box, double scale) {
    double pitch = fmin(32 * scale, box.width / all);
    double width = pitch * 26 / 32;
    double height = fmin(18 * scale, box.height);
    double y = box_middle_y(box) - height / 2;
    if (width < height) {
        double share = fmin(1, (done + 0.5) / all);
        double whole = fmin(box.width, 260 * scale);
        capsule(cairo, theme, (struct box){box.x, y, whole, height}, share, scale);
        return whole;
    }
    for (int i = 0; i < all; i++) {
        double share = i < done ? 1 : i == done ? 0.5 : 0;
        capsule(cairo, theme, (struct box){box.x + pitch * i, y, width, height}, share, scale);
    }
    return pitch * all;
}

static void stretch(cairo_t *cairo, double from, double to, double y, double thick) {
    if (to - from <= 0.5)
        return;
    shape_round(cairo, (struct box){from, y - thick / 2, to - from, thick}, thick / 2);
    cairo_fill(cairo);
}

static void diamond(cairo_t *cairo, double x, double y, double reach) {
    cairo_move_to(cairo, x, y - reach);
    cairo_line_to(cairo, x + reach, y);
    cairo_line_to(cairo, x, y + reach);
    cairo_line_to(cairo, x - reach, y);
    cairo_close_path(cairo);
}

// The stretches leave room for what stands among them.
static void clip_marks_out(cairo_t *cairo, const struct player_bar *bar, struct box box,
                           double reach) {
    cairo_rectangle(cairo, box.x - reach, box.y, box.width + 2 * reach, box.height);
    for (int i = 0; i < bar->mark_count; i++) {
        double x = box.x + box.width * bar->marks[i];
        cairo_rectangle(cairo, x - reach, box.y, 2 * reach, box.height);
    }
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_clip(cairo);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_WINDING);
}

static void stretches(cairo_t *cairo, const struct theme *theme, const struct player_bar *bar,
                      struct box box, double scale) {
    double thick = 6 * scale;
    double gap = fmax(3, 6 * scale);
    double y = box_middle_y(box);
    double at = box.x + box.width * fmax(0, fmin(1, bar->at));
    double start = 0;
    for (int i = 0; i < bar->count; i++) {
        double from = box.x + box.width * start + (i > 0 ? gap / 2 : 0);
        double to = box.x + box.width * bar->ends[i] - (i + 1 < bar->count ? gap / 2 : 0);
        double split = fmax(from, fmin(to, at));
        theme_use(cairo, theme, TOKEN_STAGE, theme->unplayed);
        // The played part lies beneath the disc's place, so no seam shows between the two.
        stretch(cairo, split > from ? split - thick : from, to, y, split < to ? thick : 0);
        theme_use(cairo, theme, TOKEN_ACCENT, 1);
        stretch(cairo, from, split, y, thick);
        start = bar->ends[i];
    }
}

void player_bar_paint(cairo_t *cairo, const struct theme *theme, const struct player_bar *bar,
                      struct box box, double scale) {
    double y = box_middle_y(box);
    cairo_save(cairo);
    clip_marks_out(cairo, bar, box, 13 * scale);
    stretches(cairo, theme, bar, box, scale);
    cairo_restore(cairo);
    for (int i = 0; i < bar->mark_count; i++) {
        bool over = bar->at >= bar->marks[i];
        theme_use(cairo, theme, over ? TOKEN_ACCENT : TOKEN_STAGE, 1);
        diamond(cairo, box.x + box.width * bar->marks[i], y, 9 * scale);
        cairo_set_line_width(cairo, 2.4 * scale);
        cairo_stroke(cairo);
    }
    theme_use(cairo, theme, TOKEN_STAGE, 1);
    shape_circle(cairo, box.x + box.width * fmax(0, fmin(1, bar->at)), y, 7 * scale);
    cairo_fill(cairo);
}

void player_line_paint(cairo_t *cairo, const struct theme *theme, double at, struct box box) {
    theme_use(cairo, theme, TOKEN_STAGE, theme->flat ? theme->unplayed : 0.16);
    stretch(cairo, box.x, box.x + box.width, box_middle_y(box), box.height);
    theme_use(cairo, theme, TOKEN_ACCENT, theme->flat ? 1 : 0.72);
    stretch(cairo, box.x, box.x + box.width * fmax(0, fmin(1, at)), box_middle_y(box), box.height);
}
