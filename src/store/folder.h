// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "base/error.h"

// The folder that the history lies in: where it is, and who may open the history at the moment.

// The folder of a path, "." for a bare name; the caller frees it.
char *folder_of(const char *path);

// Only one process at a time begins, mends or changes the schema of a history. The lock is the
// system's, on the folder itself, and goes with the process. -1 in *lock where the file system has
// no such locks; then SQLite's own must do. False when another process keeps it.
bool folder_lock(const char *folder, int *lock, struct error *err);
void folder_unlock(int lock);
