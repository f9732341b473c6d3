// SPDX-License-Identifier: MIT
#include "draw/figure_place.h"

void figure_enter(cairo_t *cairo, struct figure_place place) {
    cairo_translate(cairo, place.x, place.y);
    cairo_scale(cairo, place.scale, place.scale);
}

struct box figure_to_pixels(struct figure_place place, struct box box) {
    return box_whole((struct box){place.x + box.x * place.scale, place.y + box.y * place.scale,
                                  box.width * place.scale, box.height * place.scale});
}

int side_signs(enum side side, int signs[2]) {
    signs[0] = side == SIDE_RIGHT ? 1 : -1;
    signs[1] = 1;
    return side == SIDE_LEFT || side == SIDE_RIGHT ? 1 : 2;
}
