// SPDX-License-Identifier: MIT
#include "store/place.h"

#include "base/text.h"
#include "store/plans.h"
#include "store/removal.h"

// From the schema with the diary to the one with plans: a file that an earlier version wrote
// (history-2.sql is its dump) keeps all it had, and removing works as before on the table that was
// built anew.

static void all_that_was_there_is_kept(void **state) {
    const struct place *place = *state;
    fill_from_dump(place, "tests/store/history-2.sql");
    assert_int_equal(ask_sql(place->history, "PRAGMA user_version"), 2);
    int64_t audited = ask_sql(place->history, "SELECT count(*) FROM audit");
    struct store *store = open_at(place, morning);
    assert_int_equal(store_health(store), STORE_GOOD);
    assert_int_equal(count_sessions(store), 1);
    assert_ok(store_check(store, &err));
    store_close(store);
    static const char *const counts[] = {
        "SELECT count(*) = 1 FROM ratings WHERE twitch = 5 AND note = 'before the plans'",
        "SELECT count(*) = 1 FROM days WHERE sleep = 6.5",
        "SELECT count(*) = 1 FROM weeks WHERE impact = 4",
        "SELECT count(*) = 1 FROM events WHERE kind = 'botulinum-toxin'",
        "SELECT count(*) = 1 FROM moments WHERE text = 'Eye drops'",
        "SELECT count(*) = 1 FROM removed WHERE kind = 'moments' AND at_s = 1795205600",
        "SELECT record LIKE 'ab75c8ce-%' AND at_offset_min = 60 FROM removed",
        "SELECT count(*) = 0 FROM plans",
        // Nothing is left of the way there.
        "SELECT count(*) = 0 FROM sqlite_schema WHERE name = 'removed_before'",
        "SELECT count(*) = 1 FROM pragma_table_list WHERE name = 'removed' AND strict AND wr",
    };
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        if (ask_sql(place->history, counts[i]) != 1) {
            fail_msg("%s", counts[i]);
        }
    }
    assert_int_equal(ask_sql(place->history, "SELECT count(*) FROM audit"), audited);
    char copy[160];
    snprintf(copy, sizeof copy, "%s/history-before-3.db", place->backups);
    assert_int_equal(ask_sql(copy, "PRAGMA user_version"), 2);
    assert_int_equal(ask_sql(copy, "SELECT count(*) FROM removed"), 1);
    assert_int_equal(mode_of(copy), 0600);
}

static void take_id(const struct place *place, const char *table, char to[UUID_TEXT_MAX]) {
    char sql[64];
    sqlite3 *database;
    sqlite3_stmt *statement;
    snprintf(sql, sizeof sql, "SELECT id FROM %s", table);
    assert_int_equal(sqlite3_open(place->history, &database), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(database, sql, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    text_copy(to, UUID_TEXT_MAX, (const char *)sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
}

// One entry of each kind is named in `removed`, goes, and leaves what it was.
static void every_kind_is_removed_as_before(void **state) {
    const struct place *place = *state;
    static const struct {
        enum removal_kind kind;
        const char *table, *field, *was;
    } kinds[] = {
        {REMOVAL_SESSION, "sessions", "routine", "breath-box"},
        {REMOVAL_RATING, "ratings", "twitch", "5"},
        {REMOVAL_DAY, "days", "sleep", "6.5"},
        {REMOVAL_WEEK, "weeks", "impact", "4"},
        {REMOVAL_EVENT, "events", "kind", "botulinum-toxin"},
        {REMOVAL_MOMENT, "moments", "text", "Eye drops"},
    };
    fill_from_dump(place, "tests/store/history-2.sql");
    store_close(open_at(place, morning));
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        char sql[320], id[UUID_TEXT_MAX];
        take_id(place, kinds[i].table, id);
        struct store *store = open_at(place, later(morning, 60));
        assert_ok(removal_of(store, kinds[i].kind, id, &err));
        store_close(store);
        snprintf(sql, sizeof sql, "SELECT count(*) FROM %s", kinds[i].table);
        assert_int_equal(ask_sql(place->history, sql), 0);
        snprintf(sql, sizeof sql,
                 "SELECT count(*) FROM audit JOIN removed USING (record) WHERE audit.kind = '%s'"
                 " AND record = '%s' AND field = '%s' AND was = '%s'"
                 " AND audit.at_s = removed.at_s AND removed.kind = audit.kind",
                 kinds[i].table, id, kinds[i].field, kinds[i].was);
        assert_int_equal(ask_sql(place->history, sql), 1);
    }
}

// The same tables, indices and triggers in a history that was begun now and in one that came here.
static void it_is_the_schema_of_a_new_one(void **state) {
    const struct place *place = *state;
    fill_from_dump(place, "tests/store/history-2.sql");
    store_close(open_at(place, morning));
    char other[128], sql[512];
    snprintf(other, sizeof other, "%s/new.db", place->folder);
    store_close(must_open(&(struct store_options){.path = other, .now = morning}));
    snprintf(sql, sizeof sql,
             "ATTACH '%s' AS other; CREATE TABLE same (equal INTEGER CHECK (equal = 1));"
             "INSERT INTO same SELECT count(*) = 0 FROM (SELECT type, name, sql FROM"
             " main.sqlite_schema WHERE name <> 'same' EXCEPT SELECT type, name, sql FROM"
             " other.sqlite_schema);",
             other);
    run_sql(place->history, sql);
    snprintf(sql, sizeof sql,
             "ATTACH '%s' AS came; CREATE TABLE same (equal INTEGER CHECK (equal = 1));"
             "INSERT INTO same SELECT count(*) = 0 FROM (SELECT type, name, sql FROM"
             " main.sqlite_schema WHERE name <> 'same' EXCEPT SELECT type, name, sql FROM"
             " came.sqlite_schema);",
             place->history);
    run_sql(other, sql);
}

static void plans_can_be_added(void **state) {
    const struct place *place = *state;
    fill_from_dump(place, "tests/store/history-2.sql");
    struct store *store = open_at(place, morning);
    char text[] = "format = 1;";
    struct stored_plan plan = {.id = "a", .added = morning, .text = text};
    bool added = false;
    assert_ok(plans_add(store, &plan, &added, &err));
    assert_true(added);
    store_close(store);
    assert_int_equal(ask_sql(place->history, "SELECT count(*) FROM plans"), 1);
}

static void an_old_one_is_looked_at_untouched(void **state) {
    const struct place *place = *state;
    fill_from_dump(place, "tests/store/history-2.sql");
    struct store_options options = options_of(place);
    options.read_only = true;
    struct store *store = must_open(&options);
    struct stored_plan_list list;
    assert_ok(plans_list(store, &list, &err));
    assert_int_equal(list.count, 0);
    stored_plan_list_free(&list);
    store_close(store);
    assert_int_equal(ask_sql(place->history, "PRAGMA user_version"), 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(all_that_was_there_is_kept),        TEST(every_kind_is_removed_as_before),
        TEST(it_is_the_schema_of_a_new_one),     TEST(plans_can_be_added),
        TEST(an_old_one_is_looked_at_untouched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
