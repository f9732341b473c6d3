// SPDX-License-Identifier: MIT
#pragma once

#include "app/keys.h"

// What a keyboard sends, to any window.

static inline SDL_KeyboardEvent keyboard_event(SDL_Keycode key, int mod) {
    return (SDL_KeyboardEvent){.type = SDL_KEYDOWN, .keysym = {.sym = key, .mod = (Uint16)mod}};
}

static inline void keyboard_press(struct window *window, SDL_Keycode key, int mod) {
    const SDL_KeyboardEvent event = keyboard_event(key, mod);
    keys_pressed(window, &event);
}

// What a key repeats that is not let go.
static inline void keyboard_hold(struct window *window, SDL_Keycode key) {
    SDL_KeyboardEvent event = keyboard_event(key, 0);
    event.repeat = 1;
    keys_pressed(window, &event);
}

static inline void keyboard_release(struct window *window, SDL_Keycode key) {
    SDL_KeyboardEvent event = keyboard_event(key, 0);
    event.type = SDL_KEYUP;
    keys_released(window, &event);
}

// Past the common keys to the screen alone, as what a held key repeats where `held`; whether it
// meant something there.
static inline bool keyboard_screen(struct window *window, SDL_Keycode key, bool held) {
    SDL_KeyboardEvent event = keyboard_event(key, 0);
    event.repeat = held;
    return screens[window->screen]->key(window, &event);
}
