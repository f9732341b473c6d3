// SPDX-License-Identifier: MIT
#pragma once

#include <sqlite3.h>
#include <stdbool.h>

#include "base/clock.h"
#include "base/error.h"

// Copies of the history. A live database is copied by SQLite's backup call alone, never as a file:
// what stands in its write-ahead log would be missing.
//
// Every copy is one file without a log beside it, passes the quick check before it is written, has
// mode 0600, and appears whole or not at all.

enum { BACKUPS_KEPT = 14 };

// A copy in memory with everything in it that was committed; the caller closes it.
sqlite3 *backup_in_memory(sqlite3 *source, struct error *err);

bool backup_copy(sqlite3 *source, const char *path, struct error *err);

// Today's copy as history-2026-11-21.db, unless there is one already, and then those beyond the
// newest BACKUPS_KEPT are removed. The last one made before `damaged_on` ("20261121", NULL: none)
// stays however old it grows: it may be all that is left of a history that was set aside.
bool backup_daily(sqlite3 *source, const char *folder, struct wall now, const char *damaged_on,
                  struct error *err);

// The path of the newest copy in the folder that passes its check, NULL without one; the caller
// frees it.
char *backup_newest(const char *folder);
