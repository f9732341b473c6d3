// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// A page that lies over the present screen and is left to where it came from: the doctor's page and
// the help. One column to read, with nothing in it to walk through, so the arrows move it.

// Returns where the column begins; over_end takes the y where it ended.
struct box over_begin(struct window *window, const char *name);
void over_end(struct window *window, double end_y);

bool over_key(struct window *window, const SDL_KeyboardEvent *event);
void over_act(struct window *window, struct act act);
