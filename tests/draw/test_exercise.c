// SPDX-License-Identifier: MIT
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "draw/exercise.h"

// A whole repetition as the window paints it, thirty pictures a second.

enum { SIDE = 320, EYES = 145, UNIT = 152, STEP_MS = 32 };

static const struct timeline_phrases phrases = {
    .left = "Left.", .right = "Right.", .over = "Over."};

static struct pose smile(void) {
    struct pose pose = {.id = "smile_closed", .moves = MOVES_FACE};
    static const struct {
        enum face_unit unit;
        double strength;
    } units[] = {{UNIT_AU12, 0.8}, {UNIT_AU6, 0.3}, {UNIT_AU14, 0.1}};
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        pose.units.strength[units[i].unit][FACE_LEFT] = units[i].strength;
        pose.units.strength[units[i].unit][FACE_RIGHT] = units[i].strength;
    }
    pose.muscles[pose.muscle_count++] = MUSCLE_ZYGOMATICUS_MAJOR;
    pose.muscles[pose.muscle_count++] = MUSCLE_RISORIUS;
    return pose;
}

static struct step exercise_step(enum side side, enum exercise_mode mode) {
    return (struct step){.number = 1,
                         .verb = VERB_EXERCISE,
                         .name = "Smile",
                         .count = 2,
                         .movement = {4000, 5000, 4000, 12000},
                         .pose = "smile_closed",
                         .side = side,
                         .mode = mode,
                         .effort = 2,
                         .compress_area = -1,
                         .in_small_dose = true,
                         .skippable = true};
}

static struct timeline *timeline_of(struct routine *routine, struct step *step) {
    struct error err = {0};
    struct timeline_options options = timeline_options_written(phrases);
    *routine = (struct routine){.id = "smile", .title = "Smile", .steps = step, .step_count = 1};
    struct timeline *timeline = timeline_compile(routine, &options, &err);
    assert_non_null(timeline);
    return timeline;
}

struct painted {
    int boxes[PHASE_COUNT];
    double most[PHASE_COUNT]; // of the picture's area, in one frame
};

static struct painted play(const struct timeline *timeline, const struct pose *pose) {
    struct theme theme = theme_make(THEME_EVENING, 100);
    struct painted painted = {{0}, {0}};
    struct exercise exercise = exercise_of(&timeline->segments[0], pose, false, false);
    struct face_units farthest = exercise_farthest(&exercise);
    struct portrait_options options = {.look = face_look_default(),
                                       .place = {SIDE / 2.0, EYES, UNIT},
                                       .disc = true,
                                       .marked = FACE_SIDES,
                                       .farthest = &farthest};
    struct portrait *portrait = portrait_new(&theme, &options);
    cairo_surface_t *window = cairo_image_surface_create(CAIRO_FORMAT_RGB24, SIDE, SIDE);
    cairo_t *cairo = cairo_create(window);
    struct frame frame = timeline_frame_at(timeline, 0);
    struct portrait_show show = exercise_show(&exercise, &frame);
    portrait_keep(portrait, window);
    portrait_paint(portrait, cairo, &show);
    for (int64_t at_ms = STEP_MS; at_ms < timeline->total_ms; at_ms += STEP_MS) {
        struct box boxes[PORTRAIT_BOXES_MAX];
        frame = timeline_frame_at(timeline, at_ms);
        show = exercise_show(&exercise, &frame);
        int count = portrait_repaint(portrait, cairo, &show, boxes);
        double area = 0;
        for (int i = 0; i < count; i++) {
            area += boxes[i].width * boxes[i].height / ((double)SIDE * SIDE);
        }
        painted.boxes[frame.segment->phase] += count;
        painted.most[frame.segment->phase] = fmax(painted.most[frame.segment->phase], area);
        // Who says that it moves is asked for pictures; who does not is not.
        assert_true(count == 0 || exercise_moves(&exercise, &frame) || frame.into_ms < STEP_MS);
    }
    cairo_destroy(cairo);
    cairo_surface_destroy(window);
    portrait_free(portrait);
    return painted;
}

static void test_hold_and_rest_paint_nothing(void **state) {
    (void)state;
    static const enum exercise_mode modes[] = {MODE_DO, MODE_IMAGINE, MODE_ASSIST};
    struct pose pose = smile();
    for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++) {
        struct routine routine;
        struct step step = exercise_step(SIDE_BOTH, modes[i]);
        struct timeline *timeline = timeline_of(&routine, &step);
        struct painted painted = play(timeline, &pose);
        for (int phase = 0; phase < PHASE_COUNT; phase++) {
            if (painted.boxes[phase] > 0) {
                print_message(
                    "%s %s: %d boxes in two repetitions, at most %.0f %% of the picture\n",
                    mode_words[modes[i]], phase_words[phase], painted.boxes[phase],
                    100 * painted.most[phase]);
            }
        }
        assert_int_equal(painted.boxes[PHASE_REST], 0);
        // The first picture of a hold may bring the last part of the movement.
        assert_in_range(painted.boxes[PHASE_HOLD], 0, 2);
        assert_true(painted.boxes[PHASE_MOVE] > 10 && painted.boxes[PHASE_RELEASE] > 10);
        assert_true(modes[i] == MODE_ASSIST || painted.most[PHASE_MOVE] < 0.6);
        timeline_free(timeline);
    }
}

static void test_sides_move_together(void **state) {
    (void)state;
    struct pose pose = smile();
    struct routine routine;
    struct step step = exercise_step(SIDE_BOTH, MODE_DO);
    struct timeline *timeline = timeline_of(&routine, &step);
    struct exercise exercise = exercise_of(&timeline->segments[0], &pose, false, false);
    for (int64_t at_ms = 0; at_ms < timeline->total_ms; at_ms += STEP_MS) {
        struct frame frame = timeline_frame_at(timeline, at_ms);
        struct portrait_show show = exercise_show(&exercise, &frame);
        for (int unit = 0; unit < UNIT_COUNT; unit++) {
            assert_true(show.units.strength[unit][FACE_LEFT] ==
                        show.units.strength[unit][FACE_RIGHT]);
        }
    }
    timeline_free(timeline);
}

static void test_a_side_alone_and_without_mirror(void **state) {
    (void)state;
    struct pose pose = smile();
    struct routine routine;
    struct step step = exercise_step(SIDE_LEFT, MODE_DO);
    struct timeline *timeline = timeline_of(&routine, &step);
    struct frame held = timeline_frame_at(timeline, 6000);
    for (int exchanged = 0; exchanged < 2; exchanged++) {
        struct exercise exercise = exercise_of(held.segment, &pose, exchanged, false);
        struct portrait_show show = exercise_show(&exercise, &held);
        int moved = exchanged ? FACE_RIGHT : FACE_LEFT;
        assert_true(show.units.strength[UNIT_AU12][moved] > 0);
        assert_true(show.units.strength[UNIT_AU12][1 - moved] == 0);
        assert_true(show.muscles[moved][MUSCLE_RISORIUS]);
        assert_false(show.muscles[1 - moved][MUSCLE_RISORIUS]);
    }
    timeline_free(timeline);
}

static void test_imagined_face_is_quiet(void **state) {
    (void)state;
    struct pose pose = smile();
    struct routine routine;
    struct step step = exercise_step(SIDE_BOTH, MODE_IMAGINE);
    struct timeline *timeline = timeline_of(&routine, &step);
    struct frame held = timeline_frame_at(timeline, 6000);
    struct exercise exercise = exercise_of(held.segment, &pose, false, false);
    struct portrait_show show = exercise_show(&exercise, &held);
    struct face_units quiet = {0};
    assert_memory_equal(&show.units, &quiet, sizeof quiet);
    assert_true(show.imagined > 0.5 && show.glow == 0);
    assert_true(show.target.strength[UNIT_AU12][FACE_LEFT] > 0);
    timeline_free(timeline);
}

static void test_the_finger_touches_what_moves(void **state) {
    (void)state;
    struct pose pose = smile();
    struct routine routine;
    struct step step = exercise_step(SIDE_RIGHT, MODE_ASSIST);
    struct timeline *timeline = timeline_of(&routine, &step);
    struct frame held = timeline_frame_at(timeline, 6000);
    struct frame rest = timeline_frame_at(timeline, 20000);
    struct exercise exercise = exercise_of(held.segment, &pose, false, false);
    struct portrait_show touching = exercise_show(&exercise, &held);
    struct portrait_show away = exercise_show(&exercise, &rest);
    struct face face = face_of_units(&touching.units, &touching.soft);
    struct point corner = face.at[FACE_RIGHT][LANDMARK_MOUTH_CORNER];
    struct point tip = touching.hands[FACE_RIGHT].at;
    assert_true(touching.hands[FACE_RIGHT].there && !touching.hands[FACE_LEFT].there);
    assert_true(hypot(tip.x - corner.x, tip.y - corner.y) < 0.06);
    assert_true(touching.hands[FACE_RIGHT].press > away.hands[FACE_RIGHT].press);
    assert_true(away.hands[FACE_RIGHT].at.x > 0.205);
    exercise.assisted = SIDE_LEFT;
    touching = exercise_show(&exercise, &held);
    assert_true(touching.hands[FACE_LEFT].there && !touching.hands[FACE_RIGHT].there);
    timeline_free(timeline);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hold_and_rest_paint_nothing),
        cmocka_unit_test(test_sides_move_together),
        cmocka_unit_test(test_a_side_alone_and_without_mirror),
        cmocka_unit_test(test_imagined_face_is_quiet),
        cmocka_unit_test(test_the_finger_touches_what_moves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
