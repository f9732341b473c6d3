// SPDX-License-Identifier: MIT
#include "app/flow.h"

#include <math.h>

#include "app/element.h"

static double height_of(const struct window *window, const struct button *button) {
    bool compact = window_is_compact(window);
    double design = button->large ? (compact ? 60 : 72) : button->kind == BUTTON_QUIET ? 48 : 56;
    return layout_body(&window->layout, design);
}

// How many of the buttons stand on one line, and how high that line is.
static int line_of(struct window *window, const struct flow_button *buttons, int count,
                   struct box box, double *height) {
    double gap = layout_space(&window->layout, 16);
    double x = 0;
    int taken = 0;
    *height = 0;
    for (; taken < count; taken++) {
        double width = button_width(window->cairo, &buttons[taken].button, window->scale);
        if (taken > 0 && x + width > box.width) {
            break;
        }
        x += width + gap;
        *height = fmax(*height, height_of(window, &buttons[taken].button));
    }
    return taken;
}

double flow_buttons(struct window *window, const struct flow_button *buttons, int count,
                    struct box box, bool paint) {
    double gap = layout_space(&window->layout, 16);
    double y = box.y;
    for (int i = 0; i < count;) {
        double height;
        int end = i + line_of(window, buttons + i, count - i, box, &height);
        double x = box.x;
        for (; i < end; i++) {
            double width =
                fmin(box.width, button_width(window->cairo, &buttons[i].button, window->scale));
            double own = height_of(window, &buttons[i].button);
            struct box place = {x, y + (height - own) / 2, width, own};
            if (paint) {
                element_button(window, &buttons[i].button, place, buttons[i].act);
            }
            x += width + gap;
        }
        y += height + (i < count ? gap : 0);
    }
    return y;
}
