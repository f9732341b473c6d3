// SPDX-License-Identifier: MIT
//
// Poses as pictures: what the held face does, on which side, and how much room the sheet and the
// names of the muscles take.
#include "report/pose_picture.h"

#include <cairo.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "fonts.h"
#include "pixel.h"
#include "report/picture_kind.h"
#include "report/pose_held.h"
#include "report/pose_sheet.h"
#include "scratch.h"

enum { SIDE = 800, BYTES_MOST = 1 << 20 };

static const struct pose smile = {
    .id = "smile",
    .title = "Smile",
    .units.strength = {[UNIT_AU12] = {0.8, 0.8}, [UNIT_AU25] = {0.5, 0.5}},
    .muscles = {MUSCLE_ZYGOMATICUS_MAJOR, MUSCLE_RISORIUS},
    .muscle_count = 2};
static const struct pose wink = {.id = "wink_left",
                                 .title = "Left eye",
                                 .one_sided = true,
                                 .units.strength = {[UNIT_AU43] = {1, 0}},
                                 .muscles = {MUSCLE_ORBICULARIS_OCULI_PALPEBRAL},
                                 .muscle_count = 1};
// A jaw is slid by the pterygoids of the other side and the temporalis of the same one.
static const struct pose slide = {.id = "jaw_left",
                                  .title = "Jaw",
                                  .one_sided = true,
                                  .units.strength = {[UNIT_AD30] = {-1, -1}},
                                  .muscles = {MUSCLE_LATERAL_PTERYGOID, MUSCLE_TEMPORALIS},
                                  .muscle_count = 2};
static const struct pose quiet = {.id = "neutral", .title = "Quiet"};
static const struct pose scene = {.id = "far", .title = "Far", .scene = true};

static struct pose_picture picture_of(const struct pose *pose) {
    return (struct pose_picture){
        .pose = pose, .side = SIDE_BOTH, .effort = 10, .look = face_look_default()};
}

static double strength(const struct pose_picture *what, enum face_unit unit, enum face_side side) {
    struct portrait_show show = pose_held(what);
    return show.units.strength[unit][side];
}

static bool is_about(double one, double other) {
    return fabs(one - other) < 1e-9;
}

static void a_pose_is_held_at_its_full_strength(void **state) {
    (void)state;
    struct pose_picture what = picture_of(&smile);
    struct portrait_show show = pose_held(&what);
    for (int unit = 0; unit < UNIT_COUNT; unit++) {
        for (int side = 0; side < FACE_SIDES; side++) {
            assert_true(
                is_about(show.units.strength[unit][side], smile.units.strength[unit][side]));
            assert_true(is_about(show.soft.strength[unit][side], smile.units.strength[unit][side]));
        }
    }
}

static void effort_weakens_it(void **state) {
    (void)state;
    struct pose_picture what = picture_of(&smile);
    what.effort = 2;
    assert_true(is_about(strength(&what, UNIT_AU12, FACE_LEFT), 0.8 * (0.25 + 0.75 * 0.2)));
    what.effort = 0;
    assert_true(is_about(strength(&what, UNIT_AU12, FACE_LEFT), 0.8 * 0.25));
}

static void a_side_leaves_the_other_at_rest(void **state) {
    (void)state;
    struct pose_picture what = picture_of(&smile);
    what.side = SIDE_LEFT;
    assert_true(is_about(strength(&what, UNIT_AU12, FACE_LEFT), 0.8));
    assert_true(is_about(strength(&what, UNIT_AU12, FACE_RIGHT), 0));
    what.side = SIDE_RIGHT;
    assert_true(is_about(strength(&what, UNIT_AU12, FACE_LEFT), 0));
    assert_true(is_about(strength(&what, UNIT_AU12, FACE_RIGHT), 0.8));
}

static void exchanged_it_is_the_other_half_of_the_picture(void **state) {
    (void)state;
    struct pose_picture what = picture_of(&wink);
    what.muscles = true;
    assert_true(is_about(strength(&what, UNIT_AU43, FACE_LEFT), 1));
    what.exchanged = true;
    struct portrait_show show = pose_held(&what);
    assert_true(is_about(show.units.strength[UNIT_AU43][FACE_LEFT], 0));
    assert_true(is_about(show.units.strength[UNIT_AU43][FACE_RIGHT], 1));
    assert_true(show.muscles[FACE_RIGHT][MUSCLE_ORBICULARIS_OCULI_PALPEBRAL]);
    assert_false(show.muscles[FACE_LEFT][MUSCLE_ORBICULARIS_OCULI_PALPEBRAL]);
    struct pose_picture jaw = picture_of(&slide);
    jaw.exchanged = true;
    assert_true(is_about(strength(&jaw, UNIT_AD30, FACE_LEFT), 1));
}

static void muscles_glow_when_they_are_asked_for(void **state) {
    (void)state;
    struct pose_picture what = picture_of(&smile);
    assert_true(pose_held(&what).glow <= 0);
    what.muscles = true;
    assert_true(is_about(pose_held(&what).glow, 1));
}

// Each muscle is named once: on the right where it works there.
static void every_working_muscle_is_named_once(void **state) {
    (void)state;
    static const struct {
        const struct pose *pose;
        int left, right;
    } cases[] = {{&smile, 0, 2}, {&wink, 1, 0}, {&slide, 1, 1}, {&quiet, 0, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        enum muscle muscles[MUSCLE_COUNT];
        struct pose_picture what = picture_of(cases[i].pose);
        struct portrait_show show = pose_held(&what);
        assert_int_equal(pose_held_named(&show, FACE_LEFT, muscles), cases[i].left);
        assert_int_equal(pose_held_named(&show, FACE_RIGHT, muscles), cases[i].right);
    }
    enum muscle muscles[MUSCLE_COUNT];
    struct pose_picture jaw = picture_of(&slide);
    struct portrait_show show = pose_held(&jaw);
    pose_held_named(&show, FACE_LEFT, muscles);
    assert_int_equal(muscles[0], MUSCLE_TEMPORALIS);
    pose_held_named(&show, FACE_RIGHT, muscles);
    assert_int_equal(muscles[0], MUSCLE_LATERAL_PTERYGOID);
}

struct size {
    int width, height;
};

static struct size size_of(const char *path) {
    cairo_surface_t *surface = cairo_image_surface_create_from_png(path);
    assert_int_equal(cairo_surface_status(surface), CAIRO_STATUS_SUCCESS);
    struct size size = {cairo_image_surface_get_width(surface),
                        cairo_image_surface_get_height(surface)};
    cairo_surface_destroy(surface);
    return size;
}

static uint32_t pixel_of(const char *path, int x, int y) {
    cairo_surface_t *surface = cairo_image_surface_create_from_png(path);
    uint32_t colour = pixel_at(surface, x, y);
    cairo_surface_destroy(surface);
    return colour & 0xFFFFFF;
}

static void names_make_room_on_their_side(void **state) {
    (void)state;
    char folder[SCRATCH_PATH_MAX], path[SCRATCH_PATH_MAX];
    scratch_make(folder);
    scratch_path(path, folder, "a.png");
    struct error err = {0};
    struct pose_picture what = picture_of(&wink);
    assert_true(pose_picture_write(&what, path, &err));
    assert_int_equal(size_of(path).width, SIDE);
    assert_int_equal(size_of(path).height, SIDE);
    what.muscles = true;
    assert_true(pose_picture_write(&what, path, &err));
    int room = size_of(path).width - SIDE;
    assert_in_range(room, SIDE / 5, SIDE / 3);
    // The disc stands right of the names.
    assert_int_equal(pixel_of(path, room + 10, SIDE / 2), pixel_of(path, 0, 0));
    assert_int_not_equal(pixel_of(path, room + SIDE - 60, SIDE / 2), pixel_of(path, 0, 0));
    what.pose = &slide;
    assert_true(pose_picture_write(&what, path, &err));
    assert_int_equal(size_of(path).width, SIDE + 2 * room);
    what.pose = &quiet;
    assert_true(pose_picture_write(&what, path, &err));
    assert_int_equal(size_of(path).width, SIDE);
    scratch_remove(folder);
}

// A row of eight for each eight poses that are begun.
static void the_sheet_grows_by_rows(void **state) {
    (void)state;
    enum { MOST = 17, ROW = 8 };
    static const int counts[] = {1, ROW, ROW + 1, 2 * ROW + 1};
    struct pose poses[MOST];
    int heights[4];
    char folder[SCRATCH_PATH_MAX], path[SCRATCH_PATH_MAX];
    scratch_make(folder);
    scratch_path(path, folder, "a.png");
    for (int i = 0; i < MOST; i++) {
        poses[i] = quiet;
    }
    for (int i = 0; i < 4; i++) {
        struct error err = {0};
        const struct pose_sheet what = {
            .poses = poses, .count = counts[i], .look = face_look_default()};
        assert_true(pose_sheet_write(&what, path, &err));
        assert_int_equal(size_of(path).width, 1488);
        heights[i] = size_of(path).height;
    }
    assert_int_equal(heights[1], heights[0]);
    assert_true(heights[2] > heights[1]);
    assert_int_equal(heights[3] - heights[2], heights[2] - heights[1]);
    scratch_remove(folder);
}

static void a_scene_takes_no_place_on_the_sheet(void **state) {
    (void)state;
    const struct pose with[] = {quiet, scene, smile}, without[] = {quiet, smile};
    const struct pose_sheet sheets[] = {
        {.poses = with, .count = 3, .look = face_look_default()},
        {.poses = without, .count = 2, .look = face_look_default()}};
    char folder[SCRATCH_PATH_MAX], path[SCRATCH_PATH_MAX];
    struct bytes bytes[2];
    scratch_make(folder);
    scratch_path(path, folder, "a.png");
    for (int i = 0; i < 2; i++) {
        struct error err = {0};
        assert_true(pose_sheet_write(&sheets[i], path, &err));
        assert_true(file_read(path, BYTES_MOST, &bytes[i], &err));
    }
    assert_int_equal(bytes[0].length, bytes[1].length);
    assert_memory_equal(bytes[0].data, bytes[1].data, bytes[0].length);
    bytes_free(&bytes[0]);
    bytes_free(&bytes[1]);
    scratch_remove(folder);
}

static void a_sheet_of_nothing_or_of_too_much_is_refused(void **state) {
    (void)state;
    enum { MANY = 400 };
    static struct pose poses[MANY];
    char folder[SCRATCH_PATH_MAX], path[SCRATCH_PATH_MAX];
    scratch_make(folder);
    scratch_path(path, folder, "a.png");
    struct error err = {0};
    struct pose_sheet what = {.poses = &scene, .count = 1, .look = face_look_default()};
    assert_false(pose_sheet_write(&what, path, &err));
    assert_int_equal(err.code, ERROR_MISSING);
    for (int i = 0; i < MANY; i++) {
        poses[i] = quiet;
    }
    what = (struct pose_sheet){.poses = poses, .count = MANY, .look = face_look_default()};
    assert_false(pose_sheet_write(&what, path, &err));
    assert_int_equal(err.code, ERROR_LIMIT);
    assert_int_equal(scratch_count(folder), 0);
    scratch_remove(folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pose_is_held_at_its_full_strength),
        cmocka_unit_test(effort_weakens_it),
        cmocka_unit_test(a_side_leaves_the_other_at_rest),
        cmocka_unit_test(exchanged_it_is_the_other_half_of_the_picture),
        cmocka_unit_test(muscles_glow_when_they_are_asked_for),
        cmocka_unit_test(every_working_muscle_is_named_once),
        cmocka_unit_test(names_make_room_on_their_side),
        cmocka_unit_test(the_sheet_grows_by_rows),
        cmocka_unit_test(a_scene_takes_no_place_on_the_sheet),
        cmocka_unit_test(a_sheet_of_nothing_or_of_too_much_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
