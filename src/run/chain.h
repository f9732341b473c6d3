// SPDX-License-Identifier: MIT
#pragma once

#include "base/uuid.h"
#include "run/prepare.h"

// Several routines one after the other, as one sitting: each is a record of its own, joined by an
// id. One alone is a chain of one, without an id.

struct chain {
    struct preparation **members; // owned
    int count;
    char id[UUID_TEXT_MAX]; // "" for one alone
    // For going to sleep (domain.md 12): no sound of an end, the last half minute fades away, the
    // number after is asked next morning (run/night.h), and nothing lies on the skin.
    bool bedtime;
};

// Prepares every routine of the request. What comes earlier counts against the limits of what comes
// later, as if it were done. The caller calls chain_free, after a failure too.
bool chain_prepare(struct house *house, const struct play_request *request, struct chain *chain,
                   struct error *err);
// A chain of the one session that broke off (prepare_resume), at bedtime if it was. The caller
// calls chain_free.
bool chain_resume(struct house *house, struct chain *chain, bool *found, struct error *err);
void chain_free(struct chain *chain);

// What was told before one member holds for those behind it. False: err says whose wishes no longer
// fit.
bool chain_told(struct chain *chain, int member, struct error *err);

// Puts a minute of letting go between two face routines and, with `at_end`, behind a small dose
// that comes last (domain.md 4.5 and 12). A plan with `between = "none"` has none. Once, when every
// member is settled.
void chain_lay_pauses(struct house *house, struct chain *chain, bool at_end);

// Whether a number before and after is wanted for one of them at least (run/rating.h).
bool chain_is_rated(const struct chain *chain, const struct house *house);

// The options of the sitting of one member, as the request and its place in the chain have them.
struct sitting_options chain_options(const struct chain *chain, int member,
                                     const struct house *house, const struct play_request *request);

// Ends it behind a member.
void chain_cut(struct chain *chain, int member);
