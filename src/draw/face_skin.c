// SPDX-License-Identifier: MIT
#include "draw/face_parts.h"

void face_contour_path(cairo_t *cairo, const struct face_view *view) {
    struct point out[FACE_CURVE_MAX];
    int n = face_curve(view->face, CURVE_CONTOUR, FACE_LEFT, out);
    cairo_move_to(cairo, out[0].x, out[0].y);
    for (int i = 1; i < n; i++)
        cairo_line_to(cairo, out[i].x, out[i].y);
    cairo_close_path(cairo);
}
void skin_paint_still(cairo_t *cairo, const struct face_view *view) {
    face_contour_path(cairo, view);
    cairo_set_source_rgb(cairo, view->colours->base.red, view->colours->base.green, view->colours->base.blue);
    cairo_fill(cairo);
}
void skin_paint_moving(cairo_t *cairo, const struct face_view *view) {
    (void)cairo;
    (void)view;
}
