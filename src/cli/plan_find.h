// SPDX-License-Identifier: MIT
#pragma once

#include "run/plan_state.h"

// A plan of the history as it is named on the command line: ID, ID@2 for its second version,
// ID@2026-11-21 for the one in force on that day. What is shown without "@" is the version in
// force, or with `newest` the newest.
//
// ERROR_MISSING says what there is instead.
bool plan_find(const struct plan_shelf *shelf, const char *word, int64_t today, bool newest,
               struct plan_standing *standing, struct error *err);
