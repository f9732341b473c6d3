// SPDX-License-Identifier: MIT
#include "app/sheet.h"

#include <math.h>

#include "app/element.h"
#include "app/scroll.h"
#include "base/text.h"

enum { RADIUS = 32, ABOVE = 32 }; // pixels of the design
static const double SHARE = 0.6;  // of the window, at least
static const double DIM = 0.62;   // what is left of the screen beneath is the rest

static double foot(const struct window *window) {
    return fmax(window_foot(window), layout_space(&window->layout, 24));
}

static double above(const struct window *window) {
    return layout_space(&window->layout, ABOVE);
}

// The upper edge: the corner "Emergency" stays free.
static double edge_of(const struct window *window) {
    double least = window_head(window) + layout_space(&window->layout, 8);
    double wants =
        fmax(SHARE * window->height, window->scroll.height + above(window) + foot(window));
    return floor(fmax(least, window->height - wants)); // a sharp edge
}

// Paints the screen that was open as it was left, without its elements and words.
static void paint_beneath(struct window *window) {
    struct elements *elements = window->elements;
    const struct scroll scroll = window->scroll;
    const enum screen_name screen = window->screen;
    const double x = window->pointer_x;
    const bool follow = elements->follow;
    const int count = elements->count;
    window->scroll = window->beneath_scroll;
    window->screen = window->beneath;
    window->pointer_x = -1;
    elements->follow = false;
    screens[window->screen]->paint(window);
    window->beneath_scroll = window->scroll;
    window->scroll = scroll;
    window->screen = screen;
    window->pointer_x = x;
    elements->follow = follow;
    elements->count = count;
    elements->focused = -1;
    element_no_head(window);
    said_begin(&elements->said);
}

static void paint_dimmed(struct window *window, double edge) {
    cairo_save(window->cairo);
    cairo_rectangle(window->cairo, 0, 0, window->width, edge);
    cairo_clip(window->cairo);
    paint_beneath(window);
    theme_use(window->cairo, &window->theme, TOKEN_BG, DIM);
    cairo_paint(window->cairo);
    cairo_restore(window->cairo);
}

// The ground shows beside its round corners.
static void paint_sheet(struct window *window, double edge) {
    double radius = layout_space(&window->layout, RADIUS);
    struct box box = {0, edge, window->width, window->height - edge + radius};
    theme_use(window->cairo, &window->theme, TOKEN_BG, 1);
    cairo_rectangle(window->cairo, 0, edge, window->width, window->height - edge);
    cairo_fill(window->cairo);
    theme_use(window->cairo, &window->theme, TOKEN_RAISED, 1);
    shape_round(window->cairo, box, radius);
    cairo_fill(window->cairo);
    if (window->theme.flat) {
        double line = window->theme.line * window->layout.pixel;
        theme_use(window->cairo, &window->theme, TOKEN_OUTLINE, 1);
        cairo_set_line_width(window->cairo, line);
        shape_round(window->cairo, box_inset(box, line / 2), radius);
        cairo_stroke(window->cairo);
    }
}

struct box sheet_begin(struct window *window, double most) {
    double edge = edge_of(window);
    paint_dimmed(window, edge);
    paint_sheet(window, edge);
    struct box view = window_content(window, most);
    view.y = edge + above(window);
    view.height = window->height - foot(window) - view.y;
    struct box column = view;
    column.y = scroll_begin(window, &window->scroll, view);
    return column;
}

// What goes on beyond the view fades into the sheet.
static void paint_edges(struct window *window) {
    const struct theme theme = window->theme;
    window->theme.colours[TOKEN_BG] = theme_colour(&theme, TOKEN_RAISED);
    window->theme.colours[TOKEN_BG2] = theme_colour(&theme, TOKEN_RAISED);
    scroll_edges(window, &window->scroll);
    window->theme = theme;
}

void sheet_end(struct window *window, double y) {
    double before = window->scroll.height;
    double edge = edge_of(window);
    scroll_end(window, &window->scroll, y);
    paint_edges(window);
    if (fabs(window->scroll.height - before) > 0.5) {
        window_stale(window); // it is as high as it has to be
    }
    struct box corner = window_corner(window);
    struct element beside = {.role = ROLE_BUTTON,
                             .box = {0, 0, fmax(1, corner.x), edge},
                             .act = {ACT_BACK, 0},
                             .aside = true};
    text_copy(beside.name, sizeof beside.name, _("Back"));
    element_add(window, &beside);
}
