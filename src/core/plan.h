// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/profile.h"
#include "core/routine.h"

// What was asked for: a plan as it is written (design section 5), and which one is in force on a
// day (section 6).
//
// Plain values that files/plan_file fills from a file and a test fills by hand. Days are day
// numbers, 1970-01-01 is 0. Texts are valid UTF-8 in the language that was asked for when they were
// read, owned by whoever made the plan.

enum plan_author {
    BY_THERAPIST, // the one whose plan opens `plan` routines
    BY_SELF,
    BY_STARTER,
};

enum {
    PLANS_MAX = 32, // in force at once
    PLAN_ITEMS_MAX = 64,
    PLAN_PER_DAY_MAX = 24,
    PLAN_PAUSES_MAX = 64,
    PLAN_ONLY_MAX = 8,
    PLAN_EVERY_DAY = 0x7f, // bits 1 << 0 Monday to 1 << 6 Sunday
};

// How a routine is to be done, in place of what its file says; a value that is not given is -1.
struct plan_dose {
    int reps, effort;
    int64_t move_ms, hold_ms, rest_ms;
    double tempo;
    enum mirror mirror;
    bool mirror_given;
    const char *only[PLAN_ONLY_MAX]; // names of the steps that are kept beside settling and resting
    int only_count;
};

struct plan_item {
    const char *routine; // its id; NULL: a task
    const char *task;    // a tick, no timer; NULL: a routine
    // What the task is called in each language of its file, ended by NULL: a tick keeps the name it
    // was made under. NULL: a routine.
    const char *const *task_names;
    enum side side; // left, right or none: both
    int per_day;
    unsigned days;            // of the week
    int64_t from, to;         // both included; INT64_MIN and INT64_MAX where not given
    int at[PLAN_PER_DAY_MAX]; // minutes after midnight
    int at_count;
    struct plan_dose dose;
    const char *why, *say, *note; // shown, NULL: none
    const char *despite;          // the therapist's reason, where the routine is closed
};

struct plan_pause {
    int64_t from, to; // both included
    const char *reason;
};

// What a plan asks for as a number.
enum plan_ask {
    ASKS_TWITCH = 1 << 0,
    ASKS_SEVERITY = 1 << 1,
    ASKS_FREQUENCY = 1 << 2,
    ASKS_IMPACT = 1 << 3,
    ASKS_COUNT = 1 << 4,
    ASKS_SESSION = 1 << 5,
};

struct plan {
    const char *id, *title, *author;
    enum plan_author by;
    const char *contact, *goal; // NULL: none
    int64_t from, to;           // both included; INT64_MAX: open
    int64_t review;             // INT64_MAX: none
    bool has_profile;           // else the person's own counts
    unsigned conditions;        // bits 1 << enum profile_word
    enum side affected;
    struct plan_item items[PLAN_ITEMS_MAX];
    int item_count;
    struct plan_pause pauses[PLAN_PAUSES_MAX];
    int pause_count;
    int ceiling;    // face routines a day, 0: not given
    bool asks_told; // whether `asks` says anything
    unsigned asks;  // bits of enum plan_ask
    bool lets_go;   // a minute between two face routines of a chain
};

// A text of a plan with the time from which it holds.
struct plan_version {
    const struct plan *plan;
    int64_t added;   // the day it was added
    int64_t removed; // the day the plan was taken away, which it does not serve any more, in all
                     // its versions so far; INT64_MAX: not
};

// A pause that was entered by the person.
struct plan_rest {
    const char *plan; // its id, NULL: all
    int64_t from, to; // both included
};

// All that was ever asked for.
struct plan_book {
    const struct plan_version *versions; // in the order in which they were added
    int version_count;
    const struct plan_rest *rests;
    int rest_count;
};

// The version of a plan that is in force on a day: the newest one added before that day's end whose
// `from` is not after it. The first version of an id counts from its `from`, also on days before it
// was added. On the day on which a later one is added, the one of the two that asks less. NULL:
// none, because it has not begun, has ended or was removed.
const struct plan *plan_in_force(const struct plan_book *book, const char *id, int64_t day);

// Every plan in force on a day, in the order of their first versions; at most `most`.
int plans_in_force(const struct plan_book *book, int64_t day, const struct plan **plans, int most);

// The first day behind `day` on which that answer can be another one, INT64_MAX: it stays.
int64_t plans_change_after(const struct plan_book *book, int64_t day);

// Whether a plan rests on a day, by its own text or by the person's entry.
bool plan_rests(const struct plan_book *book, const struct plan *plan, int64_t day);

// How often an item is asked for on a day, whatever rests.
int plan_item_due(const struct plan *plan, int item, int64_t day);
