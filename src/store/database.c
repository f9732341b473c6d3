// SPDX-License-Identifier: MIT
#include "store/database.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>
#include <sys/stat.h>

#include "base/memory.h"
#include "base/text.h"
#include "store/migrations.h"
#include "store/statement.h"

static sqlite3 *open_with(const char *path, int flags, struct error *err) {
    sqlite3 *database = NULL;
    int code = sqlite3_open_v2(path, &database, flags | SQLITE_OPEN_NOMUTEX, NULL);
    if (code != SQLITE_OK) {
        if (database) {
            statement_error(database, path, err);
        } else {
            error_set(err, ERROR_STORE, "%s: %s", path, sqlite3_errstr(code));
        }
        sqlite3_close(database);
        return NULL;
    }
    sqlite3_extended_result_codes(database, 1);
    sqlite3_busy_timeout(database, DATABASE_BUSY_MS);
    // A file that somebody may have prepared must not run functions of its own choice.
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    return database;
}

static bool is_regular(const char *path, struct error *err) {
    struct stat status;
    if (stat(path, &status) == 0 && !S_ISREG(status.st_mode)) {
        return error_set(err, ERROR_STORE, "%s is not a regular file", path);
    }
    return true;
}

sqlite3 *database_open(const char *path, struct error *err) {
    if (!is_regular(path, err)) {
        return NULL;
    }
    sqlite3 *database = open_with(path, SQLITE_OPEN_READWRITE, err);
    if (!database) {
        return NULL;
    }
    if (sqlite3_db_readonly(database, "main") == 1) {
        error_set(err, ERROR_STORE, "%s may not be written to; are its permissions right?", path);
        sqlite3_close(database);
        return NULL;
    }
    sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    return database;
}

sqlite3 *database_open_memory(struct error *err) {
    return open_with(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, err);
}

// A file as an URI with which SQLite reads the file alone, without locks and without a log.
static sqlite3 *open_immutable(const char *path, struct error *err) {
    struct text_builder uri = {0};
    text_add(&uri, "file:");
    for (const char *at = path; *at; at++) {
        if (strchr("%?#", *at)) {
            text_add_format(&uri, "%%%02x", (unsigned)(unsigned char)*at);
        } else {
            text_add_bytes(&uri, at, 1);
        }
    }
    text_add(&uri, "?immutable=1");
    sqlite3 *database = open_with(uri.text, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, err);
    text_builder_free(&uri);
    return database;
}

static bool log_is_empty(const char *path) {
    struct text_builder log = {0};
    text_add_format(&log, "%s-wal", path);
    struct stat status;
    bool empty = stat(log.text, &status) != 0 || status.st_size == 0;
    text_builder_free(&log);
    return empty;
}

// Whether the file can be read, but not the files beside it that a shared log needs.
static bool wants_a_folder(int code) {
    int primary = code & 0xff;
    return primary == SQLITE_CANTOPEN || primary == SQLITE_READONLY || primary == SQLITE_PERM ||
           primary == SQLITE_FULL || primary == SQLITE_IOERR;
}

sqlite3 *database_open_looking(const char *path, struct error *err) {
    if (!is_regular(path, err)) {
        return NULL;
    }
    sqlite3 *database = open_with(path, SQLITE_OPEN_READWRITE, err);
    if (!database) {
        return NULL;
    }
    int64_t changes;
    struct error why;
    if (!statement_number(database, path, "PRAGMA schema_version", &changes, &why) &&
        wants_a_folder(sqlite3_extended_errcode(database)) && log_is_empty(path)) {
        sqlite3_close(database);
        database = open_immutable(path, err);
    }
    if (database && !statement_script(database, path, "PRAGMA query_only = ON", err)) {
        sqlite3_close(database);
        return NULL;
    }
    return database;
}

void database_close(sqlite3 *database) {
    int code = sqlite3_close(database);
    assert(code == SQLITE_OK); // else a statement was left open
    (void)code;
}

static enum database_kind unreadable(sqlite3 *database) {
    return statement_is_damage(sqlite3_extended_errcode(database)) ? DATABASE_DAMAGED
                                                                   : DATABASE_FAILED;
}

enum database_kind database_identify(sqlite3 *database, int64_t *version, struct error *err) {
    const char *doing = N_("the history could not be read");
    int64_t application = 0;
    int64_t changes = 0; // of its tables since it was made: 0 in an empty file
    *version = 0;
    if (!statement_number(database, doing, "PRAGMA schema_version", &changes, err) ||
        !statement_number(database, doing, "PRAGMA application_id", &application, err) ||
        !statement_number(database, doing, "PRAGMA user_version", version, err)) {
        return unreadable(database);
    }
    if (application == 0 && *version == 0 && changes == 0) {
        return DATABASE_EMPTY;
    }
    if (application != STORE_APPLICATION_ID || *version < 1) {
        return DATABASE_FOREIGN;
    }
    int latest = migrations_known().count;
    if (*version > latest) {
        return DATABASE_NEWER;
    }
    return *version < latest ? DATABASE_OLDER : DATABASE_OURS;
}

bool database_accept(sqlite3 *database, struct error *err) {
    // Where no shared memory is to be had (some network folders) WAL is refused without an error
    // and the rollback journal stays; that is as durable, only slower.
    sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
    return statement_script(database, "the history could not be prepared",
                            "PRAGMA journal_mode = WAL;"
                            "PRAGMA synchronous = FULL;"
                            "PRAGMA foreign_keys = ON;",
                            err);
}

// The check puts a page that the disk did not give into words as it does a damaged one; only the
// result code in them tells which it was.
static bool is_unread(const char *line) {
    const char *code = strstr(line, "error code=");
    int64_t number = 0;
    return code && text_read_whole(code + strlen("error code="), &number) &&
           !statement_is_damage((int)number);
}

static enum database_state check_once(sqlite3 *database, const char *sql, struct error *err) {
    struct statement check = statement_open(database, "the history could not be checked", sql, err);
    struct text_builder found = {0};
    bool unread = false;
    while (statement_step(&check)) {
        const char *line = statement_column_text(&check, 0);
        unread = unread || (line && is_unread(line));
        text_add_format(&found, "%s%s", found.length ? "\n" : "", line ? line : "");
    }
    enum database_state state = DATABASE_WHOLE;
    if (!statement_close(&check)) {
        bool damage = statement_is_damage(sqlite3_extended_errcode(database));
        state = damage ? DATABASE_BROKEN : DATABASE_UNCHECKED;
    } else if (!found.text || strcmp(found.text, "ok") != 0) {
        error_set(err, ERROR_STORE,
                  unread ? _("the history could not be read whole: %s")
                         : _("the history is damaged: %s"),
                  found.text ? found.text : "");
        state = unread ? DATABASE_UNCHECKED : DATABASE_BROKEN;
    }
    text_builder_free(&found);
    return state;
}

static void set_constraints(sqlite3 *database, bool checked) {
    struct error ignored; // the pragma sets a flag of the connection and reads no disk
    statement_script(database, "the history could not be checked",
                     checked ? "PRAGMA ignore_check_constraints = OFF"
                             : "PRAGMA ignore_check_constraints = ON",
                     &ignored);
}

enum database_state database_check(sqlite3 *database, bool thorough, struct error *err) {
    const char *sql = thorough ? "PRAGMA integrity_check" : "PRAGMA quick_check(1)";
    struct error first = {0};
    // Going through every CHECK of every row takes seven times as long and tells nothing about
    // damage: no row was let in without.
    set_constraints(database, thorough);
    enum database_state state = check_once(database, sql, &first);
    if (state == DATABASE_BROKEN) {
        // Looked at twice before it is called damaged: a disk may fail to give a page once.
        state = check_once(database, sql, &first);
    }
    set_constraints(database, true);
    if (state != DATABASE_WHOLE) {
        *err = first;
    }
    return state;
}

bool database_rows_belong(sqlite3 *database, struct error *err) {
    struct statement orphans = statement_open(database, "the history could not be checked",
                                              "PRAGMA foreign_key_check", err);
    bool found = statement_step(&orphans);
    if (found) {
        error_set(err, ERROR_STORE, "entries of %s would belong to nothing",
                  statement_column_text(&orphans, 0));
    }
    return statement_close(&orphans) && !found;
}

bool database_is_good(const char *path) {
    struct error ignored;
    sqlite3 *database = open_immutable(path, &ignored);
    if (!database) {
        return false;
    }
    int64_t version;
    enum database_kind kind = database_identify(database, &version, &ignored);
    bool good = (kind == DATABASE_OURS || kind == DATABASE_OLDER) &&
                database_check(database, false, &ignored) == DATABASE_WHOLE;
    database_close(database);
    return good;
}
