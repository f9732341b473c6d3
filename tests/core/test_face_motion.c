// SPDX-License-Identifier: MIT
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/face_motion.h"
#include "random_routine.h"

static const struct segment moving = {
    .end_ms = 4000, .phase = PHASE_MOVE, .rep = 1, .level_to = 1, .ramp_ms = 4000};
static const struct segment holding = {
    .end_ms = 8000, .phase = PHASE_HOLD, .rep = 1, .level_from = 1, .level_to = 1, .ramp_ms = 700};
static const struct segment releasing = {
    .end_ms = 4000, .phase = PHASE_RELEASE, .rep = 1, .level_from = 1, .ramp_ms = 4000};
static const struct segment resting = {
    .end_ms = 9000, .phase = PHASE_REST, .rep = 1, .ramp_ms = 700};

static struct frame frame_at(const struct segment *segment, int64_t into_ms) {
    return (struct frame){
        .segment = segment, .into_ms = into_ms, .left_ms = segment->end_ms - into_ms};
}

static struct face_motion at(const struct segment *segment, int64_t into_ms) {
    struct frame frame = frame_at(segment, into_ms);
    return face_motion_at(&frame);
}

static void ease_is_minimum_jerk(void **state) {
    (void)state;
    assert_true(motion_ease(0) == 0 && motion_ease(1) == 1);
    assert_true(motion_ease(-3) == 0 && motion_ease(7) == 1);
    assert_true(fabs(motion_ease(0.5) - 0.5) < 1e-15);
    assert_true(fabs(motion_ease(0.25) - 0.103515625) < 1e-15);
    // No jolt at either end.
    assert_true(motion_ease(0.01) < 1e-5 && motion_ease(0.99) > 1 - 1e-5);
}

static void a_move_goes_from_rest_to_the_pose(void **state) {
    (void)state;
    assert_true(at(&moving, 0).share == 0 && at(&moving, 4000).share == 1);
    assert_true(fabs(at(&moving, 2000).share - 0.5) < 1e-12);
    double before = 0;
    for (int64_t ms = 0; ms <= 4000; ms += 10) {
        struct face_motion motion = at(&moving, ms);
        assert_true(motion.share >= before && motion.share <= 1);
        assert_true(motion.soft <= motion.share && motion.working == motion.share);
        before = motion.share;
    }
    assert_true(at(&moving, 0).at_ease == 1 && at(&moving, 500).at_ease == 0.5);
    assert_true(at(&moving, 1000).at_ease == 0 && at(&moving, 4000).at_ease == 0);
    assert_true(at(&releasing, 0).at_ease == 0 && at(&releasing, 4000).at_ease == 1);
}

static void soft_tissue_starts_later_and_arrives_with_it(void **state) {
    (void)state;
    assert_true(at(&moving, 160).share > 0 && at(&moving, 160).soft == 0);
    assert_true(at(&moving, 320).soft > 0);
    assert_true(at(&moving, 4000).soft == 1);
    assert_true(at(&releasing, 160).share < 1 && at(&releasing, 160).soft == 1);
    assert_true(at(&releasing, 4000).soft == 0);
}

static void a_hold_does_not_move(void **state) {
    (void)state;
    for (int64_t ms = 0; ms <= 8000; ms += 10) {
        struct face_motion motion = at(&holding, ms);
        struct frame frame = frame_at(&holding, ms);
        assert_true(motion.share == 1 && motion.soft == 1 && motion.at_ease == 0);
        assert_false(face_motion_moves(&frame));
        assert_true(motion.working == 1);
    }
    // The glow begins and ends full, so that it does not jump into the release.
    assert_true(at(&holding, 0).working == 1 && at(&holding, 8000).working == 1);
}

static void a_release_lets_go_with_a_last_tenth(void **state) {
    (void)state;
    assert_true(at(&releasing, 0).share == 1 && at(&releasing, 4000).share == 0);
    double before = 1, step = 0;
    for (int64_t ms = 10; ms <= 4000; ms += 10) {
        double share = at(&releasing, ms).share, fall = before - share;
        assert_true(fall >= 0);
        assert_true(ms < 3400 || fall > 0);      // it sinks to its end and never stands
        assert_true(fabs(fall - step) < 0.0004); // and changes its pace gently
        before = share;
        step = fall;
    }
    // The bulk has gone at 1/1.2 of the time, and a part of the last tenth is still there.
    double late = at(&releasing, 3333).share;
    assert_true(late > 0.03 && late < 0.1);
    // A move taken backwards would have less left.
    assert_true(at(&releasing, 3800).share > 1 - motion_ease(0.95));
}

static void a_rest_is_at_rest_exactly(void **state) {
    (void)state;
    for (int64_t ms = 0; ms <= 9000; ms += 50) {
        struct face_motion motion = at(&resting, ms);
        assert_true(motion.share == 0 && motion.soft == 0 && motion.working == 0);
    }
    assert_true(at(&resting, 0).at_ease == 1 && at(&resting, 9000).at_ease == 1);
}

static void what_moves_is_said(void **state) {
    (void)state;
    struct frame frame = frame_at(&moving, 3999);
    assert_true(face_motion_moves(&frame));
    frame = frame_at(&moving, 4000);
    assert_false(face_motion_moves(&frame));
    assert_int_equal(face_motion_moves_in_ms(&frame), INT64_MAX);
    frame = frame_at(&resting, 1000);
    assert_false(face_motion_moves(&frame));
    assert_int_equal(face_motion_moves_in_ms(&frame), INT64_MAX);
    frame = (struct frame){0};
    assert_false(face_motion_moves(&frame));
    assert_true(face_motion_at(&frame).share == 0);
}

// After a held breath the line stands at 1; the face begins at rest all the same.
static void the_first_movement_starts_from_rest(void **state) {
    (void)state;
    struct segment first = moving;
    first.level_from = 1;
    assert_true(at(&first, 0).share == 0 && at(&first, 4000).share == 1);
    struct frame frame = frame_at(&first, 100);
    assert_true(face_motion_moves(&frame));
    first.rep = 2; // a repetition without release holds on
    assert_true(at(&first, 0).share == 1);
    frame = frame_at(&first, 100);
    assert_false(face_motion_moves(&frame));
}

// The words of the compiler's line.
static const struct timeline_phrases phrases = {.left = "left", .right = "right", .over = "over"};

// In any routine the face is at the level of the line at each end of a segment, goes one way
// between, and does not jump within an exercise.
static void face_and_line_agree(void **state) {
    (void)state;
    uint64_t seed = seed_usual();
    struct timeline_options options = timeline_options_written(phrases);
    for (int run = 0; run < 200; run++) {
        struct routine routine;
        struct error err;
        random_routine(&seed, &routine);
        struct timeline *line = timeline_compile(&routine, &options, &err);
        for (int i = 0; line && i < line->segment_count; i++) {
            const struct segment *segment = &line->segments[i];
            if (segment->phase < PHASE_MOVE || segment->phase > PHASE_REST) {
                continue;
            }
            double before = -1;
            int64_t length = segment->end_ms - segment->start_ms;
            for (int part = 0; part <= 20; part++) {
                int64_t into = length * part / 20;
                struct frame frame = {
                    .segment = segment, .into_ms = into, .left_ms = length - into};
                double share = face_motion_at(&frame).share;
                assert_true(share >= 0 && share <= 1);
                bool rises = segment->level_to >= segment->level_from;
                assert_true(before < 0 || (rises ? share >= before : share <= before));
                before = share;
            }
            assert_true(before == segment->level_to);
        }
        timeline_free(line);
        routine_free(&routine);
    }
}

static void eyes_look_down_before_they_close(void **state) {
    (void)state;
    struct face_units pose = {0};
    pose.strength[UNIT_AU43][FACE_LEFT] = pose.strength[UNIT_AU43][FACE_RIGHT] = 1;
    struct face_units early = face_motion_units(&pose, 1.0 / 3), shut = face_motion_units(&pose, 1);
    assert_true(early.strength[UNIT_GAZE_Y][FACE_LEFT] == -0.5);
    assert_true(shut.strength[UNIT_GAZE_Y][FACE_RIGHT] == -0.5);
    assert_true(fabs(early.strength[UNIT_AU43][FACE_LEFT] - 1.0 / 3) < 1e-15);
    const struct face_units rest = {0};
    struct face_units open = face_motion_units(&pose, 0);
    assert_memory_equal(&open, &rest, sizeof rest);
    // Not with one eye, nor with a squeeze.
    pose.strength[UNIT_AU43][FACE_LEFT] = 0;
    assert_true(face_motion_units(&pose, 1).strength[UNIT_GAZE_Y][FACE_LEFT] == 0);
    pose.strength[UNIT_AU43][FACE_LEFT] = pose.strength[UNIT_AU7][FACE_LEFT] = 1;
    assert_true(face_motion_units(&pose, 1).strength[UNIT_GAZE_Y][FACE_LEFT] == 0);
}

static void blinks_are_rare_and_short(void **state) {
    (void)state;
    int64_t started = -1, last = -1;
    int blinks = 0;
    double most = 0, different = 0, gap_before = 0;
    for (int64_t ms = 0; ms < 600000; ms += 5) {
        double closed = face_blink_at(ms);
        assert_true(closed >= 0 && closed <= 1);
        most = fmax(most, closed);
        if (closed > 0 && started < 0) {
            started = ms;
            assert_true(last >= 0 || (ms > 2900 && ms < 4600));
            if (last >= 0) {
                assert_true(ms - last >= 5990 && ms - last <= 9010);
                different += fabs((double)(ms - last) - gap_before) > 50;
                gap_before = (double)(ms - last);
            }
            last = ms;
            blinks++;
        } else if (closed <= 0 && started >= 0) {
            assert_true(ms - started >= 330 && ms - started <= 355);
            started = -1;
        }
    }
    assert_true(most > 0.999 && blinks >= 66 && blinks <= 100 && different > 40);
    assert_true(face_blink_at(-5000) == 0);
    assert_true(face_blink_at(123456) == face_blink_at(123456));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ease_is_minimum_jerk),
        cmocka_unit_test(a_move_goes_from_rest_to_the_pose),
        cmocka_unit_test(soft_tissue_starts_later_and_arrives_with_it),
        cmocka_unit_test(a_hold_does_not_move),
        cmocka_unit_test(a_release_lets_go_with_a_last_tenth),
        cmocka_unit_test(a_rest_is_at_rest_exactly),
        cmocka_unit_test(what_moves_is_said),
        cmocka_unit_test(the_first_movement_starts_from_rest),
        cmocka_unit_test(face_and_line_agree),
        cmocka_unit_test(eyes_look_down_before_they_close),
        cmocka_unit_test(blinks_are_rare_and_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
