// SPDX-License-Identifier: MIT
#pragma once

#include "files/catalog.h"
#include "store/sessions.h"

// What the first screen offers, from the routines that are there and what was played lately. Pure:
// knows no window and no clock.

enum offer_kind {
    OFFER_NOTHING, // there is no routine that could be played
    OFFER_FIRST,   // nothing was played yet: the gentle beginning
    OFFER_LATELY,  // what was played last
    OFFER_GO_ON,   // a session that broke off
};

enum { OFFER_LATELY_MAX = 4 };

struct offer {
    enum offer_kind kind;
    int entry;                    // of the catalog; -1 with OFFER_NOTHING
    int breathe;                  // the entry behind "Breathe now", -1: it is not there
    int lately[OFFER_LATELY_MAX]; // others that were played lately, the newest first
    int lately_count;
};

// `broken_off` is the id of a routine that can be gone on with, or NULL. `open` tells of each entry
// whether it may be played now; NULL: all. What may not be is never `entry` nor `breathe`, but it
// may stand under `lately`: its page says why.
struct offer offer_make(const struct catalog *catalog, const struct session_list *history,
                        const char *broken_off, const bool *open);
