// SPDX-License-Identifier: MIT
#include "app/over.h"

#include "app/head.h"
#include "app/scroll.h"
#include "base/text.h"
#include "draw/scene.h"

enum { WIDTH = 1152, ARROW = 72 }; // design pixels

struct box over_begin(struct window *window, const char *name) {
    const struct layout *layout = &window->layout;
    scene_ground(window->cairo, &window->theme, (struct scene){window->width, window->height});
    struct box view = window_content(window, WIDTH);
    // The doctor's page needs no way to itself.
    bool corner = window->screen != SCREEN_SAFETY;
    double end = corner ? window_corner(window).x - layout_space(layout, 12) : view.x + view.width;
    head_paint(window, name, (struct act){ACT_BACK, 0}, view.x, end);
    view.y = window_head(window) + layout_space(layout, 12);
    view.height = window->height - window_foot(window) - view.y;
    struct box box = view;
    box.y = scroll_begin(window, &window->scroll, view) + layout_space(layout, 4);
    return box;
}

void over_end(struct window *window, double end_y) {
    scroll_end(window, &window->scroll, end_y);
    scroll_edges(window, &window->scroll);
    const struct key_hint hints[] = {{"\u2191 \u2193", _("move the page")}, {"Esc", _("back")}};
    window_hints(window, hints, 2);
}

bool over_key(struct window *window, const SDL_KeyboardEvent *event) {
    double step = layout_body(&window->layout, ARROW);
    SDL_Keycode key = event->keysym.sym;
    if (key == SDLK_ESCAPE) {
        window_back(window);
        return true;
    }
    if (key == SDLK_UP || key == SDLK_DOWN) {
        scroll_by(window, &window->scroll, key == SDLK_UP ? -step : step);
        return true;
    }
    return false;
}

void over_act(struct window *window, struct act act) {
    if (act.kind == ACT_BACK) {
        window_back(window);
    }
}
