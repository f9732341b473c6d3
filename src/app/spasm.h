// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// "Spasm now", by one key from everywhere: noted at once. Outside a session a page follows that
// offers the routine for that moment, and asks nothing that has to be answered.

// ACT_SPASM.
void spasm_now(struct window *window);
// After something was taken back: the page goes with its entry.
void spasm_again(struct window *window);
