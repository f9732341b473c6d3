// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan.h"

// Two versions of a plan compared as values: what came, what went, what is another value now.
//
// An item of the one is paired with the item of the other that asks for the same, first with one
// that is equal in all, then with one of the same side and days, of the same side, then any. What
// is paired with nothing was added or removed. Routines that travel inside are no part of it.

enum plan_field {
    // of the plan
    PLAN_TITLE,
    PLAN_AUTHOR,
    PLAN_BY,
    PLAN_CONTACT,
    PLAN_GOAL,
    PLAN_REVIEW,
    PLAN_FROM,
    PLAN_TO,
    PLAN_CONDITIONS,
    PLAN_AFFECTED,
    PLAN_CEILING,
    PLAN_ASKS,
    PLAN_BETWEEN,
    // of an item
    ITEM_PER_DAY,
    ITEM_DAYS,
    ITEM_AT,
    ITEM_FROM,
    ITEM_TO,
    ITEM_SIDE,
    ITEM_REPS,
    ITEM_MOVE,
    ITEM_HOLD,
    ITEM_REST,
    ITEM_EFFORT,
    ITEM_TEMPO,
    ITEM_MIRROR,
    ITEM_ONLY,
    ITEM_WHY,
    ITEM_SAY,
    ITEM_NOTE,
    ITEM_DESPITE,
    PLAN_FIELDS,
    ITEM_FIELD_FIRST = ITEM_PER_DAY,
};

enum plan_change_kind {
    CHANGE_FIELD, // of the plan
    CHANGE_ORDER, // of the items; its two versions have them in another
    CHANGE_ITEM,  // a field of an item
    CHANGE_ITEM_ADDED,
    CHANGE_ITEM_REMOVED,
    CHANGE_PAUSE_ADDED,
    CHANGE_PAUSE_REMOVED,
};

struct plan_change {
    enum plan_change_kind kind;
    enum plan_field field; // of CHANGE_FIELD and CHANGE_ITEM
    int before, after;     // the item or pause in the older and the newer version, -1: not there
};

// At most as many as there can be: every field of the plan and of each item, and all pauses.
enum {
    PLAN_CHANGES_MAX = ITEM_FIELD_FIRST + 1 +
                       PLAN_ITEMS_MAX * (PLAN_FIELDS - ITEM_FIELD_FIRST + 1) + 2 * PLAN_PAUSES_MAX,
};

// Fields of the plan in their order, then the order, the items in the order of the newer version
// with their fields, what was removed in the order of the older, pauses. Returns how many.
int plan_diff(const struct plan *before, const struct plan *after,
              struct plan_change changes[PLAN_CHANGES_MAX]);

// Whether an item says anything in a field of its own, and does not leave it as it comes.
bool plan_item_says(const struct plan_item *item, enum plan_field field);
