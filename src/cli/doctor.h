// SPDX-License-Identifier: MIT
#pragma once

#include "run/house.h"

// The examination of `repose doctor`: one line a thing, and whether anything wants attention.

struct visit {
    struct house *house;
    int width;
    int troubles;
};

// A thing and what is found of it; not `well`: it counts as a trouble.
void visit_say(struct visit *visit, bool well, const char *what, const char *detail);
// What to do about it, or more about the line above.
void visit_advise(const struct visit *visit, const char *text);

// The device and the voice. With `plays` each is heard: a sound from the left, one from the right,
// a sentence.
void visit_sound(struct visit *visit, bool plays);
