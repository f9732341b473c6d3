// SPDX-License-Identifier: MIT
#include "person.h"

#include "run/adjustments.h"
#include "run/diary_entry.h"
#include "run/diary_entry_words.h"
#include "run/diary_value.h"
#include "run/practice.h"
#include "run/ticked.h"

// A session that was ticked without a time has the day alone: noon stands for it in the history and
// is shown nowhere. `morning` is Saturday, 8:00.

// Ticked for the day before, kept, and read again; the caller frees it.
static struct diary_entry kept(struct room *room, bool untold) {
    struct person person;
    struct error err = {0};
    int64_t day = house_today(&room->house) - 1;
    const struct ticked_for done_for = {.day = day, .side = SIDE_NONE};
    struct ticked_form form;
    struct ticked_told told = ticked_told_nothing();
    assert_true(person_read(&room->house, &person, &err));
    assert_true(
        ticked_lay(&room->house, &person, routine(room, "breath-box"), &done_for, &form, &err));
    told.began_told = true;
    told.time_untold = untold;
    told.began = ticked_began(morning, day, -1, form.length_ms, 240);
    struct diary_entry entry = {
        .kind = REMOVAL_SESSION, .day = day, .session = ticked_record(&form, &told, morning)};
    assert_true(diary_entry_put(&room->house, &entry, &err));
    diary_entry_free(&entry);
    person_free(&person);
    struct diary_entry_list list = {0};
    assert_true(diary_entries_read(&room->house, day, day, &list, &err));
    assert_int_equal(list.count, 1);
    entry = diary_entry_copy(&list.entries[0]);
    diary_entry_list_free(&list);
    return entry;
}

static void assert_time(const struct diary_entry *entry, const char *expected) {
    char time[DIARY_TIME_MAX];
    assert_string_equal(diary_entry_time(entry, time), expected);
    assert_int_equal(diary_value_date(entry, VALUE_AT).timed, *expected != '\0');
}

static void a_time_is_shown_where_it_was_told(void **state) {
    struct room *room = *state;
    struct diary_entry entry = kept(room, false);
    assert_time(&entry, "12:00");
    diary_entry_free(&entry);
}

static void what_was_not_told_is_not_shown_until_it_is(void **state) {
    struct room *room = *state;
    struct error err = {0};
    struct diary_entry entry = kept(room, true);
    assert_time(&entry, "");
    // Another day alone tells no time.
    struct diary_date date = diary_value_date(&entry, VALUE_AT);
    date.day--;
    diary_value_set_date(&room->house, &entry, VALUE_AT, &date);
    assert_true(diary_entry_put(&room->house, &entry, &err));
    assert_time(&entry, "");
    struct diary_entry before = diary_entry_copy(&entry);
    date = (struct diary_date){
        .day = wall_day(morning) - 1, .timed = true, .at = later(morning, -DAY_S)};
    diary_value_set_date(&room->house, &entry, VALUE_AT, &date);
    assert_true(diary_entry_put(&room->house, &entry, &err));
    diary_entry_free(&entry);
    struct session_list list = {0};
    assert_true(sessions_list(room->house.store, INT64_MIN, INT64_MAX, 240, morning, &list, &err));
    assert_true(adjustments_has_time(list.records[0].options));
    session_list_free(&list);
    // Taken back it is untold as it was.
    assert_true(diary_entry_put(&room->house, &before, &err));
    assert_true(sessions_list(room->house.store, INT64_MIN, INT64_MAX, 240, morning, &list, &err));
    assert_false(adjustments_has_time(list.records[0].options));
    session_list_free(&list);
    diary_entry_free(&before);
}

// The week knows a time where the plan's item has one.
static void a_tick_of_the_week_has_the_time_of_its_item(void **state) {
    struct room *room = *state;
    static const bool told[] = {true, false};
    store_plan(room, "hers",
               "format = 1; id = \"hers\"; title = \"Plan\"; author = \"A\"; from = "
               "\"2026-11-16\"; items = ( { routine = \"breath-calm\"; per_day = 1; at = [ "
               "\"20:00\" ]; }, { routine = \"breath-box\"; per_day = 1; } );",
               later(morning, -5 * DAY_S));
    struct practice practice = {0};
    struct error err = {0};
    assert_true(practice_read(&room->house, &practice, &err));
    for (int row = 0; row < 2; row++) {
        struct practice_change change;
        assert_true(practice_turn(&room->house, &practice, row, PRACTICE_DAYS - 2, &change, &err));
        assert_int_equal(adjustments_has_time(change.added.entries[0].session.options), told[row]);
        practice_change_free(&change);
    }
    practice_free(&practice);
}

static void the_word_goes_from_any_place(void **state) {
    (void)state;
    static const char *const rows[][2] = {
        {"time=untold", ""},
        {"reps=3 time=untold", "reps=3"},
        {"time=untold reps=3", "reps=3"},
        {"side=left time=untold reps=3", "side=left reps=3"},
        {"reps=3", "reps=3"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *text = memory_text(rows[i][0]);
        adjustments_tell_time(text);
        assert_string_equal(text, rows[i][1]);
        memory_free(text);
    }
    adjustments_tell_time(NULL);
    assert_true(adjustments_has_time(NULL));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_time_is_shown_where_it_was_told),
        TEST(what_was_not_told_is_not_shown_until_it_is),
        TEST(a_tick_of_the_week_has_the_time_of_its_item),
        cmocka_unit_test(the_word_goes_from_any_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
