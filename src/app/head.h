// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// The line of the corner on screens that have a name: the way back at its start, the name beside
// it. Where the line is narrow the name is made smaller, and breaks.
//
// `from` is where the content below begins; the name ends before `end`.
void head_paint(struct window *window, const char *name, struct act back, double from, double end);
