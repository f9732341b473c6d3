// SPDX-License-Identifier: MIT
#pragma once

#include "files/plan_file.h"
#include "run/house.h"
#include "store/plans.h"

// All plans of the history, each version read from the text that was kept, as the book that
// core/plan and core/adherence ask.
//
// A kept text is not held against the catalogue or the profile: that was done when it was added,
// and a routine that has gone since takes nothing away from what was asked for. Where the catalogue
// was read before (house_read_catalog), routines that travel inside a plan are there too, and names
// of steps are those of the language; without it neither is, which is quick and enough to count by.

struct plan_shelf {
    struct plan_book book; // borrows all below
    struct stored_plan_list stored;
    struct stored_pause_list stored_pauses;
    struct plan_file *files; // in the order of `stored`; empty where a text cannot be read
    struct plan_version *versions;
    struct plan_rest *rests;
};

// Without a history (house->store NULL) it is empty. A text that cannot be read any more is left
// out and named in the log. Does not read the catalogue.
bool plan_shelf_read(struct house *house, struct plan_shelf *shelf, struct error *err);
void plan_shelf_free(struct plan_shelf *shelf);

// One text, as the shelf reads it. On success the caller frees *file with plan_file_free.
bool plan_shelf_parse(const struct house *house, const struct stored_plan *stored,
                      struct plan_file *file, struct faults *faults);

// The file that a plan of the book belongs to, and how it is kept; NULL: it is of another book.
const struct plan_file *plan_shelf_file(const struct plan_shelf *shelf, const struct plan *plan);
const struct stored_plan *plan_shelf_stored(const struct plan_shelf *shelf,
                                            const struct plan *plan);

// The plans in force on a day, in the order in which they were first added; returns how many.
int plan_shelf_in_force(const struct plan_shelf *shelf, int64_t day,
                        const struct plan *plans[PLANS_MAX]);
