// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "base/uuid.h"
#include "run/house.h"
#include "store/sessions.h"

// What a bedtime chain leaves for the morning: nobody is asked for a number while falling asleep
// (domain.md 12, `bedtime`). It is asked once, at the first start of the next day, as "last night";
// left open or a day later it is forgotten, because nobody remembers it then.

struct night {
    char id[UUID_TEXT_MAX];                // of the last session of the chain
    char title[ROUTINE_TITLE_MAX * 4 + 1]; // its routine
    int before;                            // the number before the chain, -1: none was given
};

// The number after of that session waits for the morning. "" is passed over.
void night_keep(struct store *store, const char *id);

// Whether one waits and its morning has come. A night ends when her day begins (`day_starts`), at
// four at the earliest: a session after midnight belongs to the evening before.
bool night_is_over(const struct house *house, struct night *night);

// Keeps the number, -1: none is given. It does not wait any more.
void night_answer(const struct house *house, const struct night *night, int after);
