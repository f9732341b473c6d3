// SPDX-License-Identifier: MIT
#include "store/place.h"

#include <signal.h>
#include <sys/wait.h>

#include "store/migrations.h"

enum { NOBODY = 65534 };

static void what_was_recorded_is_there_again(void **state) {
    const struct place *place = *state;
    struct store *store = open_at(place, morning);
    assert_int_equal(store_health(store), STORE_NEW);
    assert_null(store_set_aside_path(store));
    assert_null(store_newest_backup(store));
    struct session_record record;
    add_session(store, morning, 90000, &record);
    store_close(store);
    store = open_at(place, morning);
    assert_int_equal(store_health(store), STORE_GOOD);
    struct session_list list = list_all(store, morning);
    assert_int_equal(list.count, 1);
    assert_string_equal(list.records[0].id, record.id);
    session_list_free(&list);
    assert_ok(store_check(store, &err));
    store_close(store);
    assert_int_equal(ask_sql(place->history, "PRAGMA application_id"), STORE_APPLICATION_ID);
}

static void files_are_private_under_any_umask(void **state) {
    const struct place *place = *state;
    char folder[128], path[160], log[176], shared[176];
    snprintf(folder, sizeof folder, "%s/a", place->folder);
    snprintf(path, sizeof path, "%s/history.db", folder);
    snprintf(log, sizeof log, "%s-wal", path);
    snprintf(shared, sizeof shared, "%s-shm", path);
    mode_t before = umask(0);
    struct store *store =
        must_open(&(struct store_options){.path = path, .backups = folder, .now = morning});
    umask(before);
    struct session_record record;
    add_session(store, morning, 1000, &record);
    assert_int_equal(mode_of(folder), 0700);
    assert_int_equal(mode_of(path), 0600);
    assert_int_equal(mode_of(log), 0600);
    assert_int_equal(mode_of(shared), 0600);
    store_close(store);
    assert_int_equal(chmod(path, 0644), 0);
    store = must_open(&(struct store_options){.path = path, .backups = folder, .now = morning});
    assert_int_equal(mode_of(path), 0600);
    store_close(store);
    assert_int_equal(count_names(folder, "history-2026-11-21.db"), 1);
    folder_empty(folder);
    assert_int_equal(rmdir(folder), 0);
}

static void looking_creates_nothing(void **state) {
    const struct place *place = *state;
    char below[128];
    snprintf(below, sizeof below, "%s/none/history.db", place->folder);
    const char *const paths[] = {place->history, below};
    for (int i = 0; i < 2; i++) {
        struct store *store = must_open(&(struct store_options){
            .path = paths[i], .backups = place->backups, .now = morning, .read_only = true});
        assert_int_equal(store_health(store), STORE_NEW);
        assert_int_equal(count_sessions(store), 0);
        struct session_record record = box_breath(morning);
        struct error err = {0};
        assert_false(sessions_start(store, &record, &err));
        assert_int_equal(err.code, ERROR_STORE);
        store_close(store);
        assert_int_equal(count_names(place->folder, ""), 0);
    }
}

static void looking_changes_nothing(void **state) {
    const struct place *place = *state;
    fill_place(place, 2);
    struct contents before = contents_read(place->history);
    struct store_options options = options_of(place);
    options.read_only = true;
    struct store *store = must_open(&options);
    assert_int_equal(store_health(store), STORE_GOOD);
    assert_int_equal(count_sessions(store), 2);
    struct session_record record = box_breath(morning);
    struct error err = {0};
    assert_false(sessions_start(store, &record, &err));
    assert_non_null(strstr(err.text, "may not be written"));
    store_close(store);
    assert_same_bytes(place->history, before);
    assert_int_equal(count_names(place->folder, ""), 1);
    free(before.bytes);
}

// Runs a check as somebody who is not root, for whom permissions count.
static void as_nobody(bool (*check)(const struct place *), const struct place *place) {
    pid_t child = fork();
    if (child == 0) {
        bool dropped = geteuid() != 0 || (setgid(NOBODY) == 0 && setuid(NOBODY) == 0);
        _exit(dropped && check(place) ? 0 : 1);
    }
    int status = -1;
    waitpid(child, &status, 0);
    assert_int_equal(status, 0);
}

static void give_to_nobody(const char *path, mode_t mode) {
    if (geteuid() == 0) {
        assert_int_equal(chown(path, NOBODY, NOBODY), 0);
    }
    assert_int_equal(chmod(path, mode), 0);
}

static bool looks_but_does_not_write(const struct place *place) {
    struct store_options options = options_of(place);
    if (!refuses(&options, ERROR_STORE, place->history)) {
        return false;
    }
    options.read_only = true;
    struct error err = {0};
    struct store *store = store_open(&options, &err);
    bool done = store && count_sessions(store) == 2;
    store_close(store);
    return done;
}

static void a_read_only_file_can_be_looked_at(void **state) {
    const struct place *place = *state;
    fill_place(place, 2);
    struct contents before = contents_read(place->history);
    give_to_nobody(place->history, 0400);
    give_to_nobody(place->folder, 0500);
    as_nobody(looks_but_does_not_write, place);
    assert_same_bytes(place->history, before);
    assert_int_equal(chmod(place->folder, 0700), 0);
    assert_int_equal(count_names(place->folder, "-wal"), 0);
    free(before.bytes);
}

static bool says_that_it_cannot_write(const struct place *place) {
    struct store_options options = options_of(place);
    return refuses(&options, ERROR_STORE, place->history);
}

static void a_read_only_folder_is_named(void **state) {
    const struct place *place = *state;
    give_to_nobody(place->folder, 0500);
    as_nobody(says_that_it_cannot_write, place);
    assert_int_equal(chmod(place->folder, 0700), 0);
    assert_int_equal(count_names(place->folder, ""), 0);
}

// Copies the files of an open history, so that its log is left as after a loss of power.
static void copy_file(const char *from, const char *to) {
    struct contents contents = contents_read(from);
    contents_write(to, contents);
    free(contents.bytes);
}

static void leave_with_log(const struct place *place, const char *path) {
    struct store *store = open_at(place, morning);
    struct session_record record;
    add_session(store, morning, 1000, &record);
    char log[128], log_copy[128];
    snprintf(log, sizeof log, "%s-wal", place->history);
    snprintf(log_copy, sizeof log_copy, "%s-wal", path);
    copy_file(place->history, path);
    copy_file(log, log_copy);
    store_close(store);
}

static bool does_not_pretend(const struct place *place) {
    struct place crashed = *place;
    snprintf(crashed.history, sizeof crashed.history, "%s/crashed.db", place->folder);
    struct store_options options = options_of(&crashed);
    options.read_only = true;
    return refuses(&options, ERROR_STORE, crashed.history);
}

// What stands in the log alone cannot be read there; showing less than was recorded would be wrong.
static void a_log_on_a_read_only_disk_is_no_empty_history(void **state) {
    const struct place *place = *state;
    char path[128], log[144];
    snprintf(path, sizeof path, "%s/crashed.db", place->folder);
    snprintf(log, sizeof log, "%s-wal", path);
    leave_with_log(place, path);
    give_to_nobody(path, 0400);
    give_to_nobody(log, 0400);
    give_to_nobody(place->folder, 0500);
    as_nobody(does_not_pretend, place);
    assert_int_equal(chmod(place->folder, 0700), 0);
}

static void what_stands_in_the_log_counts(void **state) {
    const struct place *place = *state;
    char path[128];
    snprintf(path, sizeof path, "%s/crashed.db", place->folder);
    leave_with_log(place, path);
    struct store *store = must_open(&(struct store_options){.path = path, .now = morning});
    assert_int_equal(store_health(store), STORE_GOOD);
    assert_int_equal(count_sessions(store), 1);
    store_close(store);
}

static void a_later_schema_is_refused_untouched(void **state) {
    const struct place *place = *state;
    fill_place(place, 2);
    run_sql(place->history, "PRAGMA user_version = 97");
    struct contents before = contents_read(place->history);
    struct store_options options = options_of(place);
    options.now = later(morning, 86400);
    char known[32];
    snprintf(known, sizeof known, "knows %d", migrations_known().count);
    assert_true(refuses(&options, ERROR_NEWER, place->history));
    assert_true(refuses(&options, ERROR_NEWER, "schema 97"));
    assert_true(refuses(&options, ERROR_NEWER, known));
    assert_true(refuses(&options, ERROR_NEWER, "later version"));
    options.read_only = true;
    assert_true(refuses(&options, ERROR_NEWER, "schema 97"));
    assert_same_bytes(place->history, before);
    assert_int_equal(count_names(place->folder, ""), 1);
    free(before.bytes);
}

static void a_later_schema_in_the_log_is_refused_too(void **state) {
    const struct place *place = *state;
    fill_place(place, 1);
    sqlite3 *other;
    assert_int_equal(sqlite3_open(place->history, &other), SQLITE_OK);
    sqlite3_db_config(other, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    assert_int_equal(sqlite3_exec(other, "PRAGMA user_version = 97", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(other);
    char log[128];
    snprintf(log, sizeof log, "%s-wal", place->history);
    struct contents before = contents_read(place->history);
    struct contents log_before = contents_read(log);
    struct store_options options = options_of(place);
    assert_true(refuses(&options, ERROR_NEWER, "schema 97"));
    assert_same_bytes(place->history, before);
    assert_same_bytes(log, log_before);
    free(before.bytes);
    free(log_before.bytes);
}

static void a_database_of_another_program_is_left_alone(void **state) {
    const struct place *place = *state;
    run_sql(place->history, "CREATE TABLE recipes (name TEXT)");
    struct contents before = contents_read(place->history);
    struct store_options options = options_of(place);
    assert_true(refuses(&options, ERROR_STORE, "another program"));
    options.read_only = true;
    assert_true(refuses(&options, ERROR_STORE, "another program"));
    assert_same_bytes(place->history, before);
    free(before.bytes);
}

static void what_is_no_file_is_no_history(void **state) {
    const struct place *place = *state;
    char fifo[128];
    snprintf(fifo, sizeof fifo, "%s/fifo", place->folder);
    assert_int_equal(mkfifo(fifo, 0600), 0);
    const char *const paths[] = {place->folder, fifo, "/dev/zero", "/dev/null"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct store_options options = {.path = paths[i], .now = morning};
        assert_true(refuses(&options, ERROR_STORE, paths[i]));
        options.read_only = true;
        assert_true(refuses(&options, ERROR_STORE, paths[i]));
    }
    struct store_options below = {.path = "/dev/null/history.db", .now = morning};
    assert_true(refuses(&below, ERROR_STORE, "/dev/null"));
}

static void a_bare_name_lies_in_the_working_folder(void **state) {
    const struct place *place = *state;
    char before[512];
    assert_non_null(getcwd(before, sizeof before));
    assert_int_equal(chdir(place->folder), 0);
    struct store *store = must_open(&(struct store_options){.path = "history.db", .now = morning});
    struct session_record record;
    add_session(store, morning, 1000, &record);
    store_close(store);
    assert_int_equal(chdir(before), 0);
    assert_int_equal(ask_sql(place->history, "SELECT count(*) FROM sessions"), 1);
}

enum { PROCESSES = 4, SESSIONS_EACH = 12 };

static bool record_some(const struct place *place) {
    struct error err;
    struct store_options options = options_of(place);
    struct store *store = store_open(&options, &err);
    bool done = store != NULL;
    for (int i = 0; done && i < SESSIONS_EACH; i++) {
        struct session_record record = box_breath(later(morning, i));
        done = sessions_start(store, &record, &err);
        record.played_ms = 1000;
        record.status = SESSION_PARTIAL;
        record.ending = ENDING_TIRED;
        done = done && sessions_finish(store, &record, &err);
    }
    if (!done) {
        fprintf(stderr, "%s\n", err.text);
    }
    store_close(store);
    return done;
}

static void several_processes_begin_one_history_together(void **state) {
    const struct place *place = *state;
    pid_t children[PROCESSES];
    for (int i = 0; i < PROCESSES; i++) {
        children[i] = fork();
        if (children[i] == 0) {
            _exit(record_some(place) ? 0 : 1);
        }
    }
    for (int i = 0; i < PROCESSES; i++) {
        int status;
        waitpid(children[i], &status, 0);
        assert_int_equal(status, 0);
    }
    struct store *store = open_at(place, morning);
    assert_int_equal(count_sessions(store), PROCESSES * SESSIONS_EACH);
    assert_ok(store_check(store, &err));
    store_close(store);
}

static void one_waits_for_the_other(void **state) {
    const struct place *place = *state;
    fill_place(place, 1);
    int ready[2];
    assert_int_equal(pipe(ready), 0);
    pid_t child = fork();
    if (child == 0) {
        struct error err;
        struct store_options options = options_of(place);
        struct store *store = store_open(&options, &err);
        bool begun = store && store_begin(store, &err);
        (void)!write(ready[1], begun ? "1" : "0", 1);
        clock_sleep_ms(100);
        bool done = begun && store_commit(store, &err);
        store_close(store);
        _exit(done ? 0 : 1);
    }
    char begun = '0';
    struct store *store = open_at(place, morning);
    assert_int_equal(read(ready[0], &begun, 1), 1);
    assert_int_equal(begun, '1');
    assert_int_equal(count_sessions(store), 1); // looking never waits
    struct session_record record;
    add_session(store, morning, 1000, &record);
    store_close(store);
    int status;
    waitpid(child, &status, 0);
    assert_int_equal(status, 0);
    close(ready[0]);
    close(ready[1]);
}

static void closing_nothing_is_fine(void **state) {
    (void)state;
    store_close(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(what_was_recorded_is_there_again),
        TEST(files_are_private_under_any_umask),
        TEST(looking_creates_nothing),
        TEST(looking_changes_nothing),
        TEST(a_read_only_file_can_be_looked_at),
        TEST(a_read_only_folder_is_named),
        TEST(a_log_on_a_read_only_disk_is_no_empty_history),
        TEST(what_stands_in_the_log_counts),
        TEST(a_later_schema_is_refused_untouched),
        TEST(a_later_schema_in_the_log_is_refused_too),
        TEST(a_database_of_another_program_is_left_alone),
        TEST(what_is_no_file_is_no_history),
        TEST(a_bare_name_lies_in_the_working_folder),
        TEST(several_processes_begin_one_history_together),
        TEST(one_waits_for_the_other),
        cmocka_unit_test(closing_nothing_is_fine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
