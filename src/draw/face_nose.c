// SPDX-License-Identifier: MIT
#include "draw/face_parts.h"

void nose_paint(cairo_t *cairo, const struct face_view *view) {
    (void)cairo;
    (void)view;
}
