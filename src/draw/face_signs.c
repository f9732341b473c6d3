// SPDX-License-Identifier: MIT
#include "draw/face_signs.h"

void sign_side_paint(cairo_t *cairo, const struct face_view *view, enum face_side side) {
    (void)cairo;
    (void)view;
    (void)side;
}
void sign_imagined_paint(cairo_t *cairo, const struct face_view *view, const struct face *target,
                         double alpha) {
    (void)cairo;
    (void)view;
    (void)target;
    (void)alpha;
}
void sign_names_paint(cairo_t *cairo, const struct face_view *view, const enum muscle *muscles,
                      int count, enum face_side side, double size, double pixel) {
    (void)cairo;
    (void)view;
    (void)muscles;
    (void)count;
    (void)side;
    (void)size;
    (void)pixel;
}
