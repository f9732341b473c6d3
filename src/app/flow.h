// SPDX-License-Identifier: MIT
#pragma once

#include "app/window.h"

// Buttons one after another, on as many lines as they need.

struct flow_button {
    struct button button;
    struct act act;
};

// Where the last one ends, below box.y; box.height is not looked at. With `paint` off it only
// measures.
double flow_buttons(struct window *window, const struct flow_button *buttons, int count,
                    struct box box, bool paint);
