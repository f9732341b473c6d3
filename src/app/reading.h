// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// What is to be read aloud of the window as it is painted, in words: a part of app/reader that
// sounds nothing, so that a test can ask it.

enum {
    READING_TEXTS_MAX = 96,
    READING_AHEAD = 12, // elements behind the one in focus that are made ahead
    READING_ELEMENT_MAX = 1024
};

// What was read last.
struct reading {
    bool follows; // there is something that was read
    enum screen_name screen;
    char **lines; // of the screen
    int line_count;
    char element[READING_ELEMENT_MAX];
    char message[MESSAGE_MAX];
    char typed[READING_ELEMENT_MAX]; // and not read yet
};

struct reading_texts {
    const char *texts[READING_TEXTS_MAX];
    int count, said; // the first `said` are to be heard
    char **owned;
    int owned_count;
};

// What has become another since the last time; false: nothing. The caller frees `texts`.
bool reading_follow(struct reading *reading, struct window *window, struct reading_texts *texts);
void reading_texts_free(struct reading_texts *texts);

// All of it is to be read once more.
void reading_forget(struct reading *reading);
void reading_free(struct reading *reading);

// Letters were written, or erased.
void reading_type(struct reading *reading, const char *text, bool erased);
