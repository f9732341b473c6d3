// SPDX-License-Identifier: MIT
#pragma once

#include <stdio.h>

// Text laid out for a terminal: wrapped paragraphs and cells of a table, measured in columns of
// the screen and not in bytes.

// Columns of standard output: the terminal's, else those that COLUMNS names, else 80; 20 to 240.
int columns_width(void);

// Prints a paragraph and a newline. The first line begins with `first` (a label, a bullet), the
// others with as many blanks as `indent` says; words longer than a line are broken. Line breaks in
// the text stay.
struct columns_margin {
    const char *first;
    int indent;
    int width;
};
void columns_wrap(FILE *stream, const struct columns_margin *margin, const char *text);

// Prints a text filled up with blanks to `width`, behind it or (right) before it; one that is
// longer is cut and ends in "…".
void columns_cell(FILE *stream, const char *text, int width);
void columns_cell_right(FILE *stream, const char *text, int width);

// Prints what may come from anywhere (a name in argv, a path) with bytes that are no UTF-8 and
// characters that steer a terminal as U+FFFD; line breaks stay.
void columns_print_safe(FILE *stream, const char *text);
