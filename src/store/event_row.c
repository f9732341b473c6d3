// SPDX-License-Identifier: MIT
#include "store/event_row.h"

#include <stddef.h>

#include "base/text.h"
#include "core/vocabulary.h"
#include "store/entry.h"
#include "store/inside.h"

const char *const event_reading = N_("the events could not be read");
static const char *const storing = N_("the event could not be stored");

bool event_row_read(const struct statement *row, struct event *event) {
    enum { ID, KIND, DAY, AT, OFFSET, UNTIL, NOTE, EFFECT };
    const char *word = statement_column_text(row, KIND);
    int kind = vocabulary_find(event_words, EVENT_COUNT, word);
    if (kind < 0) {
        return error_set(row->err, ERROR_STORE,
                         "the history holds the word \"%s\", which this version does not know",
                         word);
    }
    *event = (struct event){
        .kind = (enum event_kind)kind,
        .day = statement_column_whole(row, DAY),
        .timed = !statement_column_is_null(row, AT),
        .at = {.utc_s = statement_column_whole(row, AT),
               .offset_min = (int)statement_column_whole(row, OFFSET)},
        .until_day =
            statement_column_is_null(row, UNTIL) ? EVENT_OPEN : statement_column_whole(row, UNTIL),
        .rated = !statement_column_is_null(row, EFFECT),
        .effect = (int)statement_column_whole(row, EFFECT),
        .note = entry_text(row, NOTE),
    };
    text_copy(event->id, sizeof event->id, statement_column_text(row, ID));
    return true;
}

bool event_row_take(struct statement *row, struct event *event, bool *found) {
    *found = statement_step(row);
    bool right = !*found || event_row_read(row, event);
    *found = *found && right;
    return statement_close(row) && right;
}

bool event_row_find(struct store *store, enum event_kind kind, int64_t day, struct event *event,
                    bool *found, struct error *err) {
    struct statement row =
        statement_open(store->database, event_reading,
                       "SELECT " EVENT_COLUMNS " FROM events WHERE kind = ? AND day = ?"
                       " ORDER BY changed_s DESC, id DESC LIMIT 1",
                       err);
    statement_text(&row, event_words[kind]);
    statement_whole(&row, day);
    return event_row_take(&row, event, found);
}

bool event_row_write(struct store *store, struct event *event, bool anew, struct error *err) {
    static const char insert[] =
        "INSERT INTO events (kind, day, at_s, at_offset_min, until_day, note, effect,"
        " changed_s, changed_offset_min, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    static const char update[] =
        "UPDATE events SET kind = ?, day = ?, at_s = ?, at_offset_min = ?, until_day = ?,"
        " note = ?, effect = ?, changed_s = ?, changed_offset_min = ? WHERE id = ?";
    if (anew) {
        uuid_make(event->id);
    }
    struct statement statement =
        statement_open(store->database, storing, anew ? insert : update, err);
    statement_text(&statement, event_words[event->kind]);
    statement_whole(&statement, event->day);
    if (event->timed) {
        entry_give_moment(&statement, event->at);
    } else {
        statement_null(&statement);
        statement_null(&statement);
    }
    if (event->until_day == EVENT_OPEN) {
        statement_null(&statement);
    } else {
        statement_whole(&statement, event->until_day);
    }
    entry_give_text(&statement, event->note);
    entry_give_number(&statement, event->rated && event->kind == EVENT_TOXIN ? event->effect : -1);
    entry_give_moment(&statement, clock_wall_now(&store->clock));
    statement_text(&statement, event->id);
    return statement_run(&statement) &&
           (sqlite3_changes(store->database) > 0 ||
            error_set(err, ERROR_MISSING, "there is no entry %s in the history", event->id));
}
