// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "files/catalog.h"
#include "files/paths.h"
#include "files/settings.h"
#include "store/store.h"

// Everything a command needs to begin: where things lie, what the person chose, what routines there
// are, the history. Opened in this order, each part only when it is asked for.

struct house {
    struct paths paths;
    struct settings settings;
    struct wall_clock clock;
    struct catalog catalog; // after house_read_catalog
    bool catalog_read;
    struct store *store; // after house_open_store
};

struct house_options {
    const char *program;  // argv[0]
    const char *data;     // --data, or NULL
    const char *language; // --lang, or NULL
    bool now_fixed;       // --now
    struct wall now;
    // For what only reads shipped files: without a home it goes on with default settings, no own
    // routines and an empty history.
    bool home_is_optional;
};

// Paths, settings, clock, language. False only when no home can be found and one is needed.
bool house_open(const struct house_options *options, struct house *house, struct error *err);
void house_close(struct house *house);

// Once; a second call does nothing.
void house_read_catalog(struct house *house);

// Opens the history for writing (creating the person's folders), or only for looking.
// A damaged history that was set aside is said on standard error, once, with where it is and which
// backup is newest.
bool house_open_store(struct house *house, bool read_only, struct error *err);

// Keeps one setting, from what the file holds by now. It holds in this program in any case; false:
// it could not be written.
bool house_set(struct house *house, const char *key, const char *value, struct error *err);

// The local date of a moment by the setting `day_starts`: the one function that decides what day it
// is.
int64_t house_today(const struct house *house);
