// SPDX-License-Identifier: MIT
#pragma once

#include "files/plan_file.h"
#include "run/house.h"

// The shipped fortnights (domain.md 7.3): plans that anybody may begin, in routines/starters/. They
// are offered and never begun unasked, they open no gate, and they end by themselves.

struct starter {
    char *path;
    struct plan_file file;           // only where error is NULL
    char *error;                     // the first fault as text, or NULL
    int64_t item_ms[PLAN_ITEMS_MAX]; // one time of each item, as it is written; 0 for a task
    int64_t day_ms;                  // of its longest day
};

struct starters {
    struct starter *starters; // in the order of their files' names
    int count;
};

// Reads all of them as if they began today. A folder that is not there has none.
void starters_read(struct house *house, struct starters *starters);
void starters_free(struct starters *starters);
