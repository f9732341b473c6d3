// SPDX-License-Identifier: MIT
#include "files/plan_bench.h"

#include "base/clock.h"

// What is written in a plan is read.

static const char whole[] = PLAN_HEAD
    "by = \"therapist\"; contact = \"Room 4\"; goal = \"A quiet lid\"; review = \"2026-12-18\";\n"
    "profile = { condition = [ \"hfs\", \"synk\" ]; affected = \"left\"; };\n"
    "items = (\n"
    "  { routine = \"smile\"; per_day = 3; days = [ \"mon\", \"sun\" ]; at = [ \"08:00\", "
    "\"20:45\" "
    "];\n"
    "    reps = 4; hold = 5.0; rest = 2.5; move = 1; effort = 2; tempo = 1.0; side = \"right\";\n"
    "    mirror = \"required\"; only = [ \"Small smile\" ];\n"
    "    why = \"For the lid.\"; why_de = \"Für das Lid.\"; say = \"Softly.\"; note = \"Slow.\"; "
    "},\n"
    "  { routine = \"own\"; per_day = 1; from = \"2026-12-07\"; to = \"2026-12-10\"; },\n"
    "  { task = \"Eye drops\"; task_de = \"Tropfen\"; per_day = 4; }\n"
    ");\n"
    "ceiling = 6; ask = [ \"twitch\", \"session\" ]; between = \"none\";\n"
    "pauses = ( { from = \"2026-12-05\"; to = \"2026-12-06\"; reason = \"away\"; } );\n"
    "routines = ( { id = \"own\"; title = \"Own\"; category = \"massage\"; summary = \"S.\";\n"
    "  author = \"A. T.\"; revised = \"2026-11-21\"; sources = [ ]; cautions = [ ];\n"
    "  steps = ( { name = \"Rest\"; name_de = \"Pause\"; seconds = 10; } ); } );\n";

static void check_head(const struct plan *plan) {
    assert_string_equal(plan->id, "p");
    assert_string_equal(plan->author, "A. T.");
    assert_int_equal(plan->by, BY_THERAPIST);
    assert_string_equal(plan->contact, "Room 4");
    assert_string_equal(plan->goal, "A quiet lid");
    assert_int_equal(plan->from, day_of_date(2026, 11, 23));
    assert_int_equal(plan->to, day_of_date(2026, 12, 20));
    assert_int_equal(plan->review, day_of_date(2026, 12, 18));
    assert_true(plan->has_profile);
    assert_int_equal(plan->conditions, 1U << PROFILE_HFS | 1U << PROFILE_SYNK);
    assert_int_equal(plan->affected, SIDE_LEFT);
    assert_int_equal(plan->ceiling, 6);
    assert_true(plan->asks_told);
    assert_int_equal(plan->asks, ASKS_TWITCH | ASKS_SESSION);
    assert_false(plan->lets_go);
}

static void check_dose(const struct plan_dose *dose) {
    assert_int_equal(dose->reps, 4);
    assert_int_equal(dose->hold_ms, 5000);
    assert_int_equal(dose->rest_ms, 2500);
    assert_int_equal(dose->move_ms, 1000);
    assert_int_equal(dose->effort, 2);
    assert_true(dose->tempo == 1.0);
    assert_true(dose->mirror_given);
    assert_int_equal(dose->mirror, MIRROR_REQUIRED);
    assert_int_equal(dose->only_count, 1);
}

static void everything_that_is_written_is_read(void **state) {
    struct plan_reading reading = reading_of(*state);
    struct plan_file file;
    parse_good(whole, &reading, "", &file);
    const struct plan *plan = &file.plan;
    check_head(plan);
    assert_string_equal(plan->title, "Plan");
    assert_int_equal(plan->item_count, 3);
    const struct plan_item *smile = &plan->items[0];
    assert_string_equal(smile->routine, "smile");
    assert_null(smile->task);
    assert_int_equal(smile->per_day, 3);
    assert_int_equal(smile->days, 1U << 0 | 1U << 6);
    assert_int_equal(smile->at_count, 2);
    assert_int_equal(smile->at[0], 480);
    assert_int_equal(smile->at[1], 1245);
    assert_int_equal(smile->side, SIDE_RIGHT);
    check_dose(&smile->dose);
    assert_string_equal(smile->dose.only[0], "Small smile");
    assert_string_equal(smile->why, "For the lid.");
    assert_string_equal(smile->say, "Softly.");
    assert_string_equal(smile->note, "Slow.");
    assert_true(smile->from == INT64_MIN && smile->to == INT64_MAX);
    assert_int_equal(plan->items[1].from, day_of_date(2026, 12, 7));
    assert_int_equal(plan->items[1].to, day_of_date(2026, 12, 10));
    assert_string_equal(plan->items[2].task, "Eye drops");
    assert_null(plan->items[2].routine);
    assert_int_equal(plan->items[2].per_day, 4);
    assert_int_equal(plan->items[2].days, PLAN_EVERY_DAY);
    assert_int_equal(plan->pause_count, 1);
    assert_int_equal(plan->pauses[0].to - plan->pauses[0].from, 1);
    assert_string_equal(plan->pauses[0].reason, "away");
    plan_file_free(&file);
}

static void what_is_not_written_is_not_given(void **state) {
    struct plan_reading reading = reading_of(*state);
    struct plan_file file;
    parse_good("format = 1; id = \"p\"; title = \"P\"; author = \"A\"; from = \"2026-11-23\";\n"
               "items = ( { routine = \"smile\"; per_day = 1; } );",
               &reading, "", &file);
    const struct plan *plan = &file.plan;
    const struct plan_dose *dose = &plan->items[0].dose;
    assert_int_equal(plan->by, BY_THERAPIST);
    assert_true(plan->to == INT64_MAX && plan->review == INT64_MAX);
    assert_null(plan->contact);
    assert_null(plan->goal);
    assert_false(plan->has_profile);
    assert_int_equal(plan->ceiling, 0);
    assert_false(plan->asks_told);
    assert_true(plan->lets_go);
    assert_int_equal(plan->items[0].side, SIDE_NONE);
    assert_int_equal(dose->reps, -1);
    assert_int_equal(dose->effort, -1);
    assert_true(dose->move_ms == -1 && dose->hold_ms == -1 && dose->rest_ms == -1);
    assert_true(dose->tempo == -1);
    assert_false(dose->mirror_given);
    assert_int_equal(dose->only_count, 0);
    assert_null(plan->items[0].why);
    plan_file_free(&file);
}

// A step may be named in English in every language: the file travels.
static void texts_come_in_the_language_that_is_read(void **state) {
    struct bench *bench = *state;
    struct plan_reading reading = {.catalog = &bench->german, .language = "de"};
    struct plan_file file;
    parse_good(whole, &reading, "", &file);
    assert_string_equal(file.plan.title, "Der Plan");
    assert_string_equal(file.plan.goal, "A quiet lid");
    assert_string_equal(file.plan.items[0].why, "Für das Lid.");
    assert_string_equal(file.plan.items[0].dose.only[0], "Kleines Lächeln");
    assert_string_equal(file.plan.items[2].task, "Tropfen");
    assert_string_equal(file.routines[0].steps[0].name, "Pause");
    plan_file_free(&file);
}

static void routines_travel_inside(void **state) {
    struct bench *bench = *state;
    struct plan_reading reading = reading_of(bench);
    struct plan_file file;
    parse_good(whole, &reading, "", &file);
    assert_int_equal(file.routine_count, 1);
    const struct routine *own = plan_file_routine(&file, &bench->catalog, "own");
    assert_ptr_equal(own, &file.routines[0]);
    assert_string_equal(own->id, "own");
    assert_int_equal(own->category, CATEGORY_MASSAGE);
    assert_int_equal(own->step_count, 1);
    assert_ptr_equal(plan_file_routine(&file, &bench->catalog, "smile"),
                     &catalog_find(&bench->catalog, "smile")->routine);
    assert_null(plan_file_routine(&file, &bench->catalog, "broken"));
    assert_null(plan_file_routine(&file, &bench->catalog, "absent"));
    plan_file_free(&file);
}

// 14 days from the day on which it is begun, both included.
static void a_starter_begins_when_it_is_asked_for(void **state) {
    struct plan_reading reading = reading_of(*state);
    struct plan_file file;
    reading.begins = day_of_date(2026, 12, 24);
    parse_good("format = 1; id = \"s\"; title = \"S\"; author = \"A\"; by = \"starter\";\n"
               "items = ( { routine = \"breathe\"; per_day = 2; } );",
               &reading, "", &file);
    assert_int_equal(file.plan.by, BY_STARTER);
    assert_int_equal(file.plan.from, day_of_date(2026, 12, 24));
    assert_int_equal(file.plan.to, day_of_date(2027, 1, 6));
    plan_file_free(&file);
    // Once it is begun its text has the first day.
    parse_good("from = \"2026-12-01\"; format = 1; id = \"s\"; title = \"S\"; author = \"A\";\n"
               "by = \"starter\"; items = ( { routine = \"breathe\"; per_day = 2; } );",
               &reading, "", &file);
    assert_int_equal(file.plan.from, day_of_date(2026, 12, 1));
    assert_int_equal(file.plan.to, day_of_date(2026, 12, 14));
    plan_file_free(&file);
}

static void starters_are_called_by_name(void **state) {
    (void)state;
    static const struct {
        const char *what, *path;
    } rows[] = {
        {"starter-quiet", "routines/starters/quiet.cfg"},
        {"starter-quiet.cfg", "starter-quiet.cfg"},
        {"./starter-quiet", "./starter-quiet"},
        {"plan.cfg", "plan.cfg"},
        {"starter-../a", "starter-../a"},
        {"starter-a/b", "starter-a/b"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *path = plan_file_path("routines", rows[i].what);
        assert_string_equal(path, rows[i].path);
        memory_free(path);
    }
    char *path = plan_file_path(NULL, "starter-quiet");
    assert_string_equal(path, "starter-quiet");
    memory_free(path);
}

// What comes last of what may be: 64 items are read, one more is refused.
static void the_limits_are_the_limits(void **state) {
    struct plan_reading reading = reading_of(*state);
    for (int extra = 0; extra < 2; extra++) {
        struct text_builder text = {0};
        text_add(&text, PLAN_HEAD "items = ( ");
        for (int i = 0; i < PLAN_ITEMS_MAX + extra; i++) {
            text_add_format(&text, "%s{ task = \"T%d\"; per_day = 24; }", i ? ", " : "", i);
        }
        text_add(&text, " );");
        if (extra) {
            refuse(text.text, &reading, "3: error: items: 65 are above 64\n");
        } else {
            struct plan_file file;
            parse_good(text.text, &reading, "", &file);
            assert_int_equal(file.plan.item_count, PLAN_ITEMS_MAX);
            assert_string_equal(file.plan.items[63].task, "T63");
            plan_file_free(&file);
        }
        text_builder_free(&text);
    }
}

// Every byte of a plan taken out: it is read or refused, with a fault, and nothing else.
static void no_damage_of_one_byte_is_silent(void **state) {
    struct plan_reading reading = reading_of(*state);
    size_t length = strlen(whole);
    for (size_t at = 0; at < length; at++) {
        char *text = memory_text(whole);
        memmove(text + at, text + at + 1, length - at);
        struct plan_file file;
        struct faults faults = {0};
        bool good = parse(text, &reading, &file, &faults);
        assert_true(good == (faults.errors == 0));
        if (good) {
            assert_true(file.plan.item_count >= 2 && file.plan.id != NULL);
            plan_file_free(&file);
        }
        faults_free(&faults);
        memory_free(text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_that_is_written_is_read),
        cmocka_unit_test(what_is_not_written_is_not_given),
        cmocka_unit_test(texts_come_in_the_language_that_is_read),
        cmocka_unit_test(routines_travel_inside),
        cmocka_unit_test(a_starter_begins_when_it_is_asked_for),
        cmocka_unit_test(starters_are_called_by_name),
        cmocka_unit_test(the_limits_are_the_limits),
        cmocka_unit_test(no_damage_of_one_byte_is_silent),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
