// SPDX-License-Identifier: MIT
#pragma once

#include "core/adherence.h"
#include "core/past.h"
#include "files/catalog.h"
#include "run/house.h"
#include "store/store.h"

// The sessions so far as core/past.h wants them. What a session was (warm, of the face ...) comes
// from its routine in the catalogue or, where that is gone, from its category.

struct past_held {
    struct past past;
    struct past_session *sessions; // owned: what `past` points at
    int64_t moved_s;               // when a session last moved the face, 0: never
};

// NULL for the store: nothing was played.
bool past_read(struct store *store, const struct catalog *catalog, int day_starts_min,
               struct wall now, struct past_held *held, struct error *err);
// The days of sessions in which a warm compress was begun, from first to last, both included: one
// entry a session, oldest first. The caller frees *days. Where there cannot be so many of them, on
// the last day or on so many days, it is empty: then no routine need be read, which takes longer
// than all the rest.
struct past_warm_least {
    int on_last, days;
};
bool past_read_warm(struct house *house, int64_t first_day, int64_t last_day,
                    struct past_warm_least least, int64_t **days, int *count, struct error *err);

// Where the compresses of a routine are laid, enum compress_area; -1 where it is not fixed, or in
// several places.
int past_compress_area(const struct routine *routine);

void past_held_free(struct past_held *held);
// A copy to add to; freed like the other.
void past_held_copy(const struct past_held *held, struct past_held *copy);

// Whether there is any session of a routine.
bool past_holds(const struct past *past, const char *routine);

// A session of this routine that was done to its end at a moment, on one side or on all.
void past_add(struct past_held *held, const struct routine *routine, enum side side,
              int64_t ended_s, int64_t day);

// The sessions of a day as they count for a plan. At most `most`; borrows from `past`.
int past_done_on(const struct past *past, int64_t day, struct done_session *done, int most);
