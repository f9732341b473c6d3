// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "store/sessions.h"
#include "store/statement.h"

// A session as a row of a result, in the order of SESSION_COLUMNS.

#define SESSION_COLUMNS                                                                            \
    "id, chain, routine, title, category, side, source, plan, anyway, options, note,"              \
    " started_s, started_offset_min, seen_s, seen_offset_min, status, ended, why,"                 \
    " planned_ms, played_ms, position_ms, section, rated_before, rated_after, feel, played"
enum { SESSION_COLUMN_COUNT = 26 };

// The record's own texts are the caller's to free. False with the error in the statement's err when
// a word in it is none of this version's.
bool session_row_read(const struct statement *row, struct session_record *record);
const char *session_row_played(const struct statement *row);
