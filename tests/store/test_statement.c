// SPDX-License-Identifier: MIT
// wrap: sqlite3_prepare_v2
#include "store/place.h"

#include "store/answers.h"
#include "store/database.h"
#include "store/statement.h"

// Every statement that the room prepares passes through here and is explained: none may go through
// a whole table.

struct seen {
    int statements;
    int scans;
    char last_scan[512];
};
static struct seen seen;

int __real_sqlite3_prepare_v2(sqlite3 *database, const char *sql, int length, sqlite3_stmt **handle,
                              const char **tail);
int __wrap_sqlite3_prepare_v2(sqlite3 *database, const char *sql, int length, sqlite3_stmt **handle,
                              const char **tail);

static void look_at_plan(sqlite3_stmt *plan, const char *sql) {
    while (sqlite3_step(plan) == SQLITE_ROW) {
        const char *detail = (const char *)sqlite3_column_text(plan, 3);
        if (strncmp(detail, "SCAN", 4) == 0 && strcmp(detail, "SCAN CONSTANT ROW") != 0) {
            seen.scans++;
            snprintf(seen.last_scan, sizeof seen.last_scan, "%s: %s", detail, sql);
        }
    }
}

static void explain(sqlite3 *database, const char *sql) {
    char text[8192];
    sqlite3_stmt *plan = NULL;
    snprintf(text, sizeof text, "EXPLAIN QUERY PLAN %s", sql);
    if (__real_sqlite3_prepare_v2(database, text, -1, &plan, NULL) == SQLITE_OK && plan) {
        seen.statements++;
        look_at_plan(plan, sql);
    }
    sqlite3_finalize(plan);
}

int __wrap_sqlite3_prepare_v2(sqlite3 *database, const char *sql, int length, sqlite3_stmt **handle,
                              const char **tail) {
    if (strncmp(sql, "CREATE", 6) != 0 && strncmp(sql, "PRAGMA", 6) != 0) {
        explain(database, sql);
    }
    return __real_sqlite3_prepare_v2(database, sql, length, handle, tail);
}

static void ask_everything(struct store *store) {
    struct session_record record;
    add_session(store, morning, 1000, &record);
    assert_ok(sessions_rate(store, record.id, 3, 2, FEEL_SAME, &err));
    struct session_record running = box_breath(morning);
    assert_ok(sessions_start(store, &running, &err));
    struct played played;
    played_init(&played, 1);
    played_add(&played, 0, 5000);
    assert_ok(sessions_checkpoint(store, running.id, 5000, 0, &played, morning, &err));
    played_free(&played);
    bool found;
    assert_ok(sessions_unfinished(store, morning, &running, &played, &found, &err));
    assert_true(found);
    played_free(&played);
    session_record_free(&running);
    struct session_record unplayed = box_breath(morning);
    assert_ok(sessions_start(store, &unplayed, &err));
    assert_ok(sessions_settle(store, NULL, morning, &err));
    assert_int_equal(count_sessions(store), 2);
    int count;
    assert_ok(sessions_count(store, "breath-box", &count, &err));
    assert_int_equal(count, 2);
    assert_ok(answers_set(store, "cause", "told", "self", morning, &err));
    char *value;
    assert_ok(answers_get(store, "cause", &value, &err));
    free(value);
    struct answer_list list;
    assert_ok(answers_list(store, &list, &err));
    answer_list_free(&list);
    assert_ok(remembered_set(store, "sample-heard", "1", &err));
    assert_ok(remembered_get(store, "sample-heard", &value, &err));
    free(value);
}

static void no_statement_reads_a_whole_table(void **state) {
    const struct place *place = *state;
    store_close(open_at(place, morning));
    struct store *store = open_at(place, morning);
    seen = (struct seen){0};
    ask_everything(store);
    store_close(store);
    assert_true(seen.statements >= 15);
    if (seen.scans) {
        fail_msg("%s", seen.last_scan);
    }
}

static sqlite3 *memory_with_numbers(void) {
    struct error refusal;
    sqlite3 *database = database_open_memory(&refusal);
    assert_non_null(database);
    assert_ok(statement_script(database, "preparing",
                               "CREATE TABLE t (n INTEGER CHECK (n < 5), w TEXT) STRICT;"
                               "INSERT INTO t VALUES (1, 'one'), (2, NULL); -- the end",
                               &err));
    return database;
}

static void rows_come_out_as_they_went_in(void **state) {
    (void)state;
    sqlite3 *database = memory_with_numbers();
    struct error err = {0};
    struct statement insert =
        statement_open(database, "adding", "INSERT INTO t VALUES (?, ?)", &err);
    statement_whole(&insert, INT64_MIN);
    statement_text(&insert, "least");
    assert_true(statement_run(&insert));
    struct statement rows =
        statement_open(database, "reading", "SELECT n, w FROM t WHERE n < ? ORDER BY n", &err);
    statement_whole(&rows, 3);
    assert_true(statement_step(&rows));
    assert_true(statement_column_whole(&rows, 0) == INT64_MIN);
    assert_string_equal(statement_column_text(&rows, 1), "least");
    assert_true(statement_step(&rows));
    assert_true(statement_step(&rows));
    assert_true(statement_column_is_null(&rows, 1));
    assert_null(statement_column_text(&rows, 1));
    assert_false(statement_step(&rows));
    assert_true(statement_close(&rows));
    database_close(database);
}

static void the_first_failure_is_told(void **state) {
    (void)state;
    sqlite3 *database = memory_with_numbers();
    struct error err = {0};
    struct statement wrong = statement_open(database, "it broke", "SELECT nothing FROM t", &err);
    statement_whole(&wrong, 1);
    assert_false(statement_step(&wrong));
    assert_false(statement_close(&wrong));
    assert_int_equal(err.code, ERROR_STORE);
    assert_non_null(strstr(err.text, "it broke: "));
    assert_non_null(strstr(err.text, "nothing"));
    struct statement high = statement_open(database, "adding", "INSERT INTO t VALUES (?, ?)", &err);
    statement_whole(&high, 5);
    statement_null(&high);
    assert_false(statement_run(&high));
    assert_non_null(strstr(err.text, "adding: "));
    assert_false(statement_script(database, "script", "DELETE FROM t; nonsense; DELETE", &err));
    assert_non_null(strstr(err.text, "script: "));
    int64_t left;
    assert_true(statement_number(database, "counting", "SELECT count(*) FROM t", &left, &err));
    assert_int_equal(left, 0);
    assert_true(statement_number(database, "counting", "SELECT n FROM t", &left, &err));
    assert_int_equal(left, 0);
    database_close(database);
}

static void damage_is_told_from_refusal(void **state) {
    (void)state;
    assert_true(statement_is_damage(SQLITE_CORRUPT));
    assert_true(statement_is_damage(SQLITE_CORRUPT_INDEX));
    assert_true(statement_is_damage(SQLITE_NOTADB));
    assert_false(statement_is_damage(SQLITE_IOERR_READ));
    assert_false(statement_is_damage(SQLITE_FULL));
    assert_false(statement_is_damage(SQLITE_BUSY));
    assert_false(statement_is_damage(SQLITE_OK));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(no_statement_reads_a_whole_table),
        cmocka_unit_test(rows_come_out_as_they_went_in),
        cmocka_unit_test(the_first_failure_is_told),
        cmocka_unit_test(damage_is_told_from_refusal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
