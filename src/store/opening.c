// SPDX-License-Identifier: MIT
#include "store/opening.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "store/aside.h"
#include "store/backups.h"
#include "store/database.h"
#include "store/folder.h"
#include "store/inside.h"
#include "store/migrations.h"
#include "store/statement.h"

enum {
    FILE_MODE = 0600, // what a body does is nobody else's business
    FOLDER_MODE = 0700,
    LOOK_CHECK_MAX = 2 << 20, // bytes that are checked before a mere look: a few milliseconds
};

bool opening_in_memory(struct store *store, struct error *err) {
    store->health = STORE_NEW;
    store->database = database_open_memory(err);
    return store->database && migrations_run(store->database, migrations_known(), NULL, err);
}

static bool refuse(const struct store *store, enum database_kind kind, int64_t version,
                   struct error *err) {
    if (kind == DATABASE_NEWER) {
        return error_set(err, ERROR_NEWER,
                         "%s was made by a later version of repose: it has schema %lld, this "
                         "version knows %d. It was left untouched. Please install the later "
                         "version again, or use another folder with --data",
                         store->path, (long long)version, migrations_known().count);
    }
    assert(kind == DATABASE_FOREIGN);
    return error_set(err, ERROR_STORE,
                     "%s is a database of another program. It was left untouched. Please move it "
                     "away, or use another folder with --data",
                     store->path);
}

// A file of no bytes where there are backups is no new history: somebody had one.
static bool was_emptied(const struct store *store) {
    struct stat status;
    return stat(store->path, &status) == 0 && status.st_size == 0 && store_newest_backup(store);
}

// Looking

static bool look_at_nothing(struct store *store, struct error *err) {
    database_close(store->database);
    store->database = NULL;
    return opening_in_memory(store, err) &&
           statement_script(store->database, store->path, "PRAGMA query_only = ON", err);
}

static bool look_at_older(struct store *store, struct error *err) {
    sqlite3 *copy = backup_in_memory(store->database, err);
    if (!copy) {
        return false;
    }
    database_close(store->database);
    store->database = copy;
    return migrations_run(copy, migrations_known(), NULL, err) &&
           statement_script(copy, store->path, "PRAGMA query_only = ON", err);
}

static bool say_damaged(struct store *store, struct error *err) {
    const char *backup = store_newest_backup(store);
    struct error why = *err;
    return error_set(err, ERROR_STORE,
                     "%s is damaged and was left as it is (%.200s). When something is next "
                     "recorded it is set aside and a new history begins. %s%s",
                     store->path, why.text,
                     backup ? _("The newest good backup is ") : _("There is no backup"),
                     backup ? backup : "");
}

static enum database_kind look_closer(struct store *store, int64_t *version, struct error *err) {
    if (was_emptied(store)) {
        error_set(err, ERROR_STORE, "nothing is left in the file");
        return DATABASE_DAMAGED;
    }
    enum database_kind kind = database_identify(store->database, version, err);
    struct stat status;
    if ((kind != DATABASE_OURS && kind != DATABASE_OLDER) || stat(store->path, &status) != 0 ||
        status.st_size > LOOK_CHECK_MAX) {
        return kind;
    }
    switch (database_check(store->database, false, err)) {
    case DATABASE_WHOLE:
        return kind;
    case DATABASE_BROKEN:
        return DATABASE_DAMAGED;
    case DATABASE_UNCHECKED:
        break;
    }
    return DATABASE_FAILED;
}

bool opening_to_look(struct store *store, struct error *err) {
    if (!file_exists(store->path)) {
        return look_at_nothing(store, err);
    }
    store->database = database_open_looking(store->path, err);
    if (!store->database) {
        return false;
    }
    int64_t version;
    enum database_kind kind = look_closer(store, &version, err);
    switch (kind) {
    case DATABASE_EMPTY:
        return look_at_nothing(store, err);
    case DATABASE_OURS:
        return true;
    case DATABASE_OLDER:
        return look_at_older(store, err);
    case DATABASE_NEWER:
    case DATABASE_FOREIGN:
        return refuse(store, kind, version, err);
    case DATABASE_DAMAGED:
        return say_damaged(store, err);
    case DATABASE_FAILED:
        break;
    }
    return error_prefix(err, store->path);
}

// Writing

static bool create_file(const struct store *store, struct error *err) {
    int file = open(store->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, FILE_MODE);
    if (file < 0) {
        return error_set(err, ERROR_STORE, "%s could not be made: %s", store->path,
                         strerror(errno));
    }
    close(file);
    return true;
}

// A history that was copied back by hand may be readable by others.
static void make_private(const struct store *store) {
    static const char *const endings[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        struct text_builder name = {0};
        text_add_format(&name, "%s%s", store->path, endings[i]);
        struct stat status;
        if (stat(name.text, &status) == 0 && (status.st_mode & 0777) != FILE_MODE &&
            chmod(name.text, FILE_MODE) != 0) {
            log_warning("%s can be read by others: %s", name.text, strerror(errno));
        }
        text_builder_free(&name);
    }
}

static bool begin_again(struct store *store, struct error *err) {
    database_close(store->database);
    store->database = NULL;
    if (!aside_put(store->path, clock_wall_now(&store->clock), &store->set_aside, err) ||
        !create_file(store, err)) {
        return false;
    }
    store->health = STORE_SET_ASIDE;
    store->database = database_open(store->path, err);
    return store->database != NULL;
}

// Everything up to a file that is a good history, or an empty one.
static bool open_file(struct store *store, enum database_kind *kind, struct error *err) {
    if (aside_is_stray(store->path) || was_emptied(store)) {
        *kind = DATABASE_EMPTY;
        return begin_again(store, err);
    }
    if (!file_exists(store->path) && !create_file(store, err)) {
        return false;
    }
    store->database = database_open(store->path, err);
    if (!store->database) {
        return false;
    }
    int64_t version;
    *kind = database_identify(store->database, &version, err);
    if (*kind == DATABASE_NEWER || *kind == DATABASE_FOREIGN) {
        return refuse(store, *kind, version, err);
    }
    if (*kind == DATABASE_OURS || *kind == DATABASE_OLDER) {
        enum database_state state = database_check(store->database, false, err);
        *kind = state == DATABASE_WHOLE    ? *kind
                : state == DATABASE_BROKEN ? DATABASE_DAMAGED
                                           : DATABASE_FAILED;
    }
    if (*kind == DATABASE_DAMAGED) {
        *kind = DATABASE_EMPTY;
        return begin_again(store, err);
    }
    store->health = *kind == DATABASE_EMPTY ? STORE_NEW : STORE_GOOD;
    return *kind != DATABASE_FAILED || error_prefix(err, store->path);
}

// A backup that cannot be made is no reason to refuse what the person wants to record.
static void back_up(const struct store *store) {
    char date[ASIDE_DATE_MAX];
    bool damaged = aside_newest_date(store->path, date);
    struct error err;
    if (!backup_daily(store->database, store->backups, clock_wall_now(&store->clock),
                      damaged ? date : NULL, &err)) {
        log_warning("today's backup of the history could not be made: %s", err.text);
    }
}

static bool open_locked(struct store *store, const char *folder, struct error *err) {
    enum database_kind kind;
    if (!open_file(store, &kind, err) || !database_accept(store->database, err)) {
        return false;
    }
    make_private(store);
    if (kind != DATABASE_EMPTY && store->backups) {
        back_up(store);
    }
    return migrations_run(store->database, migrations_known(),
                          store->backups ? store->backups : folder, err);
}

bool opening_to_write(struct store *store, struct error *err) {
    char *folder = folder_of(store->path);
    int lock = -1;
    bool opened = file_make_folder(folder, FOLDER_MODE, err);
    if (!opened) {
        error_prefix(err, folder);
        err->code = ERROR_STORE;
    }
    opened = opened && folder_lock(folder, &lock, err) && open_locked(store, folder, err);
    folder_unlock(lock);
    memory_free(folder);
    return opened;
}
