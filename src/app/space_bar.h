// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// The space bar outside of a session. Held for 0.7 s it turns the reading aloud on and off, on any
// screen and in any field; so it counts when it is let go, and a hold presses nothing. In a session
// it acts at once, as it always did: there it pauses, and nobody waits for a pause.

enum { HOLD_MS = 700 };

// The bar went down; false: it acts at once here.
bool space_bar_begin(struct window *window, const SDL_KeyboardEvent *event);
// It was let go: false: nothing was held. True: `event` is the one that it began with, and
// *presses tells whether it was short enough to count.
bool space_bar_end(struct window *window, SDL_KeyboardEvent *event, bool *presses);
// The window has lost the keys: it presses nothing.
void space_bar_forget(struct window *window);

// Whether it is down, and belongs to nothing else meanwhile.
bool space_bar_is_down(const struct window *window);

// Long enough: the reading turns.
void space_bar_tick(struct window *window);
int64_t space_bar_wait_ms(const struct window *window); // INT64_MAX: nothing is held
