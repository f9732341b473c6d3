// SPDX-License-Identifier: MIT
#include "draw/alarm.h"

#include <assert.h>
#include <math.h>

#include "draw/shapes.h"

// On a grid of 48, round strokes.

enum { GRID = 48 };
static const double LINE = 2.4;

static void line(cairo_t *cairo, double x, double y, double to_x, double to_y) {
    cairo_move_to(cairo, x, y);
    cairo_line_to(cairo, to_x, to_y);
    cairo_stroke(cairo);
}

// Downwards, beside what sinks.
static void arrow(cairo_t *cairo, double x, double top, double bottom) {
    line(cairo, x, top, x, bottom);
    cairo_move_to(cairo, x - 4, bottom - 4.5);
    cairo_line_to(cairo, x, bottom);
    cairo_line_to(cairo, x + 4, bottom - 4.5);
    cairo_stroke(cairo);
}

static void draw_face(cairo_t *cairo) {
    cairo_move_to(cairo, 19, 3.5);
    cairo_curve_to(cairo, 29, 3.5, 34, 11, 34, 21);
    cairo_curve_to(cairo, 34, 34, 27, 44.5, 19, 44.5);
    cairo_curve_to(cairo, 11, 44.5, 4, 34, 4, 21);
    cairo_curve_to(cairo, 4, 11, 9, 3.5, 19, 3.5);
    cairo_close_path(cairo);
    cairo_stroke(cairo);
    line(cairo, 10.5, 18, 15.5, 18);
    line(cairo, 22.5, 18.8, 27.5, 20.8);
    // One corner of the mouth stays, the other hangs.
    cairo_move_to(cairo, 11.5, 31);
    cairo_curve_to(cairo, 16, 32.6, 21, 31, 26.5, 37);
    cairo_stroke(cairo);
    arrow(cairo, 41.5, 22, 37);
}

static void draw_arm(cairo_t *cairo) {
    shape_circle(cairo, 21, 8.5, 5);
    cairo_stroke(cairo);
    line(cairo, 21, 13.5, 21, 30);
    line(cairo, 21, 30, 14.5, 44.5);
    line(cairo, 21, 30, 27.5, 44.5);
    line(cairo, 21, 19, 5, 16);
    line(cairo, 21, 19, 33, 28.5);
    arrow(cairo, 41, 22, 37);
}

static void draw_speech(cairo_t *cairo) {
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, 38, 13, 5, -M_PI / 2, 0);
    cairo_arc(cairo, 38, 29, 5, 0, M_PI / 2);
    cairo_line_to(cairo, 24, 34);
    cairo_line_to(cairo, 14, 43);
    cairo_line_to(cairo, 14, 34);
    cairo_line_to(cairo, 10, 34);
    cairo_arc(cairo, 10, 29, 5, M_PI / 2, M_PI);
    cairo_arc(cairo, 10, 13, 5, M_PI, M_PI * 1.5);
    cairo_close_path(cairo);
    cairo_stroke(cairo);
    // A line that ought to be straight.
    cairo_move_to(cairo, 12, 22);
    cairo_curve_to(cairo, 14, 17, 17, 17, 18.5, 21);
    cairo_curve_to(cairo, 20, 26.5, 23, 26.5, 24.5, 21);
    cairo_curve_to(cairo, 26, 15.5, 28.5, 18, 29.5, 22);
    cairo_curve_to(cairo, 30.5, 25.5, 33.5, 25, 36, 21);
    cairo_stroke(cairo);
}

void alarm_paint(cairo_t *cairo, enum alarm_sign sign, struct box box) {
    static void (*const draws[ALARM_COUNT])(cairo_t *) = {
        [ALARM_FACE] = draw_face, [ALARM_ARM] = draw_arm, [ALARM_SPEECH] = draw_speech};
    assert(sign < ALARM_COUNT);
    cairo_matrix_t matrix;
    cairo_save(cairo);
    cairo_translate(cairo, box.x, box.y);
    cairo_scale(cairo, box.width / GRID, box.height / GRID);
    cairo_get_matrix(cairo, &matrix);
    if (matrix.xx < 0) {
        cairo_translate(cairo, GRID, 0);
        cairo_scale(cairo, -1, 1);
    }
    cairo_set_line_width(cairo, LINE);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_new_path(cairo);
    draws[sign](cairo);
    cairo_restore(cairo);
}
