// SPDX-License-Identifier: MIT
#include "store/place.h"

#include "base/text.h"
#include "store/answers.h"
#include "store/events.h"
#include "store/inside.h"
#include "store/statement.h"
#include "store/treatments.h"

static int64_t number(struct store *store, const char *text) {
    int64_t value = 0;
    assert_ok(statement_number(store->database, "tried", text, &value, &err));
    return value;
}

static int64_t day_of(const char *date) {
    struct wall wall;
    assert_ok(wall_read(date, &wall, &err));
    return wall_day(wall);
}

static void add(struct store *store, enum event_kind kind, const char *date) {
    struct event event = {.kind = kind, .day = day_of(date), .until_day = EVENT_OPEN};
    assert_ok(events_add(store, &event, &err));
}

// The days of all events of a kind: "2026-02-27 2026-06-02".
static const char *days_of(struct store *store, enum event_kind kind, char to[256]) {
    struct event_list list;
    size_t length = 0;
    to[0] = '\0';
    assert_ok(events_list(store, INT64_MIN, INT64_MAX, &list, &err));
    for (int i = 0; i < list.count; i++) {
        int year, month, day;
        if (list.events[i].kind == kind) {
            date_of_day(list.events[i].day, &year, &month, &day);
            length += (size_t)snprintf(to + length, 256 - length, "%s%04d-%02d-%02d",
                                       length > 0 ? " " : "", year, month, day);
        }
    }
    event_list_free(&list);
    return to;
}
#define assert_days(store, kind, days)                                                             \
    do {                                                                                           \
        char text[256];                                                                            \
        assert_string_equal(days_of(store, kind, text), days);                                     \
    } while (0)

static void assert_told(struct store *store, const char *key, const char *expected) {
    char *value = NULL;
    assert_ok(answers_get(store, key, &value, &err));
    assert_string_equal(value ? value : "", expected);
    memory_free(value);
}

static void tell(struct store *store, const char *value, int after_s) {
    assert_ok(answers_set(store, "toxin", value, "self", later(morning, after_s), &err));
}

static void every_kind_is_known_to_the_table(void **state) {
    (void)state;
    struct store *store = open_memory();
    for (enum event_kind kind = 0; kind < EVENT_COUNT; kind++) {
        add(store, kind, "2026-11-01");
    }
    struct event_list list;
    assert_ok(events_list(store, day_of("2026-11-01"), day_of("2026-11-01"), &list, &err));
    assert_int_equal(list.count, EVENT_COUNT);
    event_list_free(&list);
    assert_ok(events_list(store, day_of("2026-11-02"), INT64_MAX, &list, &err));
    assert_int_equal(list.count, 0);
    event_list_free(&list);
    store_close(store);
}

// Told again it gains its end; with another note it is another.
static void told_again_it_is_corrected(void **state) {
    (void)state;
    struct store *store = open_memory();
    char one[] = "Carbamazepine", other[] = "Baclofen";
    struct event event = {
        .kind = EVENT_MEDICINE, .day = day_of("2026-10-01"), .until_day = EVENT_OPEN, .note = one};
    assert_ok(events_add(store, &event, &err));
    struct event end = {
        .kind = EVENT_MEDICINE, .day = day_of("2026-10-01"), .until_day = day_of("2026-11-01")};
    assert_ok(events_add(store, &end, &err));
    assert_string_equal(end.id, event.id);
    assert_string_equal(end.note, "Carbamazepine");
    event_free(&end);
    event.note = other;
    assert_ok(events_add(store, &event, &err));
    assert_int_equal(number(store, "SELECT count(*) FROM events"), 2);
    assert_int_equal(
        number(store, "SELECT count(*) FROM events WHERE note = 'Carbamazepine' AND until_day = "
                      "20758"),
        1);
    store_close(store);
}

static void the_profile_follows_the_last_event(void **state) {
    (void)state;
    struct store *store = open_memory();
    add(store, EVENT_TOXIN, "2026-08-20");
    assert_told(store, "toxin", "2026-08-20");
    add(store, EVENT_TOXIN, "2026-05-20");
    assert_told(store, "toxin", "2026-08-20");
    add(store, EVENT_SURGERY, "2026-09-01");
    assert_told(store, "toxin", "2026-08-20");
    assert_told(store, "surgery", "2026-09-01");
    add(store, EVENT_MEDICINE, "2026-11-01");
    assert_int_equal(number(store, "SELECT count(*) FROM answers"), 2);
    struct event event = {.kind = EVENT_TOXIN,
                          .day = day_of("2026-11-20"),
                          .timed = true,
                          .at = later(morning, -86400),
                          .until_day = EVENT_OPEN};
    assert_ok(events_add(store, &event, &err));
    assert_told(store, "toxin", "2026-11-20T08:00:00+01:00");
    event.day = day_of("2026-11-19");
    event.timed = false;
    assert_ok(events_correct(store, &event, &err));
    assert_told(store, "toxin", "2026-11-19");
    assert_ok(events_remove(store, event.id, &err));
    assert_told(store, "toxin", "2026-08-20");
    assert_told(store, "surgery", "2026-09-01");
    store_close(store);
}

// What is told step by step, the days of the events then.
static void the_event_follows_the_profile(void **state) {
    (void)state;
    static const struct {
        const char *told[4], *days;
    } cases[] = {
        {{"2026-11-20"}, "2026-11-20"},
        {{"2026-11-20", "2026-11-20T14:00:00+01:00"}, "2026-11-20"},
        {{"2026-11-20", "2026-11-19"}, "2026-11-19"},
        {{"2026-11-13", "2026-11-20"}, "2026-11-20"},               // within a week
        {{"2026-11-12", "2026-11-20"}, "2026-11-12 2026-11-20"},    // eight days: another
        {{"2026-08-01", "2026-11-20", ""}, "2026-08-01"},           // the last was none
        {{"2026-08-01", "2026-11-20", "2026-08-01"}, "2026-08-01"}, // the last was the first
        {{"2026-11-20", ""}, ""},
        {{"2026-11-20", "", "2026-11-20"}, "2026-11-20"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct store *store = open_memory();
        for (int step = 0; step < 4 && cases[i].told[step]; step++) {
            tell(store, cases[i].told[step], step);
        }
        assert_days(store, EVENT_TOXIN, cases[i].days);
        assert_days(store, EVENT_SURGERY, "");
        store_close(store);
    }
}

// Taking the last step back brings the events of the step before, whatever the step was.
static void a_step_taken_back_takes_its_event(void **state) {
    (void)state;
    static const struct {
        const char *told[3], *days; // before the last
    } cases[] = {
        {{"2026-11-20"}, ""},
        {{"2026-11-20", "2026-11-19"}, "2026-11-20"},
        {{"2026-11-19", "2026-11-20"}, "2026-11-19"},
        {{"2026-08-01", "2026-11-20"}, "2026-08-01"},
        {{"2026-08-01", "2026-11-20", ""}, "2026-08-01 2026-11-20"},
        {{"2026-11-20", "2026-11-20T14:00:00+01:00"}, "2026-11-20"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct store *store = open_memory();
        int last = 0;
        for (int step = 0; step < 3 && cases[i].told[step]; step++) {
            tell(store, cases[i].told[step], step);
            last = step;
        }
        assert_ok(answers_take_back(store, "toxin", cases[i].told[last], later(morning, last).utc_s,
                                    &err));
        assert_told(store, "toxin", last > 0 ? cases[i].told[last - 1] : "");
        assert_days(store, EVENT_TOXIN, cases[i].days);
        // Another that was never told changes nothing.
        assert_ok(answers_take_back(store, "toxin", "2020-01-01", 7, &err));
        assert_days(store, EVENT_TOXIN, cases[i].days);
        store_close(store);
    }
}

static void a_refused_event_leaves_the_profile(void **state) {
    (void)state;
    struct store *store = open_memory();
    struct error refusal = {0};
    struct event event = {.kind = EVENT_TOXIN, .day = 20778, .until_day = 20777};
    assert_false(events_add(store, &event, &refusal)); // ends before it begins
    assert_int_equal(refusal.code, ERROR_STORE);
    assert_int_equal(number(store, "SELECT count(*) FROM answers"), 0);
    assert_false(events_remove(store, "00000000-0000-4000-8000-000000000000", &refusal));
    assert_int_equal(refusal.code, ERROR_MISSING);
    add(store, EVENT_TOXIN, "2026-11-20"); // the transaction was ended
    store_close(store);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_is_known_to_the_table),
        cmocka_unit_test(told_again_it_is_corrected),
        cmocka_unit_test(the_profile_follows_the_last_event),
        cmocka_unit_test(the_event_follows_the_profile),
        cmocka_unit_test(a_step_taken_back_takes_its_event),
        cmocka_unit_test(a_refused_event_leaves_the_profile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
