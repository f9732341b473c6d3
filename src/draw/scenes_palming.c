// SPDX-License-Identifier: MIT
#include "draw/figure_parts.h"

// Palms over closed eyes: cupped, without pressing.

void palming_paint(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                   struct figure_place place) {
    static const struct point HOLLOW = {0.245, 0.010};
    static const double LEAN = 0.36; // radians
    struct face_colours colours = face_colours_of(figure_look(figure), theme);
    struct face_units eyes = {0};
    eyes.strength[UNIT_AU43][FACE_LEFT] = eyes.strength[UNIT_AU43][FACE_RIGHT] = 1;
    figure_paint_head(cairo, theme, figure, &eyes, false, place);
    figure_enter_room(cairo, place);
    figure_enter_face(cairo, false, place);
    for (int sign = -1; sign <= 1; sign += 2) {
        struct point at = {sign * HOLLOW.x, HOLLOW.y};
        hand_paint(cairo, &colours, HAND_CUPPED, at, LEAN, sign, 0);
    }
    cairo_restore(cairo);
    figure_leave_room(cairo, place);
}
