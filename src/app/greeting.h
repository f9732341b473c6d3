// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// The very first start: one soft sound, and one sentence that says how to have everything read
// aloud; once in the life of a history. Else nothing is heard before a session that nobody asked
// for.
void greeting_begin(struct window *window);
// It ends when all of it has rung out, or at once.
void greeting_tick(struct window *window);
int64_t greeting_wait_ms(struct window *window); // INT64_MAX: nothing sounds
void greeting_end(struct window *window);
