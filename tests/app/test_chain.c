// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence

// Several routines one after the other in the window: marked in the list or named by the command.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/element.h"
#include "app/hand.h"
#include "app/stage_play.h"
#include "app/stage_told.h"

// Marks them in the list and starts; then the question before stands there, or what is asked first.
static void start(struct stage *stage, const char *const ids[], int count) {
    list_show_filter(&stage->window, FILTER_ALL);
    act(stage, ACT_MARKING, 0);
    for (int i = 0; i < count; i++) {
        act(stage, ACT_MARK, entry_of(stage, ids[i]));
    }
    act(stage, ACT_START, 0);
}

static void expect_on(const struct stage *stage, const char *id) {
    assert_int_equal(stage->window.screen, SCREEN_PLAY);
    assert_string_equal(stage->window.preparation->routine->id, id);
}

static void play_whole(struct stage *stage) {
    struct window *window = &stage->window;
    int64_t total_ms = sitting_timeline(window->play->sitting)->total_ms;
    stage_pass(stage, 0);
    stage_play_to(stage, total_ms, 500);
    for (int i = 0; i < 100 && window->screen == SCREEN_PLAY; i++) {
        stage_pass(stage, 100);
    }
    paint(stage);
}

static struct session_list history_of(struct stage *stage) {
    struct session_list history = {0};
    struct error err = {0};
    assert_true(sessions_list(stage->house.store, stage_evening.utc_s / 86400 - 1, INT64_MAX, 0,
                              stage_evening, &history, &err));
    return history;
}

// The newest `count` records, oldest first.
static const struct session_record *newest(const struct session_list *history, int count) {
    assert_true(history->count >= count);
    return &history->records[history->count - count];
}

static void plays_one_after_the_other_with_two_numbers(void **state) {
    static const char *const ids[] = {"breath-calm", "relax-let-go-60", "screen-20"};
    struct stage *stage = *state;
    struct window *window = &stage->window;
    start(stage, ids, 3);
    while (window->screen == SCREEN_QUESTIONS) {
        act(stage, ACT_ANSWER, 2);
    }
    assert_int_equal(window->screen, SCREEN_BEFORE);
    assert_int_equal(window->chain.count, 3);
    assert_true(screen_key(stage, SDLK_6));
    act(stage, ACT_BEGIN, 0);
    for (int i = 0; i < 3; i++) {
        expect_on(stage, ids[i]);
        play_whole(stage);
        if (i < 2) {
            assert_int_equal(window->screen, SCREEN_NEXT);
            act(stage, ACT_BEGIN, 0);
        }
    }
    assert_int_equal(window->screen, SCREEN_DONE);
    assert_true(screen_key(stage, SDLK_4));
    act(stage, ACT_BEGIN, 0);
    assert_int_equal(window->screen, SCREEN_FIRST);
    struct session_list history = history_of(stage);
    const struct session_record *records = newest(&history, 3);
    for (int i = 0; i < 3; i++) {
        assert_string_equal(records[i].routine, ids[i]);
        assert_string_equal(records[i].chain, records[0].chain);
        assert_int_equal(records[i].status, SESSION_COMPLETE);
        assert_int_equal(records[i].before, i == 0 ? 6 : -1);
        assert_int_equal(records[i].after, i == 2 ? 4 : -1);
    }
    assert_true(records[0].chain[0] != '\0');
    session_list_free(&history);
}

// With its minute of letting go between two face routines, and behind a small dose.
static void face_routines_have_a_minute_between_them(void **state) {
    static const char *const ids[] = {"rom-jaw", "nmr-smile-eyes-open"};
    static const char *const played[] = {"rom-jaw", "relax-let-go-60", "nmr-smile-eyes-open",
                                         "relax-let-go-60"};
    struct stage *stage = *state;
    struct window *window = &stage->window;
    start(stage, ids, 2);
    assert_int_equal(window->screen, SCREEN_QUESTIONS); // of the second: nothing is begun before
    while (window->screen == SCREEN_QUESTIONS) {
        act(stage, ACT_ANSWER, 2);
    }
    act(stage, ACT_BEGIN, 0);
    assert_int_equal(window->chain.count, 4);
    for (int i = 0; i < 4; i++) {
        expect_on(stage, played[i]);
        play_whole(stage);
        if (window->screen == SCREEN_FEEL) { // asked for each that ends with it
            assert_true(i % 2 == 0);
            act(stage, ACT_FEEL, FEEL_SAME);
        }
        if (i < 3) {
            assert_int_equal(window->screen, SCREEN_NEXT);
            act(stage, ACT_BEGIN, 0);
        }
    }
    assert_int_equal(window->screen, SCREEN_DONE);
    session_leave(window);
    struct session_list history = history_of(stage);
    const struct session_record *records = newest(&history, 4);
    for (int i = 0; i < 4; i++) {
        assert_string_equal(records[i].routine, played[i]);
        assert_int_equal(records[i].feel, i % 2 == 0 ? FEEL_SAME : FEEL_NONE);
    }
    session_list_free(&history);
}

static void stopping_one_asks_whether_to_go_on(void **state) {
    static const char *const ids[] = {"breath-calm", "relax-let-go-60"};
    struct stage *stage = *state;
    struct window *window = &stage->window;
    start(stage, ids, 2);
    act(stage, ACT_BEGIN, 0);
    stage_pass(stage, 0);
    stage_play_to(stage, 20000, 500);
    session_end(window, WHY_TIRED);
    paint(stage);
    assert_int_equal(window->screen, SCREEN_NEXT);
    stage_pass(stage, 3600 * 1000); // it waits
    assert_int_equal(window->screen, SCREEN_NEXT);
    act(stage, ACT_DONE, 0);
    assert_int_equal(window->screen, SCREEN_DONE);
    window->after = 3;
    session_done(window);
    struct session_list history = history_of(stage);
    const struct session_record *record = newest(&history, 1);
    assert_string_equal(record->routine, "breath-calm");
    assert_int_equal(record->status, SESSION_PARTIAL);
    assert_int_equal(record->after, 3);
    session_list_free(&history);
}

static void what_is_over_goes_on_by_itself(void **state) {
    static const char *const ids[] = {"relax-let-go-60", "breath-calm"};
    struct stage *stage = *state;
    start(stage, ids, 2);
    act(stage, ACT_BEGIN, 0);
    play_whole(stage);
    assert_int_equal(stage->window.screen, SCREEN_NEXT);
    stage_pass(stage, 9000);
    assert_int_equal(stage->window.screen, SCREEN_NEXT);
    stage_pass(stage, 2000);
    expect_on(stage, "breath-calm");
}

// Twice the warmth in a row is refused before the first begins: the skin rests.
static void two_warm_compresses_in_a_row_are_refused(void **state) {
    static const char *const twice[] = {"warm-compress", "warm-massage-breath", "breath-calm"};
    static const char *const once[] = {"warm-compress", "breath-calm"};
    struct stage *stage = *state;
    struct window *window = &stage->window;
    stage_tell(stage, "skin", "yes");
    stage_tell(stage, "asks", "");
    start(stage, twice, 3);
    while (window->screen == SCREEN_QUESTIONS) {
        act(stage, ACT_ANSWER, 2);
    }
    assert_null(window->play);
    assert_int_equal(window->screen, SCREEN_PAGE);
    assert_int_equal(window->list->chosen, entry_of(stage, "warm-massage-breath"));
    struct session_list history = history_of(stage);
    for (int i = 0; i < history.count; i++) {
        assert_string_not_equal(history.records[i].routine, "warm-compress");
    }
    session_list_free(&history);
    list_forget_marks(window);
    start(stage, once, 2);
    while (window->screen == SCREEN_QUESTIONS) {
        act(stage, ACT_ANSWER, 2);
    }
    assert_int_equal(window->screen, SCREEN_BEFORE);
    assert_int_equal(window->chain.count, 2);
}

static void nothing_begins_that_may_not_go_on(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    static const char *const twice[] = {"breath-calm", "str-brow-lids"};
    start(stage, twice, 2);
    assert_int_equal(window->list->mark_count, 1); // by plan alone: it was not marked
    assert_string_equal(window->chain.members[0]->routine->id, "breath-calm");
    assert_int_equal(window->chain.count, 1);
}

static void marks_follow_their_order_and_go_again(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    int calm = entry_of(stage, "breath-calm");
    int box = entry_of(stage, "breath-box");
    list_show_filter(window, FILTER_ALL);
    paint(stage);
    focus_on(window, (struct act){ACT_OPEN, box});
    assert_true(screen_key(stage, SDLK_PLUS));
    assert_true(window->list->marking);
    assert_true(focus_is_on(window, (struct act){ACT_MARK, box}));
    act(stage, ACT_MARK, calm);
    assert_int_equal(list_mark(window, box), 1);
    assert_int_equal(list_mark(window, calm), 2);
    act(stage, ACT_MARK, box);
    assert_int_equal(list_mark(window, box), 0);
    assert_int_equal(list_mark(window, calm), 1);
    assert_true(screen_key(stage, SDLK_ESCAPE));
    assert_false(window->list->marking);
    assert_int_equal(list_mark(window, calm), 0);
    assert_int_equal(window->screen, SCREEN_LIST);
}

// repose play A B C.
static void a_command_may_name_several(void **state) {
    static const char *const ids[] = {"relax-let-go-60", "screen-20"};
    struct stage *stage = *state;
    struct window *window = &stage->window;
    struct error err = {0};
    stage->named.routines = ids;
    stage->named.routine_count = 2;
    stage->options.request = &stage->named;
    assert_true(session_prepare_asked(window, &err));
    session_ask(window);
    paint(stage);
    act(stage, ACT_BEGIN, 0);
    expect_on(stage, ids[0]);
    play_whole(stage);
    act(stage, ACT_BEGIN, 0);
    expect_on(stage, ids[1]);
    play_whole(stage);
    assert_int_equal(window->screen, SCREEN_DONE);
    window_act(window, (struct act){ACT_BEGIN, 0});
    assert_true(window->quit);
    stage->options.request = &stage->open;
}

int main(void) {
#define CHAIN(name) cmocka_unit_test_setup_teardown(name, open_stage, close_stage)
    const struct CMUnitTest tests[] = {
        CHAIN(plays_one_after_the_other_with_two_numbers),
        CHAIN(face_routines_have_a_minute_between_them),
        CHAIN(stopping_one_asks_whether_to_go_on),
        CHAIN(what_is_over_goes_on_by_itself),
        CHAIN(two_warm_compresses_in_a_row_are_refused),
        CHAIN(nothing_begins_that_may_not_go_on),
        CHAIN(marks_follow_their_order_and_go_again),
        CHAIN(a_command_may_name_several),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
