// SPDX-License-Identifier: MIT
// wrap: migrations_known
#include "store/place.h"

#include "store/answers.h"
#include "store/migrations.h"

// The list is lengthened by a step that does not exist yet, so that the way from one version to the
// next is walked whatever the newest version is.

enum { STEPS_MAX = 32 };

// What migrations_known answers; NULL: as it is.
static const struct migration_list *pretended;

struct migration_list __real_migrations_known(void);
struct migration_list __wrap_migrations_known(void);

struct migration_list __wrap_migrations_known(void) {
    return pretended ? *pretended : __real_migrations_known();
}

static const char *const good_step[] = {
    "CREATE TABLE marbles (colour TEXT NOT NULL) STRICT; INSERT INTO marbles VALUES ('red');",
    "ALTER TABLE answers ADD COLUMN weight INTEGER CHECK (weight > 0)",
    NULL,
};
static const char *const half_done_step[] = {
    "CREATE TABLE marbles (colour TEXT NOT NULL) STRICT; DELETE FROM sessions;",
    "INSERT INTO marbles VALUES (NULL)",
    NULL,
};
static const char *const orphan_step[] = {
    "CREATE TABLE boxes (id INTEGER PRIMARY KEY) STRICT;"
    "CREATE TABLE marbles (box INTEGER REFERENCES boxes (id)) STRICT;"
    "INSERT INTO marbles VALUES (7)",
    NULL,
};

struct longer {
    struct migration steps[STEPS_MAX];
    struct migration_list list;
};

static void lengthen(struct longer *longer, const char *const *sql) {
    struct migration_list known = __real_migrations_known();
    assert_true(known.count < STEPS_MAX);
    for (int i = 0; i < known.count; i++) {
        longer->steps[i] = known.migrations[i];
    }
    longer->steps[known.count] = (struct migration){known.count + 1, "marbles are counted", sql};
    longer->list = (struct migration_list){longer->steps, known.count + 1};
    pretended = &longer->list;
}

static int pretend_nothing(void **state) {
    pretended = NULL;
    return place_remove(state);
}

static int64_t known_count(void) {
    return __real_migrations_known().count;
}

static void fill(const struct place *place) {
    struct store *store = open_at(place, morning);
    struct session_record record;
    add_session(store, morning, 90000, &record);
    assert_ok(answers_set(store, "cause", "unknown", "self", morning, &err));
    store_close(store);
}

static void each_has_its_number_and_its_reason(void **state) {
    (void)state;
    struct migration_list known = migrations_known();
    assert_true(known.count >= 1);
    for (int i = 0; i < known.count; i++) {
        assert_int_equal(known.migrations[i].number, i + 1);
        assert_true(strlen(known.migrations[i].reason) > 20);
        assert_non_null(known.migrations[i].sql[0]);
    }
}

static void a_new_history_has_the_newest_schema(void **state) {
    const struct place *place = *state;
    store_close(open_at(place, morning));
    assert_int_equal(ask_sql(place->history, "PRAGMA user_version"), known_count());
    assert_int_equal(ask_sql(place->history, "PRAGMA application_id"), STORE_APPLICATION_ID);
    assert_int_equal(count_names(place->backups, ""), 0);
}

static void every_table_is_strict(void **state) {
    const struct place *place = *state;
    store_close(open_at(place, morning));
    assert_int_equal(ask_sql(place->history, "SELECT count(*) FROM pragma_table_list WHERE"
                                             " schema = 'main' AND type = 'table'"
                                             " AND name NOT LIKE 'sqlite_%' AND NOT strict"),
                     0);
    assert_int_equal(ask_sql(place->history, "SELECT count(*) FROM pragma_table_list WHERE"
                                             " name IN ('sessions', 'ratings', 'answers',"
                                             " 'remembered', 'audit') AND strict"),
                     5);
}

static void the_next_version_keeps_what_was_there(void **state) {
    const struct place *place = *state;
    fill(place);
    struct longer longer;
    lengthen(&longer, good_step);
    struct store *store = open_at(place, later(morning, 86400));
    assert_int_equal(store_health(store), STORE_GOOD);
    assert_int_equal(count_sessions(store), 1);
    char *value;
    assert_ok(answers_get(store, "cause", &value, &err));
    assert_string_equal(value, "unknown");
    free(value);
    assert_ok(store_check(store, &err));
    store_close(store);
    assert_int_equal(ask_sql(place->history, "PRAGMA user_version"), known_count() + 1);
    assert_int_equal(ask_sql(place->history, "SELECT count(*) FROM marbles"), 1);
    store_close(open_at(place, later(morning, 86400))); // runs once
    assert_int_equal(ask_sql(place->history, "SELECT count(*) FROM marbles"), 1);
}

static void the_file_is_copied_before(void **state) {
    const struct place *place = *state;
    fill(place);
    struct longer longer;
    lengthen(&longer, good_step);
    store_close(open_at(place, morning));
    char copy[160];
    snprintf(copy, sizeof copy, "%s/history-before-%d.db", place->backups, longer.list.count);
    assert_int_equal(mode_of(copy), 0600);
    assert_int_equal(ask_sql(copy, "PRAGMA user_version"), known_count());
    assert_int_equal(ask_sql(copy, "SELECT count(*) FROM sessions"), 1);
    assert_int_equal(ask_sql(copy, "SELECT count(*) FROM sqlite_schema WHERE name = 'marbles'"), 0);
}

static void without_a_backup_folder_the_copy_lies_beside(void **state) {
    const struct place *place = *state;
    fill(place);
    struct longer longer;
    lengthen(&longer, good_step);
    store_close(must_open(&(struct store_options){.path = place->history, .now = morning}));
    assert_int_equal(count_names(place->folder, "history-before-"), 1);
}

static void assert_as_before(const struct place *place, const char *said) {
    struct store_options options = options_of(place);
    struct error refusal = {0};
    assert_null(store_open(&options, &refusal));
    assert_int_equal(refusal.code, ERROR_STORE);
    if (!strstr(refusal.text, said)) {
        fail_msg("%s", refusal.text);
    }
    pretended = NULL;
    assert_int_equal(ask_sql(place->history, "PRAGMA user_version"), known_count());
    assert_int_equal(
        ask_sql(place->history, "SELECT count(*) FROM sqlite_schema WHERE name = 'marbles'"), 0);
    struct store *store = open_at(place, morning);
    assert_int_equal(store_health(store), STORE_GOOD);
    assert_int_equal(count_sessions(store), 1);
    assert_ok(store_check(store, &err));
    store_close(store);
}

static void a_half_done_one_is_undone(void **state) {
    const struct place *place = *state;
    fill(place);
    struct longer longer;
    lengthen(&longer, half_done_step);
    assert_as_before(place, "marbles are counted");
}

static void one_that_leaves_orphans_is_undone(void **state) {
    const struct place *place = *state;
    fill(place);
    struct longer longer;
    lengthen(&longer, orphan_step);
    assert_as_before(place, "entries of marbles would belong to nothing");
}

static void without_a_copy_nothing_is_changed(void **state) {
    const struct place *place = *state;
    fill(place);
    struct longer longer;
    lengthen(&longer, good_step);
    FILE *file = fopen(place->backups, "w"); // a file where the folder should be
    assert_non_null(file);
    fclose(file);
    assert_as_before(place, "could not be copied");
    assert_int_equal(remove(place->backups), 0);
}

static void an_older_one_is_looked_at_as_it_is(void **state) {
    const struct place *place = *state;
    fill(place);
    struct longer longer;
    lengthen(&longer, good_step);
    struct store_options options = options_of(place);
    options.read_only = true;
    struct store *store = must_open(&options);
    assert_int_equal(store_health(store), STORE_GOOD);
    assert_int_equal(count_sessions(store), 1);
    struct error err = {0};
    assert_false(answers_set(store, "cause", "known", "self", morning, &err));
    store_close(store);
    assert_int_equal(ask_sql(place->history, "PRAGMA user_version"), known_count());
    assert_int_equal(count_names(place->folder, ""), 1);
}

static void what_the_next_version_wrote_is_refused_by_this_one(void **state) {
    const struct place *place = *state;
    fill(place);
    struct longer longer;
    lengthen(&longer, good_step);
    store_close(open_at(place, morning));
    pretended = NULL;
    struct store_options options = options_of(place);
    struct error err = {0};
    assert_null(store_open(&options, &err));
    assert_int_equal(err.code, ERROR_NEWER);
}

int main(void) {
#define IN_PLACE(test) cmocka_unit_test_setup_teardown(test, place_make, pretend_nothing)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_has_its_number_and_its_reason),
        IN_PLACE(a_new_history_has_the_newest_schema),
        IN_PLACE(every_table_is_strict),
        IN_PLACE(the_next_version_keeps_what_was_there),
        IN_PLACE(the_file_is_copied_before),
        IN_PLACE(without_a_backup_folder_the_copy_lies_beside),
        IN_PLACE(a_half_done_one_is_undone),
        IN_PLACE(one_that_leaves_orphans_is_undone),
        IN_PLACE(without_a_copy_nothing_is_changed),
        IN_PLACE(an_older_one_is_looked_at_as_it_is),
        IN_PLACE(what_the_next_version_wrote_is_refused_by_this_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
