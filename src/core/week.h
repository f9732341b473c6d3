// SPDX-License-Identifier: MIT
#pragma once

#include <stdint.h>

// Weeks as ISO 8601 counts them: Monday to Sunday, week 1 holds the year's first Thursday. Days are
// day numbers, 1970-01-01 is 0 and a Thursday.

enum { WEEK_DAYS = 7, WEEK_TEXT_MAX = 16 };

// The Monday of a day's week.
int64_t week_monday(int64_t day);

// "2026-W12".
const char *week_text(int64_t day, char to[WEEK_TEXT_MAX]);

// 0 Monday to 6 Sunday.
int week_day(int64_t day);
