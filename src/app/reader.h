// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// Reads the window aloud, while the setting `spoken` is on: what a screen is called and says
// (app/said), the element in focus (app/element), what is typed, what the program tells. There is
// no other description of a screen: what is read is what keys and tests work with.
//
// A new screen says its title, the element in focus, and then all else; Tab and the arrows cut that
// short and say the new element. While a session plays its own voice leads: then only what was
// moved to by hand is said, and what the program tells.

// Without one (pictures, tests) nothing is read and the space bar has no hold.
void reader_open(struct window *window);
void reader_close(struct window *window);

// On and off, kept.
void reader_turn(struct window *window);

// Says what has become another since the last time. After each painting.
void reader_follow(struct window *window);

// What was written into a field, or taken from it.
void reader_typed(struct window *window, const char *text);
void reader_erased(struct window *window, const char *text);

// Silence, until something else is to be said.
void reader_hush(struct window *window);
// The screen once more, from its beginning.
void reader_repeat(struct window *window);

// Hands over what is made. Reading is about to be heard while it waits.
void reader_tick(struct window *window);
int64_t reader_wait_ms(struct window *window); // INT64_MAX: nothing is to come
