// SPDX-License-Identifier: MIT
#include "store/place.h"

#include "store/facts.h"
#include "store/inside.h"
#include "store/statement.h"

// Two entries of one day are there only after two histories were joined. The later one counts, then
// the one with the larger UUID, in whatever order they stand in the table.

enum { DAY = 20778, AT = 20778 * 86400 + 43200 };

static void script(struct store *store, const char *sql) {
    struct error err = {0};
    if (!statement_script(store->database, "tried", sql, &err)) {
        fail_msg("%s", err.text);
    }
}

static void add_rating(struct store *store, int tail, int64_t at_s, int twitch, int changed_s) {
    char sql[256];
    snprintf(sql, sizeof sql,
             "INSERT INTO ratings (id, at_s, at_offset_min, twitch, changed_s, changed_offset_min)"
             " VALUES ('00000000-0000-4000-8000-%012d', %lld, 0, %d, %d, 0)",
             tail, (long long)at_s, twitch, changed_s);
    script(store, sql);
}

static int number_of(struct store *store, int64_t day) {
    struct error err = {0};
    struct daily *numbers;
    struct diary_day *ratings;
    int count, rating_count;
    assert_true(facts_numbers(store, day, day, 240, &numbers, &count, &err));
    assert_true(facts_ratings(store, day, day, 240, &ratings, &rating_count, &err));
    assert_int_equal(count, 1);
    assert_int_equal(rating_count, 1);
    int value = (int)numbers[0].value;
    assert_int_equal(ratings[0].twitch, value);
    memory_free(numbers);
    memory_free(ratings);
    return value;
}

static void the_later_entry_counts(void **state) {
    (void)state;
    struct store *store = open_memory();
    add_rating(store, 9, AT, 1, 500);
    add_rating(store, 1, AT - 3600, 2, 700);
    add_rating(store, 5, AT + 3600, 3, 600);
    assert_int_equal(number_of(store, DAY), 2);
    add_rating(store, 4, AT + 7200, 4, 700); // as late, its UUID larger
    add_rating(store, 3, AT + 9000, 5, 700); // smaller than that
    assert_int_equal(number_of(store, DAY), 4);
    add_rating(store, 2, AT + 86400, 8, 1);
    assert_int_equal(number_of(store, DAY), 4);
    assert_int_equal(number_of(store, DAY + 1), 8);
    store_close(store);
}

static void expect_first(struct store *store, int count, struct daily one, struct daily two) {
    struct error err = {0};
    struct daily first[2] = {{0}};
    int found;
    assert_true(facts_first_numbers(store, 240, first, &found, &err));
    assert_int_equal(found, count);
    assert_true(count < 1 || (first[0].day == one.day && first[0].value == one.value));
    assert_true(count < 2 || (first[1].day == two.day && first[1].value == two.value));
}

static void the_first_numbers_are_found(void **state) {
    (void)state;
    const struct daily none = {0};
    struct store *store = open_memory();
    expect_first(store, 0, none, none);
    add_rating(store, 1, AT + 10 * 86400, 6, 500);
    expect_first(store, 1, (struct daily){DAY + 10, 6}, none);
    add_rating(store, 2, AT, 0, 500);
    expect_first(store, 2, (struct daily){DAY, 0}, (struct daily){DAY + 10, 6});
    // What another entry of its day takes the place of does not count.
    add_rating(store, 3, AT + 4 * 86400, 5, 500);
    add_rating(store, 4, AT + 4 * 86400 + 60, 0, 600);
    expect_first(store, 2, (struct daily){DAY, 0}, (struct daily){DAY + 10, 6});
    add_rating(store, 5, AT + 60, 3, 700);
    expect_first(store, 1, (struct daily){DAY, 3}, none);
    store_close(store);
}

static void of_two_forms_too(void **state) {
    (void)state;
    struct store *store = open_memory();
    struct error err = {0};
    struct diary_day *days;
    int count;
    script(store, "INSERT INTO days (id, day, stress, ticks, changed_s, changed_offset_min) VALUES"
                  " ('00000000-0000-4000-8000-000000000002', 20778, 3, 'wind', 700, 0),"
                  " ('00000000-0000-4000-8000-000000000001', 20778, 5, 'cold', 700, 0),"
                  " ('00000000-0000-4000-8000-000000000009', 20778, 7, NULL, 600, 0)");
    assert_true(facts_forms(store, DAY, DAY, &days, &count, &err));
    assert_int_equal(count, 1);
    assert_true(days[0].fields[FIELD_STRESS] == 3.0);
    assert_true(days[0].ticks == UINT64_C(1) << TICK_WIND);
    assert_true(days[0].fields[FIELD_MOOD] == -1.0);
    memory_free(days);
    store_close(store);
}

static void a_word_of_a_later_version_is_named(void **state) {
    (void)state;
    struct store *store = open_memory();
    struct error err = {0};
    struct diary_day *days;
    int count;
    script(store, "INSERT INTO days (id, day, ticks, changed_s, changed_offset_min) VALUES"
                  " ('00000000-0000-4000-8000-000000000002', 20778, 'wind,yodel', 700, 0)");
    assert_false(facts_forms(store, DAY, DAY, &days, &count, &err));
    assert_non_null(strstr(err.text, "yodel"));
    assert_null(days);
    assert_int_equal(count, 0);
    store_close(store);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_later_entry_counts),
        cmocka_unit_test(the_first_numbers_are_found),
        cmocka_unit_test(of_two_forms_too),
        cmocka_unit_test(a_word_of_a_later_version_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
