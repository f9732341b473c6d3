// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>

#include "store/store.h"

// Removing what was entered. Its values go to the audit; that it was removed stays known, so that a
// copy of the history does not bring it back.

enum removal_kind {
    REMOVAL_SESSION,
    REMOVAL_RATING,
    REMOVAL_DAY,
    REMOVAL_WEEK,
    REMOVAL_EVENT, // of an injection or operation: events_remove, for the profile follows it
    REMOVAL_MOMENT,
    REMOVAL_PLAN,         // one version, as if it had never been added
    REMOVAL_PLAN_REMOVAL, // so that the plan serves as before
    REMOVAL_PLAN_PAUSE,
    REMOVAL_COUNT
};

// ERROR_MISSING where there is no such entry.
bool removal_of(struct store *store, enum removal_kind kind, const char *id, struct error *err);
