// SPDX-License-Identifier: MIT
// wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options sitting_silence
// wrap: speaker_strike

// The gate of a compress calls a sleeper: what sounds, what is seen, and what counts as awake
// (domain.md 12, awake gate).

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/element.h"
#include "app/focus.h"
#include "app/keyboard.h"
#include "app/shots_play.h"
#include "app/stage.h"
#include "app/stage_play.h"
#include "pixel.h"
#include "run/words.h"

enum { WIDTH = 800, HEIGHT = 600, SECOND_MS = 1000, MINUTE_MS = 60000 };

static int strikes, soft_strikes;

void __wrap_speaker_strike(struct speaker *speaker, const struct clip *clip, bool loud);
void __wrap_speaker_strike(struct speaker *speaker, const struct clip *clip, bool loud) {
    (void)speaker;
    (void)clip;
    strikes++;
    soft_strikes += !loud;
}

static int open_gate(void **state) {
    struct stage *stage = memory_new(1, sizeof *stage);
    *stage_now_us() = 1000000000;
    stage_open(stage, &(struct stage_place){.root = ".", .language = "en"});
    stage->house.settings.mute = true;
    shot_gate(stage, &(struct shot){.routine = "warm-compress"});
    strikes = soft_strikes = 0;
    *state = stage;
    return 0;
}

static int close_gate(void **state) {
    struct stage *stage = *state;
    stage_close(stage);
    memory_free(stage);
    return 0;
}

static void pass(struct stage *stage, int64_t ms) {
    for (int64_t done_ms = 0; done_ms < ms; done_ms += SECOND_MS / 2) {
        stage_pass(stage, SECOND_MS / 2);
    }
}

static uint32_t corner_of(struct stage *stage) {
    cairo_surface_t *picture = stage_paint(stage, WIDTH, HEIGHT);
    uint32_t pixel = pixel_at(picture, 0, 0);
    cairo_surface_destroy(picture);
    return pixel & 0xffffff;
}

static bool press(struct stage *stage, SDL_Keycode key, bool held) {
    if (held) {
        keyboard_hold(&stage->window, key);
    } else {
        keyboard_press(&stage->window, key, 0);
    }
    stage_pass(stage, SECOND_MS / 10);
    return !stage->window.play || stage_player(stage)->state != PLAYER_GATE;
}

// Half a minute of quiet, the sentence again, a rising sound every five seconds, after two minutes
// "off", and on. Mute silences none of it.
static void it_calls_when_it_should(void **state) {
    struct stage *stage = *state;
    struct play *play = stage->window.play;
    char cue[256];
    pass(stage, 29 * SECOND_MS);
    assert_int_equal(strikes, 0);
    assert_false(play->waking);
    pass(stage, 2 * SECOND_MS);
    assert_int_equal(strikes, 1);
    assert_true(play->waking);
    for (int i = 1; i <= 17; i++) {
        pass(stage, 5 * SECOND_MS);
        assert_int_equal(strikes, 1 + i);
        assert_false(play->take_off);
    }
    pass(stage, 5 * SECOND_MS);
    assert_int_equal(strikes, 19);
    assert_true(play->take_off);
    play_cue(&stage->window, cue, sizeof cue);
    assert_string_equal(cue, words_take_off());
    pass(stage, 10 * MINUTE_MS);
    assert_int_equal(strikes, 19 + 10 * 12);
    assert_int_equal(soft_strikes, 0);
    assert_int_equal(stage_player(stage)->state, PLAYER_GATE);
}

// At full contrast while it calls, and as it was before when somebody is there.
static void it_is_seen_at_full_contrast(void **state) {
    struct stage *stage = *state;
    uint32_t evening = corner_of(stage);
    assert_true(evening != 0);
    pass(stage, 31 * SECOND_MS);
    assert_true(stage->window.stale);
    assert_int_equal(corner_of(stage), 0);
    assert_int_equal(stage->window.theme.name, THEME_EVENING);
    assert_true(press(stage, SDLK_x, false));
    assert_true(corner_of(stage) != 0);
    assert_false(stage->window.play->waking);
}

// All of it, the ring around what has the focus too, whatever the person's own light is.
static void by_day_it_looks_as_in_high_contrast(void **state) {
    struct stage *stage = *state;
    pass(stage, 31 * SECOND_MS);
    stage_look(stage, "day", 100);
    cairo_surface_t *day = stage_paint(stage, WIDTH, HEIGHT);
    stage_look(stage, "contrast", 100);
    cairo_surface_t *contrast = stage_paint(stage, WIDTH, HEIGHT);
    cairo_surface_flush(day);
    cairo_surface_flush(contrast);
    assert_memory_equal(cairo_image_surface_get_data(day), cairo_image_surface_get_data(contrast),
                        (size_t)cairo_image_surface_get_stride(day) * HEIGHT);
    cairo_surface_destroy(day);
    cairo_surface_destroy(contrast);
}

// Any key; not one that is only held, not one that changes what another means.
static void any_key_is_an_answer(void **state) {
    static const SDL_Keycode no[] = {SDLK_LSHIFT, SDLK_RCTRL, SDLK_LALT, SDLK_TAB, SDLK_DOWN};
    static const SDL_Keycode yes[] = {SDLK_a, SDLK_m, SDLK_SPACE, SDLK_F5, SDLK_7};
    struct stage *stage = *state;
    for (size_t i = 0; i < sizeof no / sizeof *no; i++) {
        assert_false(press(stage, no[i], false));
    }
    assert_false(press(stage, SDLK_x, true));
    focus_on(&stage->window, (struct act){ACT_PAUSE, 0});
    pass(stage, SECOND_MS);
    int gates = sitting_timeline(stage->window.play->sitting)->gate_count;
    for (int i = 0; i < gates && i < (int)(sizeof yes / sizeof *yes); i++) {
        assert_true(press(stage, yes[i], false));
        stage_pass(stage, SECOND_MS);
        const struct timeline *timeline = sitting_timeline(stage->window.play->sitting);
        if (i + 1 < gates) {
            stage_play_to(stage, timeline->gates[i + 1].at_ms, SECOND_MS);
            stage_pass(stage, 0);
            assert_int_equal(stage_player(stage)->state, PLAYER_GATE);
        }
    }
    assert_int_equal(soft_strikes, 0);
}

// As the loop does it beside another screen.
static void pass_elsewhere(struct stage *stage, int64_t ms) {
    struct window *window = &stage->window;
    for (int64_t done_ms = 0; done_ms < ms; done_ms += SECOND_MS / 2) {
        *stage_now_us() += SECOND_MS / 2 * 1000;
        if (window->screen == SCREEN_PLAY) {
            stage_pass(stage, 0);
        } else {
            struct tick tick = sitting_tick(window->play->sitting);
            play_wake(window, &tick);
        }
    }
}

// A question nobody answers does not stand between the gate and a sleeper.
static void it_calls_from_the_question_why(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    window_act(window, (struct act){ACT_STOP, 0});
    assert_int_equal(window->screen, SCREEN_WHY);
    pass_elsewhere(stage, 29 * SECOND_MS);
    assert_int_equal(window->screen, SCREEN_WHY);
    pass_elsewhere(stage, 2 * SECOND_MS);
    assert_int_equal(window->screen, SCREEN_PLAY);
    assert_true(window->play->waking);
    assert_int_equal(corner_of(stage), 0);
    assert_int_equal(strikes, 1);
    assert_true(press(stage, SDLK_x, false));
}

// The emergency lines stay; what the gate says stands below them.
static void the_emergency_lines_are_not_taken_away(void **state) {
    struct stage *stage = *state;
    struct window *window = &stage->window;
    assert_false(press(stage, SDLK_e, false));
    assert_int_equal(window->screen, SCREEN_SAFETY);
    pass_elsewhere(stage, 31 * SECOND_MS);
    assert_int_equal(window->screen, SCREEN_SAFETY);
    assert_string_equal(window->message, "Look at the skin.");
    pass_elsewhere(stage, 90 * SECOND_MS);
    assert_string_equal(window->message, words_take_off());
    assert_int_equal(strikes, 19);
    window_act(window, (struct act){ACT_BACK, 0});
    assert_int_equal(window->screen, SCREEN_PLAY);
    assert_int_equal(corner_of(stage), 0);
}

// It sleeps until the next call, and no longer.
static void it_is_woken_itself(void **state) {
    struct stage *stage = *state;
    cairo_surface_destroy(stage_paint(stage, WIDTH, HEIGHT));
    int64_t wait_ms = screens[SCREEN_PLAY]->wait_ms(&stage->window);
    assert_in_range(wait_ms, 1, 30 * SECOND_MS);
    pass(stage, 31 * SECOND_MS);
    cairo_surface_destroy(stage_paint(stage, WIDTH, HEIGHT));
    assert_in_range(screens[SCREEN_PLAY]->wait_ms(&stage->window), 0, 5 * SECOND_MS);
}

int main(void) {
#define GATE(test) cmocka_unit_test_setup_teardown(test, open_gate, close_gate)
    const struct CMUnitTest tests[] = {
        GATE(it_calls_when_it_should),
        GATE(it_is_seen_at_full_contrast),
        GATE(by_day_it_looks_as_in_high_contrast),
        GATE(any_key_is_an_answer),
        GATE(it_calls_from_the_question_why),
        GATE(the_emergency_lines_are_not_taken_away),
        GATE(it_is_woken_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
