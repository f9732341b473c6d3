// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// An entry that went and was brought back is a new one in the history, with an id of its own.
// Whatever can be taken back, on whatever screen it was done, means the new one from then on; so
// Ctrl Z goes back step by step through ticks and entries of several screens.

// `was` is the id it had.
void entry_returned(struct window *window, const char *was, const char *is);
