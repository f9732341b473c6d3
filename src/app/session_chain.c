// SPDX-License-Identifier: MIT
#include "app/gates.h"
#include "app/night.h"
#include "app/play.h"
#include "app/session.h"

// Several routines as one sitting: one after the other, each a record of its own, with one number
// before the first and one after the last.

void session_turn_to(struct window *window, int member) {
    struct chain *chain = &window->chain;
    window->member = member;
    window->preparation = member < chain->count ? chain->members[member] : NULL;
}

bool session_is_last(const struct window *window) {
    return window->member + 1 >= window->chain.count;
}

bool session_chain_is_rated(const struct window *window) {
    return chain_is_rated(&window->chain, window->house);
}

// In the small form, at bedtime, or where nobody is, nothing is pressed between two; what was
// stopped asks.
static bool goes_on_alone(const struct window *window) {
    bool quiet = window->options->request->mini || window->chain.bedtime;
    return window->nobody || (quiet && window->why == WHY_NONE);
}

void session_on(struct window *window) {
    if (session_is_last(window)) {
        if (window->chain_ms > 0 && night_falls(window) && window->why == WHY_NONE) {
            night_begin(window);
        } else if (window->chain_ms > 0 && !window->felt && !window->nobody) {
            window_show(window, SCREEN_DONE); // the last was not even begun
        } else {
            session_leave(window);
        }
    } else if (goes_on_alone(window)) {
        session_next(window);
    } else {
        window_show(window, SCREEN_NEXT);
    }
}

void session_next(struct window *window) {
    session_turn_to(window, window->member + 1);
    session_begin(window);
}

void session_enough(struct window *window) {
    chain_cut(&window->chain, window->member);
    window->felt = true;
    if (window->chain_ms > 0) {
        window_show(window, SCREEN_DONE);
    } else {
        session_leave(window);
    }
}

int session_entry(const struct window *window) {
    const struct preparation *now = window->preparation;
    return now->routine == &now->own ? -1 : gates_entry(window, now->routine);
}
