// SPDX-License-Identifier: MIT
#include "store/moments.h"

#include <assert.h>
#include <stddef.h>

#include "base/memory.h"
#include "base/text.h"
#include "store/entry.h"
#include "store/inside.h"
#include "store/span.h"
#include "store/statement.h"
#include "store/word_list.h"

static const char *const kind_words[] = {[MOMENT_COUNT] = "count",
                                         [MOMENT_QUESTION] = "question",
                                         [MOMENT_TASK] = "task",
                                         [MOMENT_SPASM] = "spasm"};
static_assert(sizeof kind_words / sizeof *kind_words == MOMENT_KINDS, "a word each");

void moment_free(struct moment *moment) {
    memory_free(moment->text);
    memory_free(moment->note);
    moment->text = moment->note = NULL;
}

void moment_list_free(struct moment_list *list) {
    for (int i = 0; i < list->count; i++) {
        moment_free(&list->moments[i]);
    }
    memory_free(list->moments);
    *list = (struct moment_list){0};
}

// The words of a spasm as cells; they live until the statement is closed.
struct cells {
    struct text_builder regions, ticks;
};

static struct cells cells_of(const struct moment *moment) {
    struct cells cells = {0};
    if (moment->kind == MOMENT_SPASM) {
        word_list_write(moment->places, place_words, PLACE_COUNT, &cells.regions);
        word_list_write(moment->ticks, tick_words, TICK_COUNT, &cells.ticks);
    }
    return cells;
}

static void free_cells(struct cells *cells) {
    text_builder_free(&cells->regions);
    text_builder_free(&cells->ticks);
}

static void give(struct statement *statement, const struct moment *moment,
                 const struct cells *cells, const struct store *store) {
    bool spasm = moment->kind == MOMENT_SPASM;
    entry_give_moment(statement, moment->at);
    entry_give_number(statement, moment->per_minute);
    entry_give_text(statement, moment->text);
    entry_give_number(statement, spasm ? moment->strength : -1);
    statement_text(statement, spasm ? side_words[moment->side] : NULL);
    entry_give_text(statement, cells->regions.text);
    entry_give_text(statement, cells->ticks.text);
    entry_give_text(statement, moment->note);
    entry_give_moment(statement, clock_wall_now(&store->clock));
    statement_text(statement, moment->id);
}

bool moments_add(struct store *store, struct moment *moment, struct error *err) {
    struct cells cells = cells_of(moment);
    uuid_make(moment->id);
    struct statement insert = statement_open(
        store->database, "the entry could not be stored",
        "INSERT INTO moments (at_s, at_offset_min, per_minute, text, strength, side, regions,"
        " ticks, note, changed_s, changed_offset_min, id, kind)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        err);
    give(&insert, moment, &cells, store);
    statement_text(&insert, kind_words[moment->kind]);
    bool done = statement_run(&insert);
    free_cells(&cells);
    return done;
}

bool moments_correct(struct store *store, const struct moment *moment, struct error *err) {
    struct cells cells = cells_of(moment);
    struct statement update = statement_open(
        store->database, "the entry could not be stored",
        "UPDATE moments SET at_s = ?, at_offset_min = ?, per_minute = ?, text = ?, strength = ?,"
        " side = ?, regions = ?, ticks = ?, note = ?, changed_s = ?, changed_offset_min = ?"
        " WHERE id = ?",
        err);
    give(&update, moment, &cells, store);
    bool done = statement_run(&update);
    free_cells(&cells);
    return done &&
           (sqlite3_changes(store->database) > 0 ||
            error_set(err, ERROR_MISSING, "there is no entry %s in the history", moment->id));
}

static bool read_row(const struct statement *row, enum moment_kind kind, struct moment *moment) {
    enum { ID, AT, OFFSET, PER_MINUTE, TEXT, STRENGTH, SIDE, REGIONS, TICKS, NOTE };
    const char *side = statement_column_text(row, SIDE);
    uint64_t places, ticks;
    if (!word_list_read(row, REGIONS, place_words, PLACE_COUNT, &places) ||
        !word_list_read(row, TICKS, tick_words, TICK_COUNT, &ticks)) {
        return false;
    }
    *moment = (struct moment){
        .kind = kind,
        .at = {.utc_s = statement_column_whole(row, AT),
               .offset_min = (int)statement_column_whole(row, OFFSET)},
        .per_minute = entry_number(row, PER_MINUTE),
        .text = entry_text(row, TEXT),
        .strength = entry_number(row, STRENGTH),
        .side = side ? (enum side)vocabulary_find(side_words, SIDE_COUNT, side) : SIDE_NONE,
        .places = (unsigned)places,
        .ticks = ticks,
        .note = entry_text(row, NOTE),
    };
    text_copy(moment->id, sizeof moment->id, statement_column_text(row, ID));
    return true;
}

bool moments_list(struct store *store, enum moment_kind kind, int64_t first_day, int64_t last_day,
                  int day_starts_min, struct moment_list *list, struct error *err) {
    *list = (struct moment_list){0};
    int room = 0;
    bool right = true;
    struct statement rows = statement_open(
        store->database, "the entries could not be read",
        "SELECT id, at_s, at_offset_min, per_minute, text, strength, side, regions,"
        " ticks, note FROM moments WHERE kind = ? AND at_local_s >= ? AND at_local_s < ?"
        " ORDER BY at_local_s, at_s, id",
        err);
    statement_text(&rows, kind_words[kind]);
    span_give(&rows, first_day, last_day, day_starts_min);
    while (right && statement_step(&rows)) {
        if (list->count == room) {
            room = room ? room * 2 : 32;
            list->moments = memory_resize(list->moments, (size_t)room, sizeof *list->moments);
        }
        right = read_row(&rows, kind, &list->moments[list->count]);
        list->count += right;
    }
    right = statement_close(&rows) && right;
    if (!right) {
        moment_list_free(list);
    }
    return right;
}
