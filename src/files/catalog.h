// SPDX-License-Identifier: MIT
#pragma once

#include "base/error.h"
#include "core/routine.h"
#include "files/routine_file.h"
#include "files/shared.h"

// All routines that are there: the shipped ones and the person's own, which win over shipped ones
// of the same id. A broken file is an entry with its error and hides no other: not even the shipped
// routine of its own id.

struct catalog_entry {
    char id[ROUTINE_ID_MAX + 1]; // of a broken file whatever its name gives, cut
    char *path;
    struct routine routine; // only where error is NULL
    char *error;            // the first fault as text, or NULL
    int faults;             // how many errors the file has
};

struct catalog {
    struct catalog_entry *entries; // by category, then by id; broken ones last, by id
    int count;
    struct shared shared;
};

// Reads everything; folders may be NULL. `language` as in struct routine_reading. Texts of
// `language` are borrowed while the catalog lives.
void catalog_read(const char *shipped, const char *own, const char *images, const char *language,
                  struct catalog *catalog);
// The same for the routines of these ids alone: as though no other file were there.
void catalog_read_named(const char *shipped, const char *own, const char *images,
                        const char *language, const char *const ids[], int count,
                        struct catalog *catalog);
// A whole routine comes before a broken one of the same id. NULL: there is none.
const struct catalog_entry *catalog_find(const struct catalog *catalog, const char *id);
// The nearest id to a mistyped one, or NULL.
const char *catalog_nearest(const struct catalog *catalog, const char *id);
void catalog_free(struct catalog *catalog);

// Whether what a person typed is a path and no id: with "/" or ending in ".cfg".
bool catalog_is_path(const char *what);
// A routine by what a person typed: with "/" or ending in ".cfg" a path, else an id. On success
// *routine is borrowed from the catalog or, for a path, kept in *own, which the caller frees in
// either case (routine_free; on failure it is empty).
// Errors: ERROR_MISSING names the nearest id, ERROR_INPUT lists the faults of the file.
const struct routine *catalog_open(const struct catalog *catalog, const char *what,
                                   const char *images, const char *language, struct routine *own,
                                   struct error *err);
