// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// What the pointer does: it shows what lies under it, takes the focus along, and acts where it is
// let go.
void pointer_moved(struct window *window, int x, int y);
void pointer_left(struct window *window);
void pointer_pressed(struct window *window, const SDL_MouseButtonEvent *event);
void pointer_released(struct window *window, const SDL_MouseButtonEvent *event);
void pointer_wheel(struct window *window, int steps);
