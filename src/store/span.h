// SPDX-License-Identifier: MIT
#pragma once

#include <stdint.h>

#include "store/statement.h"

// A span of local days as what an index holds: seconds on the clock that the person saw, or seconds
// of UTC.

// The first second, on that clock, of a day that begins day_starts_min minutes after midnight. Days
// that no clock can show stand for open ends.
int64_t span_begins(int64_t day, int day_starts_min);

// Gives two parameters, from (included) and to (not included), for the days from first to last,
// both included; INT64_MIN and INT64_MAX for open ends.
void span_give(struct statement *rows, int64_t first_day, int64_t last_day, int day_starts_min);

// The same in seconds of UTC, for rows with a moment and its offset: wide enough for every offset
// that the tables allow (a day to either side), so days around the span come too. What lies within
// can be put on any clock, open ends or not: its sum with an offset is a number.
//
// Rows come in the order of the moment, so the first one at to_s ends the reading. A statement with
// an upper bound would have SQLite compare each row with it: an eighth of what a number costs.
struct utc_span {
    int64_t from_s, to_s; // to_s is not included
};
struct utc_span span_in_utc(int64_t first_day, int64_t last_day, int day_starts_min);
