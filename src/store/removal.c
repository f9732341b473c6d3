// SPDX-License-Identifier: MIT
#include "store/removal.h"

#include <assert.h>

#include "store/entry.h"
#include "store/inside.h"

// Each looks for one entry and names it as removed; the triggers of the table do the rest.
#define NAME_REMOVED(table)                                                                        \
    "INSERT INTO removed (record, kind, at_s, at_offset_min)"                                      \
    " SELECT id, '" table "', ?, ? FROM " table " WHERE id = ?"

static const char *const statements[] = {
    [REMOVAL_SESSION] = NAME_REMOVED("sessions"),
    [REMOVAL_RATING] = NAME_REMOVED("ratings"),
    [REMOVAL_DAY] = NAME_REMOVED("days"),
    [REMOVAL_WEEK] = NAME_REMOVED("weeks"),
    [REMOVAL_EVENT] = NAME_REMOVED("events"),
    [REMOVAL_MOMENT] = NAME_REMOVED("moments"),
    [REMOVAL_PLAN] = NAME_REMOVED("plans"),
    [REMOVAL_PLAN_REMOVAL] = NAME_REMOVED("plan_removals"),
    [REMOVAL_PLAN_PAUSE] = NAME_REMOVED("plan_pauses"),
};
static_assert(sizeof statements / sizeof *statements == REMOVAL_COUNT, "a statement each");

bool removal_of(struct store *store, enum removal_kind kind, const char *id, struct error *err) {
    struct statement insert =
        statement_open(store->database, "the entry could not be removed", statements[kind], err);
    entry_give_moment(&insert, clock_wall_now(&store->clock));
    statement_text(&insert, id);
    return statement_run(&insert) &&
           (sqlite3_changes(store->database) > 0 ||
            error_set(err, ERROR_MISSING, "there is no entry %s in the history", id));
}
