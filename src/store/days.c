// SPDX-License-Identifier: MIT
#include "store/days.h"

#include <assert.h>
#include <stddef.h>

#include "base/memory.h"
#include "store/entry.h"
#include "store/inside.h"
#include "store/removal.h"
#include "store/statement.h"
#include "store/word_list.h"

// The numbers in the order of enum day_field.
#define FIELDS                                                                                     \
    "stress, sleep, caffeine, screen, water, fatigue, mood, pain, sleep_quality, alcohol,"         \
    " eye_strain"
enum column {
    COLUMN_ID,
    COLUMN_DAY,
    COLUMN_FIELDS,
    COLUMN_TICKS = COLUMN_FIELDS + FIELD_COUNT,
    COLUMN_NOTE
};
static_assert(FIELD_COUNT == 11, "every field of a day has its column");

static const char *const reading = N_("the days could not be read");
static const char *const storing = N_("the day could not be stored");

struct day_form day_form_empty(int64_t day) {
    struct day_form form = {.day = day};
    for (int field = 0; field < FIELD_COUNT; field++) {
        form.fields[field] = DAY_UNTOLD;
    }
    return form;
}

void day_form_free(struct day_form *form) {
    memory_free(form->note);
    form->note = NULL;
}

void day_form_list_free(struct day_form_list *list) {
    for (int i = 0; i < list->count; i++) {
        day_form_free(&list->forms[i]);
    }
    memory_free(list->forms);
    *list = (struct day_form_list){0};
}

static bool read_row(const struct statement *row, struct day_form *form) {
    *form = day_form_empty(statement_column_whole(row, COLUMN_DAY));
    if (!word_list_read(row, COLUMN_TICKS, tick_words, TICK_COUNT, &form->ticks)) {
        return false;
    }
    for (int field = 0; field < FIELD_COUNT; field++) {
        int column = COLUMN_FIELDS + field;
        if (!statement_column_is_null(row, column)) {
            form->fields[field] = statement_column_real(row, column);
        }
    }
    form->note = entry_text(row, COLUMN_NOTE);
    text_copy(form->id, sizeof form->id, statement_column_text(row, COLUMN_ID));
    return true;
}

bool days_list(struct store *store, int64_t first_day, int64_t last_day, struct day_form_list *list,
               struct error *err) {
    *list = (struct day_form_list){0};
    int room = 0;
    bool done = true;
    // The one that counts comes last of its day and takes the place of those before it.
    struct statement rows = statement_open(store->database, reading,
                                           "SELECT id, day, " FIELDS ", ticks, note FROM days"
                                           " WHERE day BETWEEN ? AND ? ORDER BY day, changed_s, id",
                                           err);
    statement_whole(&rows, first_day);
    statement_whole(&rows, last_day);
    while (done && statement_step(&rows)) {
        if (list->count > 0 &&
            list->forms[list->count - 1].day == statement_column_whole(&rows, COLUMN_DAY)) {
            day_form_free(&list->forms[--list->count]);
        }
        if (list->count == room) {
            room = room ? room * 2 : 32;
            list->forms = memory_resize(list->forms, (size_t)room, sizeof *list->forms);
        }
        done = read_row(&rows, &list->forms[list->count]);
        list->count += done;
    }
    done = statement_close(&rows) && done;
    if (!done) {
        day_form_list_free(list);
    }
    return done;
}

// The form of a day as it stands, an empty one without id where there is none.
static bool read_day(struct store *store, int64_t day, struct day_form *form, struct error *err) {
    struct day_form_list list;
    *form = day_form_empty(day);
    if (!days_list(store, day, day, &list, err)) {
        return false;
    }
    if (list.count > 0) {
        *form = list.forms[0]; // its note is the caller's now
        list.count = 0;
    }
    day_form_list_free(&list);
    return true;
}

static bool put(struct store *store, struct day_form *form, struct error *err) {
    static const char insert[] =
        "INSERT INTO days (day, " FIELDS ", ticks, note, changed_s, changed_offset_min, id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    static const char update[] =
        "UPDATE days SET (day, " FIELDS ", ticks, note, changed_s, changed_offset_min)"
        " = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?";
    struct text_builder ticks = {0};
    bool anew = !form->id[0];
    if (anew) {
        uuid_make(form->id);
    }
    word_list_write(form->ticks, tick_words, TICK_COUNT, &ticks);
    struct statement statement =
        statement_open(store->database, storing, anew ? insert : update, err);
    statement_whole(&statement, form->day);
    for (int field = 0; field < FIELD_COUNT; field++) {
        double value = form->fields[field];
        if (value < 0) {
            statement_null(&statement);
        } else {
            statement_real(&statement, value);
        }
    }
    entry_give_text(&statement, ticks.text);
    entry_give_text(&statement, form->note);
    entry_give_moment(&statement, clock_wall_now(&store->clock));
    statement_text(&statement, form->id);
    bool done = statement_run(&statement);
    text_builder_free(&ticks);
    return done;
}

// Lays what stood there under what is told now; the note of `before` goes over where it stays.
static void join(struct day_form *form, struct day_form *before, uint64_t keep) {
    text_copy(form->id, sizeof form->id, before->id);
    for (int field = 0; field < FIELD_COUNT; field++) {
        double *told = &form->fields[field];
        *told = *told == DAY_UNTOLD  ? before->fields[field]
                : *told == DAY_CLEAR ? DAY_UNTOLD
                                     : *told;
    }
    form->ticks |= before->ticks & keep;
    if (!form->note) {
        form->note = before->note;
        before->note = NULL;
    }
}

bool days_set(struct store *store, struct day_form *form, uint64_t keep, struct error *err) {
    struct day_form before = {0};
    bool own;
    if (!entry_begin(store, &own, err)) {
        return false;
    }
    bool right = read_day(store, form->day, &before, err);
    if (right) {
        join(form, &before, keep);
    }
    right = right && put(store, form, err);
    day_form_free(&before);
    return entry_end(store, own, right, err);
}

bool days_remove(struct store *store, int64_t day, struct error *err) {
    bool own, right = true, any = false;
    struct day_form form = {.id = "first"};
    if (!entry_begin(store, &own, err)) {
        return false;
    }
    while (right && form.id[0]) {
        right = read_day(store, day, &form, err) &&
                (!form.id[0] || removal_of(store, REMOVAL_DAY, form.id, err));
        any = any || form.id[0];
        day_form_free(&form);
    }
    if (right && !any) {
        right = error_set(err, ERROR_MISSING, "there is no entry of that day");
    }
    return entry_end(store, own, right, err);
}
