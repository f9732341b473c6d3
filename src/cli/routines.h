// SPDX-License-Identifier: MIT
#pragma once

#include "cli/arguments.h"
#include "core/timeline.h"
#include "run/house.h"

// A routine that the command line named, laid flat as the command line asks.

struct opened {
    const struct routine *routine; // of the catalog, or `own`
    struct routine own;
    bool is_own;
    struct timeline_options options; // what it was compiled with
    struct timeline *timeline;
};

// Finds it and compiles it: as written, with --mine by the profile, with --tempo, --side and
// --reps. On failure err says which id was nearest, or what the limits are. The caller calls
// opened_free, after a failure too.
bool opened_read(struct house *house, const struct arguments *arguments, const char *what,
                 struct opened *opened, struct error *err);
void opened_free(struct opened *opened);

// The options of the compiler by the command line; with --mine the history is opened for looking.
bool opened_options(struct house *house, const struct arguments *arguments,
                    struct timeline_options *options, struct error *err);
