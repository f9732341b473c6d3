// SPDX-License-Identifier: MIT
#include "store/aside.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "store/folder.h"

static const char *const endings[] = {"", "-wal", "-shm"};
enum { FILES_OF_A_HISTORY = 3 };

static char *joined(const char *one, const char *other) {
    struct text_builder text = {0};
    text_add(&text, one);
    text_add(&text, other);
    return text.text;
}

// The file held against every other connection, of this process and of others.
struct hold {
    sqlite3 *database;
    sqlite3_file *file;
};

static void hold_release(struct hold *hold) {
    if (hold->file) {
        hold->file->pMethods->xUnlock(hold->file, SQLITE_LOCK_NONE);
    }
    sqlite3_close(hold->database);
}

// Every open connection of a history with a shared log holds SHARED for as long as it lives, so
// EXCLUSIVE is to be had only when there is none. Taken below SQLite's pager, which would read the
// file first and give up at the damage.
static bool hold_take(const char *path, struct hold *hold, struct error *err) {
    *hold = (struct hold){0};
    int code = sqlite3_open_v2(path, &hold->database, SQLITE_OPEN_READWRITE, NULL);
    sqlite3_file *file = NULL;
    if (code == SQLITE_OK) {
        code = sqlite3_file_control(hold->database, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    }
    if (code == SQLITE_OK) {
        hold->file = file;
        code = file->pMethods->xLock(file, SQLITE_LOCK_SHARED);
    }
    if (code == SQLITE_OK) {
        code = file->pMethods->xLock(file, SQLITE_LOCK_EXCLUSIVE);
    }
    if (code == SQLITE_OK) {
        return true;
    }
    hold_release(hold);
    *hold = (struct hold){0};
    if ((code & 0xff) == SQLITE_BUSY) {
        return error_set(err, ERROR_STORE,
                         "%s is damaged, and another repose still has it open; please close that "
                         "one and start again",
                         path);
    }
    return error_set(err, ERROR_STORE, "%s is damaged and could not be set aside: %s", path,
                     sqlite3_errstr(code));
}

static bool is_taken(const char *base) {
    bool taken = false;
    for (int i = 0; i < FILES_OF_A_HISTORY; i++) {
        char *path = joined(base, endings[i]);
        taken = taken || file_exists(path);
        memory_free(path);
    }
    return taken;
}

// A name that nothing has yet: damaged twice within a second, or under a fixed clock, gives -2.
static char *free_name(const char *path, struct wall now) {
    char text[WALL_TEXT_MAX];
    wall_text(now, text); // 2026-11-21T08:00:00+01:00
    struct text_builder name = {0};
    text_add_format(&name, "%s.damaged-%.4s%.2s%.2s-%.2s%.2s%.2s", path, text, text + 5, text + 8,
                    text + 11, text + 14, text + 17);
    size_t length = name.length;
    for (int number = 2; is_taken(name.text); number++) {
        name.length = length;
        text_add_format(&name, "-%d", number);
    }
    return name.text;
}

static bool move_one(const char *path, const char *to, const char *ending, struct error *err) {
    char *old_name = joined(path, ending);
    char *new_name = joined(to, ending);
    bool moved = rename(old_name, new_name) == 0 || errno == ENOENT;
    if (!moved) {
        error_set(err, ERROR_STORE, "%s is damaged and could not be renamed to %s: %s", old_name,
                  new_name, strerror(errno));
    }
    memory_free(old_name);
    memory_free(new_name);
    return moved;
}

bool aside_put(const char *path, struct wall now, char **where, struct error *err) {
    struct hold hold = {0};
    if (file_exists(path) && !hold_take(path, &hold, err)) {
        return false;
    }
    char *to = free_name(path, now);
    bool moved = true;
    for (int i = 0; moved && i < FILES_OF_A_HISTORY; i++) {
        moved = move_one(path, to, endings[i], err);
    }
    hold_release(&hold);
    if (!moved) {
        memory_free(to);
        return false;
    }
    *where = to;
    return true;
}

static int64_t size_of(const char *path, const char *ending) {
    char *name = joined(path, ending);
    struct stat status;
    int64_t size = stat(name, &status) == 0 ? (int64_t)status.st_size : 0;
    memory_free(name);
    return size;
}

bool aside_is_stray(const char *path) {
    return size_of(path, "") == 0 && size_of(path, "-wal") > 0;
}

bool aside_newest_date(const char *path, char date[ASIDE_DATE_MAX]) {
    char *folder = folder_of(path);
    const char *slash = strrchr(path, '/');
    char *start = joined(slash ? slash + 1 : path, ".damaged-");
    size_t length = strlen(start);
    struct file_names names;
    struct error ignored;
    bool found = false;
    if (file_list(folder, "", &names, &ignored)) {
        for (int i = 0; i < names.count; i++) { // by name, so the last one is the newest
            if (strncmp(names.names[i], start, length) == 0) {
                text_format(date, ASIDE_DATE_MAX, "%.8s", names.names[i] + length);
                found = true;
            }
        }
        file_names_free(&names);
    }
    memory_free(start);
    memory_free(folder);
    return found;
}
