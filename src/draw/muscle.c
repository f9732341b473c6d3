// SPDX-License-Identifier: MIT
#include "draw/face_parts.h"

enum muscle_layer muscle_layer(enum muscle muscle) {
    return muscle == MUSCLE_PLATYSMA ? MUSCLE_NECK : MUSCLE_FACE;
}
void muscle_paint(cairo_t *cairo, const struct face_view *view, enum muscle muscle,
                  enum face_side side, double level) {
    (void)cairo;
    (void)view;
    (void)muscle;
    (void)side;
    (void)level;
}
