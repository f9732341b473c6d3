// SPDX-License-Identifier: MIT
#include "store/place.h"

#include "base/text.h"
#include "store/events.h"
#include "store/moments.h"
#include "store/removal.h"

// From the schema with plans to the one with spasms: a file that an earlier version wrote
// (history-3.sql is its dump) keeps all it had, and the table that was built anew corrects and
// removes as before.

static void all_that_was_there_is_kept(void **state) {
    static const char *const kept[] = {
        "SELECT count(*) = 3 FROM moments",
        "SELECT count(*) = 1 FROM moments WHERE per_minute = 22 AND note = 'eyes shut'",
        "SELECT kind = 'count' AND changed_s = 1795204900 FROM moments WHERE per_minute = 22",
        "SELECT count(*) = 1 FROM moments WHERE kind = 'task' AND text = 'Eye drops'",
        "SELECT count(*) = 0 FROM moments WHERE coalesce(strength, side, regions, ticks) NOT NULL",
        "SELECT count(*) = 2 FROM events WHERE effect IS NULL",
        "SELECT count(*) = 2 FROM removed WHERE kind = 'moments'",
        "SELECT count(*) = 0 FROM sqlite_schema WHERE name = 'moments_before'",
        "SELECT count(*) = 1 FROM sqlite_schema WHERE name = 'moments_removal'",
        NULL,
    };
    const struct place *place = *state;
    fill_from_dump(place, "tests/store/history-3.sql");
    int64_t audited = ask_sql(place->history, "SELECT count(*) FROM audit");
    struct store *store = open_at(place, morning);
    assert_int_equal(store_health(store), STORE_GOOD);
    assert_ok(store_check(store, &err));
    store_close(store);
    expect_all(place, kept);
    assert_int_equal(ask_sql(place->history, "SELECT count(*) FROM audit"), audited);
}

static struct moment only_spasm(struct store *store) {
    struct moment_list list;
    assert_ok(moments_list(store, MOMENT_SPASM, INT64_MIN, INT64_MAX, 240, &list, &err));
    assert_int_equal(list.count, 1);
    struct moment moment = list.moments[0];
    assert_null(moment.note);
    moment_list_free(&list);
    return moment;
}

static void a_spasm_is_kept_corrected_and_removed(void **state) {
    const struct place *place = *state;
    fill_from_dump(place, "tests/store/history-3.sql");
    struct store *store = open_at(place, morning);
    struct moment moment = {.kind = MOMENT_SPASM, .at = morning, .per_minute = -1, .strength = -1};
    assert_ok(moments_add(store, &moment, &err));
    struct moment told = only_spasm(store);
    assert_int_equal(told.strength, -1);
    assert_int_equal(told.side, SIDE_NONE);
    moment.strength = 6;
    moment.side = SIDE_LEFT;
    moment.places = 1u << PLACE_CHEEK | 1u << PLACE_BROW;
    moment.ticks = UINT64_C(1) << TICK_BRIGHT_LIGHT;
    assert_ok(moments_correct(store, &moment, &err));
    told = only_spasm(store);
    assert_int_equal(told.strength, 6);
    assert_int_equal(told.side, SIDE_LEFT);
    assert_int_equal(told.places, moment.places);
    assert_int_equal(told.ticks, moment.ticks);
    moment.strength = 0;
    assert_ok(moments_correct(store, &moment, &err));
    assert_int_equal(only_spasm(store).strength, 0);
    assert_ok(removal_of(store, REMOVAL_MOMENT, moment.id, &err));
    store_close(store);
    static const char *const traced[] = {
        "SELECT count(*) = 1 FROM audit WHERE field = 'strength' AND was = '6'",
        "SELECT count(*) = 1 FROM audit WHERE field = 'strength' AND was = '0'",
        "SELECT count(*) = 1 FROM audit WHERE field = 'regions' AND was = 'brow,cheek'",
        "SELECT count(*) = 1 FROM audit WHERE field = 'ticks' AND was = 'bright-light'",
        "SELECT count(*) = 1 FROM audit WHERE field = 'kind' AND was = 'spasm'",
        "SELECT count(*) = 0 FROM moments WHERE kind = 'spasm'",
        NULL,
    };
    expect_all(place, traced);
}

static void how_an_injection_worked_is_kept_with_a_trace(void **state) {
    const struct place *place = *state;
    struct event event;
    bool found;
    fill_from_dump(place, "tests/store/history-3.sql");
    struct store *store = open_at(place, morning);
    assert_ok(events_newest(store, EVENT_TOXIN, &event, &found, &err));
    assert_true(found);
    assert_false(event.rated);
    event.rated = true;
    event.effect = 0; // it did not work at all: that is told too
    assert_ok(events_correct(store, &event, &err));
    event.effect = 80;
    assert_ok(events_correct(store, &event, &err));
    struct event again = {.kind = EVENT_TOXIN, .day = event.day, .until_day = EVENT_OPEN};
    assert_ok(events_add(store, &again, &err)); // told again without it: it stays
    event_free(&event);
    assert_ok(events_newest(store, EVENT_TOXIN, &event, &found, &err));
    assert_true(event.rated);
    assert_int_equal(event.effect, 80);
    assert_ok(events_remove(store, event.id, &err));
    event_free(&event);
    event_free(&again);
    store_close(store);
    static const char *const traced[] = {
        "SELECT count(*) = 1 FROM audit WHERE field = 'effect' AND was = '0'",
        "SELECT count(*) = 1 FROM audit WHERE field = 'effect' AND was = '80'",
        NULL,
    };
    expect_all(place, traced);
}

// What the table itself refuses.
static void only_what_belongs_to_a_kind_is_taken(void **state) {
    static const char *const wrong[] = {
        "'spasm', NULL, 'with a text', NULL",
        "'spasm', 3, NULL, NULL",
        "'spasm', NULL, NULL, 11",
        "'task', NULL, 'Eye drops', 4",
        "'task', NULL, NULL, NULL",
        "'count', NULL, NULL, NULL",
    };
    const struct place *place = *state;
    store_close(open_at(place, morning));
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char sql[400];
        sqlite3 *database;
        snprintf(sql, sizeof sql,
                 "INSERT INTO moments (id, kind, per_minute, text, strength, at_s, at_offset_min,"
                 " changed_s, changed_offset_min) VALUES ('0bd7a1de-2b7e-4a2c-9b7a-0d9a3a5c1f12',"
                 " %s, 0, 0, 0, 0)",
                 wrong[i]);
        assert_int_equal(sqlite3_open(place->history, &database), SQLITE_OK);
        assert_int_equal(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_CONSTRAINT);
        sqlite3_close(database);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(all_that_was_there_is_kept),
        TEST(a_spasm_is_kept_corrected_and_removed),
        TEST(how_an_injection_worked_is_kept_with_a_trace),
        TEST(only_what_belongs_to_a_kind_is_taken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
