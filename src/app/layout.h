// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "draw/box.h"

// How large things are and which way they run, from the window's size, the display's scale and the
// text size. Pure numbers (docs/design-language.md, "Layout and reflow"); knows no window.

struct layout {
    double width, height; // of the window, pixels
    double pixel;         // pixels of one design pixel without the text size
    double text;          // the text factor t, 0.8 to 2.5
    double effective;     // the effective width e: width / (pixel * t)
    bool right_to_left;
};

enum layout_kind {
    LAYOUT_SMALLEST,
    LAYOUT_SMALL,
    LAYOUT_MIDDLE,
    LAYOUT_WIDE
}; // e < 400, 760, 1100

struct layout layout_make(double width, double height, int text_percent, bool right_to_left);
enum layout_kind layout_kind(const struct layout *layout);

// Design pixels to pixels: body text, icons, controls and targets grow with t; titles, the display
// line and spacing more slowly; the scene not at all.
double layout_body(const struct layout *layout, double design);
double layout_title(const struct layout *layout, double design);
double layout_display(const struct layout *layout, double design);
double layout_space(const struct layout *layout, double design);
double layout_scene(const struct layout *layout, double design);

// Where a box lies in a language that runs from the right; the box itself else.
struct box layout_mirror(const struct layout *layout, struct box box);
