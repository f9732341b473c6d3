// SPDX-License-Identifier: MIT
#include <stddef.h>
#include <string.h>

#include "base/text.h"
#include "core/session.h"
#include "store/entry.h"
#include "store/facts.h"
#include "store/inside.h"
#include "store/span.h"
#include "store/statement.h"

// The columns of the index `sessions_facts`, which has all of them: no row of the table is touched.
enum column {
    COLUMN_STARTED,
    COLUMN_OFFSET,
    COLUMN_ROUTINE,
    COLUMN_SIDE,
    COLUMN_STATUS,
    COLUMN_ENDED,
    COLUMN_SOURCE,
    COLUMN_PLAYED_MS,
    COLUMN_SEEN,
    COLUMN_CHAIN,
    COLUMN_BEFORE,
    COLUMN_AFTER
};

enum { ROOM_FIRST = 64, MINUTE_S = 60 };

// What is read, and how it grows.
struct gathering {
    struct statement rows;
    struct session_facts *facts;
    int64_t *local_s; // owned: when each session began, on the clock that the person saw
    int room, rated_room, routine_room;
    struct interned chains;
    int64_t first_day, last_day;
    int day_starts_min;
    int64_t now_s;
};

static int routine_of(struct gathering *gathering) {
    struct session_facts *facts = gathering->facts;
    int routine =
        interned_number(&facts->names, statement_column_text(&gathering->rows, COLUMN_ROUTINE));
    if (routine == facts->routine_count) {
        if (routine == gathering->routine_room) {
            gathering->routine_room =
                gathering->routine_room ? gathering->routine_room * 2 : ROOM_FIRST;
            facts->routines = memory_resize(facts->routines, (size_t)gathering->routine_room,
                                            sizeof *facts->routines);
        }
        facts->routines[facts->routine_count++] =
            (struct routine_sessions){.id = facts->names.texts[routine]};
    }
    return routine;
}

static bool says(const struct statement *row, enum column column, const char *word) {
    const char *text = statement_column_text(row, (int)column);
    return text && strcmp(text, word) == 0;
}

static enum session_status status_of(const struct gathering *gathering) {
    const struct statement *row = &gathering->rows;
    if (says(row, COLUMN_STATUS, session_status_words[SESSION_COMPLETE])) {
        return SESSION_COMPLETE;
    }
    bool fresh = gathering->now_s - statement_column_whole(row, COLUMN_SEEN) <= SESSION_FRESH_S;
    return fresh && says(row, COLUMN_STATUS, session_status_words[SESSION_RUNNING])
               ? SESSION_RUNNING
               : SESSION_PARTIAL;
}

// The place of a session that began at a second on the person's clock. Rows come by UTC, so one
// from a clock that was put back goes before those that it is now earlier than; they are those of a
// few hours, of two days at most.
static struct done_session *place_for(struct gathering *gathering, int64_t local_s) {
    struct session_facts *facts = gathering->facts;
    if (facts->count == gathering->room) {
        gathering->room = gathering->room ? gathering->room * 2 : ROOM_FIRST;
        size_t room = (size_t)gathering->room;
        facts->sessions = memory_resize(facts->sessions, room, sizeof *facts->sessions);
        gathering->local_s = memory_resize(gathering->local_s, room, sizeof *gathering->local_s);
    }
    int place = facts->count++;
    for (; place > 0 && gathering->local_s[place - 1] > local_s; place--) {
        gathering->local_s[place] = gathering->local_s[place - 1];
        facts->sessions[place] = facts->sessions[place - 1];
    }
    gathering->local_s[place] = local_s;
    return &facts->sessions[place];
}

static void take_session(struct gathering *gathering, int routine, int64_t day, int64_t local_s) {
    struct session_facts *facts = gathering->facts;
    const struct statement *row = &gathering->rows;
    const char *side = statement_column_text(row, COLUMN_SIDE);
    *place_for(gathering, local_s) = (struct done_session){
        .day = day,
        .routine = facts->routines[routine].id,
        .side = side ? (enum side)vocabulary_find(side_words, SIDE_COUNT, side) : SIDE_NONE,
        .status = status_of(gathering),
        .well = says(row, COLUMN_ENDED, ending_words[ENDING_WELL]),
        .ticked = says(row, COLUMN_SOURCE, "ticked"),
    };
    facts->routines[routine].count++;
    facts->played_ms += statement_column_whole(row, COLUMN_PLAYED_MS);
}

static void take_rated(struct gathering *gathering, struct rated_session rated) {
    struct session_facts *facts = gathering->facts;
    if (facts->rated_count == gathering->rated_room) {
        gathering->rated_room = gathering->rated_room ? gathering->rated_room * 2 : ROOM_FIRST;
        facts->rated =
            memory_resize(facts->rated, (size_t)gathering->rated_room, sizeof *facts->rated);
    }
    facts->rated[facts->rated_count++] = rated;
}

static void take_row(struct gathering *gathering) {
    const struct statement *row = &gathering->rows;
    int64_t started_s = statement_column_whole(row, COLUMN_STARTED);
    // A second on the clock that the person saw needs no offset any more.
    struct wall local = {.utc_s =
                             started_s + statement_column_whole(row, COLUMN_OFFSET) * MINUTE_S};
    int64_t day = wall_day_of(local, gathering->day_starts_min);
    bool within = day >= gathering->first_day && day <= gathering->last_day;
    // One day more to either side, for chains that run past an edge.
    bool near = within || day + 1 == gathering->first_day || day - 1 == gathering->last_day;
    const char *chain = near ? statement_column_text(row, COLUMN_CHAIN) : NULL;
    if (!within && !chain) {
        return;
    }
    int routine = routine_of(gathering);
    if (within) {
        take_session(gathering, routine, day, local.utc_s);
    }
    struct rated_session rated = {
        .day = day,
        .started_s = started_s,
        .routine = routine,
        .chain = chain ? interned_number(&gathering->chains, chain) : NO_CHAIN,
        .before = entry_number(row, COLUMN_BEFORE),
        .after = entry_number(row, COLUMN_AFTER),
    };
    if (chain || rated.before >= 0 || rated.after >= 0) {
        take_rated(gathering, rated);
    }
}

bool facts_sessions(struct store *store, int64_t first_day, int64_t last_day, int day_starts_min,
                    struct wall now, struct session_facts *facts, struct error *err) {
    *facts = (struct session_facts){0};
    struct gathering gathering = {
        .facts = facts,
        .first_day = first_day,
        .last_day = last_day,
        .day_starts_min = day_starts_min,
        .now_s = now.utc_s,
    };
    gathering.rows = statement_open(
        store->database, N_("the sessions could not be read"),
        "SELECT started_s, started_offset_min, routine, side, status, ended, source, played_ms,"
        " seen_s, chain, rated_before, rated_after FROM sessions"
        " WHERE started_s >= ? AND played_ms > 0"
        " ORDER BY started_s, started_offset_min, routine, side",
        err);
    struct utc_span span =
        span_in_utc(first_day == INT64_MIN ? first_day : first_day - 1,
                    last_day == INT64_MAX ? last_day : last_day + 1, day_starts_min);
    statement_whole(&gathering.rows, span.from_s);
    while (statement_step(&gathering.rows) &&
           statement_column_whole(&gathering.rows, COLUMN_STARTED) < span.to_s) {
        take_row(&gathering);
    }
    facts->chain_count = gathering.chains.count;
    interned_free(&gathering.chains);
    memory_free(gathering.local_s);
    bool right = statement_close(&gathering.rows);
    if (!right) {
        session_facts_free(facts);
    }
    return right;
}

void session_facts_free(struct session_facts *facts) {
    memory_free(facts->sessions);
    memory_free(facts->routines);
    memory_free(facts->rated);
    interned_free(&facts->names);
    *facts = (struct session_facts){0};
}
