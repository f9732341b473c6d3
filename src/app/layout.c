// SPDX-License-Identifier: MIT
#include "app/layout.h"

#include <assert.h>
#include <math.h>

// A window larger than this in both directions belongs to a display with finer pixels, or to a
// person who sits far away: everything grows with it.
static const double PLAIN_WIDTH = 1920;
static const double PLAIN_HEIGHT = 1080;

static const double TEXT_LEAST = 0.8;
static const double TEXT_MOST = 2.5;

// How much of the text's growth the larger sizes and the spaces take on: they are large already,
// and what they take is lost to the words.
static const double TITLE_SHARE = 0.8;
static const double DISPLAY_SHARE = 0.67;
static const double SPACE_SHARE = 0.4;

struct layout layout_make(double width, double height, int text_percent, bool right_to_left) {
    assert(width > 0 && height > 0);
    double pixel = fmax(1, fmin(width / PLAIN_WIDTH, height / PLAIN_HEIGHT));
    double text = fmax(TEXT_LEAST, fmin(TEXT_MOST, text_percent / 100.0));
    return (struct layout){.width = width,
                           .height = height,
                           .pixel = pixel,
                           .text = text,
                           .effective = width / (pixel * text),
                           .right_to_left = right_to_left};
}

enum layout_kind layout_kind(const struct layout *layout) {
    return layout->effective < 400    ? LAYOUT_SMALLEST
           : layout->effective < 760  ? LAYOUT_SMALL
           : layout->effective < 1100 ? LAYOUT_MIDDLE
                                      : LAYOUT_WIDE;
}

static double grown(const struct layout *layout, double design, double share) {
    return design * layout->pixel * (1 + share * (layout->text - 1));
}

double layout_body(const struct layout *layout, double design) {
    return grown(layout, design, 1);
}

double layout_title(const struct layout *layout, double design) {
    return grown(layout, design, TITLE_SHARE);
}

double layout_display(const struct layout *layout, double design) {
    return grown(layout, design, DISPLAY_SHARE);
}

double layout_space(const struct layout *layout, double design) {
    return grown(layout, design, SPACE_SHARE);
}

double layout_scene(const struct layout *layout, double design) {
    return design * layout->pixel;
}

struct box layout_mirror(const struct layout *layout, struct box box) {
    if (layout->right_to_left) {
        box.x = layout->width - box.x - box.width;
    }
    return box;
}
