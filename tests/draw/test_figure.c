// SPDX-License-Identifier: MIT
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "core/face.h"
#include "draw/massage_path.h"
#include "draw/portrait_place.h"
#include "figure_picture.h"

static void every_verb_has_a_figure(void **state) {
    (void)state;
    static const enum verb verbs[] = {VERB_SECONDS, VERB_EXERCISE, VERB_MASSAGE, VERB_COMPRESS,
                                      VERB_SCAN};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        struct step step = step_of(verbs[i]);
        struct segment segment = segment_of(&step);
        struct frame frame = frame_of(&segment, 0, 0);
        struct figure figure = figure_at(&frame, NULL, NULL, false);
        is_seen(&figure);
    }
}

static void every_place_is_drawn_and_apart_from_the_others(void **state) {
    (void)state;
    struct theme theme = theme_make(THEME_EVENING, 100);
    struct picture last = picture_new(&theme);
    for (int region = 0; region < REGION_COUNT; region++) {
        struct step step = step_of(VERB_SCAN);
        step.region = (enum region)region;
        struct segment segment = segment_of(&step);
        struct figure figure = {.kind = FIGURE_SCAN, .segment = &segment};
        struct picture drawn = picture_new(&theme);
        figure_paint_still(drawn.cairo, &theme, &figure, place);
        assert_true(differing(&last, &drawn, whole, true) > 100);
        picture_free(&last);
        last = drawn;
    }
    for (int area = 0; area < AREA_COUNT; area++) {
        struct step step = step_of(VERB_MASSAGE);
        step.areas[0] = (enum massage_area)area;
        struct segment segment = segment_of(&step);
        struct figure figure = {.kind = FIGURE_MASSAGE, .segment = &segment};
        struct picture drawn = picture_new(&theme);
        figure_paint_still(drawn.cairo, &theme, &figure, place);
        assert_true(differing(&last, &drawn, whole, true) > 60);
        picture_free(&last);
        last = drawn;
    }
    for (int area = -1; area < COMPRESS_AREA_COUNT; area++) {
        struct step step = step_of(VERB_COMPRESS);
        step.compress_area = area;
        struct segment segment = segment_of(&step);
        struct figure figure = {.kind = FIGURE_COMPRESS, .segment = &segment};
        is_seen(&figure);
        figure = (struct figure){.kind = FIGURE_CHECK, .segment = &segment, .covered = &step};
        is_seen(&figure);
    }
    picture_free(&last);
}

static void what_moves_leaves_nothing_behind(void **state) {
    (void)state;
    static const enum side sides[] = {SIDE_BOTH, SIDE_LEFT, SIDE_RIGHT};
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
        struct step massage = step_of(VERB_MASSAGE);
        static const enum massage_area areas[] = {AREA_CHEEK_UPPER, AREA_MASSETER, AREA_SHOULDERS};
        massage.areas[0] = areas[i];
        struct segment strokes = segment_of(&massage);
        strokes.side = sides[i];
        struct figure tips = {.kind = FIGURE_MASSAGE, .segment = &strokes};
        follow(&tips, &strokes, 370, 0);
        // Pressed instead of stroked.
        strokes.phase = PHASE_MOVE;
        follow(&tips, &strokes, 610, 0);
    }
}

static struct figure massage_of(struct step *step, struct segment *segment, enum massage_area area,
                                enum side side) {
    *step = step_of(VERB_MASSAGE);
    step->areas[0] = area;
    *segment = segment_of(step);
    segment->side = side;
    return (struct figure){.kind = FIGURE_MASSAGE, .segment = segment};
}

static void a_hand_keeps_the_written_pace(void **state) {
    (void)state;
    struct step step;
    struct segment segment;
    struct figure figure = massage_of(&step, &segment, AREA_MASSETER, SIDE_BOTH);
    // Twenty a minute: after three seconds it is where it was, in between it was elsewhere.
    struct frame frame = frame_of(&segment, 500, 0);
    struct figure_pose pose = figure_pose(&figure, &frame);
    frame.into_ms = 3500;
    struct figure_pose later = figure_pose(&figure, &frame);
    assert_false(figure_poses_differ(&pose, &later, 1));
    frame.into_ms = 2000;
    struct figure_pose between = figure_pose(&figure, &frame);
    assert_true(figure_poses_differ(&pose, &between, 1));
    assert_int_equal(pose.tips, 2);
    // Both sides are mirror images.
    assert_true(fabs(pose.x[0] + pose.x[1]) < 1e-9 && fabs(pose.y[0] - pose.y[1]) < 1e-9);
    assert_true(figure_moves(&figure, &frame));
}

// From the nose to the ear, at the chin from the side to the middle, on the skin all the way; back
// in the air.
static void strokes_go_the_written_way(void **state) {
    (void)state;
    static const enum massage_area areas[] = {AREA_CHEEK_UPPER, AREA_CHEEK_MIDDLE, AREA_CHEEK_LOWER,
                                              AREA_CHIN};
    for (size_t i = 0; i < sizeof areas / sizeof *areas; i++) {
        struct step step;
        struct segment segment;
        struct figure figure = massage_of(&step, &segment, areas[i], SIDE_RIGHT);
        struct frame frame = frame_of(&segment, 0, 0);
        double outwards = areas[i] == AREA_CHIN ? -1 : 1;
        struct figure_pose last = figure_pose(&figure, &frame);
        bool was_lifted = false;
        for (int64_t at_ms = 20; at_ms < 3000; at_ms += 20) {
            frame.into_ms = at_ms;
            struct figure_pose pose = figure_pose(&figure, &frame);
            double way = (pose.x[0] - last.x[0]) * outwards;
            if (pose.lift <= 0 && last.lift <= 0) {
                assert_true(way >= -1e-9);
            } else if (pose.lift > 0.5) {
                assert_true(way < 0);
                was_lifted = true;
            }
            last = pose;
        }
        assert_true(was_lifted);
    }
}

static bool holds(const struct point *outline, int count, double x, double y) {
    bool inside = false;
    for (int i = 0, j = count - 1; i < count; j = i++) {
        struct point a = outline[i];
        struct point b = outline[j];
        if ((a.y > y) != (b.y > y) && x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x) {
            inside = !inside;
        }
    }
    return inside;
}

// On the face's skin, and never on an eye.
static void fingertips_stay_on_the_skin(void **state) {
    (void)state;
    struct point contour[FACE_CURVE_MAX];
    int count = face_curve(face_neutral(), CURVE_CONTOUR, FACE_LEFT, contour);
    for (int area = 0; area < 2 * AREA_COUNT; area++) {
        const struct massage_path path = massage_path_of((enum massage_area)(area / 2), area % 2);
        for (int64_t at_ms = 0; at_ms < 40000 && !path.behind; at_ms += 35) {
            struct massage_tip tip = massage_tip_at(&path, 20, (double)at_ms);
            assert_true(holds(contour, count, tip.at.x, tip.at.y));
            assert_true(tip.at.x > 0);
            double dx = (tip.at.x - 0.228) / 0.14;
            double dy = tip.at.y / 0.09;
            assert_true(dx * dx + dy * dy > 1);
            struct massage_tip pressed = massage_tip_pressed(&path, (double)at_ms / 40000);
            assert_true(holds(contour, count, pressed.at.x, pressed.at.y));
        }
    }
}

// Pads stay on one spot of skin for whole turns before they go to the next.
static void circles_stay_on_their_spot(void **state) {
    (void)state;
    const struct massage_path path = massage_path_of(AREA_FOREHEAD, false);
    for (int turn = 0; turn < 2; turn++) {
        double high = 0;
        for (int i = 0; i < 100; i++) {
            struct massage_tip tip = massage_tip_at(&path, 60, turn * 1000.0 + i * 10.0);
            double away = hypot(tip.at.x - path.points[0].x, tip.at.y - path.points[0].y);
            assert_true(fabs(away - path.radius) < 1e-9 && tip.lift <= 0);
            high = fmax(high, path.points[0].y - tip.at.y);
        }
        assert_true(high > 0.9 * path.radius);
    }
    // After three turns it is the next spot.
    struct massage_tip next = massage_tip_at(&path, 60, 3500);
    assert_true(hypot(next.at.x - path.points[1].x, next.at.y - path.points[1].y) <=
                path.radius + 1e-9);
}

// Where a routine asks for circles nothing is stroked, and what circles anyway stays as it is.
static void circles_take_the_place_of_strokes(void **state) {
    (void)state;
    struct massage_path cheek = massage_path_of(AREA_CHEEK_MIDDLE, true);
    assert_int_equal(massage_path_of(AREA_CHEEK_MIDDLE, false).way, WAY_STROKE);
    assert_int_equal(cheek.way, WAY_SPOTS);
    for (int i = 0; i < 250; i++) { // two turns and a half, on one spot
        struct massage_tip tip = massage_tip_at(&cheek, 60, i * 10.0);
        double away = hypot(tip.at.x - cheek.points[0].x, tip.at.y - cheek.points[0].y);
        assert_true(fabs(away - cheek.radius) < 1e-9 && tip.lift <= 0);
    }
    assert_int_equal(massage_path_of(AREA_MASSETER, true).way, WAY_CIRCLE);
    assert_int_equal(massage_path_of(AREA_CHEEK_INSIDE, true).way, WAY_STRETCH);
}

static void a_side_is_the_side_that_is_meant(void **state) {
    (void)state;
    struct step step;
    struct segment segment;
    struct figure figure = massage_of(&step, &segment, AREA_TEMPLE, SIDE_LEFT);
    struct frame frame = frame_of(&segment, 700, 0);
    struct figure_pose pose = figure_pose(&figure, &frame);
    assert_int_equal(pose.tips, 1);
    assert_true(pose.x[0] < 0 && pose.sign[0] == -1);
    // In a mirror left is left; in a picture of the person it is the other way round.
    figure.exchanged = true;
    pose = figure_pose(&figure, &frame);
    assert_true(pose.x[0] > 0 && pose.sign[0] == 1);
    // One shoulder after the other, because it takes the other hand.
    figure = massage_of(&step, &segment, AREA_SHOULDERS, SIDE_BOTH);
    frame = frame_of(&segment, 10000, 0);
    pose = figure_pose(&figure, &frame);
    assert_int_equal(pose.tips, 1);
    assert_int_equal(pose.sign[0], -1);
    frame.progress = 0.75;
    pose = figure_pose(&figure, &frame);
    assert_int_equal(pose.sign[0], 1);
}

static void a_cloth_lies_on_the_side_that_is_meant(void **state) {
    (void)state;
    struct theme theme = theme_make(THEME_EVENING, 100);
    struct step step = step_of(VERB_COMPRESS);
    step.compress_area = COMPRESS_CHEEK;
    struct segment segment = segment_of(&step);
    struct figure figure = {.kind = FIGURE_COMPRESS, .segment = &segment, .covered = &step};
    struct box left = {0, 0, WIDTH / 2.0 - 22, HEIGHT};
    struct box right = {WIDTH / 2.0 + 22, 0, WIDTH / 2.0 - 22, HEIGHT};
    for (int kind = 0; kind < 2; kind++) {
        figure.kind = kind == 0 ? FIGURE_COMPRESS : FIGURE_CHECK;
        struct picture drawn[3];
        for (int i = 0; i < 3; i++) {
            // On the left; on the right; on the left of a picture that is no mirror.
            step.side = i == 1 ? SIDE_RIGHT : SIDE_LEFT;
            figure.exchanged = i == 2;
            drawn[i] = picture_new(&theme);
            figure_paint_still(drawn[i].cairo, &theme, &figure, place);
        }
        assert_true(differing(&drawn[0], &drawn[1], left, true) > 400);
        assert_true(differing(&drawn[0], &drawn[1], right, true) > 400);
        assert_int_equal(differing(&drawn[1], &drawn[2], whole, true), 0);
        for (int i = 0; i < 3; i++) {
            picture_free(&drawn[i]);
        }
    }
}

// The cloth is gone from the place: there the skin of the quiet face is seen, in a ring.
static void a_look_at_the_skin_uncovers_it(void **state) {
    (void)state;
    struct theme theme = theme_make(THEME_DAY, 100);
    struct step step = step_of(VERB_COMPRESS);
    step.compress_area = COMPRESS_CHEEK;
    step.side = SIDE_RIGHT;
    struct segment segment = segment_of(&step);
    struct figure figure = {.kind = FIGURE_COMPRESS, .segment = &segment, .covered = &step};
    struct picture covered = picture_new(&theme);
    figure_paint_still(covered.cairo, &theme, &figure, place);
    figure.kind = FIGURE_CHECK;
    struct picture looked = picture_new(&theme);
    figure_paint_still(looked.cairo, &theme, &figure, place);
    // The outer half of the cheek: cloth when it is covered, redder than blue when it is not.
    int x = (int)(place.x + 0.36 * PORTRAIT_UNIT * place.scale);
    int y = (int)((PORTRAIT_EYES_Y + 0.20 * PORTRAIT_UNIT) * place.scale);
    uint32_t cloth = pixel(&covered, x, y);
    uint32_t skin = pixel(&looked, x, y);
    int cloth_redder = (int)(cloth >> 16 & 255) - (int)(cloth & 255);
    int skin_redder = (int)(skin >> 16 & 255) - (int)(skin & 255);
    assert_true(skin_redder > cloth_redder + 20);
    picture_free(&covered);
    picture_free(&looked);
}

// Two hands are two boxes, so that the face between them is not painted.
static void damage_is_the_hands_alone(void **state) {
    (void)state;
    struct theme theme = theme_make(THEME_EVENING, 100);
    struct step step;
    struct segment segment;
    struct figure figure = massage_of(&step, &segment, AREA_MASSETER, SIDE_BOTH);
    struct figure_kept *kept = figure_keep(&theme, &figure, place);
    struct frame frame = frame_of(&segment, 0, 0);
    struct figure_pose from = figure_pose(&figure, &frame);
    frame.into_ms = 16;
    struct figure_pose to = figure_pose(&figure, &frame);
    struct box boxes[FIGURE_DAMAGE_MAX];
    assert_int_equal(figure_damage(&figure, kept, &from, &to, place, boxes), 2);
    assert_false(box_meets(boxes[0], boxes[1]));
    struct box room = figure_room(place);
    for (int i = 0; i < 2; i++) {
        struct box meeting = box_meeting(boxes[i], room);
        assert_true(fabs(meeting.width - boxes[i].width) < 1e-9);
        assert_true(fabs(meeting.height - boxes[i].height) < 1e-9);
    }
    figure_kept_free(kept);
}

// Each step of the pressing is seen, and what is held does not move.
static void a_press_goes_with_the_level(void **state) {
    (void)state;
    struct step step;
    struct segment segment;
    struct figure figure = massage_of(&step, &segment, AREA_MASSETER, SIDE_LEFT);
    segment.phase = PHASE_MOVE;
    struct frame frame = frame_of(&segment, 0, 0);
    struct figure_pose loose = figure_pose(&figure, &frame);
    frame.level = 1;
    frame.into_ms = segment.ramp_ms;
    struct figure_pose firm = figure_pose(&figure, &frame);
    assert_true(firm.press > loose.press && firm.lift <= 0);
    assert_true(figure_poses_differ(&loose, &firm, 1));
    assert_false(figure_moves(&figure, &frame));
}

static void several_areas_share_the_time(void **state) {
    (void)state;
    struct step step = step_of(VERB_MASSAGE);
    step.areas[1] = AREA_CHIN;
    step.area_count = 2;
    struct segment segment = segment_of(&step);
    struct frame frame = frame_of(&segment, 29999, 0);
    struct figure first = figure_at(&frame, NULL, NULL, false);
    frame.into_ms = 30000;
    struct figure second = figure_at(&frame, NULL, NULL, false);
    assert_int_equal(first.area, 0);
    assert_int_equal(second.area, 1);
    assert_false(figure_same_still(&first, &second));
}

static void less_than_a_quarter_of_a_pixel_is_not_painted(void **state) {
    (void)state;
    struct figure_pose one = {.level = 100};
    struct figure_pose other = {.level = 100.2};
    assert_false(figure_poses_differ(&one, &other, 1));
    assert_true(figure_poses_differ(&one, &other, 2));
    other = one;
    other.way_x = 0.3;
    assert_true(figure_poses_differ(&one, &other, 1));
    other = one;
    other.way_y = -0.3;
    assert_true(figure_poses_differ(&one, &other, 1));
}

static void quiet_figures_do_not_move(void **state) {
    (void)state;
    static const enum verb verbs[] = {VERB_SECONDS, VERB_COMPRESS, VERB_SCAN};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        struct step step = step_of(verbs[i]);
        struct segment segment = segment_of(&step);
        for (int64_t at_ms = 0; at_ms < 60000; at_ms += 7000) {
            struct frame frame = frame_of(&segment, at_ms, 0);
            struct figure figure = figure_at(&frame, NULL, NULL, false);
            assert_false(figure_moves(&figure, &frame));
            struct figure_pose pose = figure_pose(&figure, &frame);
            struct box boxes[FIGURE_DAMAGE_MAX];
            assert_int_equal(figure_damage(&figure, NULL, &pose, &pose, place, boxes), 0);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_verb_has_a_figure),
        cmocka_unit_test(every_place_is_drawn_and_apart_from_the_others),
        cmocka_unit_test(what_moves_leaves_nothing_behind),
        cmocka_unit_test(a_hand_keeps_the_written_pace),
        cmocka_unit_test(strokes_go_the_written_way),
        cmocka_unit_test(fingertips_stay_on_the_skin),
        cmocka_unit_test(circles_stay_on_their_spot),
        cmocka_unit_test(circles_take_the_place_of_strokes),
        cmocka_unit_test(a_side_is_the_side_that_is_meant),
        cmocka_unit_test(a_cloth_lies_on_the_side_that_is_meant),
        cmocka_unit_test(a_look_at_the_skin_uncovers_it),
        cmocka_unit_test(damage_is_the_hands_alone),
        cmocka_unit_test(a_press_goes_with_the_level),
        cmocka_unit_test(several_areas_share_the_time),
        cmocka_unit_test(less_than_a_quarter_of_a_pixel_is_not_painted),
        cmocka_unit_test(quiet_figures_do_not_move),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
