// SPDX-License-Identifier: MIT
#pragma once

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"

// A connection to a SQLite file, and what kind of file it is, before anything is done with it.

enum {
    DATABASE_BUSY_MS = 5000, // how long one process waits for another's short transaction
};

enum database_kind {
    DATABASE_EMPTY,   // nothing in it yet
    DATABASE_OURS,    // a history of this version
    DATABASE_OLDER,   // one that migrations bring up to date
    DATABASE_NEWER,   // of a later version of repose
    DATABASE_FOREIGN, // of another program
    DATABASE_DAMAGED, // no SQLite file at all, or one that cannot be read
    DATABASE_FAILED,  // could not be told: disk, permissions, another process
};

// For writing to an existing file. Nothing is read or written yet; until database_accept the file
// is left as it is found, also on closing.
sqlite3 *database_open(const char *path, struct error *err);
// For looking: works where nothing may be written, too.
sqlite3 *database_open_looking(const char *path, struct error *err);
sqlite3 *database_open_memory(struct error *err);
// NULL is fine.
void database_close(sqlite3 *database);

// What it is. *version is its schema where that can be read; err is filled for damaged and failed
// ones.
enum database_kind database_identify(sqlite3 *database, int64_t *version, struct error *err);

// The file is ours to write: write-ahead log, FULL synchronisation, foreign keys.
bool database_accept(sqlite3 *database, struct error *err);

// What SQLite's own check says of a whole file; err is filled for the last two.
enum database_state { DATABASE_WHOLE, DATABASE_BROKEN, DATABASE_UNCHECKED };
// `thorough` also compares every index with its table.
enum database_state database_check(sqlite3 *database, bool thorough, struct error *err);

// Whether every row that names another finds it.
bool database_rows_belong(sqlite3 *database, struct error *err);

// Whether a file that nobody writes to is a whole history of ours.
bool database_is_good(const char *path);
