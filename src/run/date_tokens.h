// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

// A date that a person wrote, taken apart: numbers, months, small words and a time of the day, in
// the language in use or in English.

enum { DATE_TOKENS_MAX = 12 };

// Small words that a person may write.
enum date_small {
    DATE_SMALL_TODAY,
    DATE_SMALL_YESTERDAY,
    DATE_SMALL_EREYESTERDAY,
    DATE_SMALL_TOMORROW,
    DATE_SMALL_AGO,
    DATE_SMALL_IN,
    DATE_SMALL_DAY,
    DATE_SMALL_WEEK,
    DATE_SMALL_MONTH,
    DATE_SMALL_YEAR,
    DATE_SMALL_ONE,
    DATE_SMALL_FILL,
    DATE_SMALL_COUNT
};
enum date_kind { DATE_NUMBER, DATE_MONTH, DATE_UNIT, DATE_TIME };
struct date_token {
    enum date_kind kind;
    int value;  // of a number; 1-12; enum date_small; minutes of the day
    int digits; // of a number, 0: written in words
};

struct date_tokens {
    struct date_token all[DATE_TOKENS_MAX];
    int count;
    int minute;    // of the day, -1: none was written
    int weekday;   // 0 is that of day 0, a Thursday; -1: none was written
    int direction; // -1 ago, 1 in, 0 neither
    bool wrong;
};

// Words that say nothing are left out; `wrong` tells of a word that is none of these.
struct date_tokens date_tokens_of(const char *text);
