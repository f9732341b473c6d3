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

// How long something takes, to half a minute: "40 s", "3½ min", "1:15 h".
enum { DAY_WORDS_LENGTH_MAX = 32 };
const char *day_words_length(int64_t ms, char to[DAY_WORDS_LENGTH_MAX]);
