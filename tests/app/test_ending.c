// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence

// The end of a session in the window: the closing question, what it leads to, and what no answer
// leads to.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/element.h"
#include "app/focus.h"
#include "app/hand.h"
#include "app/stage_plans.h"
#include "app/stage_play.h"
#include "app/stage_told.h"
#include "run/gate_words.h"
#include "run/words.h"

static const char SMILE[] = "nmr-smile-eyes-open";

// To the screen of the end.
static void play_whole(struct stage *stage, const char *routine) {
    struct window *window = &stage->window;
    stage_begin(stage, routine);
    window->before = window->after = -1;
    session_begin(window);
    stage_pass(stage, 0);
    stage_play_to(stage, sitting_timeline(window->play->sitting)->total_ms, 1000);
    session_end(window, WHY_NONE);
    paint(stage);
    assert_int_equal(window->screen, SCREEN_DONE);
}

// To the closing question and through it; FEEL_NONE: left open.
static void play_and_say(struct stage *stage, const char *routine, enum feel feel) {
    play_whole(stage, routine);
    session_done(&stage->window);
    paint(stage);
    assert_int_equal(stage->window.screen, SCREEN_FEEL);
    assert_true(screen_key(stage, feel == FEEL_NONE ? SDLK_ESCAPE : SDLK_0 + (SDL_Keycode)feel));
}

static struct session_record last_record(const struct stage *stage) {
    struct session_list history = {0};
    struct error err = {0};
    assert_true(
        sessions_list(stage->house.store, INT64_MIN, INT64_MAX, 0, stage_evening, &history, &err));
    struct session_record last = history.records[0];
    for (int i = 1; i < history.count; i++) {
        last = history.records[i].started.utc_s >= last.started.utc_s ? history.records[i] : last;
    }
    last.options = NULL;
    session_list_free(&history);
    return last;
}

static void what_hurt_rests_and_says_so(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    play_and_say(stage, SMILE, FEEL_HURT);
    assert_int_equal(window->screen, SCREEN_HELD);
    assert_int_equal(window->held.allowed.hold.reason, HOLD_HURT);
    assert_int_equal(last_record(stage).feel, FEEL_HURT);
    assert_true(focus_is_on(window, (struct act){ACT_DONE, 0}));
    assert_true(screen_key(stage, SDLK_ESCAPE));
    assert_int_equal(window->screen, SCREEN_FIRST);
    assert_null(window->play);
    assert_false(gates_let_play(window, entry_of(stage, SMILE)));
}

static void the_way_from_a_hold_leads_to_what_may_be_played(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    play_and_say(stage, SMILE, FEEL_PULLED);
    assert_int_equal(window->screen, SCREEN_HELD);
    int instead = window->held.instead;
    assert_true(instead >= 0 && instead != entry_of(stage, SMILE));
    focus_step(window, 1);
    assert_true(focus_is_on(window, (struct act){ACT_OPEN, instead}));
    focus_press(window);
    paint(stage);
    assert_int_equal(window->screen, SCREEN_PAGE);
    assert_int_equal(window->page->entry, instead);
    assert_null(window->play);
    assert_null(window->preparation);
    assert_true(focus_is_on(window, (struct act){ACT_START, 0}));
}

// Where the day stands for the plan that it counted for; another routine counts for none.
static void the_end_says_where_the_day_stands(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    stage_tell(stage, "condition", "synk");
    stage_tell(stage, "answers", "no,no,no");
    stage_plans(stage);
    play_whole(stage, "relax-face-let-go");
    assert_string_equal(window->stand, "For the plan: 1 of 2 today.");
    session_done(window);
    play_whole(stage, "relax-face-let-go");
    assert_string_equal(window->stand, "For the plan: done for today.");
    session_done(window);
    play_whole(stage, "breath-calm");
    assert_string_equal(window->stand, "");
}

// Known linked movement is no reason to rest.
static void what_is_known_to_be_pulled_along_goes_on(void **state) {
    struct stage *stage = *state;
    stage_tell(stage, "condition", "synk");
    play_and_say(stage, SMILE, FEEL_PULLED);
    assert_int_equal(stage->window.screen, SCREEN_FIRST);
    assert_true(gates_let_play(&stage->window, entry_of(stage, SMILE)));
}

static void what_is_calmer_goes_on(void **state) {
    struct stage *stage = *state;
    play_and_say(stage, SMILE, FEEL_CALMER);
    assert_int_equal(stage->window.screen, SCREEN_FIRST);
    assert_int_equal(last_record(stage).feel, FEEL_CALMER);
}

// The third "busier" of four, none before it.
static void busier_rests_at_the_third(void **state) {
    static const enum feel said[] = {FEEL_BUSIER, FEEL_SAME, FEEL_BUSIER, FEEL_BUSIER};
    struct stage *stage = *state;
    for (int i = 0; i < 4; i++) {
        play_and_say(stage, SMILE, said[i]);
        assert_int_equal(stage->window.screen, i < 3 ? SCREEN_FIRST : SCREEN_HELD);
    }
    assert_int_equal(stage->window.held.allowed.hold.reason, HOLD_BUSIER);
}

// A rise of 2 in the fourth of its rated sessions; one without a number after does not count.
static void a_rise_rests_and_no_number_is_no_answer(void **state) {
    static const int after[] = {6, 6, -1, 6, -1, 6};
    struct stage *stage = *state;
    struct window *window = &stage->window;
    for (int i = 0; i < 6; i++) {
        play_whole(stage, "breath-calm");
        window->before = 4;
        if (after[i] >= 0) {
            assert_true(screen_key(stage, SDLK_0 + after[i]));
            assert_true(screen_key(stage, SDLK_RETURN));
        } else {
            assert_true(screen_key(stage, SDLK_ESCAPE));
        }
        assert_int_equal(window->screen, i < 5 ? SCREEN_FIRST : SCREEN_HELD);
    }
    assert_int_equal(window->held.allowed.hold.reason, HOLD_RISE);
}

// "Without a number" stands beside Escape: what was chosen and then left is none.
static void escape_leaves_the_number_away(void **state) {
    struct stage *stage = *state;
    play_whole(stage, "breath-calm");
    stage->window.before = 4;
    assert_true(screen_key(stage, SDLK_9));
    assert_true(screen_key(stage, SDLK_ESCAPE));
    assert_int_equal(stage->window.screen, SCREEN_FIRST);
    assert_int_equal(last_record(stage).before, 4);
    assert_int_equal(last_record(stage).after, -1);
}

// Three face sessions without an answer: asked why, once, and nothing rests.
static void the_third_open_question_is_asked_about(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    for (int i = 1; i <= 4; i++) {
        play_and_say(stage, SMILE, FEEL_NONE);
        assert_int_equal(window->screen, SCREEN_FIRST);
        assert_string_equal(window->message, i == 3 ? gate_words_unanswered() : "");
        assert_int_equal(last_record(stage).feel, FEEL_NONE);
    }
    assert_true(
        allowed_for(&window->gates->person, &catalog_find(&stage->house.catalog, SMILE)->routine)
            .hold.reason == HOLD_NONE);
}

// Without a record there is nothing to rate and nothing that could rest.
static void without_a_record_nothing_is_said(void **state) {
    struct stage *stage = *state;
    stage->named.no_record = stage->open.no_record = true;
    play_whole(stage, SMILE);
    session_done(&stage->window);
    assert_int_equal(stage->window.screen, SCREEN_FIRST);
}

// The screen says what the terminal says: each sentence, and nothing instead of it.
static void window_and_terminal_say_the_same(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    struct text_builder text = {0};
    play_and_say(stage, SMILE, FEEL_HURT);
    gate_words_held(&text, &window->held.allowed, window->gates->person.now, "|");
    assert_string_equal(text.text, "It hurt the last time, so this one rests for a week.|It opens "
                                   "on Saturday, 28 November, at 20:15.|Tell your therapist or "
                                   "doctor where it hurt; pain that stays is looked at soon.");
    text_builder_free(&text);
}

int main(void) {
#define END(test) cmocka_unit_test_setup_teardown(test, open_stage, close_stage)
    const struct CMUnitTest tests[] = {
        END(what_hurt_rests_and_says_so),
        END(the_end_says_where_the_day_stands),
        END(the_way_from_a_hold_leads_to_what_may_be_played),
        END(what_is_known_to_be_pulled_along_goes_on),
        END(what_is_calmer_goes_on),
        END(busier_rests_at_the_third),
        END(a_rise_rests_and_no_number_is_no_answer),
        END(escape_leaves_the_number_away),
        END(the_third_open_question_is_asked_about),
        END(without_a_record_nothing_is_said),
        END(window_and_terminal_say_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
