// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// The first screen, which becomes Today: a greeting, what is offered next with the one large
// button, and the ways to everything else.

// Reads what was played lately, looks for a session that broke off, and shows the screen.
void first_show(struct window *window);

// The card at its head, `box.height` aside; returns how high it is.
double first_hero(struct window *window, struct box box);

// The categories as tiles that open the list at their filter; returns the height. Where one place
// is left in their last line, the way to all routines stands there.
double first_tiles(struct window *window, struct box box, int group);
bool first_tiles_hold_all(struct window *window, struct box box);
