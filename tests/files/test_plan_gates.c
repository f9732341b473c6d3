// SPDX-License-Identifier: MIT
#include "files/plan_bench.h"

// A plan is held against what its person may do.

static void a_broken_routine_is_named_with_its_fault(void **state) {
    struct bench *bench = *state;
    struct plan_reading reading = reading_of(bench);
    struct text_builder expected = {0};
    text_add_format(&expected,
                    "3: error: items[1].routine: the file of this routine is broken: "
                    "%s/broken.cfg:9: error: steps: holds no step\n",
                    bench->folder);
    refuse(PLAN_HEAD "items = ( { routine = \"broken\"; per_day = 1; } );", &reading,
           expected.text);
    text_builder_free(&expected);
}

// Closed without `despite`, by the plan's profile or, where it has none, the person's own.
static void a_closed_routine_wants_a_reason(void **state) {
    struct plan_reading reading = reading_of(*state);
    struct profile own = {.conditions = 1U << PROFILE_MYOK};
    struct plan_file file;
    const char closed[] = PLAN_HEAD "profile = { condition = [ \"myok\" ]; };\n"
                                    "items = ( { routine = \"smile\"; per_day = 1; } );";
    const char without[] = PLAN_HEAD "items = ( { routine = \"smile\"; per_day = 1; } );";
    const char reason[] =
        PLAN_HEAD "items = ( { routine = \"smile\"; per_day = 1; despite = \"With me.\"; } );";
    refuse(closed, &reading,
           "4: error: items[1].routine: smile is closed for myok; where it is right all the same, "
           "say why: despite = \"...\"\n");
    parse_good(without, &reading, "", &file);
    plan_file_free(&file);
    reading.own = &own;
    refuse(without, &reading,
           "3: error: items[1].routine: smile is closed for myok; where it is right all the same, "
           "say why: despite = \"...\"\n");
    parse_good(reason, &reading, "", &file);
    assert_string_equal(file.plan.items[0].despite, "With me.");
    plan_file_free(&file);
    own.conditions = 1U << PROFILE_SYNK;
    parse_good(reason, &reading,
               "3: warning: items[1].despite: smile is not closed for this profile\n", &file);
    plan_file_free(&file);
}

// A fresh injection passes; it is no reason against a plan of weeks.
static void an_injection_refuses_no_plan(void **state) {
    struct plan_reading reading = reading_of(*state);
    struct profile own = {.conditions = 1U << PROFILE_SYNK,
                          .toxin_told = true,
                          .toxin_from_s = 1000000,
                          .toxin_s = 1000000};
    struct plan_file file;
    reading.own = &own;
    reading.now_s = 1000600;
    parse_good(PLAN_HEAD "items = ( { routine = \"smile\"; per_day = 1; } );", &reading, "", &file);
    plan_file_free(&file);
}

static void only_a_therapist_opens_what_wants_a_plan(void **state) {
    struct plan_reading reading = reading_of(*state);
    struct plan_file file;
    parse_good(PLAN_HEAD "profile = { condition = [ \"bsp\" ]; };\n"
                         "items = ( { routine = \"smile\"; per_day = 1; } );",
               &reading, "", &file);
    plan_file_free(&file);
    parse_good(PLAN_HEAD "by = \"self\"; profile = { condition = [ \"bsp\" ]; };\n"
                         "items = ( { routine = \"smile\"; per_day = 1; } );",
               &reading,
               "4: warning: items[1].routine: smile is opened by a therapist's plan alone (bsp); "
               "it will not play\n",
               &file);
    assert_int_equal(file.plan.by, BY_SELF);
    plan_file_free(&file);
}

// A face in its first weeks is moved by a therapist's plan, unless it was told that nothing moves:
// then no reason opens it.
static void a_face_that_cannot_move_is_left_alone(void **state) {
    (void)state;
    const char smile[] =
        PLAN_HEAD "items = ( { routine = \"nmr-smile-eyes-open\"; per_day = 1; %s } );";
    struct profile own = {.conditions = 1U << PROFILE_PALSY_EARLY};
    struct catalog shipped;
    struct plan_file file;
    char text[512];
    catalog_read("routines", NULL, "images", NULL, &shipped);
    struct plan_reading reading = {.catalog = &shipped};
    parse_good(PLAN_HEAD "profile = { condition = [ \"palsy-early\" ]; };\n"
                         "items = ( { routine = \"nmr-smile-eyes-open\"; per_day = 1; } );",
               &reading, "", &file);
    plan_file_free(&file);
    reading.own = &own;
    text_format(text, sizeof text, smile, "");
    parse_good(text, &reading, "", &file);
    plan_file_free(&file);
    own.floppy = REPLY_YES;
    text_format(text, sizeof text, smile, "despite = \"Because.\";");
    refuse(text, &reading,
           "3: error: items[1].despite: nmr-smile-eyes-open stays closed for this person, whatever "
           "the reason\n");
    catalog_free(&shipped);
}

// The three answers count as much as a condition.
static void what_the_answers_say_is_held_against_a_plan(void **state) {
    struct plan_reading reading = reading_of(*state);
    struct profile own = {.answers = {REPLY_NO, REPLY_NO, REPLY_NO}, .answers_s = 1000000};
    reading.own = &own;
    reading.now_s = 1000600;
    refuse(PLAN_HEAD "items = ( { routine = \"smile\"; per_day = 1; } );", &reading,
           "3: error: items[1].routine: smile is closed for unknown; where it is right all the "
           "same, say why: despite = \"...\"\n");
    own.answers[ANSWER_NARROWS] = REPLY_YES;
    struct plan_file file;
    parse_good(PLAN_HEAD "items = ( { routine = \"smile\"; per_day = 1; } );", &reading, "", &file);
    plan_file_free(&file);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_broken_routine_is_named_with_its_fault),
        cmocka_unit_test(a_closed_routine_wants_a_reason),
        cmocka_unit_test(an_injection_refuses_no_plan),
        cmocka_unit_test(only_a_therapist_opens_what_wants_a_plan),
        cmocka_unit_test(a_face_that_cannot_move_is_left_alone),
        cmocka_unit_test(what_the_answers_say_is_held_against_a_plan),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
