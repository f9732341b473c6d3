// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdio.h>

#include "base/memory.h"

// What is wrong with a file, all of it at once: FILE:LINE: error|warning: KEY: why.
//
// Collected while a file is read, sorted by line when printed (equal lines in the order found).
// `error`, `warning` and keys are English in every language; the formats given here are translated.

enum fault_level { FAULT_WARNING, FAULT_ERROR };

// A file with more has another cause than its lines; what comes later is left out, and one last
// fault says so.
enum { FAULTS_MAX = 500 };

struct fault {
    enum fault_level level;
    int line;        // 0: the whole file
    const char *key; // NULL: none
    const char *why;
};

struct faults {
    struct fault *items;
    int count;
    int room;
    int errors;
    struct arena arena;
};

void faults_add(struct faults *faults, enum fault_level level, int line, const char *key,
                const char *format, ...) __attribute__((format(printf, 5, 6)));
// Text that lives as long as the faults: keys, most of all.
const char *faults_text(struct faults *faults, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
// Forgets those behind the first `count`, for one that says it better.
void faults_forget(struct faults *faults, int count);
void faults_sort(struct faults *faults);
void faults_free(struct faults *faults);

// One line of the list as text, without a newline; the caller frees it with memory_free.
char *fault_text(const struct fault *fault, const char *file);

// Sorts, then prints each on its own line.
void faults_print(struct faults *faults, const char *file, FILE *stream);
