// SPDX-License-Identifier: MIT
#pragma once

#include "run/plan_shelf.h"

// Whether a version of a plan is another one than what was looked at last. What was looked at is
// remembered by the number of the version, so that a text which comes once more is told once more.

// The place of the version of the same plan before this one, -1: none.
int plan_seen_before(const struct plan_shelf *shelf, int version);

// A fortnight that is begun once more is no news, nor is what is over.
bool plan_seen_has_news(const struct house *house, const struct plan_shelf *shelf, int version);

// It was looked at, or `seen` false: the one before it.
bool plan_seen_set(struct house *house, const struct plan_shelf *shelf, int version, bool seen,
                   struct error *err);
