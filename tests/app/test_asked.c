// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence

// What is asked of a person in the window: what her answer does, and how it is given anew.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/element.h"
#include "app/focus.h"
#include "app/hand.h"
#include "app/stage_play.h"
#include "app/stage_told.h"

static bool is_open(const struct stage *stage) {
    return gates_let_play(&stage->window, stage->window.page->entry);
}

// The three answers come before the first face movement, and weigh its gate anew.
static void a_face_routine_asks_first(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    open_page(stage, "nmr-smile-eyes-open");
    focus_press(window);
    paint(stage);
    assert_int_equal(window->screen, SCREEN_QUESTIONS);
    assert_int_equal(window->asking.count, 3);
    assert_int_equal(count_of(stage, ACT_ANSWER), 3);
    assert_true(screen_key(stage, SDLK_2));
    assert_true(screen_key(stage, SDLK_ESCAPE)); // nothing was answered
    assert_int_equal(window->screen, SCREEN_PAGE);
    focus_press(window);
    paint(stage);
    assert_int_equal(window->asking.at, 0);
    screen_key(stage, SDLK_4); // there is no fourth
    assert_int_equal(window->asking.at, 0);
    screen_key(stage, SDLK_2);
    screen_key(stage, SDLK_2);
    assert_int_equal(window->screen, SCREEN_QUESTIONS);
    screen_key(stage, SDLK_1); // an injection yesterday
    assert_int_equal(window->screen, SCREEN_PAGE);
    assert_false(gates_let_play(window, window->page->entry));
    assert_int_equal(gates_of(window, window->page->entry)->gating.reason, REASON_ANSWER_INJECTED);
}

static void once_answered_it_plays(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    open_page(stage, "nmr-smile-eyes-open");
    act(stage, ACT_START, 0);
    act(stage, ACT_ANSWER, 2);
    act(stage, ACT_ANSWER, 2);
    act(stage, ACT_ANSWER, 2);
    assert_int_equal(window->screen, SCREEN_BEFORE);
    session_leave(window);
    act(stage, ACT_START, 0);
    assert_int_equal(window->screen, SCREEN_BEFORE);
}

// By keys alone: from the shut page to the question and back, the start in focus.
static void an_answer_that_shuts_is_given_anew(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    stage_tell(stage, "answers", "no,no,yes");
    open_page(stage, "rom-lower-face");
    assert_false(is_open(stage));
    for (int i = 0;
         i < window->elements->count && !focus_is_on(window, (struct act){ACT_ANSWER_ANEW, 0});
         i++) {
        focus_step(window, 1);
    }
    assert_true(focus_is_on(window, (struct act){ACT_ANSWER_ANEW, 0}));
    focus_press(window);
    paint(stage);
    assert_int_equal(window->screen, SCREEN_QUESTIONS);
    assert_int_equal(window->asking.count, 3);
    screen_key(stage, SDLK_2);
    screen_key(stage, SDLK_2);
    screen_key(stage, SDLK_2);
    assert_int_equal(window->screen, SCREEN_PAGE); // it does not begin by itself
    assert_true(is_open(stage));
    assert_null(window->play);
    assert_true(focus_is_on(window, (struct act){ACT_START, 0}));
    assert_int_equal(count_of(stage, ACT_ANSWER_ANEW), 0);
}

static void left_half_way_nothing_has_changed(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    stage_tell(stage, "answers", "no,no,yes");
    open_page(stage, "rom-lower-face");
    window_act(window, (struct act){ACT_ANSWER_ANEW, 0});
    paint(stage);
    screen_key(stage, SDLK_2);
    screen_key(stage, SDLK_2);
    assert_true(screen_key(stage, SDLK_ESCAPE));
    assert_int_equal(window->screen, SCREEN_PAGE);
    assert_false(is_open(stage));
    assert_true(count_of(stage, ACT_ANSWER_ANEW) > 0);
}

// The same answer again: the page stays shut, and the way stays open.
static void the_same_answer_shuts_again(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    stage_tell(stage, "skin", "no");
    open_page(stage, "warm-lids");
    window_act(window, (struct act){ACT_ANSWER_ANEW, 0});
    assert_int_equal(window->asking.count, 1);
    screen_key(stage, SDLK_2);
    assert_false(is_open(stage));
    window_act(window, (struct act){ACT_ANSWER_ANEW, 0});
    screen_key(stage, SDLK_1);
    assert_true(is_open(stage));
}

static void what_a_doctor_named_is_not_answered_anew(void **state) {
    struct stage *stage = *state;
    stage_tell(stage, "condition", "synk");
    open_page(stage, "rom-lower-face");
    assert_false(is_open(stage));
    assert_int_equal(count_of(stage, ACT_ANSWER_ANEW), 0);
    window_act(&stage->window, (struct act){ACT_ANSWER_ANEW, 0});
    assert_int_equal(stage->window.screen, SCREEN_PAGE);
}

// Where nothing is kept the answer holds for the session that it is given for.
static void without_a_record_the_answer_begins_the_session(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    stage_tell(stage, "skin", "no");
    stage->open.no_record = true;
    open_page(stage, "warm-lids");
    window_act(window, (struct act){ACT_ANSWER_ANEW, 0});
    screen_key(stage, SDLK_1);
    assert_int_equal(window->screen, SCREEN_PLAY);
}

// Words that decide nothing are named on the page and when it begins; easy breathing needs none.
static void what_was_told_in_other_words_is_said(void **state) {
    static const char CAUTION[] =
        "You told: epilepsy, metal plate. Ask a doctor first whether this "
        "one suits you.";
    struct stage *stage = *state;
    struct window *window = &stage->window;
    stage_tell(stage, "asks", "heart,epilepsy,metal plate");
    open_page(stage, "rom-jaw");
    stage_begin(stage, "rom-jaw");
    session_begin(window);
    assert_string_equal(window->message, CAUTION);
    session_leave(window);
    stage_begin(stage, "breath-calm");
    session_begin(window);
    assert_string_equal(window->message, "");
    session_leave(window);
    stage_tell(stage, "asks", "heart");
    open_page(stage, "rom-jaw");
    stage_look(stage, "evening", 250);
    cairo_surface_destroy(stage_paint(stage, 640, 480));
    double without = window->scroll.height;
    stage_tell(stage, "asks", "heart,epilepsy,metal plate");
    open_page(stage, "rom-jaw");
    cairo_surface_destroy(stage_paint(stage, 640, 480));
    assert_true(window->scroll.height > without + 100);
}

static void the_side_is_asked_before_a_stretch(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    stage_tell(stage, "condition", "palsy-weak");
    open_page(stage, "mas-cheek-stretch");
    window_act(window, (struct act){ACT_START, 0});
    paint(stage);
    assert_int_equal(window->screen, SCREEN_QUESTIONS);
    screen_key(stage, SDLK_3);
    screen_key(stage, SDLK_2);
    screen_key(stage, SDLK_4);
    assert_int_equal(window->asking.at, 3);
    screen_key(stage, SDLK_1);
    assert_int_equal(window->screen, SCREEN_BEFORE);
    assert_int_equal(window->preparation->timeline.affected, SIDE_LEFT);
    session_leave(window);
    window_act(window, (struct act){ACT_START, 0});
    assert_int_equal(window->screen, SCREEN_BEFORE);
}

int main(void) {
#define ASKED(test) cmocka_unit_test_setup_teardown(test, open_stage, close_stage)
    const struct CMUnitTest tests[] = {
        ASKED(a_face_routine_asks_first),
        ASKED(once_answered_it_plays),
        ASKED(an_answer_that_shuts_is_given_anew),
        ASKED(left_half_way_nothing_has_changed),
        ASKED(the_same_answer_shuts_again),
        ASKED(what_a_doctor_named_is_not_answered_anew),
        ASKED(what_was_told_in_other_words_is_said),
        ASKED(the_side_is_asked_before_a_stretch),
        ASKED(without_a_record_the_answer_begins_the_session),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
