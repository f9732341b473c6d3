// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms settings_write paths_prepare

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/desk.h"
#include "app/keyboard.h"
#include "app/toast.h"

int64_t __wrap_clock_monotonic_ms(void);
bool __wrap_paths_prepare(const struct paths *paths, struct error *err);
bool __wrap_settings_write(const char *path, const struct settings *settings, struct error *err);

struct outside {
    int64_t now_ms;
    int written; // text_percent of the settings as they were written last
    bool refuses;
};

static struct outside *outside(void) {
    static struct outside outside;
    return &outside;
}

int64_t __wrap_clock_monotonic_ms(void) {
    return outside()->now_ms;
}

bool __wrap_paths_prepare(const struct paths *paths, struct error *err) {
    (void)paths;
    (void)err;
    return true;
}

bool __wrap_settings_write(const char *path, const struct settings *settings, struct error *err) {
    (void)path;
    if (outside()->refuses) {
        error_set(err, ERROR_FILE, "the disk is full");
        return false;
    }
    outside()->written = settings->text_percent;
    return true;
}

static int set_up(void **state) {
    *outside() = (struct outside){.now_ms = 1000000};
    desk_make(state);
    struct desk *desk = *state;
    desk->window.screen = SCREEN_FEEL;
    window_over(&desk->window, SCREEN_HELP);
    return 0;
}

static void press_control(struct desk *desk, SDL_Keycode key) {
    keyboard_press(&desk->window, key, KMOD_LCTRL);
    window_paint_screen(&desk->window, desk->cairo, 800, 600);
}

static int percent(const struct desk *desk) {
    return desk->house.settings.text_percent;
}

static void the_size_of_text_is_written_and_undone(void **state) {
    struct desk *desk = *state;
    press_control(desk, SDLK_PLUS);
    assert_int_equal(outside()->written, 125);
    assert_string_equal(desk->window.message, "Text 125 %");
    press_control(desk, SDLK_EQUALS);
    assert_int_equal(outside()->written, 150);
    press_control(desk, SDLK_z);
    press_control(desk, SDLK_z);
    assert_int_equal(outside()->written, 100);
    press_control(desk, SDLK_z); // nothing more to take back
    assert_int_equal(percent(desk), 100);
}

static void the_size_of_text_has_ends(void **state) {
    struct desk *desk = *state;
    press_control(desk, SDLK_MINUS);
    assert_int_equal(percent(desk), 100);
    for (int i = 0; i < 10; i++) {
        press_control(desk, SDLK_KP_PLUS);
    }
    assert_int_equal(percent(desk), 250);
    press_control(desk, SDLK_MINUS);
    assert_int_equal(percent(desk), 225);
    press_control(desk, SDLK_0);
    assert_int_equal(outside()->written, 100);
}

static void a_disk_that_refuses_is_said_and_the_text_grows(void **state) {
    struct desk *desk = *state;
    outside()->refuses = true;
    press_control(desk, SDLK_PLUS);
    assert_int_equal(percent(desk), 125);
    assert_string_equal(desk->window.message, "the disk is full");
    assert_false(desk->window.message_undo);
}

static void a_toast_goes_by_itself(void **state) {
    struct desk *desk = *state;
    struct window *window = &desk->window;
    assert_true(toast_wait_ms(window) == INT64_MAX);
    window_say(window, "Kept.");
    int64_t wait_ms = toast_wait_ms(window);
    assert_true(wait_ms > 1000 && wait_ms < 20000);
    outside()->now_ms += wait_ms - 1;
    toast_tick(window);
    assert_string_equal(window->message, "Kept.");
    outside()->now_ms += 1;
    toast_tick(window);
    assert_string_equal(window->message, "");
}

// Nobody loses a button from under the finger.
static void a_focused_toast_stays(void **state) {
    struct desk *desk = *state;
    struct window *window = &desk->window;
    press_control(desk, SDLK_PLUS);
    focus_on(window, (struct act){ACT_UNDO, 0});
    window_paint_screen(window, desk->cairo, 800, 600);
    assert_string_equal(desk_focus(desk), "Undo");
    outside()->now_ms += 60000;
    toast_tick(window);
    assert_string_equal(window->message, "Text 125 %");
    focus_press(window);
    assert_int_equal(percent(desk), 100);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_size_of_text_is_written_and_undone, set_up,
                                        desk_remove),
        cmocka_unit_test_setup_teardown(the_size_of_text_has_ends, set_up, desk_remove),
        cmocka_unit_test_setup_teardown(a_disk_that_refuses_is_said_and_the_text_grows, set_up,
                                        desk_remove),
        cmocka_unit_test_setup_teardown(a_toast_goes_by_itself, set_up, desk_remove),
        cmocka_unit_test_setup_teardown(a_focused_toast_stays, set_up, desk_remove),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
