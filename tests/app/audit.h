// SPDX-License-Identifier: MIT
#pragma once

#include "app/hand.h"
#include "store/inside.h"
#include "store/statement.h"

// How often the audit holds an old value of a table and column; NULL counts any value.
static inline int audited(struct stage *stage, const char *kind, const char *field,
                          const char *was) {
    struct error err = {0};
    struct statement row = statement_open(stage->house.store->database, "audit",
                                          "SELECT count(*) FROM audit WHERE kind = ? AND field = ?"
                                          " AND (was = ? OR ? IS NULL)",
                                          &err);
    statement_text(&row, kind);
    statement_text(&row, field);
    statement_text(&row, was);
    statement_text(&row, was);
    assert_true(statement_step(&row));
    int count = (int)statement_column_whole(&row, 0);
    assert_true(statement_close(&row));
    return count;
}
