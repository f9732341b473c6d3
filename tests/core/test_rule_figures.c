// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/cycle.h"
#include "core/limits.h"
#include "core/quiet.h"
#include "core/session.h"
#include "core/signs.h"
#include "core/trend.h"

// The figures of the rules as design section 6 and domain.md 8 give them. Other tests work with
// their names, so that a figure changed in a header would change them as well.

static const struct {
    int got, wanted;
} figures[] = {
    {SESSION_COMPLETE_PERCENT, 80}, // of the timeline as adjusted
    {SESSION_FRESH_S, 15},
    {FACE_CEILING, 4},
    // Weekly value, slope, change, association.
    {TREND_WEEK_LEAST, 4},
    {TREND_SLOPE_LEAST, 14},
    {TREND_SLOPE_EXACT_DAYS, 400},
    {TREND_CHANGE_LEAST, 5},
    {TREND_SIDE_LEAST, 7},
    {TREND_TOXIN_RISE_DAYS, 14},
    {TREND_TOXIN_STEADY_UNTIL, 56},
    // Treatment events, domain.md 8.2.
    {CYCLE_DAYS, 20 * 7},
    {CYCLE_BEFORE_DAYS, 14},
    {CYCLE_RUNNING, 3},
    {CYCLE_LATE_FROM, 56},
    {CYCLE_RISE_FROM, 3},
    {CYCLE_RISE_TO, 14},
    {CYCLE_STEADY_FROM, 2 * 7},
    {CYCLE_STEADY_TO, 10 * 7},
    {CYCLE_EFFECT_DAYS, 4 * 7},
    // Status, 8.4.
    {QUIET_SPELL_RATED, 7},
    {QUIET_GAP_DAYS, 2},
    {QUIET_REMISSION_DAYS, 28},
    {QUIET_LONG_DAYS, 730},
    {QUIET_TOXIN_DAYS, 16 * 7},
    {QUIET_SURGERY_DAYS, 730},
    {QUIET_RETURNED_DAYS, 28}, // a design choice
    // Signs, 8.6; the spans of ticks, places and onset are design choices.
    {SIGN_RECENT_DAYS, 14},
    {SIGN_EARLIER_DAYS, 8 * 7},
    {SIGN_LOOK_DAYS, 730},
    {SIGN_LASTING_DAYS, 14},
    {SIGN_RISE, 2},
    {SIGN_RISE_BEFORE, 4},
    {SIGN_RISE_RUNNING, 2},
    {SIGN_CYCLES, 2},
    {SIGN_PAIN_LEAST, 4},
    {SIGN_MOOD_DAYS, 5},
    {SIGN_STRESS_LEAST, 8},
    {SIGN_MOOD_MOST, 2},
    {SIGN_WARM_A_DAY, 3},
    {SIGN_WARM_DAYS, 10},
    {SIGN_ONSET_DAYS, 28},
    {SIGN_SINKING_DAYS, 14},
    {SIGN_CLINIC_DAYS, 21},
    {SIGN_WEEKS_LEAST, 3},
    {SIGN_PALSY_DAYS, 12 * 7},
    // The forms of 6.3 and 8.1.
    {TWITCH_MOST, 10},
    {GRADE_MOST, 4},
    {IMPACT_MOST, 10},
};

static void figures_are_those_of_the_text(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        if (figures[i].got != figures[i].wanted) {
            fail_msg("figure %zu: %d, not %d", i, figures[i].got, figures[i].wanted);
        }
    }
}

// The word and the most of each field of a day, and the words of the closed lists: they stand in
// files that people keep, in this order.
static void the_closed_lists(void **state) {
    (void)state;
    static const struct day_field_row fields[FIELD_COUNT] = {
        {"stress", 10, true},   {"sleep", 24, false},     {"caffeine", 30, false},
        {"screen", 24, false},  {"water", 40, false},     {"fatigue", 10, true},
        {"mood", 10, true},     {"pain", 10, true},       {"sleep-quality", 10, true},
        {"alcohol", 40, false}, {"eye-strain", 10, true},
    };
    for (int i = 0; i < FIELD_COUNT; i++) {
        assert_string_equal(day_fields[i].word, fields[i].word);
        assert_true(day_fields[i].most > fields[i].most - 0.001 &&
                    day_fields[i].most < fields[i].most + 0.001);
        assert_int_equal(day_fields[i].whole, fields[i].whole);
    }
    static const char *const places[PLACE_COUNT] = {"upper-lid", "lower-lid", "brow", "cheek",
                                                    "mouth",     "chin",      "neck", "ear"};
    for (int i = 0; i < PLACE_COUNT; i++) {
        assert_string_equal(place_words[i], places[i]);
    }
    static const char *const events[EVENT_COUNT] = {
        "botulinum-toxin", "medicine",    "surgery", "procedure", "therapy",
        "supplement",      "appointment", "test",    "injury",    "other"};
    for (int i = 0; i < EVENT_COUNT; i++) {
        assert_string_equal(event_words[i], events[i]);
    }
    static const char *const ticks[TICK_COUNT] = {
        "bright-light", "wind",       "cold",     "tinted-glasses", "reading",      "driving",
        "tv",           "talking",    "chewing",  "smiling",        "dry-eye",      "tearing",
        "tightness",    "drowsy",     "dizzy",    "lid-droops",     "mouth-droops", "double-vision",
        "bruise",       "swallowing", "weakness", "open-eye",       "stiffness",    "vision",
        "balance",      "numbness",   "hearing",  "red-eye",        "stops-tasks"};
    for (int i = 0; i < TICK_COUNT; i++) {
        assert_string_equal(tick_words[i], ticks[i]);
    }
}

static void a_field_takes_what_lies_within(void **state) {
    (void)state;
    static const struct {
        enum day_field field;
        double value;
        bool taken;
    } rows[] = {
        {FIELD_STRESS, 0, true},      {FIELD_STRESS, 10, true},
        {FIELD_STRESS, 11, false},    {FIELD_STRESS, -1, false},
        {FIELD_STRESS, 2.5, false},   {FIELD_SLEEP, 7.25, true},
        {FIELD_SLEEP, 24, true},      {FIELD_SLEEP, 24.01, false},
        {FIELD_SLEEP, 7.255, false},  {FIELD_SLEEP, -0.01, false},
        {FIELD_CAFFEINE, 30, true},   {FIELD_CAFFEINE, 30.5, false},
        {FIELD_EYE_STRAIN, 10, true}, {FIELD_EYE_STRAIN, 10.5, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(day_field_takes(rows[i].field, rows[i].value), rows[i].taken);
    }
    // A day on which nothing was entered.
    struct diary_day day = diary_day_empty(20778);
    assert_true(day.day == 20778 && day.twitch == -1 && day.severity == -1 && day.frequency == -1);
    assert_true(day.side == SIDE_NONE && day.places == 0 && day.ticks == 0);
    for (int i = 0; i < FIELD_COUNT; i++) {
        assert_true(day.fields[i] < -0.999 && day.fields[i] > -1.001);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_are_those_of_the_text),
        cmocka_unit_test(the_closed_lists),
        cmocka_unit_test(a_field_takes_what_lies_within),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
