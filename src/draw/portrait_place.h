// SPDX-License-Identifier: MIT
#pragma once

#include "draw/figure_place.h"
#include "draw/portrait.h"

// Where the drawn face lies in the place of a figure: all of its disc within the figure's width,
// the shoulders behind the hills.
enum { PORTRAIT_UNIT = 240, PORTRAIT_EYES_Y = 362 }; // the design's pixels

struct portrait_place portrait_place_in(struct figure_place place);
