// SPDX-License-Identifier: MIT
#pragma once

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"

// How the tables of the history came to be what they are: every change of the schema, in order,
// with its reason. The number of the last one that ran stands in the file as user_version.
//
// A migration that has been in a release is never edited; a new one is added behind it.

enum { STORE_APPLICATION_ID = 0x5265706f }; // "Repo", tells our files from other SQLite files

struct migration {
    int number; // its index + 1
    const char *reason;
    const char *const *sql; // parts, ended by NULL
};

struct migration_list {
    const struct migration *migrations;
    int count;
};

struct migration_list migrations_known(void);

// Runs those that the file has not seen yet, each in a transaction of its own. Before one changes a
// file that holds something, the file is copied into `folder` as history-before-N.db (NULL: no
// copy, for databases in memory). On failure the file stands as the last whole migration left it.
bool migrations_run(sqlite3 *database, struct migration_list list, const char *folder,
                    struct error *err);
