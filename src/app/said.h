// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

struct window;

// What a screen says besides its elements: the words that it paints, in their order, each once.
// window_words tells them by itself, large ones as titles; what is painted otherwise does it here.
// They are gathered with each whole painting, while somebody listens (the setting `spoken`), and
// read aloud by app/reader.

struct saying {
    char *text;
    bool first; // before the element in focus, all others after it
};

struct said {
    struct saying *all;
    int count, room;
    bool first; // of those that come
    bool apart; // they are an element's own
};

void said_words(struct window *window, const char *text);
// What the screen is called, or asks.
void said_title(struct window *window, const char *text);
// What is painted from now on is said before the element in focus, because nobody should act
// without it; until it is told otherwise, or the painting ends.
void said_first(struct window *window, bool first);

// What is painted from now on belongs to an element, which tells it itself.
void said_apart(struct window *window, bool apart);

void said_begin(struct said *said);
void said_free(struct said *said);
