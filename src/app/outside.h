// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// What is heard outside of a session: the greeting, the sample of the voice, what is read aloud. It
// goes through the session's speaker where there is a session, else through one of the window's
// own, which is opened when it is wanted and closed when nothing is to come.

struct clip;

// As loud as the voice is set, `delay_ms` from now. The clip is borrowed until it has rung out or
// is hushed.
void outside_strike(struct window *window, const struct clip *clip, int64_t delay_ms);
// A sound at so many percent.
void outside_ring(struct window *window, const struct clip *clip, int percent, int64_t delay_ms);
void outside_hush(struct window *window, const struct clip *clip);

// How long something sounds yet, 0: nothing does. Of the window's own speaker alone.
int64_t outside_rest_ms(struct window *window);

// The window's own speaker is closed: a session begins, or the window goes.
void outside_close(struct window *window);

// Closes it by itself when nothing was heard for a while, later where more is likely to come.
void outside_tick(struct window *window);
int64_t outside_wait_ms(struct window *window); // INT64_MAX: none is open
