// SPDX-License-Identifier: MIT
#pragma once

#include "app/plans.h"

// What stands beside what a plan asks for: what is new in it, whom to ask, and what can be done.

// The card with what is new since the version before, until it was seen; nothing without one.
// Returns where it ends.
double plan_new(struct window *window, struct box box);
enum plan_new plan_new_of(struct window *window, struct box box);
// The differences between a version and the one before it, one to a line.
double plan_changes(struct window *window, const struct plan_file *before,
                    const struct plan_file *after, struct box box);

// Words and buttons, by what the page shows; and the versions of a kept one.
double plan_side(struct window *window, struct box box);

// Begins the starter, or takes the file over.
void plan_side_take(struct window *window);
// Begins a shipped fortnight today and says so. False: the reason was said.
bool plan_side_begin(struct window *window, const char *id);
// What is new was read.
void plan_side_seen(struct window *window);
void plan_side_remove(struct window *window);

// For a plan that comes from a file: whose it is, and whether it is hers. False: she has not said
// so yet, and was asked to.
double plan_coming_side(struct window *window, struct box box);
bool plan_coming_is_hers(struct window *window);
