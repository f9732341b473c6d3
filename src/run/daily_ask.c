// SPDX-License-Identifier: MIT
#include "run/daily_ask.h"

enum daily_ask daily_ask(const struct daily_facts *facts) {
    if (facts->away || !facts->known) {
        return DAILY_NOTHING;
    }
    if (facts->minute >= DAILY_EVENING_MIN) {
        return facts->today ? DAILY_NOTHING : DAILY_TODAY;
    }
    return !facts->yesterday && facts->minute < DAILY_MORNING_MIN ? DAILY_YESTERDAY : DAILY_NOTHING;
}

bool daily_asks_effect(int64_t days, bool rated, bool away) {
    return !rated && !away && days >= DAILY_EFFECT_FROM_DAYS && days < DAILY_EFFECT_TO_DAYS;
}
