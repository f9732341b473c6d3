// SPDX-License-Identifier: MIT
#pragma once

#include <stdint.h>

#include "store/statement.h"

// A span of local days as what an index holds: seconds on the clock that the person saw.

// The first second, on that clock, of a day that begins day_starts_min minutes after midnight. Days
// that no clock can show stand for open ends.
int64_t span_begins(int64_t day, int day_starts_min);

// Gives two parameters, from (included) and to (not included), for the days from first to last,
// both included; INT64_MIN and INT64_MAX for open ends.
void span_give(struct statement *rows, int64_t first_day, int64_t last_day, int day_starts_min);
