// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"
#include "run/daily_ask.h"
#include "run/diary_entry.h"

// What the first screen asks for, as an offer and never a lock: the number of the day, or once how
// well an injection worked.

struct daily_offer {
    enum daily_ask ask;
    int64_t day; // that is asked for
    bool asks_effect;
    struct diary_entry injection; // without its note
};

// Reads what there is to ask now.
void daily_read(struct window *window);
// From box.y on; returns where it ends, box.y where nothing is asked.
double daily_paint(struct window *window, struct box box);
// A digit is the number, and leads to its day. False: the key or the act means something else.
bool daily_key(struct window *window, const SDL_KeyboardEvent *event);
bool daily_act(struct window *window, struct act act);
