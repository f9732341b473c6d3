// SPDX-License-Identifier: MIT
#include "base/memory.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ARENA_BLOCK_SIZE = 8192 };

struct arena_block {
    struct arena_block *before;
    size_t used;
    size_t size;
    alignas(max_align_t) unsigned char bytes[];
};

static _Noreturn void memory_exhausted(void) {
    fputs("repose: out of memory; what was recorded before is kept\n", stderr);
    _Exit(EXIT_FAILURE);
}

void *memory_new(size_t count, size_t size) {
    if (size && count > SIZE_MAX / size) {
        memory_exhausted();
    }
    void *block = calloc(count ? count : 1, size ? size : 1);
    if (!block) {
        memory_exhausted();
    }
    return block;
}

void *memory_resize(void *block, size_t count, size_t size) {
    if (size && count > SIZE_MAX / size) {
        memory_exhausted();
    }
    size_t bytes = count * size;
    void *grown = realloc(block, bytes ? bytes : 1);
    if (!grown) {
        memory_exhausted();
    }
    return grown;
}

char *memory_text(const char *text) {
    size_t length = text ? strlen(text) : 0;
    char *copy = memory_new(length + 1, 1);
    if (length) {
        memcpy(copy, text, length);
    }
    return copy;
}

void memory_free(void *block) {
    free(block);
}

void *arena_new(struct arena *arena, size_t count, size_t size) {
    if (size && count > (SIZE_MAX / 2) / size) {
        memory_exhausted();
    }
    const size_t unit = alignof(max_align_t);
    size_t bytes = (count * size + unit - 1) / unit * unit;
    struct arena_block *block = arena->last;
    if (!block || block->size - block->used < bytes) {
        size_t room = bytes > ARENA_BLOCK_SIZE ? bytes : ARENA_BLOCK_SIZE;
        block = memory_new(1, sizeof *block + room);
        block->before = arena->last;
        block->size = room;
        arena->last = block;
    }
    void *place = block->bytes + block->used;
    block->used += bytes;
    return place;
}

char *arena_text(struct arena *arena, const char *text, size_t length) {
    char *copy = arena_new(arena, length + 1, 1);
    if (length) {
        memcpy(copy, text, length);
    }
    return copy;
}

void arena_free(struct arena *arena) {
    while (arena->last) {
        struct arena_block *block = arena->last;
        arena->last = block->before;
        memory_free(block);
    }
}
