// SPDX-License-Identifier: MIT
#include "app/space_bar.h"

#include "app/reader.h"

bool space_bar_begin(struct window *window, const SDL_KeyboardEvent *event) {
    bool plain = !(event->keysym.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI));
    bool here = window->screen != SCREEN_PLAY && window->screen != SCREEN_NIGHT && window->reader;
    if (!plain || !here) {
        return false;
    }
    if (!event->repeat && !window->space_bar.down) {
        window->space_bar = (struct space_bar){.down = true,
                                               .since_ms = clock_monotonic_ms(),
                                               .keysym = event->keysym,
                                               .screen = window->screen};
    }
    return true;
}

bool space_bar_end(struct window *window, SDL_KeyboardEvent *event, bool *presses) {
    const struct space_bar bar = window->space_bar;
    window->space_bar = (struct space_bar){0};
    *event = (SDL_KeyboardEvent){.type = SDL_KEYDOWN, .keysym = bar.keysym};
    *presses = bar.down && !bar.turned && bar.screen == window->screen;
    return bar.down;
}

void space_bar_forget(struct window *window) {
    window->space_bar = (struct space_bar){0};
}

bool space_bar_is_down(const struct window *window) {
    return window->space_bar.down;
}

int64_t space_bar_wait_ms(const struct window *window) {
    if (!window->space_bar.down || window->space_bar.turned) {
        return INT64_MAX;
    }
    int64_t left_ms = window->space_bar.since_ms + HOLD_MS - clock_monotonic_ms();
    return left_ms > 0 ? left_ms : 0;
}

void space_bar_tick(struct window *window) {
    if (space_bar_wait_ms(window) == 0) {
        window->space_bar.turned = true;
        reader_turn(window);
    }
}
