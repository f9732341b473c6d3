// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "plan_made.h"
#include "run/plan_lines.h"

// The short lines of a plan's page. MONDAY is 16 November 2026.

static struct plan_item *asked(struct plan *plan, const char *routine, int per_day) {
    struct plan_item *item = plan_asks(plan, routine, per_day);
    item->dose = (struct plan_dose){
        .reps = -1, .effort = -1, .move_ms = -1, .hold_ms = -1, .rest_ms = -1, .tempo = -1};
    return item;
}

static void assert_line(struct text_builder *text, const char *expected) {
    assert_string_equal(text->text ? text->text : "", expected);
    text_builder_free(text);
}

static void whose_it_is_and_its_days(void **state) {
    (void)state;
    struct text_builder text = {0};
    struct plan plan = plan_made("p", MONDAY, MONDAY + 27);
    plan_lines_whose(&text, &plan);
    assert_line(&text, "From A \u00b7 16 November to 13 December 2026");
    plan.to = MONDAY + 60;
    plan.by = BY_SELF;
    plan_lines_whose(&text, &plan);
    assert_line(&text, "Your own plan \u00b7 16 November 2026 to 15 January 2027");
    plan.to = INT64_MAX;
    plan.by = BY_STARTER;
    plan_lines_whose(&text, &plan);
    assert_line(&text, "from 16 November 2026");
}

static void assert_left(const struct plan *plan, int64_t today, const char *expected) {
    struct text_builder text = {0};
    plan_lines_left(&text, plan, today);
    assert_line(&text, expected);
}

static void how_long_it_lasts(void **state) {
    (void)state;
    struct plan plan = plan_made("p", MONDAY, MONDAY + 13);
    assert_left(&plan, MONDAY - 1, "Begins on Monday, 16 November 2026");
    assert_left(&plan, MONDAY, "13 more days");
    assert_left(&plan, MONDAY + 12, "1 more day");
    assert_left(&plan, MONDAY + 13, "The last day is today");
    assert_left(&plan, MONDAY + 14, "Ended on Sunday, 29 November 2026");
    plan.to = INT64_MAX;
    assert_left(&plan, MONDAY, "");
}

static void assert_often(const struct plan *plan, const char *expected) {
    struct text_builder text = {0};
    plan_lines_often(&text, plan, 0);
    assert_line(&text, expected);
}

static void how_often_on_which_days(void **state) {
    (void)state;
    struct plan plan = plan_made("p", MONDAY, MONDAY + 27);
    struct plan_item *item = asked(&plan, "r", 1);
    assert_often(&plan, "once a day");
    item->per_day = 3;
    item->days = 1 << 0 | 1 << 4;
    assert_often(&plan, "3 times a day \u00b7 Monday, Friday");
    item->days = PLAN_EVERY_DAY;
    item->from = MONDAY + 7;
    assert_often(&plan, "3 times a day \u00b7 from 23 November 2026");
    item->to = MONDAY + 13;
    assert_often(&plan, "3 times a day \u00b7 23 November to 29 November 2026");
    item->from = MONDAY;
    assert_often(&plan, "3 times a day \u00b7 until 29 November 2026");
    // As long as the plan itself: nothing to tell.
    item->to = plan.to;
    assert_often(&plan, "3 times a day");
}

static void the_times_and_the_dose(void **state) {
    (void)state;
    struct text_builder text = {0};
    struct plan plan = plan_made("p", MONDAY, INT64_MAX);
    struct plan_item *item = asked(&plan, "r", 2);
    plan_lines_times(&text, &plan, 0);
    assert_line(&text, "");
    plan_lines_dose(&text, &plan, 0);
    assert_line(&text, "");
    item->at[0] = 8 * 60;
    item->at[1] = 20 * 60 + 5;
    item->at_count = 2;
    item->dose.reps = 4;
    item->dose.hold_ms = 2500;
    plan_lines_times(&text, &plan, 0);
    assert_line(&text, "08:00, 20:05");
    plan_lines_dose(&text, &plan, 0);
    assert_line(&text, "repetitions 4 \u00b7 hold 2.5 s");
    // A task has none, whatever stands in its place.
    item->task = "Eye drops";
    item->routine = NULL;
    plan_lines_dose(&text, &plan, 0);
    assert_line(&text, "");
}

// The plan's numbers as far as they were what was played.
static void what_a_session_had_of_it(void **state) {
    (void)state;
    struct text_builder text = {0};
    struct timeline_options options = timeline_options_written((struct timeline_phrases){0});
    plan_lines_played(&text, &options);
    assert_line(&text, "");
    options.asked.reps = 4;
    options.asked.hold_ms = 2500;
    options.asked.side = SIDE_LEFT;
    plan_lines_played(&text, &options);
    assert_line(&text, "As the plan asks: left \u00b7 repetitions 4 \u00b7 hold 2.5 s");
    options.reps = 2; // hers
    plan_lines_played(&text, &options);
    assert_line(&text, "As the plan asks: left \u00b7 hold 2.5 s");
    options.reps = 0;
    options.reps_most = 3; // of the dose
    options.hold_ms = 2000;
    plan_lines_played(&text, &options);
    assert_line(&text, "As the plan asks: left");
    options.reps_most = 4;
    options.hold_ms = 3000; // longer than the plan's is not played
    options.asked.side = SIDE_NONE;
    options.asked.keeps_some = true;
    plan_lines_played(&text, &options);
    assert_line(&text,
                "As the plan asks: repetitions 4 \u00b7 hold 2.5 s \u00b7 some of its steps");
    options.asked = (struct timeline_asked){.effort_given = true, .effort = 3};
    plan_lines_played(&text, &options);
    assert_line(&text, "As the plan asks: effort 3");
    options.effort_most = 2;
    plan_lines_played(&text, &options);
    assert_line(&text, "");
}

static void a_pause(void **state) {
    (void)state;
    struct text_builder text = {0};
    plan_lines_pause(&text, MONDAY, MONDAY, NULL);
    assert_line(&text, "16 November 2026");
    plan_lines_pause(&text, MONDAY, MONDAY + 1, "away");
    assert_line(&text, "16 November to 17 November 2026: away");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whose_it_is_and_its_days), cmocka_unit_test(how_long_it_lasts),
        cmocka_unit_test(how_often_on_which_days),  cmocka_unit_test(the_times_and_the_dose),
        cmocka_unit_test(what_a_session_had_of_it), cmocka_unit_test(a_pause),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
