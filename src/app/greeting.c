// SPDX-License-Identifier: MIT
#include "app/greeting.h"

#include "app/chime.h"
#include "run/once.h"

static bool is_wanted(const struct window *window) {
    const struct house *house = window->house;
    const struct play_request *request = window->options->request;
    return !window->nobody && !request->no_record && !request->mute && !request->mini &&
           request->routine_count == 0 && !house->settings.mute && house->settings.cues &&
           once_is_due(house, ONCE_GREETING);
}

void greeting_begin(struct window *window) {
    if (is_wanted(window) && once_remember(window->house, ONCE_GREETING)) {
        window->greeting = chime_new(window);
        chime_strike(window->greeting);
    }
}

void greeting_end(struct window *window) {
    chime_free(window->greeting);
    window->greeting = NULL;
}

int64_t greeting_wait_ms(struct window *window) {
    return chime_rest_ms(window->greeting);
}

void greeting_tick(struct window *window) {
    if (greeting_wait_ms(window) == 0) {
        greeting_end(window);
    }
}
