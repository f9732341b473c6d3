// SPDX-License-Identifier: MIT
#pragma once

#include <sqlite3.h>

#include "base/clock.h"
#include "store/store.h"

// What only the files of this room know of an open history.

struct newest_backup {
    bool known; // looked for already
    char *path; // NULL: none
};

struct store {
    sqlite3 *database;
    char *path;
    char *backups; // folder, NULL: none
    enum store_health health;
    char *set_aside;
    struct newest_backup *newest; // looked for when it is first asked for
    struct wall_clock clock;      // began at options.now; when corrections were made
};

// Writes an answer and nothing that follows from it (store/treatments.h).
bool answer_write(struct store *store, const char *key, const char *value, const char *by,
                  struct wall now, struct error *err);
