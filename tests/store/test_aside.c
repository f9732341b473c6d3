// SPDX-License-Identifier: MIT
#include "store/place.h"

#include <signal.h>
#include <sys/wait.h>

// Damaged histories: told from good ones, put aside whole, never in the way of a new beginning.

static void overwrite(const char *path, long at, const char *with, size_t length) {
    FILE *file = fopen(path, "r+b");
    assert_non_null(file);
    fseek(file, at, SEEK_SET);
    assert_int_equal(fwrite(with, 1, length, file), length);
    fclose(file);
}

static void put_text(const char *path, const char *text) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

enum damage { HALF, PAGE, HEADER, TEXT, EMPTIED, DAMAGE_COUNT };

static void damage_file(const char *path, enum damage damage) {
    char noise[4096];
    memset(noise, 0xa5, sizeof noise);
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    switch (damage) {
    case HALF:
        assert_int_equal(truncate(path, status.st_size / 2 + 100), 0);
        break;
    case PAGE:
        overwrite(path, 4096, noise, sizeof noise);
        break;
    case HEADER:
        overwrite(path, 0, noise, 64);
        break;
    case TEXT:
        put_text(path, "Dear diary, today it twitched twice.\n");
        break;
    case EMPTIED:
    case DAMAGE_COUNT:
        assert_int_equal(truncate(path, 0), 0);
        break;
    }
}

static void assert_set_aside(const struct place *place, struct contents damaged) {
    struct store *store = open_at(place, later(morning, 2 * 86400));
    assert_int_equal(store_health(store), STORE_SET_ASIDE);
    char expected[160];
    snprintf(expected, sizeof expected, "%s.damaged-20261123-080000", place->history);
    assert_string_equal(store_set_aside_path(store), expected);
    assert_same_bytes(expected, damaged);
    assert_int_equal(count_sessions(store), 0);
    const char *backup = store_newest_backup(store);
    assert_non_null(backup);
    assert_non_null(strstr(backup, "/backups/history-2026-11-22.db"));
    assert_int_equal(ask_sql(backup, "SELECT count(*) FROM sessions"), 40);
    struct session_record record;
    add_session(store, morning, 1000, &record);
    store_close(store);
    store = open_at(place, later(morning, 2 * 86400));
    assert_int_equal(store_health(store), STORE_GOOD);
    assert_int_equal(count_sessions(store), 1);
    store_close(store);
}

static void a_damaged_file_is_set_aside(void **state) {
    const struct place *place = *state;
    for (enum damage damage = 0; damage < DAMAGE_COUNT; damage++) {
        fill_place(place, 40);
        store_close(open_at(place, later(morning, 86400))); // makes the backup
        damage_file(place->history, damage);
        struct contents damaged = contents_read(place->history);
        struct store_options options = options_of(place);
        options.read_only = true;
        assert_true(refuses(&options, ERROR_STORE, "history-2026-11-22.db"));
        assert_same_bytes(place->history, damaged);
        assert_set_aside(place, damaged);
        free(damaged.bytes);
        folder_empty(place->backups);
        folder_empty(place->folder);
    }
}

static void the_log_goes_with_it(void **state) {
    const struct place *place = *state;
    fill_place(place, 1);
    damage_file(place->history, HEADER);
    char log[128], aside[160];
    snprintf(log, sizeof log, "%s-wal", place->history);
    put_text(log, "not a log");
    store_close(open_at(place, morning));
    snprintf(aside, sizeof aside, "%s.damaged-20261121-080000-wal", place->history);
    struct contents kept = contents_read(aside);
    assert_int_equal(kept.size, 9);
    free(kept.bytes);
    // Once more at the same moment: nothing is overwritten.
    damage_file(place->history, HEADER);
    struct store *store = open_at(place, morning);
    snprintf(aside, sizeof aside, "%s.damaged-20261121-080000-2", place->history);
    assert_string_equal(store_set_aside_path(store), aside);
    store_close(store);
}

static void a_log_without_its_history_is_kept(void **state) {
    const struct place *place = *state;
    char log[128], aside[160];
    snprintf(log, sizeof log, "%s-wal", place->history);
    put_text(log, "the only trace");
    struct store *store = open_at(place, morning);
    assert_int_equal(store_health(store), STORE_SET_ASIDE);
    snprintf(aside, sizeof aside, "%s-wal", store_set_aside_path(store));
    struct contents kept = contents_read(aside);
    assert_memory_equal(kept.bytes, "the only trace", 14);
    free(kept.bytes);
    store_close(store);
}

// Another process that has the file open would go on writing under the new name.
static void a_damaged_file_in_use_stays(void **state) {
    const struct place *place = *state;
    fill_place(place, 40);
    int ready[2];
    assert_int_equal(pipe(ready), 0);
    pid_t child = fork();
    if (child == 0) {
        struct error err;
        struct store_options options = options_of(place);
        struct store *store = store_open(&options, &err);
        (void)!write(ready[1], store ? "1" : "0", 1);
        pause();
        _exit(0);
    }
    char opened = '0';
    assert_int_equal(read(ready[0], &opened, 1), 1);
    assert_int_equal(opened, '1');
    damage_file(place->history, HEADER);
    struct contents damaged = contents_read(place->history);
    struct store_options options = options_of(place);
    assert_true(refuses(&options, ERROR_STORE, "another repose still has it open"));
    assert_same_bytes(place->history, damaged);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    struct store *store = open_at(place, morning);
    assert_int_equal(store_health(store), STORE_SET_ASIDE);
    store_close(store);
    free(damaged.bytes);
    close(ready[0]);
    close(ready[1]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_damaged_file_is_set_aside),
        TEST(the_log_goes_with_it),
        TEST(a_log_without_its_history_is_kept),
        TEST(a_damaged_file_in_use_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
