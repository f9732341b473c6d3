// SPDX-License-Identifier: MIT
#include <math.h>

#include "draw/figure_parts.h"
#include "draw/scene.h"
#include "draw/shapes.h"

// A moon that fills from below while a movement is done and empties as it is let go.
//
// It fills as far as the effort that is asked: at two of ten most of it stays empty, because the
// most common mistake is too much. One side fills one half.

enum { MOON_Y = 340, MOON_R = 196, TEN = 10, RING = 4 };

// The height of the light's edge at the full movement.
static double edge_at(const struct figure *figure, double level) {
    int effort = figure->segment->effort;
    double most = effort < 0 ? 0.5 : fmax(1, effort) / TEN;
    return MOON_Y + MOON_R - 2.0 * MOON_R * most * level;
}

void effort_pose(const struct figure *figure, const struct frame *frame, struct figure_pose *pose) {
    pose->level = edge_at(figure, frame->level);
    pose->held = figure->segment->phase == PHASE_HOLD;
}

struct box effort_damage(const struct figure_pose *from, const struct figure_pose *to) {
    double reach = MOON_R + RING + 2;
    if (from->held != to->held)
        return (struct box){-reach, MOON_Y - reach, 2 * reach, 2 * reach};
    double top = fmin(from->level, to->level) - 2;
    return (struct box){-reach, top, 2 * reach, fabs(from->level - to->level) + 4};
}

// The whole moon, or the half of a side.
static void moon_path(cairo_t *cairo, enum side side, double radius) {
    double from = side == SIDE_LEFT ? M_PI / 2 : -M_PI / 2;
    if (side != SIDE_LEFT && side != SIDE_RIGHT) {
        shape_circle(cairo, 0, MOON_Y, radius);
        return;
    }
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, 0, MOON_Y, radius, from, from + M_PI);
    cairo_close_path(cairo);
}

// How far the light will rise: a dashed line, so that the goal is seen before it is reached.
static void goal(cairo_t *cairo, const struct theme *theme, const struct figure *figure) {
    double edge = edge_at(figure, 1);
    double half = sqrt(fmax(0, MOON_R * MOON_R - (edge - MOON_Y) * (edge - MOON_Y)));
    enum side side = figure->segment->side;
    double from = side == SIDE_RIGHT ? 0 : -half;
    double to = side == SIDE_LEFT ? 0 : half;
    theme_use(cairo, theme, TOKEN_STAGE2, theme->ring);
    cairo_set_line_width(cairo, 2);
    cairo_set_dash(cairo, (double[]){8, 7}, 2, 0);
    cairo_move_to(cairo, from, edge);
    cairo_line_to(cairo, to, edge);
    cairo_stroke(cairo);
    cairo_set_dash(cairo, NULL, 0, 0);
}

void effort_paint_still(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                        struct figure_place place) {
    scene_halo(cairo, theme, place.x, place.y + MOON_Y * place.scale, MOON_R * place.scale);
    cairo_save(cairo);
    figure_enter(cairo, place, 0);
    theme_use(cairo, theme, TOKEN_HALO, theme->flat ? 0 : 0.10);
    shape_circle(cairo, 0, MOON_Y, MOON_R);
    cairo_fill(cairo);
    theme_use(cairo, theme, TOKEN_STAGE2, theme->ring);
    cairo_set_line_width(cairo, 2);
    shape_circle(cairo, 0, MOON_Y, MOON_R);
    cairo_stroke(cairo);
    enum side side = figure->segment->side;
    if (side == SIDE_LEFT || side == SIDE_RIGHT) {
        cairo_move_to(cairo, 0, MOON_Y - MOON_R);
        cairo_line_to(cairo, 0, MOON_Y + MOON_R);
        cairo_stroke(cairo);
    }
    goal(cairo, theme, figure);
    cairo_restore(cairo);
}

void effort_paint(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                  const struct figure_pose *pose, struct figure_place place) {
    static const enum token stops[] = {TOKEN_LAMP0, TOKEN_LAMP1, TOKEN_LAMP2};
    cairo_save(cairo);
    figure_enter(cairo, place, 0);
    // The light lies evenly from the top of the moon to its foot: a gradient that costs little.
    cairo_pattern_t *light =
        cairo_pattern_create_linear(0, MOON_Y - 0.6 * MOON_R, 0, MOON_Y + 1.1 * MOON_R);
    for (int i = 0; i < 3; i++) {
        struct colour colour = theme_colour(theme, stops[i]);
        cairo_pattern_add_color_stop_rgb(light, i * 0.5, colour.red, colour.green, colour.blue);
    }
    cairo_save(cairo);
    cairo_rectangle(cairo, -MOON_R - 2, pose->level, 2 * MOON_R + 4, 2 * MOON_R + 4);
    cairo_clip(cairo);
    moon_path(cairo, figure->segment->side, MOON_R - 1);
    cairo_set_source(cairo, light);
    cairo_fill(cairo);
    cairo_restore(cairo);
    cairo_pattern_destroy(light);
    if (pose->held) {
        theme_use(cairo, theme, TOKEN_STAGE2, 1);
        cairo_set_line_width(cairo, RING);
        shape_circle(cairo, 0, MOON_Y, MOON_R);
        cairo_stroke(cairo);
    }
    cairo_restore(cairo);
}
