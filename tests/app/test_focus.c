// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/desk.h"
#include "app/keyboard.h"

int64_t __wrap_clock_monotonic_ms(void);

static int64_t *now(void) {
    static int64_t now_ms = 1000000;
    return &now_ms;
}

int64_t __wrap_clock_monotonic_ms(void) {
    return *now();
}

enum { GRID = 7 };

// A button, a grid of two rows of three, a button:   A / 0 1 2 / 3 4 5 / Z
static void paint(struct desk *desk) {
    static const char *const names[] = {"0", "1", "2", "3", "4", "5"};
    elements_begin(&desk->window);
    desk_add(desk, "A", (struct act){ACT_HELP, 0}, (struct box){0, 0, 80, 50}, 0);
    for (int i = 0; i < 6; i++) {
        int column = i % 3;
        int row = i / 3;
        struct box box = {100.0 * column, 100 + 100.0 * row, 90, 90};
        desk_add(desk, names[i], (struct act){ACT_CHOOSE, i}, box, GRID);
    }
    desk_add(desk, "Z", (struct act){ACT_STOP, 0}, (struct box){0, 400, 80, 50}, 0);
    elements_end(&desk->window);
}

static int set_up_from_right(void **state) {
    struct desk *desk = memory_new(1, sizeof *desk);
    desk_open_as(desk, 800, 600, 100, true);
    *state = desk;
    return 0;
}

static void step(struct desk *desk, int by, const char *wanted) {
    focus_step(&desk->window, by);
    paint(desk);
    assert_string_equal(desk_focus(desk), wanted);
}

static void move(struct desk *desk, enum direction direction, const char *wanted) {
    focus_move(&desk->window, direction);
    paint(desk);
    assert_string_equal(desk_focus(desk), wanted);
}

static void there_is_always_a_focus(void **state) {
    struct desk *desk = *state;
    paint(desk);
    assert_string_equal(desk_focus(desk), "A");
}

static void a_group_is_one_stop(void **state) {
    struct desk *desk = *state;
    paint(desk);
    step(desk, 1, "0");
    step(desk, 1, "Z");
    step(desk, 1, "A");
    step(desk, -1, "Z");
    step(desk, -1, "0");
    step(desk, -1, "A");
}

static void tab_leaves_a_group_from_its_middle(void **state) {
    struct desk *desk = *state;
    paint(desk);
    focus_on(&desk->window, (struct act){ACT_CHOOSE, 4});
    paint(desk);
    step(desk, 1, "Z");
    focus_on(&desk->window, (struct act){ACT_CHOOSE, 4});
    paint(desk);
    step(desk, -1, "A");
}

static void arrows_move_inside_the_group(void **state) {
    struct desk *desk = *state;
    paint(desk);
    step(desk, 1, "0");
    move(desk, DIRECTION_RIGHT, "1");
    move(desk, DIRECTION_DOWN, "4");
    move(desk, DIRECTION_LEFT, "3");
    move(desk, DIRECTION_UP, "0");
    // Over the end of a line to the next, and no farther than the ends of the group.
    assert_false(focus_move(&desk->window, DIRECTION_LEFT));
    assert_false(focus_move(&desk->window, DIRECTION_UP));
    move(desk, DIRECTION_RIGHT, "1");
    move(desk, DIRECTION_RIGHT, "2");
    move(desk, DIRECTION_RIGHT, "3");
    move(desk, DIRECTION_LEFT, "2");
    move(desk, DIRECTION_DOWN, "5");
    assert_false(focus_move(&desk->window, DIRECTION_RIGHT));
    assert_false(focus_move(&desk->window, DIRECTION_DOWN));
}

static void from_the_right_left_is_on(void **state) {
    struct desk *desk = *state;
    paint(desk);
    step(desk, 1, "0");
    move(desk, DIRECTION_LEFT, "1");
    move(desk, DIRECTION_RIGHT, "0");
    move(desk, DIRECTION_DOWN, "3");
}

static void what_vanishes_gives_the_focus_back(void **state) {
    struct desk *desk = *state;
    paint(desk);
    focus_on(&desk->window, (struct act){ACT_UNDO, 0});
    paint(desk);
    assert_string_equal(desk_focus(desk), "A");
}

static void press(struct desk *desk, SDL_Keycode key, int mod) {
    keyboard_press(&desk->window, key, mod);
    if (desk->window.screen == SCREEN_HELP || desk->window.screen == SCREEN_SAFETY) {
        window_paint_screen(&desk->window, desk->cairo, 800, 600);
    }
}

// From the pages that lie over a screen, which need nothing but themselves.
static void pages_over_a_screen_lead_back(void **state) {
    struct desk *desk = *state;
    struct window *window = &desk->window;
    window->screen = SCREEN_FEEL;
    window_over(window, SCREEN_HELP);
    window_paint_screen(window, desk->cairo, 800, 600);
    assert_string_equal(desk_focus(desk), "Back");
    press(desk, SDLK_e, 0);
    assert_int_equal(window->screen, SCREEN_SAFETY);
    *now() += 1000;
    press(desk, SDLK_F1, 0);
    assert_int_equal(window->screen, SCREEN_HELP);
    press(desk, SDLK_F3, 0);
    assert_int_equal(window->screen, SCREEN_SAFETY);
    press(desk, SDLK_ESCAPE, 0);
    assert_int_equal(window->screen, SCREEN_FEEL);
}

static void a_trembling_key_counts_once(void **state) {
    struct desk *desk = *state;
    struct window *window = &desk->window;
    window->screen = SCREEN_FEEL;
    window_over(window, SCREEN_HELP);
    window_paint_screen(window, desk->cairo, 800, 600);
    *now() += 5000;
    press(desk, SDLK_h, 0); // closes the page
    assert_int_equal(window->screen, SCREEN_FEEL);
    window_over(window, SCREEN_HELP);
    window_paint_screen(window, desk->cairo, 800, 600);
    *now() += window->house->settings.key_repeat_ms - 1;
    press(desk, SDLK_h, 0);
    assert_int_equal(window->screen, SCREEN_HELP);
    *now() += 1;
    press(desk, SDLK_h, 0);
    assert_int_equal(window->screen, SCREEN_FEEL);
}

static void control_q_closes_from_anywhere(void **state) {
    struct desk *desk = *state;
    paint(desk);
    press(desk, SDLK_q, KMOD_LCTRL);
    assert_true(desk->window.quit);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(there_is_always_a_focus, desk_make, desk_remove),
        cmocka_unit_test_setup_teardown(a_group_is_one_stop, desk_make, desk_remove),
        cmocka_unit_test_setup_teardown(tab_leaves_a_group_from_its_middle, desk_make, desk_remove),
        cmocka_unit_test_setup_teardown(arrows_move_inside_the_group, desk_make, desk_remove),
        cmocka_unit_test_setup_teardown(from_the_right_left_is_on, set_up_from_right, desk_remove),
        cmocka_unit_test_setup_teardown(what_vanishes_gives_the_focus_back, desk_make, desk_remove),
        cmocka_unit_test_setup_teardown(pages_over_a_screen_lead_back, desk_make, desk_remove),
        cmocka_unit_test_setup_teardown(a_trembling_key_counts_once, desk_make, desk_remove),
        cmocka_unit_test_setup_teardown(control_q_closes_from_anywhere, desk_make, desk_remove),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
