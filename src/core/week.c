// SPDX-License-Identifier: MIT
#include "core/week.h"

enum { THURSDAY = 3, DAYS_IN_400_YEARS = 146097, YEAR_OF_EPOCH = 1970 };

int week_day(int64_t day) {
    int64_t since_thursday = day % WEEK_DAYS;
    return (int)((since_thursday + THURSDAY + WEEK_DAYS) % WEEK_DAYS);
}

int64_t week_monday(int64_t day) {
    return day - week_day(day);
}

// The day number of 1 January, by the Gregorian rule.
static int64_t year_begins(int64_t year) {
    int64_t before = year - 1;
    int64_t leaps = before / 4 - before / 100 + before / 400;
    enum { LEAPS_BEFORE_EPOCH = 477 }; // of the years 1 to 1969
    return (year - YEAR_OF_EPOCH) * 365 + leaps - LEAPS_BEFORE_EPOCH;
}

// Years 1 to 9999, as base/clock knows them.
static int64_t year_of(int64_t day) {
    int64_t year = YEAR_OF_EPOCH + day * 400 / DAYS_IN_400_YEARS;
    while (year_begins(year) > day) {
        year--;
    }
    while (year_begins(year + 1) <= day) {
        year++;
    }
    return year;
}

static char *write_digits(char *to, int number, int digits) {
    for (int i = digits - 1; i >= 0; i--, number /= 10) {
        to[i] = (char)('0' + number % 10);
    }
    return to + digits;
}

const char *week_text(int64_t day, char to[WEEK_TEXT_MAX]) {
    // The week belongs to the year of its Thursday.
    int64_t thursday = week_monday(day) + THURSDAY;
    int64_t year = year_of(thursday);
    int week = (int)((thursday - year_begins(year)) / WEEK_DAYS) + 1;
    char *end = write_digits(to, (int)year, 4);
    *end++ = '-';
    *end++ = 'W';
    *write_digits(end, week, 2) = '\0';
    return to;
}
