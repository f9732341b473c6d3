// SPDX-License-Identifier: MIT
#pragma once

#include "cli/page.h"
#include "run/sitting.h"

// How a sitting looks in a terminal, from 40x10 upwards: what to do, the count, the words, how far
// it is. Composes a page; sends nothing.

struct view {
    struct page *page;  // NULL where nothing is shown
    bool utf8;          // blocks and arrows, else ASCII
    bool help;          // the page of keys in place of the picture
    bool levels;        // how loud each layer is, in its place (cli/view_levels.h)
    bool waking;        // a gate is waking somebody: full contrast
    const char *aside;  // said beside the lead-in, or NULL
    const char *said;   // what a key has just done, or NULL
    const char *notice; // one line at the foot, or NULL: what could not be stored, why it is silent
};

// The first line and the last ones, which all pages of a sitting share; `keys` is shown where
// nothing else is to be said.
void view_put_head(const struct view *view, struct sitting *sitting);
void view_put_foot(const struct view *view, struct sitting *sitting, const char *keys,
                   struct tty_size size);

// All keys, one a line; NULL behind the last.
const char *view_key_line(int line);

void view_sitting(const struct view *view, struct sitting *sitting);

// A question with its possible answers, one a line; the first line may be NULL.
void view_question(const struct view *view, const char *before, const char *question,
                   const char *const answers[], int count);
