// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>
#include <stdbool.h>

#include "draw/box.h"
#include "draw/shapes.h"
#include "draw/text.h"
#include "draw/theme.h"

// Buttons, chips, fields, sliders, key hints and the row of eleven circles, as pictures. What they
// mean and do is the caller's.
// `scale` is how many pixels one pixel of the design has.

enum button_kind {
    BUTTON_PRIMARY,   // filled with the accent; at most one on a screen
    BUTTON_SECONDARY, // an edge
    BUTTON_QUIET,     // words alone
    BUTTON_ROUND,     // the accent disc with a sign
    BUTTON_SIGN,      // a sign alone
    BUTTON_ROW,       // the chosen row of a list: a surface
};

struct button {
    enum button_kind kind;
    enum icon icon;
    const char *label; // NULL: a sign alone
    const char *key;   // its key in a small cap at the end, or NULL
    bool large;
    bool on_scene; // stage colours instead of text colours
    bool focused;
    bool plain;    // words of common weight in the second ink
    double warmth; // 0; 0.06 under the pointer, 0.12 held down
};

void button_paint(cairo_t *cairo, const struct theme *theme, const struct button *button,
                  struct box box, double scale);
// The width that the label wants.
double button_width(cairo_t *cairo, const struct button *button, double scale);

void focus_ring_paint(cairo_t *cairo, const struct theme *theme, struct box box, double radius,
                      double scale);

// Keys and what they do, from the end of the box backwards; those that find no room are left out.
struct key_hint {
    const char *key;
    const char *does;
};
void key_hints_paint(cairo_t *cairo, const struct theme *theme, const struct key_hint *hints,
                     int count, struct box box, double scale);

// The ground of a card; in high contrast its edge tells where it is.
void card_paint(cairo_t *cairo, const struct theme *theme, struct box box, double radius);

// The same with an edge alone, for what cannot be opened; and under the pointer, and held down.
void card_edge_paint(cairo_t *cairo, const struct theme *theme, struct box box, double radius,
                     double scale);
void warmth_paint(cairo_t *cairo, const struct theme *theme, struct box box, double radius,
                  double warmth);

// A filter: an edge, filled and ticked where it is on.
struct chip {
    const char *label;
    bool chosen;
    double warmth;
};
void chip_paint(cairo_t *cairo, const struct theme *theme, const struct chip *chip, struct box box,
                double scale);
double chip_width(cairo_t *cairo, const char *label, double scale);

// A place to write into; `caret` in bytes of the text, -1 where it has no focus.
struct field_look {
    const char *text, *placeholder;
    int caret;
    enum icon icon;
    const char *key; // that brings one here, or NULL
    double warmth;
};
void field_paint(cairo_t *cairo, const struct theme *theme, const struct field_look *field,
                 struct box box, double scale);

// A groove, filled up to `at` (0..1), with a knob.
void slider_paint(cairo_t *cairo, const struct theme *theme, double at, struct box box,
                  double scale);

// The ground of a toast.
void toast_paint(cairo_t *cairo, const struct theme *theme, struct box box, double radius);

// A key in its cap, and the width it wants.
void key_cap_paint(cairo_t *cairo, const struct theme *theme, const char *key, struct box box,
                   double scale);
double key_cap_width(cairo_t *cairo, const char *key, double scale);

// One of the circles 0-10. `before` marks the number given before the session.
struct rating_circle {
    int value;
    bool chosen, before, focused;
    double warmth;
};
void rating_circle_paint(cairo_t *cairo, const struct theme *theme,
                         const struct rating_circle *circle, struct box box, double scale);
