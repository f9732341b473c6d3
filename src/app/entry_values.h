// SPDX-License-Identifier: MIT
#pragma once

#include "app/diary.h"
#include "run/diary_value.h"

// The values of the open entry on its page: each with what corrects it.

enum { ENTRY_PITCH = 64 }; // the value of ACT_CORRECT is enum diary_value * ENTRY_PITCH + choice

// From box.y on; returns where the last one ends.
double entry_values(struct window *window, struct box box);

// ACT_CORRECT: chooses, or takes back what was chosen where that can be.
void entry_correct(struct window *window, int value);
