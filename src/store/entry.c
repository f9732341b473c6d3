// SPDX-License-Identifier: MIT
#include "store/entry.h"

#include <stddef.h>

#include "base/memory.h"
#include "store/inside.h"

void entry_give_number(struct statement *statement, int64_t number) {
    if (number < 0) {
        statement_null(statement);
    } else {
        statement_whole(statement, number);
    }
}

void entry_give_text(struct statement *statement, const char *text) {
    statement_text(statement, text && *text ? text : NULL);
}

void entry_give_moment(struct statement *statement, struct wall wall) {
    statement_whole(statement, wall.utc_s);
    statement_whole(statement, wall.offset_min);
}

int entry_number(const struct statement *row, int column) {
    return statement_column_is_null(row, column) ? -1 : (int)statement_column_whole(row, column);
}

char *entry_text(const struct statement *row, int column) {
    const char *text = statement_column_text(row, column);
    return text ? memory_text(text) : NULL;
}

bool entry_begin(struct store *store, bool *own, struct error *err) {
    *own = sqlite3_get_autocommit(store->database) != 0;
    return !*own || store_begin(store, err);
}

bool entry_end(struct store *store, bool own, bool right, struct error *err) {
    if (own && !right) {
        store_rollback(store);
    }
    return right && (!own || store_commit(store, err));
}
