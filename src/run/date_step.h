// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"

// A date reached with the pointer alone, by chips that step from it.

enum date_step {
    DATE_TODAY,
    DATE_DAY_EARLIER,
    DATE_DAY_LATER,
    DATE_WEEK_EARLIER,
    DATE_MONTH_EARLIER,
    DATE_YEAR_EARLIER,
    DATE_STEPS
};
const char *date_step_label(enum date_step step);

// From a date in the form of date_read (NULL or "": none, then from today). The 31st of a month
// that has fewer days is its last.
void date_step(const char *from, enum date_step step, struct wall now, char to[WALL_TEXT_MAX]);
