// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence

// "Spasm now" by one key from everywhere, and a counted minute.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/diary.h"
#include "app/hand.h"
#include "app/pointer.h"
#include "app/stage_told.h"
#include "core/diary.h"
#include "store/moments.h"

// Those of a kind that the history holds; the last one in *last, without its texts.
static int moments_of(struct stage *stage, enum moment_kind kind, struct moment *last) {
    struct moment_list list;
    struct error err = {0};
    assert_true(moments_list(stage->house.store, kind, INT64_MIN, INT64_MAX, 240, &list, &err));
    int count = list.count;
    if (last && count > 0) {
        *last = list.moments[count - 1];
    }
    moment_list_free(&list);
    return count;
}

static void one_key_notes_it_and_enter_eases_it(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    struct moment spasm = {0};
    press(stage, SDLK_n);
    assert_int_equal(moments_of(stage, MOMENT_SPASM, &spasm), 1);
    assert_int_equal(spasm.strength, -1);
    assert_int_equal(spasm.at.utc_s, clock_wall_now(&stage->house.clock).utc_s);
    assert_int_equal(window->screen, SCREEN_SPASM);
    assert_true(focus_is_on(window, (struct act){ACT_START, 0}));
    press(stage, SDLK_RETURN);
    assert_string_equal(window->preparation->routine->id, "now-grip");
    assert_int_equal(window->screen, SCREEN_PLAY); // it asks nothing before
}

static void it_comes_over_whatever_is_there_and_goes_again(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    list_show_search(window);
    paint(stage);
    keys_text(window, "n");
    press(stage, SDLK_n); // a letter of the search
    assert_int_equal(window->screen, SCREEN_LIST);
    assert_int_equal(moments_of(stage, MOMENT_SPASM, NULL), 0);
    press(stage, SDLK_F2);
    assert_int_equal(window->screen, SCREEN_SPASM);
    press(stage, SDLK_ESCAPE);
    assert_int_equal(window->screen, SCREEN_LIST);
    press_after(stage, SDLK_F2, 0, 20000);
    assert_int_equal(moments_of(stage, MOMENT_SPASM, NULL), 2);
    wait_for(stage, 19000);
    assert_int_equal(window->screen, SCREEN_SPASM);
    wait_for(stage, 2000); // left alone it goes by itself
    assert_int_equal(window->screen, SCREEN_LIST);
}

// The screen beneath stays in sight and tells nothing that can be pressed; beside the sheet one
// press leads back to it.
static void the_sheet_lies_over_what_was_open(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    act(stage, ACT_LIST, 0);
    assert_non_null(find(stage, ACT_OPEN, 0));
    press(stage, SDLK_DOWN);
    press(stage, SDLK_DOWN);
    const struct act focus = window->elements->focus;
    press(stage, SDLK_n);
    assert_int_equal(window->screen, SCREEN_SPASM);
    assert_null(find(stage, ACT_OPEN, 0));
    assert_non_null(find(stage, ACT_SAFETY, 0));
    const struct element *beside = find(stage, ACT_BACK, 0);
    assert_non_null(beside);
    assert_true(beside->box.height > 80 && beside->box.height < 0.4 * HEIGHT + 1);
    SDL_MouseButtonEvent event = {.button = SDL_BUTTON_LEFT, .x = 300, .y = 60};
    pointer_pressed(window, &event);
    pointer_released(window, &event);
    paint(stage);
    assert_int_equal(window->screen, SCREEN_LIST);
    assert_true(act_is(window->elements->focus, focus));
}

// In sight and darker than it was; a picture that stands asks for no other one.
static void what_lies_beneath_is_dimmed(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    long seen[2] = {0}, bright[2] = {0}; // blue of letters of the greeting
    for (int i = 0; i < 2; i++) {
        cairo_surface_t *picture = stage_paint(stage, WIDTH, HEIGHT);
        cairo_surface_flush(picture);
        const unsigned char *data = cairo_image_surface_get_data(picture);
        int stride = cairo_image_surface_get_stride(picture);
        for (int y = 40; y < 110; y++) {
            for (int x = 160 * 4; x < 600 * 4; x += 4) {
                seen[i] += data[y * stride + x] > 70;
                bright[i] += data[y * stride + x] > 130;
            }
        }
        cairo_surface_destroy(picture);
        if (i == 0) {
            press(stage, SDLK_n);
        }
    }
    assert_true(seen[1] > 1000 && seen[1] <= seen[0]);
    assert_true(bright[0] > 1000);
    assert_int_equal(bright[1], 0);
    assert_false(window->stale);
}

static void a_side_is_told_on_the_face_too(void **state) {
    struct stage *stage = *state;
    struct moment spasm = {0};
    stage_tell(stage, "affected", "left");
    press(stage, SDLK_n);
    act(stage, ACT_WHERE, PLACE_COUNT + PLACE_EAR);
    moments_of(stage, MOMENT_SPASM, &spasm);
    assert_int_equal(spasm.side, SIDE_RIGHT);
    assert_int_equal(spasm.places, 1u << PLACE_EAR);
    act(stage, ACT_SIDE, SIDE_LEFT);
    act(stage, ACT_PLACE, PLACE_EAR);
    moments_of(stage, MOMENT_SPASM, &spasm);
    assert_int_equal(spasm.side, SIDE_NONE); // as it is known anyway
    assert_int_equal(spasm.places, 0);
}

static void pressed_twice_it_is_one(void **state) {
    struct stage *stage = *state;
    press(stage, SDLK_n);
    press_after(stage, SDLK_n, 0, 5000);
    assert_int_equal(moments_of(stage, MOMENT_SPASM, NULL), 1);
    press_after(stage, SDLK_n, 0, 6000);
    assert_int_equal(moments_of(stage, MOMENT_SPASM, NULL), 2);
}

static void more_is_told_where_it_is_easy_and_taken_back(void **state) {
    struct stage *stage = *state;
    struct moment spasm = {0};
    stage_tell(stage, "affected", "left");
    press(stage, SDLK_n);
    press(stage, SDLK_6);
    act(stage, ACT_PLACE, PLACE_CHEEK);
    act(stage, ACT_TICK, TICK_READING);
    assert_int_equal(moments_of(stage, MOMENT_SPASM, &spasm), 1);
    assert_int_equal(spasm.strength, 6);
    assert_int_equal(spasm.places, 1u << PLACE_CHEEK);
    assert_int_equal(spasm.side, SIDE_LEFT);
    assert_int_equal(spasm.ticks, UINT64_C(1) << TICK_READING);
    act(stage, ACT_UNDO, 0);
    act(stage, ACT_UNDO, 0);
    assert_int_equal(moments_of(stage, MOMENT_SPASM, &spasm), 1);
    assert_int_equal(spasm.strength, 6);
    assert_int_equal(spasm.places, 0);
    act(stage, ACT_UNDO, 0);
    act(stage, ACT_UNDO, 0);
    assert_int_equal(moments_of(stage, MOMENT_SPASM, NULL), 0);
    assert_int_equal(stage->window.screen, SCREEN_FIRST); // the page goes with it
}

static void a_session_goes_on(void **state) {
    struct stage *stage = *state;
    act(stage, ACT_BREATHE, 0);
    while (stage->window.screen != SCREEN_PLAY) {
        press(stage, SDLK_RETURN);
    }
    press(stage, SDLK_n);
    assert_int_equal(moments_of(stage, MOMENT_SPASM, NULL), 1);
    assert_int_equal(stage->window.screen, SCREEN_PLAY);
    assert_non_null(strstr(stage->window.message, "Noted"));
}

static void a_minute_counts_every_key(void **state) {
    struct stage *stage = *state;
    struct moment minute = {0};
    act(stage, ACT_MINUTE, 0);
    press(stage, SDLK_RETURN);
    press(stage, SDLK_SPACE);
    press_after(stage, SDLK_SPACE, 0, 100); // as quickly as they come
    press_after(stage, SDLK_j, 0, 100);
    press_after(stage, SDLK_TAB, 0, 100); // moves the focus
    act(stage, ACT_TWITCH, 0);
    assert_int_equal(stage->window.diary->twitches, 4);
    assert_int_equal(moments_of(stage, MOMENT_COUNT, NULL), 0);
    wait_for(stage, 58800);
    assert_int_equal(moments_of(stage, MOMENT_COUNT, &minute), 1);
    assert_int_equal(minute.per_minute, 4);
    press(stage, SDLK_ESCAPE);
    assert_int_equal(stage->window.screen, SCREEN_DIARY);
}

static void stopped_early_it_is_not_kept(void **state) {
    struct stage *stage = *state;
    act(stage, ACT_MINUTE, 0);
    press(stage, SDLK_RETURN);
    press(stage, SDLK_SPACE);
    press_after(stage, SDLK_ESCAPE, 0, 57000);
    wait_for(stage, 5000);
    assert_int_equal(moments_of(stage, MOMENT_COUNT, NULL), 0);
    act(stage, ACT_MINUTE, 0);
    press(stage, SDLK_RETURN);
    press(stage, SDLK_F3); // another page over it stops it too
    act(stage, ACT_BACK, 0);
    wait_for(stage, 90000);
    assert_int_equal(moments_of(stage, MOMENT_COUNT, NULL), 0);
}

#define WITH_STAGE(test) cmocka_unit_test_setup_teardown(test, open_first, close_stage)

int main(void) {
    const struct CMUnitTest tests[] = {
        WITH_STAGE(one_key_notes_it_and_enter_eases_it),
        WITH_STAGE(it_comes_over_whatever_is_there_and_goes_again),
        WITH_STAGE(the_sheet_lies_over_what_was_open),
        WITH_STAGE(what_lies_beneath_is_dimmed),
        WITH_STAGE(a_side_is_told_on_the_face_too),
        WITH_STAGE(pressed_twice_it_is_one),
        WITH_STAGE(more_is_told_where_it_is_easy_and_taken_back),
        WITH_STAGE(a_session_goes_on),
        WITH_STAGE(a_minute_counts_every_key),
        WITH_STAGE(stopped_early_it_is_not_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
