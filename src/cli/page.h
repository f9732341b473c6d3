// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "base/text.h"
#include "cli/tty.h"

// A page of lines in a terminal. A whole new page is composed each time; only lines that differ
// from the ones on the screen are sent, so that a slow connection is not flooded.

enum { PAGE_ROWS_MAX = 200, PAGE_COLUMNS_MAX = 400 };

enum style { STYLE_PLAIN, STYLE_STRONG, STYLE_QUIET, STYLE_WARM, STYLE_COUNT };

struct page;

struct page *page_new(struct tty *tty);
void page_free(struct page *page);

// Empties the page in the terminal's present size and gives that size.
struct tty_size page_begin(struct page *page);

// Puts a text on a row from a column on, cut at the edge; columns and rows count from 0. A row
// outside is left out.
void page_put(struct page *page, int row, int column, enum style style, const char *text);
// In the middle of the row.
void page_centre(struct page *page, int row, enum style style, const char *text);
// Its last column at the right edge less `margin`.
void page_right(struct page *page, int row, int margin, enum style style, const char *text);

// Breaks a text at blanks into lines of at most `columns`, centred from `row` on, at most `rows`
// lines; returns the lines used. The last one ends in "..." when it did not fit.
int page_wrap(struct page *page, int row, int rows, int columns, enum style style,
              const char *text);

// How many lines such a text takes.
int page_lines(int columns, const char *text);

// Sends what has changed.
void page_show(struct page *page);

// Forgets what is on the screen, so that the next page is sent whole.
void page_forget(struct page *page);
