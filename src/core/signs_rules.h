// SPDX-License-Identifier: MIT
#pragma once

#include "core/signs.h"

// The rules of signs.c that look at weeks of numbers, for it alone.

struct sign_span {
    const struct diary_day *days;
    int count;
};

// RF-2. facts: this week's value, what it is held against, and whether that is 0 the four weeks
// before, 1 the same days of earlier cycles, 2 the worst week before the injection.
bool sign_rising(const struct sign_facts *facts, struct sign *sign);
// The neutral card. facts: days since the injection, this week's value, that of its steady weeks.
bool sign_wearing_off(const struct sign_facts *facts, struct sign *sign);
// RF-12. facts: compresses today, days of the last fourteen with one.
bool sign_warmth(const struct sign_facts *facts, struct sign *sign);
