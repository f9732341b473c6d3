// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence

// Where it twitches, pointed at on the drawn face; the chips beside it show the same.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/diary.h"
#include "app/hand.h"
#include "app/pointer.h"
#include "app/profile.h"
#include "core/point.h"
#include "run/profile_items.h"

static int where_of(enum side side, enum face_place place) {
    return (int)place + (side == SIDE_RIGHT ? PLACE_COUNT : 0);
}

static void show_day(struct stage *stage) {
    diary_show(&stage->window, INT64_MAX);
    paint(stage);
    act(stage, ACT_RATE, 4);
}

// Presses the pixel of the screen.
static void press_pixel(struct stage *stage, double x, double y) {
    SDL_MouseButtonEvent event = {.button = SDL_BUTTON_LEFT, .x = (Sint32)x, .y = (Sint32)y};
    pointer_moved(&stage->window, event.x, event.y);
    pointer_pressed(&stage->window, &event);
    pointer_released(&stage->window, &event);
    paint(stage);
}

// The middle of a place as it lies on the screen.
static struct point middle_of(const struct stage *stage, enum side side, enum face_place place) {
    const struct element *element = find(stage, ACT_WHERE, where_of(side, place));
    assert_non_null(element);
    struct box box = layout_mirror(&stage->window.layout, element->box);
    return (struct point){box_middle_x(box), box_middle_y(box)};
}

static void point_at(struct stage *stage, enum side side, enum face_place place) {
    struct point at = middle_of(stage, side, place);
    press_pixel(stage, at.x, at.y);
}

static void check(struct stage *stage, enum side side, unsigned places) {
    const struct diary *diary = stage->window.diary;
    assert_int_equal(diary->side, side);
    assert_int_equal(diary->places, places);
    assert_int_equal(diary->rating.rating.side, side);
    assert_int_equal(diary->rating.rating.places, places);
    // Face and chips say the same.
    for (int place = 0; place < PLACE_COUNT; place++) {
        struct where where = {side, places};
        assert_int_equal(find(stage, ACT_PLACE, place)->chosen, places >> place & 1);
        assert_int_equal(find(stage, ACT_WHERE, place)->chosen,
                         where_holds(where, SIDE_LEFT, (enum face_place)place));
        assert_int_equal(find(stage, ACT_WHERE, PLACE_COUNT + place)->chosen,
                         where_holds(where, SIDE_RIGHT, (enum face_place)place));
    }
}

static void what_is_pointed_at_is_kept_with_its_side(void **state) {
    struct stage *stage = *state;
    show_day(stage);
    point_at(stage, SIDE_LEFT, PLACE_CHEEK);
    check(stage, SIDE_LEFT, 1u << PLACE_CHEEK);
    assert_true(focus_is_on(&stage->window, (struct act){ACT_PLACE, PLACE_CHEEK}));
    point_at(stage, SIDE_LEFT, PLACE_UPPER_LID);
    check(stage, SIDE_LEFT, 1u << PLACE_CHEEK | 1u << PLACE_UPPER_LID);
    point_at(stage, SIDE_RIGHT, PLACE_UPPER_LID);
    check(stage, SIDE_BOTH, 1u << PLACE_CHEEK | 1u << PLACE_UPPER_LID);
    point_at(stage, SIDE_RIGHT, PLACE_CHEEK);
    check(stage, SIDE_BOTH, 1u << PLACE_UPPER_LID);
    act(stage, ACT_UNDO, 0);
    check(stage, SIDE_BOTH, 1u << PLACE_CHEEK | 1u << PLACE_UPPER_LID);
    act(stage, ACT_SIDE, SIDE_RIGHT); // by the chips
    act(stage, ACT_PLACE, PLACE_EAR);
    check(stage, SIDE_RIGHT, 1u << PLACE_CHEEK | 1u << PLACE_UPPER_LID | 1u << PLACE_EAR);
}

static void every_place_is_found_under_the_pointer(void **state) {
    struct stage *stage = *state;
    show_day(stage);
    for (int i = 0; i < 2 * PLACE_COUNT; i++) {
        enum side side = i < PLACE_COUNT ? SIDE_LEFT : SIDE_RIGHT;
        struct point at = middle_of(stage, side, (enum face_place)(i % PLACE_COUNT));
        pointer_moved(&stage->window, (int)at.x, (int)at.y);
        int found = stage->window.elements->hovered;
        assert_true(found >= 0);
        assert_int_equal(stage->window.elements->all[found].act.kind, ACT_WHERE);
        assert_int_equal(stage->window.elements->all[found].act.value, i);
    }
}

// In the mirror the person's left lies on the left of the screen, whichever way the window runs.
static void left_is_left_in_the_mirror_and_right_without(void **state) {
    struct stage *stage = *state;
    for (int i = 0; i < 4; i++) {
        bool mirror = i % 2 == 0;
        stage->house.settings.mirror_picture = mirror;
        stage->window.from_right = i / 2 == 1;
        show_day(stage);
        double left = middle_of(stage, SIDE_LEFT, PLACE_EAR).x;
        double right = middle_of(stage, SIDE_RIGHT, PLACE_EAR).x;
        assert_int_equal(left < right, mirror);
        diary_set_where(&stage->window, (struct where){SIDE_NONE, 0});
        paint(stage);
        point_at(stage, SIDE_LEFT, PLACE_EAR);
        check(stage, SIDE_LEFT, 1u << PLACE_EAR);
    }
}

// Keys have the chips: Tab never stands on the face, and what has no room for it has the chips.
static void keys_have_the_chips(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    show_day(stage);
    for (int i = 0; i < 2 * window->elements->count; i++) {
        focus_step(window, i < window->elements->count ? 1 : -1);
        assert_false(focus_element(window)->aside);
    }
    cairo_surface_destroy(stage_paint(stage, 640, 480));
    assert_null(find(stage, ACT_WHERE, 0));
    assert_non_null(find(stage, ACT_PLACE, PLACE_CHEEK));
    assert_non_null(find(stage, ACT_SIDE, SIDE_LEFT));
    stage_look(stage, "day", 250);
    paint(stage);
    assert_null(find(stage, ACT_WHERE, 0));
    assert_non_null(find(stage, ACT_PLACE, PLACE_CHEEK));
}

static void the_rest_of_the_face_does_nothing(void **state) {
    struct stage *stage = *state;
    show_day(stage);
    struct point left = middle_of(stage, SIDE_LEFT, PLACE_CHEEK);
    struct point right = middle_of(stage, SIDE_RIGHT, PLACE_CHEEK);
    unsigned places = stage->window.diary->places;
    press_pixel(stage, (left.x + right.x) / 2, left.y - 20); // the nose
    check(stage, stage->window.diary->side, places);
}

// The profile asks for the side alone: each half of the face is one.
static void the_profile_takes_a_half_for_the_side(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    for (int i = 0; i < 4; i++) {
        bool right = i % 2 == 1;
        window->from_right = i / 2 == 1;
        profile_show(window, profile_item_find("affected"));
        paint(stage);
        act(stage, ACT_ITEM, profile_item_find("affected"));
        const struct element *half = NULL;
        for (int j = 0; j < window->elements->count; j++) {
            const struct element *element = &window->elements->all[j];
            half = element->aside && element->act.value == right ? element : half;
        }
        if (!half) {
            fail_msg("%s", "no half of a face");
            return;
        }
        struct box box = layout_mirror(&window->layout, half->box);
        double middle = box_middle_x(box) + (right ? -1 : 1) * box.width / 2;
        press_pixel(stage, middle + (right ? 30 : -30), box_middle_y(box));
        assert_int_equal(window->gates->person.profile.affected, right ? SIDE_RIGHT : SIDE_LEFT);
        assert_int_equal(window->screen, SCREEN_PROFILE);
    }
}

#define WITH_STAGE(test) cmocka_unit_test_setup_teardown(test, open_stage, close_stage)

int main(void) {
    const struct CMUnitTest tests[] = {
        WITH_STAGE(what_is_pointed_at_is_kept_with_its_side),
        WITH_STAGE(every_place_is_found_under_the_pointer),
        WITH_STAGE(left_is_left_in_the_mirror_and_right_without),
        WITH_STAGE(keys_have_the_chips),
        WITH_STAGE(the_rest_of_the_face_does_nothing),
        WITH_STAGE(the_profile_takes_a_half_for_the_side),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
