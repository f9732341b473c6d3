// SPDX-License-Identifier: MIT
#include "person.h"

#include "core/week.h"
#include "cycles.h"
#include "run/signs_read.h"
#include "seed.h"
#include "store/days.h"
#include "store/events.h"
#include "store/ratings.h"
#include "store/weeks.h"

// The signs for a doctor out of a history: what raises them, and what is answered to them.

static void rate(struct room *room, int64_t day, int twitch) {
    struct error err = {0};
    struct rating rating = {.at = {.utc_s = day * DAY_S + 18 * HOUR_S},
                            .twitch = twitch,
                            .severity = -1,
                            .frequency = -1};
    assert_true(ratings_set(room->house.store, &rating, 240, &err));
    assert_int_equal(rating.day, day);
    rating_free(&rating);
}

static void tick_at(struct room *room, int64_t day, enum day_tick tick) {
    struct error err = {0};
    struct day_form form = day_form_empty(day);
    form.ticks = (uint64_t)1 << tick;
    assert_true(days_set(room->house.store, &form, UINT64_MAX, &err));
    day_form_free(&form);
}

static void happen(struct room *room, enum event_kind kind, int64_t day) {
    struct error err = {0};
    struct event event = {.kind = kind, .day = day, .until_day = EVENT_OPEN};
    assert_true(events_add(room->house.store, &event, &err));
    event_free(&event);
}

static bool raised_on(struct room *room, int64_t day, enum sign_id id, struct sign *found) {
    struct error err = {0};
    struct raised_signs raised;
    if (!signs_read(&room->house, day, &raised, &err)) {
        fail_msg("%s", err.text);
    }
    for (int i = 0; i < raised.count; i++) {
        if (raised.signs[i].id == id) {
            if (found) {
                *found = raised.signs[i];
            }
            return true;
        }
    }
    return false;
}

static bool raised(struct room *room, enum sign_id id) {
    return raised_on(room, today(room), id, NULL);
}

static void answer(struct room *room, enum sign_id id, enum sign_reply reply) {
    struct error err = {0};
    assert_true(signs_answer(&room->house, id, reply, &err));
}

static void an_empty_history_raises_nothing(void **state) {
    struct room *room = *state;
    struct error err = {0};
    struct raised_signs signs;
    assert_true(signs_read(&room->house, today(room), &signs, &err));
    assert_int_equal(signs.count, 0);
    // And neither does none at all.
    struct store *kept = room->house.store;
    room->house.store = NULL;
    assert_true(signs_read(&room->house, today(room), &signs, &err));
    assert_int_equal(signs.count, 0);
    room->house.store = kept;
}

static void each_part_of_the_history_is_asked(void **state) {
    struct room *room = *state;
    struct sign sign = {0};
    tick_at(room, today(room) - 2, TICK_HEARING);
    assert_true(raised_on(room, today(room), SIGN_SENSES, &sign));
    assert_int_equal(sign.last, today(room) - 2);
    tick_at(room, today(room) - 1, TICK_LID_DROOPS);
    assert_true(raised(room, SIGN_WEAKNESS));
    happen(room, EVENT_TOXIN, today(room) - 9);
    assert_false(raised(room, SIGN_WEAKNESS));
    assert_true(raised_on(room, today(room), SIGN_CLINIC, &sign));
    assert_int_equal((int)sign.facts[0], 8);
    for (int day = 40; day >= 0; day--) {
        rate(room, today(room) - day, day > 20 ? 0 : 3);
    }
    assert_true(raised(room, SIGN_LASTING));
    assert_false(raised(room, SIGN_INJURY));
    happen(room, EVENT_INJURY, today(room) - 30);
    assert_true(raised_on(room, today(room), SIGN_INJURY, &sign));
    assert_int_equal((int)sign.facts[0], 10);
    assert_false(raised(room, SIGN_MEDICINE));
    happen(room, EVENT_MEDICINE, today(room) - 25);
    assert_true(raised(room, SIGN_MEDICINE));
    // As it stood then.
    assert_false(raised_on(room, today(room) - 3, SIGN_SENSES, NULL));
    assert_false(raised_on(room, today(room) - 10, SIGN_LASTING, NULL));
}

static void a_week_that_stops_one_is_told(void **state) {
    struct room *room = *state;
    struct error err = {0};
    struct week_form form = {.severity = 4, .frequency = -1, .impact = -1};
    form.monday = week_monday(today(room)) - 14;
    assert_true(weeks_set(room->house.store, &form, &err));
    assert_false(raised(room, SIGN_PAIN));
    form.monday += 7;
    assert_true(weeks_set(room->house.store, &form, &err));
    week_form_free(&form);
    assert_true(raised(room, SIGN_PAIN));
}

// Four years of numbers, of which two are looked at: what began before them is known all the same.
static void a_long_history_keeps_its_beginning(void **state) {
    struct room *room = *state;
    struct sign found = {0};
    int64_t day = today(room), began = day - 1400;
    rate(room, began - 3, 0);
    for (int64_t at = began; at <= day; at += 3) {
        rate(room, at, 4);
    }
    assert_true(raised_on(room, day, SIGN_LASTING, &found));
    assert_true(found.facts[1] > 0);
    assert_true(found.facts[0] <= SIGN_LOOK_DAYS && found.facts[0] > SIGN_LOOK_DAYS - 6);
    happen(room, EVENT_INJURY, began - 20);
    happen(room, EVENT_MEDICINE, began - 1);
    assert_true(raised_on(room, day, SIGN_INJURY, &found));
    assert_true(found.facts[0] == 20);
    assert_true(raised_on(room, day, SIGN_MEDICINE, &found));
    assert_true(found.facts[0] == 1);
    // Looked at from its first year it has a first day.
    assert_true(raised_on(room, began + 99, SIGN_LASTING, &found));
    assert_true(found.facts[0] == 99 && found.facts[1] == 0);
    // A quiet spell within the two years is where it began.
    for (int64_t at = day - 300; at < day - 280; at++) {
        rate(room, at, 0);
    }
    assert_true(raised_on(room, day, SIGN_LASTING, &found));
    assert_true(found.facts[1] == 0 && found.facts[0] <= 280);
}

static void warmth_comes_from_the_sessions(void **state) {
    struct room *room = *state;
    for (int i = 0; i < 3; i++) {
        struct sat warm = {.routine = "warm-compress",
                           .started = later(morning, (i - 3) * HOUR_S),
                           .minutes = 12,
                           .complete = true};
        assert_false(raised(room, SIGN_WARMTH));
        sit(room, warm);
    }
    assert_true(raised(room, SIGN_WARMTH));
    tell(room, "neurologist", "no");
    assert_true(raised(room, SIGN_WARMTH));
    tell(room, "neurologist", "yes");
    assert_false(raised(room, SIGN_WARMTH));
}

static void warm_at(struct room *room, int64_t day, int hour, int offset_h) {
    struct sat warm = {.routine = "warm-compress", .minutes = 12, .complete = true};
    warm.started = (struct wall){.utc_s = day * DAY_S + (hour - offset_h) * HOUR_S,
                                 .offset_min = offset_h * 60};
    sit(room, warm);
}

// Ten days of fourteen are often, nine are not: also where a flight to the east has brought the
// date back, and days do not come in the order of their sessions.
static void days_of_warmth_are_counted_once(void **state) {
    struct room *room = *state;
    int64_t day = today(room);
    for (int ago = 13; ago >= 0; ago--) {
        rate(room, day - ago, 4);
    }
    for (int ago = 13; ago >= 6; ago--) {
        warm_at(room, day - ago, 10, 0);
    }
    warm_at(room, day - 5, 9, 12);
    warm_at(room, day - 6, 20, -10);
    warm_at(room, day - 5, 20, -10);
    assert_false(raised(room, SIGN_WARMTH));
    struct sign sign = {0};
    warm_at(room, day - 1, 10, 0);
    assert_true(raised_on(room, day, SIGN_WARMTH, &sign));
    assert_int_equal((int)sign.facts[1], 10);
}

static void cold_is_no_warmth(void **state) {
    struct room *room = *state;
    for (int i = 0; i < 3; i++) {
        struct sat cold = {.routine = "cold-compress",
                           .started = later(morning, (i - 3) * HOUR_S),
                           .minutes = 12,
                           .complete = true};
        sit(room, cold);
    }
    assert_false(raised(room, SIGN_WARMTH));
}

static void both_sides_belong_to_blepharospasm(void **state) {
    struct room *room = *state;
    struct error err = {0};
    struct rating rating = {.at = morning, .twitch = 3, .severity = -1, .frequency = -1};
    rating.side = SIDE_BOTH;
    assert_true(ratings_set(room->house.store, &rating, 240, &err));
    rating_free(&rating);
    assert_true(raised(room, SIGN_BOTH_SIDES));
    tell(room, "condition", "bsp,synk");
    assert_false(raised(room, SIGN_BOTH_SIDES));
}

// domain.md 8.6: "already under a doctor for this" leaves RF-0, RF-1, RF-6 and a new RF-3.
static void under_a_doctor_four_are_repeated(void **state) {
    struct room *room = *state;
    tick_at(room, today(room), TICK_STIFFNESS);
    tick_at(room, today(room), TICK_NUMBNESS);
    tick_at(room, today(room), TICK_WEAKNESS);
    answer(room, SIGN_STIFF, SIGN_DOCTOR);
    answer(room, SIGN_SENSES, SIGN_DOCTOR);
    assert_false(raised(room, SIGN_STIFF));
    assert_false(raised(room, SIGN_SENSES));  // it was shown today
    assert_true(raised(room, SIGN_WEAKNESS)); // each has an answer of its own
    set_now(room, later(morning, 20 * DAY_S));
    tick_at(room, today(room), TICK_STIFFNESS);
    tick_at(room, today(room), TICK_NUMBNESS);
    assert_false(raised(room, SIGN_STIFF));
    assert_true(raised(room, SIGN_SENSES));
}

static void put_away_it_rests(void **state) {
    struct room *room = *state;
    struct error err = {0};
    tick_at(room, today(room), TICK_STIFFNESS);
    answer(room, SIGN_STIFF, SIGN_AWAY);
    assert_false(raised(room, SIGN_STIFF));
    tick_at(room, today(room) - 3, TICK_STIFFNESS);
    assert_true(raised_on(room, today(room) - 1, SIGN_STIFF, NULL)); // as it stood yesterday
    assert_true(signs_answer_back(&room->house, SIGN_STIFF, SIGN_AWAY, &err));
    assert_true(raised(room, SIGN_STIFF));
    answer(room, SIGN_STIFF, SIGN_AWAY);
    for (int days = 1; days <= 14; days++) {
        set_now(room, later(morning, (int64_t)days * DAY_S));
        tick_at(room, today(room), TICK_STIFFNESS);
        assert_int_equal(raised(room, SIGN_STIFF), days == 14);
    }
    // The day on which it is put away begins at four o'clock.
    answer(room, SIGN_STIFF, SIGN_AWAY);
    set_now(room, later(morning, 28 * DAY_S - 4 * HOUR_S - 1));
    tick_at(room, today(room), TICK_STIFFNESS);
    assert_false(raised(room, SIGN_STIFF));
    set_now(room, later(morning, 28 * DAY_S - 4 * HOUR_S));
    assert_true(raised(room, SIGN_STIFF));
}

// ---- twenty cycles, looked at once a week ----

enum { CYCLES = 20, CYCLE = 91, LEAD = 56, DAYS = LEAD + CYCLES * CYCLE };

// Ends today. `more` points on top from day `from` on.
static void live(struct room *room, int from, double more) {
    uint64_t seed = seed_usual();
    int64_t first = today(room) - DAYS + 1;
    for (int i = 0; i < DAYS; i++) {
        double mean = i < LEAD ? 7 : cycle_course((i - LEAD) % CYCLE, 7);
        rate(room, first + i, cycle_number(mean + (i >= from ? more : 0), &seed));
        if (i >= LEAD && (i - LEAD) % CYCLE == 0) {
            happen(room, EVENT_TOXIN, first + i);
        }
    }
}

static void usual_cycles_raise_the_card_and_no_trend(void **state) {
    struct room *room = *state;
    live(room, DAYS, 0);
    int cards = 0;
    for (int cycle = 0; cycle < CYCLES; cycle++) {
        bool card = false;
        for (int week = 1; week <= CYCLE / 7; week++) {
            int64_t day = today(room) - DAYS + LEAD + cycle * CYCLE + week * 7;
            assert_false(raised_on(room, day, SIGN_RISING, NULL));
            card = card || raised_on(room, day, SIGN_WEARING_OFF, NULL);
        }
        cards += card;
    }
    assert_int_equal(cards, CYCLES);
}

static void a_true_worsening_is_raised(void **state) {
    struct room *room = *state;
    enum { FROM = LEAD + 10 * CYCLE + 20 };
    live(room, FROM, 3);
    int found = -1;
    for (int week = 0; week < CYCLE / 7 && found < 0; week++) {
        int64_t day = today(room) - DAYS + 1 + FROM + week * 7;
        found = raised_on(room, day, SIGN_RISING, NULL) ? week : -1;
    }
    assert_in_range(found, 1, 4);
    assert_false(raised_on(room, today(room) - DAYS + FROM, SIGN_RISING, NULL));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(an_empty_history_raises_nothing),
        TEST(each_part_of_the_history_is_asked),
        TEST(a_week_that_stops_one_is_told),
        TEST(a_long_history_keeps_its_beginning),
        TEST(warmth_comes_from_the_sessions),
        TEST(days_of_warmth_are_counted_once),
        TEST(cold_is_no_warmth),
        TEST(both_sides_belong_to_blepharospasm),
        TEST(under_a_doctor_four_are_repeated),
        TEST(put_away_it_rests),
        TEST(usual_cycles_raise_the_card_and_no_trend),
        TEST(a_true_worsening_is_raised),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
