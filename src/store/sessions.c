// SPDX-License-Identifier: MIT
#include "store/sessions.h"

#include <assert.h>
#include <stddef.h>
#include <unistd.h>

#include "base/memory.h"
#include "store/inside.h"
#include "store/intervals.h"
#include "store/statement.h"

// NULL for a text that was not given.
static const char *given(const char *text) {
    return text && *text ? text : NULL;
}

static void give_rating(struct statement *statement, int rating) {
    if (rating < 0) {
        statement_null(statement);
    } else {
        statement_whole(statement, rating);
    }
}

static void give_moment(struct statement *statement, struct wall wall) {
    statement_whole(statement, wall.utc_s);
    statement_whole(statement, wall.offset_min);
}

static bool missing(const char *id, struct error *err) {
    return error_set(err, ERROR_MISSING, "there is no session %s in the history", id);
}

void session_record_free(struct session_record *record) {
    memory_free(record->note);
    memory_free(record->options);
    record->note = NULL;
    record->options = NULL;
}

static void give_record(struct statement *insert, const struct session_record *record) {
    statement_text(insert, record->id);
    statement_text(insert, given(record->chain));
    statement_text(insert, record->routine);
    statement_text(insert, record->title);
    statement_text(insert, category_words[record->category]);
    statement_text(insert, given(record->side));
    statement_text(insert, record->source[0] ? record->source : "played");
    statement_text(insert, given(record->plan));
    statement_whole(insert, record->anyway);
    statement_text(insert, record->options);
    statement_text(insert, record->note);
    give_moment(insert, record->started);
    give_moment(insert, record->started);
    statement_whole(insert, record->planned_ms);
    statement_whole(insert, record->position_ms);
    statement_whole(insert, record->section);
    give_rating(insert, record->before);
    statement_whole(insert, getpid());
}

bool sessions_start(struct store *store, struct session_record *record, struct error *err) {
    if (!record->id[0]) {
        uuid_make(record->id);
    }
    record->seen = record->started;
    record->status = SESSION_RUNNING;
    record->ending = ENDING_NONE;
    struct statement insert = statement_open(
        store->database, "the session could not be recorded",
        "INSERT INTO sessions (id, chain, routine, title, category, side, source, plan, anyway,"
        " options, note, started_s, started_offset_min, seen_s, seen_offset_min, planned_ms,"
        " position_ms, section, rated_before, process, changed_s, changed_offset_min,"
        " status, played_ms, played)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
        " 'running', 0, '')",
        err);
    give_record(&insert, record);
    give_moment(&insert, clock_wall_now(&store->clock));
    return statement_run(&insert);
}

// How soon the disk must have what is written next. Within a transaction it stays as it is.
static void set_durable(struct store *store, bool durable) {
    struct error ignored;
    if (sqlite3_get_autocommit(store->database)) {
        statement_script(store->database, "the session could not be recorded",
                         durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL",
                         &ignored);
    }
}

bool sessions_checkpoint(struct store *store, const char *id, int64_t position_ms, int section,
                         const struct played *played, struct wall now, struct error *err) {
    assert(played);
    struct text_builder intervals = {0};
    intervals_write(played, &intervals);
    set_durable(store, false);
    // Whoever plays it knows best that it runs, even when another process took it for broken off.
    struct statement update = statement_open(
        store->database, "the progress of the session could not be recorded",
        "UPDATE sessions SET position_ms = ?, section = ?, played = ?, played_ms = ?, seen_s = ?,"
        " seen_offset_min = ?, changed_s = ?, changed_offset_min = ?, process = ?,"
        " status = 'running', ended = NULL WHERE id = ?",
        err);
    statement_whole(&update, position_ms);
    statement_whole(&update, section);
    statement_text(&update, intervals.text);
    statement_whole(&update, played_ms(played));
    give_moment(&update, now);
    give_moment(&update, now);
    statement_whole(&update, getpid());
    statement_text(&update, id);
    bool done = statement_run(&update);
    set_durable(store, true);
    text_builder_free(&intervals);
    return done && (sqlite3_changes(store->database) > 0 || missing(id, err));
}

// Nothing played is nothing to remember.
static bool remove_session(struct store *store, const char *id, struct error *err) {
    struct statement statement = statement_open(store->database, "the session could not be removed",
                                                "DELETE FROM sessions WHERE id = ?", err);
    statement_text(&statement, id);
    return statement_run(&statement);
}

bool sessions_finish(struct store *store, const struct session_record *record, struct error *err) {
    assert(record->status != SESSION_RUNNING && record->ending != ENDING_NONE);
    if (record->played_ms == 0) {
        return remove_session(store, record->id, err);
    }
    struct statement update = statement_open(
        store->database, "the end of the session could not be recorded",
        "UPDATE sessions SET status = ?, ended = ?, why = ?, played_ms = ?, position_ms = ?,"
        " section = ?, seen_s = max(seen_s, ?), seen_offset_min = ?, rated_before = ?,"
        " rated_after = ?, feel = ?, note = ?, options = coalesce(?, options), process = NULL, "
        "changed_s = ?,"
        " changed_offset_min = ? WHERE id = ?",
        err);
    statement_text(&update, session_status_words[record->status]);
    statement_text(&update, ending_words[record->ending]);
    statement_text(&update, why_words[record->why]);
    statement_whole(&update, record->played_ms);
    statement_whole(&update, record->position_ms);
    statement_whole(&update, record->section);
    give_moment(&update, record->seen.utc_s ? record->seen : clock_wall_now(&store->clock));
    give_rating(&update, record->before);
    give_rating(&update, record->after);
    statement_text(&update, feel_words[record->feel]);
    statement_text(&update, record->note);
    statement_text(&update, record->options);
    give_moment(&update, clock_wall_now(&store->clock));
    statement_text(&update, record->id);
    return statement_run(&update) &&
           (sqlite3_changes(store->database) > 0 || missing(record->id, err));
}

bool sessions_correct(struct store *store, const struct session_record *record, struct error *err) {
    assert(record->status != SESSION_RUNNING && record->ending != ENDING_NONE);
    struct statement update = statement_open(
        store->database, "the session could not be corrected",
        "UPDATE sessions SET started_s = ?, started_offset_min = ?, seen_s = ?,"
        " seen_offset_min = ?, status = ?, ended = ?, why = ?, played_ms = ?, rated_before = ?,"
        " rated_after = ?, feel = ?, note = ?, options = coalesce(?, options), changed_s = ?,"
        " changed_offset_min = ? WHERE id = ? AND status <> 'running'",
        err);
    give_moment(&update, record->started);
    give_moment(&update, record->seen);
    statement_text(&update, session_status_words[record->status]);
    statement_text(&update, ending_words[record->ending]);
    statement_text(&update, why_words[record->why]);
    statement_whole(&update, record->played_ms);
    give_rating(&update, record->before);
    give_rating(&update, record->after);
    statement_text(&update, feel_words[record->feel]);
    statement_text(&update, record->note);
    statement_text(&update, record->options);
    give_moment(&update, clock_wall_now(&store->clock));
    statement_text(&update, record->id);
    return statement_run(&update) &&
           (sqlite3_changes(store->database) > 0 || missing(record->id, err));
}

bool sessions_rate(struct store *store, const char *id, int before, int after, enum feel feel,
                   struct error *err) {
    struct statement update = statement_open(
        store->database, "the rating could not be recorded",
        "UPDATE sessions SET rated_before = coalesce(?, rated_before),"
        " rated_after = coalesce(?, rated_after), feel = coalesce(?, feel), changed_s = ?,"
        " changed_offset_min = ? WHERE id = ?",
        err);
    give_rating(&update, before);
    give_rating(&update, after);
    statement_text(&update, feel_words[feel]);
    give_moment(&update, clock_wall_now(&store->clock));
    statement_text(&update, id);
    return statement_run(&update) && (sqlite3_changes(store->database) > 0 || missing(id, err));
}
