// SPDX-License-Identifier: MIT
#pragma once

#include "cli/arguments.h"
#include "core/timeline.h"
#include "run/allowed.h"
#include "run/house.h"

// A routine that the command line named, laid flat as the command line asks.

struct opened {
    const struct routine *routine; // of the catalog, or `own`
    struct routine own;
    bool is_own;
    struct person person;
    struct allowed allowed;
    struct timeline_options options; // what it was compiled with
    struct timeline *timeline;
};

// Finds it and compiles it: as written, with --mine as this person would play it now, then with
// --tempo, --side, --reps, --hold and --length. On failure err says which id was nearest, or what
// the limits are. The caller calls opened_free, after a failure too.
bool opened_read(struct house *house, const struct arguments *arguments, const char *what,
                 struct opened *opened, struct error *err);
void opened_free(struct opened *opened);

// Whether words may thin out, because this person has played it often enough: with --mine alone.
bool opened_is_known(const struct opened *opened, const struct arguments *arguments);

// What is known of the person. Without --mine a history that cannot be opened is none.
bool opened_person(struct house *house, const struct arguments *arguments, struct person *person,
                   struct error *err);

// The options of the compiler for a routine, by the command line and, with --mine, the person.
bool opened_options(const struct house *house, const struct arguments *arguments,
                    const struct person *person, const struct routine *routine,
                    struct timeline_options *options, struct error *err);
