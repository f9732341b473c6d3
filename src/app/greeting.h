// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// The very first start: one soft sound, once in the life of a history. Else nothing is heard before
// a session.
void greeting_begin(struct window *window);
// The device is closed as soon as the sound has rung out, or at once.
void greeting_tick(struct window *window);
int64_t greeting_wait_ms(struct window *window); // INT64_MAX: nothing sounds
void greeting_end(struct window *window);
