// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// The quiet fortnight: offered once, after a first session that was finished, and never begun
// unasked. Later it stands among the plans.

// Shows the offer where it is due: nothing was ever planned, and one of the first sessions has been
// finished. False: it is not, and nothing has happened.
bool fortnight_offer(struct window *window);

// Begins a shipped fortnight today and says so, with the way back. False: the reason was said.
bool fortnight_begin(struct window *window, const char *id);
