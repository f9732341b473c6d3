// SPDX-License-Identifier: MIT
#pragma once

#include "base/file.h"
#include "base/text.h"
#include "base/uuid.h"
#include "files/faults.h"
#include "files/plan_file.h"
#include "run/house.h"

// A plan on its way into the history: a file that was read and held against the catalogue and the
// person's profile, and is not taken over yet. What taking it over means: run/plan_news.

enum { PLAN_PERSON_MAX = 80 };

struct plan_coming {
    struct plan_file file;
    struct bytes text; // as it is to be kept: as in the file, but a fortnight begins today
    char *path;
    // Name or initials of whom it is taken over for, "": not told. At most so many characters.
    char person[PLAN_PERSON_MAX * 4 + 1];
};

// `what` is a path, or the id of a shipped fortnight. A plan without `profile` is held against the
// person's own where the history is open (house->store) and she told of a condition. False when
// there is an error in it; the faults say all, warnings too. On success the caller frees it with
// plan_coming_free.
bool plan_coming_read(struct house *house, const char *what, struct plan_coming *coming,
                      struct faults *faults);
// Whether a file is whole as a routine, whose title goes to `title`: it is no plan then.
bool plan_coming_is_routine(const struct house *house, const char *path,
                            struct text_builder *title);

void plan_coming_free(struct plan_coming *coming);

// Whom a plan without `profile` is held against: true where the history is open and the person told
// of a condition.
bool plan_coming_own(const struct house *house, struct profile *own);

// Takes it over as a version that holds from now on. `*added` is false where the newest one is the
// same; else `row` names it, for store/removal.h where it is taken back. ERROR_INPUT where there
// are PLANS_MAX others already.
bool plan_coming_keep(struct house *house, const struct plan_coming *coming, bool *added,
                      char row[UUID_TEXT_MAX], struct error *err);
