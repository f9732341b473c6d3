// SPDX-License-Identifier: MIT
#include <string.h>

#include "base/text.h"

// Longer words are compared with nothing: no id, key or command comes near it.
enum { WORD_MAX = 64 };

struct word {
    uint32_t codes[WORD_MAX];
    size_t length; // characters
};

static bool word_read(struct word *word, const char *text) {
    size_t left = strlen(text);
    word->length = 0;
    while (left > 0) {
        size_t step = text_character(text, left, &word->codes[word->length]);
        if (step == 0 || ++word->length == WORD_MAX) {
            return false;
        }
        text += step;
        left -= step;
    }
    return true;
}

static size_t least_of(size_t a, size_t b) {
    return a < b ? a : b;
}

// Letters to insert, delete, replace or swap with their neighbour to get from `a` to `b`.
static size_t edit_distance(const struct word *a, const struct word *b) {
    size_t rows[3][WORD_MAX + 1] = {{0}};
    size_t *before = rows[0];
    size_t *above = rows[1];
    size_t *row = rows[2];
    for (size_t j = 0; j <= b->length; j++) {
        above[j] = j;
    }
    for (size_t i = 1; i <= a->length; i++) {
        row[0] = i;
        for (size_t j = 1; j <= b->length; j++) {
            bool same = a->codes[i - 1] == b->codes[j - 1];
            row[j] = least_of(least_of(above[j], row[j - 1]) + 1, above[j - 1] + !same);
            bool swapped = i > 1 && j > 1 && a->codes[i - 1] == b->codes[j - 2] &&
                           a->codes[i - 2] == b->codes[j - 1];
            if (swapped) {
                row[j] = least_of(row[j], before[j - 2] + 1);
            }
        }
        size_t *oldest = before;
        before = above;
        above = row;
        row = oldest;
    }
    return above[b->length];
}

const char *text_nearest(const char *word, const char *const known[], size_t count) {
    struct word wanted;
    if (!word_read(&wanted, word) || wanted.length == 0) {
        return NULL;
    }
    size_t allowed = wanted.length < 6 ? 1 : wanted.length / 3;
    const char *nearest = NULL;
    for (size_t i = 0; i < count; i++) {
        struct word candidate;
        if (!known[i] || !word_read(&candidate, known[i])) {
            continue;
        }
        size_t distance = edit_distance(&wanted, &candidate);
        if (distance <= allowed) {
            nearest = known[i];
            // Only a nearer one may replace it: of equals the first stays.
            if (distance == 0) {
                break;
            }
            allowed = distance - 1;
        }
    }
    return nearest;
}
