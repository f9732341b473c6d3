// SPDX-License-Identifier: MIT
#pragma once

#include "base/text.h"
#include "core/week.h"
#include "run/today.h"

// The week that is running, one mark a day: what was done, never what is missing (domain.md 7.4).
// The same for the window's first screen and `repose today`.

enum week_mark {
    WEEK_NOTHING, // nothing was asked for
    WEEK_PAUSED,
    WEEK_DONE,
    WEEK_PART,
    WEEK_OPEN,    // nothing of it
    WEEK_TO_COME, // a day ahead on which something is asked for
    WEEK_MARKS
};

struct today_week {
    int64_t monday;
    int today; // 0 Monday to 6 Sunday
    enum week_mark marks[WEEK_DAYS];
    int streak; // days running, where the person wants to see them (setting `streak`); else 0
};

bool today_week_read(struct house *house, const struct today *today, struct today_week *week,
                     struct error *err);

// "done", "part", "rest day", "left open", "to come", "nothing asked for".
const char *today_week_mark(enum week_mark mark);
// The short name of a day in a calendar's head, 0 Monday to 6 Sunday.
enum { WEEK_LETTER_MAX = 16 };
const char *today_week_letter(int day, char to[WEEK_LETTER_MAX]);
// "Monday: done. Tuesday to Thursday: rest day.", up to today.
void today_week_words(struct text_builder *text, const struct today_week *week);
// "3 days running with all that was asked for."
void today_week_streak(struct text_builder *text, int streak);
