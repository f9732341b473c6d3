// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// What a key means: first what it means everywhere, then what the screen makes of it, then the
// focus.
void keys_pressed(struct window *window, const SDL_KeyboardEvent *event);

// One that counts when it is let go: the space bar outside of a session (space_bar.h).
void keys_released(struct window *window, const SDL_KeyboardEvent *event);

// Text that was written, into the field that has the focus.
void keys_text(struct window *window, const char *text);
