// SPDX-License-Identifier: MIT
#include "store/statement.h"

#include <assert.h>
#include <stddef.h>

#include "base/text.h"

bool statement_is_damage(int code) {
    int primary = code & 0xff;
    return primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB;
}

// What the person can do about it; NULL where only SQLite's own words say anything.
static const char *remedy(int code) {
    switch (code & 0xff) {
    case SQLITE_FULL:
        return _("the disk is full; what was recorded before is kept");
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return _("the history or its folder may not be written to");
    case SQLITE_CANTOPEN:
        return _("the file could not be opened; are folder and permissions right?");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return _("another repose is writing to the history; please try again in a moment");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return _("the file is damaged, or is no history at all");
    default:
        return NULL;
    }
}

bool statement_error(sqlite3 *database, const char *doing, struct error *err) {
    int code = sqlite3_extended_errcode(database);
    const char *words = remedy(code);
    doing = text_translate(doing);
    if (words) {
        return error_set(err, ERROR_STORE, "%s: %s", doing, words);
    }
    if ((code & 0xff) == SQLITE_IOERR) {
        return error_set(err, ERROR_STORE,
                         "%s: the disk reported an error (%s); what was recorded before is kept",
                         doing, sqlite3_errmsg(database));
    }
    return error_set(err, ERROR_STORE, "%s: %s", doing, sqlite3_errmsg(database));
}

static void check(struct statement *statement, int code) {
    if (code != SQLITE_OK && !statement->failed) {
        statement->failed = true;
        statement_error(statement->database, statement->doing, statement->err);
    }
}

// The one place where SQL is prepared. *tail is what follows the first statement of `sql`.
static int prepare(sqlite3 *database, const char *sql, sqlite3_stmt **handle, const char **tail) {
    return sqlite3_prepare_v2(database, sql, -1, handle, tail);
}

struct statement statement_open(sqlite3 *database, const char *doing, const char *sql,
                                struct error *err) {
    assert(database && doing && sql && err);
    struct statement statement = {.database = database, .doing = doing, .err = err};
    check(&statement, prepare(database, sql, &statement.handle, NULL));
    return statement;
}

void statement_whole(struct statement *statement, int64_t value) {
    statement->bound++;
    if (!statement->failed) {
        check(statement, sqlite3_bind_int64(statement->handle, statement->bound, value));
    }
}

void statement_real(struct statement *statement, double value) {
    statement->bound++;
    if (!statement->failed) {
        check(statement, sqlite3_bind_double(statement->handle, statement->bound, value));
    }
}

void statement_text(struct statement *statement, const char *text) {
    statement->bound++;
    if (!statement->failed) {
        check(statement,
              sqlite3_bind_text(statement->handle, statement->bound, text, -1, SQLITE_STATIC));
    }
}

void statement_null(struct statement *statement) {
    statement->bound++;
    if (!statement->failed) {
        check(statement, sqlite3_bind_null(statement->handle, statement->bound));
    }
}

bool statement_step(struct statement *statement) {
    if (statement->failed) {
        return false;
    }
    assert(statement->bound == sqlite3_bind_parameter_count(statement->handle));
    int code = sqlite3_step(statement->handle);
    if (code == SQLITE_ROW) {
        return true;
    }
    check(statement, code == SQLITE_DONE ? SQLITE_OK : code);
    return false;
}

int64_t statement_column_whole(const struct statement *statement, int column) {
    return sqlite3_column_int64(statement->handle, column);
}

double statement_column_real(const struct statement *statement, int column) {
    return sqlite3_column_double(statement->handle, column);
}

const char *statement_column_text(const struct statement *statement, int column) {
    return (const char *)sqlite3_column_text(statement->handle, column);
}

bool statement_column_is_null(const struct statement *statement, int column) {
    return sqlite3_column_type(statement->handle, column) == SQLITE_NULL;
}

bool statement_close(struct statement *statement) {
    // Its failure is the one that statement_step has already seen.
    sqlite3_finalize(statement->handle);
    statement->handle = NULL;
    return !statement->failed;
}

bool statement_run(struct statement *statement) {
    while (statement_step(statement)) {
    }
    return statement_close(statement);
}

bool statement_script(sqlite3 *database, const char *doing, const char *sql, struct error *err) {
    while (*sql) {
        struct statement statement = {.database = database, .doing = doing, .err = err};
        check(&statement, prepare(database, sql, &statement.handle, &sql));
        if (statement.handle || statement.failed) {
            if (!statement_run(&statement)) {
                return false;
            }
        }
    }
    return true;
}

bool statement_number(sqlite3 *database, const char *doing, const char *sql, int64_t *value,
                      struct error *err) {
    struct statement statement = statement_open(database, doing, sql, err);
    *value = statement_step(&statement) ? statement_column_whole(&statement, 0) : 0;
    return statement_close(&statement);
}
