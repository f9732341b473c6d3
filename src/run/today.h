// SPDX-License-Identifier: MIT
#pragma once

#include "run/allowed.h"

// Today, as a person sees it: what the plans in force ask for, what of it is done, what may be done
// now, and what comes later. The window's first screen, `repose today` and `play --today` all show
// this one value.
//
// What is left once the day's ceiling of face routines is reached, or rests until tomorrow, is no
// longer open and never counted as left (design section 5): it is enough for today.

enum today_state {
    TODAY_DONE,   // as often as it was asked for
    TODAY_NOW,    // may be done now, and its time has come
    TODAY_LATER,  // today, but not yet: by its time, or because the skin rests
    TODAY_ENOUGH, // not today any more, by the ceiling or another limit
    TODAY_SHUT,   // its gate is shut (`allowed` says why), or its routine has gone
    TODAY_STATES
};
extern const char *const today_state_words[TODAY_STATES];

// One item of a plan. A task is a tick: NOW until it is done.
struct today_row {
    const struct plan *plan;       // borrowed from `person`, like all below
    const struct plan_item *item;  // title, note, why, side, times
    int number;                    // of the item in its plan, from 0
    const struct routine *routine; // of the plan itself or the catalogue; NULL: a task, or gone
    enum today_state state;
    int due, done;
    int open;               // of what is not done, how often it is still possible today
    int next_at;            // minutes after midnight of the next of its times, -1: at any time
    int64_t opens_s;        // UTC, when it comes next; 0: now, or not by itself
    int64_t length_ms;      // of one time, as she would play it; 0 of a task
    struct allowed allowed; // of a routine, played for this item
};

struct today {
    struct person person; // owned; what it was worked out from
    int64_t day;
    enum day_kind kind;     // DAY_FREE: nothing is asked for; a rest day where has_plan
    bool has_plan;          // some plan is in force
    bool enough;            // the ceiling is reached, with some of it not done
    struct today_row *rows; // owned, in the order of the plans and their items
    int count;
    int due, done;   // of routines, all sides and plans; tasks apart
    int open;        // routines that are still possible, each time counted
    int64_t open_ms; // how long these take
    int64_t next_s;  // UTC, when the next of LATER comes; 0: none
};

// Reads the person anew. The caller calls today_free, after a failure too.
bool today_read(struct house *house, struct today *today, struct error *err);
void today_free(struct today *today);

// How long a routine takes one time, with her dose and her wishes; 0 where nothing is left of it.
int64_t today_length_ms(const struct house *house, const struct person *person,
                        const struct routine *routine, const struct allowed *allowed);

// What `play --today` plays, in order: each row that is NOW once. What comes earlier counts against
// the limits of what comes later, so that all of it can be played in one go. The ids borrow from
// the rows; at most `most`. *length_ms is how long it takes, without the pauses between; NULL: not
// wanted.
enum { TODAY_CHAIN_MAX = 24 };
int today_chain(const struct today *today, const char *ids[TODAY_CHAIN_MAX], int64_t *length_ms);

// The name of a row: the routine's title (its id where it has gone), or the task. Borrowed.
const char *today_row_title(const struct today_row *row);

// Whether two names mean the same task: written otherwise in capitals they do.
bool today_same_task(const char *one, const char *other);
// What a plan of that day calls the task that was ticked, perhaps in another language; the name
// itself where none has it. Borrowed from the plan or from the caller.
const char *today_task_meant(const struct in_force *in_force, const char *name);
