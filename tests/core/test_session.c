// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/session.h"
#include "random_routine.h"

// Thirty seconds of settling, then two smiles of ten seconds each, then fifty of rest: 100 s.
struct sheet {
    struct step steps[3];
    struct routine routine;
    struct timeline *timeline;
    struct played played;
};

static void sheet_open(struct sheet *sheet, enum category category) {
    *sheet =
        (struct sheet){.steps = {{.number = 1, .name = "Settle", .count = 1, .length_ms = 30000},
                                 {.number = 2,
                                  .name = "Smile",
                                  .verb = VERB_EXERCISE,
                                  .side = SIDE_BOTH,
                                  .count = 2,
                                  .movement = {2000, 3000, 2000, 3000}},
                                 {.number = 3, .name = "Rest", .count = 1, .length_ms = 50000}}};
    sheet->routine = (struct routine){.steps = sheet->steps,
                                      .step_count = 3,
                                      .category = category,
                                      .tempo_min = 1,
                                      .tempo_max = 1};
    struct timeline_options options = timeline_options_written(
        (struct timeline_phrases){.left = "left", .right = "right", .over = "over"});
    struct error err = {0};
    sheet->timeline = timeline_compile(&sheet->routine, &options, &err);
    assert_non_null(sheet->timeline);
    assert_int_equal(sheet->timeline->total_ms, 100000);
    played_init(&sheet->played, 8);
}

static void sheet_close(struct sheet *sheet) {
    played_free(&sheet->played);
    timeline_free(sheet->timeline);
}

static void eighty_percent_is_enough(void **state) {
    (void)state;
    assert_true(session_is_enough(80000, 100000));
    assert_false(session_is_enough(79999, 100000));
    assert_true(session_is_enough(270000, 270000));
    assert_false(session_is_enough(0, 0));
    assert_true(session_is_enough(4, 5));
    assert_false(session_is_enough(3, 4));
}

static void a_repetition_counts_when_it_is_whole(void **state) {
    (void)state;
    struct sheet sheet;
    sheet_open(&sheet, CATEGORY_NMR);
    played_add(&sheet.played, 0, 39999);
    assert_false(session_has_repetition(sheet.timeline, &sheet.played));
    played_add(&sheet.played, 39999, 40000);
    assert_true(session_has_repetition(sheet.timeline, &sheet.played));
    sheet_close(&sheet);

    sheet_open(&sheet, CATEGORY_NMR); // the second one alone counts as well
    played_add(&sheet.played, 35000, 50000);
    assert_true(session_has_repetition(sheet.timeline, &sheet.played));
    sheet_close(&sheet);
}

// Category, what was played, the person's word -> how it ended and what it counts as.
static void endings_follow_the_table(void **state) {
    (void)state;
    const struct {
        enum category category;
        int64_t played_ms;
        enum why why;
        enum ending ending;
        enum session_status status;
    } rows[] = {
        {CATEGORY_NMR, 100000, WHY_NONE, ENDING_COMPLETE, SESSION_COMPLETE},
        {CATEGORY_NMR, 40000, WHY_PULL, ENDING_WELL, SESSION_COMPLETE},
        {CATEGORY_ROM, 40000, WHY_ENOUGH, ENDING_WELL, SESSION_COMPLETE},
        {CATEGORY_NMR, 39999, WHY_PULL, ENDING_INTERRUPTED, SESSION_PARTIAL},
        {CATEGORY_BREATHING, 40000, WHY_ENOUGH, ENDING_INTERRUPTED, SESSION_PARTIAL},
        {CATEGORY_BREATHING, 80000, WHY_ENOUGH, ENDING_COMPLETE, SESSION_COMPLETE},
        {CATEGORY_STRENGTHENING, 60000, WHY_PULL, ENDING_INTERRUPTED, SESSION_PARTIAL},
        {CATEGORY_NMR, 60000, WHY_TIRED, ENDING_TIRED, SESSION_PARTIAL},
        {CATEGORY_NMR, 85000, WHY_TIRED, ENDING_TIRED, SESSION_COMPLETE},
        {CATEGORY_MASSAGE, 50000, WHY_PAIN, ENDING_PAIN, SESSION_PARTIAL},
        {CATEGORY_NMR, 79999, WHY_INTERRUPTED, ENDING_INTERRUPTED, SESSION_PARTIAL},
        {CATEGORY_NMR, 80000, WHY_INTERRUPTED, ENDING_COMPLETE, SESSION_COMPLETE},
        {CATEGORY_MEDITATION, 10000, WHY_NONE, ENDING_INTERRUPTED, SESSION_PARTIAL},
    };
    for (size_t index = 0; index < sizeof rows / sizeof *rows; index++) {
        struct sheet sheet;
        sheet_open(&sheet, rows[index].category);
        played_add(&sheet.played, 0, rows[index].played_ms);
        enum ending ending = session_ending(sheet.timeline, &sheet.played, rows[index].why);
        assert_int_equal(ending, rows[index].ending);
        assert_int_equal(session_status_of(ending, rows[index].played_ms, 100000),
                         rows[index].status);
        sheet_close(&sheet);
    }
    assert_int_equal(session_status_of(ENDING_NONE, 100, 100), SESSION_RUNNING);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(eighty_percent_is_enough),
        cmocka_unit_test(a_repetition_counts_when_it_is_whole),
        cmocka_unit_test(endings_follow_the_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
