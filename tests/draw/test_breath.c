// SPDX-License-Identifier: MIT
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "draw/breath.h"
#include "draw/scene.h"
#include "fonts.h"
#include "pixel.h"

enum { WIDTH = 320, HEIGHT = 260, RADIUS = 80 };

struct picture {
    struct theme theme;
    cairo_surface_t *surface;
    cairo_t *cairo;
    struct breath *breath;
};

static struct picture picture_new(enum theme_name name) {
    struct picture picture = {.theme = theme_make(name, 100)};
    picture.surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
    picture.cairo = cairo_create(picture.surface);
    return picture;
}

// The lamp borrows the theme, which must not move any more.
static void picture_light(struct picture *picture) {
    picture->breath = breath_new(&picture->theme, WIDTH / 2.0, HEIGHT / 2.0, RADIUS);
    scene_sky(picture->cairo, &picture->theme, (struct scene){WIDTH, HEIGHT});
    breath_ring(picture->breath, picture->cairo);
    breath_keep(picture->breath, picture->surface);
}

static void picture_free(struct picture *picture) {
    breath_free(picture->breath);
    cairo_destroy(picture->cairo);
    cairo_surface_destroy(picture->surface);
}

static uint32_t pixel(const struct picture *picture, int x, int y) {
    return pixel_at(picture->surface, x, y) & 0xffffff;
}

static int differing(const struct picture *one, const struct picture *other, struct box inside,
                     bool within) {
    int count = 0;
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
            count += box_holds(inside, x, y) == within && pixel(one, x, y) != pixel(other, x, y);
        }
    }
    return count;
}

static const struct breath_pose poses[] = {
    {.level = 0, .count = 1},
    {.level = 0.37, .count = 1},
    {.level = 1, .count = 0},
    {.level = 1, .count = 1, .mark = MARK_FULL},
    {.level = 0, .count = 0.5, .mark = MARK_EMPTY},
    {.level = 0.9, .count = 1, .mark = MARK_TOP_UP, .mark_share = 0.6},
};
enum { POSES = sizeof poses / sizeof poses[0] };

static const struct box whole = {0, 0, WIDTH, HEIGHT};

// Going from any pose to any other by painting only what the two cover leaves exactly the picture
// that the second alone makes.
static void a_pose_leaves_nothing_behind(void **state) {
    (void)state;
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        for (int from = 0; from < POSES; from++) {
            for (int to = 0; to < POSES; to++) {
                struct picture moved = picture_new((enum theme_name)theme);
                struct picture fresh = picture_new((enum theme_name)theme);
                picture_light(&moved);
                picture_light(&fresh);
                struct box before = breath_box(moved.breath, &poses[from]);
                struct box after = breath_box(moved.breath, &poses[to]);
                breath_paint(moved.breath, moved.cairo, &poses[from], before);
                breath_paint(moved.breath, moved.cairo, &poses[to], box_join(before, after));
                breath_paint(fresh.breath, fresh.cairo, &poses[to], breath_room(fresh.breath));
                assert_int_equal(differing(&moved, &fresh, whole, true), 0);
                picture_free(&moved);
                picture_free(&fresh);
            }
        }
    }
}

static void a_pose_stays_in_its_box(void **state) {
    (void)state;
    for (int i = 0; i < POSES; i++) {
        struct picture still = picture_new(THEME_EVENING);
        struct picture lit = picture_new(THEME_EVENING);
        picture_light(&still);
        picture_light(&lit);
        struct box box = breath_box(lit.breath, &poses[i]);
        breath_paint(lit.breath, lit.cairo, &poses[i], box);
        assert_int_equal(differing(&still, &lit, box, false), 0);
        assert_true(differing(&still, &lit, box, true) > 1000);
        picture_free(&still);
        picture_free(&lit);
    }
}

static void the_lamp_grows_with_its_level(void **state) {
    (void)state;
    struct picture still = picture_new(THEME_EVENING);
    picture_light(&still);
    int last = 0;
    for (int step = 0; step <= 10; step++) {
        struct picture lit = picture_new(THEME_EVENING);
        picture_light(&lit);
        struct breath_pose pose = {.level = step / 10.0};
        breath_paint(lit.breath, lit.cairo, &pose, breath_room(lit.breath));
        int covered = differing(&still, &lit, whole, true);
        assert_true(covered > last);
        last = covered;
        picture_free(&lit);
    }
    // A full lamp fills the target ring and no more.
    assert_true(last > 0.95 * 3.14159 * RADIUS * RADIUS);
    assert_true(last < 1.05 * 3.14159 * RADIUS * RADIUS);
    picture_free(&still);
}

static void the_count_is_seen_and_fits_the_smallest_lamp(void **state) {
    (void)state;
    static const char *const counts[] = {"8", "20", "13:25"};
    struct segment segment = {.phase = PHASE_REST, .end_ms = 4000};
    struct frame frame = {.segment = &segment, .count = 8};
    struct breath_pose pose = {.level = 0, .count = 1};
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        struct picture plain = picture_new(THEME_EVENING);
        struct picture counted = picture_new(THEME_EVENING);
        picture_light(&plain);
        picture_light(&counted);
        breath_set_count(counted.breath, counts[i], &frame, 120);
        breath_paint(plain.breath, plain.cairo, &pose, breath_room(plain.breath));
        breath_paint(counted.breath, counted.cairo, &pose, breath_room(counted.breath));
        int seen = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                bool inked = pixel(&plain, x, y) != pixel(&counted, x, y);
                seen += inked;
                // The core of the empty lamp.
                assert_true(!inked ||
                            hypot(x - WIDTH / 2.0, y - HEIGHT / 2.0) < RADIUS * 0.48 * 0.76 + 1);
            }
        }
        assert_true(seen > 40);
        picture_free(&plain);
        picture_free(&counted);
    }
}

// The figure is a function of the frame, and it tells truly whether it moves: the loop sleeps by
// what it says.
static void it_never_moves_while_it_says_that_it_stands(void **state) {
    (void)state;
    struct step steps[] = {
        {.number = 1, .name = "Settle", .count = 1, .length_ms = 9000, .effort = -1},
        {.number = 2, .name = "Short", .count = 1, .length_ms = 1100, .effort = -1},
        {.number = 3,
         .name = "Breathe",
         .verb = VERB_BREATHE,
         .count = 2,
         .effort = -1,
         .breath = {2500, 900, 3000, 4000, 2000}},
        {.number = 4,
         .name = "Smile",
         .verb = VERB_EXERCISE,
         .side = SIDE_BOTH,
         .count = 2,
         .effort = 2,
         .movement = {2000, 3000, 2000, 3000}},
        {.number = 5, .name = "Rest", .count = 1, .length_ms = 5000, .effort = -1},
    };
    struct routine routine = {.steps = steps, .step_count = 5, .tempo_min = 1, .tempo_max = 1};
    struct timeline_options options = timeline_options_written(
        (struct timeline_phrases){.left = "left", .right = "right", .over = "over"});
    struct error err = {0};
    struct timeline *timeline = timeline_compile(&routine, &options, &err);
    assert_non_null(timeline);
    double last = -1;
    int moving = 0;
    int standing = 0;
    for (int64_t at_ms = 0; at_ms < timeline->total_ms; at_ms += 5) {
        struct frame frame = timeline_frame_at(timeline, at_ms);
        struct frame next = timeline_frame_at(timeline, at_ms + 1);
        struct breath_pose pose = breath_pose(&frame);
        struct breath_pose after = breath_pose(&next);
        assert_true(pose.level >= 0 && pose.level <= 1);
        assert_true(pose.count >= 0 && pose.count <= 1);
        // No leap: at most a hundredth of the whole way in five milliseconds.
        assert_true(last < 0 || fabs(pose.level - last) < 0.01);
        last = pose.level;
        bool same_segment = frame.segment == next.segment;
        if (!breath_moves(&frame)) {
            standing++;
            assert_true(!same_segment || fabs(pose.level - after.level) < 1e-9);
            int64_t in_ms = breath_moves_in_ms(&frame);
            assert_true(in_ms > 0);
            if (in_ms < frame.left_ms) {
                struct frame then = timeline_frame_at(timeline, at_ms + in_ms);
                assert_true(breath_moves(&then));
                struct frame before = timeline_frame_at(timeline, at_ms + in_ms - 1);
                assert_false(breath_moves(&before));
            }
        } else {
            moving++;
            assert_int_equal(breath_moves_in_ms(&frame), 0);
        }
    }
    assert_true(moving > 1000 && standing > 1000);
    timeline_free(timeline);
}

// Sixty pictures a second, also near the turning points, where the lamp is slow.
static void each_picture_of_a_moving_lamp_is_worth_painting(void **state) {
    (void)state;
    enum { FRAMES_A_SECOND = 60, EDGE_MS = 34, RING = 212 };
    struct step step = {.number = 1,
                        .name = "Breathe",
                        .verb = VERB_BREATHE,
                        .count = 1,
                        .effort = -1,
                        .breath = {4000, 1000, 2000, 8000, 2000}};
    struct routine routine = {.steps = &step, .step_count = 1, .tempo_min = 1, .tempo_max = 1};
    struct timeline_options options = timeline_options_written(
        (struct timeline_phrases){.left = "left", .right = "right", .over = "over"});
    struct error err = {0};
    struct timeline *timeline = timeline_compile(&routine, &options, &err);
    assert_non_null(timeline);
    struct breath_pose last = {.level = -1};
    int due = 0;
    for (int64_t i = 0; i * 1000 / FRAMES_A_SECOND < timeline->total_ms; i++) {
        struct frame frame = timeline_frame_at(timeline, i * 1000 / FRAMES_A_SECOND);
        struct breath_pose pose = breath_pose(&frame);
        bool edge = frame.into_ms < EDGE_MS || frame.into_ms > frame.segment->ramp_ms - EDGE_MS;
        if (breath_moves(&frame) && !edge) {
            due++;
            assert_true(breath_poses_differ(&last, &pose, RING));
        } else if (!breath_moves(&frame) && frame.into_ms > EDGE_MS) {
            assert_false(breath_poses_differ(&last, &pose, RING));
        }
        last = pose;
    }
    assert_true(due > 750);
    timeline_free(timeline);
}

static void the_count_is_a_clock_where_the_time_is_long(void **state) {
    (void)state;
    char text[BREATH_COUNT_MAX];
    struct segment segment = {.phase = PHASE_IN, .end_ms = 5000};
    struct frame frame = {.segment = &segment, .count = 5};
    breath_count_text(&frame, text);
    assert_string_equal(text, "5");
    segment.end_ms = 900000;
    frame.count = 805;
    breath_count_text(&frame, text);
    assert_string_equal(text, "13:25");
    breath_count_text(&(struct frame){0}, text);
    assert_string_equal(text, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pose_leaves_nothing_behind),
        cmocka_unit_test(a_pose_stays_in_its_box),
        cmocka_unit_test(the_lamp_grows_with_its_level),
        cmocka_unit_test(the_count_is_seen_and_fits_the_smallest_lamp),
        cmocka_unit_test(it_never_moves_while_it_says_that_it_stands),
        cmocka_unit_test(each_picture_of_a_moving_lamp_is_worth_painting),
        cmocka_unit_test(the_count_is_a_clock_where_the_time_is_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
