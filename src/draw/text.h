// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>
#include <stdbool.h>
#include <stddef.h>

#include "draw/box.h"

// Text on a picture, in any script (Pango): measured, fitted into a box, drawn.
//
// A text that does not fit at its size is made smaller, down to its least size, and only then ends
// in an ellipsis: the result says so, so that a test can look for it. Fonts are asked for in the
// order of text.c; what a font lacks comes from the system's others. The colour is the source that
// is set on the cairo_t.
//
// A window that runs from the right is painted mirrored (a matrix with a negative xx). Text turns
// itself back within its box, and its start is then the right edge.
//
// A letter that no installed font has is drawn as a small ring.

enum align { ALIGN_START, ALIGN_CENTRE, ALIGN_END };
enum rise { RISE_MIDDLE, RISE_TOP, RISE_BOTTOM };

struct text_style {
    double size;     // of the em, pixels
    double smallest; // 0: three quarters of size
    int weight;      // 400, 500, 600
    int lines;       // at most so many; 0 counts as 1
    enum align align;
    enum rise rise;
    bool tabular; // digits of one width, for counts, clocks and tables
    // The height of a line against the size, whichever font it is; one that needs more takes it.
    // 0: the font's own.
    double line;
};

struct text_fit {
    double size; // that it was given
    double width, height;
    int lines;
    bool cut; // it ends in an ellipsis
};

// Without drawing.
struct text_fit text_fit(cairo_t *cairo, const char *text, const struct text_style *style,
                         struct box box);
struct text_fit text_draw(cairo_t *cairo, const char *text, const struct text_style *style,
                          struct box box);

// The width of one line at the full size.
double text_width(cairo_t *cairo, const char *text, const struct text_style *style);
// The height of a text that breaks at `width`, at the full size, however many lines that makes.
double text_height(cairo_t *cairo, const char *text, const struct text_style *style, double width);

// How far from the start of one line at the full size the caret stands before the byte `bytes`; in
// a text of both directions it is where the next letter will come to stand.
double text_caret(cairo_t *cairo, const char *text, const struct text_style *style, size_t bytes);

// A short text as a mask of its own, to be laid down many times without shaping it again. The
// caller destroys it. `style` gives size and weight; the text is in the middle of the mask by the
// height of its digits, so that counts do not hop.
cairo_surface_t *text_mask(const char *text, const struct text_style *style);
