// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/uuid.h"
#include "core/routine.h"
#include "store/store.h"

// The plans as they were added: the text of every version with the moment from which it is in
// force, when a plan was taken away, and the pauses that the person entered. Texts are kept as they
// were and never rewritten; whoever asks what they say reads them anew (run/plan_shelf.h).

struct stored_plan {
    char row[UUID_TEXT_MAX];
    char id[ROUTINE_ID_MAX + 1]; // of the plan
    struct wall added;
    int64_t removed; // local day that it does not serve any more, INT64_MAX: not removed
    char *text;      // owned: UTF-8, as in the file
    char *name;      // owned: where it came from, for a message; NULL: not known
    char *person;    // owned: name or initials of whom it was taken over for; NULL: not told
};

struct stored_plan_list {
    struct stored_plan *plans; // in the order in which they were added
    int count;
};
bool plans_list(struct store *store, struct stored_plan_list *list, struct error *err);
void stored_plan_list_free(struct stored_plan_list *list);

// Another version of plan->id, added at plan->added; fills plan->row. The same text as the newest
// version, where that is not removed, changes nothing: `*added` is false. Only whose it is, where
// that is told now, is put right then; the old name goes to the audit.
bool plans_add(struct store *store, struct stored_plan *plan, bool *added, struct error *err);

// Ends a plan, in all its versions so far, with the day before `day`. ERROR_MISSING where there is
// no version of that id which was not removed.
bool plans_remove(struct store *store, const char *id, int64_t day, struct wall now,
                  struct error *err);
// Takes the last removal of a plan back. ERROR_MISSING where there is none.
bool plans_restore(struct store *store, const char *id, struct wall now, struct error *err);

struct stored_pause {
    char row[UUID_TEXT_MAX];
    char plan[ROUTINE_ID_MAX + 1]; // "": all plans
    int64_t from, to;              // local days, both included
    char *reason;                  // owned, NULL: none
};
struct stored_pause_list {
    struct stored_pause *pauses; // by first day
    int count;
};
bool plan_pauses_list(struct store *store, struct stored_pause_list *list, struct error *err);
void stored_pause_list_free(struct stored_pause_list *list);
// Fills pause->row.
bool plan_pauses_add(struct store *store, struct stored_pause *pause, struct wall now,
                     struct error *err);
