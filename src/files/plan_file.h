// SPDX-License-Identifier: MIT
#pragma once

#include "base/file.h"
#include "core/plan.h"
#include "files/catalog.h"
#include "files/faults.h"

// A plan on disk or in the history (docs/plan-format.md), read into core's struct plan with every
// fault found.
//
// What a plan asks for is looked up among the routines that it carries itself, then in the
// catalogue; a routine that is closed for the plan's profile is a fault unless the item gives the
// therapist's reason.

enum {
    PLAN_ROUTINES_MAX = 32, // that travel inside one plan
    PLAN_STARTER_DAYS = 14, // a starter ends then (domain.md 7.3)
    PLAN_CEILING_MAX = 24,  // face routines a day
};

struct plan_reading {
    // Borrowed. NULL: only what the text itself says; nothing is looked up, and the routines that
    // travel inside are left out.
    const struct catalog *catalog;
    // A text of the history, which was checked when it was added: what the catalogue or the profile
    // says otherwise since then is no fault, a routine inside that has become one is left out.
    // Always so without a catalogue.
    bool kept;
    const char *language; // "de" takes title_de, why_de ... where they are; NULL: English
    const char *images;   // as in struct routine_reading
    // What a plan without `profile` is held against; NULL: nothing is known of the person.
    const struct profile *own;
    int64_t now_s; // UTC, for `own`
    // The day on which a starter without dates begins.
    int64_t begins;
    bool strict;
};

// A plan and all it owns.
struct plan_file {
    struct plan plan;         // its texts lie in the arena
    struct routine *routines; // that travel inside; in the arena, each with an arena of its own
    int routine_count;
    bool undated; // it says no first day: plan.from is the day that was given as `begins`
    struct arena arena;
};

// Reads a file. False when there was an error (warnings alone are fine); the faults say all. On
// success the caller frees *file with plan_file_free; on failure it is empty.
bool plan_file_read(const char *path, const struct plan_reading *reading, struct plan_file *file,
                    struct faults *faults);
// The same from bytes that were read elsewhere. `path` tells where the pictures of its own routines
// lie; NULL: it comes from no file. A byte order mark in them is blanked out.
bool plan_file_parse(const char *path, struct bytes *bytes, const struct plan_reading *reading,
                     struct plan_file *file, struct faults *faults);
void plan_file_free(struct plan_file *file);

// The routine that an item means: the plan's own of that id, else the whole one of the catalogue,
// which may be NULL; NULL: there is none any more.
const struct routine *plan_file_routine(const struct plan_file *file, const struct catalog *catalog,
                                        const char *id);

// The text of a starter as it is to be kept once it has begun: its first day stands before all
// else, on the same line, so that every line keeps its number. The caller frees it with
// memory_free.
char *plan_file_begun(const char *text, int64_t day);

// What a person typed for a plan, as a path: "starter-quiet" is starters/quiet.cfg of the shipped
// folder of routines, all else is itself. The caller frees it with memory_free.
char *plan_file_path(const char *shipped, const char *what);
