// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "signs_made.h"

// The rules of what is ticked, each at its edge.

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

// A lid or mouth corner that begins to sink within two weeks after an injection is a known effect
// of it, as long as it stands on the form; at all other times it is a new weakness.
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
        // Seen on the days 14 and 16: it began within two weeks.
        made.events[0] = TODAY - 19;
        assert_true(raised(&made, SIGN_CLINIC, &sign));
        assert_int_equal(sign.days, 2);
        assert_true(sign.facts[0] > 15.5 && sign.facts[0] < 16.5);
        assert_false(raised(&made, SIGN_WEAKNESS, NULL));
        // On the days 15 and 17: what sinks so late is news.
        made.events[0] = TODAY - 20;
        assert_false(raised(&made, SIGN_CLINIC, NULL));
        assert_true(raised(&made, SIGN_WEAKNESS, &sign));
        assert_int_equal(sign.days, 2);
        // Begun on the day itself, and seen on the days 19 and 21, then 20 and 22.
        tick(&made, 24, droops[i]);
        made.events[0] = TODAY - 24;
        assert_true(raised(&made, SIGN_CLINIC, &sign));
        assert_int_equal(sign.days, 2);
        assert_false(raised(&made, SIGN_WEAKNESS, NULL));
        tick(&made, 25, droops[i]);
        made.events[0] = TODAY - 25;
        assert_true(raised(&made, SIGN_CLINIC, &sign));
        assert_int_equal(sign.last, TODAY - 5);
        assert_true(raised(&made, SIGN_WEAKNESS, &sign));
        assert_int_equal(sign.last, TODAY - 3);
        // The other one that began to sink then is none of this one.
        make(&made);
        made.facts.injection_count = 1;
        made.events[0] = TODAY - 20;
        tick(&made, 18, droops[1 - i]);
        tick(&made, 3, droops[i]);
        assert_true(raised(&made, SIGN_WEAKNESS, &sign));
        assert_int_equal(sign.ticks, (uint64_t)1 << droops[i]);
    }
}

// Trouble swallowing counts on the days on which an injection can be why, and is told by the day of
// the last tick.
static void trouble_swallowing_belongs_to_an_injection(void **state) {
    (void)state;
    static const struct {
        int injected, ticked; // so many days ago
        int day;              // since the injection, -1: not raised
    } rows[] = {
        {5, 6, -1},     {5, 5, 0},     {5, 3, 2},
        {139, 0, 139},  {140, 0, -1},  {140, 1, 139}, // twenty weeks after it
        {150, 11, 139}, {150, 10, -1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct made made;
        struct sign sign = {0};
        make(&made);
        made.facts.injection_count = 1;
        made.events[0] = TODAY - rows[i].injected;
        tick(&made, rows[i].ticked, TICK_SWALLOWING);
        assert_int_equal(raised(&made, SIGN_SWALLOWING, &sign), rows[i].day >= 0);
        assert_true(rows[i].day < 0 || (int)sign.facts[0] == rows[i].day);
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

static void an_eye_that_stays_open_after_a_palsy(void **state) {
    (void)state;
    struct made made;
    make(&made);
    tick(&made, 14, TICK_OPEN_EYE); // the weeks before
    tick(&made, 2, TICK_OPEN_EYE);
    assert_true(raised(&made, SIGN_WEAKNESS, NULL)); // no palsy was told
    made.facts.palsy_told = true;
    made.facts.palsy = TODAY - 83;
    assert_false(raised(&made, SIGN_WEAKNESS, NULL)); // no news, and not yet twelve weeks
    assert_false(raised(&made, SIGN_EYE, NULL));
    made.facts.palsy = TODAY - 84;
    struct sign sign = {0};
    assert_false(raised(&made, SIGN_WEAKNESS, NULL));
    assert_true(raised(&made, SIGN_EYE, &sign));
    assert_int_equal(sign.ticks, (uint64_t)1 << TICK_OPEN_EYE);
    tick(&made, 1, TICK_WEAKNESS); // another weakness is news at any time
    assert_true(raised(&made, SIGN_WEAKNESS, NULL));
    make(&made); // new after a palsy: the same day
    made.facts.palsy_told = true;
    made.facts.palsy = TODAY - 200;
    tick(&made, 13, TICK_OPEN_EYE);
    assert_true(raised(&made, SIGN_WEAKNESS, NULL));
    assert_false(raised(&made, SIGN_EYE, NULL));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ticks_of_two_weeks_raise_their_sign),
        cmocka_unit_test(after_an_injection_some_ticks_mean_something_else),
        cmocka_unit_test(a_droop_without_an_injection_is_a_weakness),
        cmocka_unit_test(trouble_swallowing_belongs_to_an_injection),
        cmocka_unit_test(put_away_until_something_newer),
        cmocka_unit_test(an_eye_that_stays_open_after_a_palsy),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
