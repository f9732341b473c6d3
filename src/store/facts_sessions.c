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

enum column {
    COLUMN_STARTED_LOCAL,
    COLUMN_ROUTINE,
    COLUMN_SIDE,
    COLUMN_STATUS,
    COLUMN_ENDED,
    COLUMN_SOURCE,
    COLUMN_PLAYED_MS,
    COLUMN_SEEN,
    COLUMN_CHAIN,
    COLUMN_BEFORE,
    COLUMN_AFTER,
    COLUMN_STARTED
};

enum { ROOM_FIRST = 64, BUCKETS_FIRST = 64 };

// Finds a routine by its id: indices among `routines` and 1, in a table with open addressing whose
// size is a power of two.
struct finder {
    int *buckets; // owned, 0: free
    size_t size;
};

static int *bucket_of(const struct finder *finder, const struct session_facts *facts,
                      const char *id) {
    uint64_t hash = UINT64_C(14695981039346656037); // FNV-1a
    for (const char *at = id; *at; at++) {
        hash = (hash ^ (unsigned char)*at) * UINT64_C(1099511628211);
    }
    size_t index = (size_t)hash & (finder->size - 1);
    while (finder->buckets[index] &&
           strcmp(facts->routines[finder->buckets[index] - 1].id, id) != 0) {
        index = (index + 1) & (finder->size - 1);
    }
    return &finder->buckets[index];
}

static void widen(struct finder *finder, struct session_facts *facts) {
    memory_free(finder->buckets);
    finder->size = finder->size ? finder->size * 2 : BUCKETS_FIRST;
    finder->buckets = memory_new(finder->size, sizeof *finder->buckets);
    facts->routines = memory_resize(facts->routines, finder->size / 2, sizeof *facts->routines);
    for (int i = 0; i < facts->routine_count; i++) {
        *bucket_of(finder, facts, facts->routines[i].id) = i + 1;
    }
}

static int routine_of(struct finder *finder, struct session_facts *facts, const char *id) {
    if ((size_t)facts->routine_count * 2 >= finder->size) {
        widen(finder, facts);
    }
    int *bucket = bucket_of(finder, facts, id);
    if (!*bucket) {
        facts->routines[facts->routine_count++] =
            (struct routine_sessions){.id = arena_text(&facts->names, id, strlen(id))};
        *bucket = facts->routine_count;
    }
    return *bucket - 1;
}

// What is read, and how it grows.
struct gathering {
    struct statement rows;
    struct session_facts *facts;
    struct finder finder;
    int room, rated_room;
    int64_t first_day, last_day;
    int day_starts_min;
    int64_t now_s;
};

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

static void take_session(struct gathering *gathering, int routine, int64_t day) {
    struct session_facts *facts = gathering->facts;
    const struct statement *row = &gathering->rows;
    const char *side = statement_column_text(row, COLUMN_SIDE);
    if (facts->count == gathering->room) {
        gathering->room = gathering->room ? gathering->room * 2 : ROOM_FIRST;
        facts->sessions =
            memory_resize(facts->sessions, (size_t)gathering->room, sizeof *facts->sessions);
    }
    facts->sessions[facts->count++] = (struct done_session){
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

static void take_rated(struct gathering *gathering, int routine, int64_t day) {
    struct session_facts *facts = gathering->facts;
    const struct statement *row = &gathering->rows;
    const char *chain = statement_column_text(row, COLUMN_CHAIN);
    if (facts->rated_count == gathering->rated_room) {
        gathering->rated_room = gathering->rated_room ? gathering->rated_room * 2 : ROOM_FIRST;
        facts->rated =
            memory_resize(facts->rated, (size_t)gathering->rated_room, sizeof *facts->rated);
    }
    struct rated_session *rated = &facts->rated[facts->rated_count++];
    *rated = (struct rated_session){
        .day = day,
        .started_s = statement_column_whole(row, COLUMN_STARTED),
        .routine = routine,
        .before = entry_number(row, COLUMN_BEFORE),
        .after = entry_number(row, COLUMN_AFTER),
    };
    text_copy(rated->chain, sizeof rated->chain, chain ? chain : "");
}

static void take_row(struct gathering *gathering) {
    const struct statement *row = &gathering->rows;
    // A second on the clock that the person saw needs no offset any more.
    struct wall local = {.utc_s = statement_column_whole(row, COLUMN_STARTED_LOCAL)};
    int64_t day = wall_day_of(local, gathering->day_starts_min);
    bool within = day >= gathering->first_day && day <= gathering->last_day;
    bool chained = !statement_column_is_null(row, COLUMN_CHAIN);
    if (!within && !chained) {
        return;
    }
    int routine = routine_of(&gathering->finder, gathering->facts,
                             statement_column_text(row, COLUMN_ROUTINE));
    if (within) {
        take_session(gathering, routine, day);
    }
    if (chained || !statement_column_is_null(row, COLUMN_BEFORE) ||
        !statement_column_is_null(row, COLUMN_AFTER)) {
        take_rated(gathering, routine, day);
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
        "SELECT started_local_s, routine, side, status, ended, source, played_ms, seen_s, chain,"
        " rated_before, rated_after, started_s FROM sessions"
        " WHERE started_local_s >= ? AND started_local_s < ? AND played_ms > 0"
        " ORDER BY started_local_s",
        err);
    // With the days around it, for chains that run past an edge.
    span_give(&gathering.rows, first_day == INT64_MIN ? first_day : first_day - 1,
              last_day == INT64_MAX ? last_day : last_day + 1, day_starts_min);
    while (statement_step(&gathering.rows)) {
        take_row(&gathering);
    }
    memory_free(gathering.finder.buckets);
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
    arena_free(&facts->names);
    *facts = (struct session_facts){0};
}
