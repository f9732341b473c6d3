// SPDX-License-Identifier: MIT
#pragma once

#include <stdint.h>

// What a program has said, kept as files in a folder that holds nothing else: HASH.wav, as it came
// from the program.

// Where the words of a command say a text in a language: the file's path, free with memory_free.
// Sixteen hexadecimal digits, FNV-1a of 64 bits (Fowler, Noll, Vo) over all of them.
char *speech_cache_path(const char *folder, const char *language, const char *const *words,
                        const char *text);

// The file has been used now.
void speech_cache_touch(const char *path);

// Removes the files longest unused, whatever they are called, until at most `most` bytes are left.
void speech_cache_bound(const char *folder, int64_t most);
