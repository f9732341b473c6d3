// SPDX-License-Identifier: MIT
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/desk.h"
#include "app/scroll.h"

enum { ROWS = 20, ROW = 50, VIEW_TOP = 100, VIEW = 300 };

// Twenty rows of fifty in a view of three hundred, painted until nothing asks for more.
static void paint_rows(struct desk *desk, int rows) {
    struct window *window = &desk->window;
    int paintings = 0;
    do {
        assert_true(paintings++ < 3);
        window->stale = false;
        elements_begin(window);
        double y = scroll_begin(window, &window->scroll, (struct box){20, VIEW_TOP, 400, VIEW});
        for (int i = 0; i < rows; i++) {
            desk_add(desk, "Row", (struct act){ACT_OPEN, i}, (struct box){20, y, 400, ROW - 2}, 1);
            y += ROW;
        }
        scroll_end(window, &window->scroll, y);
        elements_end(window);
    } while (window->stale);
}

static struct box box_of(const struct desk *desk, int row) {
    return desk->window.elements->all[row].box;
}

static void assert_in_view(const struct desk *desk, int row) {
    struct box box = box_of(desk, row);
    assert_true(box.y >= VIEW_TOP && box.y + box.height <= VIEW_TOP + VIEW);
}

static void what_fits_does_not_move(void **state) {
    struct desk *desk = *state;
    paint_rows(desk, 3);
    scroll_by(&desk->window, &desk->window.scroll, 500);
    assert_true(fabs(desk->window.scroll.offset) < 0.5);
    assert_false(desk->window.stale);
    focus_on(&desk->window, (struct act){ACT_OPEN, 2});
    paint_rows(desk, 3);
    assert_true(fabs(box_of(desk, 0).y - VIEW_TOP) < 0.5);
}

static void the_focus_is_brought_into_sight(void **state) {
    struct desk *desk = *state;
    paint_rows(desk, ROWS);
    assert_true(fabs(desk->window.scroll.height - ROWS * ROW) < 0.5);
    for (int row = 0; row < ROWS; row++) {
        focus_on(&desk->window, (struct act){ACT_OPEN, row});
        paint_rows(desk, ROWS);
        assert_in_view(desk, row);
    }
    for (int row = ROWS - 1; row >= 0; row--) {
        focus_on(&desk->window, (struct act){ACT_OPEN, row});
        paint_rows(desk, ROWS);
        assert_in_view(desk, row);
    }
    assert_true(fabs(desk->window.scroll.offset) < 0.5);
}

enum { HEAD = 40, IN_SECTION = 4 };

// Sections of four rows, each below a head.
static void paint_sections(struct desk *desk, int view_height) {
    struct window *window = &desk->window;
    int paintings = 0;
    do {
        assert_true(paintings++ < 3);
        window->stale = false;
        elements_begin(window);
        struct box view = {20, VIEW_TOP, 400, view_height};
        double y = scroll_begin(window, &window->scroll, view);
        for (int i = 0; i < ROWS; i++) {
            if (i % IN_SECTION == 0) {
                element_head(window, y);
                y += HEAD;
            }
            desk_add(desk, "Row", (struct act){ACT_OPEN, i}, (struct box){20, y, 400, ROW - 2}, 1);
            element_no_head(window);
            y += ROW;
        }
        scroll_end(window, &window->scroll, y);
        elements_end(window);
    } while (window->stale);
}

// Upwards a head comes into sight with the first row below it, where both have room.
static void a_head_comes_with_its_first_row(void **state) {
    struct desk *desk = *state;
    paint_sections(desk, VIEW);
    scroll_by(&desk->window, &desk->window.scroll, 10000);
    for (int row = ROWS - 1; row >= 0; row--) {
        focus_on(&desk->window, (struct act){ACT_OPEN, row});
        paint_sections(desk, VIEW);
        assert_in_view(desk, row);
        assert_true(row % IN_SECTION > 0 || box_of(desk, row).y - HEAD >= VIEW_TOP);
    }
    // In a view that is too low for both the row comes first.
    enum { LOW = 80 };
    for (int row = ROWS - 1; row >= 0; row--) {
        focus_on(&desk->window, (struct act){ACT_OPEN, row});
        paint_sections(desk, LOW);
        struct box box = box_of(desk, row);
        assert_true(box.y >= VIEW_TOP && box.y + box.height <= VIEW_TOP + LOW);
    }
}

// The wheel may leave the focus behind; the next move of it brings it back.
static void the_wheel_leaves_the_focus_behind(void **state) {
    struct desk *desk = *state;
    paint_rows(desk, ROWS);
    scroll_by(&desk->window, &desk->window.scroll, 10000);
    paint_rows(desk, ROWS);
    assert_true(fabs(desk->window.scroll.offset - (ROWS * ROW - VIEW)) < 0.5);
    assert_true(box_of(desk, 0).y < VIEW_TOP);
    focus_on(&desk->window, (struct act){ACT_OPEN, 1});
    paint_rows(desk, ROWS);
    assert_in_view(desk, 1);
}

static void a_shorter_content_leaves_no_hole(void **state) {
    struct desk *desk = *state;
    paint_rows(desk, ROWS);
    scroll_by(&desk->window, &desk->window.scroll, 10000);
    paint_rows(desk, ROWS);
    paint_rows(desk, 8);
    assert_true(fabs(desk->window.scroll.offset - (8 * ROW - VIEW)) < 0.5);
    paint_rows(desk, 2);
    assert_true(fabs(desk->window.scroll.offset) < 0.5);
}

static void what_is_scrolled_away_is_not_pressed(void **state) {
    struct desk *desk = *state;
    paint_rows(desk, ROWS);
    assert_int_equal(elements_at(&desk->window, 50, VIEW_TOP + 10), 0);
    assert_int_equal(elements_at(&desk->window, 50, VIEW_TOP + VIEW + 10), -1);
}

// The content is clipped to its view: nothing runs into the foot.
static void content_is_clipped(void **state) {
    struct desk *desk = *state;
    struct window *window = &desk->window;
    elements_begin(window);
    double y = scroll_begin(window, &window->scroll, (struct box){20, VIEW_TOP, 400, VIEW});
    cairo_set_source_rgb(desk->cairo, 1, 1, 1);
    cairo_paint(desk->cairo);
    scroll_end(window, &window->scroll, y + 100);
    elements_end(window);
    assert_int_equal(desk_pixel(desk, 200, VIEW_TOP - 2), 0);
    assert_int_equal(desk_pixel(desk, 200, VIEW_TOP + 2), 0xffffff);
    assert_int_equal(desk_pixel(desk, 200, VIEW_TOP + VIEW + 2), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_fits_does_not_move, desk_make, desk_remove),
        cmocka_unit_test_setup_teardown(the_focus_is_brought_into_sight, desk_make, desk_remove),
        cmocka_unit_test_setup_teardown(a_head_comes_with_its_first_row, desk_make, desk_remove),
        cmocka_unit_test_setup_teardown(the_wheel_leaves_the_focus_behind, desk_make, desk_remove),
        cmocka_unit_test_setup_teardown(a_shorter_content_leaves_no_hole, desk_make, desk_remove),
        cmocka_unit_test_setup_teardown(what_is_scrolled_away_is_not_pressed, desk_make,
                                        desk_remove),
        cmocka_unit_test_setup_teardown(content_is_clipped, desk_make, desk_remove),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
