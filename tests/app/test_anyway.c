// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence

// The way past a gate that is shut: a word is typed for it, and there is not always one.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/anyway.h"
#include "app/element.h"
#include "app/focus.h"
#include "app/hand.h"
#include "app/stage_play.h"
#include "app/stage_told.h"

static void anyway_wants_the_word(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    stage_tell(stage, "condition", "synk");
    stage_tell(stage, "answers", "no,no,no");
    open_page(stage, "rom-upper-face");
    act(stage, ACT_ANYWAY, 0);
    assert_int_equal(window->screen, SCREEN_ANYWAY);
    press(stage, SDLK_RETURN);
    assert_int_equal(window->screen, SCREEN_ANYWAY);
    write(stage, "anywa");
    act(stage, ACT_START, 0);
    assert_int_equal(window->screen, SCREEN_ANYWAY);
    assert_string_equal(window->field.text, "anywa"); // nothing is lost
    write(stage, " Anyway ");
    press(stage, SDLK_RETURN);
    assert_int_equal(window->screen, SCREEN_BEFORE);
    assert_true(window->preparation->allowed.anyway);
    session_leave(window);
    assert_int_equal(window->screen, SCREEN_PAGE);
    assert_string_equal(window->field.text, "");
}

static void a_session_played_anyway_is_marked(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    struct session_list history = {0};
    struct error err = {0};
    stage_tell(stage, "condition", "synk");
    stage_tell(stage, "answers", "no,no,no");
    open_page(stage, "rom-upper-face");
    act(stage, ACT_ANYWAY, 0);
    write(stage, "anyway");
    press(stage, SDLK_RETURN);
    session_begin(window);
    stage_pass(stage, 0);
    stage_play_to(stage, 20000, 500);
    session_end(window, WHY_INTERRUPTED);
    assert_true(
        sessions_list(stage->house.store, INT64_MIN, INT64_MAX, 0, stage_evening, &history, &err));
    int marked = 0;
    for (int i = 0; i < history.count; i++) {
        bool mine = strcmp(history.records[i].routine, "rom-upper-face") == 0;
        assert_int_equal(history.records[i].anyway, mine);
        marked += mine;
    }
    assert_int_equal(marked, 1);
    session_list_free(&history);
}

// Also when somebody finds another way to press it.
static void there_is_no_anyway_where_it_would_do_harm(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    stage_tell(stage, "skin", "no");
    open_page(stage, "warm-compress");
    assert_int_equal(count_of(stage, ACT_ANYWAY), 0);
    act(stage, ACT_ANYWAY, 0);
    assert_int_equal(window->screen, SCREEN_PAGE);
    session_ask_anyway(window);
    assert_int_equal(window->screen, SCREEN_PAGE);
    assert_null(window->preparation);
    stage_tell(stage, "condition", "palsy-early");
    open_page(stage, "rom-upper-face");
    assert_int_equal(count_of(stage, ACT_ANYWAY), 0);
    session_ask_anyway(window);
    assert_int_equal(window->screen, SCREEN_PAGE);
    stage_tell(stage, "condition", "synk");
    open_page(stage, "rom-upper-face");
    assert_true(count_of(stage, ACT_ANYWAY) > 0);
}

static void a_limit_has_no_anyway(void **state) {
    struct stage *stage = *state;
    stage_tell(stage, "condition", "bsp");
    stage_played(stage, "warm-compress", 30);
    open_page(stage, "warm-compress");
    assert_int_equal(count_of(stage, ACT_ANYWAY), 0);
}

static void a_command_passes_with_the_name_or_asks_for_the_word(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    struct error err = {0};
    stage_tell(stage, "condition", "synk");
    stage_tell(stage, "answers", "no,no,no");
    stage->routine = "rom-upper-face";
    struct play_request request = stage->named;
    stage->options.request = &request;
    request.anyway = true;
    assert_true(session_prepare_asked(window, &err));
    session_ask(window);
    assert_int_equal(window->screen, SCREEN_ANYWAY);
    paint(stage);
    write(stage, "anyway");
    press(stage, SDLK_RETURN);
    assert_int_equal(window->screen, SCREEN_BEFORE);
    assert_true(window->preparation->allowed.anyway);
    request.anyway_routine = "rom-lower-face"; // another
    assert_true(session_prepare_asked(window, &err));
    session_ask(window);
    assert_true(window->quit);
    assert_int_equal(window->failure.code, ERROR_INPUT);
    window->quit = false;
    request.anyway_routine = "rom-upper-face";
    assert_true(session_prepare_asked(window, &err));
    session_ask(window);
    assert_int_equal(window->screen, SCREEN_BEFORE);
    assert_true(window->preparation->allowed.anyway);
    // And never where there is no such way.
    stage_tell(stage, "condition", "palsy-early");
    assert_true(session_prepare_asked(window, &err));
    session_ask(window);
    assert_true(window->quit);
    assert_false(window->preparation->allowed.anyway);
    stage->options.request = &stage->open;
}

// An answer that shuts it for another reason is not passed by the word that was typed before.
static void a_new_reason_wants_a_new_word(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    stage_tell(stage, "condition", "synk");
    open_page(stage, "rom-upper-face");
    act(stage, ACT_ANYWAY, 0);
    write(stage, "anyway");
    press(stage, SDLK_RETURN);
    assert_int_equal(window->screen, SCREEN_QUESTIONS);
    act(stage, ACT_ANSWER, 1); // weak or hanging: palsy-early, and no anyway
    act(stage, ACT_ANSWER, 2);
    act(stage, ACT_ANSWER, 2);
    assert_int_equal(window->screen, SCREEN_PAGE);
    assert_int_equal(count_of(stage, ACT_ANYWAY), 0);
}

int main(void) {
#define FORM(test) cmocka_unit_test_setup_teardown(test, open_first, close_stage)
    const struct CMUnitTest tests[] = {
        FORM(anyway_wants_the_word),
        FORM(a_session_played_anyway_is_marked),
        FORM(there_is_no_anyway_where_it_would_do_harm),
        FORM(a_limit_has_no_anyway),
        FORM(a_command_passes_with_the_name_or_asks_for_the_word),
        FORM(a_new_reason_wants_a_new_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
