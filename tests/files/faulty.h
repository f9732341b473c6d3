// SPDX-License-Identifier: MIT
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "files/faults.h"

// Faults as one text, "LINE: error: KEY: why" a line each, so that a test compares all of them at
// once. The caller frees it with memory_free.
static inline char *faults_as_text(struct faults *faults) {
    struct text_builder text = {0};
    faults_sort(faults);
    for (int index = 0; index < faults->count; index++) {
        char *line = fault_text(&faults->items[index], "");
        text_add_format(&text, "%s\n", line[0] == ':' && line[1] != ' ' ? line + 1 : line);
        memory_free(line);
    }
    char *copy = memory_text(text.text);
    text_builder_free(&text);
    return copy;
}

static inline void assert_faults(struct faults *faults, const char *expected) {
    char *text = faults_as_text(faults);
    assert_string_equal(text, expected);
    memory_free(text);
    faults_free(faults);
}
