// SPDX-License-Identifier: MIT
#pragma once

#include "core/signs.h"

// The rules of signs.c that look at weeks of numbers, for it alone.

struct sign_span {
    const struct diary_day *days;
    int count;
};

// RF-2. facts: this week's value, what it is held against, enum sign_against, last week's value,
// the rated days of last week and of what it is held against; `days` are this week's.
bool sign_rising(const struct sign_facts *facts, struct sign *sign);
// The neutral card, which never stands over a true rise. facts: days since the injection, this
// week's value, that of its steady weeks and the rated days of these; `days` are this week's.
bool sign_wearing_off(const struct sign_facts *facts, struct sign *sign);
// RF-12. facts: compresses today, days of the last fourteen with one, this week's value and last
// week's, and whether both are given.
bool sign_warmth(const struct sign_facts *facts, struct sign *sign);
