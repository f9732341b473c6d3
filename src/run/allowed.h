// SPDX-License-Identifier: MIT
#pragma once

#include "core/gating.h"
#include "core/hold.h"
#include "core/limits.h"
#include "core/today.h"
#include "run/house.h"
#include "run/past_read.h"
#include "run/plan_shelf.h"
#include "run/profile_read.h"

// Whether a routine may be played by this person now, how much of it, why not, until when and what
// instead: gate, stop rule, dose and limits of core/ brought together over the stored answers,
// sessions and plans.
//
// Plans are those in force today. A therapist's opens what it names, sets the dose and how often;
// of any plan the item that is still to be done is the one a routine is played for.

struct person {
    struct profile profile;
    struct past_held held;
    struct plan_shelf shelf;
    struct in_force in_force; // today; borrows from the shelf
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

// Counts a routine as done just now, on one side or on all: for what comes behind it in a chain.
void person_assume(struct person *person, const struct routine *routine, enum side side);

// The routine of an id: one that travels inside a plan in force which asks for it, else the
// catalogue's. NULL: there is none, or it has a fault.
const struct routine *person_routine(const struct person *person, const struct catalog *catalog,
                                     const char *id);
// By what a person typed, as catalog_open does, the plans' own first. `*own` is freed by the caller
// in either case.
const struct routine *person_open_routine(const struct house *house, const struct person *person,
                                          const char *what, struct routine *own, struct error *err);
// Those that travel inside the plans in force and are asked for there; at most `most`.
int person_own_routines(const struct person *person, const struct routine *own[], int most);

// What of today's is done, and the items of today.
enum { PERSON_DONE_MAX = 512 };
struct person_done {
    struct done_session sessions[PERSON_DONE_MAX]; // borrow from the person
    struct today_done done;                        // borrows the sessions; without ticks
};
void person_done(const struct person *person, struct person_done *done);

// The hold that each session of held.past caused, HOLD_NONE for none. The caller frees it.
enum hold_reason *person_holds(const struct person *person);

struct allowed {
    struct in_force_word word; // what therapists' plans say of it; borrows from the person
    struct today_place place;  // the item that it is played for
    struct gating gating;
    struct hold hold;
    struct dose dose;
    struct limit limit;
    bool anyway; // she has said so: the gate counts no more, the limits do
};

struct allowed allowed_for(const struct person *person, const struct routine *routine);
// The same where one side is wanted: an item for that side is the one it is played for.
struct allowed allowed_for_side(const struct person *person, const struct routine *routine,
                                enum side side);

// Neither shut by its gate nor enough for now. Answers that are wanted may still be missing.
bool allowed_now(const struct allowed *allowed);
// Shut by its gate: closed, or by a plan that is not there.
bool allowed_is_shut(const struct allowed *allowed);

// What to play instead of one that is shut or enough for now: one that may be played now. NULL
// where there is none. Borrowed from the catalogue.
const struct routine *allowed_instead(const struct person *person, const struct catalog *catalog,
                                      const struct routine *routine);

// Lays the person over the options of a timeline that are as written: the item that it is played
// for, words, side, trick, and what her dose and her limits allow.
void allowed_apply(const struct allowed *allowed, const struct person *person,
                   const struct routine *routine, struct timeline_options *options);
