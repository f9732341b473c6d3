// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "store/events.h"
#include "store/statement.h"

// An event as a row, for the files of this room that read and write it.

#define EVENT_COLUMNS "id, kind, day, at_s, at_offset_min, until_day, note, effect"
extern const char *const event_reading; // begins an error, in English

// The note is the caller's to free.
bool event_row_read(const struct statement *row, struct event *event);
// Reads the first row, if there is one, and closes the statement.
bool event_row_take(struct statement *row, struct event *event, bool *found);
// The event of a kind on a day; the one given last, where there are several.
bool event_row_find(struct store *store, enum event_kind kind, int64_t day, struct event *event,
                    bool *found, struct error *err);
// Inserts it (and fills event->id) or replaces the one of that id.
bool event_row_write(struct store *store, struct event *event, bool anew, struct error *err);
