// SPDX-License-Identifier: MIT
#include "compiled.h"

#include "core/timeline_dose.h"

// What is left of a routine at a small dose, and what a person's own adjustments make of it.

enum { SECOND_MS = 1000 };

struct room {
    struct step steps[5];
    struct routine routine;
    struct timeline_options options;
};

// Ten seconds of quiet, five smiles of 8 s at 4 of 10, four presses without a hold of 6 s, eight
// breaths of 10 s, twenty seconds that a small dose leaves out.
static int room_open(void **state) {
    struct room *room = memory_new(1, sizeof *room);
    room->steps[0] = (struct step){.length_ms = 10 * SECOND_MS, .effort = -1};
    room->steps[1] = (struct step){
        .verb = VERB_EXERCISE,
        .count = 5,
        .effort = 4,
        .movement = {.move_ms = 2000, .hold_ms = 3000, .release_ms = 1000, .rest_ms = 2000}};
    room->steps[2] = (struct step){.verb = VERB_MASSAGE,
                                   .by_repetition = true,
                                   .count = 4,
                                   .effort = -1,
                                   .movement = {.move_ms = 2000, .rest_ms = 4000}};
    room->steps[3] = (struct step){
        .verb = VERB_BREATHE, .count = 8, .effort = -1, .breath = {.in_ms = 4000, .out_ms = 6000}};
    room->steps[4] = (struct step){.length_ms = 20 * SECOND_MS, .effort = -1};
    room->routine = routine_of(room->steps, 5);
    for (int index = 0; index < 4; index++) {
        room->steps[index].in_small_dose = true;
    }
    room->options = timeline_options_written(phrases);
    *state = room;
    return 0;
}

static int room_close(void **state) {
    memory_free(*state);
    return 0;
}

static int64_t length_of(struct room *room) {
    struct timeline *timeline = compile(&room->routine, &room->options);
    int64_t total_ms = timeline->total_ms;
    timeline_free(timeline);
    return total_ms;
}

static void as_written_it_is_whole(void **state) {
    assert_int_equal(length_of(*state), (10 + 5 * 8 + 4 * 6 + 8 * 10 + 20) * SECOND_MS);
}

static void a_small_dose_caps_repetitions_alone(void **state) {
    struct room *room = *state;
    room->options.reps_most = 3;
    assert_int_equal(length_of(room), (10 + 3 * 8 + 3 * 6 + 8 * 10 + 20) * SECOND_MS);
    // What is asked for is capped too, and fewer stay fewer.
    room->options.reps = 9;
    assert_int_equal(length_of(room), (10 + 3 * 8 + 3 * 6 + 8 * 10 + 20) * SECOND_MS);
    room->options.reps = 2;
    assert_int_equal(length_of(room), (10 + 2 * 8 + 2 * 6 + 8 * 10 + 20) * SECOND_MS);
}

static void the_short_form_leaves_out_what_is_marked(void **state) {
    struct room *room = *state;
    room->options.short_form = true;
    assert_int_equal(length_of(room), (10 + 5 * 8 + 4 * 6 + 8 * 10) * SECOND_MS);
}

// Where nothing of the face may move, what is done or assisted goes and what is imagined stays.
static void imagining_leaves_out_what_moves_the_face(void **state) {
    struct room *room = *state;
    static const struct {
        enum exercise_mode mode;
        enum pose_moves moves;
        bool stays;
    } cases[] = {{MODE_DO, MOVES_FACE, false},
                 {MODE_ASSIST, MOVES_FACE, false},
                 {MODE_IMAGINE, MOVES_FACE, true},
                 {MODE_DO, MOVES_JAW, true},
                 {MODE_DO, MOVES_BODY, true}};
    for (size_t at = 0; at < sizeof cases / sizeof *cases; at++) {
        room->steps[1].mode = cases[at].mode;
        room->steps[1].moves = cases[at].moves;
        room->options.imagine_only = true;
        int smiles = cases[at].stays ? 5 * 8 : 0;
        assert_int_equal(length_of(room), (10 + smiles + 4 * 6 + 8 * 10 + 20) * SECOND_MS);
        room->options.imagine_only = false;
        assert_int_equal(length_of(room), (10 + 5 * 8 + 4 * 6 + 8 * 10 + 20) * SECOND_MS);
    }
}

static void breaths_follow_their_own_numbers(void **state) {
    struct room *room = *state;
    room->options.cycles = 12;
    assert_int_equal(length_of(room), (10 + 5 * 8 + 4 * 6 + 12 * 10 + 20) * SECOND_MS);
    room->options.cycles_most = 4;
    assert_int_equal(length_of(room), (10 + 5 * 8 + 4 * 6 + 4 * 10 + 20) * SECOND_MS);
}

// A hold that is none, or lies outside the published range on purpose, stays; so does every one
// where no range is published, and in strengthening, where a plan alone makes more of it.
static void a_chosen_hold_replaces_those_within_the_range(void **state) {
    struct room *room = *state;
    static const struct {
        enum category category;
        int written_s, least_s, most_s, held_s;
    } cases[] = {
        {CATEGORY_NMR, 3, 3, 10, 7},           {CATEGORY_ROM, 10, 3, 10, 7},
        {CATEGORY_MASSAGE, 5, 5, 7, 7},        {CATEGORY_NMR, 2, 3, 10, 2},
        {CATEGORY_NMR, 11, 3, 10, 11},         {CATEGORY_NMR, 3, 0, 0, 3},
        {CATEGORY_NMR, 0, 3, 10, 0},           {CATEGORY_NMR, 0, 0, 10, 0},
        {CATEGORY_STRENGTHENING, 5, 5, 10, 5}, {CATEGORY_STRENGTHENING, 3, 5, 10, 3},
    };
    for (size_t at = 0; at < sizeof cases / sizeof *cases; at++) {
        room->routine.category = cases[at].category;
        room->routine.range = (struct dose_range){.hold_min_ms = cases[at].least_s * SECOND_MS,
                                                  .hold_max_ms = cases[at].most_s * SECOND_MS};
        room->steps[1].movement.hold_ms = cases[at].written_s * SECOND_MS;
        room->options.hold_ms = 0;
        int rest_s = 10 + 5 * 5 + 4 * 6 + 8 * 10 + 20;
        assert_int_equal(length_of(room), (rest_s + 5 * cases[at].written_s) * SECOND_MS);
        room->options.hold_ms = 7 * SECOND_MS;
        assert_int_equal(length_of(room), (rest_s + 5 * cases[at].held_s) * SECOND_MS);
    }
}

// Breaths follow the tempo, exercises where their file gives one, massage never.
static void the_parts_follow_the_tempo(void **state) {
    struct room *room = *state;
    static const struct {
        double tempo;
        bool given;
        int move_ms, in_ms;
    } cases[] = {{1.0, true, 2000, 4000},
                 {1.2, false, 2000, 4800},
                 {1.2, true, 2400, 4800},
                 {0.5, true, 1000, 2000},
                 {0.33333, true, 667, 1333}};
    for (size_t at = 0; at < sizeof cases / sizeof *cases; at++) {
        room->routine.tempo_given = cases[at].given;
        room->options.tempo = cases[at].tempo;
        const struct step *steps = room->steps;
        assert_int_equal(timeline_movement(&room->routine, &steps[1], &room->options).move_ms,
                         cases[at].move_ms);
        assert_int_equal(timeline_movement(&room->routine, &steps[2], &room->options).move_ms,
                         2000);
        assert_int_equal(timeline_breath(&steps[3], &room->options).in_ms, cases[at].in_ms);
        assert_int_equal(timeline_breath(&steps[3], &room->options).hold_ms, 0);
    }
}

static void effort_is_capped_where_it_is_written(void **state) {
    struct room *room = *state;
    static const struct { int most, shown; } cases[] = {{0, 4}, {2, 2}, {4, 4}, {9, 4}};
    for (size_t at = 0; at < sizeof cases / sizeof *cases; at++) {
        room->options.effort_most = cases[at].most;
        struct timeline *timeline = compile(&room->routine, &room->options);
        for (int index = 0; index < timeline->segment_count; index++) {
            const struct segment *segment = &timeline->segments[index];
            bool moves = segment->step->verb == VERB_EXERCISE;
            assert_int_equal(segment->effort, moves ? cases[at].shown : -1);
        }
        timeline_free(timeline);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(as_written_it_is_whole, room_open, room_close),
        cmocka_unit_test_setup_teardown(a_small_dose_caps_repetitions_alone, room_open, room_close),
        cmocka_unit_test_setup_teardown(the_short_form_leaves_out_what_is_marked, room_open,
                                        room_close),
        cmocka_unit_test_setup_teardown(imagining_leaves_out_what_moves_the_face, room_open,
                                        room_close),
        cmocka_unit_test_setup_teardown(breaths_follow_their_own_numbers, room_open, room_close),
        cmocka_unit_test_setup_teardown(a_chosen_hold_replaces_those_within_the_range, room_open,
                                        room_close),
        cmocka_unit_test_setup_teardown(the_parts_follow_the_tempo, room_open, room_close),
        cmocka_unit_test_setup_teardown(effort_is_capped_where_it_is_written, room_open,
                                        room_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
