// SPDX-License-Identifier: MIT
#include "store/backups.h"

#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "store/database.h"
#include "store/statement.h"

enum {
    HEADER_WRITE_VERSION = 18, // bytes of SQLite's file header: 1 = rollback journal, 2 = WAL
    HEADER_READ_VERSION = 19,
    HEADER_SIZE = 100,
};

static const char daily_form[] = "history-0000-00-00.db"; // 0 stands for any digit

static bool is_daily(const char *name) {
    if (strlen(name) != sizeof daily_form - 1) {
        return false;
    }
    for (size_t i = 0; i < sizeof daily_form - 1; i++) {
        bool digit = name[i] >= '0' && name[i] <= '9';
        if (daily_form[i] == '0' ? !digit : name[i] != daily_form[i]) {
            return false;
        }
    }
    return true;
}

// One step copies all pages, so no writer comes in between; a busy source is asked again.
static int copy_pages(sqlite3 *source, sqlite3 *copy) {
    sqlite3_backup *backup = sqlite3_backup_init(copy, "main", source, "main");
    if (!backup) {
        return sqlite3_errcode(copy);
    }
    int64_t until_ms = clock_monotonic_ms() + DATABASE_BUSY_MS;
    int code = sqlite3_backup_step(backup, -1);
    while ((code == SQLITE_BUSY || code == SQLITE_LOCKED) && clock_monotonic_ms() < until_ms) {
        clock_sleep_ms(20);
        code = sqlite3_backup_step(backup, -1);
    }
    int finished = sqlite3_backup_finish(backup);
    if (finished == SQLITE_OK && code != SQLITE_DONE) {
        return code; // busy is no error to sqlite3_backup_finish
    }
    return finished;
}

sqlite3 *backup_in_memory(sqlite3 *source, struct error *err) {
    sqlite3 *copy = database_open_memory(err);
    if (!copy) {
        return NULL;
    }
    int code = copy_pages(source, copy);
    if (code != SQLITE_OK) {
        error_set(err, ERROR_STORE, "the history could not be copied: %s", sqlite3_errstr(code));
        database_close(copy);
        return NULL;
    }
    return copy;
}

static bool write_image(sqlite3 *copy, const char *path, struct error *err) {
    sqlite3_int64 size = 0;
    unsigned char *image = sqlite3_serialize(copy, "main", &size, 0);
    if (!image || size < HEADER_SIZE) {
        sqlite3_free(image);
        return error_set(err, ERROR_STORE, "the history could not be copied: out of memory");
    }
    // A copy stands alone: with WAL in its header it could not be read from a folder that may not
    // be written to.
    image[HEADER_WRITE_VERSION] = 1;
    image[HEADER_READ_VERSION] = 1;
    bool written = file_write(path, image, (size_t)size, 0600, err);
    sqlite3_free(image);
    return written || error_prefix(err, path);
}

bool backup_copy(sqlite3 *source, const char *path, struct error *err) {
    sqlite3 *copy = backup_in_memory(source, err);
    if (!copy) {
        return false;
    }
    bool done = database_check(copy, false, err) == DATABASE_WHOLE && write_image(copy, path, err);
    database_close(copy);
    return done;
}

// A name of the daily form holds its date behind "history-".
static const char *date_of(const char *name) {
    return name + strcspn(name, "0123456789");
}

static bool is_before(const char *name, const char *damaged_on) {
    char compact[9] = "";
    const char *date = date_of(name);
    text_format(compact, sizeof compact, "%.4s%.2s%.2s", date, date + 5, date + 8);
    return strcmp(compact, damaged_on) <= 0;
}

// The index of the copy that a damaged history needs, -1 without one.
static int needed(const struct file_names *names, const char *damaged_on) {
    for (int i = names->count - 1; damaged_on && i >= 0; i--) {
        if (is_daily(names->names[i]) && is_before(names->names[i], damaged_on)) {
            return i;
        }
    }
    return -1;
}

static bool prune(const char *folder, const char *damaged_on, struct error *err) {
    struct file_names names;
    if (!file_list(folder, ".db", &names, err)) {
        return false;
    }
    int spared = needed(&names, damaged_on);
    int kept = 0;
    for (int i = names.count - 1; i >= 0; i--) { // newest first
        if (!is_daily(names.names[i]) || i == spared || kept++ < BACKUPS_KEPT) {
            continue;
        }
        char *path = file_join(folder, names.names[i]);
        if (unlink(path) != 0) {
            log_warning("the old backup %s could not be removed", path);
        }
        memory_free(path);
    }
    file_names_free(&names);
    return true;
}

bool backup_daily(sqlite3 *source, const char *folder, struct wall now, const char *damaged_on,
                  struct error *err) {
    int year, month, day;
    date_of_day(wall_day(now), &year, &month, &day);
    char name[48];
    text_format(name, sizeof name, "history-%04d-%02d-%02d.db", year, month, day);
    char *path = file_join(folder, name);
    bool done =
        file_exists(path) || (file_make_folder(folder, 0700, err) &&
                              backup_copy(source, path, err) && prune(folder, damaged_on, err));
    memory_free(path);
    return done;
}

// Copies made before a change of the schema carry a number in place of a date; they count when no
// dated one is good.
static char *newest_of(const char *folder, const struct file_names *names, bool daily) {
    for (int i = names->count - 1; i >= 0; i--) {
        bool before = strncmp(names->names[i], "history-before-", 15) == 0;
        if (daily ? !is_daily(names->names[i]) : !before) {
            continue;
        }
        char *path = file_join(folder, names->names[i]);
        if (database_is_good(path)) {
            return path;
        }
        memory_free(path);
    }
    return NULL;
}

char *backup_newest(const char *folder) {
    struct file_names names;
    struct error ignored;
    if (!file_list(folder, ".db", &names, &ignored)) {
        return NULL;
    }
    char *path = newest_of(folder, &names, true);
    if (!path) {
        path = newest_of(folder, &names, false);
    }
    file_names_free(&names);
    return path;
}
