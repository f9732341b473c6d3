// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// The card with the scene in it, at the head of the first screen and of a routine's page: dusk, a
// lamp half set or the sign of a category behind the far hill, and room for words at its start.

struct hero {
    struct box box;
    bool lamp;              // the lamp; else the sign
    enum category category; // of the sign
    bool bare;              // neither: there is no room beside the words
};
void hero_paint(struct window *window, const struct hero *hero);

// How much of its width the words may use, so that they never touch what shines.
double hero_words_width(const struct window *window, const struct hero *hero);
// The air between its edge and what stands in it.
double hero_padding(const struct window *window);
