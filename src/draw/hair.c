// SPDX-License-Identifier: MIT
#include "draw/face_parts.h"

void hair_paint_behind(cairo_t *cairo, const struct face_view *view) {
    (void)cairo;
    (void)view;
}
void hair_paint_front(cairo_t *cairo, const struct face_view *view) {
    (void)cairo;
    (void)view;
}
