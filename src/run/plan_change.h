// SPDX-License-Identifier: MIT
#pragma once

#include "run/plan_state.h"

// What a person does to plans that are there: pausing and ending. The history is open for writing.

enum { PLAN_PAUSE_BACK = 2 }; // days that a pause may reach back

// A pause of one plan, or of all (`plan` ""), on the days from..to; `row` is filled. ERROR_INPUT
// says which of them cannot be, ERROR_MISSING that there is no such plan or none at all. Where just
// this pause is there already nothing is added, and `*added` is false.
bool plan_pause(struct house *house, const struct plan_shelf *shelf, struct stored_pause *pause,
                bool *added, struct error *err);
// Takes the pause of exactly these days away, whatever its reason.
bool plan_pause_undo(struct house *house, const struct plan_shelf *shelf,
                     const struct stored_pause *pause, struct error *err);

// Ends a plan with yesterday. ERROR_MISSING where there is none of that id, naming the nearest;
// ERROR_INPUT where it has ended or was removed already.
bool plan_end(struct house *house, const struct plan_shelf *shelf, const char *id,
              struct error *err);
bool plan_end_undo(struct house *house, const struct plan_shelf *shelf, const char *id,
                   struct error *err);

// ERROR_MISSING with the nearest id, or with where all of them are listed.
bool plan_must_be(const struct plan_shelf *shelf, const char *id, struct error *err);
