// SPDX-License-Identifier: MIT
#include "store/place.h"

#include "base/text.h"
#include "store/answers.h"
#include "store/days.h"
#include "store/events.h"
#include "store/ratings.h"

// From the first schema to the one with the diary: a file that an earlier version wrote
// (history-1.sql is its dump) keeps all it had, and what was told of injections becomes events.

static void all_that_was_there_is_kept(void **state) {
    const struct place *place = *state;
    fill_from_dump(place, "tests/store/history-1.sql");
    assert_int_equal(ask_sql(place->history, "PRAGMA user_version"), 1);
    struct store *store = open_at(place, morning);
    assert_int_equal(store_health(store), STORE_GOOD);
    assert_int_equal(count_sessions(store), 1);
    struct rating_list list;
    assert_ok(ratings_list(store, INT64_MIN, INT64_MAX, 240, &list, &err));
    assert_int_equal(list.count, 1);
    assert_int_equal(list.ratings[0].twitch, 6);
    assert_string_equal(list.ratings[0].note, "before the diary");
    rating_list_free(&list);
    char *value;
    assert_ok(answers_get(store, "condition", &value, &err));
    assert_string_equal(value, "hfs");
    memory_free(value);
    assert_ok(store_check(store, &err));
    store_close(store);
    char copy[160];
    snprintf(copy, sizeof copy, "%s/history-before-2.db", place->backups);
    assert_int_equal(ask_sql(copy, "PRAGMA user_version"), 1);
    assert_int_equal(ask_sql(copy, "SELECT count(*) FROM sessions"), 1);
    assert_int_equal(mode_of(copy), 0600);
}

// In February one injection; in June one, corrected a minute later; the operation was taken back.
static void what_was_told_becomes_events(void **state) {
    const struct place *place = *state;
    fill_from_dump(place, "tests/store/history-1.sql");
    struct store *store = open_at(place, morning);
    struct event_list list;
    assert_ok(events_list(store, INT64_MIN, INT64_MAX, &list, &err));
    assert_int_equal(list.count, 2);
    assert_int_equal(list.events[0].kind, EVENT_TOXIN);
    assert_int_equal(list.events[0].day, day_of_date(2026, 2, 27));
    assert_false(list.events[0].timed);
    assert_int_equal(list.events[0].until_day, EVENT_OPEN);
    assert_int_equal(list.events[1].day, day_of_date(2026, 6, 2));
    assert_true(list.events[1].timed);
    // 07:30 at UTC+2
    assert_int_equal(list.events[1].at.utc_s, day_of_date(2026, 6, 2) * 86400 + 5 * 3600 + 30 * 60);
    assert_int_equal(list.events[1].at.offset_min, 120);
    event_list_free(&list);
    store_close(store);
    // The same in every copy of the history, so that joining them doubles nothing.
    assert_int_equal(ask_sql(place->history, "SELECT count(*) FROM events WHERE id IN (SELECT id"
                                             " FROM answers)"),
                     2);
}

static void it_can_be_written_on(void **state) {
    const struct place *place = *state;
    fill_from_dump(place, "tests/store/history-1.sql");
    struct store *store = open_at(place, morning);
    struct rating rating = {
        .at = later(morning, -86400), .twitch = 4, .severity = -1, .frequency = -1};
    assert_ok(ratings_set(store, &rating, 240, &err)); // corrects the one that was there
    struct day_form form = day_form_empty(day_of_date(2026, 11, 21));
    form.fields[FIELD_SLEEP] = 6.5;
    assert_ok(days_set(store, &form, UINT64_MAX, &err));
    assert_ok(answers_set(store, "toxin", "2026-11-20", "self", morning, &err));
    store_close(store);
    assert_int_equal(ask_sql(place->history, "SELECT twitch FROM ratings"), 4);
    assert_int_equal(ask_sql(place->history, "SELECT was FROM audit WHERE field = 'twitch'"), 6);
    assert_int_equal(ask_sql(place->history, "SELECT count(*) FROM events"), 3);
}

static void an_old_one_is_looked_at_untouched(void **state) {
    const struct place *place = *state;
    fill_from_dump(place, "tests/store/history-1.sql");
    struct store_options options = options_of(place);
    options.read_only = true;
    struct store *store = must_open(&options);
    struct event event = {0};
    bool found = false;
    assert_ok(events_newest(store, EVENT_TOXIN, &event, &found, &err));
    assert_true(found);
    event_free(&event);
    store_close(store);
    assert_int_equal(ask_sql(place->history, "PRAGMA user_version"), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(all_that_was_there_is_kept),
        TEST(what_was_told_becomes_events),
        TEST(it_can_be_written_on),
        TEST(an_old_one_is_looked_at_untouched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
