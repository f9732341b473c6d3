// SPDX-License-Identifier: MIT
#pragma once

#include <stddef.h>

// The one place where memory comes from.
//
// No function here returns NULL: sizes are limited before (256 KiB of routine file, 20 000
// segments ...), so running out means that the machine has none left. Then one line goes to
// standard error and the process ends with status 1 without unwinding; what was stored before
// stays stored. A test makes the n-th call fail by wrapping calloc and realloc at link time.

// Zeroed memory for `count` elements of `size` bytes; the caller frees it with memory_free.
void *memory_new(size_t count, size_t size);

// Grows or shrinks a block of memory_new to `count` elements; bytes gained are not set.
void *memory_resize(void *block, size_t count, size_t size);

// A copy of a text, "" for NULL.
char *memory_text(const char *text);

// NULL is fine.
void memory_free(void *block);

// An arena: many small things that live and die together. Zero-initialise it, free it once.
struct arena {
    struct arena_block *last;
};

// Zeroed, aligned for any type.
void *arena_new(struct arena *arena, size_t count, size_t size);

// A copy of the first `length` bytes of `text` and a closing zero.
char *arena_text(struct arena *arena, const char *text, size_t length);

// Frees all of it and leaves an empty arena.
void arena_free(struct arena *arena);
