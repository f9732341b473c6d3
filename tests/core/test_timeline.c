// SPDX-License-Identifier: MIT
#include "core/compiled.h"

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "random_routine.h"

static void breaths_have_five_phases(void **state) {
    (void)state;
    struct step steps[] = {{.verb = VERB_BREATHE,
                            .count = 2,
                            .say = "Breathe.",
                            .breath = {3000, 1000, 500, 8000, 250}}};
    struct routine routine = routine_of(steps, 1);
    struct timeline *timeline = compile_written(&routine);
    assert_int_equal(timeline->total_ms, 2 * 12750);
    check_segment(timeline, 0, 0, 3000, PHASE_IN);
    check_segment(timeline, 1, 3000, 4000, PHASE_TOP_UP);
    check_segment(timeline, 2, 4000, 4500, PHASE_HOLD_FULL);
    check_segment(timeline, 3, 4500, 12500, PHASE_OUT);
    check_segment(timeline, 4, 12500, 12750, PHASE_HOLD_EMPTY);
    check_segment(timeline, 5, 12750, 15750, PHASE_IN);
    assert_int_equal(timeline->segments[5].rep, 2);
    assert_int_equal(timeline->segments[5].reps, 2);
    assert_string_equal(timeline->segments[0].say, "Breathe.");
    assert_null(timeline->segments[5].say);
    timeline_free(timeline);
}

static void cues_stand_as_the_format_says(void **state) {
    (void)state;
    struct step steps[] = {
        {.length_ms = 2000, .say = "Settle.", .bell_every_ms = 500},
        {.verb = VERB_BREATHE, .say = "Breathe.", .breath = {.in_ms = 1000, .out_ms = 1000}},
    };
    struct routine routine = routine_of(steps, 2);
    struct timeline *timeline = compile_written(&routine);
    assert_int_equal(timeline->cue_count, 10);
    check_cue(timeline, 0, 0, SOUND_BEGIN, NULL); // no tap beside it
    check_cue(timeline, 1, 0, SOUND_NONE, "Settle.");
    check_cue(timeline, 2, 500, SOUND_BELL, NULL);
    check_cue(timeline, 3, 1000, SOUND_BELL, NULL);
    check_cue(timeline, 4, 1500, SOUND_BELL, NULL); // none at 2000: strictly inside
    check_cue(timeline, 5, 2000, SOUND_IN, NULL);
    check_cue(timeline, 6, 2000, SOUND_NONE, "Breathe.");
    check_cue(timeline, 7, 3000, SOUND_OUT, NULL);
    check_cue(timeline, 8, 4000, SOUND_NONE, "That is all.");
    check_cue(timeline, 9, 4000, SOUND_END, NULL);
    timeline_free(timeline);
}

static void each_side_in_turn_with_a_change(void **state) {
    (void)state;
    struct step steps[] = {{.verb = VERB_EXERCISE,
                            .pose = "smile",
                            .side = SIDE_EACH,
                            .count = 2,
                            .movement = {1000, 0, 1000, 0}}};
    struct routine routine = routine_of(steps, 1);
    struct timeline_options options = timeline_options_written(phrases);
    struct timeline *timeline = compile(&routine, &options);
    assert_int_equal(timeline->total_ms, 8000 + TIMELINE_CHANGE_MS);
    assert_int_equal(timeline->segments[0].side, SIDE_LEFT);
    check_segment(timeline, 4, 4000, 9000, PHASE_CHANGE);
    assert_int_equal(timeline->segments[4].rep, 0);
    assert_int_equal(timeline->segments[5].side, SIDE_RIGHT);
    assert_int_equal(timeline->segments[5].rep, 1);
    int cue = timeline_cue_from(timeline, 0, 4000);
    check_cue(timeline, cue, 4000, SOUND_CHANGE, NULL);
    check_cue(timeline, cue + 1, 4000, SOUND_NONE, phrases.right);
    timeline_free(timeline);

    options.affected = SIDE_LEFT; // the affected side comes last
    timeline = compile(&routine, &options);
    assert_int_equal(timeline->segments[0].side, SIDE_RIGHT);
    assert_int_equal(timeline->segments[5].side, SIDE_LEFT);
    timeline_free(timeline);

    options.side = SIDE_RIGHT; // one side alone: nothing to change to
    timeline = compile(&routine, &options);
    assert_int_equal(timeline->total_ms, 4000);
    timeline_free(timeline);
}

static void sides_alternate_and_resolve(void **state) {
    (void)state;
    struct step steps[] = {
        {.verb = VERB_EXERCISE, .side = SIDE_ALTERNATE, .count = 3, .movement = {.hold_ms = 1000}},
        {.verb = VERB_EXERCISE, .side = SIDE_AFFECTED, .movement = {.hold_ms = 1000}},
        {.verb = VERB_EXERCISE, .side = SIDE_HEALTHY, .movement = {.hold_ms = 1000}},
        {.verb = VERB_EXERCISE, .side = SIDE_LEFT, .movement = {.hold_ms = 1000}},
    };
    struct routine routine = routine_of(steps, 4);
    struct timeline *timeline = compile_written(&routine);
    const enum side written[] = {SIDE_LEFT, SIDE_RIGHT, SIDE_LEFT, SIDE_BOTH, SIDE_BOTH, SIDE_LEFT};
    for (int index = 0; index < 6; index++) {
        assert_int_equal(timeline->segments[index].side, written[index]);
    }
    timeline_free(timeline);

    struct timeline_options options = timeline_options_written(phrases);
    options.affected = SIDE_RIGHT;
    timeline = compile(&routine, &options);
    assert_int_equal(timeline->segments[3].side, SIDE_RIGHT);
    assert_int_equal(timeline->segments[4].side, SIDE_LEFT);
    timeline_free(timeline);

    options.side = SIDE_RIGHT; // leaves out what is written for the left, healthy included
    timeline = compile(&routine, &options);
    assert_int_equal(timeline->total_ms, 4000);
    timeline_free(timeline);
}

static void repeats_repeat_inside_repeats(void **state) {
    (void)state;
    struct step steps[] = {
        {.verb = VERB_REPEAT, .count = 2, .inner = 3},
        {.length_ms = 1000},
        {.verb = VERB_REPEAT, .count = 3, .inner = 1},
        {.length_ms = 100},
        {.length_ms = 5000},
    };
    struct routine routine = routine_of(steps, 5);
    struct timeline *timeline = compile_written(&routine);
    assert_int_equal(timeline->total_ms, 2 * (1000 + 300) + 5000);
    assert_int_equal(timeline->segment_count, 9);
    assert_int_equal(timeline->entry_count, 9);
    assert_int_equal(timeline->segments[1].step->number, 4);
    check_segment(timeline, 8, 2600, 7600, PHASE_STEADY);
    timeline_free(timeline);
}

static void tempo_rounds_each_part(void **state) {
    (void)state;
    struct step steps[] = {
        {.verb = VERB_BREATHE, .count = 3, .breath = {.in_ms = 333, .out_ms = 667}},
        {.length_ms = 1000},
        {.verb = VERB_EXERCISE, .side = SIDE_BOTH, .movement = {.hold_ms = 1000}},
    };
    struct routine routine = routine_of(steps, 3);
    struct timeline_options options = timeline_options_written(phrases);
    options.tempo = 0.5;
    struct timeline *timeline = compile(&routine, &options);
    // 166.5 and 333.5 round away from zero; steady steps and exercises without a tempo keep theirs.
    check_segment(timeline, 0, 0, 167, PHASE_IN);
    check_segment(timeline, 1, 167, 501, PHASE_OUT);
    assert_int_equal(timeline->total_ms, 3 * 501 + 2000);
    timeline_free(timeline);

    routine.tempo_given = true;
    timeline = compile(&routine, &options);
    assert_int_equal(timeline->total_ms, 3 * 501 + 1500);
    timeline_free(timeline);

    struct error err = {0};
    options.tempo = 1.6;
    assert_null(timeline_compile(&routine, &options, &err));
    assert_int_equal(err.code, ERROR_INPUT);
    options.tempo = (double)NAN;
    assert_null(timeline_compile(&routine, &options, &err));
}

static void gates_divide_the_line(void **state) {
    (void)state;
    struct step steps[] = {
        {.verb = VERB_WAIT, .question = "Begin?"},
        {.length_ms = 1000, .say = "One."},
        {.verb = VERB_WAIT, .question = "Look.", .awake_ms = 30000},
        {.length_ms = 1000, .say = "Two."},
        {.verb = VERB_WAIT, .question = "Off?"},
    };
    struct routine routine = routine_of(steps, 5);
    struct timeline *timeline = compile_written(&routine);
    assert_int_equal(timeline->gate_count, 3);
    assert_int_equal(timeline->total_ms, 2000);
    check_cue(timeline, 0, 0, SOUND_NONE, "Begin?");
    check_cue(timeline, 1, 0, SOUND_BEGIN, NULL);
    check_cue(timeline, 2, 0, SOUND_NONE, "One.");
    check_cue(timeline, 3, 1000, SOUND_CHECK, NULL);
    check_cue(timeline, 4, 1000, SOUND_NONE, "Look.");
    check_cue(timeline, 5, 1000, SOUND_STEP, NULL);
    check_cue(timeline, 6, 1000, SOUND_NONE, "Two.");
    check_cue(timeline, 7, 2000, SOUND_NONE, "Off?");
    check_cue(timeline, 8, 2000, SOUND_NONE, phrases.over);
    check_cue(timeline, 9, 2000, SOUND_END, NULL);
    const int sections[] = {0, 1, 1, 1, 1, 2, 2, 2, 3, 3};
    for (int index = 0; index < timeline->cue_count; index++) {
        assert_int_equal(timeline->cues[index].section, sections[index]);
    }
    assert_int_equal(timeline_entry_at(timeline, 0, 0), 0);
    assert_int_equal(timeline_entry_at(timeline, 1, 0), 1);
    assert_int_equal(timeline_entry_at(timeline, 1, 1000), 2);
    assert_int_equal(timeline_entry_at(timeline, 2, 1000), 3);
    assert_int_equal(timeline_entry_at(timeline, 3, 2000), 4);
    timeline_free(timeline);
}

static void my_pace_waits_before_each_repetition_but_the_first(void **state) {
    (void)state;
    struct step steps[] = {{.verb = VERB_EXERCISE,
                            .side = SIDE_BOTH,
                            .count = 3,
                            .pace_mine = true,
                            .movement = {.hold_ms = 1000}}};
    struct routine routine = routine_of(steps, 1);
    struct timeline *timeline = compile_written(&routine);
    assert_int_equal(timeline->gate_count, 2);
    assert_int_equal(timeline->gates[0].at_ms, 1000);
    assert_int_equal(timeline->gates[1].at_ms, 2000);
    assert_null(timeline->gates[0].text);
    assert_int_equal(timeline->entry_count, 1);
    timeline_free(timeline);
}

static void profile_words_choose_what_is_said_and_left_out(void **state) {
    (void)state;
    struct step steps[] = {
        {.length_ms = 1000, .say = "Out.", .say_if = {[PROFILE_SYNK] = "Out through the nose."}},
        {.length_ms = 1000, .not_for = 1u << PROFILE_BSP},
    };
    struct routine routine = routine_of(steps, 2);
    struct timeline_options options = timeline_options_written(phrases);
    options.words = (1u << PROFILE_SYNK) | (1u << PROFILE_BSP);
    struct timeline *timeline = compile(&routine, &options);
    assert_string_equal(timeline->segments[0].say, "Out through the nose.");
    assert_int_equal(timeline->total_ms, 1000);
    timeline_free(timeline);
    timeline = compile_written(&routine);
    assert_string_equal(timeline->segments[0].say, "Out.");
    assert_int_equal(timeline->total_ms, 2000);
    timeline_free(timeline);
}

static void the_persons_own_words_stand_in(void **state) {
    (void)state;
    struct step steps[] = {{.length_ms = 1000, .say = "Your trick.", .own = "trick"}};
    struct routine routine = routine_of(steps, 1);
    struct timeline_options options = timeline_options_written(phrases);
    text_copy(options.trick, sizeof options.trick, "A fingertip on the brow.");
    struct timeline *timeline = compile(&routine, &options);
    options.trick[0] = '\0'; // the timeline keeps its own copy
    assert_string_equal(timeline->segments[0].say, "A fingertip on the brow.");
    timeline_free(timeline);
    timeline = compile_written(&routine);
    assert_string_equal(timeline->segments[0].say, "Your trick.");
    timeline_free(timeline);
}

static void check_opening(struct step *steps, int count, const char *say, const char *cue) {
    struct routine routine = routine_of(steps, count);
    struct timeline_options options = timeline_options_written(phrases);
    options.phrases.timer = "Set a timer.";
    struct timeline *timeline = compile(&routine, &options);
    assert_string_equal(timeline->segments[0].say, say);
    int found = 0;
    for (int index = 0; index < timeline->cue_count; index++) {
        found += timeline->cues[index].say && strcmp(timeline->cues[index].say, cue) == 0;
    }
    assert_int_equal(found, 1);
    assert_int_equal(timeline->total_ms, 2000);
    timeline_free(timeline);
}

static void where_a_pack_is_laid_on_a_timer_comes_first(void **state) {
    (void)state;
    struct step pack[] = {{.length_ms = 1000, .say = "Sit up."},
                          {.verb = VERB_COMPRESS, .length_ms = 1000, .say = "Lay it on."}};
    check_opening(pack, 2, "Set a timer. Sit up.", "Set a timer. Sit up.");
    check_opening(pack, 2, "Set a timer. Sit up.", "Lay it on.");
    pack[0].say = NULL;
    check_opening(pack, 2, "Set a timer.", "Set a timer.");
    struct step none[] = {{.length_ms = 2000, .say = "Sit up."}};
    check_opening(none, 1, "Sit up.", "Sit up.");
    // Where it is not asked for, nothing is added.
    pack[0].say = "Sit up.";
    struct routine routine = routine_of(pack, 2);
    struct timeline *timeline = compile_written(&routine);
    assert_string_equal(timeline->segments[0].say, "Sit up.");
    assert_null(timeline->opening);
    timeline_free(timeline);
}

static void limits_hold(void **state) {
    (void)state;
    struct step steps[] = {
        {.verb = VERB_REPEAT, .count = 100, .inner = 1},
        {.verb = VERB_BREATHE, .count = 200, .breath = {.in_ms = 100}},
    };
    struct routine routine = routine_of(steps, 2);
    struct timeline *timeline = compile_written(&routine); // 20 000 exactly
    assert_int_equal(timeline->segment_count, TIMELINE_SEGMENTS_MAX);
    timeline_free(timeline);
    steps[1].breath.out_ms = 100;
    struct timeline_options options = timeline_options_written(phrases);
    struct error err = {0};
    assert_null(timeline_compile(&routine, &options, &err));
    assert_int_equal(err.code, ERROR_LIMIT);

    struct step hours[] = {{.verb = VERB_REPEAT, .count = 4, .inner = 1}, {.length_ms = 3600000}};
    routine = routine_of(hours, 2);
    timeline = compile_written(&routine); // four hours exactly
    assert_int_equal(timeline->total_ms, TIMELINE_LENGTH_MAX_MS);
    timeline_free(timeline);
    hours[0].count = 5;
    assert_null(timeline_compile(&routine, &options, &err));
}

// Two hundred times two hundred times ... of a step that is left out for this person.
static void repeats_of_nothing_end_soon(void **state) {
    (void)state;
    struct step steps[] = {
        {.length_ms = 1000},
        {.verb = VERB_REPEAT, .count = 200, .inner = 4},
        {.verb = VERB_REPEAT, .count = 200, .inner = 3},
        {.verb = VERB_REPEAT, .count = 200, .inner = 2},
        {.verb = VERB_REPEAT, .count = 200, .inner = 1},
        {.length_ms = 1000, .not_for = 1u << PROFILE_BSP},
    };
    struct routine routine = routine_of(steps, 6);
    struct timeline_options options = timeline_options_written(phrases);
    options.words = 1u << PROFILE_BSP;
    struct error err = {0};
    assert_null(timeline_compile(&routine, &options, &err));
    assert_int_equal(err.code, ERROR_LIMIT);
}

static void nothing_to_play_is_said(void **state) {
    (void)state;
    struct step steps[] = {{.verb = VERB_WAIT, .question = "Ready?"}};
    struct routine routine = routine_of(steps, 1);
    struct timeline_options options = timeline_options_written(phrases);
    struct error err = {0};
    assert_null(timeline_compile(&routine, &options, &err));
    assert_int_equal(err.code, ERROR_INPUT);
    assert_string_equal(err.text, "nothing is left to play");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(breaths_have_five_phases),
        cmocka_unit_test(cues_stand_as_the_format_says),
        cmocka_unit_test(each_side_in_turn_with_a_change),
        cmocka_unit_test(sides_alternate_and_resolve),
        cmocka_unit_test(repeats_repeat_inside_repeats),
        cmocka_unit_test(tempo_rounds_each_part),
        cmocka_unit_test(gates_divide_the_line),
        cmocka_unit_test(my_pace_waits_before_each_repetition_but_the_first),
        cmocka_unit_test(profile_words_choose_what_is_said_and_left_out),
        cmocka_unit_test(the_persons_own_words_stand_in),
        cmocka_unit_test(where_a_pack_is_laid_on_a_timer_comes_first),
        cmocka_unit_test(limits_hold),
        cmocka_unit_test(repeats_of_nothing_end_soon),
        cmocka_unit_test(nothing_to_play_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
