// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "base/clock.h"
#include "base/error.h"

// A damaged history is put aside under another name, with its log, for whoever may mend it; nothing
// of it is ever overwritten or removed.

enum { ASIDE_DATE_MAX = 9 };

// Renames history.db, history.db-wal and history.db-shm, those that are there, to
// history.db.damaged-YYYYMMDD-HHMMSS with the same endings. The new path of the first in *where
// (the caller frees it). Refused while another process has the file open: its next write would
// reach the file under the new name, and its closing would remove the log of the new history.
bool aside_put(const char *path, struct wall now, char **where, struct error *err);

// Whether a log lies there that belongs to no history, which SQLite would throw away.
bool aside_is_stray(const char *path);

// The local date of the newest one beside `path`, "20261121"; false when there is none.
bool aside_newest_date(const char *path, char date[ASIDE_DATE_MAX]);
