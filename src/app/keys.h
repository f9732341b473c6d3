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

// Enter, also that of the keypad.
bool keys_is_enter(const SDL_KeyboardEvent *event);
// Escape as the way out of a screen: pressed anew, so that a key that is held leads one step and no
// further, and while the window does not fill the display, which it ends first.
bool keys_is_back(const struct window *window, const SDL_KeyboardEvent *event);
