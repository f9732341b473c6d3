// SPDX-License-Identifier: MIT
#include "store/interned.h"

#include <stdint.h>
#include <string.h>

enum { BUCKETS_FIRST = 64 };

// Eight bytes at a time, as FNV-1a takes one. A product carries its bits upwards alone, so the high
// half comes down before the low bits choose a bucket.
static size_t hash_of(const char *text, size_t length) {
    uint64_t hash = UINT64_C(14695981039346656037), word = 0;
    for (; length > sizeof word; text += sizeof word, length -= sizeof word) {
        memcpy(&word, text, sizeof word);
        hash = (hash ^ word) * UINT64_C(0x9e3779b97f4a7c15);
        hash ^= hash >> 32;
    }
    word = 0;
    memcpy(&word, text, length);
    hash = (hash ^ word) * UINT64_C(0x9e3779b97f4a7c15);
    return (size_t)(hash ^ hash >> 32);
}

static int *bucket_of(const struct interned *interned, const char *text, size_t length) {
    size_t index = hash_of(text, length) & (interned->size - 1);
    while (interned->buckets[index] &&
           strcmp(interned->texts[interned->buckets[index] - 1], text) != 0) {
        index = (index + 1) & (interned->size - 1);
    }
    return &interned->buckets[index];
}

// At most half of the buckets are taken.
static void widen(struct interned *interned) {
    memory_free(interned->buckets);
    interned->size = interned->size ? interned->size * 2 : BUCKETS_FIRST;
    interned->buckets = memory_new(interned->size, sizeof *interned->buckets);
    interned->texts = memory_resize(interned->texts, interned->size / 2, sizeof *interned->texts);
    for (int i = 0; i < interned->count; i++) {
        *bucket_of(interned, interned->texts[i], strlen(interned->texts[i])) = i + 1;
    }
}

int interned_number(struct interned *interned, const char *text) {
    size_t length = strlen(text);
    if ((size_t)interned->count * 2 >= interned->size) {
        widen(interned);
    }
    int *bucket = bucket_of(interned, text, length);
    if (!*bucket) {
        interned->texts[interned->count++] = arena_text(&interned->arena, text, length);
        *bucket = interned->count;
    }
    return *bucket - 1;
}

void interned_free(struct interned *interned) {
    memory_free(interned->texts);
    memory_free(interned->buckets);
    arena_free(&interned->arena);
    *interned = (struct interned){0};
}
