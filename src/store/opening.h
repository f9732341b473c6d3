// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "base/error.h"
#include "store/store.h"

// The ways in which a history is opened. Each fills store->database and the health; on failure the
// caller closes what was reached.

// A history that is gone when it is closed.
bool opening_in_memory(struct store *store, struct error *err);

// Creates nothing and changes nothing: a missing file is an empty history, one of an older schema
// is brought up to date in memory.
bool opening_to_look(struct store *store, struct error *err);

// Checks, sets aside, begins anew, copies, migrates: whatever the file needs to be written to.
bool opening_to_write(struct store *store, struct error *err);
