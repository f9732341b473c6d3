// SPDX-License-Identifier: MIT
#include <stddef.h>

#include "base/memory.h"
#include "store/inside.h"
#include "store/session_row.h"
#include "store/sessions.h"
#include "store/span.h"
#include "store/statement.h"

static void show_broken_off(struct session_record *record, struct wall now) {
    if (record->status == SESSION_RUNNING && now.utc_s - record->seen.utc_s > SESSION_FRESH_S) {
        record->status = SESSION_PARTIAL;
        record->ending = ENDING_INTERRUPTED;
    }
}

static struct session_record *append(struct session_list *list, int *room) {
    if (list->count == *room) {
        *room = *room ? *room * 2 : 32;
        list->records = memory_resize(list->records, (size_t)*room, sizeof *list->records);
    }
    return &list->records[list->count];
}

bool sessions_list(struct store *store, int64_t first_day, int64_t last_day, int day_starts_min,
                   struct wall now, struct session_list *list, struct error *err) {
    *list = (struct session_list){0};
    int room = 0;
    struct statement rows =
        statement_open(store->database, "the sessions could not be read",
                       "SELECT " SESSION_COLUMNS " FROM sessions"
                       " WHERE started_local_s >= ? AND started_local_s < ? AND played_ms > 0"
                       " ORDER BY started_s, rowid",
                       err);
    span_give(&rows, first_day, last_day, day_starts_min);
    bool done = true;
    while (done && statement_step(&rows)) {
        struct session_record *record = append(list, &room);
        done = session_row_read(&rows, record);
        if (done) {
            show_broken_off(record, now);
            list->count++;
        }
    }
    done = statement_close(&rows) && done;
    if (!done) {
        session_list_free(list);
    }
    return done;
}

void session_list_free(struct session_list *list) {
    for (int i = 0; i < list->count; i++) {
        session_record_free(&list->records[i]);
    }
    memory_free(list->records);
    *list = (struct session_list){0};
}

bool sessions_count(struct store *store, const char *routine, int *count, struct error *err) {
    struct statement rows =
        statement_open(store->database, "the sessions could not be counted",
                       "SELECT count(*) FROM sessions WHERE routine = ? AND played_ms > 0", err);
    statement_text(&rows, routine);
    *count = statement_step(&rows) ? (int)statement_column_whole(&rows, 0) : 0;
    return statement_close(&rows);
}
