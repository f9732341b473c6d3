// SPDX-License-Identifier: MIT
#include "draw/portrait_place.h"

struct portrait_place portrait_place_in(struct figure_place place) {
    return (struct portrait_place){.x = place.x,
                                   .y = place.y + PORTRAIT_EYES_Y * place.scale,
                                   .unit = PORTRAIT_UNIT * place.scale};
}
