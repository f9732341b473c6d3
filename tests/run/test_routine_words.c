// SPDX-License-Identifier: MIT
#include "run/routine_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "run/step_words.h"

static void the_summary_of_a_list_is_one_sentence(void **state) {
    (void)state;
    static const struct {
        const char *summary, *first;
    } cases[] = {
        {"Slow breaths. A good one to begin with.", "Slow breaths."},
        {"Slow breaths, 5.5 a minute", "Slow breaths, 5.5 a minute"},
        {"One.", "One."},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char to[64];
        struct routine routine = {.summary = cases[i].summary};
        routine_words_summary(&routine, to, sizeof to);
        assert_string_equal(to, cases[i].first);
    }
}

static void a_long_sentence_is_cut_between_characters(void **state) {
    (void)state;
    char to[8];
    struct routine routine = {.summary = "Übungöö. More."};
    routine_words_summary(&routine, to, sizeof to);
    assert_string_equal(to, "Übung");
}

static void the_review_says_who_and_when(void **state) {
    (void)state;
    struct text_builder text = {0};
    struct routine routine = {.author = "A. Author", .revised = "2026-11-21"};
    routine_words_review(&text, &routine);
    assert_string_equal(text.text,
                        "By A. Author, revised 2026-11-21; not yet reviewed by a clinician.");
    text_builder_free(&text);
    routine.reviewed_by = "B. Clinician";
    routine.reviewed_on = "2026-11-22";
    routine_words_review(&text, &routine);
    assert_string_equal(
        text.text, "By A. Author, revised 2026-11-21; reviewed by B. Clinician on 2026-11-22.");
    text_builder_free(&text);
}

static void cautions_and_sources_are_looked_up_or_said_as_written(void **state) {
    (void)state;
    struct caution caution = {.id = "C1", .text = "Stop at pain."};
    struct source source = {.id = "S1", .title = "A study", .year = "2021", .where = "Journal"};
    struct shared shared = {
        .cautions = &caution, .caution_count = 1, .sources = &source, .source_count = 1};
    const char *cautions[] = {"C1", "Own words."};
    const char *sources[] = {"S1", "Elsewhere"};
    struct routine routine = {
        .cautions = cautions, .caution_count = 2, .sources = sources, .source_count = 2};
    assert_string_equal(routine_words_caution(&routine, 0, &shared), "Stop at pain.");
    assert_string_equal(routine_words_caution(&routine, 1, &shared), "Own words.");
    struct text_builder text = {0};
    routine_words_source(&text, &routine, 0, &shared);
    text_add(&text, " / ");
    routine_words_source(&text, &routine, 1, &shared);
    assert_string_equal(text.text, "A study, 2021. Journal / Elsewhere");
    text_builder_free(&text);
}

static void a_steps_length_is_the_sum_of_its_passages(void **state) {
    (void)state;
    struct step one = {.number = 1};
    struct step other = {.number = 2};
    struct segment segments[] = {{.start_ms = 0, .end_ms = 1000, .step = &one},
                                 {.start_ms = 1000, .end_ms = 1500, .step = &other},
                                 {.start_ms = 1500, .end_ms = 4000, .step = &one}};
    struct timeline timeline = {.segments = segments, .segment_count = 3};
    assert_int_equal(step_words_length(&timeline, &one), 3500);
    assert_int_equal(step_words_length(&timeline, &other), 500);
    struct step absent = {.number = 3};
    assert_int_equal(step_words_length(&timeline, &absent), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_summary_of_a_list_is_one_sentence),
        cmocka_unit_test(a_long_sentence_is_cut_between_characters),
        cmocka_unit_test(the_review_says_who_and_when),
        cmocka_unit_test(cautions_and_sources_are_looked_up_or_said_as_written),
        cmocka_unit_test(a_steps_length_is_the_sum_of_its_passages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
