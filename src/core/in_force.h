// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan.h"

// What the plans in force on a day say about a routine, and about the day as a whole. Pure.
//
// An item says something on the days from its `from` to its `to`, whatever the days of the week:
// who plays what is asked for on Mondays on a Tuesday plays it as it was asked for. A plan that
// rests asks for nothing that day and opens what it names all the same.

struct in_force {
    const struct plan *plans[PLANS_MAX]; // in the order in which they were first added
    int count;
    int64_t day;
};
struct in_force in_force_on(const struct plan_book *book, int64_t day);

// Whether an item of a plan in force speaks of a routine on that day.
bool in_force_names(const struct plan *plan, int item, int64_t day, const char *routine);

// What therapists say of a routine: theirs alone open what is written `plan`, set the dose and say
// how often.
struct in_force_word {
    const struct plan *plan;         // the first that names it, or gives its reason; NULL: none
    const struct plan *despite_plan; // that gives a reason although it is closed, NULL: none
    const char *despite;             // in her words
    int per_day;                     // that day, all sides; on another day of the week that of
                                     // the item that asks for most
};
struct in_force_word in_force_word_of(const struct in_force *in_force, const char *routine);

// How many face routines a day: what a therapist's plan gives, else FACE_CEILING (core/limits.h);
// of several the least. A plan of the person's own goes below and not above.
int in_force_ceiling(const struct in_force *in_force);

// What is asked for as a number, bits of enum plan_ask: all that any plan which says anything asks
// for. False: none says anything.
bool in_force_asks(const struct in_force *in_force, unsigned *asks);
