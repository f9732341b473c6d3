// SPDX-License-Identifier: MIT
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "draw/doses.h"
#include "draw/figure.h"
#include "draw/scene.h"

enum { WIDTH = 300, HEIGHT = 400 };

struct picture {
    cairo_surface_t *surface;
    cairo_t *cairo;
};

static const struct figure_place place = {150, 0, 0.5};

static struct picture picture_new(const struct theme *theme) {
    struct picture picture;
    picture.surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
    picture.cairo = cairo_create(picture.surface);
    scene_sky(picture.cairo, theme, (struct scene){WIDTH, HEIGHT});
    return picture;
}

static void picture_free(struct picture *picture) {
    assert_int_equal(cairo_status(picture->cairo), CAIRO_STATUS_SUCCESS);
    cairo_destroy(picture->cairo);
    cairo_surface_destroy(picture->surface);
}

static uint32_t pixel(const struct picture *picture, int x, int y) {
    cairo_surface_flush(picture->surface);
    const unsigned char *data = cairo_image_surface_get_data(picture->surface);
    uint32_t value;
    memcpy(&value, data + y * cairo_image_surface_get_stride(picture->surface) + x * 4, 4);
    return value & 0xffffff;
}

// Pixels that differ inside a box, or outside it.
static int differing(const struct picture *one, const struct picture *other, struct box box,
                     bool within) {
    int count = 0;
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
            count += box_holds(box, x, y) == within && pixel(one, x, y) != pixel(other, x, y);
        }
    }
    return count;
}

static const struct box whole = {0, 0, WIDTH, HEIGHT};

static struct step step_of(enum verb verb) {
    return (struct step){.name = "Step",
                         .verb = verb,
                         .effort = 4,
                         .compress_area = -1,
                         .strokes = 20,
                         .areas = {AREA_MASSETER},
                         .area_count = 1};
}

static enum phase phase_of(enum verb verb) {
    switch (verb) {
    case VERB_EXERCISE:
        return PHASE_MOVE;
    case VERB_MASSAGE:
        return PHASE_MASSAGE;
    case VERB_COMPRESS:
        return PHASE_COMPRESS;
    case VERB_SCAN:
        return PHASE_SCAN;
    default:
        return PHASE_STEADY;
    }
}

static struct segment segment_of(const struct step *step) {
    return (struct segment){.step = step,
                            .phase = phase_of(step->verb),
                            .end_ms = 60000,
                            .side = SIDE_BOTH,
                            .level_to = 1,
                            .ramp_ms = 4000};
}

static struct frame frame_of(const struct segment *segment, int64_t into_ms, double level) {
    return (struct frame){.segment = segment,
                          .into_ms = into_ms,
                          .left_ms = segment->end_ms - into_ms,
                          .level = level};
}

// What a still figure makes of the plain sky, in every theme: something, and no error.
static void is_seen(const struct figure *figure) {
    for (int name = 0; name < THEME_COUNT; name++) {
        struct theme theme = theme_make((enum theme_name)name, 100);
        struct picture bare = picture_new(&theme);
        struct picture drawn = picture_new(&theme);
        figure_paint_still(drawn.cairo, &theme, figure, place);
        assert_true(differing(&bare, &drawn, whole, true) > 400);
        picture_free(&bare);
        picture_free(&drawn);
    }
}

static void every_verb_has_a_figure(void **state) {
    (void)state;
    static const enum verb verbs[] = {VERB_SECONDS, VERB_EXERCISE, VERB_MASSAGE, VERB_COMPRESS,
                                      VERB_SCAN};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        struct step step = step_of(verbs[i]);
        struct segment segment = segment_of(&step);
        struct frame frame = frame_of(&segment, 0, 0);
        struct figure figure = figure_at(&frame, NULL);
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

// Without any colour: in high contrast both cloths are made of the same few colours.
static void warm_and_cold_differ_in_shape(void **state) {
    (void)state;
    struct theme theme = theme_make(THEME_CONTRAST, 100);
    // The outline alone: everything that is neither ground nor edge is counted as cloth.
    int corner[TEMPERATURE_COUNT];
    for (int temperature = 0; temperature < TEMPERATURE_COUNT; temperature++) {
        struct step step = step_of(VERB_COMPRESS);
        step.compress_area = COMPRESS_NECK_BACK;
        step.temperature = (enum temperature)temperature;
        struct segment segment = segment_of(&step);
        struct figure figure = {.kind = FIGURE_COMPRESS, .segment = &segment};
        struct picture drawn = picture_new(&theme);
        figure_paint_still(drawn.cairo, &theme, &figure, place);
        // Near the corner of the pack: covered by the one with corners alone.
        int x = (int)(place.x - (176 / 2.0 - 4) * place.scale);
        int y = (int)((500 - 56 - 92 / 2.0 + 4) * place.scale);
        corner[temperature] = pixel(&drawn, x + 1, y + 1) != 0;
        picture_free(&drawn);
    }
    assert_int_equal(corner[TEMPERATURE_WARM], 0);
    assert_int_equal(corner[TEMPERATURE_COLD], 1);
}

// Going from one pose to the next by painting the damage alone leaves exactly the picture that the
// second makes.
static void follow(struct figure *figure, const struct segment *segment, int64_t step_ms) {
    struct theme theme = theme_make(THEME_EVENING, 100);
    struct picture ground = picture_new(&theme);
    figure_paint_still(ground.cairo, &theme, figure, place);
    struct picture moved = picture_new(&theme);
    cairo_set_source_surface(moved.cairo, ground.surface, 0, 0);
    cairo_paint(moved.cairo);
    struct frame frame = frame_of(segment, 0, 0);
    struct figure_pose last = figure_pose(figure, &frame);
    figure_paint_moving(moved.cairo, &theme, figure, &last, place);
    for (int64_t at_ms = step_ms; at_ms < 6000; at_ms += step_ms) {
        frame = frame_of(segment, at_ms, fmin(1, (double)at_ms / 4000));
        struct figure_pose pose = figure_pose(figure, &frame);
        struct box damage = figure_damage(figure, &last, &pose, place);
        struct picture before = picture_new(&theme);
        cairo_set_source_surface(before.cairo, moved.surface, 0, 0);
        cairo_paint(before.cairo);
        cairo_save(moved.cairo);
        cairo_rectangle(moved.cairo, damage.x, damage.y, damage.width, damage.height);
        cairo_clip(moved.cairo);
        cairo_set_source_surface(moved.cairo, ground.surface, 0, 0);
        cairo_paint(moved.cairo);
        figure_paint_moving(moved.cairo, &theme, figure, &pose, place);
        cairo_restore(moved.cairo);
        assert_int_equal(differing(&before, &moved, damage, false), 0);
        struct picture fresh = picture_new(&theme);
        cairo_set_source_surface(fresh.cairo, ground.surface, 0, 0);
        cairo_paint(fresh.cairo);
        figure_paint_moving(fresh.cairo, &theme, figure, &pose, place);
        assert_int_equal(differing(&fresh, &moved, whole, true), 0);
        picture_free(&before);
        picture_free(&fresh);
        last = pose;
    }
    picture_free(&ground);
    picture_free(&moved);
}

static void what_moves_leaves_nothing_behind(void **state) {
    (void)state;
    static const enum side sides[] = {SIDE_BOTH, SIDE_LEFT, SIDE_RIGHT};
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
        struct step exercise = step_of(VERB_EXERCISE);
        struct segment moves = segment_of(&exercise);
        moves.side = sides[i];
        struct figure fills = {.kind = FIGURE_EFFORT, .segment = &moves};
        follow(&fills, &moves, 370);
        struct step massage = step_of(VERB_MASSAGE);
        massage.areas[0] = i == 0 ? AREA_FOREHEAD : i == 1 ? AREA_MASSETER : AREA_NECK_BACK;
        struct segment strokes = segment_of(&massage);
        strokes.side = sides[i];
        struct figure tips = {.kind = FIGURE_MASSAGE, .segment = &strokes};
        follow(&tips, &strokes, 370);
        // Pressed instead of stroked.
        strokes.phase = PHASE_MOVE;
        follow(&tips, &strokes, 610);
    }
}

static void a_fingertip_keeps_the_written_pace(void **state) {
    (void)state;
    struct step step = step_of(VERB_MASSAGE);
    struct segment segment = segment_of(&step);
    struct figure figure = {.kind = FIGURE_MASSAGE, .segment = &segment};
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

static void several_areas_share_the_time(void **state) {
    (void)state;
    struct step step = step_of(VERB_MASSAGE);
    step.areas[1] = AREA_CHIN;
    step.area_count = 2;
    struct segment segment = segment_of(&step);
    struct frame frame = frame_of(&segment, 29999, 0);
    struct figure first = figure_at(&frame, NULL);
    frame.into_ms = 30000;
    struct figure second = figure_at(&frame, NULL);
    assert_int_equal(first.area, 0);
    assert_int_equal(second.area, 1);
    assert_false(figure_same_still(&first, &second));
}

static void the_moon_fills_as_far_as_the_effort(void **state) {
    (void)state;
    double last = 1e9;
    for (int effort = 1; effort <= 10; effort++) {
        struct step step = step_of(VERB_EXERCISE);
        step.effort = effort;
        struct segment segment = segment_of(&step);
        struct figure figure = {.kind = FIGURE_EFFORT, .segment = &segment};
        struct frame rest = frame_of(&segment, 0, 0);
        struct frame full = frame_of(&segment, 4000, 1);
        double edge = figure_pose(&figure, &full).level;
        assert_true(edge < last);
        assert_true(edge < figure_pose(&figure, &rest).level);
        last = edge;
        // At the end of the way nothing moves any more.
        assert_true(figure_moves(&figure, &rest));
        assert_false(figure_moves(&figure, &full));
    }
}

static void less_than_a_quarter_of_a_pixel_is_not_painted(void **state) {
    (void)state;
    struct figure_pose one = {.level = 100};
    struct figure_pose other = {.level = 100.2};
    assert_false(figure_poses_differ(&one, &other, 1));
    assert_true(figure_poses_differ(&one, &other, 2));
    other = one;
    other.held = true;
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
            struct figure figure = figure_at(&frame, NULL);
            assert_false(figure_moves(&figure, &frame));
            struct figure_pose pose = figure_pose(&figure, &frame);
            struct box damage = figure_damage(&figure, &pose, &pose, place);
            assert_true(damage.width <= 0);
        }
    }
}

static void doses_stay_in_their_box(void **state) {
    (void)state;
    static const double widths[] = {60, 120, 280};
    static const double ends[] = {0.25, 0.5, 1};
    static const double marks[] = {0.4};
    struct theme theme = theme_make(THEME_DAY, 100);
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        struct box box = {10, 100, widths[i], 30};
        for (int all = 1; all <= 200; all = all * 2 + 1) {
            struct picture bare = picture_new(&theme);
            struct picture drawn = picture_new(&theme);
            double used =
                repetitions_paint(drawn.cairo, &theme, all / 2, all, box, i == 0 ? 2.5 : 1);
            assert_true(used <= box.width + 0.01);
            assert_int_equal(differing(&bare, &drawn, box_inset(box, -2), false), 0);
            assert_true(differing(&bare, &drawn, box, true) > 20);
            used = effort_discs_paint(drawn.cairo, &theme, 3, box, 2.5);
            assert_true(used <= box.width + 0.01);
            assert_int_equal(differing(&bare, &drawn, box_inset(box, -2), false), 0);
            picture_free(&bare);
            picture_free(&drawn);
        }
        for (int eighth = 0; eighth <= 8; eighth++) {
            double at = eighth / 8.0;
            struct picture bare = picture_new(&theme);
            struct picture drawn = picture_new(&theme);
            struct player_bar bar = {ends, 3, marks, 1, at};
            struct box inner = {20, 100, widths[i] - 20, 30};
            player_bar_paint(drawn.cairo, &theme, &bar, inner, 1);
            assert_int_equal(differing(&bare, &drawn, box_inset(inner, -9), false), 0);
            assert_true(differing(&bare, &drawn, inner, true) > 60);
            picture_free(&bare);
            picture_free(&drawn);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_verb_has_a_figure),
        cmocka_unit_test(every_place_is_drawn_and_apart_from_the_others),
        cmocka_unit_test(warm_and_cold_differ_in_shape),
        cmocka_unit_test(what_moves_leaves_nothing_behind),
        cmocka_unit_test(a_fingertip_keeps_the_written_pace),
        cmocka_unit_test(several_areas_share_the_time),
        cmocka_unit_test(the_moon_fills_as_far_as_the_effort),
        cmocka_unit_test(less_than_a_quarter_of_a_pixel_is_not_painted),
        cmocka_unit_test(quiet_figures_do_not_move),
        cmocka_unit_test(doses_stay_in_their_box),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
