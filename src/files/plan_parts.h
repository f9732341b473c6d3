// SPDX-License-Identifier: MIT
#pragma once

#include "files/group.h"
#include "files/plan_file.h"

// What the parts of a plan's reader share.

struct plan_reader {
    struct reading reading;
    const struct plan_reading *asked;
    const char *path;                            // of the file, NULL: none
    struct plan_file *file;                      // being filled
    const struct node *routines;                 // the list of routines inside, NULL: none
    const struct node *nodes[PLAN_ROUTINES_MAX]; // the { } of each that is right
    int item_numbers[PLAN_ITEMS_MAX];            // from 1, of each item that was kept
};

// Whether nothing is held against the catalogue and the profile.
bool plan_is_kept(const struct plan_reader *reader);

// `routines` of the top group.
void plan_routines_read(const struct group *top, struct plan_reader *reader);
// The routine of an id, or NULL with a fault that names the nearest; without one for a kept plan.
const struct routine *plan_routine_find(const struct group *item, const struct plan_reader *reader,
                                        const char *id);
// The name, in the language that is read, of the steps that are called as the text of `node` in
// that language or in English; NULL: there is none, and a fault at `node`. Of a kept plan, or
// without a routine, the text itself.
const char *plan_routine_step(const struct group *item, const struct plan_reader *reader,
                              const struct routine *routine, const struct node *node,
                              const char *key);

// `items` of the top group, when profile, dates and routines of the plan are read already.
void plan_items_read(const struct group *top, struct plan_reader *reader);

// A warning where a day asks for more face routines than the plan's own ceiling.
void plan_ceiling_check(const struct group *top, const struct plan_reader *reader);

// Of an item that says nothing of it.
struct plan_dose plan_dose_none(void);
// What an item says of the dose of its routine.
void plan_dose_read(const struct group *group, const struct plan_reader *reader,
                    const struct routine *routine, struct plan_dose *dose);

// Faults where a routine is closed for the profile that the plan is held against.
void plan_gates_check(const struct group *group, const struct plan_reader *reader,
                      const struct routine *routine, const char *despite);

// `from` and `to`, both included and in their order. What is absent stays as it is.
void plan_span_read(const struct group *group, int64_t *from, int64_t *to);
