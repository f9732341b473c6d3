// SPDX-License-Identifier: MIT
#pragma once

#include "app/element.h"

// Where the keys go. A group of elements is one stop of Tab; arrows move inside it. The focus is
// remembered by what the element does, so it stays where it is when the screen is painted anew.

// NULL before the first painting.
const struct element *focus_element(const struct window *window);
bool focus_is_on(const struct window *window, struct act act);
// From the next painting on.
void focus_on(struct window *window, struct act act);
void focus_on_element(struct window *window, int index);

// To the next stop (1) or the one before (-1), around the end.
void focus_step(struct window *window, int by);

// Inside a group, as seen on the screen; false when there is nothing in that direction.
enum direction { DIRECTION_LEFT, DIRECTION_RIGHT, DIRECTION_UP, DIRECTION_DOWN };
bool focus_move(struct window *window, enum direction direction);

// Its place among those of its group, or among the stops of Tab: "2 of 6".
void focus_place(const struct window *window, int index, int *at, int *of);

// Does what the focused element does.
void focus_press(struct window *window);
