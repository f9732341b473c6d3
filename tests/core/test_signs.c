// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/signs.h"

// Each rule at its edge. TODAY is the last day of `made`.

enum { TODAY = 20000, ROOM = 120 };

// What a person entered on the days up to today; days[ROOM - 1] is today.
struct made {
    struct diary_day days[ROOM];
    struct daily twitch[ROOM];
    int twitch_count;
    int64_t events[4];
    int64_t warm[64];
    struct sign_facts facts;
};

static void make(struct made *made) {
    *made = (struct made){0};
    for (int i = 0; i < ROOM; i++) {
        made->days[i] = diary_day_empty(TODAY - ROOM + 1 + i);
    }
    made->facts = (struct sign_facts){.today = TODAY,
                                      .days = made->days,
                                      .day_count = ROOM,
                                      .twitch = made->twitch,
                                      .injections = made->events,
                                      .injuries = made->events,
                                      .medicines = made->events,
                                      .warm = made->warm};
    for (int id = 0; id < SIGN_COUNT; id++) {
        made->facts.shown[id] = INT64_MIN;
    }
}

static struct diary_day *ago(struct made *made, int days) {
    return &made->days[ROOM - 1 - days];
}

static void tick(struct made *made, int days_ago, enum day_tick which) {
    ago(made, days_ago)->ticks |= (uint64_t)1 << which;
}

// Numbers from `from` days ago to `to` days ago; called from the oldest on.
static void rate(struct made *made, int from, int to, double value) {
    for (int day = from; day >= to; day--) {
        made->twitch[made->twitch_count++] = (struct daily){TODAY - day, value};
    }
    made->facts.twitch_count = made->twitch_count;
}

static bool raised(const struct made *made, enum sign_id id, struct sign *found) {
    struct sign signs[SIGN_COUNT];
    int count = signs_raised(&made->facts, signs);
    for (int i = 0; i < count; i++) {
        if (signs[i].id == id) {
            if (found) {
                *found = signs[i];
            }
            return true;
        }
    }
    return false;
}

static void nothing_entered_raises_nothing(void **state) {
    (void)state;
    struct made made;
    make(&made);
    struct sign signs[SIGN_COUNT];
    assert_int_equal(signs_raised(&made.facts, signs), 0);
    made.facts.day_count = 0;
    assert_int_equal(signs_raised(&made.facts, signs), 0);
}

static void ticks_of_two_weeks_raise_their_sign(void **state) {
    (void)state;
    static const struct {
        enum day_tick tick;
        enum sign_id sign;
    } rows[] = {
        {TICK_WEAKNESS, SIGN_WEAKNESS}, {TICK_OPEN_EYE, SIGN_WEAKNESS},
        {TICK_STIFFNESS, SIGN_STIFF},   {TICK_VISION, SIGN_SENSES},
        {TICK_BALANCE, SIGN_SENSES},    {TICK_NUMBNESS, SIGN_SENSES},
        {TICK_HEARING, SIGN_SENSES},    {TICK_DOUBLE_VISION, SIGN_SENSES},
        {TICK_RED_EYE, SIGN_EYE},       {TICK_STOPS_TASKS, SIGN_PAIN},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct made made;
        make(&made);
        tick(&made, 14, rows[i].tick);
        assert_false(raised(&made, rows[i].sign, NULL));
        tick(&made, 13, rows[i].tick);
        assert_true(raised(&made, rows[i].sign, NULL));
        make(&made);
        tick(&made, 0, rows[i].tick);
        struct sign signs[SIGN_COUNT];
        assert_int_equal(signs_raised(&made.facts, signs), 1); // this one and no other
    }
}

static void after_an_injection_some_ticks_mean_something_else(void **state) {
    (void)state;
    struct made made;
    make(&made);
    tick(&made, 0, TICK_SWALLOWING);
    tick(&made, 0, TICK_DOUBLE_VISION);
    assert_false(raised(&made, SIGN_SWALLOWING, NULL));
    made.facts.injection_count = 1;
    made.events[0] = TODAY - 21;
    struct sign signs[SIGN_COUNT];
    assert_int_equal(signs_raised(&made.facts, signs), 2);
    assert_int_equal(signs[0].id, SIGN_SWALLOWING); // the emergency stands first
    assert_int_equal(signs[1].id, SIGN_CLINIC);
    assert_true(signs[1].facts[0] > 20.5 && signs[1].facts[0] < 21.5);
    made.events[0] = TODAY - 22;
    assert_false(raised(&made, SIGN_CLINIC, NULL));
    assert_true(raised(&made, SIGN_SENSES, NULL));
    assert_true(raised(&made, SIGN_SWALLOWING, NULL));
    // What drooped before it has nothing to do with it.
    make(&made);
    made.facts.injection_count = 1;
    made.events[0] = TODAY - 3;
    tick(&made, 4, TICK_LID_DROOPS);
    assert_false(raised(&made, SIGN_CLINIC, NULL));
    tick(&made, 2, TICK_MOUTH_DROOPS);
    assert_true(raised(&made, SIGN_CLINIC, NULL));
}

// A droop has its slow and known form for 21 days after an injection alone; at all other times it
// is a new weakness.
static void a_droop_without_an_injection_is_a_weakness(void **state) {
    (void)state;
    static const enum day_tick droops[] = {TICK_LID_DROOPS, TICK_MOUTH_DROOPS};
    for (size_t i = 0; i < 2; i++) {
        struct made made;
        struct sign sign = {0};
        make(&made);
        tick(&made, 5, droops[i]);
        tick(&made, 3, droops[i]);
        assert_true(raised(&made, SIGN_WEAKNESS, &sign));
        assert_int_equal(sign.ticks, (uint64_t)1 << droops[i]);
        assert_int_equal(sign.days, 2);
        assert_int_equal(sign.last, TODAY - 3);
        // Injected four days ago: what sank on the day before that counts, what sinks after it is
        // the clinic's.
        made.facts.injection_count = 1;
        made.events[0] = TODAY - 4;
        assert_true(raised(&made, SIGN_WEAKNESS, &sign));
        assert_int_equal(sign.last, TODAY - 5);
        assert_true(raised(&made, SIGN_CLINIC, &sign));
        assert_int_equal(sign.last, TODAY - 3);
        made.events[0] = TODAY - 24; // the 21st day after it was three days ago
        assert_true(raised(&made, SIGN_CLINIC, NULL));
        assert_false(raised(&made, SIGN_WEAKNESS, NULL));
        made.events[0] = TODAY - 25;
        assert_true(raised(&made, SIGN_WEAKNESS, NULL));
    }
}

// What is told as long as it holds rests once it was put away, until something newer raises it.
static void put_away_until_something_newer(void **state) {
    (void)state;
    struct made made;
    make(&made);
    tick(&made, 4, TICK_NUMBNESS);
    made.facts.shown[SIGN_SENSES] = TODAY - 5;
    assert_true(raised(&made, SIGN_SENSES, NULL));
    made.facts.shown[SIGN_SENSES] = TODAY - 4;
    assert_false(raised(&made, SIGN_SENSES, NULL));
    tick(&made, 3, TICK_HEARING);
    struct sign sign = {0};
    assert_true(raised(&made, SIGN_SENSES, &sign));
    assert_int_equal(sign.ticks, (uint64_t)1 << TICK_HEARING);
    assert_int_equal(sign.days, 1);
    // A place that was answered is no news on the next day, another one is.
    make(&made);
    ago(&made, 40)->places = 1U << PLACE_LOWER_LID;
    ago(&made, 6)->places = ago(&made, 1)->places = 1U << PLACE_CHEEK;
    made.facts.shown[SIGN_SPREAD] = TODAY - 6;
    made.facts.known[SIGN_SPREAD] = true;
    assert_false(raised(&made, SIGN_SPREAD, NULL));
    ago(&made, 1)->places |= 1U << PLACE_CHIN;
    assert_true(raised(&made, SIGN_SPREAD, &sign));
    assert_int_equal(sign.places, 1U << PLACE_CHIN);
    assert_int_equal(sign.earlier, 1U << PLACE_LOWER_LID);
}

static void pain_wants_two_days(void **state) {
    (void)state;
    struct made made;
    make(&made);
    ago(&made, 1)->fields[FIELD_PAIN] = 4;
    ago(&made, 2)->fields[FIELD_PAIN] = 3;
    assert_false(raised(&made, SIGN_PAIN, NULL));
    ago(&made, 2)->fields[FIELD_PAIN] = 6;
    struct sign sign = {0};
    assert_true(raised(&made, SIGN_PAIN, &sign));
    assert_true(sign.facts[0] > 1.5 && sign.facts[1] > 5.5);
    make(&made);
    ago(&made, 5)->severity = 4; // "stops me"
    assert_true(raised(&made, SIGN_PAIN, NULL));
}

static void mood_wants_five_days_of_seven(void **state) {
    (void)state;
    struct made made;
    make(&made);
    for (int i = 0; i < 3; i++) {
        ago(&made, i)->fields[FIELD_MOOD] = 2;
    }
    ago(&made, 4)->fields[FIELD_STRESS] = 8;
    ago(&made, 7)->fields[FIELD_STRESS] = 10; // the eighth day
    ago(&made, 5)->fields[FIELD_MOOD] = 3;
    assert_false(raised(&made, SIGN_MOOD, NULL));
    ago(&made, 6)->fields[FIELD_STRESS] = 8;
    assert_true(raised(&made, SIGN_MOOD, NULL));
    // Once a month.
    made.facts.shown[SIGN_MOOD] = TODAY - 29;
    assert_false(raised(&made, SIGN_MOOD, NULL));
    made.facts.shown[SIGN_MOOD] = TODAY - 30;
    assert_true(raised(&made, SIGN_MOOD, NULL));
}

static void a_new_place_is_a_spread(void **state) {
    (void)state;
    struct made made;
    make(&made);
    ago(&made, 3)->places = 1U << PLACE_CHEEK;
    assert_false(raised(&made, SIGN_SPREAD, NULL)); // nothing to compare with
    ago(&made, 40)->places = 1U << PLACE_LOWER_LID;
    struct sign sign = {0};
    assert_true(raised(&made, SIGN_SPREAD, &sign));
    assert_int_equal(sign.places, 1U << PLACE_CHEEK);
    ago(&made, 14)->places = 1U << PLACE_CHEEK;
    assert_false(raised(&made, SIGN_SPREAD, NULL)); // known before
    // It is repeated to who is under a doctor already.
    ago(&made, 14)->places = 0;
    made.facts.known[SIGN_SPREAD] = true;
    assert_true(raised(&made, SIGN_SPREAD, NULL));
}

static void both_sides_are_told_but_with_blepharospasm(void **state) {
    (void)state;
    struct made made;
    make(&made);
    ago(&made, 1)->side = SIDE_LEFT;
    assert_false(raised(&made, SIGN_BOTH_SIDES, NULL));
    ago(&made, 1)->side = SIDE_BOTH;
    assert_true(raised(&made, SIGN_BOTH_SIDES, NULL));
    made.facts.known[SIGN_BOTH_SIDES] = true;
    assert_false(raised(&made, SIGN_BOTH_SIDES, NULL));
    made.facts.known[SIGN_BOTH_SIDES] = false;
    made.facts.conditions = 1U << PROFILE_BSP;
    assert_false(raised(&made, SIGN_BOTH_SIDES, NULL));
}

static void more_than_two_weeks_are_lasting(void **state) {
    (void)state;
    struct made made;
    make(&made);
    rate(&made, 14, 0, 2);
    assert_false(raised(&made, SIGN_LASTING, NULL));
    make(&made);
    rate(&made, 15, 0, 2);
    struct sign sign = {0};
    assert_true(raised(&made, SIGN_LASTING, &sign));
    assert_true(sign.facts[0] > 14.5 && sign.facts[0] < 15.5);
    assert_int_equal(sign.days, 16);
    assert_int_equal(sign.last, TODAY);
    // A quiet spell between parts them, six zeros do not.
    make(&made);
    rate(&made, 30, 20, 2);
    rate(&made, 19, 13, 0);
    rate(&made, 12, 0, 2);
    assert_false(raised(&made, SIGN_LASTING, NULL));
    make(&made);
    rate(&made, 30, 19, 2);
    rate(&made, 18, 13, 0);
    rate(&made, 12, 0, 2);
    assert_true(raised(&made, SIGN_LASTING, NULL));
    // Over for more than a week.
    make(&made);
    rate(&made, 40, 8, 2);
    assert_false(raised(&made, SIGN_LASTING, NULL));
}

static void a_beginning_after_an_injury_or_a_medicine(void **state) {
    (void)state;
    struct made made;
    make(&made);
    made.facts.injury_count = 1;
    made.events[0] = TODAY - 38;
    rate(&made, 20, 11, 0);
    rate(&made, 10, 0, 1);
    assert_true(raised(&made, SIGN_INJURY, NULL)); // 28 days between
    made.events[0] = TODAY - 39;
    assert_false(raised(&made, SIGN_INJURY, NULL));
    made.events[0] = TODAY - 9; // it twitched before
    assert_false(raised(&made, SIGN_INJURY, NULL));
    made.facts.injury_count = 0;
    made.facts.medicine_count = 1;
    made.events[0] = TODAY - 25;
    assert_true(raised(&made, SIGN_MEDICINE, NULL));
    made.twitch[0].value = 1; // it may be taken for the twitching
    assert_false(raised(&made, SIGN_MEDICINE, NULL));
}

static void warmth_that_is_needed_often(void **state) {
    (void)state;
    struct made made;
    make(&made);
    for (int i = 0; i < 3; i++) {
        made.warm[i] = TODAY;
    }
    made.facts.warm_count = 2;
    assert_false(raised(&made, SIGN_WARMTH, NULL));
    made.facts.warm_count = 3;
    assert_true(raised(&made, SIGN_WARMTH, NULL));
    made.facts.under_neurologist = true;
    assert_false(raised(&made, SIGN_WARMTH, NULL));
    // On ten of fourteen days, and no quieter.
    make(&made);
    for (int i = 0; i < 10; i++) {
        made.warm[i] = TODAY - 13 + i;
    }
    made.facts.warm_count = 10;
    rate(&made, 13, 7, 4);
    rate(&made, 6, 0, 4);
    assert_true(raised(&made, SIGN_WARMTH, NULL));
    made.facts.warm_count = 9;
    assert_false(raised(&made, SIGN_WARMTH, NULL));
    made.facts.warm_count = 10;
    for (int i = 7; i < 14; i++) {
        made.twitch[i].value = 3; // it helps
    }
    assert_false(raised(&made, SIGN_WARMTH, NULL));
}

static void the_weekly_value_has_to_rise_two_weeks_running(void **state) {
    (void)state;
    struct made made;
    make(&made);
    rate(&made, 60, 14, 2);
    rate(&made, 13, 0, 5);
    // This week 5 against (5 + 2 + 2 + 2) / 4 = 2.75, last week 5 against 2.
    struct sign sign = {0};
    assert_true(raised(&made, SIGN_RISING, &sign));
    assert_true(sign.facts[0] > 4.99 && sign.facts[1] > 2.74 && sign.facts[1] < 2.76);
    assert_int_equal((int)sign.facts[2], AGAINST_WEEKS);
    assert_true(sign.facts[3] > 4.99 && sign.facts[3] < 5.01); // last week's
    assert_int_equal((int)sign.facts[4], 7);
    assert_int_equal((int)sign.facts[5], 28);
    assert_int_equal(sign.days, 7);
    make(&made);
    rate(&made, 60, 7, 2);
    rate(&made, 6, 0, 9); // one week alone
    assert_false(raised(&made, SIGN_RISING, NULL));
    make(&made);
    rate(&made, 60, 14, 2);
    rate(&made, 13, 0, 4); // 4 against 2.5: less than two points
    assert_false(raised(&made, SIGN_RISING, NULL));
    // It rests for two weeks when it was put away, and is silent for who is under a doctor.
    make(&made);
    rate(&made, 60, 14, 2);
    rate(&made, 13, 0, 6);
    made.facts.shown[SIGN_RISING] = TODAY - 13;
    assert_false(raised(&made, SIGN_RISING, NULL));
    made.facts.shown[SIGN_RISING] = TODAY - 14;
    assert_true(raised(&made, SIGN_RISING, NULL));
    made.facts.known[SIGN_RISING] = true;
    assert_false(raised(&made, SIGN_RISING, NULL));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_entered_raises_nothing),
        cmocka_unit_test(ticks_of_two_weeks_raise_their_sign),
        cmocka_unit_test(after_an_injection_some_ticks_mean_something_else),
        cmocka_unit_test(a_droop_without_an_injection_is_a_weakness),
        cmocka_unit_test(put_away_until_something_newer),
        cmocka_unit_test(pain_wants_two_days),
        cmocka_unit_test(mood_wants_five_days_of_seven),
        cmocka_unit_test(a_new_place_is_a_spread),
        cmocka_unit_test(both_sides_are_told_but_with_blepharospasm),
        cmocka_unit_test(more_than_two_weeks_are_lasting),
        cmocka_unit_test(a_beginning_after_an_injury_or_a_medicine),
        cmocka_unit_test(warmth_that_is_needed_often),
        cmocka_unit_test(the_weekly_value_has_to_rise_two_weeks_running),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
