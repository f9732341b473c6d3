// SPDX-License-Identifier: MIT
#include "person.h"

#include "run/diary_entry.h"
#include "run/ticked.h"

// What was done without the screen: which days take it, when it began, how long it was by the plan
// of that day, how it ended, and that it counts whatever gates and limits say. `morning` is
// Saturday, 8:00.

enum { STARTS = 240, MINUTE_MS = 60000 };
static const int64_t saturday = 20778;

static void keep_plan(struct room *room, const char *id, const char *items) {
    struct text_builder text = {0};
    text_add_format(&text,
                    "format = 1; id = \"%s\"; title = \"Plan\"; author = \"A\"; from = "
                    "\"2026-11-10\"; items = ( %s );",
                    id, items);
    store_plan(room, id, text.text, clock_wall_now(&room->house.clock));
    text_builder_free(&text);
}

static void the_window_takes_today_and_seven_days_back(void **state) {
    (void)state;
    assert_true(ticked_takes_day(saturday, saturday));
    assert_true(ticked_takes_day(saturday - 7, saturday));
    assert_false(ticked_takes_day(saturday - 8, saturday));
    assert_false(ticked_takes_day(saturday + 1, saturday));
}

static void check_began(int64_t day, int minute, int64_t played_ms, int64_t now_later_s,
                        const char *wanted) {
    char text[WALL_TEXT_MAX];
    struct wall began = ticked_began(later(morning, now_later_s), day, minute, played_ms, STARTS);
    assert_string_equal(wall_text(began, text), wanted);
    assert_int_equal(wall_day_of(began, STARTS), day);
}

static void it_begins_on_its_day(void **state) {
    (void)state;
    // Not told: noon of a day that is over, and of today it has just ended.
    check_began(saturday - 1, -1, 0, 0, "2026-11-20T12:00:00+01:00");
    check_began(saturday - 7, -1, 0, 0, "2026-11-14T12:00:00+01:00");
    check_began(saturday, -1, 5 * MINUTE_MS, 0, "2026-11-21T07:55:00+01:00");
    check_began(saturday, -1, 1, 0, "2026-11-21T07:59:59+01:00");
    // Told: as told, unless that lies ahead.
    check_began(saturday - 1, 540, 0, 0, "2026-11-20T09:00:00+01:00");
    check_began(saturday, 420, 5 * MINUTE_MS, 0, "2026-11-21T07:00:00+01:00");
    check_began(saturday, 478, 5 * MINUTE_MS, 0, "2026-11-21T07:55:00+01:00");
    check_began(saturday, 1200, 5 * MINUTE_MS, 0, "2026-11-21T07:55:00+01:00");
    // Half past midnight comes at the end of its day.
    check_began(saturday - 1, 30, 0, 0, "2026-11-21T00:30:00+01:00");
    check_began(saturday - 1, STARTS, 0, 0, "2026-11-20T04:00:00+01:00");
    check_began(saturday - 1, STARTS - 1, 0, 0, "2026-11-21T03:59:00+01:00");
}

// Five minutes after the day began, ten minutes of practice are not yesterday's.
static void a_young_day_keeps_what_is_its_own(void **state) {
    (void)state;
    check_began(saturday, -1, 10 * MINUTE_MS, -4 * HOUR_S + 300, "2026-11-21T04:00:00+01:00");
    check_began(saturday - 1, -1, 10 * MINUTE_MS, -4 * HOUR_S - 60, "2026-11-21T03:49:00+01:00");
}

static struct ticked_form lay(struct room *room, struct person *person, const char *id,
                              struct ticked_for done_for) {
    struct ticked_form form;
    struct error err = {0};
    assert_true(person_read(&room->house, person, &err));
    if (!ticked_lay(&room->house, person, routine(room, id), &done_for, &form, &err)) {
        fail_msg("%s", err.text);
    }
    return form;
}

static int64_t length_on(struct room *room, const char *id, struct ticked_for done_for) {
    struct person person;
    int64_t length_ms = lay(room, &person, id, done_for).length_ms;
    person_free(&person);
    return length_ms;
}

// The dose of the day it was done on: nine repetitions until Friday, two from today on.
static void the_plan_of_its_day_gives_the_dose(void **state) {
    struct room *room = *state;
    tell(room, "condition", "hfs");
    static const char id[] = "nmr-smile-eyes-open";
    int64_t written = length_on(room, id, (struct ticked_for){.day = saturday});
    set_now(room, later(morning, -3 * DAY_S));
    keep_plan(room, "hers", "{ routine = \"nmr-smile-eyes-open\"; per_day = 1; reps = 9; }");
    set_now(room, morning);
    keep_plan(room, "hers", "{ routine = \"nmr-smile-eyes-open\"; per_day = 1; reps = 2; }");
    int64_t many = length_on(room, id, (struct ticked_for){.day = saturday - 1});
    set_now(room, later(morning, DAY_S));
    int64_t few = length_on(room, id, (struct ticked_for){.day = saturday + 1});
    assert_true(few < written);
    assert_true(written < many);
    assert_int_equal(length_on(room, id, (struct ticked_for){.day = saturday - 1}), many);
    // Before the plan began nothing of it counts: the five of the file.
    int64_t before = length_on(room, id, (struct ticked_for){.day = saturday - 20});
    assert_true(few < before && before < many);
}

static struct session_record record_of(struct room *room, const char *id,
                                       struct ticked_for done_for, struct ticked_told told) {
    struct person person;
    struct ticked_form form = lay(room, &person, id, done_for);
    struct session_record record = ticked_record(&form, &told, clock_wall_now(&room->house.clock));
    person_free(&person);
    return record;
}

static void a_side_is_that_of_the_item_or_as_told(void **state) {
    struct room *room = *state;
    struct person person;
    struct error err = {0};
    tell(room, "condition", "hfs");
    keep_plan(room, "hers",
              "{ routine = \"nmr-smile-eyes-open\"; per_day = 1; side = \"left\"; },"
              "{ routine = \"nmr-smile-eyes-open\"; per_day = 1; side = \"right\"; reps = 2; }");
    assert_true(person_read(&room->house, &person, &err));
    const struct plan *plan = person.in_force.plans[0];
    static const char *const sides[] = {"left", "right"};
    for (int i = 0; i < 2; i++) {
        struct ticked_for done_for = {.day = saturday, .place = {plan, i}};
        struct ticked_form form;
        struct ticked_told nothing = ticked_told_nothing();
        assert_true(ticked_lay(&room->house, &person, routine(room, "nmr-smile-eyes-open"),
                               &done_for, &form, &err));
        struct session_record record = ticked_record(&form, &nothing, morning);
        assert_string_equal(record.side, sides[i]);
        assert_string_equal(record.plan, "hers");
        session_record_free(&record);
    }
    person_free(&person);
    struct session_record told =
        record_of(room, "nmr-smile-eyes-open",
                  (struct ticked_for){.day = saturday, .side = SIDE_RIGHT}, ticked_told_nothing());
    assert_string_equal(told.side, "right");
    session_record_free(&told);
    struct session_record free_of_it =
        record_of(room, "breath-box", (struct ticked_for){.day = saturday}, ticked_told_nothing());
    assert_string_equal(free_of_it.side, "");
    assert_string_equal(free_of_it.plan, "");
    session_record_free(&free_of_it);
}

static void how_it_ended(void **state) {
    (void)state;
    assert_int_equal(ticked_ending(ENDING_NONE, CATEGORY_BREATHING, 80, 100), ENDING_COMPLETE);
    assert_int_equal(ticked_ending(ENDING_NONE, CATEGORY_BREATHING, 79, 100), ENDING_INTERRUPTED);
    assert_int_equal(ticked_ending(ENDING_WELL, CATEGORY_NMR, 1, 100), ENDING_WELL);
    assert_int_equal(ticked_ending(ENDING_WELL, CATEGORY_ROM, 1, 100), ENDING_WELL);
    assert_int_equal(ticked_ending(ENDING_WELL, CATEGORY_MASSAGE, 1, 100), ENDING_INTERRUPTED);
    assert_int_equal(ticked_ending(ENDING_WELL, CATEGORY_MASSAGE, 90, 100), ENDING_COMPLETE);
    assert_int_equal(ticked_ending(ENDING_TIRED, CATEGORY_MASSAGE, 90, 100), ENDING_TIRED);
}

static void nothing_told_is_all_of_it(void **state) {
    struct room *room = *state;
    struct session_record record =
        record_of(room, "breath-box", (struct ticked_for){.day = saturday}, ticked_told_nothing());
    assert_string_equal(record.source, "ticked");
    assert_int_equal(record.status, SESSION_COMPLETE);
    assert_int_equal(record.ending, ENDING_COMPLETE);
    assert_int_equal(record.played_ms, record.planned_ms);
    assert_int_equal(record.seen.utc_s, morning.utc_s);
    assert_int_equal(record.started.utc_s, morning.utc_s - record.played_ms / 1000);
    assert_int_equal(record.before, -1);
    assert_int_equal(record.after, -1);
    assert_null(record.note);
    session_record_free(&record);
}

static void a_part_is_partial_and_stopping_well_is_not(void **state) {
    struct room *room = *state;
    struct ticked_told told = ticked_told_nothing();
    told.played_ms = 60000;
    told.note = "on the train";
    struct session_record part =
        record_of(room, "breath-box", (struct ticked_for){.day = saturday}, told);
    assert_int_equal(part.status, SESSION_PARTIAL);
    assert_int_equal(part.played_ms, 60000);
    assert_string_equal(part.note, "on the train");
    session_record_free(&part);
    told.ending = ENDING_WELL;
    told.why = WHY_PULL;
    struct session_record well =
        record_of(room, "nmr-smile-eyes-open", (struct ticked_for){.day = saturday}, told);
    assert_int_equal(well.status, SESSION_COMPLETE);
    assert_int_equal(well.ending, ENDING_WELL);
    assert_int_equal(well.why, WHY_PULL);
    session_record_free(&well);
}

static void put(struct room *room, const char *id) {
    struct error err = {0};
    struct diary_entry entry = {.kind = REMOVAL_SESSION,
                                .day = saturday,
                                .session = record_of(room, id, (struct ticked_for){.day = saturday},
                                                     ticked_told_nothing())};
    if (!diary_entry_put(&room->house, &entry, &err)) {
        fail_msg("%s", err.text);
    }
    diary_entry_free(&entry);
}

// What is closed, rests or is enough for today was done all the same; and it counts for what is
// allowed after it.
static void gates_and_limits_never_refuse_it(void **state) {
    struct room *room = *state;
    tell(room, "condition", "synk");
    tell(room, "toxin", "2026-11-21T07:00");
    assert_int_equal(allowed_now_for(room, "rom-upper-face").gating.gate, GATE_CLOSED);
    for (int i = 0; i < 9; i++) {
        put(room, "rom-upper-face");
    }
    struct person person;
    struct error err = {0};
    assert_true(person_read(&room->house, &person, &err));
    assert_int_equal(past_completed(&person.held.past, "rom-upper-face"), 9);
    person_free(&person);
}

static void taken_back_it_is_gone_and_stays_in_the_audit(void **state) {
    struct room *room = *state;
    struct error err = {0};
    struct session_list list;
    put(room, "breath-box");
    assert_true(sessions_list(room->house.store, saturday, saturday, STARTS, morning, &list, &err));
    assert_int_equal(list.count, 1);
    struct diary_entry entry = {.kind = REMOVAL_SESSION, .session = list.records[0]};
    assert_true(diary_entry_take(&room->house, &entry, &err));
    assert_false(diary_entry_take(&room->house, &entry, &err));
    session_list_free(&list);
    assert_true(sessions_list(room->house.store, saturday, saturday, STARTS, morning, &list, &err));
    assert_int_equal(list.count, 0);
    session_list_free(&list);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_window_takes_today_and_seven_days_back),
        cmocka_unit_test(it_begins_on_its_day),
        cmocka_unit_test(a_young_day_keeps_what_is_its_own),
        TEST(the_plan_of_its_day_gives_the_dose),
        TEST(a_side_is_that_of_the_item_or_as_told),
        cmocka_unit_test(how_it_ended),
        TEST(nothing_told_is_all_of_it),
        TEST(a_part_is_partial_and_stopping_well_is_not),
        TEST(gates_and_limits_never_refuse_it),
        TEST(taken_back_it_is_gone_and_stays_in_the_audit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
