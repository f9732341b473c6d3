// SPDX-License-Identifier: MIT
#pragma once

#include "base/uuid.h"
#include "run/plan_shelf.h"

// "Too much? Make it smaller" (domain.md 7.4): where less than half of a plan was done in each of
// two weeks, one item of it once less a day, or not at all. It is another version of the plan,
// which holds from now on, and a note for the next appointment says so: a therapist's plan is not
// changed behind the therapist's back.

enum {
    PLAN_LESS_WEEKS = 2,
    PLAN_LESS_AGAIN_DAYS = 28
}; // asked once more after so many (own choice)

struct plan_less {
    int version, item;
    int before, after; // a day; 0: the item goes
    char name[ROUTINE_TITLE_MAX * 4 + 1];
};

// Nobody is asked who was away: the last session is no older than five days. `*found` is false
// where nothing is too much, or it was put away.
bool plan_less_find(struct house *house, const struct plan_shelf *shelf, struct plan_less *less,
                    bool *found, struct error *err);
bool plan_less_keep(struct house *house, const struct plan_shelf *shelf,
                    const struct plan_less *less, struct error *err);
// ERROR_MISSING where the newest version of that plan was not made so.
bool plan_less_back(struct house *house, const char *plan, struct error *err);
bool plan_less_put_away(struct house *house, const char *plan, bool away, struct error *err);
