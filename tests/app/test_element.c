// SPDX-License-Identifier: MIT
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "app/desk.h"

static const struct act start = {ACT_START, 0};
static const struct act stop = {ACT_STOP, 0};

static void every_role_has_a_word(void **state) {
    (void)state;
    for (int role = 0; role < ROLE_COUNT; role++) {
        assert_true(role_word((enum role)role)[0] != '\0');
    }
}

static void spoken_is_name_value_role_and_choice(void **state) {
    (void)state;
    char text[256];
    struct element element = {.role = ROLE_CARD, .name = "Box breathing", .value = "4:30"};
    element_spoken(&element, text, sizeof text);
    assert_string_equal(text, "Box breathing, 4:30, card");
    element.value[0] = '\0';
    element_spoken(&element, text, sizeof text);
    assert_string_equal(text, "Box breathing, card");
    element.chosen = true;
    element_spoken(&element, text, sizeof text);
    assert_string_equal(text, "Box breathing, card, chosen");
    char small[8];
    element_spoken(&element, small, sizeof small);
    assert_string_equal(small, "Box bre");
}

static void a_screen_that_appears_has_its_main_element_in_focus(void **state) {
    struct desk *desk = *state;
    struct window *window = &desk->window;
    struct button plain = {.kind = BUTTON_SECONDARY, .label = "Stop"};
    struct button main = {.kind = BUTTON_PRIMARY, .label = "Start"};
    elements_begin(window);
    element_button(window, &plain, (struct box){10, 10, 200, 56}, stop);
    element_button(window, &main, (struct box){10, 90, 200, 56}, start);
    elements_end(window);
    assert_string_equal(desk_focus(desk), "Start");
}

static void the_focus_stays_with_what_is_done(void **state) {
    struct desk *desk = *state;
    struct window *window = &desk->window;
    for (int round = 0; round < 2; round++) {
        elements_begin(window);
        if (round == 1) {
            desk_add(desk, "New", (struct act){ACT_HELP, 0}, (struct box){0, 0, 50, 50}, 0);
        }
        desk_add(desk, "Start", start, (struct box){0, 60, 50, 50}, 0);
        desk_add(desk, "Stop", stop, (struct box){0, 120, 50, 50}, 0);
        elements_end(window);
        if (round == 0) {
            focus_on(window, stop);
        }
    }
    assert_string_equal(desk_focus(desk), "Stop");
    assert_int_equal(window->elements->focused, 2);
}

// Two that do the same are still two.
static void twins_are_told_apart(void **state) {
    struct desk *desk = *state;
    struct window *window = &desk->window;
    for (int round = 0; round < 2; round++) {
        elements_begin(window);
        desk_add(desk, "One", start, (struct box){0, 0, 50, 50}, 0);
        desk_add(desk, "Two", start, (struct box){0, 60, 50, 50}, 0);
        elements_end(window);
        focus_on_element(window, 1);
    }
    assert_string_equal(desk_focus(desk), "Two");
}

static void a_part_painted_again_takes_its_old_place(void **state) {
    struct desk *desk = *state;
    struct window *window = &desk->window;
    elements_begin(window);
    desk_add(desk, "Start", start, (struct box){0, 0, 50, 50}, 0);
    desk_add(desk, "Stop", stop, (struct box){0, 60, 50, 50}, 0);
    elements_end(window);
    desk_add(desk, "Stop now", stop, (struct box){0, 80, 50, 50}, 0);
    assert_int_equal(window->elements->count, 2);
    assert_string_equal(window->elements->all[1].name, "Stop now");
    assert_int_equal(elements_at(window, 10, 120), 1);
}

static void the_pointer_finds_what_can_be_seen(void **state) {
    struct desk *desk = *state;
    struct window *window = &desk->window;
    elements_begin(window);
    desk_add(desk, "Below", start, (struct box){0, 0, 100, 100}, 0);
    desk_add(desk, "Above", stop, (struct box){50, 0, 100, 100}, 0);
    window->elements->view = (struct box){0, 200, 800, 100};
    desk_add(desk, "Half away", (struct act){ACT_HELP, 0}, (struct box){0, 150, 100, 100}, 0);
    elements_end(window);
    assert_int_equal(elements_at(window, 20, 50), 0);
    assert_int_equal(elements_at(window, 70, 50), 1);
    assert_int_equal(elements_at(window, 20, 170), -1);
    assert_int_equal(elements_at(window, 20, 220), 2);
    assert_int_equal(elements_at(window, 500, 500), -1);
}

static void the_ring_comes_over_everything(void **state) {
    struct desk *desk = *state;
    struct window *window = &desk->window;
    elements_begin(window);
    desk_add(desk, "Start", start, (struct box){100, 100, 200, 56}, 0);
    // What is painted after the element, as a neighbour might be.
    cairo_set_source_rgb(desk->cairo, 0, 0, 0);
    cairo_paint(desk->cairo);
    assert_int_equal(desk_pixel(desk, 200, 95), 0);
    elements_end(window);
    struct colour ring = theme_colour(&window->theme, TOKEN_FOCUS);
    assert_int_equal(desk_pixel(desk, 200, 95) >> 16, (int)lround(ring.red * 255));
    assert_int_equal(desk_pixel(desk, 200, 98), 0); // the gap
}

static void warmth_follows_the_pointer(void **state) {
    struct desk *desk = *state;
    struct window *window = &desk->window;
    struct box box = {100, 100, 200, 56};
    elements_begin(window);
    assert_true(element_warmth(window, box) <= 0);
    window->pointer_x = 150;
    window->pointer_y = 120;
    double hovered = element_warmth(window, box);
    window->elements->pressed = 0;
    assert_true(hovered > 0 && element_warmth(window, box) > hovered);
    window->pointer_x = 500;
    assert_true(element_warmth(window, box) <= 0);
    elements_end(window);
}

static void a_rating_is_one_group_of_eleven(void **state) {
    struct desk *desk = *state;
    struct window *window = &desk->window;
    elements_begin(window);
    double height = element_rating(window, 4, 5, (struct box){20, 100, 760, 0}, 3);
    elements_end(window);
    assert_int_equal(window->elements->count, 11);
    for (int i = 0; i < 11; i++) {
        const struct element *element = &window->elements->all[i];
        assert_int_equal(element->act.value, i);
        assert_int_equal(element->group, 3);
        assert_int_equal(element->chosen, i == 4);
        assert_true(element->box.width >= 44 && element->box.height >= 44);
        assert_true(element->box.y + element->box.height <= 100 + height);
        if (i > 0) {
            // No dead space between two numbers, and none of them twice.
            const struct box before = window->elements->all[i - 1].box;
            assert_true(fabs(before.x + before.width - element->box.x) < 0.01);
        }
    }
    assert_string_equal(desk_focus(desk), "4");
}

static void a_narrow_rating_stands_in_two_rows(void **state) {
    (void)state;
    struct desk desk;
    desk_open_as(&desk, 400, 500, 100, false);
    elements_begin(&desk.window);
    element_rating(&desk.window, -1, -1, (struct box){16, 100, 368, 0}, 1);
    elements_end(&desk.window);
    const struct element *all = desk.window.elements->all;
    assert_true(all[5].box.y < 110 && all[6].box.y > 150);
    assert_true(fabs(all[0].box.x - all[6].box.x) < 0.01);
    assert_true(all[0].box.width >= 44);
    desk_close(&desk);
}

static void chips_wrap_inside_their_box(void **state) {
    struct desk *desk = *state;
    struct window *window = &desk->window;
    const char *labels[] = {"All", "Breathing", "Rest and meditation", "Massage", "Warm and cold"};
    elements_begin(window);
    double height =
        element_chips(window, labels, 5, 1U << 2, (struct box){10, 10, 300, 0}, ACT_FILTER, 1);
    elements_end(window);
    assert_true(height > 2 * 44);
    for (int i = 0; i < 5; i++) {
        const struct element *chip = &window->elements->all[i];
        assert_string_equal(chip->name, labels[i]);
        assert_int_equal(chip->chosen, i == 2);
        assert_true(chip->box.x >= 10 && chip->box.x + chip->box.width <= 310.5);
    }
}

static void many_elements_find_room(void **state) {
    struct desk *desk = *state;
    elements_begin(&desk->window);
    for (int i = 0; i < 1500; i++) {
        desk_add(desk, "Row", (struct act){ACT_OPEN, i}, (struct box){0, i * 60.0, 50, 50}, 1);
    }
    elements_end(&desk->window);
    assert_int_equal(desk->window.elements->count, 1500);
    assert_int_equal(desk->window.elements->all[1499].act.value, 1499);
}

// The same button from the right is the mirror image of the one from the left, but for its words.
static void from_the_right_everything_is_mirrored(void **state) {
    (void)state;
    struct desk left, right;
    desk_open_as(&left, 400, 200, 100, false);
    desk_open_as(&right, 400, 200, 100, true);
    cairo_translate(right.cairo, 400, 0);
    cairo_scale(right.cairo, -1, 1);
    struct button button = {.kind = BUTTON_PRIMARY, .label = " "};
    struct desk *desks[] = {&left, &right};
    for (int i = 0; i < 2; i++) {
        elements_begin(&desks[i]->window);
        element_button(&desks[i]->window, &button, (struct box){30, 40, 120, 56}, start);
        elements_end(&desks[i]->window);
    }
    int different = 0;
    int painted = 0;
    for (int y = 0; y < 200; y++) {
        for (int x = 0; x < 400; x++) {
            int one = (int)(desk_pixel(&left, x, y) >> 8 & 255);
            int other = (int)(desk_pixel(&right, 399 - x, y) >> 8 & 255);
            different += abs(one - other) > 12; // edges may be rounded another way
            painted += desk_pixel(&left, x, y) != 0;
        }
    }
    assert_true(painted > 120 * 50);
    assert_int_equal(different, 0);
    desk_close(&left);
    desk_close(&right);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_role_has_a_word),
        cmocka_unit_test(spoken_is_name_value_role_and_choice),
        cmocka_unit_test_setup_teardown(a_screen_that_appears_has_its_main_element_in_focus,
                                        desk_make, desk_remove),
        cmocka_unit_test_setup_teardown(the_focus_stays_with_what_is_done, desk_make, desk_remove),
        cmocka_unit_test_setup_teardown(twins_are_told_apart, desk_make, desk_remove),
        cmocka_unit_test_setup_teardown(a_part_painted_again_takes_its_old_place, desk_make,
                                        desk_remove),
        cmocka_unit_test_setup_teardown(the_pointer_finds_what_can_be_seen, desk_make, desk_remove),
        cmocka_unit_test_setup_teardown(the_ring_comes_over_everything, desk_make, desk_remove),
        cmocka_unit_test_setup_teardown(warmth_follows_the_pointer, desk_make, desk_remove),
        cmocka_unit_test_setup_teardown(a_rating_is_one_group_of_eleven, desk_make, desk_remove),
        cmocka_unit_test(a_narrow_rating_stands_in_two_rows),
        cmocka_unit_test_setup_teardown(chips_wrap_inside_their_box, desk_make, desk_remove),
        cmocka_unit_test_setup_teardown(many_elements_find_room, desk_make, desk_remove),
        cmocka_unit_test(from_the_right_everything_is_mirrored),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
