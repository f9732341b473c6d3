// SPDX-License-Identifier: MIT
#pragma once

#include "draw/box.h"
#include "draw/text.h"
#include "draw/theme.h"

// Text of a screen, in the sizes of the design.

struct window;

// Text by the names of the design: small 15, body 18, strong 18 semibold, title 26, display 42, in
// pixels of the present text size. It is neither shrunk nor cut: it breaks and
// takes the height it needs.
enum text_size { TEXT_SMALL, TEXT_BODY, TEXT_STRONG, TEXT_TITLE, TEXT_DISPLAY };
struct text_style window_style(const struct window *window, enum text_size size);
double window_words_height(const struct window *window, const char *text, enum text_size size,
                           double width);
struct words {
    const char *text;
    enum text_size size;
    enum token token;
    enum align align;
};
// At x, y of `box` and as wide; returns the height.
double window_words(struct window *window, const struct words *words, struct box box);
// The same for words at the beginning of their lines; returns where they end.
double window_text(struct window *window, const char *text, enum text_size size, enum token token,
                   struct box box);
// One under the other, in an element that says them by its name; with `paint` off they are
// measured alone. Returns the height.
double window_stack(struct window *window, const struct words lines[], int count, struct box box,
                    bool paint);
// As window_text; with `paint` off it measures alone.
double window_lay(struct window *window, const char *text, enum text_size size, enum token token,
                  struct box box, bool paint);
