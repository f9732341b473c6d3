// SPDX-License-Identifier: MIT
// wrap: sqlite3_prepare_v2
#include "store/place.h"

#include "store/answers.h"
#include "store/days.h"
#include "store/events.h"
#include "store/facts.h"
#include "store/inside.h"
#include "store/moments.h"
#include "store/plans.h"
#include "store/ratings.h"
#include "store/removal.h"
#include "store/statement.h"
#include "store/weeks.h"

// How SQLite would run each statement that the store prepares: nothing is searched from end to end.
// The hook is the one function through which all of them come.

int __real_sqlite3_prepare_v2(sqlite3 *database, const char *sql, int length, sqlite3_stmt **handle,
                              const char **tail);
int __wrap_sqlite3_prepare_v2(sqlite3 *database, const char *sql, int length, sqlite3_stmt **handle,
                              const char **tail);

enum { SEEN_MAX = 256 };
static struct {
    bool watching;
    char *seen[SEEN_MAX]; // distinct texts
    int count;
    int scans;
    char last_scan[512];
} hook;

// A row of the plan that walks through a whole table or index. Rows made by the statement itself
// are no table.
static bool is_scan(const char *detail) {
    return strncmp(detail, "SCAN ", 5) == 0 && strcmp(detail, "SCAN CONSTANT ROW") != 0 &&
           !strstr(detail, "VALUES");
}

static bool has_plan(const char *sql) {
    static const char *const verbs[] = {"SELECT", "INSERT", "UPDATE", "DELETE"};
    sql += strspn(sql, " \n");
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        if (strncmp(sql, verbs[i], 6) == 0) {
            return true;
        }
    }
    return false;
}

static void look(sqlite3 *database, const char *sql) {
    sqlite3_stmt *plan;
    char *text = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", sql);
    assert_int_equal(__real_sqlite3_prepare_v2(database, text, -1, &plan, NULL), SQLITE_OK);
    while (sqlite3_step(plan) == SQLITE_ROW) {
        const char *detail = (const char *)sqlite3_column_text(plan, 3);
        if (is_scan(detail)) {
            hook.scans++;
            snprintf(hook.last_scan, sizeof hook.last_scan, "%s: %.300s", detail, sql);
        }
    }
    sqlite3_finalize(plan);
    sqlite3_free(text);
}

static void note(const char *sql) {
    for (int i = 0; i < hook.count; i++) {
        if (strcmp(hook.seen[i], sql) == 0) {
            return;
        }
    }
    assert_true(hook.count < SEEN_MAX);
    hook.seen[hook.count++] = strdup(sql);
}

int __wrap_sqlite3_prepare_v2(sqlite3 *database, const char *sql, int length, sqlite3_stmt **handle,
                              const char **tail) {
    if (hook.watching && has_plan(sql)) {
        note(sql);
        look(database, sql);
    }
    return __real_sqlite3_prepare_v2(database, sql, length, handle, tail);
}

static bool saw(const char *part) {
    for (int i = 0; i < hook.count; i++) {
        if (strstr(hook.seen[i], part)) {
            return true;
        }
    }
    return false;
}

static int forget(void **state) {
    (void)state;
    for (int i = 0; i < hook.count; i++) {
        free(hook.seen[i]);
    }
    memset(&hook, 0, sizeof hook);
    return 0;
}

static void use_sessions(struct store *store) {
    struct session_record record, read;
    struct played played;
    bool found;
    int count;
    add_session(store, morning, 90000, &record);
    assert_ok(sessions_rate(store, record.id, 6, 4, FEEL_SAME, &err));
    assert_ok(sessions_correct(store, &record, &err));
    struct session_record open = box_breath(later(morning, 100));
    assert_ok(sessions_start(store, &open, &err));
    checkpoint(store, open.id, 4000, later(morning, 110));
    assert_ok(sessions_unfinished(store, later(morning, 200), &read, &played, &found, &err));
    struct session_record unplayed = box_breath(later(morning, 120));
    assert_ok(sessions_start(store, &unplayed, &err)); // settled away
    struct session_record given_up = box_breath(later(morning, 130));
    assert_ok(sessions_start(store, &given_up, &err));
    given_up.status = SESSION_PARTIAL;
    given_up.ending = ENDING_INTERRUPTED;
    assert_ok(sessions_finish(store, &given_up, &err));
    assert_ok(sessions_settle(store, NULL, later(morning, 5000), &err));
    assert_ok(sessions_count(store, "breath-box", &count, &err));
    assert_int_equal(count_sessions(store), 2);
    assert_ok(removal_of(store, REMOVAL_SESSION, record.id, &err));
    session_record_free(&read);
    played_free(&played);
}

static void use_answers(struct store *store) {
    struct answer_list answers;
    char *value;
    assert_ok(answers_set(store, "toxin", "2026-11-20", "self", morning, &err));
    assert_ok(answers_take_back(store, "toxin", "2026-11-20", morning.utc_s, &err));
    assert_ok(answers_list(store, &answers, &err));
    answer_list_free(&answers);
    assert_ok(remembered_set(store, "a", "b", &err));
    assert_ok(remembered_get(store, "a", &value, &err));
    memory_free(value);
}

static void use_diary(struct store *store) {
    struct rating rating = {.at = morning, .twitch = 3, .severity = -1, .frequency = -1};
    struct day_form day = day_form_empty(20778);
    struct week_form week = {.monday = 20773, .severity = 1, .frequency = -1, .impact = -1};
    struct week_form_list weeks;
    for (int i = 0; i < 2; i++) { // new, then corrected
        assert_ok(ratings_set(store, &rating, 240, &err));
        assert_ok(days_set(store, &day, UINT64_MAX, &err));
        assert_ok(weeks_set(store, &week, &err));
    }
    assert_ok(weeks_list(store, INT64_MIN, INT64_MAX, &weeks, &err));
    week_form_list_free(&weeks);
    assert_ok(ratings_remove(store, rating.day, 240, &err));
    assert_ok(days_remove(store, 20778, &err));
    assert_ok(weeks_remove(store, 20773, &err));
}

static void use_entries(struct store *store) {
    struct event event = {.kind = EVENT_TOXIN, .day = 20777, .until_day = EVENT_OPEN};
    struct event_list events;
    struct moment_list moments;
    struct moment count = {.kind = MOMENT_COUNT, .at = morning, .per_minute = 12};
    assert_ok(events_add(store, &event, &err));
    assert_ok(events_correct(store, &event, &err));
    assert_ok(events_list(store, 20000, 21000, &events, &err));
    event_list_free(&events);
    assert_ok(events_remove(store, event.id, &err));
    assert_ok(moments_add(store, &count, &err));
    assert_ok(moments_correct(store, &count, &err));
    assert_ok(moments_list(store, MOMENT_COUNT, 20778, 20778, 240, &moments, &err));
    moment_list_free(&moments);
    assert_ok(removal_of(store, REMOVAL_MOMENT, count.id, &err));
}

static void use_facts(struct store *store) {
    struct daily *numbers;
    struct diary_day *days;
    struct session_facts sessions;
    int count;
    assert_ok(facts_numbers(store, 20778, 20778, 240, &numbers, &count, &err));
    memory_free(numbers);
    // Two entries of one day and one second: the UUID is asked for.
    assert_int_equal(
        sqlite3_exec(store->database,
                     "INSERT INTO ratings (id, at_s, at_offset_min, twitch, changed_s,"
                     " changed_offset_min) VALUES"
                     " ('00000000-0000-4000-8000-000000000001', 1795330800, 60, 3, 7, 0),"
                     " ('00000000-0000-4000-8000-000000000002', 1795330801, 60, 4, 7, 0)",
                     NULL, NULL, NULL),
        SQLITE_OK);
    assert_ok(facts_numbers(store, 20779, 20779, 240, &numbers, &count, &err));
    memory_free(numbers);
    struct daily first[2];
    assert_ok(facts_first_numbers(store, 240, first, &count, &err));
    assert_ok(facts_ratings(store, 20778, 20778, 240, &days, &count, &err));
    memory_free(days);
    assert_ok(facts_forms(store, 20778, 20778, &days, &count, &err));
    memory_free(days);
    assert_ok(facts_sessions(store, 20778, 20778, 240, morning, &sessions, &err));
    session_facts_free(&sessions);
}

static void use_plans(struct store *store) {
    char text[] = "id = a", person[] = "A. B.";
    struct stored_plan plan = {.id = "a", .added = morning, .text = text, .person = person};
    struct stored_pause pause = {.plan = "a", .from = 20778, .to = 20779};
    struct stored_plan_list plans;
    struct stored_pause_list pauses;
    bool added;
    assert_ok(plans_add(store, &plan, &added, &err));
    assert_ok(plans_add(store, &plan, &added, &err)); // the same: whose it is, alone
    assert_ok(plans_remove(store, "a", 20778, morning, &err));
    assert_ok(plans_restore(store, "a", morning, &err));
    assert_ok(plans_remove(store, "a", 20779, morning, &err));
    assert_ok(plans_list(store, &plans, &err));
    assert_int_equal(plans.count, 1);
    stored_plan_list_free(&plans);
    assert_ok(plan_pauses_add(store, &pause, morning, &err));
    assert_ok(plan_pauses_list(store, &pauses, &err));
    assert_int_equal(pauses.count, 1);
    stored_pause_list_free(&pauses);
    assert_ok(removal_of(store, REMOVAL_PLAN_PAUSE, pause.row, &err));
    assert_ok(removal_of(store, REMOVAL_PLAN, plan.row, &err));
}

static void use_all(struct store *store) {
    use_sessions(store);
    use_answers(store);
    use_diary(store);
    use_entries(store);
    use_facts(store);
    use_plans(store);
}

static void nothing_is_searched_from_end_to_end(void **state) {
    (void)state;
    struct store *store = open_memory();
    hook.watching = true;
    use_all(store);
    hook.watching = false;
    store_close(store);
    if (hook.scans > 0) {
        fail_msg("%d scans, the last: %s", hook.scans, hook.last_scan);
    }
    static const char *const tables[] = {"sessions", "ratings",    "days",    "weeks",
                                         "events",   "moments",    "answers", "remembered",
                                         "plans",    "plan_pauses"};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        char part[64];
        snprintf(part, sizeof part, "INSERT INTO %s ", tables[i]);
        assert_true(saw(part));
        snprintf(part, sizeof part, "FROM %s ", tables[i]);
        assert_true(saw(part));
        snprintf(part, sizeof part, "UPDATE %s SET", tables[i]);
        // What is told or asked for is never overwritten, what is remembered is replaced by its
        // INSERT.
        assert_true(saw(part) || i >= 6);
    }
}

// The sources say how many statements there are, so that one which nobody runs here is missed.
static int statements_in(const char *path) {
    struct contents source = contents_read(path);
    ((char *)source.bytes)[source.size] = '\0';
    int count = 0;
    for (const char *at = (char *)source.bytes; (at = strstr(at, "statement_open(")); at++) {
        count++;
    }
    free(source.bytes);
    return count;
}

static void every_statement_was_looked_at(void **state) {
    (void)state;
    // Any source that comes to this room is counted; statement.c itself opens none, and what
    // database.c asks for is no table.
    struct file_names sources;
    assert_ok(file_list("src/store", ".c", &sources, &err));
    int statements = 0;
    for (int i = 0; i < sources.count; i++) {
        const char *name = sources.names[i];
        if (strcmp(name, "statement.c") != 0 && strcmp(name, "database.c") != 0) {
            char path[300];
            snprintf(path, sizeof path, "src/store/%s", name);
            statements += statements_in(path);
        }
    }
    file_names_free(&sources);
    // Four calls have two texts (new, corrected), and one has one for each kind of removal that is
    // used here.
    struct store *store = open_memory();
    hook.watching = true;
    use_all(store);
    hook.watching = false;
    store_close(store);
    assert_int_equal(hook.count, statements + 4 + 7);
}

static void a_scan_would_be_seen(void **state) {
    (void)state;
    static const char *const scans[] = {
        "SELECT id FROM ratings WHERE twitch = 3",
        "SELECT count(*) FROM sessions",
        "DELETE FROM days WHERE mood = 1",
        "UPDATE events SET note = 'x' WHERE note = 'y'",
    };
    struct store *store = open_memory();
    for (size_t i = 0; i < sizeof scans / sizeof *scans; i++) {
        hook.scans = 0;
        hook.watching = true;
        struct error err = {0};
        struct statement statement = statement_open(store->database, "tried", scans[i], &err);
        hook.watching = false;
        assert_true(statement_close(&statement));
        assert_int_equal(hook.scans, 1);
    }
    store_close(store);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(nothing_is_searched_from_end_to_end, forget),
        cmocka_unit_test_teardown(every_statement_was_looked_at, forget),
        cmocka_unit_test_teardown(a_scan_would_be_seen, forget),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
