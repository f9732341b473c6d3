// SPDX-License-Identifier: MIT
#pragma once

#include "core/diary.h"
#include "run/house.h"

// In which order it is offered what was around, on the form of a day and of a spasm: what she
// ticked most often of late comes first, so that it is found at once. Ticks of the same number, and
// those that were never used, keep the order of the vocabulary.

enum { TICK_ORDER_MOST = TICK_LAST_TRIGGER + 1, TICK_ORDER_DAYS = 90 };

struct tick_order {
    enum day_tick ticks[TICK_ORDER_MOST]; // each once
};

// As in the vocabulary.
struct tick_order tick_order_plain(void);
struct tick_order tick_order_of(const int uses[TICK_ORDER_MOST]);

// By the forms and spasms of the last TICK_ORDER_DAYS days, today included. What cannot be read
// counts as not used.
struct tick_order tick_order_read(const struct house *house);
