// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <math.h>

#include "base/text.h"
#include "core/timeline.h"
#include "random_routine.h"

static const struct timeline_phrases phrases = {
    .left = "Now the left side.", .right = "Now the right side.", .over = "That is all."};

static struct routine routine_of(struct step *steps, int count) {
    for (int index = 0; index < count; index++) {
        steps[index].number = index + 1;
        steps[index].name = "Step";
        steps[index].skippable = true;
        steps[index].count = steps[index].count ? steps[index].count : 1;
    }
    return (struct routine){
        .steps = steps, .step_count = count, .tempo_min = 0.5, .tempo_max = 1.5};
}

static struct timeline *compile(const struct routine *routine,
                                const struct timeline_options *options) {
    struct error err = {0};
    struct timeline *timeline = timeline_compile(routine, options, &err);
    if (!timeline) {
        fail_msg("%s", err.text);
    }
    return timeline;
}

static struct timeline *compile_written(const struct routine *routine) {
    struct timeline_options options = timeline_options_written(phrases);
    return compile(routine, &options);
}

static void check_segment(const struct timeline *timeline, int index, int64_t start_ms,
                          int64_t end_ms, enum phase phase) {
    assert_in_range(index, 0, timeline->segment_count - 1);
    assert_int_equal(timeline->segments[index].start_ms, start_ms);
    assert_int_equal(timeline->segments[index].end_ms, end_ms);
    assert_int_equal(timeline->segments[index].phase, phase);
}

static void check_cue(const struct timeline *timeline, int index, int64_t at_ms, enum sound sound,
                      const char *say) {
    assert_in_range(index, 0, timeline->cue_count - 1);
    assert_int_equal(timeline->cues[index].at_ms, at_ms);
    assert_int_equal(timeline->cues[index].sound, sound);
    if (say) {
        assert_string_equal(timeline->cues[index].say, say);
    } else {
        assert_null(timeline->cues[index].say);
    }
}

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

static void a_frame_counts_down(void **state) {
    (void)state;
    struct step steps[] = {{.verb = VERB_BREATHE, .breath = {.in_ms = 4000, .out_ms = 4000}}};
    struct routine routine = routine_of(steps, 1);
    struct timeline *timeline = compile_written(&routine);
    assert_int_equal(timeline_frame_at(timeline, 0).count, 4);
    assert_int_equal(timeline_frame_at(timeline, 1).count, 4);
    assert_int_equal(timeline_frame_at(timeline, 3000).count, 1);
    assert_int_equal(timeline_frame_at(timeline, 3999).count, 1);
    assert_int_equal(timeline_frame_at(timeline, 4000).count, 4);
    assert_int_equal(timeline_frame_at(timeline, 8000).count, 0);
    assert_int_equal(timeline_next_change(timeline, 0), 1000);
    assert_int_equal(timeline_next_change(timeline, 3999), 4000);
    assert_int_equal(timeline_next_change(timeline, 7500), 8000);
    assert_int_equal(timeline_next_change(timeline, 8000), 8000);
    assert_true(fabs(timeline_frame_at(timeline, 2000).level - 0.5) < 1e-9);
    assert_true(timeline_frame_at(timeline, 4000).level == 1.0);
    timeline_free(timeline);
}

// Half a cosine over 100 ms moves at most pi/2 of a hundredth in a millisecond.
static void check_continuity(const struct timeline *timeline, int64_t first_ms, int64_t end_ms) {
    const double step_max = 0.016;
    double before = timeline_frame_at(timeline, first_ms).level;
    for (int64_t at_ms = first_ms; at_ms <= end_ms; at_ms++) {
        struct frame frame = timeline_frame_at(timeline, at_ms);
        assert_true(frame.level >= 0 && frame.level <= 1);
        assert_true(frame.progress >= 0 && frame.progress <= 1);
        assert_true(fabs(frame.level - before) <= step_max);
        before = frame.level;
    }
}

static void the_level_never_jumps(void **state) {
    (void)state;
    uint64_t seed = random_seed();
    struct timeline_options options = timeline_options_written(phrases);
    for (int round = 0; round < 500; round++) {
        struct routine routine;
        random_routine(&seed, &routine);
        struct error err = {0};
        struct timeline *timeline = timeline_compile(&routine, &options, &err);
        for (int index = 0; timeline && index < timeline->segment_count; index++) {
            int64_t border_ms = timeline->segments[index].end_ms;
            int64_t first_ms = border_ms > 30 ? border_ms - 30 : 0;
            int64_t end_ms =
                border_ms + 30 < timeline->total_ms ? border_ms + 30 : timeline->total_ms;
            check_continuity(timeline, first_ms, end_ms);
        }
        timeline_free(timeline);
        routine_free(&routine);
    }
}

static void positions_find_their_segment(void **state) {
    (void)state;
    uint64_t seed = random_seed();
    struct timeline_options options = timeline_options_written(phrases);
    for (int round = 0; round < 2000; round++) {
        struct routine routine;
        random_routine(&seed, &routine);
        struct error err = {0};
        struct timeline *timeline = timeline_compile(&routine, &options, &err);
        for (int index = 0; timeline && index < timeline->segment_count; index++) {
            const struct segment *segment = &timeline->segments[index];
            assert_int_equal(timeline_segment_at(timeline, segment->start_ms), index);
            assert_int_equal(timeline_segment_at(timeline, segment->end_ms - 1), index);
        }
        timeline_free(timeline);
        routine_free(&routine);
    }
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
        cmocka_unit_test(limits_hold),
        cmocka_unit_test(repeats_of_nothing_end_soon),
        cmocka_unit_test(nothing_to_play_is_said),
        cmocka_unit_test(a_frame_counts_down),
        cmocka_unit_test(the_level_never_jumps),
        cmocka_unit_test(positions_find_their_segment),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
