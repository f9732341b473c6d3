// SPDX-License-Identifier: MIT
#pragma once

#include "base/file.h"
#include "core/routine.h"
#include "files/faults.h"
#include "files/shared.h"

// A routine on disk (docs/routine-format.md), read into core's struct routine with every fault
// found.

struct routine_reading {
    const struct shared *shared; // the catalogues that keys are looked up in; borrowed
    const char *language;        // "de" takes title_de, say_de ... where they are; NULL: English
    const char *images; // folder of the shipped pictures, for `image`; NULL: only beside the file
    bool strict;        // warn of more, and want gates
    bool kept; // it was checked when it was kept: a picture that has gone since is left out
};

// Reads a file. False when there was an error (warnings alone are fine); the faults say all. On
// success the caller frees *routine with routine_free. The id is the file's name without ".cfg".
bool routine_file_read(const char *path, const struct routine_reading *reading,
                       struct routine *routine, struct faults *faults);

// The same from bytes that were read elsewhere; `path` gives the id and where pictures lie. A byte
// order mark in them is blanked out.
bool routine_file_parse(const char *path, struct bytes *bytes,
                        const struct routine_reading *reading, struct routine *routine,
                        struct faults *faults);

// The same from a { } of another file, which a plan carries its own routines in: its id is the key
// `id`, and `format` is the file's. `path` is that of the file, NULL for a text from elsewhere.
struct group;
bool routine_group_read(const struct group *group, const char *path,
                        const struct routine_reading *asked, struct routine *routine);
