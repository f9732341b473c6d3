// SPDX-License-Identifier: MIT
#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <sys/types.h>
#include <unistd.h>

#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "store/inside.h"
#include "store/intervals.h"
#include "store/session_row.h"
#include "store/sessions.h"
#include "store/statement.h"

// Sessions that nobody plays any more, though their rows still say running.

// One that another living process has just written to is being played there: not to be offered, and
// not to be ended from here. A number that a later process got counts no longer than this.
static bool is_played_elsewhere(int64_t process, int64_t seen_s, struct wall now) {
    int64_t age_s = now.utc_s - seen_s;
    if (process <= 0 || process == getpid() || age_s > SESSION_FRESH_S ||
        age_s < -SESSION_FRESH_S) {
        return false;
    }
    // A signal of number 0 is only asked about; one that is refused would have reached somebody.
    return kill((pid_t)process, 0) == 0 || errno == EPERM;
}

static bool is_over(const struct statement *row, int process_column, int seen_column,
                    struct wall now) {
    return !is_played_elsewhere(statement_column_whole(row, process_column),
                                statement_column_whole(row, seen_column), now);
}

bool sessions_unfinished(struct store *store, struct wall now, struct session_record *record,
                         struct played *played, bool *found, struct error *err) {
    *found = false;
    *record = (struct session_record){0};
    *played = (struct played){0};
    struct statement rows =
        statement_open(store->database, "the last session could not be read",
                       "SELECT " SESSION_COLUMNS ", process, seen_s FROM sessions"
                       " WHERE status = 'running' AND seen_s >= ? AND position_ms > 0"
                       " ORDER BY seen_s DESC, rowid DESC",
                       err);
    statement_whole(&rows, now.utc_s - SESSION_RESUME_S);
    const int process_column = SESSION_COLUMN_COUNT;
    bool good = true;
    while (!*found && good && statement_step(&rows)) {
        if (is_over(&rows, process_column, process_column + 1, now)) {
            good = session_row_read(&rows, record);
            if (good && !intervals_read(session_row_played(&rows), played)) {
                log_warning("what was played of session %s could not be read whole", record->id);
            }
            *found = good;
        }
    }
    if (statement_close(&rows) && good) {
        return true;
    }
    session_record_free(record);
    played_free(played);
    *found = false;
    return false;
}

// What has to become of one session.
struct ended_row {
    char id[UUID_TEXT_MAX];
    bool played;
};
struct ended_rows {
    struct ended_row *rows;
    int count, room;
};

static void add_row(struct ended_rows *ended, const char *id, bool played) {
    if (ended->count == ended->room) {
        ended->room = ended->room ? ended->room * 2 : 8;
        ended->rows = memory_resize(ended->rows, (size_t)ended->room, sizeof *ended->rows);
    }
    struct ended_row *row = &ended->rows[ended->count++];
    text_copy(row->id, sizeof row->id, id);
    row->played = played;
}

static bool find_ended(struct store *store, const char *except, struct wall now,
                       struct ended_rows *ended, struct error *err) {
    // The bound on seen_s leaves none out; with it the few rows are searched in the index.
    struct statement rows =
        statement_open(store->database, "the sessions that broke off could not be read",
                       "SELECT id, played_ms, process, seen_s FROM sessions"
                       " WHERE status = 'running' AND seen_s > 0 AND id IS NOT ?",
                       err);
    statement_text(&rows, except);
    while (statement_step(&rows)) {
        if (is_over(&rows, 2, 3, now)) {
            add_row(ended, statement_column_text(&rows, 0), statement_column_whole(&rows, 1) > 0);
        }
    }
    return statement_close(&rows);
}

static bool end_row(struct store *store, const struct ended_row *row, struct wall now,
                    struct error *err) {
    const char *doing = N_("a session that broke off could not be ended");
    if (!row->played) {
        struct statement remove =
            statement_open(store->database, doing,
                           "DELETE FROM sessions WHERE id = ? AND status = 'running'", err);
        statement_text(&remove, row->id);
        return statement_run(&remove);
    }
    struct statement update = statement_open(
        store->database, doing,
        "UPDATE sessions SET status = 'partial', ended = 'interrupted', process = NULL,"
        " changed_s = ?, changed_offset_min = ? WHERE id = ? AND status = 'running'",
        err);
    statement_whole(&update, now.utc_s);
    statement_whole(&update, now.offset_min);
    statement_text(&update, row->id);
    return statement_run(&update);
}

bool sessions_settle(struct store *store, const char *except, struct wall now, struct error *err) {
    struct ended_rows ended = {0};
    bool done = find_ended(store, except, now, &ended, err);
    // Each is whole in itself; what is not reached now is settled at the next beginning.
    for (int i = 0; done && i < ended.count; i++) {
        done = end_row(store, &ended.rows[i], now, err);
    }
    memory_free(ended.rows);
    return done;
}
