// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>

#include "draw/box.h"

// Paths and signs. All take the source that is set on the cairo_t.

// A path with corners of `radius`, at most half the shorter side.
void shape_round(cairo_t *cairo, struct box box, double radius);
void shape_circle(cairo_t *cairo, double x, double y, double radius);

enum icon {
    ICON_NONE,
    ICON_PLAY,
    ICON_PAUSE,
    ICON_NEXT,
    ICON_PREVIOUS,
    ICON_AGAIN,
    ICON_STOP,
    ICON_SOUND,
    ICON_MUTED,
    ICON_FULL,     // to the whole screen
    ICON_WINDOWED, // and back
    ICON_HELP,
    ICON_BACK,
    ICON_DOCTOR,
    ICON_SEARCH,
    ICON_CLOCK,
    ICON_LOCK,
    ICON_PLAN,
    ICON_TICK,
    ICON_CLOSE,
    ICON_CARE, // what to mind
    ICON_PHONE,
    ICON_ALL, // of a kind: four tiles
    ICON_PLUS,
    ICON_MINUS,
    ICON_LEVELS,   // three sliders
    ICON_EXCHANGE, // one in place of the other
    ICON_COUNT
};

// On a grid of 24, round strokes of 1.8, `size` pixels wide, its middle at x, y. Where a
// window is painted mirrored they turn back, but for the arrow that points the way back.
void icon_draw(cairo_t *cairo, enum icon icon, double x, double y, double size);
