// SPDX-License-Identifier: MIT
#include "store/weeks.h"

#include <stddef.h>

#include "base/memory.h"
#include "base/text.h"
#include "store/entry.h"
#include "store/inside.h"
#include "store/removal.h"
#include "store/statement.h"

static const char *const reading = N_("the weeks could not be read");
static const char *const storing = N_("the week could not be stored");

void week_form_free(struct week_form *form) {
    memory_free(form->note);
    form->note = NULL;
}

void week_form_list_free(struct week_form_list *list) {
    for (int i = 0; i < list->count; i++) {
        week_form_free(&list->forms[i]);
    }
    memory_free(list->forms);
    *list = (struct week_form_list){0};
}

static struct week_form read_row(const struct statement *row) {
    enum { ID, MONDAY, SEVERITY, FREQUENCY, IMPACT, NOTE };
    struct week_form form = {
        .monday = statement_column_whole(row, MONDAY),
        .severity = entry_number(row, SEVERITY),
        .frequency = entry_number(row, FREQUENCY),
        .impact = entry_number(row, IMPACT),
        .note = entry_text(row, NOTE),
    };
    text_copy(form.id, sizeof form.id, statement_column_text(row, ID));
    return form;
}

bool weeks_list(struct store *store, int64_t first, int64_t last, struct week_form_list *list,
                struct error *err) {
    *list = (struct week_form_list){0};
    int room = 0;
    // The one that counts comes last of its week and takes the place of those before it.
    struct statement rows =
        statement_open(store->database, reading,
                       "SELECT id, monday, severity, frequency, impact, note FROM weeks"
                       " WHERE monday BETWEEN ? AND ? ORDER BY monday, changed_s, id",
                       err);
    statement_whole(&rows, first);
    statement_whole(&rows, last);
    while (statement_step(&rows)) {
        struct week_form form = read_row(&rows);
        if (list->count > 0 && list->forms[list->count - 1].monday == form.monday) {
            week_form_free(&list->forms[--list->count]);
        }
        if (list->count == room) {
            room = room ? room * 2 : 32;
            list->forms = memory_resize(list->forms, (size_t)room, sizeof *list->forms);
        }
        list->forms[list->count++] = form;
    }
    if (statement_close(&rows)) {
        return true;
    }
    week_form_list_free(list);
    return false;
}

// The id of the entry of a week, "" where there is none.
static bool find(struct store *store, int64_t monday, char id[UUID_TEXT_MAX], struct error *err) {
    struct statement rows = statement_open(store->database, reading,
                                           "SELECT id FROM weeks WHERE monday = ?"
                                           " ORDER BY changed_s DESC, id DESC LIMIT 1",
                                           err);
    statement_whole(&rows, monday);
    text_copy(id, UUID_TEXT_MAX, statement_step(&rows) ? statement_column_text(&rows, 0) : "");
    return statement_close(&rows);
}

static bool put(struct store *store, struct week_form *form, struct error *err) {
    static const char insert[] =
        "INSERT INTO weeks (monday, severity, frequency, impact, note, changed_s,"
        " changed_offset_min, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    static const char update[] =
        "UPDATE weeks SET monday = ?, severity = coalesce(?, severity), frequency = coalesce(?,"
        " frequency), impact = coalesce(?, impact), note = coalesce(?, note), changed_s = ?,"
        " changed_offset_min = ? WHERE id = ?";
    bool anew = !form->id[0];
    if (anew) {
        uuid_make(form->id);
    }
    struct statement statement =
        statement_open(store->database, storing, anew ? insert : update, err);
    statement_whole(&statement, form->monday);
    entry_give_number(&statement, form->severity);
    entry_give_number(&statement, form->frequency);
    entry_give_number(&statement, form->impact);
    entry_give_text(&statement, form->note);
    entry_give_moment(&statement, clock_wall_now(&store->clock));
    statement_text(&statement, form->id);
    return statement_run(&statement);
}

bool weeks_set(struct store *store, struct week_form *form, struct error *err) {
    bool own;
    if (!entry_begin(store, &own, err)) {
        return false;
    }
    bool right = find(store, form->monday, form->id, err) && put(store, form, err);
    return entry_end(store, own, right, err);
}

bool weeks_remove(struct store *store, int64_t monday, struct error *err) {
    char id[UUID_TEXT_MAX] = "first";
    bool own, right = true, any = false;
    if (!entry_begin(store, &own, err)) {
        return false;
    }
    while (right && id[0]) {
        right =
            find(store, monday, id, err) && (!id[0] || removal_of(store, REMOVAL_WEEK, id, err));
        any = any || id[0];
    }
    if (right && !any) {
        right = error_set(err, ERROR_MISSING, "there is no entry of that week");
    }
    return entry_end(store, own, right, err);
}
