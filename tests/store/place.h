// SPDX-License-Identifier: MIT
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/memory.h"
#include "store/sessions.h"
#include "store/store.h"

// A folder of its own for each test of the history, and what such tests need again and again.

struct place {
    char folder[64];
    char history[96];
    char backups[96];
};

// 2026-11-21 08:00 at UTC+1.
static const struct wall morning = {.utc_s = 1795244400, .offset_min = 60};

static inline struct wall later(struct wall wall, int64_t seconds) {
    return (struct wall){.utc_s = wall.utc_s + seconds, .offset_min = wall.offset_min};
}

static inline int place_make(void **state) {
    struct place *place = calloc(1, sizeof *place);
    const char *temporary = getenv("TMPDIR");
    snprintf(place->folder, sizeof place->folder, "%.40s/repose-store-XXXXXX",
             temporary ? temporary : "/tmp");
    if (!mkdtemp(place->folder)) {
        free(place);
        return -1;
    }
    snprintf(place->history, sizeof place->history, "%s/history.db", place->folder);
    snprintf(place->backups, sizeof place->backups, "%s/backups", place->folder);
    *state = place;
    return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, place_make, place_remove)

static inline void folder_empty(const char *folder) {
    struct file_names names;
    struct error err;
    if (!file_list(folder, "", &names, &err)) {
        return;
    }
    for (int i = 0; i < names.count; i++) {
        char *path = file_join(folder, names.names[i]);
        remove(path);
        memory_free(path);
    }
    file_names_free(&names);
}

static inline int place_remove(void **state) {
    struct place *place = *state;
    folder_empty(place->backups);
    folder_empty(place->folder);
    int failed = rmdir(place->folder);
    free(place);
    return failed;
}

static inline struct store_options options_of(const struct place *place) {
    return (struct store_options){
        .path = place->history, .backups = place->backups, .now = morning};
}

// Opens or fails the test with what the history said.
static inline struct store *must_open(const struct store_options *options) {
    struct error err = {0};
    struct store *store = store_open(options, &err);
    if (!store) {
        fail_msg("%s", err.text);
    }
    return store;
}

static inline struct store *open_at(const struct place *place, struct wall now) {
    struct store_options options = options_of(place);
    options.now = now;
    return must_open(&options);
}

static inline struct store *open_memory(void) {
    return must_open(&(struct store_options){.path = ":memory:", .now = morning});
}

#define assert_ok(call)                                                                            \
    do {                                                                                           \
        struct error err = {0};                                                                    \
        if (!(call)) {                                                                             \
            fail_msg("%s", err.text);                                                              \
        }                                                                                          \
    } while (0)

static inline struct session_record box_breath(struct wall started) {
    struct session_record record = {
        .routine = "breath-box",
        .title = "Box breathing",
        .category = CATEGORY_BREATHING,
        .started = started,
        .planned_ms = 288000,
        .before = -1,
        .after = -1,
        .source = "played",
    };
    return record;
}

// A session that was played for so long and then ended.
static inline void add_session(struct store *store, struct wall started, int64_t played_ms,
                               struct session_record *record) {
    *record = box_breath(started);
    assert_ok(sessions_start(store, record, &err));
    record->played_ms = played_ms;
    record->position_ms = played_ms;
    record->seen = later(started, played_ms / 1000);
    record->ending = ENDING_INTERRUPTED;
    record->status = SESSION_PARTIAL;
    assert_ok(sessions_finish(store, record, &err));
}

static inline struct session_list list_all(struct store *store, struct wall now) {
    struct session_list list;
    assert_ok(sessions_list(store, INT64_MIN, INT64_MAX, 240, now, &list, &err));
    return list;
}

static inline int count_sessions(struct store *store) {
    struct session_list list = list_all(store, morning);
    int count = list.count;
    session_list_free(&list);
    return count;
}

// Runs SQL on a file past the program, as a person with the sqlite3 tool would.
static inline void run_sql(const char *path, const char *sql) {
    sqlite3 *database;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    char *message = NULL;
    if (sqlite3_exec(database, sql, NULL, NULL, &message) != SQLITE_OK) {
        fail_msg("%s", message);
    }
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
}

static inline int64_t ask_sql(const char *path, const char *sql) {
    sqlite3 *database;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    sqlite3_stmt *statement;
    assert_int_equal(sqlite3_prepare_v2(database, sql, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    int64_t value = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
    return value;
}

static inline unsigned mode_of(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 ? (unsigned)status.st_mode & 0777u : 0;
}

// How many names in a folder hold a text.
static inline int count_names(const char *folder, const char *text) {
    struct file_names names;
    struct error err;
    int count = 0;
    if (file_list(folder, "", &names, &err)) {
        for (int i = 0; i < names.count; i++) {
            count += strstr(names.names[i], text) != NULL;
        }
        file_names_free(&names);
    }
    return count;
}

struct contents {
    char *bytes;
    size_t size;
};

static inline struct contents contents_read(const char *path) {
    struct contents contents = {0};
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    fseek(file, 0, SEEK_END);
    contents.size = (size_t)ftell(file);
    rewind(file);
    contents.bytes = malloc(contents.size + 1);
    assert_int_equal(fread(contents.bytes, 1, contents.size, file), contents.size);
    fclose(file);
    return contents;
}

static inline void contents_write(const char *path, struct contents contents) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(contents.bytes, 1, contents.size, file), contents.size);
    fclose(file);
}

static inline void assert_same_bytes(const char *path, struct contents before) {
    struct contents after = contents_read(path);
    assert_int_equal(after.size, before.size);
    assert_memory_equal(after.bytes, before.bytes, before.size);
    free(after.bytes);
}

static inline bool refuses(const struct store_options *options, int code, const char *text) {
    struct error err = {0};
    struct store *store = store_open(options, &err);
    bool refused = !store && (int)err.code == code && strstr(err.text, text) != NULL;
    if (!refused) {
        print_message("code %d: %s\n", (int)err.code, err.text);
    }
    store_close(store);
    return refused;
}

// A history with so many sessions, closed.
static inline void fill_place(const struct place *place, int sessions) {
    struct store *store = open_at(place, morning);
    for (int i = 0; i < sessions; i++) {
        struct session_record record;
        add_session(store, later(morning, i * 400), 60000 + i, &record);
    }
    store_close(store);
}

static inline struct played played_of(int64_t from_ms, int64_t to_ms) {
    struct played played;
    played_init(&played, 4);
    assert_true(played_add(&played, from_ms, to_ms));
    return played;
}

static inline void checkpoint(struct store *store, const char *id, int64_t played_to_ms,
                              struct wall now) {
    struct played played = played_of(0, played_to_ms);
    assert_ok(sessions_checkpoint(store, id, played_to_ms, 0, &played, now, &err));
    played_free(&played);
}

// A history as an earlier version left it, from the dump of one.
static inline void fill_from_dump(const struct place *place, const char *path) {
    struct contents dump = contents_read(path);
    char *sql = (char *)dump.bytes;
    sql[dump.size] = '\0';
    run_sql(place->history, sql);
    free(dump.bytes);
}

// Each condition is SQL that gives 1; NULL ends them.
static inline void expect_all(const struct place *place, const char *const conditions[]) {
    for (int i = 0; conditions[i]; i++) {
        if (ask_sql(place->history, conditions[i]) != 1) {
            fail_msg("%s", conditions[i]);
        }
    }
}
