// SPDX-License-Identifier: MIT
#include "draw/face_parts.h"

void folds_paint_upper(cairo_t *cairo, const struct face_view *view) {
    (void)cairo;
    (void)view;
}
void folds_paint_lower(cairo_t *cairo, const struct face_view *view) {
    (void)cairo;
    (void)view;
}
