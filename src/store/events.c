// SPDX-License-Identifier: MIT
#include "store/events.h"

#include <stddef.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "store/entry.h"
#include "store/event_row.h"
#include "store/inside.h"
#include "store/removal.h"
#include "store/treatments.h"

void event_free(struct event *event) {
    memory_free(event->note);
    event->note = NULL;
}

void event_list_free(struct event_list *list) {
    for (int i = 0; i < list->count; i++) {
        event_free(&list->events[i]);
    }
    memory_free(list->events);
    *list = (struct event_list){0};
}

bool events_list(struct store *store, int64_t first_day, int64_t last_day, struct event_list *list,
                 struct error *err) {
    *list = (struct event_list){0};
    int room = 0;
    bool done = true;
    struct statement rows =
        statement_open(store->database, event_reading,
                       "SELECT " EVENT_COLUMNS " FROM events WHERE day BETWEEN ? AND ?"
                       " ORDER BY day, coalesce(at_s, 0), id",
                       err);
    statement_whole(&rows, first_day);
    statement_whole(&rows, last_day);
    while (done && statement_step(&rows)) {
        if (list->count == room) {
            room = room ? room * 2 : 16;
            list->events = memory_resize(list->events, (size_t)room, sizeof *list->events);
        }
        done = event_row_read(&rows, &list->events[list->count]);
        list->count += done;
    }
    done = statement_close(&rows) && done;
    if (!done) {
        event_list_free(list);
    }
    return done;
}

static bool is_same(const struct event *event, const struct event *before) {
    return treatment_key(event->kind) || !event->note ||
           (before->note && strcmp(event->note, before->note) == 0);
}

// Takes over what was told of it before and is not told now.
static void join(struct event *event, struct event *before) {
    text_copy(event->id, sizeof event->id, before->id);
    if (!event->timed && before->timed) {
        event->timed = true;
        event->at = before->at;
    }
    if (event->until_day == EVENT_OPEN) {
        event->until_day = before->until_day;
    }
    if (!event->rated) {
        event->rated = before->rated;
        event->effect = before->effect;
    }
    if (!event->note) {
        event->note = before->note;
        before->note = NULL;
    }
}

bool events_add(struct store *store, struct event *event, struct error *err) {
    struct event before = {0};
    bool own, found = false;
    if (!entry_begin(store, &own, err)) {
        return false;
    }
    bool right = event_row_find(store, event->kind, event->day, &before, &found, err);
    bool again = found && is_same(event, &before);
    if (again) {
        join(event, &before);
    }
    right = right && event_row_write(store, event, !again, err) &&
            treatments_follow_event(store, event->kind, err);
    event_free(&before);
    return entry_end(store, own, right, err);
}

// The profile follows an injection and an operation, whichever it was and is.
static bool follow_both(struct store *store, struct error *err) {
    return treatments_follow_event(store, EVENT_TOXIN, err) &&
           treatments_follow_event(store, EVENT_SURGERY, err);
}

// Of an injection or operation there is one a day; what two joined histories left may stay.
static bool has_place(struct store *store, const struct event *event, struct error *err) {
    if (!treatment_key(event->kind)) {
        return true;
    }
    struct statement row =
        statement_open(store->database, event_reading,
                       "SELECT EXISTS (SELECT 1 FROM events WHERE kind = ?1 AND day = ?2)"
                       " AND NOT EXISTS (SELECT 1 FROM events WHERE kind = ?1 AND day = ?2"
                       " AND id = ?3)",
                       err);
    statement_text(&row, event_words[event->kind]);
    statement_whole(&row, event->day);
    statement_text(&row, event->id);
    bool taken = statement_step(&row) && statement_column_whole(&row, 0) != 0;
    return statement_close(&row) &&
           (!taken || error_set(err, ERROR_INPUT,
                                "for that day it is told already; correct or delete that one "
                                "first"));
}

bool events_correct(struct store *store, const struct event *event, struct error *err) {
    struct event now = *event;
    bool own;
    if (!entry_begin(store, &own, err)) {
        return false;
    }
    bool right = has_place(store, event, err) && event_row_write(store, &now, false, err) &&
                 follow_both(store, err);
    return entry_end(store, own, right, err);
}

bool events_remove(struct store *store, const char *id, struct error *err) {
    bool own;
    if (!entry_begin(store, &own, err)) {
        return false;
    }
    bool right = removal_of(store, REMOVAL_EVENT, id, err) && follow_both(store, err);
    return entry_end(store, own, right, err);
}

bool events_newest(struct store *store, enum event_kind kind, struct event *event, bool *found,
                   struct error *err) {
    struct statement row =
        statement_open(store->database, event_reading,
                       "SELECT " EVENT_COLUMNS " FROM events WHERE kind = ?"
                       " ORDER BY day DESC, coalesce(at_s, 0) DESC, id DESC LIMIT 1",
                       err);
    statement_text(&row, event_words[kind]);
    return event_row_take(&row, event, found);
}
