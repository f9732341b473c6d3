// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// A bedtime chain in the window (domain.md 12, `bedtime`): the theme is the dark one, the last half
// minute takes the light out of the window as it takes the sound away, and at the end it stays
// dark until somebody presses something.

// The theme for bedtime, where it is; high contrast stays.
struct theme night_theme(const struct window *window);
// How much of its light the window has, 1: all. A hand on keys or pointer brings it back.
double night_light(const struct window *window);
// Whether the end that is reached now is the one to fall asleep at.
bool night_falls(const struct window *window);

// The dark window. The sitting is closed.
void night_begin(struct window *window);
// The pointer and the usual size are back.
void night_lift(struct window *window);

// The number of last night, where it is still to be asked; false: nothing was shown.
bool morning_show(struct window *window);
