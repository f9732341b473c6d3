// SPDX-License-Identifier: MIT
#include "run/person.h"

#include "run/diary_past.h"
#include "store/days.h"
#include "store/events.h"
#include "store/facts.h"
#include "store/ratings.h"

enum { TODAY = 20778 }; // the day of `morning`

// Days begin at 04:00 here, as they do unless it is set otherwise.
static struct wall on(int64_t day, int hour) {
    return (struct wall){.utc_s = day * DAY_S + hour * HOUR_S - HOUR_S, .offset_min = 60};
}

static void rate(struct room *room, struct wall at, int twitch) {
    struct error err = {0};
    struct rating rating = {.at = at, .twitch = twitch, .severity = -1, .frequency = -1};
    assert_true(ratings_set(room->house.store, &rating, 240, &err));
}

static void daily_numbers_come_by_day(void **state) {
    struct room *room = *state;
    struct error err = {0};
    struct daily_past past;
    rate(room, on(TODAY, 20), 3);
    rate(room, on(TODAY - 1, 3), 7); // before four: of the day before
    rate(room, on(TODAY - 5, 4), 0);
    rate(room, on(TODAY, 21), 5); // corrects
    assert_true(daily_past_read(&room->house, INT64_MIN, INT64_MAX, &past, &err));
    assert_int_equal(past.count, 3);
    assert_int_equal(past.days[0].day, TODAY - 5);
    assert_true(past.days[0].value == 0.0);
    assert_int_equal(past.days[1].day, TODAY - 2);
    assert_true(past.days[1].value == 7.0);
    assert_int_equal(past.days[2].day, TODAY);
    assert_true(past.days[2].value == 5.0);
    daily_past_free(&past);
    assert_true(daily_past_read(&room->house, TODAY - 4, TODAY - 2, &past, &err));
    assert_int_equal(past.count, 1);
    assert_int_equal(past.days[0].day, TODAY - 2);
    daily_past_free(&past);
}

// Many numbers, more than there is room for at first.
static void a_long_row_is_whole(void **state) {
    struct room *room = *state;
    struct error err = {0};
    struct daily_past past;
    for (int i = 0; i < 200; i++) {
        rate(room, on(TODAY - i, 12), i % 11);
    }
    assert_true(daily_past_read(&room->house, TODAY - 198, TODAY, &past, &err));
    assert_int_equal(past.count, 199);
    for (int i = 0; i < past.count; i++) {
        assert_int_equal(past.days[i].day, TODAY - 198 + i);
        assert_true(past.days[i].value == (double)((198 - i) % 11));
    }
    daily_past_free(&past);
}

static void numbers_and_forms_of_a_day_become_one(void **state) {
    struct room *room = *state;
    struct error err = {0};
    struct diary_past past;
    struct rating rating = {.at = on(TODAY - 1, 20),
                            .twitch = 4,
                            .severity = 2,
                            .frequency = -1,
                            .side = SIDE_LEFT,
                            .places = 1 << PLACE_CHEEK | 1 << PLACE_CHIN};
    assert_true(ratings_set(room->house.store, &rating, 240, &err));
    rate(room, on(TODAY, 20), 6);
    struct day_form form = day_form_empty(TODAY - 1);
    form.fields[FIELD_SLEEP] = 6.5;
    form.ticks = UINT64_C(1) << TICK_WIND | UINT64_C(1) << TICK_STOPS_TASKS;
    assert_true(days_set(room->house.store, &form, UINT64_MAX, &err));
    struct day_form alone = day_form_empty(TODAY - 3);
    alone.fields[FIELD_STRESS] = 0;
    assert_true(days_set(room->house.store, &alone, UINT64_MAX, &err));
    assert_true(diary_past_read(&room->house, INT64_MIN, INT64_MAX, &past, &err));
    assert_int_equal(past.count, 3);
    assert_int_equal(past.days[0].day, TODAY - 3);
    assert_int_equal(past.days[0].twitch, -1);
    assert_true(past.days[0].fields[FIELD_STRESS] == 0.0);
    assert_true(past.days[0].fields[FIELD_SLEEP] == -1.0);
    const struct diary_day *both = &past.days[1];
    assert_int_equal(both->day, TODAY - 1);
    assert_int_equal(both->twitch, 4);
    assert_int_equal(both->severity, 2);
    assert_int_equal(both->frequency, -1);
    assert_int_equal(both->side, SIDE_LEFT);
    assert_int_equal(both->places, 1 << PLACE_CHEEK | 1 << PLACE_CHIN);
    assert_true(both->fields[FIELD_SLEEP] == 6.5);
    assert_true(both->ticks == form.ticks);
    assert_int_equal(past.days[2].day, TODAY);
    assert_int_equal(past.days[2].twitch, 6);
    assert_true(past.days[2].ticks == 0);
    diary_past_free(&past);
    assert_true(diary_past_read(&room->house, TODAY, TODAY, &past, &err));
    assert_int_equal(past.count, 1);
    diary_past_free(&past);
}

static void add_event(struct room *room, enum event_kind kind, int64_t day, int64_t until) {
    struct error err = {0};
    struct event event = {.kind = kind, .day = day, .until_day = until};
    assert_true(events_add(room->house.store, &event, &err));
}

static void treatments_are_told_by_kind(void **state) {
    struct room *room = *state;
    struct error err = {0};
    struct treatment_past past;
    add_event(room, EVENT_TOXIN, TODAY - 200, EVENT_OPEN);
    add_event(room, EVENT_TOXIN, TODAY - 30, EVENT_OPEN);
    add_event(room, EVENT_INJURY, TODAY - 400, EVENT_OPEN);
    add_event(room, EVENT_MEDICINE, TODAY - 90, TODAY - 10);
    add_event(room, EVENT_SURGERY, TODAY - 300, EVENT_OPEN);
    add_event(room, EVENT_APPOINTMENT, TODAY, EVENT_OPEN);
    assert_true(treatment_past_read(&room->house, &past, &err));
    assert_int_equal(past.injection_count, 2);
    assert_int_equal(past.injections[0], TODAY - 200);
    assert_int_equal(past.injections[1], TODAY - 30);
    assert_int_equal(past.injury_count, 1);
    assert_int_equal(past.injuries[0], TODAY - 400);
    assert_int_equal(past.medicine_count, 1);
    assert_int_equal(past.medicines[0], TODAY - 90);
    assert_int_equal(past.treatment.injected, TODAY - 30);
    assert_int_equal(past.treatment.operated, TODAY - 300);
    assert_false(past.treatment.medicine);
    // As it stood on other days.
    assert_int_equal(treatment_past_at(&past, TODAY - 31).injected, TODAY - 200);
    assert_int_equal(treatment_past_at(&past, TODAY - 201).injected, INT64_MIN);
    assert_int_equal(treatment_past_at(&past, TODAY - 301).operated, INT64_MIN);
    assert_true(treatment_past_at(&past, TODAY - 10).medicine);
    assert_true(treatment_past_at(&past, TODAY - 90).medicine);
    assert_false(treatment_past_at(&past, TODAY - 91).medicine);
    treatment_past_free(&past);
}

static void a_medicine_without_end_acts_on(void **state) {
    struct room *room = *state;
    struct error err = {0};
    struct treatment_past past;
    add_event(room, EVENT_MEDICINE, TODAY - 90, EVENT_OPEN);
    add_event(room, EVENT_MEDICINE, TODAY - 50, TODAY - 50);
    add_event(room, EVENT_TOXIN, TODAY + 3, EVENT_OPEN); // an appointment for one
    assert_true(treatment_past_read(&room->house, &past, &err));
    assert_true(past.treatment.medicine);
    assert_int_equal(past.treatment.injected, INT64_MIN);
    treatment_past_free(&past);
}

static void add_medicine(struct room *room, const char *note, int64_t day, int64_t until) {
    struct error err = {0};
    struct event event = {
        .kind = EVENT_MEDICINE, .day = day, .until_day = until, .note = memory_text(note)};
    assert_true(events_add(room->house.store, &event, &err));
    event_free(&event);
}

// Told twice of a day, as it is in two histories that were joined, it is one; of two medicines that
// began on one day the later end counts, in whatever order.
static void what_is_told_twice_of_a_day_is_one(void **state) {
    struct room *room = *state;
    struct error err = {0};
    struct treatment_past past;
    for (int i = 0; i < 2; i++) {
        add_event(room, EVENT_TOXIN, TODAY - 30, EVENT_OPEN);
        add_event(room, EVENT_INJURY, TODAY - 300, EVENT_OPEN);
        add_event(room, EVENT_SURGERY, TODAY - 200, EVENT_OPEN);
        add_medicine(room, i ? "One" : "Two", TODAY - 90, i == 0 ? TODAY - 60 : TODAY - 40);
        add_medicine(room, i ? "One" : "Two", TODAY - 20, i == 0 ? TODAY - 10 : TODAY - 15);
    }
    add_event(room, EVENT_TOXIN, TODAY - 29, EVENT_OPEN);
    assert_true(treatment_past_read(&room->house, &past, &err));
    assert_int_equal(past.injection_count, 2);
    assert_int_equal(past.injections[0], TODAY - 30);
    assert_int_equal(past.injections[1], TODAY - 29);
    assert_int_equal(past.injury_count, 1);
    assert_int_equal(past.operation_count, 1);
    assert_int_equal(past.medicine_count, 2);
    assert_int_equal(past.medicine_ends[0], TODAY - 40);
    assert_int_equal(past.medicine_ends[1], TODAY - 10);
    // A treatment is there from its own day on.
    assert_int_equal(treatment_past_at(&past, TODAY - 30).injected, TODAY - 30);
    assert_int_equal(treatment_past_at(&past, TODAY - 29).injected, TODAY - 29);
    assert_int_equal(treatment_past_at(&past, TODAY - 200).operated, TODAY - 200);
    assert_true(treatment_past_at(&past, TODAY - 40).medicine);
    assert_false(treatment_past_at(&past, TODAY - 39).medicine);
    treatment_past_free(&past);
}

// ---- sessions ----

struct done {
    const char *routine;
    struct wall started;
    enum session_status status;
    enum ending ending;
    const char *source, *side, *chain;
    int before, after;
};

static const char *const one_chain = "00000000-0000-4000-8000-000000000001";

static void add_played(struct room *room, struct done done) {
    struct error err = {0};
    struct session_record record = {
        .started = done.started,
        .seen = later(done.started, 60),
        .before = done.before,
        .after = done.after,
        .planned_ms = 60000,
    };
    text_copy(record.routine, sizeof record.routine, done.routine);
    text_copy(record.title, sizeof record.title, "Title");
    text_copy(record.source, sizeof record.source, done.source ? done.source : "played");
    text_copy(record.side, sizeof record.side, done.side ? done.side : "");
    text_copy(record.chain, sizeof record.chain, done.chain ? done.chain : "");
    assert_true(sessions_start(room->house.store, &record, &err));
    record.played_ms = record.position_ms = 60000;
    record.status = done.status;
    record.ending = done.ending;
    if (done.status == SESSION_RUNNING) {
        struct played_interval whole = {0, 60000};
        struct played so_far = {.intervals = &whole, .count = 1, .capacity = 1};
        assert_true(sessions_checkpoint(room->house.store, record.id, 60000, 0, &so_far,
                                        later(done.started, 60), &err));
    } else {
        assert_true(sessions_finish(room->house.store, &record, &err));
    }
    session_record_free(&record);
}

static void sessions_count_as_they_ended(void **state) {
    struct room *room = *state;
    struct error err = {0};
    struct session_past past;
    const struct done all[] = {
        {"breath-box", on(TODAY - 2, 9), SESSION_COMPLETE, ENDING_COMPLETE, .side = "left",
         .before = 6, .after = 4},
        {"breath-box", on(TODAY - 1, 3), SESSION_PARTIAL, ENDING_TIRED, .before = -1, .after = -1},
        {"rom-cheeks", on(TODAY - 1, 9), SESSION_COMPLETE, ENDING_WELL, .before = -1, .after = -1},
        {"rom-cheeks", on(TODAY, 8), SESSION_COMPLETE, ENDING_COMPLETE, .source = "ticked",
         .side = "right", .before = -1, .after = 5},
        {"breath-box", on(TODAY + 1, 9), SESSION_PARTIAL, ENDING_PAIN, .before = -1, .after = -1},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        add_played(room, all[i]);
    }
    assert_true(session_past_read(&room->house, TODAY - 2, TODAY, &past, &err));
    assert_int_equal(past.done.count, 4);
    assert_int_equal(past.complete, 3);
    assert_int_equal(past.partial, 1);
    assert_int_equal(past.well, 1);
    assert_int_equal(past.ticked, 1);
    assert_int_equal(past.played_ms, 240000);
    const struct done_session *sessions = past.done.sessions;
    assert_int_equal(sessions[0].day, TODAY - 2);
    assert_string_equal(sessions[0].routine, "breath-box");
    assert_int_equal(sessions[0].side, SIDE_LEFT);
    assert_int_equal(sessions[1].day, TODAY - 2); // three at night
    assert_ptr_equal(sessions[1].routine, sessions[0].routine);
    assert_int_equal(sessions[1].status, SESSION_PARTIAL);
    assert_int_equal(sessions[1].side, SIDE_NONE);
    assert_true(sessions[2].well);
    assert_string_equal(sessions[2].routine, "rom-cheeks");
    assert_true(sessions[3].ticked);
    assert_int_equal(sessions[3].side, SIDE_RIGHT);
    assert_int_equal(past.facts.rated_count, 2);
    assert_int_equal(past.facts.rated[0].before, 6);
    assert_int_equal(past.facts.rated[0].after, 4);
    assert_int_equal(past.facts.rated[1].before, -1);
    assert_int_equal(past.facts.rated[1].after, 5);
    session_past_free(&past);
}

static void a_running_one_grows_old(void **state) {
    struct room *room = *state;
    struct error err = {0};
    struct session_past past;
    add_played(room, (struct done){"breath-box", later(morning, -70), SESSION_RUNNING, ENDING_NONE,
                                   .before = -1, .after = -1});
    assert_true(session_past_read(&room->house, TODAY, TODAY, &past, &err));
    assert_int_equal(past.done.count, 1);
    assert_int_equal(past.done.sessions[0].status, SESSION_RUNNING);
    assert_int_equal(past.partial + past.complete, 0);
    session_past_free(&past);
    set_now(room, later(morning, 6));
    assert_true(session_past_read(&room->house, TODAY, TODAY, &past, &err));
    assert_int_equal(past.done.sessions[0].status, SESSION_PARTIAL);
    assert_int_equal(past.partial, 1);
    session_past_free(&past);
}

// A chain that runs past four in the morning: both edges of a range see the whole of it.
static void a_chain_is_whole_at_the_edge_of_a_range(void **state) {
    struct room *room = *state;
    struct error err = {0};
    struct session_past past;
    add_played(room, (struct done){"breath-box", later(on(TODAY, 4), -120), SESSION_COMPLETE,
                                   ENDING_COMPLETE, .chain = one_chain, .before = 7, .after = -1});
    add_played(room, (struct done){"body-scan", later(on(TODAY, 4), 30), SESSION_COMPLETE,
                                   ENDING_COMPLETE, .chain = one_chain, .before = -1, .after = 2});
    for (int64_t day = TODAY - 1; day <= TODAY; day++) {
        assert_true(session_past_read(&room->house, day, day, &past, &err));
        assert_int_equal(past.done.count, 1);
        assert_int_equal(past.done.sessions[0].day, day);
        assert_int_equal(past.played_ms, 60000);
        assert_int_equal(past.facts.rated_count, 2);
        assert_int_equal(past.facts.rated[0].day, TODAY - 1);
        assert_int_equal(past.facts.rated[1].after, 2);
        assert_int_equal(past.facts.chain_count, 1);
        assert_int_equal(past.facts.rated[1].chain, past.facts.rated[0].chain);
        session_past_free(&past);
    }
    assert_true(session_past_read(&room->house, TODAY - 2, TODAY - 2, &past, &err));
    assert_int_equal(past.done.count, 0);
    session_past_free(&past);
}

static void many_routines_keep_their_names(void **state) {
    struct room *room = *state;
    struct error err = {0};
    struct session_past past;
    char name[32];
    for (int i = 0; i < 300; i++) {
        text_format(name, sizeof name, "routine-%d", i % 150);
        add_played(room, (struct done){name, later(on(TODAY, 5), i), SESSION_COMPLETE,
                                       ENDING_COMPLETE, .before = -1, .after = -1});
    }
    assert_true(session_past_read(&room->house, TODAY, TODAY, &past, &err));
    assert_int_equal(past.done.count, 300);
    for (int i = 0; i < 300; i++) {
        text_format(name, sizeof name, "routine-%d", i % 150);
        assert_string_equal(past.done.sessions[i].routine, name);
        assert_ptr_equal(past.done.sessions[i].routine, past.done.sessions[i % 150].routine);
    }
    session_past_free(&past);
}

static void without_a_history_all_of_it_is_empty(void **state) {
    (void)state;
    struct house house = {.settings = settings_default(), .clock = clock_wall_fixed(morning)};
    struct error err = {0};
    struct daily_past numbers;
    struct diary_past days;
    struct treatment_past treatments;
    struct session_past sessions;
    assert_true(daily_past_read(&house, INT64_MIN, INT64_MAX, &numbers, &err));
    assert_true(diary_past_read(&house, INT64_MIN, INT64_MAX, &days, &err));
    assert_true(treatment_past_read(&house, &treatments, &err));
    assert_true(session_past_read(&house, INT64_MIN, INT64_MAX, &sessions, &err));
    assert_int_equal(numbers.count + days.count + treatments.injection_count, 0);
    assert_int_equal(treatments.treatment.injected, INT64_MIN);
    assert_int_equal(sessions.done.count, 0);
    daily_past_free(&numbers);
    diary_past_free(&days);
    treatment_past_free(&treatments);
    session_past_free(&sessions);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(daily_numbers_come_by_day),
        TEST(a_long_row_is_whole),
        TEST(numbers_and_forms_of_a_day_become_one),
        TEST(treatments_are_told_by_kind),
        TEST(a_medicine_without_end_acts_on),
        TEST(what_is_told_twice_of_a_day_is_one),
        TEST(sessions_count_as_they_ended),
        TEST(a_running_one_grows_old),
        TEST(a_chain_is_whole_at_the_edge_of_a_range),
        TEST(many_routines_keep_their_names),
        cmocka_unit_test(without_a_history_all_of_it_is_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
