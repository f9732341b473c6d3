// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "store/statement.h"
#include "store/store.h"

// What all entries of the diary have in common, for the files of this room.

// Parameters: NULL for what is below 0, for a text that is "" or NULL; a moment is two of them.
void entry_give_number(struct statement *statement, int64_t number);
void entry_give_text(struct statement *statement, const char *text);
void entry_give_moment(struct statement *statement, struct wall wall);

// Columns: -1 for NULL; an owned copy or NULL.
int entry_number(const struct statement *row, int column);
char *entry_text(const struct statement *row, int column);

// Several writes as one, within what the caller has begun or by themselves. `own` tells which;
// entry_end undoes them when `right` is false.
bool entry_begin(struct store *store, bool *own, struct error *err);
bool entry_end(struct store *store, bool own, bool right, struct error *err);
