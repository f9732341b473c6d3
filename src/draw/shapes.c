// SPDX-License-Identifier: MIT
#include "draw/shapes.h"

#include <assert.h>
#include <math.h>

void shape_round(cairo_t *cairo, struct box box, double radius) {
    double most = fmin(box.width, box.height) / 2;
    double r = fmin(radius, most);
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, box.x + box.width - r, box.y + r, r, -M_PI / 2, 0);
    cairo_arc(cairo, box.x + box.width - r, box.y + box.height - r, r, 0, M_PI / 2);
    cairo_arc(cairo, box.x + r, box.y + box.height - r, r, M_PI / 2, M_PI);
    cairo_arc(cairo, box.x + r, box.y + r, r, M_PI, M_PI * 1.5);
    cairo_close_path(cairo);
}

void shape_circle(cairo_t *cairo, double x, double y, double radius) {
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, x, y, fmax(0, radius), 0, 2 * M_PI);
    cairo_close_path(cairo);
}

static void triangle(cairo_t *cairo, double from_x, double to_x) {
    cairo_move_to(cairo, from_x, 6);
    cairo_line_to(cairo, to_x, 12);
    cairo_line_to(cairo, from_x, 18);
    cairo_close_path(cairo);
    // The stroke rounds the corners of the filled shape.
    cairo_fill_preserve(cairo);
    cairo_stroke(cairo);
}

static void line(cairo_t *cairo, double x, double y, double to_x, double to_y) {
    cairo_move_to(cairo, x, y);
    cairo_line_to(cairo, to_x, to_y);
    cairo_stroke(cairo);
}

static void draw_play(cairo_t *cairo) {
    triangle(cairo, 8, 18);
}

static void draw_pause(cairo_t *cairo) {
    cairo_set_line_width(cairo, 4);
    line(cairo, 8.5, 6.5, 8.5, 17.5);
    line(cairo, 15.5, 6.5, 15.5, 17.5);
}

static void draw_next(cairo_t *cairo) {
    triangle(cairo, 6, 15);
    line(cairo, 18.5, 6, 18.5, 18);
}

static void draw_previous(cairo_t *cairo) {
    triangle(cairo, 18, 9);
    line(cairo, 5.5, 6, 5.5, 18);
}

static void draw_again(cairo_t *cairo) {
    cairo_move_to(cairo, 5.2, 8.6);
    cairo_line_to(cairo, 14.2, 8.6);
    cairo_arc(cairo, 14.2, 13.2, 4.6, -M_PI / 2, M_PI / 2);
    cairo_line_to(cairo, 8.5, 17.8);
    cairo_stroke(cairo);
    cairo_move_to(cairo, 8.8, 5);
    cairo_line_to(cairo, 5.2, 8.6);
    cairo_line_to(cairo, 8.8, 12.2);
    cairo_stroke(cairo);
}

static void draw_stop(cairo_t *cairo) {
    shape_round(cairo, (struct box){6.5, 6.5, 11, 11}, 2);
    cairo_stroke(cairo);
}

static void speaker(cairo_t *cairo) {
    cairo_move_to(cairo, 3.5, 9.5);
    cairo_line_to(cairo, 6.5, 9.5);
    cairo_line_to(cairo, 11, 5.8);
    cairo_line_to(cairo, 11, 18.2);
    cairo_line_to(cairo, 6.5, 14.5);
    cairo_line_to(cairo, 3.5, 14.5);
    cairo_close_path(cairo);
    cairo_stroke(cairo);
}

static void draw_sound(cairo_t *cairo) {
    speaker(cairo);
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, 11.5, 12, 4, -0.75, 0.75);
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, 11.5, 12, 8, -0.75, 0.75);
    cairo_stroke(cairo);
}

static void draw_muted(cairo_t *cairo) {
    speaker(cairo);
    line(cairo, 15, 9.5, 20, 14.5);
    line(cairo, 20, 9.5, 15, 14.5);
}

// The four corners of a frame, opening outwards (1) or inwards (-1).
static void corners(cairo_t *cairo, double at, double arm) {
    for (int i = 0; i < 4; i++) {
        double sx = i % 2 ? 1 : -1;
        double sy = i / 2 ? 1 : -1;
        cairo_move_to(cairo, 12 + sx * at, 12 + sy * (at - arm));
        cairo_line_to(cairo, 12 + sx * at, 12 + sy * at);
        cairo_line_to(cairo, 12 + sx * (at - arm), 12 + sy * at);
        cairo_stroke(cairo);
    }
}

static void draw_full(cairo_t *cairo) {
    corners(cairo, 7.5, 4);
}

static void draw_windowed(cairo_t *cairo) {
    corners(cairo, 3.5, -4);
}

static void draw_help(cairo_t *cairo) {
    shape_circle(cairo, 12, 12, 8.8);
    cairo_stroke(cairo);
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, 12, 9.8, 2.5, M_PI, M_PI * 2.25);
    cairo_curve_to(cairo, 13, 12.6, 12, 12.6, 12, 13.9);
    cairo_stroke(cairo);
    shape_circle(cairo, 12, 16.6, 0.4);
    cairo_fill_preserve(cairo);
    cairo_stroke(cairo);
}

static void draw_back(cairo_t *cairo) {
    cairo_move_to(cairo, 14, 6);
    cairo_line_to(cairo, 8, 12);
    cairo_line_to(cairo, 14, 18);
    cairo_stroke(cairo);
}

static void draw_doctor(cairo_t *cairo) {
    shape_circle(cairo, 12, 12, 8.8);
    cairo_stroke(cairo);
    line(cairo, 12, 8, 12, 16);
    line(cairo, 8, 12, 16, 12);
}

static void draw_search(cairo_t *cairo) {
    shape_circle(cairo, 10.5, 10.5, 6);
    cairo_stroke(cairo);
    line(cairo, 15, 15, 20, 20);
}

static void draw_clock(cairo_t *cairo) {
    shape_circle(cairo, 12, 12, 8.6);
    cairo_stroke(cairo);
    line(cairo, 12, 7, 12, 12);
    line(cairo, 12, 12, 15.4, 14);
}

static void draw_lock(cairo_t *cairo) {
    shape_round(cairo, (struct box){5.5, 11, 13, 9}, 2);
    cairo_stroke(cairo);
    cairo_move_to(cairo, 8.2, 11);
    cairo_line_to(cairo, 8.2, 8);
    cairo_arc(cairo, 12, 8, 3.8, M_PI, 2 * M_PI);
    cairo_line_to(cairo, 15.8, 11);
    cairo_stroke(cairo);
}

static void draw_tick(cairo_t *cairo) {
    cairo_move_to(cairo, 5.5, 12.5);
    cairo_line_to(cairo, 10, 17);
    cairo_line_to(cairo, 18.5, 7.5);
    cairo_stroke(cairo);
}

// A sheet on a board, ticked.
static void draw_plan(cairo_t *cairo) {
    shape_round(cairo, (struct box){5, 5, 14, 16}, 2);
    cairo_stroke(cairo);
    shape_round(cairo, (struct box){9, 3, 6, 4}, 1.2);
    cairo_stroke(cairo);
    cairo_move_to(cairo, 8.8, 13.6);
    cairo_line_to(cairo, 11.2, 16);
    cairo_line_to(cairo, 15.2, 11.2);
    cairo_stroke(cairo);
}

static void draw_close(cairo_t *cairo) {
    line(cairo, 7, 7, 17, 17);
    line(cairo, 17, 7, 7, 17);
}

static void draw_minus(cairo_t *cairo) {
    line(cairo, 6, 12, 18, 12);
}

static void draw_plus(cairo_t *cairo) {
    draw_minus(cairo);
    line(cairo, 12, 6, 12, 18);
}

static void draw_levels(cairo_t *cairo) {
    static const double knobs[] = {8.5, 15.5, 10.5};
    for (int i = 0; i < 3; i++) {
        double x = 5.5 + 6.5 * i;
        line(cairo, x, 4, x, knobs[i] - 2.4);
        line(cairo, x, knobs[i] + 2.4, x, 20);
        cairo_new_sub_path(cairo);
        cairo_arc(cairo, x, knobs[i], 2.4, 0, 2 * M_PI);
        cairo_stroke(cairo);
    }
}

static void draw_care(cairo_t *cairo) {
    cairo_move_to(cairo, 12, 4.2);
    cairo_line_to(cairo, 21, 19.6);
    cairo_line_to(cairo, 3, 19.6);
    cairo_close_path(cairo);
    cairo_stroke(cairo);
    line(cairo, 12, 10, 12, 14);
    line(cairo, 12, 16.9, 12, 17);
}

static void draw_phone(cairo_t *cairo) {
    cairo_move_to(cairo, 5.2, 4.4);
    cairo_line_to(cairo, 8.6, 4.4);
    cairo_line_to(cairo, 10.3, 8.8);
    cairo_line_to(cairo, 8.1, 10.4);
    cairo_curve_to(cairo, 9.1, 12.7, 11.3, 14.9, 13.6, 15.9);
    cairo_line_to(cairo, 15.2, 13.7);
    cairo_line_to(cairo, 19.6, 15.4);
    cairo_line_to(cairo, 19.6, 18.8);
    cairo_curve_to(cairo, 19.6, 19.4, 19.1, 19.9, 18.5, 19.9);
    cairo_curve_to(cairo, 10.8, 19.9, 4.1, 13.2, 4.1, 5.5);
    cairo_curve_to(cairo, 4.1, 4.9, 4.6, 4.4, 5.2, 4.4);
    cairo_close_path(cairo);
    cairo_stroke(cairo);
}

static void draw_all(cairo_t *cairo) {
    static const double edges[] = {4.5, 13};
    for (int row = 0; row < 2; row++) {
        for (int column = 0; column < 2; column++) {
            shape_round(cairo, (struct box){edges[column], edges[row], 6.5, 6.5}, 1.8);
            cairo_stroke(cairo);
        }
    }
}

static void draw_exchange(cairo_t *cairo) {
    line(cairo, 5, 8.5, 19, 8.5);
    line(cairo, 19, 8.5, 15.5, 5);
    line(cairo, 19, 15.5, 5, 15.5);
    line(cairo, 5, 15.5, 8.5, 19);
}

void icon_draw(cairo_t *cairo, enum icon icon, double x, double y, double size) {
    static void (*const draws[ICON_COUNT])(cairo_t *) = {
        [ICON_PLAY] = draw_play,     [ICON_PAUSE] = draw_pause,
        [ICON_NEXT] = draw_next,     [ICON_PREVIOUS] = draw_previous,
        [ICON_AGAIN] = draw_again,   [ICON_STOP] = draw_stop,
        [ICON_SOUND] = draw_sound,   [ICON_MUTED] = draw_muted,
        [ICON_FULL] = draw_full,     [ICON_WINDOWED] = draw_windowed,
        [ICON_HELP] = draw_help,     [ICON_BACK] = draw_back,
        [ICON_DOCTOR] = draw_doctor, [ICON_SEARCH] = draw_search,
        [ICON_CLOCK] = draw_clock,   [ICON_LOCK] = draw_lock,
        [ICON_PLAN] = draw_plan,     [ICON_TICK] = draw_tick,
        [ICON_PLUS] = draw_plus,     [ICON_MINUS] = draw_minus,
        [ICON_LEVELS] = draw_levels, [ICON_CLOSE] = draw_close,
        [ICON_CARE] = draw_care,     [ICON_PHONE] = draw_phone,
        [ICON_ALL] = draw_all,       [ICON_EXCHANGE] = draw_exchange,
    };
    assert(icon < ICON_COUNT);
    if (icon == ICON_NONE) {
        return;
    }
    cairo_save(cairo);
    cairo_translate(cairo, x - size / 2, y - size / 2);
    cairo_scale(cairo, size / 24, size / 24);
    cairo_matrix_t matrix;
    cairo_get_matrix(cairo, &matrix);
    if (matrix.xx < 0 && icon != ICON_BACK) {
        cairo_translate(cairo, 24, 0);
        cairo_scale(cairo, -1, 1);
    }
    cairo_set_line_width(cairo, 1.8);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    draws[icon](cairo);
    cairo_restore(cairo);
}
