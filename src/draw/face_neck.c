// SPDX-License-Identifier: MIT
#include "draw/face_parts.h"

void face_disc_paint(cairo_t *cairo, const struct face_view *view) {
    (void)cairo;
    (void)view;
}
void neck_paint(cairo_t *cairo, const struct face_view *view) {
    (void)cairo;
    (void)view;
}
void shirt_paint(cairo_t *cairo, const struct face_view *view) {
    (void)cairo;
    (void)view;
}
void ears_paint(cairo_t *cairo, const struct face_view *view) {
    (void)cairo;
    (void)view;
}
