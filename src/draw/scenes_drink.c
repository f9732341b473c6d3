// SPDX-License-Identifier: MIT
#include "draw/person_view.h"

// A glass of water in the hand, of the person's right.

void drink_paint(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                 struct figure_place place) {
    struct body_look look = person_look(theme, figure, CAMERA_BUST);
    look.closed = 0;
    look.sides[figure->exchanged ? 0 : 1].holds_glass = true;
    figure_paint_disc(cairo, theme, figure, place);
    person_enter(cairo, CAMERA_BUST, place);
    body_paint(cairo, &look, BODY_ALL);
    person_leave(cairo, CAMERA_BUST);
}
