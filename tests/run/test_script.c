// SPDX-License-Identifier: MIT
#include "core/compiled.h"

#include <string.h>

#include "run/script.h"
#include "run/words.h"

// What is said for a cue of these words; NULL: nothing.
static const struct script_line *line_of(const struct timeline *timeline,
                                         const struct script *script, const char *say) {
    for (int cue = 0; cue < timeline->cue_count; cue++) {
        if (timeline->cues[cue].say && strcmp(timeline->cues[cue].say, say) == 0) {
            int line = script->line_of_cue[cue];
            return line >= 0 ? &script->lines[line] : NULL;
        }
    }
    fail_msg("nothing says %s", say);
    return NULL;
}

static void each_text_is_made_once_in_the_order_in_which_it_is_wanted(void **state) {
    (void)state;
    struct step steps[] = {
        {.verb = VERB_REPEAT, .inner = 2, .count = 2},
        {.length_ms = 20000, .say = "Rest."},
        {.length_ms = 25000, .say = "Look up."},
        {.length_ms = 5000, .say = "Rest."}, // another step's words, which may be recorded
    };
    struct routine routine = routine_of(steps, 4);
    struct timeline *timeline = compile_written(&routine);
    struct script script;
    script_make(timeline, &(struct script_options){0}, &script);
    assert_int_equal(script.count, 4);
    assert_int_equal(script.soon, 2); // the third stands at 90 s
    assert_int_equal(script.take_off, -1);
    static const char *const wanted[] = {"Rest.", "Look up.", "Rest.", "That is all."};
    for (int index = 0; index < 4; index++) {
        assert_string_equal(script.lines[index].text, wanted[index]);
    }
    assert_int_equal(script.lines[0].step, 2);
    assert_int_equal(script.lines[2].step, 4);
    assert_int_equal(script.lines[3].step, 0);
    script_free(&script);

    // What was before the beginning comes last.
    script_make(timeline, &(struct script_options){.from_ms = 90000}, &script);
    assert_int_equal(script.count, 4);
    assert_int_equal(script.soon, 2);
    assert_int_equal(script.lines[0].step, 4);
    assert_string_equal(script.lines[1].text, "That is all.");
    assert_int_equal(script.lines[2].step, 2);
    script_free(&script);
    timeline_free(timeline);
}

static void words_of_a_step_are_those_that_may_be_recorded(void **state) {
    (void)state;
    struct step steps[] = {
        {.length_ms = 1000, .say = "Sit.", .say_if = {[PROFILE_HFS] = "Sit back."}},
        {.verb = VERB_WAIT, .say = "Look.", .question = "Is it fine?"},
        {.verb = VERB_WAIT, .question = "Ready?", .awake_ms = 30000},
        {.verb = VERB_EXERCISE,
         .pose = "smile_closed",
         .effort = -1,
         .side = SIDE_EACH,
         .movement = {.move_ms = 500},
         .say = "Smile."},
    };
    struct routine routine = routine_of(steps, 4);
    struct timeline_options options = timeline_options_written(phrases);
    options.words = 1u << PROFILE_HFS;
    struct timeline *timeline = compile(&routine, &options);
    struct script script;
    script_make(timeline, &(struct script_options){0}, &script);
    assert_int_equal(line_of(timeline, &script, "Sit back.")->step, 0); // not what is recorded
    assert_int_equal(line_of(timeline, &script, "Look.")->step, 2);
    assert_int_equal(line_of(timeline, &script, "Is it fine?")->step, 0);
    assert_int_equal(line_of(timeline, &script, "Ready?")->step, 3);
    assert_int_equal(line_of(timeline, &script, "Smile.")->step, 4);
    assert_int_equal(line_of(timeline, &script, phrases.right)->step, 0);
    assert_in_range(script.take_off, 0, script.count - 1); // a gate wakes
    assert_string_equal(script.lines[script.take_off].text, words_take_off());
    script_free(&script);
    timeline_free(timeline);
}

static void who_knows_a_routine_hears_the_first_sentence(void **state) {
    (void)state;
    struct step steps[] = {
        {.length_ms = 10000, .say = "Sit well. Rest the hands. Breathe."},
        {.length_ms = 10000, .say = "One alone."},
        {.verb = VERB_WAIT, .question = "Is it fine? Look again."},
    };
    struct routine routine = routine_of(steps, 3);
    struct timeline *timeline = compile_written(&routine);
    struct script script;
    script_make(timeline, &(struct script_options){.known = true}, &script);
    assert_string_equal(line_of(timeline, &script, steps[0].say)->text, "Sit well.");
    assert_string_equal(line_of(timeline, &script, steps[1].say)->text, "One alone.");
    assert_string_equal(line_of(timeline, &script, steps[2].question)->text, steps[2].question);
    script_free(&script);
    script_make(timeline, &(struct script_options){0}, &script);
    assert_string_equal(line_of(timeline, &script, steps[0].say)->text, steps[0].say);
    script_free(&script);
    timeline_free(timeline);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_text_is_made_once_in_the_order_in_which_it_is_wanted),
        cmocka_unit_test(words_of_a_step_are_those_that_may_be_recorded),
        cmocka_unit_test(who_knows_a_routine_hears_the_first_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
