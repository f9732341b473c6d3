// SPDX-License-Identifier: MIT
#include "app/pointer.h"

#include "app/element.h"
#include "app/focus.h"
#include "app/play.h"
#include "app/scroll.h"

static const double WHEEL = 72; // design pixels a notch

// A picture that runs from the right is laid out from the left.
static void take_place(struct window *window, int x, int y) {
    struct box spot = layout_mirror(&window->layout, (struct box){x, y, 0, 0});
    window->pointer_x = spot.x;
    window->pointer_y = spot.y;
}

void pointer_moved(struct window *window, int x, int y) {
    window->input_ms = clock_monotonic_ms();
    take_place(window, x, y);
    int under = elements_at(window, window->pointer_x, window->pointer_y);
    if (under != window->elements->hovered) {
        window->elements->hovered = under;
        window_stale(window);
    }
}

void pointer_left(struct window *window) {
    window->pointer_x = window->pointer_y = -1;
    if (window->elements->hovered >= 0) {
        window->elements->hovered = -1;
        window_stale(window);
    }
}

void pointer_pressed(struct window *window, const SDL_MouseButtonEvent *event) {
    window->input_ms = clock_monotonic_ms();
    if (event->button != SDL_BUTTON_LEFT) {
        return;
    }
    take_place(window, event->x, event->y);
    int under = elements_at(window, window->pointer_x, window->pointer_y);
    if (under >= 0) {
        if (!window->elements->all[under].aside) {
            focus_on_element(window, under);
        }
        window->elements->pressed = under;
        window_stale(window);
    } else if (window->screen == SCREEN_PLAY) {
        sitting_answer(window->play->sitting); // at a gate the whole picture is the button
    }
}

// It counts where it is let go, so that a wrong press can be carried away.
void pointer_released(struct window *window, const SDL_MouseButtonEvent *event) {
    int pressed = window->elements->pressed;
    window->input_ms = clock_monotonic_ms();
    if (event->button != SDL_BUTTON_LEFT || pressed < 0) {
        return;
    }
    window->elements->pressed = -1;
    window_stale(window);
    take_place(window, event->x, event->y);
    if (elements_at(window, window->pointer_x, window->pointer_y) != pressed) {
        return;
    }
    const struct element *element = &window->elements->all[pressed];
    if (element->role != ROLE_FIELD) {
        window_act(window, element->act);
    }
}

void pointer_wheel(struct window *window, int steps) {
    const struct screen *screen = screens[window->screen];
    window->input_ms = clock_monotonic_ms();
    if (steps != 0 && screen->wheel) {
        screen->wheel(window, steps);
    } else if (steps != 0) {
        scroll_by(window, &window->scroll, -layout_body(&window->layout, WHEEL) * steps);
    }
}
