// SPDX-License-Identifier: MIT
#include "core/compiled.h"

#include "core/cue.h"

// The only cue of a kind at a position.
static const struct cue *cue_at(const struct timeline *timeline, int64_t at_ms, enum sound sound) {
    for (int index = 0; index < timeline->cue_count; index++) {
        const struct cue *cue = &timeline->cues[index];
        if (cue->at_ms == at_ms && cue->sound == sound) {
            return cue;
        }
    }
    fail_msg("no %d at %lld", sound, (long long)at_ms);
    return NULL;
}

static void a_cue_knows_the_side_it_concerns(void **state) {
    (void)state;
    struct step steps[] = {
        {.verb = VERB_EXERCISE,
         .pose = "smile_closed",
         .side = SIDE_EACH,
         .effort = -1,
         .movement = {.move_ms = 1000, .rest_ms = 1000},
         .say = "Smile."},
        {.verb = VERB_WAIT, .question = "Ready?", .awake_ms = 30000},
        {.length_ms = 3000, .bell_every_ms = 1000},
    };
    struct routine routine = routine_of(steps, 3);
    struct timeline *timeline = compile_written(&routine);
    static const struct {
        int64_t at_ms;
        enum sound sound;
        enum side side;
    } wanted[] = {
        {0, SOUND_BEGIN, SIDE_NONE},    {0, SOUND_MOVE, SIDE_LEFT},
        {0, SOUND_NONE, SIDE_NONE}, // words
        {1000, SOUND_REST, SIDE_LEFT},  {2000, SOUND_CHANGE, SIDE_RIGHT},
        {7000, SOUND_MOVE, SIDE_RIGHT}, {8000, SOUND_REST, SIDE_RIGHT},
        {9000, SOUND_CHECK, SIDE_NONE}, {9000, SOUND_STEP, SIDE_NONE},
        {10000, SOUND_BELL, SIDE_NONE}, {12000, SOUND_END, SIDE_NONE},
    };
    for (size_t row = 0; row < sizeof wanted / sizeof *wanted; row++) {
        const struct cue *cue = cue_at(timeline, wanted[row].at_ms, wanted[row].sound);
        assert_int_equal(cue_side(timeline, cue), wanted[row].side);
    }
    timeline_free(timeline);

    // One side alone from first to last: beginning and end still belong to the whole.
    steps[2].verb = VERB_MASSAGE;
    steps[2].side = SIDE_LEFT;
    routine.steps = &steps[2];
    routine.step_count = 1;
    timeline = compile_written(&routine);
    assert_int_equal(cue_side(timeline, cue_at(timeline, 0, SOUND_BEGIN)), SIDE_NONE);
    assert_int_equal(cue_side(timeline, cue_at(timeline, 1000, SOUND_BELL)), SIDE_LEFT);
    assert_int_equal(cue_side(timeline, cue_at(timeline, 3000, SOUND_END)), SIDE_NONE);
    timeline_free(timeline);
}

// The position of every last movement, and how many there are.
static int last_moves(struct step *step, int64_t at_ms[], int most) {
    struct routine routine = routine_of(step, 1);
    struct timeline *timeline = compile_written(&routine);
    int count = 0;
    for (int index = 0; index < timeline->cue_count; index++) {
        if (cue_is_last_move(timeline, &timeline->cues[index])) {
            assert_in_range(count, 0, most - 1);
            at_ms[count++] = timeline->cues[index].at_ms;
        }
    }
    timeline_free(timeline);
    return count;
}

static void the_last_of_four_or_more_is_told(void **state) {
    (void)state;
    int64_t at_ms[2] = {0};
    struct step step = {.verb = VERB_EXERCISE,
                        .pose = "smile_closed",
                        .side = SIDE_BOTH,
                        .effort = -1,
                        .count = 3,
                        .movement = {.move_ms = 1000, .hold_ms = 500, .rest_ms = 500}};
    assert_int_equal(last_moves(&step, at_ms, 2), 0);
    step.count = 4;
    assert_int_equal(last_moves(&step, at_ms, 2), 1);
    assert_int_equal(at_ms[0], 6000);
    step.side = SIDE_EACH; // of each side
    assert_int_equal(last_moves(&step, at_ms, 2), 2);
    assert_int_equal(at_ms[0], 6000);
    assert_int_equal(at_ms[1], 8000 + TIMELINE_CHANGE_MS + 6000);
    struct step breath = {
        .verb = VERB_BREATHE, .count = 6, .breath = {.in_ms = 1000, .out_ms = 1000}};
    assert_int_equal(last_moves(&breath, at_ms, 2), 0);
}

// Cues laid by hand, without a routine, concern nothing.
static void without_segments_a_cue_says_nothing_more(void **state) {
    (void)state;
    struct cue cue = {.sound = SOUND_MOVE, .gate = -1};
    const struct timeline timeline = {.cues = &cue, .cue_count = 1};
    assert_int_equal(cue_side(&timeline, &cue), SIDE_NONE);
    assert_false(cue_is_last_move(&timeline, &cue));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cue_knows_the_side_it_concerns),
        cmocka_unit_test(the_last_of_four_or_more_is_told),
        cmocka_unit_test(without_segments_a_cue_says_nothing_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
