// SPDX-License-Identifier: MIT
#include "store/place.h"

#include "base/text.h"
#include "store/days.h"
#include "store/inside.h"
#include "store/moments.h"
#include "store/ratings.h"
#include "store/removal.h"
#include "store/statement.h"
#include "store/weeks.h"

enum { DAY_S = 86400, STARTS = 240 };
static const char low_id[] = "00000000-0000-4000-8000-000000000000";

// Past the store's own functions, as merge would.
static void sql(struct store *store, const char *text) {
    assert_ok(statement_script(store->database, "tried", text, &err));
}

static int64_t number(struct store *store, const char *text) {
    int64_t value = 0;
    assert_ok(statement_number(store->database, "tried", text, &value, &err));
    return value;
}

static struct rating rating_of(struct wall at, int twitch) {
    return (struct rating){.at = at, .twitch = twitch, .severity = -1, .frequency = -1};
}

static void rate(struct store *store, struct wall at, int twitch) {
    struct rating rating = rating_of(at, twitch);
    assert_ok(ratings_set(store, &rating, STARTS, &err));
}

static struct rating_list ratings_of(struct store *store, int64_t first, int64_t last) {
    struct rating_list list;
    assert_ok(ratings_list(store, first, last, STARTS, &list, &err));
    return list;
}

static void a_day_has_one_number_the_last(void **state) {
    (void)state;
    struct store *store = open_memory();
    struct rating first = rating_of(morning, 5);
    first.severity = 2;
    first.side = SIDE_LEFT;
    first.places = 1u << PLACE_UPPER_LID | 1u << PLACE_EAR;
    char note[] = "windy";
    first.note = note;
    assert_ok(ratings_set(store, &first, STARTS, &err));
    rate(store, later(morning, 3600), 7);
    struct rating_list list = ratings_of(store, INT64_MIN, INT64_MAX);
    assert_int_equal(list.count, 1);
    const struct rating *rating = &list.ratings[0];
    assert_string_equal(rating->id, first.id);
    assert_int_equal(rating->twitch, 7);
    assert_int_equal(rating->severity, 2);
    assert_int_equal(rating->frequency, -1);
    assert_int_equal(rating->side, SIDE_LEFT);
    assert_int_equal(rating->places, 1u << PLACE_UPPER_LID | 1u << PLACE_EAR);
    assert_string_equal(rating->note, "windy");
    assert_int_equal(rating->at.utc_s, morning.utc_s + 3600);
    rating_list_free(&list);
    assert_int_equal(number(store, "SELECT was FROM audit WHERE field = 'twitch'"), 5);
    assert_int_equal(number(store, "SELECT count(*) FROM audit WHERE kind = 'ratings'"), 2);
    store_close(store);
}

// 03:59 belongs to the day before, 04:00 to the day; on the clock that was seen.
static void the_day_begins_as_set(void **state) {
    (void)state;
    struct store *store = open_memory();
    rate(store, later(morning, -4 * 3600 - 60), 1);
    rate(store, later(morning, -4 * 3600), 2);
    rate(store, later(morning, 20 * 3600 - 1), 3); // 03:59:59 of the next date: the same day
    struct rating_list list = ratings_of(store, 20777, 20777);
    assert_int_equal(list.count, 1);
    assert_int_equal(list.ratings[0].twitch, 1);
    assert_int_equal(list.ratings[0].day, 20777);
    rating_list_free(&list);
    list = ratings_of(store, 20778, 20778);
    assert_int_equal(list.count, 1);
    assert_int_equal(list.ratings[0].twitch, 3);
    rating_list_free(&list);
    // Where days begin at midnight the same rows are three days.
    assert_ok(ratings_list(store, INT64_MIN, INT64_MAX, 0, &list, &err));
    assert_int_equal(list.count, 2);
    rating_list_free(&list);
    store_close(store);
}

static void a_range_is_whole_days_oldest_first(void **state) {
    (void)state;
    struct store *store = open_memory();
    static const int order[] = {3, 0, 4, 1, 2};
    for (int i = 0; i < 5; i++) {
        rate(store, later(morning, -(int64_t)order[i] * DAY_S), order[i]);
    }
    struct rating_list list = ratings_of(store, 20778 - 3, 20778 - 1);
    assert_int_equal(list.count, 3);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(list.ratings[i].twitch, 3 - i);
    }
    rating_list_free(&list);
    store_close(store);
}

// A row of each kind as another history brings it: its UUID begins with `id`, its number is
// `value`.
static void bring(struct store *store, char id, int changed_s, int value) {
    char text[640];
    snprintf(text, sizeof text,
             "INSERT INTO ratings (id, at_s, at_offset_min, twitch, changed_s, changed_offset_min)"
             " VALUES ('%c0000000-0000-4000-8000-000000000000', %lld, 60, %d, %d, 60);"
             "INSERT INTO days (id, day, mood, changed_s, changed_offset_min)"
             " VALUES ('%c1000000-0000-4000-8000-000000000000', 20778, %d, %d, 60);"
             "INSERT INTO weeks (id, monday, impact, changed_s, changed_offset_min)"
             " VALUES ('%c2000000-0000-4000-8000-000000000000', 20773, %d, %d, 60)",
             id, (long long)morning.utc_s - value, value, changed_s, id, value, changed_s, id,
             value, changed_s);
    sql(store, text);
}

static void assert_counts(struct store *store, int value) {
    struct rating_list ratings = ratings_of(store, 20778, 20778);
    assert_int_equal(ratings.count, 1);
    assert_int_equal(ratings.ratings[0].twitch, value);
    rating_list_free(&ratings);
    struct day_form_list days;
    assert_ok(days_list(store, 20778, 20778, &days, &err));
    assert_int_equal(days.count, 1);
    assert_true(days.forms[0].fields[FIELD_MOOD] == value);
    day_form_list_free(&days);
    struct week_form_list weeks;
    assert_ok(weeks_list(store, 20773, 20773, &weeks, &err));
    assert_int_equal(weeks.count, 1);
    assert_int_equal(weeks.forms[0].impact, value);
    week_form_list_free(&weeks);
}

// What is given now corrects the one that counts, and counts from now on.
static void give_anew(struct store *store, int value) {
    struct day_form day = day_form_empty(20778);
    struct week_form week = {.monday = 20773, .severity = -1, .frequency = -1, .impact = value};
    day.fields[FIELD_MOOD] = value;
    rate(store, morning, value);
    assert_ok(days_set(store, &day, UINT64_MAX, &err));
    assert_ok(weeks_set(store, &week, &err));
}

// Two histories were joined: the later entry counts, then the larger UUID; the order of the rows
// does not.
static void of_two_the_later_then_the_larger_counts(void **state) {
    (void)state;
    static const struct {
        int first_changed, second_changed;
        char first_id, second_id;
        int counts;
    } cases[] = {
        {10, 20, 'a', 'b', 2}, {20, 10, 'a', 'b', 1}, {10, 10, 'a', 'b', 2},
        {10, 10, 'b', 'a', 1}, {9, 10, 'b', 'a', 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct store *store = open_memory();
        bring(store, cases[i].first_id, cases[i].first_changed, 1);
        bring(store, cases[i].second_id, cases[i].second_changed, 2);
        assert_counts(store, cases[i].counts);
        give_anew(store, 4);
        assert_counts(store, 4);
        assert_int_equal(number(store, "SELECT count(*) FROM ratings"), 2);
        // The one that counted was corrected, not the other.
        assert_int_equal(number(store, "SELECT count(*) FROM audit"
                                       " WHERE field IN ('twitch', 'mood', 'impact')"),
                         3);
        assert_int_equal(number(store, "SELECT sum(was) FROM audit"
                                       " WHERE field IN ('twitch', 'mood', 'impact')"),
                         3 * (int64_t)cases[i].counts);
        // Removing the day leaves none of them to come forward.
        assert_ok(ratings_remove(store, 20778, STARTS, &err));
        assert_ok(days_remove(store, 20778, &err));
        assert_ok(weeks_remove(store, 20773, &err));
        assert_int_equal(number(store, "SELECT (SELECT count(*) FROM ratings)"
                                       " + (SELECT count(*) FROM days)"
                                       " + (SELECT count(*) FROM weeks)"),
                         0);
        assert_int_equal(number(store, "SELECT count(*) FROM removed"), 6);
        store_close(store);
    }
}

static void what_is_removed_stays_known(void **state) {
    (void)state;
    struct store *store = open_memory();
    struct error refusal = {0};
    assert_false(ratings_remove(store, 20778, STARTS, &refusal));
    assert_int_equal(refusal.code, ERROR_MISSING);
    rate(store, morning, 6);
    assert_ok(ratings_remove(store, 20778, STARTS, &err));
    assert_int_equal(number(store, "SELECT was FROM audit WHERE field = 'twitch'"), 6);
    assert_int_equal(number(store, "SELECT at_s = 1795244400 FROM removed WHERE kind = 'ratings'"),
                     1);
    // Nothing goes without a trace, whoever tries.
    rate(store, morning, 6);
    assert_false(statement_script(store->database, "tried", "DELETE FROM ratings", &refusal));
    assert_int_equal(number(store, "SELECT count(*) FROM ratings"), 1);
    assert_false(removal_of(store, REMOVAL_RATING, low_id, &refusal));
    assert_int_equal(refusal.code, ERROR_MISSING);
    store_close(store);
}

static void a_removed_session_leaves_its_values(void **state) {
    (void)state;
    struct store *store = open_memory();
    struct session_record record;
    add_session(store, morning, 90000, &record);
    assert_ok(sessions_rate(store, record.id, 6, 4, FEEL_SAME, &err));
    assert_ok(removal_of(store, REMOVAL_SESSION, record.id, &err));
    assert_int_equal(count_sessions(store), 0);
    assert_int_equal(number(store, "SELECT was FROM audit WHERE field = 'played_ms'"), 90000);
    assert_int_equal(number(store, "SELECT was FROM audit WHERE field = 'rated_after'"), 4);
    store_close(store);
}

static struct day_form day_read(struct store *store, int64_t day) {
    struct day_form_list list;
    assert_ok(days_list(store, day, day, &list, &err));
    assert_int_equal(list.count, 1);
    struct day_form form = list.forms[0];
    list.count = 0;
    day_form_list_free(&list);
    return form;
}

// Every field goes into its own column and comes back.
static void every_field_of_a_day_is_kept(void **state) {
    (void)state;
    struct store *store = open_memory();
    struct day_form form = day_form_empty(20778);
    for (int field = 0; field < FIELD_COUNT; field++) {
        form.fields[field] = day_fields[field].whole ? field % 10 : field + 0.25;
    }
    form.ticks = (UINT64_C(1) << TICK_COUNT) - 1;
    assert_ok(days_set(store, &form, UINT64_MAX, &err));
    struct day_form read = day_read(store, 20778);
    for (int field = 0; field < FIELD_COUNT; field++) {
        assert_true(read.fields[field] == form.fields[field]);
        char text[192];
        snprintf(text, sizeof text,
                 "SELECT count(*) FROM pragma_table_info('days')"
                 " WHERE cid = %d AND name = replace('%s', '-', '_')",
                 field + 2, day_fields[field].word);
        assert_int_equal(number(store, text), 1);
    }
    assert_true(read.ticks == form.ticks);
    day_form_free(&read);
    store_close(store);
}

static void a_day_is_corrected_field_by_field(void **state) {
    (void)state;
    struct store *store = open_memory();
    struct day_form form = day_form_empty(20778);
    form.fields[FIELD_STRESS] = 8;
    form.fields[FIELD_SLEEP] = 6.5;
    form.ticks = UINT64_C(1) << TICK_TV;
    assert_ok(days_set(store, &form, UINT64_MAX, &err));
    struct day_form second = day_form_empty(20778);
    second.fields[FIELD_STRESS] = DAY_CLEAR;
    second.fields[FIELD_MOOD] = 3;
    second.ticks = UINT64_C(1) << TICK_COLD;
    assert_ok(days_set(store, &second, UINT64_MAX, &err));
    assert_string_equal(second.id, form.id);
    struct day_form read = day_read(store, 20778);
    assert_true(read.fields[FIELD_STRESS] == DAY_UNTOLD);
    assert_true(read.fields[FIELD_SLEEP] == 6.5);
    assert_true(read.fields[FIELD_MOOD] == 3);
    assert_true(read.ticks == (UINT64_C(1) << TICK_TV | UINT64_C(1) << TICK_COLD));
    struct day_form third = day_form_empty(20778);
    assert_ok(days_set(store, &third, 0, &err));
    assert_true(third.ticks == 0);
    assert_int_equal(number(store, "SELECT was FROM audit WHERE field = 'stress'"), 8);
    assert_int_equal(number(store, "SELECT count(*) FROM audit WHERE field = 'ticks'"), 2);
    store_close(store);
}

static void a_week_is_that_of_its_monday(void **state) {
    (void)state;
    struct store *store = open_memory();
    struct week_form form = {.monday = 20773, .severity = 2, .frequency = -1, .impact = 6};
    assert_ok(weeks_set(store, &form, &err));
    struct week_form second = {.monday = 20773, .severity = -1, .frequency = 1, .impact = 4};
    assert_ok(weeks_set(store, &second, &err));
    struct week_form_list list;
    assert_ok(weeks_list(store, INT64_MIN, INT64_MAX, &list, &err));
    assert_int_equal(list.count, 1);
    assert_int_equal(list.forms[0].severity, 2);
    assert_int_equal(list.forms[0].frequency, 1);
    assert_int_equal(list.forms[0].impact, 4);
    week_form_list_free(&list);
    struct week_form sunday = {.monday = 20772, .severity = 1, .frequency = -1, .impact = -1};
    struct error err = {0};
    assert_false(weeks_set(store, &sunday, &err));
    store_close(store);
}

static void moments_are_kept_apart(void **state) {
    (void)state;
    struct store *store = open_memory();
    char text[] = "Eye drops";
    struct moment task = {.kind = MOMENT_TASK, .at = morning, .per_minute = -1, .text = text};
    struct moment count = {.kind = MOMENT_COUNT, .at = morning, .per_minute = 12};
    assert_ok(moments_add(store, &task, &err));
    task.at = later(morning, -3600);
    assert_ok(moments_add(store, &task, &err)); // twice a day is twice
    assert_ok(moments_add(store, &count, &err));
    struct moment_list list;
    assert_ok(moments_list(store, MOMENT_TASK, 20778, 20778, STARTS, &list, &err));
    assert_int_equal(list.count, 2);
    assert_int_equal(list.moments[0].at.utc_s, morning.utc_s - 3600);
    assert_string_equal(list.moments[1].text, "Eye drops");
    moment_list_free(&list);
    count.per_minute = 8;
    assert_ok(moments_correct(store, &count, &err));
    assert_int_equal(number(store, "SELECT was FROM audit WHERE field = 'per_minute'"), 12);
    assert_ok(removal_of(store, REMOVAL_MOMENT, count.id, &err));
    assert_ok(moments_list(store, MOMENT_COUNT, INT64_MIN, INT64_MAX, STARTS, &list, &err));
    assert_int_equal(list.count, 0);
    moment_list_free(&list);
    struct error err = {0};
    struct moment empty = {.kind = MOMENT_TASK, .at = morning, .per_minute = -1};
    assert_false(moments_add(store, &empty, &err));
    store_close(store);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_has_one_number_the_last),
        cmocka_unit_test(the_day_begins_as_set),
        cmocka_unit_test(a_range_is_whole_days_oldest_first),
        cmocka_unit_test(of_two_the_later_then_the_larger_counts),
        cmocka_unit_test(what_is_removed_stays_known),
        cmocka_unit_test(a_removed_session_leaves_its_values),
        cmocka_unit_test(every_field_of_a_day_is_kept),
        cmocka_unit_test(a_day_is_corrected_field_by_field),
        cmocka_unit_test(a_week_is_that_of_its_monday),
        cmocka_unit_test(moments_are_kept_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
