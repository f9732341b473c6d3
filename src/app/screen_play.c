// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/focus.h"
#include "app/night.h"
#include "app/play.h"
#include "app/scroll.h"
#include "app/session.h"
#include "base/text.h"
#include "core/played.h"
#include "run/once.h"

enum {
    FRAMES_A_SECOND = 60,
    PAUSE_MOST_MS = 30 * 60 * 1000, // then it stops and keeps
    CLOSE_US = 1400, // from here on a picture's time is waited for exactly, without events
    WAKE_US = 300,   // what waking up takes
    WHEEL_PX = 72,   // a notch
};

// Everything comes back, and the rest begins anew.
static void light_up(struct window *window) {
    window->play->shade = 1;
    window->input_ms = window->play->now.us / 1000;
}

static void play_paint(struct window *window) {
    struct play *play = window->play;
    play_read_clocks(window);
    if (play_shows_pause(window)) {
        pause_paint(window);
        return;
    }
    if (play->shade < 1) {
        // A new size, a window that comes back: everything is there, so that the focus has a place.
        light_up(window);
    }
    play_paint_whole(window);
}

static bool is_moving(struct window *window) {
    struct play *play = window->play;
    if (play->hidden || play->state == PLAYER_PAUSED) {
        return false;
    }
    if (play->now.rise < 1 || shade_moves(window)) {
        return true;
    }
    if (play_is_still(window) || play_is_large(window)) {
        return false;
    }
    struct frame frame = play_frame(play);
    return play->state == PLAYER_PLAYING && play_figure_moves_in_ms(window, &frame) == 0;
}

static void follow_state(struct window *window, const struct tick *tick) {
    struct play *play = window->play;
    play_wake(window, tick);
    if (tick->stalled) {
        window_say(window, _("Paused, because the machine was away. Your place is kept."));
    }
    const char *trouble = sitting_trouble(play->sitting);
    if (trouble) {
        window_say(window, trouble);
    }
    if (play->hints && sitting_tell_voiceless(play->sitting)) {
        play->hints = false;
        once_remember(window->house, ONCE_VOICELESS);
    }
    if (tick->state == play->state) {
        return;
    }
    bool pause = tick->state == PLAYER_PAUSED;
    bool gate = tick->state == PLAYER_GATE || play->state == PLAYER_GATE;
    if (pause || gate || play->state == PLAYER_PAUSED) {
        play_help_show(window, false);
        light_up(window);
        focus_on(window, (struct act){ACT_PAUSE, 0});
        window_stale(window);
    }
    if (gate) {
        play->take_off = false;
        play->waking = false;
    }
    if (tick->state == PLAYER_GATE) {
        window_small(window, false); // a question is not asked in a corner of the screen
    }
    play->paused_ms = pause ? play->now.us / 1000 : 0;
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
    if (night_falls(window)) {
        return true; // no lamp sets, no light comes back
    }
    if (play_sink(window)) {
        play_help_show(window, false);
        play->shade = 1;
        window->result = sitting_finish(play->sitting, WHY_NONE); // durable before anything else
        window_stale(window);
    }
    return play_has_sunk(window);
}

// By the clock and not by the picture before, so that they do not drift; after a stall anew.
static void set_next_frame(struct window *window) {
    struct play *play = window->play;
    int fps = window->options->request->fps;
    int64_t period_us = 1000000 / (fps > 0 ? fps : FRAMES_A_SECOND);
    play->frame_us += period_us;
    if (play->frame_us < play->now.us || play->frame_us > play->now.us + 2 * period_us) {
        play->frame_us = play->now.us + period_us;
    }
}

static void play_tick(struct window *window) {
    struct play *play = window->play;
    if (is_moving(window) && !window->stale) {
        if (play->frame_us - clock_monotonic_us() > CLOSE_US) {
            return; // an event woke us between two pictures
        }
        clock_sleep_until_us(play->frame_us);
    }
    struct tick tick = sitting_tick(play->sitting);
    play_read_clocks(window);
    follow_state(window, &tick);
    shade_move(window);
    if (is_over(window)) {
        session_end(window, WHY_NONE);
        return;
    }
    if (play->paused_ms > 0 && play->now.us / 1000 - play->paused_ms > PAUSE_MOST_MS) {
        session_end(window, WHY_INTERRUPTED);
        return;
    }
    if (!window->stale && !play->hidden && !play_shows_pause(window) && window->cairo &&
        play->breath) {
        play_repaint(window);
    }
    set_next_frame(window);
}

static int64_t play_wait_ms(struct window *window) {
    struct play *play = window->play;
    play_read_clocks(window);
    if (is_moving(window)) {
        int64_t left_us = play->frame_us - play->now.us;
        // Events are waited for in whole milliseconds, so the last part is slept by the clock.
        return left_us > CLOSE_US ? (left_us - WAKE_US) / 1000 : 0;
    }
    int64_t wait_ms = sitting_wait_ms(play->sitting);
    if (play->state == PLAYER_PLAYING && !play->hidden) {
        struct frame frame = play_frame(play);
        int64_t moves_ms =
            play_is_still(window) ? wait_ms : play_figure_moves_in_ms(window, &frame);
        int64_t rest_ms = play->shade > 0 ? shade_rest_left_ms(window) : wait_ms;
        wait_ms = moves_ms < wait_ms ? moves_ms : wait_ms;
        wait_ms = rest_ms < wait_ms ? rest_ms : wait_ms;
    }
    if (play->paused_ms > 0) {
        int64_t most_ms = play->paused_ms + PAUSE_MOST_MS + 1 - play->now.us / 1000;
        wait_ms = most_ms < wait_ms ? most_ms : wait_ms;
    }
    return wait_ms > 0 ? wait_ms : 0;
}

// Before the first step nothing has been done that could be kept, and nobody has to say why.
static void ask_why(struct window *window) {
    if (played_ms(&sitting_player(window->play->sitting)->played) <= 0) {
        session_end(window, WHY_INTERRUPTED);
        return;
    }
    sitting_pause(window->play->sitting);
    window_show(window, SCREEN_WHY);
}

// Where the skin was not fine nobody has to ask why. The words are those of the routines (domain.md
// 12, 26 and 27): red skin cools and cold skin warms by itself, warmth or cold waits for another
// day. No source says after how long redness is too long, so no time is named.
static void stop(struct window *window, int value) {
    const struct routine *routine = sitting_timeline(window->play->sitting)->routine;
    if (value != PLAY_STOP_SKIN) {
        ask_why(window);
        return;
    }
    bool cold = routine->category == CATEGORY_COMPRESS_COLD;
    session_end(window, WHY_PAIN);
    window_say(window, cold ? _("Leave the pack off and let the skin warm by itself. If it stays "
                                "white, red or numb, ask a doctor or a pharmacist.")
                            : _("Leave the pack off and let the skin cool by itself. If it stays "
                                "red, stings or blisters, ask a doctor or a pharmacist."));
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
        play_help_show(window, !play->helps);
        break;
    case ACT_SMALL:
        window_small(window, !window->small);
        break;
    default:
        play_levels_act(window, act);
        break;
    }
    bool here = window->screen == SCREEN_PLAY && window->play;
    if (here && (play->state == PLAYER_PAUSED || play->levels)) {
        window_stale(window); // the place it stands at may be another, or what the sheet says
    }
}

static void play_wheel(struct window *window, int steps) {
    if (window->play->helps) {
        scroll_by(window, &window->scroll, -window_px(window, WHEEL_PX) * steps);
    } else {
        change_volume(window, steps);
    }
}

const struct screen play_screen = {.paint = play_paint,
                                   .key = play_key_pressed,
                                   .act = play_act,
                                   .wheel = play_wheel,
                                   .tick = play_tick,
                                   .wait_ms = play_wait_ms};
