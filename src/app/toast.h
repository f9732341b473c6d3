// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// What the program says of itself for a few seconds, at the end of the bottom line: what was kept,
// and the way to take it back. The newest stands for the older one; Ctrl Z goes back through all.

// Over the screen, while it is painted; the player shows the words in a part of its own.
void toast_paint_over(struct window *window);

// How much of the window's foot it covers, 0 without one: what ends above that is not covered.
double toast_foot(const struct window *window);

// Its time is up; not while its button has the focus.
void toast_tick(struct window *window);
int64_t toast_wait_ms(const struct window *window); // INT64_MAX: nothing will happen

// Takes the newest step back; nothing where there is none.
void toast_undo(struct window *window);
