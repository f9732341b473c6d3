// SPDX-License-Identifier: MIT
#pragma once

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"

// One SQL statement from its text to its end. Every statement of the program is prepared in
// statement.c, so one place can look at all of them.
//
// Errors stick: once something failed, binding and stepping do nothing, and statement_close returns
// false with the reason in `err`. Texts that are bound must live until statement_close.

struct statement {
    sqlite3 *database;
    sqlite3_stmt *handle;
    const char *doing; // begins the error, in English: "the session could not be stored"
    struct error *err;
    int bound; // parameters given so far
    bool failed;
};

struct statement statement_open(sqlite3 *database, const char *doing, const char *sql,
                                struct error *err);

// Give the parameters in the order of their question marks.
void statement_whole(struct statement *statement, int64_t value);
void statement_real(struct statement *statement, double value);
void statement_text(struct statement *statement, const char *text); // NULL is stored as NULL
void statement_null(struct statement *statement);

// True when there is a row; false at the end and on failure.
bool statement_step(struct statement *statement);
int64_t statement_column_whole(const struct statement *statement, int column);
double statement_column_real(const struct statement *statement, int column);
const char *statement_column_text(const struct statement *statement, int column); // NULL for NULL
bool statement_column_is_null(const struct statement *statement, int column);

// Ends it; false when anything failed on the way.
bool statement_close(struct statement *statement);
// Runs it to its end and closes it.
bool statement_run(struct statement *statement);

// Runs several statements without parameters, one after another.
bool statement_script(sqlite3 *database, const char *doing, const char *sql, struct error *err);
// The first column of the first row, 0 without one.
bool statement_number(sqlite3 *database, const char *doing, const char *sql, int64_t *value,
                      struct error *err);

// Puts the last failure of a connection into words a person can act on; returns false.
bool statement_error(sqlite3 *database, const char *doing, struct error *err);
// Whether a result code says that the file itself is damaged (and not that the disk or the
// permissions are in the way).
bool statement_is_damage(int code);
