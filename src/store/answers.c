// SPDX-License-Identifier: MIT
#include "store/answers.h"

#include <assert.h>
#include <stddef.h>

#include "base/memory.h"
#include "base/text.h"
#include "base/uuid.h"
#include "store/entry.h"
#include "store/inside.h"
#include "store/statement.h"
#include "store/treatments.h"

bool answer_write(struct store *store, const char *key, const char *value, const char *by,
                  struct wall now, struct error *err) {
    char id[UUID_TEXT_MAX];
    uuid_make(id);
    struct statement insert =
        statement_open(store->database, "the answer could not be stored",
                       "INSERT INTO answers (id, key, value, at_s, at_offset_min, answered_by)"
                       " VALUES (?, ?, ?, ?, ?, ?)",
                       err);
    statement_text(&insert, id);
    statement_text(&insert, key);
    statement_text(&insert, value);
    statement_whole(&insert, now.utc_s);
    statement_whole(&insert, now.offset_min);
    statement_text(&insert, by);
    return statement_run(&insert);
}

bool answers_set(struct store *store, const char *key, const char *value, const char *by,
                 struct wall now, struct error *err) {
    assert(key && value && by);
    char *before = NULL;
    bool own;
    if (!entry_begin(store, &own, err)) {
        return false;
    }
    bool right = answers_get(store, key, &before, err) &&
                 answer_write(store, key, value, by, now, err) &&
                 treatments_follow_answer(store, key, before, value, err);
    memory_free(before);
    return entry_end(store, own, right, err);
}

static bool take_newest(struct store *store, const char *key, const char *value, int64_t at_s,
                        struct error *err) {
    struct statement remove =
        statement_open(store->database, "the answer could not be taken back",
                       "DELETE FROM answers WHERE rowid = (SELECT rowid FROM answers WHERE key = ?"
                       " ORDER BY at_s DESC, rowid DESC LIMIT 1) AND value = ? AND at_s = ?",
                       err);
    statement_text(&remove, key);
    statement_text(&remove, value);
    statement_whole(&remove, at_s);
    return statement_run(&remove);
}

bool answers_take_back(struct store *store, const char *key, const char *value, int64_t at_s,
                       struct error *err) {
    char *before = NULL;
    bool own;
    if (!entry_begin(store, &own, err)) {
        return false;
    }
    bool right = take_newest(store, key, value, at_s, err);
    if (right && sqlite3_changes(store->database) > 0) {
        right = answers_get(store, key, &before, err) &&
                treatments_follow_undo(store, key, before, value, err);
    }
    memory_free(before);
    return entry_end(store, own, right, err);
}

// The text in the first column of the first row; NULL without one.
static bool take_text(struct statement *rows, char **value) {
    *value = statement_step(rows) ? memory_text(statement_column_text(rows, 0)) : NULL;
    if (statement_close(rows)) {
        return true;
    }
    memory_free(*value);
    *value = NULL;
    return false;
}

bool answers_get(struct store *store, const char *key, char **value, struct error *err) {
    struct statement rows = statement_open(store->database, "the answer could not be read",
                                           "SELECT value FROM answers WHERE key = ?"
                                           " ORDER BY at_s DESC, rowid DESC LIMIT 1",
                                           err);
    statement_text(&rows, key);
    return take_text(&rows, value);
}

static void read_answer(const struct statement *row, struct answer *answer) {
    *answer = (struct answer){
        .value = memory_text(statement_column_text(row, 1)),
        .at = {.utc_s = statement_column_whole(row, 2),
               .offset_min = (int)statement_column_whole(row, 3)},
    };
    text_copy(answer->key, sizeof answer->key, statement_column_text(row, 0));
    text_copy(answer->by, sizeof answer->by, statement_column_text(row, 4));
}

bool answers_list(struct store *store, struct answer_list *list, struct error *err) {
    *list = (struct answer_list){0};
    int room = 0;
    struct statement rows =
        statement_open(store->database, "the answers could not be read",
                       "SELECT key, value, at_s, at_offset_min, answered_by FROM answers AS each"
                       " WHERE key > '' AND rowid = (SELECT rowid FROM answers WHERE key = each.key"
                       "  ORDER BY at_s DESC, rowid DESC LIMIT 1)"
                       " ORDER BY key",
                       err);
    while (statement_step(&rows)) {
        if (list->count == room) {
            room = room ? room * 2 : 16;
            list->answers = memory_resize(list->answers, (size_t)room, sizeof *list->answers);
        }
        read_answer(&rows, &list->answers[list->count++]);
    }
    if (statement_close(&rows)) {
        return true;
    }
    answer_list_free(list);
    return false;
}

void answer_list_free(struct answer_list *list) {
    for (int i = 0; i < list->count; i++) {
        memory_free(list->answers[i].value);
    }
    memory_free(list->answers);
    *list = (struct answer_list){0};
}

bool remembered_set(struct store *store, const char *key, const char *value, struct error *err) {
    assert(key && value);
    struct statement insert =
        statement_open(store->database, "what to remember could not be stored",
                       "INSERT INTO remembered (key, value) VALUES (?, ?)"
                       " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                       err);
    statement_text(&insert, key);
    statement_text(&insert, value);
    return statement_run(&insert);
}

bool remembered_get(struct store *store, const char *key, char **value, struct error *err) {
    struct statement rows = statement_open(store->database, "what was remembered could not be read",
                                           "SELECT value FROM remembered WHERE key = ?", err);
    statement_text(&rows, key);
    return take_text(&rows, value);
}
