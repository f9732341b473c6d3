// SPDX-License-Identifier: MIT
#pragma once

#include "files/plan_file.h"
#include "run/house.h"
#include "store/plans.h"

// All plans of the history, each version read from the text that was kept, as the book that
// core/plan and core/adherence ask.
//
// A kept text is read without holding it against the catalogue or the profile: that was done when
// it was added, and a routine that has gone since takes nothing away from what was asked for.

struct plan_shelf {
    struct plan_book book; // borrows all below
    struct stored_plan_list stored;
    struct stored_pause_list stored_pauses;
    struct plan_file *files; // one a version, in the order of `stored`
    struct plan_version *versions;
    struct plan_rest *rests;
};

// Without a history (house->store NULL) it is empty. A text that cannot be read any more is left
// out and named in the log. Does not read the catalogue.
bool plan_shelf_read(struct house *house, struct plan_shelf *shelf, struct error *err);
void plan_shelf_free(struct plan_shelf *shelf);

// The file that a plan of the book belongs to: for its own routines.
const struct plan_file *plan_shelf_file(const struct plan_shelf *shelf, const struct plan *plan);

// The plans in force on a day, in the order in which they were first added; returns how many.
int plan_shelf_in_force(const struct plan_shelf *shelf, int64_t day,
                        const struct plan *plans[PLANS_MAX]);
