// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/uuid.h"
#include "core/played.h"
#include "core/routine.h"
#include "core/session.h"
#include "store/store.h"

// Sessions as rows. A session is written when it starts, its progress at every step boundary and at
// least every five seconds, its end when it ends.

struct session_record {
    char id[UUID_TEXT_MAX];
    char chain[UUID_TEXT_MAX]; // "" when it is no member of one
    char routine[ROUTINE_ID_MAX + 1];
    char title[ROUTINE_TITLE_MAX * 4 + 1];
    enum category category;
    struct wall started;
    struct wall seen; // the last checkpoint
    enum session_status status;
    enum ending ending;
    enum why why;
    int64_t played_ms, planned_ms;
    int64_t position_ms; // where it stood
    int section;         // gates passed
    int before, after;   // 0-10, -1: not given
    enum feel feel;
    char source[16]; // "played" or "ticked"
    char side[8];    // "left", "right" or ""
    bool anyway;     // played against its gate
    char plan[ROUTINE_ID_MAX + 1];
    char *note;    // owned, NULL: none
    char *options; // owned: how it was adjusted, as text that sitting.c can read again; NULL: as
                   // written
};
void session_record_free(struct session_record *record);

// A new running session; fills record->id when it is empty.
bool sessions_start(struct store *store, struct session_record *record, struct error *err);

// Progress: position, section, played intervals, the moment. Durable against a crash of the
// program; against a crash of the machine up to the last five seconds may be missing.
bool sessions_checkpoint(struct store *store, const char *id, int64_t position_ms, int section,
                         const struct played *played, struct wall now, struct error *err);

// Ends it (or corrects its end): status, ending, why, played, ratings, feel, note, options
// (NULL leaves them). Durable when it returns. One of which nothing was played (played_ms 0) is
// removed. A value that was given before and is now another leaves its old form in the audit.
bool sessions_finish(struct store *store, const struct session_record *record, struct error *err);

// Sets a rating afterwards: `before`, `after` as in the record, feel FEEL_NONE leaves it.
bool sessions_rate(struct store *store, const char *id, int before, int after, enum feel feel,
                   struct error *err);

// Replaces what a person can tell of a session that has ended: when it began, how long it was, how
// it ended and why, its ratings, feel, note and options (NULL leaves them); the old values go to
// the audit. ERROR_MISSING where
// there is none or it still runs.
bool sessions_correct(struct store *store, const struct session_record *record, struct error *err);

// The newest session that is still marked as running, seen at most SESSION_RESUME_S before `now`
// and at a position above 0. *found tells whether there is one. played intervals are added to
// *played (initialised here; the caller frees it). One that another living process has written to
// within SESSION_FRESH_S is being played there and is not offered.
bool sessions_unfinished(struct store *store, struct wall now, struct session_record *record,
                         struct played *played, bool *found, struct error *err);

// Marks every running session but `except` (NULL: none) that was last seen before `now` as partial
// (interrupted), with what was reached; those at 0 played are removed. Called when a new sitting
// begins and when an offer was declined. What another living process plays is left alone.
bool sessions_settle(struct store *store, const char *except, struct wall now, struct error *err);

struct session_list {
    struct session_record *records; // oldest first
    int count;
};
// Days are local day numbers of the start, both included; INT64_MIN / INT64_MAX for open ends.
// Sessions with nothing played are left out; running ones whose checkpoint is older than
// SESSION_FRESH_S show as partial.
bool sessions_list(struct store *store, int64_t first_day, int64_t last_day, int day_starts_min,
                   struct wall now, struct session_list *list, struct error *err);
void session_list_free(struct session_list *list);

// How many sessions of a routine there are with something played.
bool sessions_count(struct store *store, const char *routine, int *count, struct error *err);
