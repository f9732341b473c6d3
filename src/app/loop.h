// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// Runs until the window is closed: sleeps while nothing moves, paces pictures while something does.
void loop_run(struct window *window);
