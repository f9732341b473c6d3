// SPDX-License-Identifier: MIT
#include "store/place.h"

// Which sessions a span of days holds, and how they show.

static void sessions_of_a_routine_are_counted(void **state) {
    (void)state;
    struct store *store = open_memory();
    struct session_record record;
    add_session(store, morning, 1000, &record);
    add_session(store, later(morning, 60), 1000, &record);
    struct session_record unplayed = box_breath(morning);
    assert_ok(sessions_start(store, &unplayed, &err));
    int count = -1;
    assert_ok(sessions_count(store, "breath-box", &count, &err));
    assert_int_equal(count, 2);
    assert_ok(sessions_count(store, "breath-478", &count, &err));
    assert_int_equal(count, 0);
    store_close(store);
}

static void a_running_session_grows_stale(void **state) {
    (void)state;
    struct store *store = open_memory();
    struct session_record record = box_breath(morning);
    assert_ok(sessions_start(store, &record, &err));
    checkpoint(store, record.id, 30000, later(morning, 30));
    struct session_list list = list_all(store, later(morning, 30 + SESSION_FRESH_S));
    assert_int_equal(list.count, 1);
    assert_int_equal(list.records[0].status, SESSION_RUNNING);
    assert_int_equal(list.records[0].ending, ENDING_NONE);
    assert_int_equal(list.records[0].played_ms, 30000);
    session_list_free(&list);
    list = list_all(store, later(morning, 31 + SESSION_FRESH_S));
    assert_int_equal(list.records[0].status, SESSION_PARTIAL);
    assert_int_equal(list.records[0].ending, ENDING_INTERRUPTED);
    assert_int_equal(list.records[0].position_ms, 30000);
    session_list_free(&list);
    store_close(store);
}

static int64_t day_of(int year, int month, int day) {
    return day_of_date(year, month, day);
}

static int count_on(struct store *store, int64_t day, int day_starts_min) {
    struct session_list list;
    assert_ok(sessions_list(store, day, day, day_starts_min, morning, &list, &err));
    int count = list.count;
    session_list_free(&list);
    return count;
}

// The day is that of the clock the person saw, less the setting, whatever UTC says.
static void days_follow_the_recorded_clock(void **state) {
    (void)state;
    struct store *store = open_memory();
    struct session_record record;
    int64_t midnight_s = day_of(2026, 3, 1) * 86400;
    // 03:59 and 04:00 on the first of March in Auckland (UTC+13), still February in UTC.
    add_session(store, (struct wall){midnight_s + 4 * 3600 - 60 - 13 * 3600, 780}, 1000, &record);
    add_session(store, (struct wall){midnight_s + 4 * 3600 - 13 * 3600, 780}, 1000, &record);
    // 23:59:59 on the same day in Honolulu (UTC-10), already the second in UTC.
    add_session(store, (struct wall){midnight_s + 86399 + 10 * 3600, -600}, 1000, &record);
    int64_t first = day_of(2026, 3, 1);
    assert_int_equal(count_on(store, first - 1, 240), 1);
    assert_int_equal(count_on(store, first, 240), 2);
    assert_int_equal(count_on(store, first + 1, 240), 0);
    assert_int_equal(count_on(store, first - 1, 0), 0);
    assert_int_equal(count_on(store, first, 0), 3);
    assert_int_equal(count_on(store, first, 360), 1);
    assert_int_equal(count_on(store, first - 1, 360), 2);
    store_close(store);
}

static void every_day_agrees_with_the_formula(void **state) {
    (void)state;
    struct store *store = open_memory();
    struct session_record record;
    static const int offsets[] = {-720, -210, 0, 330, 765, 840};
    static const int64_t instants[] = {-86401, -1, 0, 14399, 14400, 1795244400, 4102444799};
    for (size_t o = 0; o < sizeof offsets / sizeof *offsets; o++) {
        for (size_t i = 0; i < sizeof instants / sizeof *instants; i++) {
            add_session(store, (struct wall){instants[i], offsets[o]}, 1, &record);
        }
    }
    struct session_list all = list_all(store, morning);
    for (int starts_min = 0; starts_min <= 360; starts_min += 120) {
        for (int i = 0; i < all.count; i++) {
            struct wall at = all.records[i].started;
            int64_t local_s = at.utc_s + (at.offset_min - starts_min) * 60;
            int64_t day = local_s / 86400 - (local_s % 86400 < 0);
            struct session_list list;
            assert_ok(sessions_list(store, day, day, starts_min, morning, &list, &err));
            bool found = false;
            for (int k = 0; k < list.count; k++) {
                found = found || strcmp(list.records[k].id, all.records[i].id) == 0;
            }
            session_list_free(&list);
            assert_true(found);
            assert_ok(sessions_list(store, day + 1, INT64_MAX, starts_min, morning, &list, &err));
            for (int k = 0; k < list.count; k++) {
                assert_string_not_equal(list.records[k].id, all.records[i].id);
            }
            session_list_free(&list);
        }
    }
    session_list_free(&all);
    store_close(store);
}

static void the_oldest_comes_first(void **state) {
    (void)state;
    struct store *store = open_memory();
    struct session_record record[3];
    add_session(store, later(morning, 500), 1000, &record[0]);
    add_session(store, morning, 1000, &record[1]);
    add_session(store, morning, 1000, &record[2]);
    struct session_list list = list_all(store, morning);
    assert_string_equal(list.records[0].id, record[1].id);
    assert_string_equal(list.records[1].id, record[2].id);
    assert_string_equal(list.records[2].id, record[0].id);
    session_list_free(&list);
    store_close(store);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_running_session_grows_stale),
        cmocka_unit_test(days_follow_the_recorded_clock),
        cmocka_unit_test(every_day_agrees_with_the_formula),
        cmocka_unit_test(the_oldest_comes_first),
        cmocka_unit_test(sessions_of_a_routine_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
