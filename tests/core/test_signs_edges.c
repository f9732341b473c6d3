// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "signs_made.h"

// What each sign is called, how soon it is for a doctor and how long it rests, and the first and
// last day that its rule looks at.

static void each_sign_has_its_row(void **state) {
    (void)state;
    // The urgency and what is repeated are those of domain.md 8.6; a month and four weeks of rest
    // of RF-11 and RF-12 too, all others are design choices.
    static const struct {
        const char *id, *word, *urgency;
        bool repeated;
        int every_days;
    } rows[SIGN_COUNT] = {
        {"RF-0", "swallowing", "emergency", true, 0},
        {"RF-1", "weakness", "same-day", true, 0},
        {"RF-2", "lasting", "doctor", false, 28},
        {"RF-2", "rising", "doctor", false, 14},
        {"RF-3", "spread", "doctor", true, 0},
        {"RF-4", "stiff", "doctor", false, 14},
        {"RF-5", "pain", "doctor", false, 14},
        {"RF-6", "senses", "soon", true, 0},
        {"RF-7", "injury", "soon", false, 28},
        {"RF-8", "both-sides", "doctor", false, 28},
        {"RF-9", "medicine", "doctor", false, 28},
        {"RF-10", "eye", "soon", false, 0},
        {"RF-10", "clinic", "soon", false, 0},
        {"RF-11", "mood", "doctor", false, 30},
        {"RF-12", "warmth", "card", false, 28},
        {"wearing-off", "wearing-off", "card", true, 14},
    };
    for (int id = 0; id < SIGN_COUNT; id++) {
        assert_string_equal(sign_rows[id].id, rows[id].id);
        assert_string_equal(sign_rows[id].word, rows[id].word);
        assert_string_equal(urgency_words[sign_rows[id].urgency], rows[id].urgency);
        assert_int_equal(sign_rows[id].repeated, rows[id].repeated);
        assert_int_equal(sign_rows[id].every_days, rows[id].every_days);
    }
}

// Everything at once: in the order of urgency, then of the rules; under a doctor for all of it, the
// four that are repeated and the card.
static void the_most_urgent_comes_first(void **state) {
    (void)state;
    static const enum sign_id all[] = {
        SIGN_SWALLOWING, SIGN_WEAKNESS, SIGN_SENSES,     SIGN_EYE,  SIGN_LASTING, SIGN_SPREAD,
        SIGN_STIFF,      SIGN_PAIN,     SIGN_BOTH_SIDES, SIGN_MOOD, SIGN_WARMTH,  SIGN_WEARING_OFF};
    static const enum sign_id repeated[] = {SIGN_SWALLOWING, SIGN_WEAKNESS, SIGN_SENSES,
                                            SIGN_SPREAD, SIGN_WEARING_OFF};
    struct made made;
    struct sign signs[SIGN_COUNT];
    make(&made);
    made.events[0] = TODAY - 60;
    made.facts.injection_count = 1;
    rate(&made, 60, 7, 2);
    rate(&made, 6, 0, 5);
    static const enum day_tick ticks[] = {TICK_SWALLOWING, TICK_WEAKNESS,  TICK_BALANCE,
                                          TICK_RED_EYE,    TICK_STIFFNESS, TICK_STOPS_TASKS};
    for (size_t i = 0; i < sizeof ticks / sizeof *ticks; i++) {
        tick(&made, 1, ticks[i]);
    }
    for (int day = 0; day < 5; day++) {
        ago(&made, day)->fields[FIELD_MOOD] = 0;
    }
    ago(&made, 69)->places = 1U << PLACE_BROW;
    ago(&made, 13)->places = 1U << PLACE_EAR;
    ago(&made, 13)->side = SIDE_BOTH;
    made.warm[0] = made.warm[1] = made.warm[2] = TODAY;
    made.facts.warm_count = 3;
    assert_int_equal(signs_raised(&made.facts, signs), sizeof all / sizeof *all);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        assert_int_equal(signs[i].id, all[i]);
    }
    for (int id = 0; id < SIGN_COUNT; id++) {
        made.facts.known[id] = true;
    }
    assert_int_equal(signs_raised(&made.facts, signs), sizeof repeated / sizeof *repeated);
    for (size_t i = 0; i < sizeof repeated / sizeof *repeated; i++) {
        assert_int_equal(signs[i].id, repeated[i]);
    }
}

// As of a day: what was entered later is not there yet.
static void what_comes_later_is_not_looked_at(void **state) {
    (void)state;
    struct made made;
    make(&made);
    tick(&made, 0, TICK_NUMBNESS);
    made.facts.today = TODAY - 1;
    assert_false(raised(&made, SIGN_SENSES, NULL));
    made.facts.days = ago(&made, 0); // and there is no other day
    made.facts.day_count = 1;
    assert_false(raised(&made, SIGN_SENSES, NULL));
    made.facts.today = TODAY;
    assert_true(raised(&made, SIGN_SENSES, NULL));
    // Numbers: fourteen days as of yesterday, fifteen as of today; then the first lies ahead.
    make(&made);
    rate(&made, 15, 0, 2);
    made.facts.today = TODAY - 1;
    assert_false(raised(&made, SIGN_LASTING, NULL));
    made.facts.today = TODAY;
    assert_true(raised(&made, SIGN_LASTING, NULL));
    make(&made);
    rate(&made, 40, 20, 2);
    rate(&made, 1, 0, 2);
    made.facts.today = TODAY - 2;
    assert_false(raised(&made, SIGN_LASTING, NULL)); // the last was eighteen days ago
    make(&made);
    rate(&made, 0, 0, 2);
    made.facts.injury_count = 1;
    made.events[0] = TODAY - 1;
    assert_true(raised(&made, SIGN_INJURY, NULL));
    made.facts.today = TODAY - 1;
    assert_false(raised(&made, SIGN_INJURY, NULL));
}

// The first day of a span counts also where nothing was told before it.
static void the_oldest_entry_counts(void **state) {
    (void)state;
    struct made made;
    struct sign sign = {0};
    make(&made);
    made.facts.days = ago(&made, 13);
    made.facts.day_count = 14;
    tick(&made, 13, TICK_VISION);
    tick(&made, 2, TICK_BALANCE);
    ago(&made, 13)->side = SIDE_BOTH;
    assert_true(raised(&made, SIGN_SENSES, &sign));
    assert_int_equal(sign.ticks, (uint64_t)1 << TICK_VISION | (uint64_t)1 << TICK_BALANCE);
    assert_int_equal(sign.days, 2);
    assert_true(raised(&made, SIGN_BOTH_SIDES, &sign));
    assert_int_equal((int)sign.facts[0], 1);
    made.facts.days = ago(&made, 14);
    made.facts.day_count = 15;
    ago(&made, 13)->side = SIDE_NONE;
    ago(&made, 14)->side = SIDE_BOTH; // fifteen days
    assert_false(raised(&made, SIGN_BOTH_SIDES, NULL));
}

// Today and 13 days before it against the 56 days before these.
static void places_of_two_spans(void **state) {
    (void)state;
    static const struct {
        int earlier, now; // days ago
        bool raised;
    } rows[] = {{69, 0, true},  {70, 0, false},  {14, 13, true},
                {13, 0, false}, {20, 14, false}, {69, 13, true}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        for (int alone = 0; alone < 2; alone++) {
            struct made made;
            make(&made);
            ago(&made, rows[i].earlier)->places = 1U << PLACE_BROW;
            ago(&made, rows[i].now)->places = 1U << PLACE_CHIN;
            if (alone) { // the oldest of all that is there
                made.facts.days = ago(&made, rows[i].earlier);
                made.facts.day_count = rows[i].earlier + 1;
            }
            assert_int_equal(raised(&made, SIGN_SPREAD, NULL), rows[i].raised);
        }
    }
    // Answered five days ago: the places of all days until then are known.
    struct made made;
    make(&made);
    ago(&made, 30)->places = 1U << PLACE_BROW;
    ago(&made, 7)->places = 1U << PLACE_UPPER_LID | 1U << PLACE_EAR;
    ago(&made, 6)->places = 1U << PLACE_CHIN;
    ago(&made, 1)->places = 1U << PLACE_UPPER_LID | 1U << PLACE_CHIN;
    made.facts.shown[SIGN_SPREAD] = TODAY - 5;
    assert_false(raised(&made, SIGN_SPREAD, NULL));
    made.facts.shown[SIGN_SPREAD] = TODAY - 7;
    struct sign sign = {0};
    assert_true(raised(&made, SIGN_SPREAD, &sign));
    assert_int_equal(sign.places, 1U << PLACE_CHIN);
}

// An eye that was open in the 56 days before the last fourteen, and on no other day.
static void an_eye_open_of_old(void **state) {
    (void)state;
    static const struct {
        int earlier; // days ago
        bool old;
    } rows[] = {{13, false}, {14, true}, {69, true}, {70, false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct made made;
        struct sign sign = {0};
        make(&made);
        made.facts.palsy_told = true;
        made.facts.palsy = TODAY - 84;
        tick(&made, rows[i].earlier, TICK_OPEN_EYE);
        if (rows[i].earlier < 69) {
            tick(&made, rows[i].earlier + 1, TICK_RED_EYE); // others on the days around
            ago(&made, 20)->ticks |= (uint64_t)1 << TICK_DRY_EYE;
        }
        tick(&made, 0, TICK_OPEN_EYE);
        assert_int_equal(raised(&made, SIGN_WEAKNESS, NULL), !rows[i].old);
        bool eye = raised(&made, SIGN_EYE, &sign) && sign.ticks & (uint64_t)1 << TICK_OPEN_EYE;
        assert_int_equal(eye, rows[i].old);
    }
    // Ticks that are no news raise nothing: bright light, which is the first of the list.
    struct made made;
    make(&made);
    made.facts.palsy_told = true;
    made.facts.palsy = TODAY - 200;
    made.events[0] = TODAY - 3;
    made.facts.injection_count = 1;
    tick(&made, 20, TICK_OPEN_EYE);
    tick(&made, 0, TICK_BRIGHT_LIGHT);
    tick(&made, 0, TICK_WIND);
    struct sign signs[SIGN_COUNT];
    assert_int_equal(signs_raised(&made.facts, signs), 0);
}

static void mood_and_stress_at_their_limits(void **state) {
    (void)state;
    static const struct {
        double mood, stress;
        bool raised;
    } rows[] = {{0, -1, true}, {2, -1, true}, {3, -1, false}, {-1, 8, true}, {-1, 7, false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct made made;
        struct sign sign = {0};
        make(&made);
        for (int day = 2; day < 7; day++) {
            ago(&made, day)->fields[FIELD_MOOD] = rows[i].mood;
            ago(&made, day)->fields[FIELD_STRESS] = rows[i].stress;
        }
        assert_int_equal(raised(&made, SIGN_MOOD, &sign), rows[i].raised);
        assert_int_equal((int)sign.facts[0], rows[i].raised ? 5 : 0);
    }
}

static void what_lasts_at_its_limits(void **state) {
    (void)state;
    struct made made;
    struct sign sign = {0};
    make(&made);
    rate(&made, 30, 7, 1); // a number of 1 is above 0; the last was a week ago
    assert_true(raised(&made, SIGN_LASTING, &sign));
    assert_int_equal((int)sign.facts[0], 23);
    assert_int_equal(sign.last, TODAY - 7);
    make(&made);
    rate(&made, 30, 8, 1);
    assert_false(raised(&made, SIGN_LASTING, NULL));
    make(&made);
    rate(&made, 30, 6, 1);
    rate(&made, 5, 0, 0); // six zeros end nothing
    assert_true(raised(&made, SIGN_LASTING, &sign));
    assert_int_equal((int)sign.facts[0], 24);
    // Six zeros at the begin of what was looked at, and numbers above 0 before it.
    const struct daily above = {TODAY - 900, 3};
    make(&made);
    rate(&made, 40, 35, 0);
    rate(&made, 34, 0, 2);
    made.facts.first = &above;
    made.facts.first_count = 1;
    assert_true(raised(&made, SIGN_LASTING, &sign));
    assert_int_equal((int)sign.facts[1], 1);
}

static void a_beginning_at_its_limits(void **state) {
    (void)state;
    static const struct {
        int event; // days before the first number above 0
        bool raised;
    } rows[] = {{-1, false}, {0, true}, {28, true}, {29, false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct made made;
        struct sign sign = {0};
        make(&made);
        const struct daily zero = {TODAY - 900, 0};
        made.facts.first = &zero; // the first number of all, long before the next one
        made.facts.first_count = 1;
        rate(&made, 5, 0, 1);
        made.events[0] = TODAY - 5 - rows[i].event;
        made.events[1] = TODAY - 5; // no event, but what stands behind the last one
        made.facts.injury_count = made.facts.medicine_count = 1;
        assert_int_equal(raised(&made, SIGN_INJURY, &sign), rows[i].raised);
        assert_int_equal((int)sign.facts[0], rows[i].raised ? rows[i].event : 0);
        assert_int_equal(raised(&made, SIGN_MEDICINE, &sign), rows[i].raised);
        assert_int_equal((int)sign.facts[0], rows[i].raised ? rows[i].event : 0);
    }
}

// Put away, a sign comes back when its days are over; one without days when it is told anew.
static void each_rests_as_long_as_its_row_says(void **state) {
    (void)state;
    for (int rest = 13; rest <= 14; rest++) {
        struct made made;
        make(&made);
        tick(&made, 0, TICK_STIFFNESS);
        tick(&made, 0, TICK_RED_EYE);
        made.facts.shown[SIGN_STIFF] = TODAY - rest;
        made.facts.shown[SIGN_EYE] = TODAY - 1 + (rest == 13);
        assert_int_equal(raised(&made, SIGN_STIFF, NULL), rest == 14);
        assert_int_equal(raised(&made, SIGN_EYE, NULL), rest == 14);
    }
}

// What was around, and what is felt without being for a doctor, with and without an injection.
static void most_ticks_raise_nothing(void **state) {
    (void)state;
    struct sign signs[SIGN_COUNT];
    for (int which = 0; which <= TICK_BRUISE; which++) {
        bool for_a_doctor =
            which == TICK_LID_DROOPS || which == TICK_MOUTH_DROOPS || which == TICK_DOUBLE_VISION;
        for (int injected = 0; injected < 2; injected++) {
            struct made made;
            make(&made);
            made.events[0] = TODAY - 3;
            made.facts.injection_count = injected;
            tick(&made, 0, (enum day_tick)which);
            assert_int_equal(signs_raised(&made.facts, signs), for_a_doctor);
        }
    }
}

// The first place of the list, and the first day that was told of.
static void the_first_ones_count(void **state) {
    (void)state;
    struct made made;
    struct sign sign = {0};
    make(&made);
    ago(&made, 30)->places = 1U << PLACE_BROW;
    ago(&made, 2)->places = 1U << PLACE_UPPER_LID;
    assert_true(raised(&made, SIGN_SPREAD, &sign));
    assert_int_equal(sign.places, 1U << PLACE_UPPER_LID);
    make(&made);
    made.facts.days = ago(&made, 18);
    made.facts.day_count = 19;
    made.events[0] = TODAY - 20;
    made.facts.injection_count = 1;
    tick(&made, 18, TICK_LID_DROOPS); // on day 2 after it, and on day 20
    tick(&made, 0, TICK_LID_DROOPS);
    assert_true(raised(&made, SIGN_CLINIC, &sign));
    assert_int_equal(sign.days, 1);
    assert_false(raised(&made, SIGN_WEAKNESS, NULL));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_sign_has_its_row),
        cmocka_unit_test(the_most_urgent_comes_first),
        cmocka_unit_test(what_comes_later_is_not_looked_at),
        cmocka_unit_test(the_oldest_entry_counts),
        cmocka_unit_test(places_of_two_spans),
        cmocka_unit_test(an_eye_open_of_old),
        cmocka_unit_test(mood_and_stress_at_their_limits),
        cmocka_unit_test(what_lasts_at_its_limits),
        cmocka_unit_test(a_beginning_at_its_limits),
        cmocka_unit_test(each_rests_as_long_as_its_row_says),
        cmocka_unit_test(most_ticks_raise_nothing),
        cmocka_unit_test(the_first_ones_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
