// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/error.h"

// The history on disk (SQLite): opening, looking after it, and nothing of what is in it.
//
// WAL with synchronous=FULL for what a person entered or finished; checkpoints of a running session
// are NORMAL. The file is 0600. Schema changes are numbered migrations (migrations.c), each with
// its reason; before one runs the file is copied by SQLite's backup call. One dated backup a day,
// the newest 14 are kept. A file that fails its integrity check, or of which nothing is left where
// there are backups, is set aside, never overwritten; one that another process still has open stays
// where it is and is refused.
//
// Several processes may have one history open. Each write is short and waits for another's; a store
// belongs to one thread.

struct store;

enum store_health {
    STORE_GOOD,
    STORE_NEW,       // there was none before
    STORE_SET_ASIDE, // it was damaged; set_aside_path says where it is now, a new one was begun
};

struct store_options {
    const char *path;    // ":memory:" for tests and --no-record
    const char *backups; // folder for dated backups, NULL for none
    struct wall now;
    bool read_only; // for commands that only look: creates nothing, a missing file is an empty
                    // history
};

// NULL: ERROR_NEWER for a schema of a later version (by name and number), ERROR_STORE else.
struct store *store_open(const struct store_options *options, struct error *err);
// NULL is fine.
void store_close(struct store *store);

enum store_health store_health(const struct store *store);
const char *store_set_aside_path(const struct store *store); // NULL unless set aside
const char *store_newest_backup(const struct store *store);  // NULL: none

// The whole check of SQLite (`PRAGMA integrity_check`); false with what it says.
bool store_check(struct store *store, struct error *err);

// A consistent copy by SQLite's backup call, into a new file (0600), whole or not at all.
bool store_backup(struct store *store, const char *path, struct error *err);

// Runs many writes as one: all or none. Not nested.
bool store_begin(struct store *store, struct error *err);
bool store_commit(struct store *store, struct error *err);
void store_rollback(struct store *store);
