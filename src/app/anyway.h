// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// Past a gate that is shut (domain.md 4.5): the page of a routine offers it quietly, the reason
// comes first and a word has to be typed. There is none where a face that does not move yet would
// move, or a pack would lie on numb skin.

// Whether the routine of the page has such a way.
bool anyway_is_there(const struct window *window);
void anyway_show(struct window *window);
// On the way elsewhere: the field is given back.
void anyway_leave(struct window *window);
