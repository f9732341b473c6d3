// SPDX-License-Identifier: MIT
#include <math.h>
#include <string.h>

#include "app/focus.h"
#include "app/play.h"
#include "app/session.h"
#include "base/text.h"

enum {
    FRAMES_A_SECOND = 60,
    PAUSE_MOST_MS = 30 * 60 * 1000, // then it stops and keeps
    CLOSE_US = 1400, // from here on a picture's time is waited for exactly, without events
    WAKE_US = 300,   // what waking up takes
};

static void play_paint(struct window *window) {
    struct play *play = window->play;
    if (play->state == PLAYER_PAUSED) {
        pause_paint(window);
        return;
    }
    if (play->shade < 1) {
        // A new size, a window that comes back: everything is there, so that the focus has a place.
        play->shade = 1;
        window->input_ms = clock_monotonic_ms();
    }
    play_paint_whole(window);
}

static bool is_moving(struct window *window) {
    struct play *play = window->play;
    if (play->hidden || play->state == PLAYER_PAUSED) {
        return false;
    }
    if (play->sinks_ms > 0 || play->state == PLAYER_LEADING || shade_moves(window)) {
        return true;
    }
    struct frame frame = play_frame(play);
    return play->state == PLAYER_PLAYING && play_figure_moves_in_ms(window, &frame) == 0;
}

static void follow_state(struct window *window, const struct tick *tick) {
    struct play *play = window->play;
    if (tick->waking != WAKE_NONE && !play->waking) {
        play->waking = true;
        window_stale(window);
    }
    if (tick->waking == WAKE_OFF) {
        play->take_off = true;
    }
    if (tick->stalled) {
        window_say(window, _("Paused, because the machine was away. Your place is kept."));
    }
    const char *trouble = sitting_trouble(play->sitting);
    if (trouble) {
        window_say(window, trouble);
    }
    if (tick->state == play->state) {
        return;
    }
    bool pause = tick->state == PLAYER_PAUSED;
    bool gate = tick->state == PLAYER_GATE || play->state == PLAYER_GATE;
    if (pause || gate || play->state == PLAYER_PAUSED) {
        play->shade = 1;
        window->input_ms = clock_monotonic_ms();
        focus_on(window, (struct act){ACT_PAUSE, 0});
        window_stale(window);
    }
    if (gate) {
        play->take_off = false;
        play->waking = false;
    }
    play->paused_ms = pause ? clock_monotonic_ms() : 0;
    play->state = tick->state;
    bool awake = tick->state == PLAYER_PLAYING || tick->state == PLAYER_LEADING ||
                 tick->state == PLAYER_GATE;
    if (awake) {
        SDL_DisableScreenSaver();
    } else {
        SDL_EnableScreenSaver();
    }
}

// Whether the end was reached and the lamp has set.
static bool is_over(struct window *window) {
    struct play *play = window->play;
    if (play->state != PLAYER_ENDED) {
        return false;
    }
    if (play->sinks_ms == 0) {
        play->sinks_ms = clock_monotonic_ms();
        play->shade = 1;
        window->result = sitting_finish(play->sitting, WHY_NONE); // durable before anything else
        window_stale(window);
    }
    return play_rise(window) <= 0 || window->theme.flat;
}

static void play_tick(struct window *window) {
    struct play *play = window->play;
    int64_t period_us = 1000000 / (window->options->request->fps > 0 ? window->options->request->fps
                                                                     : FRAMES_A_SECOND);
    if (is_moving(window) && !window->stale) {
        if (play->frame_us - clock_monotonic_us() > CLOSE_US) {
            return; // an event woke us between two pictures
        }
        clock_sleep_until_us(play->frame_us);
    }
    int64_t now_us = clock_monotonic_us();
    struct tick tick = sitting_tick(play->sitting);
    follow_state(window, &tick);
    shade_move(window);
    if (is_over(window)) {
        session_end(window, WHY_NONE);
        return;
    }
    if (play->paused_ms > 0 && clock_monotonic_ms() - play->paused_ms > PAUSE_MOST_MS) {
        session_end(window, WHY_INTERRUPTED);
        return;
    }
    if (!window->stale && !play->hidden && play->state != PLAYER_PAUSED && window->cairo &&
        play->breath) {
        play_repaint(window);
    }
    // By the clock and not by the picture before, so that they do not drift; after a stall anew.
    play->frame_us += period_us;
    if (play->frame_us < now_us || play->frame_us > now_us + 2 * period_us) {
        play->frame_us = now_us + period_us;
    }
}

static int64_t play_wait_ms(struct window *window) {
    struct play *play = window->play;
    if (is_moving(window)) {
        int64_t left_us = play->frame_us - clock_monotonic_us();
        // Events are waited for in whole milliseconds, so the last part is slept by the clock.
        return left_us > CLOSE_US ? (left_us - WAKE_US) / 1000 : 0;
    }
    int64_t wait_ms = sitting_wait_ms(play->sitting);
    if (play->state == PLAYER_PLAYING && !play->hidden) {
        struct frame frame = play_frame(play);
        int64_t moves_ms = play_figure_moves_in_ms(window, &frame);
        int64_t rest_ms = play->shade > 0 ? shade_rest_left_ms(window) : wait_ms;
        wait_ms = moves_ms < wait_ms ? moves_ms : wait_ms;
        wait_ms = rest_ms < wait_ms ? rest_ms : wait_ms;
    }
    if (play->paused_ms > 0) {
        int64_t most_ms = play->paused_ms + PAUSE_MOST_MS + 1 - clock_monotonic_ms();
        wait_ms = most_ms < wait_ms ? most_ms : wait_ms;
    }
    return wait_ms > 0 ? wait_ms : 0;
}

static void ask_why(struct window *window) {
    sitting_pause(window->play->sitting);
    window_show(window, SCREEN_WHY);
}

// Where the skin was not fine nobody has to ask why.
static void stop(struct window *window, int value) {
    if (value != PLAY_STOP_SKIN) {
        ask_why(window);
        return;
    }
    session_end(window, WHY_PAIN);
    window_say(window, _("Leave the pack off and let the skin rest. If it is still red in an hour, "
                         "or blisters, ask a doctor or a pharmacist."));
}

static void change_volume(struct window *window, int steps) {
    struct sitting *sitting = window->play->sitting;
    char text[64];
    sitting_volume(sitting, steps);
    text_format(text, sizeof text, _("Sound %d %%"), sitting_volume_percent(sitting));
    window_say(window, text);
}

static void play_act(struct window *window, struct act act) {
    struct play *play = window->play;
    struct sitting *sitting = play->sitting;
    if (play->sinks_ms > 0) {
        return; // it is over
    }
    play->frame_us = 0;
    switch (act.kind) {
    case ACT_PAUSE:
        sitting_toggle_pause(sitting);
        break;
    case ACT_NEXT:
        if (!sitting_next(sitting)) {
            window_say(window, _("This step cannot be left out."));
        }
        break;
    case ACT_AGAIN:
        sitting_again(sitting);
        break;
    case ACT_PREVIOUS:
        sitting_previous(sitting);
        break;
    case ACT_STOP:
        stop(window, act.value);
        break;
    case ACT_LOUDER:
        change_volume(window, 1);
        break;
    case ACT_SOFTER:
        change_volume(window, -1);
        break;
    case ACT_MUTE:
        sitting_toggle_mute(sitting);
        window_say(window, sitting_is_muted(sitting) ? _("Sound off") : _("Sound on"));
        break;
    case ACT_HELP:
        window_over(window, SCREEN_HELP);
        break;
    default:
        break;
    }
    if (window->screen == SCREEN_PLAY && window->play && play->state == PLAYER_PAUSED) {
        window_stale(window); // the place it stands at may be another
    }
}

static struct act act_of_key(const struct window *window, const SDL_Keysym *key) {
    switch (key->sym) {
    case SDLK_SPACE:
        return (struct act){ACT_PAUSE, 0};
    case SDLK_RIGHT:
        return (struct act){ACT_NEXT, 0};
    case SDLK_LEFT:
        return (struct act){key->mod & KMOD_SHIFT ? ACT_PREVIOUS : ACT_AGAIN, 0};
    case SDLK_UP:
        return (struct act){ACT_LOUDER, 0};
    case SDLK_DOWN:
        return (struct act){ACT_SOFTER, 0};
    case SDLK_m:
        return (struct act){ACT_MUTE, 0};
    case SDLK_ESCAPE:
        return (struct act){canvas_is_full(window->canvas) ? ACT_FULL : ACT_STOP, 0};
    default:
        return (struct act){ACT_NONE, 0};
    }
}

static bool is_volume(enum act_kind kind) {
    return kind == ACT_LOUDER || kind == ACT_SOFTER;
}

// At a gate any key is an answer, but for those that go to the other answer, and those that only
// change what another key means.
static bool goes_to_answer(const SDL_Keysym *key) {
    switch (key->sym) {
    case SDLK_TAB:
    case SDLK_LEFT:
    case SDLK_RIGHT:
    case SDLK_UP:
    case SDLK_DOWN:
    case SDLK_LSHIFT:
    case SDLK_RSHIFT:
    case SDLK_LCTRL:
    case SDLK_RCTRL:
    case SDLK_LALT:
    case SDLK_RALT:
        return true;
    default:
        return false;
    }
}

static bool answers(struct window *window, const SDL_KeyboardEvent *event) {
    SDL_Keycode key = event->keysym.sym;
    if (goes_to_answer(&event->keysym)) {
        return false;
    }
    bool presses = key == SDLK_RETURN || key == SDLK_KP_ENTER || key == SDLK_SPACE;
    if (presses && focus_is_on(window, (struct act){ACT_STOP, PLAY_STOP_SKIN})) {
        return false;
    }
    // Holding one down is no answer.
    if (!event->repeat) {
        sitting_answer(window->play->sitting);
    }
    return true;
}

static bool play_key(struct window *window, const SDL_KeyboardEvent *event) {
    struct play *play = window->play;
    struct act act = act_of_key(window, &event->keysym);
    bool leaves = act.kind == ACT_STOP || act.kind == ACT_FULL;
    if (play->state == PLAYER_GATE && !leaves) {
        return answers(window, event);
    }
    bool enter = event->keysym.sym == SDLK_RETURN || event->keysym.sym == SDLK_KP_ENTER;
    if (play->shade <= 0 && (enter || event->keysym.sym == SDLK_TAB)) {
        return true; // it brings back what had faded, the pause in focus
    }
    if (act.kind == ACT_NONE) {
        return false;
    }
    if (!event->repeat || is_volume(act.kind)) {
        window_act(window, act);
    }
    return true;
}

static void play_wheel(struct window *window, int steps) {
    change_volume(window, steps);
}

const struct screen play_screen = {.paint = play_paint,
                                   .key = play_key,
                                   .act = play_act,
                                   .wheel = play_wheel,
                                   .tick = play_tick,
                                   .wait_ms = play_wait_ms};
