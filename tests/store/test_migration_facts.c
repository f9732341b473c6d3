// SPDX-License-Identifier: MIT
// wrap: sqlite3_prepare_v2
#include "store/place.h"

#include "store/facts.h"

// To the schema whose indices answer the figures by themselves: a file that an earlier version
// wrote (history-5.sql is its dump) keeps all it had, and what is read for figures touches no
// table.

int __real_sqlite3_prepare_v2(sqlite3 *database, const char *sql, int length, sqlite3_stmt **handle,
                              const char **tail);
int __wrap_sqlite3_prepare_v2(sqlite3 *database, const char *sql, int length, sqlite3_stmt **handle,
                              const char **tail);

// How SQLite would run each statement that is prepared while this watches.
static struct {
    bool watching;
    int count;
    char plans[4][160];
} hook;

int __wrap_sqlite3_prepare_v2(sqlite3 *database, const char *sql, int length, sqlite3_stmt **handle,
                              const char **tail) {
    char text[2048];
    sqlite3_stmt *plan;
    if (hook.watching) {
        snprintf(text, sizeof text, "EXPLAIN QUERY PLAN %s", sql);
        assert_int_equal(__real_sqlite3_prepare_v2(database, text, -1, &plan, NULL), SQLITE_OK);
        while (sqlite3_step(plan) == SQLITE_ROW) {
            assert_true(hook.count < 4);
            snprintf(hook.plans[hook.count++], sizeof hook.plans[0], "%s",
                     (const char *)sqlite3_column_text(plan, 3));
        }
        sqlite3_finalize(plan);
    }
    return __real_sqlite3_prepare_v2(database, sql, length, handle, tail);
}

static const char old[] = "tests/store/history-5.sql";

static void all_that_was_there_is_kept(void **state) {
    static const char *const kept[] = {
        "SELECT user_version = 5 FROM pragma_user_version",
        "SELECT count(*) = 3 FROM sessions",
        "SELECT count(*) = 1 FROM sessions WHERE rated_before = 5 AND played_ms = 180000",
        "SELECT count(*) = 2 FROM sessions WHERE chain LIKE '274f%' AND started_offset_min = 120",
        "SELECT sum(twitch) = 7 FROM ratings",
        "SELECT count(*) = 1 FROM days WHERE stress = 3",
        "SELECT count(*) = 1 FROM plans WHERE plan = 'x' AND person = 'A. B.'",
        "SELECT count(*) = 1 FROM audit WHERE field = 'played_ms' AND was = '200000'",
        NULL,
    };
    const struct place *place = *state;
    struct place before = *place;
    fill_from_dump(place, old);
    expect_all(place, kept);
    struct store *store = open_at(place, morning);
    assert_int_equal(store_health(store), STORE_GOOD);
    assert_ok(store_check(store, &err));
    store_close(store);
    assert_true(ask_sql(place->history, "PRAGMA user_version") >= 6);
    expect_all(place, kept + 1);
    snprintf(before.history, sizeof before.history, "%.60s/history-before-6.db", place->backups);
    expect_all(&before, kept);
}

static void what_was_there_is_read(void **state) {
    const struct place *place = *state;
    fill_from_dump(place, old);
    struct store *store = open_at(place, morning);
    struct daily *numbers;
    struct session_facts facts;
    int count;
    assert_ok(facts_numbers(store, INT64_MIN, INT64_MAX, 240, &numbers, &count, &err));
    assert_int_equal(count, 2);
    assert_int_equal(numbers[0].day, 20776); // 2026-11-19
    assert_true(numbers[0].value == 4.0 && numbers[1].value == 3.0);
    memory_free(numbers);
    assert_ok(facts_sessions(store, INT64_MIN, INT64_MAX, 240, morning, &facts, &err));
    assert_int_equal(facts.count, 3);
    assert_string_equal(facts.sessions[0].routine, "breath-calm");
    assert_true(facts.sessions[0].ticked);
    assert_int_equal(facts.sessions[2].day, 20776); // half past one at night
    assert_int_equal(facts.rated_count, 3);
    assert_int_equal(facts.rated[0].chain, NO_CHAIN);
    assert_int_equal(facts.rated[1].chain, facts.rated[2].chain);
    assert_true(facts.played_ms == 182400);
    session_facts_free(&facts);
    store_close(store);
}

static void expect_plan(int index, const char *table) {
    char wanted[160];
    snprintf(wanted, sizeof wanted, "SEARCH %s USING COVERING INDEX %s_facts", table, table);
    assert_true(index < hook.count);
    if (strncmp(hook.plans[index], wanted, strlen(wanted)) != 0) {
        fail_msg("%s, not %s", hook.plans[index], wanted);
    }
}

// One step each: no table, nothing sorted on the way.
static void figures_touch_no_table(void **state) {
    const struct place *place = *state;
    fill_from_dump(place, old);
    struct store *store = open_at(place, morning);
    struct daily *numbers;
    struct session_facts facts;
    int count;
    hook.watching = true;
    assert_ok(facts_numbers(store, INT64_MIN, INT64_MAX, 240, &numbers, &count, &err));
    assert_int_equal(hook.count, 1);
    assert_ok(facts_sessions(store, 20776, 20777, 240, morning, &facts, &err));
    assert_int_equal(hook.count, 2);
    hook.watching = false;
    expect_plan(0, "ratings");
    expect_plan(1, "sessions");
    memory_free(numbers);
    session_facts_free(&facts);
    store_close(store);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(all_that_was_there_is_kept),
        TEST(what_was_there_is_read),
        TEST(figures_touch_no_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
