// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"
#include "files/plan_file.h"

// What a plan asks for, one thing to a row: its picture, what it is, how often, when and how, and
// what whoever wrote it says about it. Each row leads to its routine's page.

// From box.y on, below a head; returns where it ends. With `main` the first row has the focus when
// the screen comes up.
double plan_items(struct window *window, const struct plan_file *file, bool main, struct box box);

// The pauses of the plan's own text and its ceiling, as sentences behind a sign. Returns where they
// end.
double plan_notes(struct window *window, const struct plan *plan, struct box box);

// A line behind a small sign; returns where it ends.
double plan_signed_line(struct window *window, enum icon icon, const char *text, enum token token,
                        struct box box);
