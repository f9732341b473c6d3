// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "run/plan_words.h"

// Two texts of a plan, and what is said of the way from the one to the other. Read in the root of
// the repository, for the titles of the shipped routines.

static struct catalog catalog;

static int set_up(void **state) {
    (void)state;
    catalog_read("routines", NULL, "images", NULL, &catalog);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    catalog_free(&catalog);
    return 0;
}

static void read_plan(const char *text, struct plan_file *file) {
    struct plan_reading reading = {.catalog = &catalog};
    struct faults faults = {0};
    struct bytes bytes = {memory_text(text), strlen(text)};
    assert_true(plan_file_parse(NULL, &bytes, &reading, file, &faults));
    bytes_free(&bytes);
    faults_free(&faults);
}

static void assert_said(const char *before, const char *after, const char *expected) {
    static struct plan_change changes[PLAN_CHANGES_MAX];
    struct plan_file one, other;
    struct text_builder text = {0};
    read_plan(before, &one);
    read_plan(after, &other);
    struct plan_versions versions = {&one, &other, &catalog};
    int count = plan_diff(&one.plan, &other.plan, changes);
    text_add(&text, "");
    for (int i = 0; i < count; i++) {
        plan_words_change(&text, &versions, &changes[i]);
        text_add(&text, "\n");
    }
    assert_string_equal(text.text ? text.text : "", expected);
    text_builder_free(&text);
    plan_file_free(&one);
    plan_file_free(&other);
}

#define HEAD                                                                                       \
    "format = 1; id = \"p\"; title = \"Plan\"; author = \"A. T.\"; from = \"2026-11-23\";\n"       \
    "items = (\n"
#define SMILE(more) "{ routine = \"nmr-smile-eyes-open\"; per_day = 3; " more " }"
#define DROPS "{ task = \"Eye drops\"; per_day = 4; }"

static void a_dose_is_told_by_its_number(void **state) {
    (void)state;
    assert_said(HEAD SMILE("hold = 3.0;") ");", HEAD SMILE("hold = 5.0;") ");",
                "Small smile with the eyes open: hold 3 s -> 5 s\n");
    assert_said(HEAD SMILE("side = \"left\";") ");", HEAD SMILE("side = \"left\"; reps = 4;") ");",
                "Small smile with the eyes open, left: repetitions as written -> 4\n");
    assert_said(HEAD SMILE("rest = 4; move = 1; effort = 2; tempo = 1.0;") ");",
                HEAD SMILE("mirror = \"required\"; only = [ \"Smile, 2 of 10\" ];") ");",
                "Small smile with the eyes open: movement 1 s -> as written\n"
                "Small smile with the eyes open: rest 4 s -> as written\n"
                "Small smile with the eyes open: effort 2 -> as written\n"
                "Small smile with the eyes open: tempo 1 -> as written\n"
                "Small smile with the eyes open: mirror as written -> a hand mirror\n"
                "Small smile with the eyes open: steps all -> Smile, 2 of 10\n");
}

static void days_and_times_are_named(void **state) {
    (void)state;
    assert_said(HEAD SMILE("") ");",
                HEAD SMILE("days = [ \"mon\", \"sun\" ]; at = [ \"08:00\", \"20:05\" ]; "
                           "from = \"2026-12-07\"; side = \"right\";") ");",
                "Small smile with the eyes open, right: days every day -> Monday, Sunday\n"
                "Small smile with the eyes open, right: times of day free -> 08:00, 20:05\n"
                "Small smile with the eyes open, right: first day no date -> 7 December 2026\n"
                "Small smile with the eyes open, right: side both sides -> right\n");
}

static void what_came_and_went_is_named(void **state) {
    (void)state;
    assert_said(HEAD SMILE("") ");", HEAD DROPS ");",
                "new: Eye drops, 4 times a day\n"
                "no longer: Small smile with the eyes open, 3 times a day\n");
    assert_said(HEAD DROPS "," SMILE("") ");", HEAD SMILE("") "," DROPS ");",
                "the order is another\n");
    assert_said(HEAD DROPS ");"
                           "pauses = ( { from = \"2026-12-05\"; to = \"2026-12-06\"; } );",
                HEAD DROPS "); pauses = ( { from = \"2026-12-05\"; to = \"2026-12-07\"; "
                           "reason = \"away\"; } );",
                "new: a pause from 5 December 2026 to 7 December 2026 (away)\n"
                "no longer: a pause from 5 December 2026 to 6 December 2026\n");
}

static void the_head_is_told_field_by_field(void **state) {
    (void)state;
    assert_said(HEAD DROPS "); goal = \"Quiet\";",
                HEAD DROPS "); by = \"self\"; contact = \"Room 4\"; to = \"2026-12-20\"; "
                           "profile = { condition = [ \"hfs\" ]; affected = \"left\"; }; "
                           "ceiling = 6; ask = [ \"twitch\", \"impact\" ]; between = \"none\";",
                "written by a therapist -> yourself\n"
                "contact nothing -> \"Room 4\"\n"
                "goal \"Quiet\" -> nothing\n"
                "last day no date -> 20 December 2026\n"
                "written for the person's own -> Hemifacial spasm\n"
                "affected side not told -> left\n"
                "face routines a day at most as usual -> 6\n"
                "asked for as usual -> twitch, impact\n"
                "between two face routines a minute of letting go -> nothing\n");
}

// No field is without a word of its own, and none without one for its value.
static void every_field_has_its_words(void **state) {
    (void)state;
    struct plan_file file;
    read_plan(HEAD SMILE("") ");", &file);
    struct plan_versions versions = {&file, &file, &catalog};
    for (int field = 0; field < PLAN_FIELDS; field++) {
        struct text_builder text = {0};
        enum plan_change_kind kind = field < ITEM_FIELD_FIRST ? CHANGE_FIELD : CHANGE_ITEM;
        struct plan_change change = {kind, (enum plan_field)field, 0, 0};
        plan_words_change(&text, &versions, &change);
        assert_non_null(text.text);
        assert_null(strstr(text.text, "(null)"));
        const char *arrow = strstr(text.text, " -> ");
        assert_non_null(arrow);
        assert_true(arrow[-1] != ' ' && strlen(arrow) > 4);
        text_builder_free(&text);
    }
    plan_file_free(&file);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_dose_is_told_by_its_number),
        cmocka_unit_test(days_and_times_are_named),
        cmocka_unit_test(what_came_and_went_is_named),
        cmocka_unit_test(the_head_is_told_field_by_field),
        cmocka_unit_test(every_field_has_its_words),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
