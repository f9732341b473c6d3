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

#include "base/file.h"
#include "base/text.h"
#include "core/timeline.h"
#include "files/catalog.h"

// The shipped routines, in English and German. Read in the root of the repository.

struct bench {
    struct catalog catalog;
    struct catalog german;
    const struct routine *routine; // of the rows that are being read
    struct timeline *timeline;
    int segment; // the next one to be accounted for
    int gate;
    int steps; // rows of steps so far
};

static inline int set_up(void **state) {
    struct bench *bench = test_calloc(1, sizeof *bench);
    catalog_read("routines", NULL, "images", NULL, &bench->catalog);
    catalog_read("routines", NULL, "images", "de", &bench->german);
    *state = bench;
    return 0;
}

static inline int tear_down(void **state) {
    struct bench *bench = *state;
    catalog_free(&bench->catalog);
    catalog_free(&bench->german);
    test_free(bench);
    return 0;
}
