// SPDX-License-Identifier: MIT
#include "app/focus.h"
#include "app/play.h"
#include "app/scroll.h"

// What the keys mean in the player (docs/design-language.md, "Keys").

enum { SCROLL_PX = 72 };

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
    case SDLK_v:
        return (struct act){key->mod & KMOD_SHIFT ? ACT_ALL_WORDS : ACT_VOICE, 0};
    case SDLK_s:
        return (struct act){ACT_LEVELS, 0};
    case SDLK_a:
        return (struct act){ACT_SMALL, 0};
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

static bool is_focus_key(SDL_Keycode key) {
    return key == SDLK_TAB || key == SDLK_UP || key == SDLK_DOWN || key == SDLK_LEFT ||
           key == SDLK_RIGHT || key == SDLK_RETURN || key == SDLK_KP_ENTER || key == SDLK_SPACE;
}

// While the keys are shown Escape takes them away, and what is too long for the window scrolls. All
// others do what the page says of them.
static bool help_key(struct window *window, const SDL_KeyboardEvent *event) {
    if (event->keysym.sym == SDLK_ESCAPE) {
        play_help_show(window, false);
        return true;
    }
    bool longer = window->scroll.height > window->scroll.view.height + 1;
    bool up = event->keysym.sym == SDLK_UP;
    if (!longer || !(up || event->keysym.sym == SDLK_DOWN)) {
        return false;
    }
    scroll_by(window, &window->scroll, window_px(window, SCROLL_PX) * (up ? -1 : 1));
    return true;
}

bool play_key_pressed(struct window *window, const SDL_KeyboardEvent *event) {
    struct play *play = window->play;
    struct act act = act_of_key(window, &event->keysym);
    bool leaves = act.kind == ACT_STOP || act.kind == ACT_FULL;
    if (play->state == PLAYER_GATE && !leaves) {
        return answers(window, event);
    }
    if (play->helps && !play->levels && help_key(window, event)) {
        return true;
    }
    if (play->levels && play_levels_key(window, event)) {
        return true;
    }
    if (play->levels && is_focus_key(event->keysym.sym)) {
        return false;
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
