// SPDX-License-Identifier: MIT
#pragma once

#include "run/house.h"
#include "store/days.h"
#include "store/events.h"
#include "store/moments.h"
#include "store/ratings.h"
#include "store/removal.h"
#include "store/sessions.h"
#include "store/weeks.h"

// One entry of the diary, whatever it is, as a value: so that it can be put where it was, taken
// away, and both be undone by putting the one that stood there before.

struct diary_entry {
    enum removal_kind kind;
    int64_t day; // that it belongs to; of a week its Monday
    union {
        struct rating rating;
        struct day_form form;
        struct week_form week;
        struct event event;
        struct moment moment;
        struct session_record session;
    };
};
void diary_entry_free(struct diary_entry *entry);
// A copy that owns its texts.
struct diary_entry diary_entry_copy(const struct diary_entry *entry);
// Its UUID, "" where it is not kept.
const char *diary_entry_id(const struct diary_entry *entry);
// Where its UUID stands, of an event, a moment or a session; NULL: a day or a week has one of it,
// which is found by that.
char *diary_entry_id_place(struct diary_entry *entry);
// With nothing told: a rating (-1), a form or a week of that day.
struct diary_entry diary_entry_empty(const struct house *house, enum removal_kind kind,
                                     int64_t day);

// What is told for a day: of ratings, forms and weeks, of which there is one. Without any,
// *found is false and the entry is an empty one.
bool diary_entry_find(struct house *house, enum removal_kind kind, int64_t day,
                      struct diary_entry *entry, bool *found, struct error *err);

// Makes the history hold exactly this. A rating, a form or a week takes the place of what was told
// for its day, and one that tells nothing takes it away; where its moment or day is another one
// than `day` it moves there, which is refused (ERROR_INPUT) where one stands. An event, a moment or
// a session with an id is corrected, without one it is new. Fills the id and `day`. What stood
// there before stays in the audit.
bool diary_entry_put(struct house *house, struct diary_entry *entry, struct error *err);
bool diary_entry_take(struct house *house, const struct diary_entry *entry, struct error *err);

struct diary_entry_list {
    struct diary_entry *entries; // the newest first
    int count;
};
// All of the first go and all of the others are put, or nothing changes. Fills their ids.
bool diary_entries_exchange(struct house *house, const struct diary_entry_list *taken,
                            struct diary_entry_list *added, struct error *err);
// At the end of a list; the entry is the list's from now on.
void diary_entry_list_add(struct diary_entry_list *list, const struct diary_entry *entry);

// All of the days from first to last; sessions too.
bool diary_entries_read(struct house *house, int64_t first, int64_t last,
                        struct diary_entry_list *list, struct error *err);
void diary_entry_list_free(struct diary_entry_list *list);
