// SPDX-License-Identifier: MIT
#pragma once

#include <stddef.h>

#include "base/memory.h"

// Texts that come many times, each kept once and told apart by a number from then on.
// Zero-initialise it, free it once.
struct interned {
    const char **texts; // owned, with what they point at: by number, in the order they were met in
    int count;
    int *buckets; // owned: numbers and 1, 0 where it is free; open addressing
    size_t size;  // of them, a power of two
    struct arena arena;
};

// The number of a text, from 0; one that is not there yet gets the next one.
int interned_number(struct interned *interned, const char *text);
void interned_free(struct interned *interned);
