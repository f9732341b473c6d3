// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"

// Dates as a person writes them: "21.11.2026", "21 Nov", "November 2025", "yesterday", "nine weeks
// ago", each with a time behind it where that matters ("21.11. 14:30"). Month names and the small
// words are taken in the language in use and in English. Pure over `now`.

enum date_fault {
    DATE_RIGHT,
    DATE_UNREADABLE,
    DATE_NO_SUCH_DAY,  // 31 February
    DATE_NO_SUCH_TIME, // 25:00
    DATE_AHEAD,        // more than a day, where none of those is wanted
    DATE_TOO_FAR,      // before 1900, or more than ten years ahead
    DATE_FAULTS
};

// Gives the form in which a profile key keeps it: "2026-11-21", with a time
// "2026-11-21T14:30:00+01:00". Where the year is not told it is the last one that has passed, with
// `ahead` the nearest; "9 weeks" alone lies behind. A weekday alone is the last one, today
// included, with `ahead` the next; beside a date it says nothing.
enum date_fault date_read(const char *text, struct wall now, bool ahead, char to[WALL_TEXT_MAX]);

// What to do about a fault, in one sentence.
const char *date_fault_words(enum date_fault fault);

// That form in the language's own: "21 November 2026", "21 November 2026, 14:30". date_read reads
// it back. "" for one that is none.
enum { DATE_WORDS_MAX = 128 };
const char *date_words(const char *value, struct wall now, char to[DATE_WORDS_MAX]);
