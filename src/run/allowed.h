// SPDX-License-Identifier: MIT
#pragma once

#include "core/gating.h"
#include "core/hold.h"
#include "core/limits.h"
#include "run/house.h"
#include "run/past_read.h"
#include "run/profile_read.h"

// Whether a routine may be played by this person now, how much of it, why not, until when and what
// instead: gate, stop rule, dose and limits of core/ brought together over the stored answers and
// sessions.

struct person {
    struct profile profile;
    struct past_held held;
    char trick[ROUTINE_TEXT_MAX * 4 + 1];
    char others[ROUTINE_TEXT_MAX * 4 + 1]; // what to ask a doctor about, in words of her own
    struct wall now;
    int64_t today, next_day_s;
    int toxin_lock_hours;
};

// Everything that is known of her. Without a history (house->store NULL) nothing was told and
// nothing played. The catalogue is read when it was not yet.
bool person_read(struct house *house, struct person *person, struct error *err);
void person_free(struct person *person);

// Counts a routine as done just now: for what comes behind it in a chain.
void person_assume(struct person *person, const struct routine *routine);

// The hold that a session of a routine caused, HOLD_NONE for none: by the moment of its start.
enum hold_reason person_hold_by(const struct person *person, const char *routine,
                                int64_t started_s);

struct allowed {
    struct gating gating;
    struct hold hold;
    struct dose dose;
    struct limit limit;
    bool anyway; // she has said so: the gate counts no more, the limits do
};

struct allowed allowed_for(const struct person *person, const struct routine *routine);

// Neither shut by its gate nor enough for now. Answers that are wanted may still be missing.
bool allowed_now(const struct allowed *allowed);
// Shut by its gate: closed, or by a plan that is not there.
bool allowed_is_shut(const struct allowed *allowed);

// What to play instead of one that is shut or enough for now: one that may be played now. NULL
// where there is none. Borrowed from the catalogue.
const struct routine *allowed_instead(const struct person *person, const struct catalog *catalog,
                                      const struct routine *routine);

// Lays the person over the options of a timeline: words, side, trick, and what her dose and her
// limits allow. What she has adjusted is left as it is.
void allowed_apply(const struct allowed *allowed, const struct person *person,
                   struct timeline_options *options);
