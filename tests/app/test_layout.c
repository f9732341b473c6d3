// SPDX-License-Identifier: MIT
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/layout.h"

#define near(one, other) assert_true(fabs((one) - (other)) < 1e-9)

// The four borders of the design, one pixel on each side.
static void the_effective_width_decides_the_layout(void **state) {
    (void)state;
    static const struct {
        double width;
        enum layout_kind kind;
    } cases[] = {
        {320, LAYOUT_SMALLEST}, {399, LAYOUT_SMALLEST}, {400, LAYOUT_SMALL}, {759, LAYOUT_SMALL},
        {760, LAYOUT_MIDDLE},   {1099, LAYOUT_MIDDLE},  {1100, LAYOUT_WIDE}, {1920, LAYOUT_WIDE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct layout layout = layout_make(cases[i].width, 800, 100, false);
        assert_int_equal(layout_kind(&layout), cases[i].kind);
    }
}

static void larger_text_makes_a_window_narrower(void **state) {
    (void)state;
    struct layout layout = layout_make(1280, 800, 250, false);
    near(layout.effective, 512);
    assert_int_equal(layout_kind(&layout), LAYOUT_SMALL);
    layout = layout_make(1280, 800, 150, false);
    assert_int_equal(layout_kind(&layout), LAYOUT_MIDDLE);
}

// 1, 0.8, 0.67 and 0.4 of the growth; the scene none.
static void sizes_grow_each_at_its_own_pace(void **state) {
    (void)state;
    struct layout layout = layout_make(1280, 800, 200, false);
    near(layout_body(&layout, 18), 36);
    near(layout_title(&layout, 10), 18);
    near(layout_display(&layout, 100), 167);
    near(layout_space(&layout, 10), 14);
    near(layout_scene(&layout, 10), 10);
}

static void at_the_common_size_all_are_as_designed(void **state) {
    (void)state;
    struct layout layout = layout_make(640, 480, 100, false);
    near(layout_body(&layout, 18), 18);
    near(layout_title(&layout, 26), 26);
    near(layout_display(&layout, 42), 42);
    near(layout_space(&layout, 64), 64);
}

// A window as wide as two is one on a display of finer pixels, and as wide in the eye.
static void a_very_large_window_grows_as_a_whole(void **state) {
    (void)state;
    struct layout plain = layout_make(1920, 1080, 150, false);
    struct layout fine = layout_make(3840, 2160, 150, false);
    near(plain.pixel, 1);
    near(fine.pixel, 2);
    near(fine.effective, plain.effective);
    near(layout_space(&fine, 24), 2 * layout_space(&plain, 24));
    near(layout_scene(&fine, 24), 48);
    // Wide alone is not large: the height has to follow.
    struct layout wide = layout_make(3840, 1080, 100, false);
    near(wide.pixel, 1);
}

static void the_text_stays_within_its_bounds(void **state) {
    (void)state;
    near(layout_make(800, 600, 1000, false).text, 2.5);
    near(layout_make(800, 600, 10, false).text, 0.8);
    near(layout_make(800, 600, -5, false).text, 0.8);
}

static void a_box_is_mirrored_only_from_the_right(void **state) {
    (void)state;
    struct box box = {10, 20, 100, 40};
    struct layout left = layout_make(800, 600, 100, false);
    struct layout right = layout_make(800, 600, 100, true);
    near(layout_mirror(&left, box).x, 10);
    near(layout_mirror(&right, box).x, 690);
    near(layout_mirror(&right, box).y, 20);
    near(layout_mirror(&right, box).width, 100);
    near(layout_mirror(&right, layout_mirror(&right, box)).x, 10);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_effective_width_decides_the_layout),
        cmocka_unit_test(larger_text_makes_a_window_narrower),
        cmocka_unit_test(sizes_grow_each_at_its_own_pace),
        cmocka_unit_test(at_the_common_size_all_are_as_designed),
        cmocka_unit_test(a_very_large_window_grows_as_a_whole),
        cmocka_unit_test(the_text_stays_within_its_bounds),
        cmocka_unit_test(a_box_is_mirrored_only_from_the_right),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
