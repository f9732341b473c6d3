// SPDX-License-Identifier: MIT
// wrap: fsync
#include "store/place.h"

#include <errno.h>

#include "base/file.h"

static int fsyncs_until_failure; // 0: none fails

int __real_fsync(int file);
int __wrap_fsync(int file);

int __wrap_fsync(int file) {
    if (fsyncs_until_failure > 0 && --fsyncs_until_failure == 0) {
        errno = ENOSPC;
        return -1;
    }
    return __real_fsync(file);
}

static void open_on_day(const struct place *place, int day) {
    store_close(open_at(place, later(morning, (int64_t)day * 86400)));
}

static void daily_path(const struct place *place, const char *date, char to[160]) {
    snprintf(to, 160, "%s/history-%s.db", place->backups, date);
}

static void one_a_day_and_none_of_a_new_history(void **state) {
    const struct place *place = *state;
    char path[160];
    open_on_day(place, 0);
    assert_int_equal(count_names(place->folder, "backups"), 0);
    struct store *store = open_at(place, morning);
    struct session_record record;
    add_session(store, morning, 90000, &record);
    store_close(store);
    daily_path(place, "2026-11-21", path);
    assert_int_equal(mode_of(path), 0600);
    assert_int_equal(mode_of(place->backups), 0700);
    // The first of the day stays: it is from before whatever goes wrong today.
    assert_int_equal(ask_sql(path, "SELECT count(*) FROM sessions"), 0);
    open_on_day(place, 0);
    assert_int_equal(ask_sql(path, "SELECT count(*) FROM sessions"), 0);
    open_on_day(place, 1);
    daily_path(place, "2026-11-22", path);
    assert_int_equal(ask_sql(path, "SELECT count(*) FROM sessions"), 1);
    assert_int_equal(count_names(place->backups, ""), 2);
}

static void the_date_is_that_of_the_persons_clock(void **state) {
    const struct place *place = *state;
    char path[160];
    open_on_day(place, 0);
    // 23:30 UTC is 12:30 of the next day in Auckland.
    store_close(open_at(place, (struct wall){morning.utc_s + 59400, 780}));
    daily_path(place, "2026-11-22", path);
    assert_true(file_exists(path));
}

static void looking_makes_none(void **state) {
    const struct place *place = *state;
    open_on_day(place, 0);
    struct store_options options = options_of(place);
    options.read_only = true;
    store_close(must_open(&options));
    assert_false(file_exists(place->backups));
}

static void fourteen_are_kept(void **state) {
    const struct place *place = *state;
    open_on_day(place, 0);
    open_on_day(place, 0);
    char mine[160];
    snprintf(mine, sizeof mine, "%s/history-of-me.db", place->backups);
    FILE *file = fopen(mine, "w");
    assert_non_null(file);
    fclose(file);
    for (int day = 1; day <= 20; day++) {
        open_on_day(place, day);
        int expected = day + 1 < 14 ? day + 1 : 14;
        assert_int_equal(count_names(place->backups, "history-20"), expected);
    }
    char path[160];
    daily_path(place, "2026-11-27", path);
    assert_false(file_exists(path));
    daily_path(place, "2026-11-28", path);
    assert_true(file_exists(path));
    assert_true(file_exists(mine)); // what somebody else put there is not ours to remove
}

// After damage the new history fills the folder with its own copies; the last one of the old
// history must not be pushed out by them.
static void the_last_before_damage_stays(void **state) {
    const struct place *place = *state;
    struct store *store = open_at(place, morning);
    struct session_record record;
    add_session(store, morning, 90000, &record);
    store_close(store);
    open_on_day(place, 1);
    open_on_day(place, 2);
    assert_int_equal(truncate(place->history, 5000), 0);
    for (int day = 3; day < 40; day++) {
        open_on_day(place, day);
    }
    assert_int_equal(count_names(place->backups, "history-20"), 15);
    char path[160];
    daily_path(place, "2026-11-23", path);
    assert_int_equal(ask_sql(path, "SELECT count(*) FROM sessions"), 1);
}

static void the_newest_that_is_whole_is_named(void **state) {
    const struct place *place = *state;
    for (int day = 0; day < 4; day++) {
        open_on_day(place, day);
    }
    char path[160];
    daily_path(place, "2026-11-24", path);
    assert_int_equal(truncate(path, 6000), 0);
    daily_path(place, "2026-11-23", path);
    run_sql(path, "PRAGMA application_id = 5"); // somebody else's
    struct store *store = open_at(place, later(morning, 3 * 86400));
    daily_path(place, "2026-11-22", path);
    assert_string_equal(store_newest_backup(store), path);
    store_close(store);
}

static void a_copy_holds_what_is_still_in_the_log(void **state) {
    const struct place *place = *state;
    struct store *store = open_at(place, morning);
    struct session_record record;
    add_session(store, morning, 90000, &record);
    char copy[160], log[176];
    snprintf(copy, sizeof copy, "%s/copy.db", place->folder);
    snprintf(log, sizeof log, "%s-wal", copy);
    assert_ok(store_backup(store, copy, &err));
    assert_int_equal(mode_of(copy), 0600);
    assert_int_equal(ask_sql(copy, "SELECT count(*) FROM sessions"), 1);
    assert_int_equal(ask_sql(copy, "SELECT count(*) FROM pragma_journal_mode"
                                   " WHERE journal_mode = 'delete'"),
                     1);
    assert_false(file_exists(log));
    // The copy is a history that can be gone on with.
    struct store *other = must_open(&(struct store_options){.path = copy, .now = morning});
    assert_int_equal(store_health(other), STORE_GOOD);
    assert_int_equal(count_sessions(other), 1);
    store_close(other);
    store_close(store);
}

static void the_history_is_no_place_for_its_copy(void **state) {
    const struct place *place = *state;
    struct store *store = open_at(place, morning);
    struct session_record record;
    add_session(store, morning, 90000, &record);
    char other[160];
    snprintf(other, sizeof other, "%s/./history.db", place->folder);
    struct error err = {0};
    assert_false(store_backup(store, other, &err));
    assert_int_equal(err.code, ERROR_INPUT);
    assert_false(store_backup(store, place->folder, &err));
    assert_false(store_backup(store, "/dev/null/copy.db", &err));
    assert_int_equal(count_sessions(store), 1);
    store_close(store);
}

static void a_copy_appears_whole_or_not_at_all(void **state) {
    const struct place *place = *state;
    struct store *store = open_at(place, morning);
    char copy[160];
    snprintf(copy, sizeof copy, "%s/copy.db", place->folder);
    assert_ok(store_backup(store, copy, &err));
    struct session_record record;
    add_session(store, morning, 90000, &record);
    int names = count_names(place->folder, "");
    fsyncs_until_failure = 1;
    struct error err = {0};
    assert_false(store_backup(store, copy, &err));
    assert_int_equal(fsyncs_until_failure, 0);
    assert_int_equal(err.code, ERROR_FILE);
    assert_non_null(strstr(err.text, copy));
    assert_int_equal(ask_sql(copy, "SELECT count(*) FROM sessions"), 0);
    assert_int_equal(count_names(place->folder, ""), names);
    store_close(store);
}

// A backup that cannot be made costs the backup, never the history.
static void without_room_for_backups_the_history_opens(void **state) {
    const struct place *place = *state;
    open_on_day(place, 0);
    FILE *file = fopen(place->backups, "w");
    assert_non_null(file);
    fclose(file);
    struct store *store = open_at(place, morning);
    assert_int_equal(store_health(store), STORE_GOOD);
    struct session_record record;
    add_session(store, morning, 90000, &record);
    assert_null(store_newest_backup(store));
    store_close(store);
    assert_int_equal(remove(place->backups), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(one_a_day_and_none_of_a_new_history),
        TEST(the_date_is_that_of_the_persons_clock),
        TEST(looking_makes_none),
        TEST(fourteen_are_kept),
        TEST(the_last_before_damage_stays),
        TEST(the_newest_that_is_whole_is_named),
        TEST(a_copy_holds_what_is_still_in_the_log),
        TEST(the_history_is_no_place_for_its_copy),
        TEST(a_copy_appears_whole_or_not_at_all),
        TEST(without_room_for_backups_the_history_opens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
