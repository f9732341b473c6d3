// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

// When the one number of a day is asked for (domain.md 6.3): at the first opening after 17:00, or,
// if missed, next morning as "yesterday"; of a newcomer nothing, who comes for a rest and not for
// questions. Pure: knows no clock and no history.

enum daily_ask {
    DAILY_NOTHING,
    DAILY_TODAY,
    DAILY_YESTERDAY,
};

struct daily_facts {
    int minute; // since the midnight with which the day began: 1530 at half past one in its night
    bool today; // rated
    bool yesterday;
    bool known; // something was entered or played before today
    bool away;  // it was put away today
};

enum {
    DAILY_EVENING_MIN = 17 * 60,
    DAILY_MORNING_MIN = 12 * 60, // yesterday is asked for until then (design choice)
    // "How well did it work?" is asked once, four weeks after an injection (domain.md 8.2), and
    // forgotten when nobody came for as long again (design choice).
    DAILY_EFFECT_FROM_DAYS = 28,
    DAILY_EFFECT_TO_DAYS = 56,
};

enum daily_ask daily_ask(const struct daily_facts *facts);

// Days since the injection; `rated` is that it was told, `away` that it was put away.
bool daily_asks_effect(int64_t days, bool rated, bool away);
