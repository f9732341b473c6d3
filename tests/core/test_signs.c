// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "signs_made.h"

// Each rule of numbers, places and dates at its edge; those of ticks stand in test_signs_ticks.c.

static void nothing_entered_raises_nothing(void **state) {
    (void)state;
    struct made made;
    make(&made);
    struct sign signs[SIGN_COUNT];
    assert_int_equal(signs_raised(&made.facts, signs), 0);
    made.facts.day_count = 0;
    assert_int_equal(signs_raised(&made.facts, signs), 0);
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
    make(&made);
    made.facts.week_severity = 3;
    assert_false(raised(&made, SIGN_PAIN, NULL));
    made.facts.week_severity = 4;
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

// Numbers further back than was looked: they began before where those above 0 did.
static void what_lasts_longer_than_was_looked(void **state) {
    (void)state;
    struct made made;
    make(&made);
    rate(&made, 60, 0, 2);
    const struct daily zero = {TODAY - 900, 0}, above = {TODAY - 900, 3};
    struct sign sign = {0};
    made.facts.first = &zero;
    made.facts.first_count = 1;
    assert_true(raised(&made, SIGN_LASTING, &sign));
    assert_int_equal((int)sign.facts[0], 60);
    assert_int_equal((int)sign.facts[1], 0); // it was quiet then
    made.facts.first = &above;
    assert_true(raised(&made, SIGN_LASTING, &sign));
    assert_int_equal((int)sign.facts[1], 1);
    for (int i = 10; i < 17; i++) {
        made.twitch[i].value = 0; // a quiet spell lies between
    }
    assert_true(raised(&made, SIGN_LASTING, &sign));
    assert_int_equal((int)sign.facts[1], 0);
    assert_int_equal((int)sign.facts[0], 43);
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
        cmocka_unit_test(pain_wants_two_days),
        cmocka_unit_test(mood_wants_five_days_of_seven),
        cmocka_unit_test(a_new_place_is_a_spread),
        cmocka_unit_test(both_sides_are_told_but_with_blepharospasm),
        cmocka_unit_test(more_than_two_weeks_are_lasting),
        cmocka_unit_test(what_lasts_longer_than_was_looked),
        cmocka_unit_test(a_beginning_after_an_injury_or_a_medicine),
        cmocka_unit_test(warmth_that_is_needed_often),
        cmocka_unit_test(the_weekly_value_has_to_rise_two_weeks_running),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
