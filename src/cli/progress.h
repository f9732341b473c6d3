// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

// How far a longer piece of work has come, on standard error: a bar where that is a terminal, else
// a line every tenth. Work that is over within a second says nothing.

struct progress {
    const char *what; // borrowed, in the language in use
    int64_t began_ms, shown_ms;
    bool terminal, shown;
    int tenths; // of which a line has been printed
};

// Before the work and after it, whether it was done or not: the bar does not stay.
void progress_begin(struct progress *progress, const char *what);
void progress_show(struct progress *progress, double share); // 0..1
void progress_end(struct progress *progress);

// The bar as one line of at most `columns`: what, percent, bar, how long it still takes (below 0:
// not known). Drawn in ASCII where the character set is no UTF-8.
struct progress_look {
    int columns;
    bool utf8;
};
void progress_bar(struct text_builder *text, struct progress_look look, const char *what,
                  double share, int64_t left_ms);
