// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/uuid.h"
#include "core/diary.h"
#include "store/store.h"

// Treatments and what else may explain a change (domain.md 8.2). Injections and operations are one
// entry with the profile keys `toxin` and `surgery`: whichever is told, the other follows
// (store/treatments.h).

#define EVENT_OPEN INT64_MIN // as `until_day`: no end was told

struct event {
    char id[UUID_TEXT_MAX];
    enum event_kind kind;
    int64_t day; // local day number of its begin
    bool timed;  // a time was told: `at`, which lies on `day`
    struct wall at;
    int64_t until_day; // its last day, or EVENT_OPEN
    bool rated;        // of an injection: how well it worked was told: `effect`, 0-100 %
    int effect;
    char *note; // owned, NULL: none
};
void event_free(struct event *event);

// Told again for the same kind and day, with the same note or none, it corrects what was told; of
// an injection or operation there is one a day whatever the note. Fills event->id.
bool events_add(struct store *store, struct event *event, struct error *err);
// Replaces all of an entry; the old values go to the audit. ERROR_INPUT where an injection or
// operation would be the second of its day.
bool events_correct(struct store *store, const struct event *event, struct error *err);
bool events_remove(struct store *store, const char *id, struct error *err);

struct event_list {
    struct event *events; // by day, then by time
    int count;
};
// Those that begin on the days from first to last, both included.
bool events_list(struct store *store, int64_t first_day, int64_t last_day, struct event_list *list,
                 struct error *err);
void event_list_free(struct event_list *list);

// The last one of a kind; false in *found where there is none.
bool events_newest(struct store *store, enum event_kind kind, struct event *event, bool *found,
                   struct error *err);
