// SPDX-License-Identifier: MIT
#pragma once

#include "cli/page.h"
#include "run/sitting.h"

// How a sitting looks in a terminal, from 40x10 upwards: what to do, the count, the words, how far
// it is. Composes a page; sends nothing.

struct view {
    struct page *page;
    bool utf8;          // blocks and arrows, else ASCII
    bool help;          // the page of keys in place of the picture
    bool waking;        // a gate is waking somebody: full contrast
    const char *aside;  // said beside the lead-in, or NULL
    const char *notice; // one line at the foot, or NULL: what could not be stored, why it is silent
};

void view_sitting(const struct view *view, struct sitting *sitting);

// A question with its possible answers, one a line; the first line may be NULL.
void view_question(const struct view *view, const char *before, const char *question,
                   const char *const answers[], int count);
