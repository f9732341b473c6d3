// SPDX-License-Identifier: MIT
#include "app/scroll.h"

#include <math.h>

#include "app/element.h"
#include "app/focus.h"

// The air left around a focused element that is brought into sight.
static const double AIR = 16;
static const double THUMB_LEAST = 32;
static const double FADE = 22;

static double most_offset(const struct scroll *scroll) {
    return fmax(0, scroll->height - scroll->view.height);
}

double scroll_begin(struct window *window, struct scroll *scroll, struct box view) {
    scroll->view = view;
    cairo_save(window->cairo);
    // The focus ring of what stands at the edge lies outside it.
    double ring = layout_body(&window->layout, 8);
    cairo_rectangle(window->cairo, view.x - ring, view.y, view.width + 2 * ring, view.height);
    cairo_clip(window->cairo);
    window->elements->view =
        (struct box){view.x - ring, view.y, view.width + 2 * ring, view.height};
    return view.y - scroll->offset;
}

static double air_of(const struct window *window, const struct scroll *scroll) {
    return fmin(layout_body(&window->layout, AIR), scroll->view.height / 8);
}

// Where it would have to stand for the focused element to be seen, above what may cover the foot of
// its part of the view.
static double wanted(const struct window *window, const struct scroll *scroll) {
    const struct element *element = focus_element(window);
    double height = fmin(scroll->view.height, element->view.height);
    // What nearly fills the view is seen whole with less air.
    double spare = fmax(0, height - element->box.height) / 2;
    double air = fmin(air_of(window, scroll), spare);
    double top = element->box.y + scroll->offset - scroll->view.y - air;
    double bottom = element->box.y + element->box.height + scroll->offset - scroll->view.y + air;
    double offset = scroll->offset;
    if (bottom - top + element->above <= height) {
        top -= element->above;
    }
    if (bottom > offset + height) {
        offset = bottom - height;
    }
    // Of what is higher than the view the beginning is seen.
    return top < offset ? top : offset;
}

static bool holds_focus(const struct window *window, const struct scroll *scroll) {
    const struct element *element = focus_element(window);
    if (!element) {
        return false;
    }
    double above = element->view.y - scroll->view.y;
    double more = element->view.height - scroll->view.height;
    double beside = element->view.x + element->view.width / 2 - box_middle_x(scroll->view);
    return fabs(above) < 0.5 && more < 0.5 && fabs(beside) < 0.5;
}

void scroll_fade(struct window *window, struct box box, bool downwards) {
    const struct theme *theme = &window->theme;
    if (theme->flat) {
        return;
    }
    double share = box_middle_y(box) / window->height;
    struct colour ground =
        colour_mix(theme_colour(theme, TOKEN_BG), theme_colour(theme, TOKEN_BG2), share);
    cairo_pattern_t *veil = cairo_pattern_create_linear(0, box.y, 0, box.y + box.height);
    for (int end = 0; end < 2; end++) {
        cairo_pattern_add_color_stop_rgba(veil, end, ground.red, ground.green, ground.blue,
                                          (end == 1) == downwards);
    }
    cairo_set_source(window->cairo, veil);
    cairo_rectangle(window->cairo, box.x, box.y, box.width, box.height);
    cairo_fill(window->cairo);
    cairo_pattern_destroy(veil);
}

// No higher than the air, so that what has the focus is never veiled.
void scroll_edges(struct window *window, const struct scroll *scroll) {
    double ring = layout_body(&window->layout, 8);
    double height = fmin(layout_space(&window->layout, FADE), air_of(window, scroll));
    struct box edge = {scroll->view.x - ring, scroll->view.y, scroll->view.width + 2 * ring,
                       height};
    if (scroll->offset > 1) {
        scroll_fade(window, edge, false);
    }
    if (scroll->offset < most_offset(scroll) - 1) {
        edge.y = scroll->view.y + scroll->view.height - height;
        scroll_fade(window, edge, true);
    }
}

static void paint_place(struct window *window, const struct scroll *scroll) {
    if (scroll->height <= scroll->view.height + 1) {
        return;
    }
    double width = layout_space(&window->layout, 4);
    struct box view = scroll->view;
    double length = fmax(layout_space(&window->layout, THUMB_LEAST),
                         view.height * view.height / scroll->height);
    double share = most_offset(scroll) > 0 ? scroll->offset / most_offset(scroll) : 0;
    struct box thumb = {view.x + view.width + layout_space(&window->layout, 10),
                        view.y + (view.height - length) * share, width, length};
    thumb.x = fmin(thumb.x, window->width - width - 2);
    theme_use(window->cairo, &window->theme, TOKEN_OUTLINE, 0.7);
    shape_round(window->cairo, thumb, width / 2);
    cairo_fill(window->cairo);
}

void scroll_end(struct window *window, struct scroll *scroll, double end_y) {
    struct elements *elements = window->elements;
    double height = end_y - (scroll->view.y - scroll->offset);
    scroll->height = height;
    double offset = scroll->offset;
    // Once for every move of the focus, so that the wheel may leave it behind.
    if (elements->follow && holds_focus(window, scroll)) {
        offset = wanted(window, scroll);
        elements->follow = false;
    }
    offset = fmax(0, fmin(most_offset(scroll), offset));
    if (fabs(offset - scroll->offset) > 0.5) {
        scroll->offset = offset;
        window_stale(window);
    }
    cairo_restore(window->cairo);
    elements->view = (struct box){0, 0, window->width, window->height};
    element_no_head(window);
    paint_place(window, scroll);
}

void scroll_by(struct window *window, struct scroll *scroll, double pixels) {
    double offset = fmax(0, fmin(most_offset(scroll), scroll->offset + pixels));
    if (fabs(offset - scroll->offset) > 0.5) {
        scroll->offset = offset;
        window_stale(window);
    }
}
