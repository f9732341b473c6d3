// SPDX-License-Identifier: MIT
#include "store/store.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>
#include <sys/stat.h>

#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "store/backups.h"
#include "store/database.h"
#include "store/inside.h"
#include "store/opening.h"
#include "store/statement.h"

struct store *store_open(const struct store_options *options, struct error *err) {
    assert(options && options->path && err);
    struct store *store = memory_new(1, sizeof *store);
    store->path = memory_text(options->path);
    store->backups = options->backups ? memory_text(options->backups) : NULL;
    store->newest = memory_new(1, sizeof *store->newest);
    store->clock = clock_wall_fixed(options->now);
    bool opened = strcmp(options->path, ":memory:") == 0 ? opening_in_memory(store, err)
                  : options->read_only                   ? opening_to_look(store, err)
                                                         : opening_to_write(store, err);
    if (!opened) {
        store_close(store);
        return NULL;
    }
    return store;
}

void store_close(struct store *store) {
    if (!store) {
        return;
    }
    database_close(store->database);
    memory_free(store->path);
    memory_free(store->backups);
    memory_free(store->set_aside);
    memory_free(store->newest->path);
    memory_free(store->newest);
    memory_free(store);
}

enum store_health store_health(const struct store *store) {
    return store->health;
}

const char *store_set_aside_path(const struct store *store) {
    return store->set_aside;
}

const char *store_newest_backup(const struct store *store) {
    if (!store->newest->known && store->backups) {
        store->newest->path = backup_newest(store->backups);
    }
    store->newest->known = true;
    return store->newest->path;
}

bool store_check(struct store *store, struct error *err) {
    return database_check(store->database, true, err) == DATABASE_WHOLE &&
           database_rows_belong(store->database, err);
}

static bool is_same_file(const char *one, const char *other) {
    struct stat a, b;
    return stat(one, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev &&
           a.st_ino == b.st_ino;
}

bool store_backup(struct store *store, const char *path, struct error *err) {
    if (is_same_file(store->path, path)) {
        return error_set(err, ERROR_INPUT,
                         "%s is the history itself; please name another file for the copy", path);
    }
    return backup_copy(store->database, path, err);
}

static const char *const many = N_("the entries could not be stored");

bool store_begin(struct store *store, struct error *err) {
    assert(sqlite3_get_autocommit(store->database));
    return statement_script(store->database, many, "BEGIN IMMEDIATE", err);
}

bool store_commit(struct store *store, struct error *err) {
    // After some failures (a full disk) SQLite has rolled back already.
    if (sqlite3_get_autocommit(store->database)) {
        return error_set(err, ERROR_STORE, "%s; none of them was kept", _(many));
    }
    if (!statement_script(store->database, many, "COMMIT", err)) {
        store_rollback(store);
        return false;
    }
    return true;
}

void store_rollback(struct store *store) {
    if (!sqlite3_get_autocommit(store->database)) {
        struct error err;
        if (!statement_script(store->database, many, "ROLLBACK", &err)) {
            log_warning("%s", err.text);
        }
    }
}
