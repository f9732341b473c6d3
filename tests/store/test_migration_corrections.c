// SPDX-License-Identifier: MIT
#include "store/place.h"

#include "base/text.h"
#include "store/plans.h"
#include "store/removal.h"
#include "store/sessions.h"

// From the schema with spasms to the one in which all of a session can be put right and a plan is
// somebody's: a file that an earlier version wrote (history-4.sql is its dump) keeps all it had.

static void all_that_was_there_is_kept(void **state) {
    static const char *const kept[] = {
        "SELECT count(*) = 1 FROM sessions WHERE rated_before = 5 AND played_ms = 120000",
        "SELECT count(*) = 1 FROM ratings WHERE twitch = 4",
        "SELECT count(*) = 1 FROM events WHERE effect = 70",
        "SELECT count(*) = 1 FROM moments WHERE strength = 6 AND regions = 'cheek'",
        "SELECT count(*) = 1 FROM plans WHERE plan = 'starter-quiet' AND person IS NULL",
        "SELECT count(*) = 0 FROM audit",
        NULL,
    };
    const struct place *place = *state;
    fill_from_dump(place, "tests/store/history-4.sql");
    struct store *store = open_at(place, morning);
    assert_int_equal(store_health(store), STORE_GOOD);
    assert_ok(store_check(store, &err));
    store_close(store);
    expect_all(place, kept);
}

static struct session_record only_session(struct store *store) {
    struct session_list list;
    assert_ok(sessions_list(store, INT64_MIN, INT64_MAX, 240, morning, &list, &err));
    assert_int_equal(list.count, 1);
    struct session_record record = list.records[0];
    assert_null(record.note);
    record.options = NULL;
    session_list_free(&list);
    return record;
}

static void when_and_how_long_a_session_was_is_corrected_with_a_trace(void **state) {
    static const char *const traced[] = {
        "SELECT count(*) = 1 FROM audit WHERE field = 'started_s' AND was = '1795157880'",
        "SELECT count(*) = 1 FROM audit WHERE field = 'started_offset_min' AND was = '60'",
        "SELECT count(*) = 1 FROM audit WHERE field = 'played_ms' AND was = '120000'",
        "SELECT count(*) = 1 FROM audit WHERE field = 'status' AND was = 'partial'",
        "SELECT count(*) = 1 FROM audit WHERE field = 'ended' AND was = 'interrupted'",
        NULL,
    };
    const struct place *place = *state;
    fill_from_dump(place, "tests/store/history-4.sql");
    struct store *store = open_at(place, morning);
    struct session_record record = only_session(store);
    record.started.utc_s -= 3600;
    record.started.offset_min = 120;
    record.played_ms = 300000;
    record.status = SESSION_COMPLETE;
    record.ending = ENDING_COMPLETE;
    assert_ok(sessions_correct(store, &record, &err));
    struct session_record now = only_session(store);
    assert_true(now.started.utc_s == record.started.utc_s);
    assert_int_equal(now.started.offset_min, 120);
    assert_int_equal(now.played_ms, 300000);
    assert_int_equal(now.status, SESSION_COMPLETE);
    assert_int_equal(now.before, 5);
    store_close(store);
    expect_all(place, traced);
}

// What the program measures while it plays is no correction, and is not corrected by anybody.
static void a_running_session_leaves_no_trace_of_itself(void **state) {
    const struct place *place = *state;
    struct store *store = open_at(place, morning);
    struct played played = {0};
    struct session_record record = {.routine = "breath-calm",
                                    .title = "Calm",
                                    .category = CATEGORY_BREATHING,
                                    .started = morning,
                                    .planned_ms = 60000,
                                    .before = -1,
                                    .after = -1};
    assert_ok(sessions_start(store, &record, &err));
    played_add(&played, 0, 20000);
    assert_ok(sessions_checkpoint(store, record.id, 20000, 0, &played, morning, &err));
    record.status = SESSION_PARTIAL;
    record.ending = ENDING_INTERRUPTED;
    struct error refused = {0};
    assert_false(sessions_correct(store, &record, &refused));
    assert_int_equal(refused.code, ERROR_MISSING);
    record.played_ms = 20000;
    assert_ok(sessions_finish(store, &record, &err));
    played_free(&played);
    store_close(store);
    assert_int_equal(ask_sql(place->history, "SELECT count(*) FROM audit"), 0);
}

static void nothing_of_a_plan_is_rewritten_but_whose_it_is(void **state) {
    const struct place *place = *state;
    fill_from_dump(place, "tests/store/history-4.sql");
    store_close(open_at(place, morning));
    sqlite3 *database;
    assert_int_equal(sqlite3_open(place->history, &database), SQLITE_OK);
    static const char *const columns[] = {"text", "plan", "at_s", "at_offset_min", "turn", "name"};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        char sql[80];
        text_format(sql, sizeof sql, "UPDATE plans SET %s = 1", columns[i]);
        assert_int_equal(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_CONSTRAINT);
    }
    static const char *const told[] = {"A. B.", "C. D."};
    for (size_t i = 0; i < 2; i++) {
        char sql[160];
        text_format(sql, sizeof sql,
                    "UPDATE plans SET person = '%s', changed_s = 1, changed_offset_min = 0",
                    told[i]);
        assert_int_equal(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_OK);
    }
    sqlite3_close(database);
    struct store *store = open_at(place, morning);
    struct stored_plan_list list;
    assert_ok(plans_list(store, &list, &err));
    assert_ok(removal_of(store, REMOVAL_PLAN, list.plans[0].row, &err));
    stored_plan_list_free(&list);
    store_close(store);
    static const char *const traced[] = {
        "SELECT count(*) = 1 FROM audit WHERE field = 'person' AND was = 'A. B.' AND at_s = 1",
        "SELECT count(*) = 1 FROM audit WHERE field = 'person' AND was = 'C. D.'",
        "SELECT count(*) = 1 FROM audit WHERE kind = 'plans' AND field = 'plan'",
        NULL,
    };
    expect_all(place, traced);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(all_that_was_there_is_kept),
        TEST(when_and_how_long_a_session_was_is_corrected_with_a_trace),
        TEST(a_running_session_leaves_no_trace_of_itself),
        TEST(nothing_of_a_plan_is_rewritten_but_whose_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
