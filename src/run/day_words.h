// SPDX-License-Identifier: MIT
#pragma once

#include <stdint.h>

#include "base/clock.h"

// Times as a person says them.

// "Good morning", by the clock of that moment; without a name.
const char *day_words_greeting(struct wall now);

// "Saturday, 21 November".
enum { DAY_WORDS_DATE_MAX = 96 };
const char *day_words_date(struct wall now, char to[DAY_WORDS_DATE_MAX]);

// "November", 1 to 12; "Saturday" of a day number (1970-01-01 is 0).
const char *day_words_month(int month);
const char *day_words_weekday(int64_t day);
// "Sat", above a narrow column.
const char *day_words_weekday_short(int64_t day);

// "21 November 2026".
const char *day_words_day(int64_t day, char to[DAY_WORDS_DATE_MAX]);

// The same without its year: "21 November".
const char *day_words_day_month(int64_t day, char to[DAY_WORDS_DATE_MAX]);

// How long something takes, to half a minute: "40 s", "3½ min", "1:15 h".
enum { DAY_WORDS_LENGTH_MAX = 32 };
const char *day_words_length(int64_t ms, char to[DAY_WORDS_LENGTH_MAX]);

// When something is next possible: "at 14:30", "tomorrow at 04:00", "on Tuesday, 24 November, at
// 14:30"; by the calendar date of the moment, as the clock will show it.
enum { DAY_WORDS_MOMENT_MAX = 128 };
const char *day_words_moment(struct wall now, int64_t utc_s, char to[DAY_WORDS_MOMENT_MAX]);
