// SPDX-License-Identifier: MIT
#include "compiled.h"

#include <string.h>

#include "core/plan_lay.h"
#include "core/timeline_dose.h"
#include "plan_made.h"

// A plan's dose laid over a routine: each of the nine verbs of an item, each kind of step.

enum { SECOND_MS = 1000 };

enum {
    QUIET,    // 10 s
    SMILE,    // 5 of 2 + 3 + 1 + 2 s, both sides, 4 of 10
    STRETCH,  // massage by repetition, 4 of 2 + 4 s, left, no hold
    STROKE,   // massage by time, 30 s
    BREATHE,  // 8 of 4 + 6 s
    TWICE,    // a repeat of the two that follow
    PUCKER,   // 3 of 1 + 2 s, right, no effort written
    BETWEEN,  // 5 s
    COMPRESS, // 60 s
    SCAN,     // 20 s
    OFF,      // a question
    STEPS
};

struct room {
    struct step steps[STEPS];
    struct routine routine;
    struct plan plan;
    struct plan_item *item;
    struct timeline_options options;
};

static void write_steps(struct step steps[STEPS]) {
    for (int i = 0; i < STEPS; i++) {
        steps[i].effort = -1;
    }
    steps[QUIET].length_ms = 10 * SECOND_MS;
    steps[SMILE] = (struct step){
        .verb = VERB_EXERCISE,
        .count = 5,
        .side = SIDE_BOTH,
        .effort = 4,
        .mirror = MIRROR_OPTIONAL,
        .say = "Smile.",
        .movement = {.move_ms = 2000, .hold_ms = 3000, .release_ms = 1000, .rest_ms = 2000}};
    steps[STRETCH] = (struct step){.verb = VERB_MASSAGE,
                                   .by_repetition = true,
                                   .count = 4,
                                   .side = SIDE_LEFT,
                                   .effort = -1,
                                   .movement = {.move_ms = 2000, .rest_ms = 4000}};
    steps[STROKE] = (struct step){.verb = VERB_MASSAGE, .effort = -1, .length_ms = 30 * SECOND_MS};
    steps[BREATHE] = (struct step){
        .verb = VERB_BREATHE, .count = 8, .effort = -1, .breath = {.in_ms = 4000, .out_ms = 6000}};
    steps[TWICE] = (struct step){.verb = VERB_REPEAT, .count = 2, .effort = -1, .inner = 2};
    steps[PUCKER] = (struct step){.verb = VERB_EXERCISE,
                                  .count = 3,
                                  .side = SIDE_RIGHT,
                                  .effort = -1,
                                  .movement = {.move_ms = 1000, .rest_ms = 2000}};
    steps[BETWEEN].length_ms = 5 * SECOND_MS;
    steps[COMPRESS] =
        (struct step){.verb = VERB_COMPRESS, .effort = -1, .length_ms = 60 * SECOND_MS};
    steps[SCAN] = (struct step){.verb = VERB_SCAN, .effort = -1, .length_ms = 20 * SECOND_MS};
    steps[OFF] = (struct step){.verb = VERB_WAIT, .question = "Off?", .effort = -1};
}

static int room_open(void **state) {
    static const char *const names[STEPS] = {"Quiet",   "Smile", "Stretch", "Stroke",
                                             "Breathe", "Twice", "Pucker",  "Between",
                                             "Pack",    "Scan",  "Off"};
    struct room *room = memory_new(1, sizeof *room);
    write_steps(room->steps);
    room->routine = routine_of(room->steps, STEPS);
    for (int i = 0; i < STEPS; i++) {
        room->steps[i].name = names[i];
    }
    room->plan = plan_made("p", MONDAY, INT64_MAX);
    room->item = plan_asks(&room->plan, "r", 3);
    room->options = timeline_options_written(phrases);
    *state = room;
    return 0;
}

static int room_close(void **state) {
    memory_free(*state);
    return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, room_open, room_close)

static struct timeline *lay(struct room *room) {
    plan_lay(&room->plan, 0, &room->routine, &room->options);
    return compile(&room->routine, &room->options);
}

// How long a step takes all in all, in seconds.
static int seconds_of(struct room *room, int step) {
    struct timeline *timeline = compile(&room->routine, &room->options);
    int64_t length_ms = 0;
    for (int i = 0; i < timeline->segment_count; i++) {
        const struct segment *segment = &timeline->segments[i];
        length_ms += segment->step == &room->steps[step] ? segment->end_ms - segment->start_ms : 0;
    }
    timeline_free(timeline);
    return (int)(length_ms / SECOND_MS);
}

// Smile, stretch, stroke, breathe, pucker (in two rounds).
static void check_lengths(struct room *room, const int expected[5]) {
    static const int steps[5] = {SMILE, STRETCH, STROKE, BREATHE, PUCKER};
    for (int i = 0; i < 5; i++) {
        if (seconds_of(room, steps[i]) != expected[i]) {
            fail_msg("%s takes %d s, not %d", room->steps[steps[i]].name,
                     seconds_of(room, steps[i]), expected[i]);
        }
    }
}

// Each number goes into what is repeated and nowhere else; a release stays as it is written, and a
// tempo is for breaths too.
static void each_number_goes_into_what_is_repeated(void **state) {
    struct room *room = *state;
    const struct plan_dose none = room->item->dose;
    struct plan_dose reps = none, move = none, hold = none, rest = none, tempo = none;
    reps.reps = 2;
    move.move_ms = 6000;
    hold.hold_ms = 5000;
    rest.rest_ms = 10000;
    tempo.tempo = 1.5;
    const struct {
        struct plan_dose dose;
        int seconds[5];
    } cases[] = {
        {none, {5 * 8, 4 * 6, 30, 80, 2 * 3 * 3}},
        {reps, {2 * 8, 2 * 6, 30, 80, 2 * 2 * 3}},
        {move, {5 * 12, 4 * 10, 30, 80, 2 * 3 * 8}},
        {hold, {5 * 10, 4 * 11, 30, 80, 2 * 3 * 8}},
        {rest, {5 * 16, 4 * 12, 30, 80, 2 * 3 * 11}},
        {tempo, {5 * 12, 4 * 9, 30, 120, 2 * 3 * 9 / 2}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        room->options = timeline_options_written(phrases);
        room->item->dose = cases[i].dose;
        timeline_free(lay(room));
        check_lengths(room, cases[i].seconds);
    }
}

static void effort_and_mirror_are_those_of_the_plan(void **state) {
    struct room *room = *state;
    timeline_free(lay(room));
    assert_int_equal(timeline_effort(&room->steps[SMILE], &room->options), 4);
    assert_int_equal(timeline_effort(&room->steps[PUCKER], &room->options), -1);
    assert_int_equal(timeline_mirror(&room->steps[SMILE], &room->options), MIRROR_OPTIONAL);
    room->item->dose.effort = 0;
    room->item->dose.mirror_given = true;
    room->item->dose.mirror = MIRROR_REQUIRED;
    struct timeline *timeline = lay(room);
    for (int i = 0; i < timeline->segment_count; i++) {
        const struct segment *segment = &timeline->segments[i];
        bool repeated = timeline_is_repeated(segment->step);
        assert_int_equal(segment->effort, repeated ? 0 : -1);
        assert_int_equal(timeline_mirror(segment->step, &room->options),
                         repeated ? MIRROR_REQUIRED : MIRROR_NONE);
    }
    timeline_free(timeline);
}

static void one_side_leaves_out_what_is_for_the_other(void **state) {
    struct room *room = *state;
    room->item->side = SIDE_RIGHT;
    struct timeline *timeline = lay(room);
    for (int i = 0; i < timeline->segment_count; i++) {
        const struct segment *segment = &timeline->segments[i];
        assert_true(segment->side == SIDE_NONE || segment->side == SIDE_RIGHT);
    }
    timeline_free(timeline);
    check_lengths(room, (const int[5]){40, 0, 30, 80, 18});
    assert_true(timeline_leaves_out(&room->steps[STRETCH], &room->options));
    // Her own word for this once goes over it.
    room->options.side = SIDE_LEFT;
    check_lengths(room, (const int[5]){40, 24, 30, 80, 0});
    assert_int_equal(timeline_side(&room->options), SIDE_LEFT);
}

// The healthy side is the other one of what is known.
static void a_side_is_held_against_the_affected_one(void **state) {
    struct room *room = *state;
    room->steps[STRETCH].side = SIDE_AFFECTED;
    room->steps[PUCKER].side = SIDE_HEALTHY;
    room->options.affected = SIDE_LEFT;
    room->item->side = SIDE_LEFT;
    timeline_free(lay(room));
    check_lengths(room, (const int[5]){40, 24, 30, 80, 0});
    room->options.affected = SIDE_RIGHT;
    check_lengths(room, (const int[5]){40, 0, 30, 80, 18});
    room->options.affected = SIDE_NONE;
    check_lengths(room, (const int[5]){40, 24, 30, 80, 18});
}

static void check_kept(struct room *room, unsigned kept) {
    for (int i = 0; i < STEPS; i++) {
        if (timeline_leaves_out(&room->steps[i], &room->options) == (kept >> i & 1U)) {
            fail_msg("%s is %s", room->steps[i].name, kept >> i & 1U ? "left out" : "kept");
        }
    }
}

static void only_keeps_what_is_named_and_what_rests(void **state) {
    struct room *room = *state;
    const unsigned rests = 1U << QUIET | 1U << OFF;
    static const struct {
        const char *names[2];
        unsigned kept;
    } cases[] = {
        {{"Smile"}, 1U << SMILE},
        {{"Breathe", "Scan"}, 1U << BREATHE | 1U << SCAN},
        // What is named inside a repeat keeps it, with what rests in it.
        {{"Pucker"}, 1U << TWICE | 1U << PUCKER},
        {{"Twice"}, 1U << TWICE | 1U << PUCKER},
        {{"Nothing of that name"}, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        room->item->dose.only_count = 0;
        for (int at = 0; at < 2 && cases[i].names[at]; at++) {
            room->item->dose.only[room->item->dose.only_count++] = cases[i].names[at];
        }
        timeline_free(lay(room));
        bool round = cases[i].kept & 1U << TWICE;
        // BETWEEN rests, but goes with its repeat, which the walk does not enter.
        check_kept(room, cases[i].kept | rests | 1U << BETWEEN);
        assert_int_equal(seconds_of(room, BETWEEN), round ? 10 : 0);
    }
    // A repeat of rests alone is kept.
    room->steps[PUCKER].verb = VERB_SECONDS;
    room->item->dose.only[0] = "Smile";
    timeline_free(lay(room));
    assert_int_equal(seconds_of(room, BETWEEN), 10);
}

// A step of a translated routine is meant by either of its names.
static void a_step_has_the_name_of_its_file_too(void **state) {
    struct room *room = *state;
    room->steps[SMILE].name = "Lächeln";
    room->steps[SMILE].plain = "Smile";
    static const char *const names[] = {"Smile", "Lächeln"};
    for (int i = 0; i < 2; i++) {
        room->item->dose.only[0] = names[i];
        room->item->dose.only_count = 1;
        timeline_free(lay(room));
        check_kept(room, 1U << QUIET | 1U << OFF | 1U << SMILE | 1U << BETWEEN);
    }
}

// Steps are known by their numbers, the last of them as well as the first.
static void the_last_step_can_be_kept(void **state) {
    (void)state;
    struct step *steps = memory_new(ROUTINE_STEPS_MAX, sizeof *steps);
    for (int i = 0; i < ROUTINE_STEPS_MAX; i++) {
        steps[i].verb = VERB_SCAN;
        steps[i].length_ms = SECOND_MS;
    }
    struct routine routine = routine_of(steps, ROUTINE_STEPS_MAX);
    steps[64].name = steps[ROUTINE_STEPS_MAX - 1].name = "Here";
    struct plan plan = plan_made("p", MONDAY, INT64_MAX);
    struct plan_item *item = plan_asks(&plan, "r", 1);
    item->dose.only[0] = "Here";
    item->dose.only_count = 1;
    struct timeline_options options = timeline_options_written(phrases);
    plan_lay(&plan, 0, &routine, &options);
    struct timeline *timeline = compile(&routine, &options);
    assert_int_equal(timeline->segment_count, 2);
    assert_int_equal(timeline->segments[0].step->number, 65);
    assert_int_equal(timeline->segments[1].step->number, ROUTINE_STEPS_MAX);
    timeline_free(timeline);
    memory_free(steps);
}

// A small dose still allows no more, and she goes below a plan's numbers, never above.
static void what_counts_over_what(void **state) {
    struct room *room = *state;
    room->routine.range = (struct dose_range){3, 10, 1000, 9000};
    room->item->dose.reps = 9;
    room->item->dose.hold_ms = 5000;
    room->item->dose.effort = 7;
    timeline_free(lay(room));
    const struct step *smile = &room->steps[SMILE];
    assert_int_equal(timeline_count(smile, &room->options), 9);
    room->options.reps_most = 3;
    room->options.effort_most = 2;
    assert_int_equal(timeline_count(smile, &room->options), 3);
    assert_int_equal(timeline_effort(smile, &room->options), 2);
    static const int holds_s[][2] = {{0, 5}, {2, 2}, {5, 5}, {8, 5}};
    for (size_t i = 0; i < sizeof holds_s / sizeof *holds_s; i++) {
        room->options.hold_ms = holds_s[i][0] * SECOND_MS;
        assert_int_equal(timeline_movement(&room->routine, smile, &room->options).hold_ms,
                         holds_s[i][1] * SECOND_MS);
    }
    // And a tempo of hers works on the plan's.
    room->options.hold_ms = 0;
    room->item->dose.tempo = 2.0;
    timeline_free(lay(room));
    room->routine.tempo_given = true;
    room->options.tempo = 0.5;
    assert_int_equal(timeline_movement(&room->routine, smile, &room->options).hold_ms, 5000);
    assert_int_equal(timeline_breath(&room->steps[BREATHE], &room->options).in_ms, 4000);
}

// Outside of what is published a therapist's number holds all the same; a plan of one's own is a
// wish, which stays within it and goes below what is written.
static void a_plan_of_ones_own_is_a_wish(void **state) {
    struct room *room = *state;
    const struct step *smile = &room->steps[SMILE];
    room->routine.range = (struct dose_range){3, 10, 1000, 4000};
    room->routine.tempo_given = true;
    room->item->dose = (struct plan_dose){
        .reps = 12, .effort = 9, .hold_ms = 20000, .move_ms = -1, .rest_ms = 1000, .tempo = 3.0};
    timeline_free(lay(room));
    assert_int_equal(timeline_count(smile, &room->options), 12);
    assert_int_equal(timeline_effort(smile, &room->options), 9);
    assert_int_equal(timeline_movement(&room->routine, smile, &room->options).hold_ms, 60000);
    static const enum plan_author authors[] = {BY_SELF, BY_STARTER};
    for (int i = 0; i < 2; i++) {
        room->plan.by = authors[i];
        room->options = timeline_options_written(phrases);
        timeline_free(lay(room));
        assert_int_equal(timeline_count(smile, &room->options), 5);
        assert_int_equal(timeline_effort(smile, &room->options), 4);
        const struct movement_times times =
            timeline_movement(&room->routine, smile, &room->options);
        assert_int_equal(times.hold_ms, 6000); // 4 s at the slowest tempo of the routine, 1.5
        assert_int_equal(times.rest_ms, 1500);
    }
    room->item->dose.reps = 2;
    room->item->dose.effort = 1;
    room->options = timeline_options_written(phrases);
    timeline_free(lay(room));
    assert_int_equal(timeline_count(smile, &room->options), 2);
    assert_int_equal(timeline_effort(smile, &room->options), 1);
}

static int says(const struct timeline *timeline, const char *words) {
    int count = 0;
    for (int i = 0; i < timeline->cue_count; i++) {
        count += timeline->cues[i].say && strcmp(timeline->cues[i].say, words) == 0;
    }
    return count;
}

// Said in place of the words of the first movement that is played; all else stays.
static void what_a_plan_says_stands_in_place_of_the_first(void **state) {
    struct room *room = *state;
    room->steps[QUIET].say = "Sit.";
    room->steps[PUCKER].say = "Pucker.";
    room->item->say = "Gently.";
    struct timeline *timeline = lay(room);
    assert_int_equal(says(timeline, "Gently."), 1);
    assert_int_equal(says(timeline, "Smile."), 0);
    assert_int_equal(says(timeline, "Sit."), 1);
    assert_int_equal(says(timeline, "Pucker."), 2);
    timeline_free(timeline);
    room->item->dose.only[0] = "Pucker";
    room->item->dose.only_count = 1;
    timeline = lay(room);
    assert_int_equal(says(timeline, "Gently."), 2);
    assert_int_equal(says(timeline, "Pucker."), 0);
    timeline_free(timeline);
    // Where nothing is repeated the first step says it.
    room->item->dose.only[0] = "Breathe";
    timeline = lay(room);
    assert_int_equal(says(timeline, "Gently."), 1);
    assert_int_equal(says(timeline, "Sit."), 0);
    timeline_free(timeline);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(each_number_goes_into_what_is_repeated),
        TEST(effort_and_mirror_are_those_of_the_plan),
        TEST(one_side_leaves_out_what_is_for_the_other),
        TEST(a_side_is_held_against_the_affected_one),
        TEST(only_keeps_what_is_named_and_what_rests),
        TEST(a_step_has_the_name_of_its_file_too),
        cmocka_unit_test(the_last_step_can_be_kept),
        TEST(what_counts_over_what),
        TEST(a_plan_of_ones_own_is_a_wish),
        TEST(what_a_plan_says_stands_in_place_of_the_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
