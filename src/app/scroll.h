// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// A column that is higher than its place: what does not fit is reached by focus, wheel and Page
// keys. Between scroll_begin and scroll_end the screen lays out from the returned y as if there
// were room for all.
//
// A screen that is one column uses window->scroll, which window_show sets back.
// Clips to `view` and returns the y at which the content begins.
double scroll_begin(struct window *window, struct scroll *scroll, struct box view);
// `end_y` is where the content ended. Brings the focused element into sight the next time it is
// painted, asks for that painting where it is needed, and draws the thin mark of the place.
void scroll_end(struct window *window, struct scroll *scroll, double end_y);
// On a plain ground, after scroll_end: what goes on beyond the view fades out at its edges.
void scroll_edges(struct window *window, const struct scroll *scroll);
// What lies in the box sinks into the plain ground, towards its lower or its upper edge.
void scroll_fade(struct window *window, struct box box, bool downwards);
void scroll_by(struct window *window, struct scroll *scroll, double pixels);
