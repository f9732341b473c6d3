// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/element.h"
#include "app/focus.h"
#include "app/help.h"
#include "app/play.h"
#include "app/scroll.h"
#include "base/text.h"

// The keys on a sheet over the picture, which goes on: what is beside the sheet shows dimmed, what
// is beneath it is not painted at all.

static const double VEIL = 0.62; // of the ground's colour: 38 % of the picture shows
enum { RADIUS = 28, WIDTH = 620, WIDTH_LEAST = 360, PADDING = 28 };

void play_help_show(struct window *window, bool shown) {
    struct play *play = window->play;
    if (play->helps == shown) {
        return;
    }
    play->helps = shown;
    play->levels = false;
    play->touched_count = 0;
    window->scroll = (struct scroll){0};
    focus_on(window, (struct act){shown ? ACT_HELP : ACT_PAUSE, 0});
}

static double padding(const struct window *window) {
    return layout_space(&window->layout, window_is_compact(window) ? PADDING / 2 : PADDING);
}

static double radius(const struct window *window) {
    return layout_space(&window->layout, RADIUS);
}

// Beside the figure where there is room for the words: then it can still be followed. As high as
// what it holds, as far as the window allows it.
static struct box sheet_box(const struct window *window) {
    const struct play *play = window->play;
    double edge = layout_space(&window->layout, 12);
    double top = window_head(window) + edge / 2;
    double width = fmin(window->width - 2 * edge, layout_body(&window->layout, WIDTH));
    double x = (window->width - width) / 2;
    double figure = play->centred ? window->width / 2 + play->lamp_ring : 0.53 * window->width;
    double beside = window->width - figure - 3 * edge;
    if (!window->play->upright && beside >= layout_body(&window->layout, WIDTH_LEAST)) {
        width = fmin(width, beside);
        x = window->width - 2 * edge - width;
    }
    double room = window->height - top - edge;
    double wanted = window->scroll.height + 2 * padding(window);
    double height = window->scroll.height > 0 ? fmin(room, wanted) : room;
    return box_whole((struct box){x, top + (room - height) * 0.4, width, height});
}

static void sheet_paint(struct window *window) {
    struct play *play = window->play;
    theme_use(window->cairo, &window->theme, TOKEN_BG, VEIL);
    cairo_paint(window->cairo);
    cairo_save(window->cairo);
    window_turn(window, window->cairo);
    toast_paint(window->cairo, &window->theme, play->help, radius(window));
    cairo_restore(window->cairo);
}

static void place_close(struct window *window, struct box box) {
    struct button close = {
        .kind = BUTTON_SIGN, .icon = ICON_CLOSE, .warmth = element_warmth(window, box)};
    struct element element = {.role = ROLE_BUTTON, .box = box, .act = {ACT_HELP, 0}};
    text_copy(element.name, sizeof element.name, _("Close"));
    button_paint(window->cairo, &window->theme, &close, box, box.height / 48);
    element_add(window, &element);
}

static void fill_sheet(struct window *window) {
    struct box box = window->play->help;
    double inner = padding(window);
    double close = play_control(window, 48);
    double edge = layout_space(&window->layout, 8);
    struct box view = box_inset(box, inner);
    double known = window->scroll.height;
    double y = scroll_begin(window, &window->scroll, view);
    struct box column = {view.x, y, view.width, 0};
    y = window->play->levels ? play_levels_paint(window, column)
                             : help_session_paint(window, column);
    scroll_end(window, &window->scroll, y);
    if (fabs(window->scroll.height - known) > 0.5) {
        window_stale(window); // the sheet is another
    }
    place_close(window, (struct box){box.x + box.width - close - edge, box.y + edge, close, close});
}

void play_help_lay_out(struct window *window) {
    struct play *play = window->play;
    struct box *words = &play->boxes[PART_WORDS];
    play->help = sheet_box(window);
    double free = play->help.x - layout_space(&window->layout, 8) - window->width / 2;
    if (play->centred && free > play->lamp_ring) {
        // The cue stays below the lamp, as wide as the sheet leaves it.
        *words =
            box_whole((struct box){window->width / 2 - free, words->y, 2 * free, words->height});
    }
}

void play_help_paint(struct window *window) {
    sheet_paint(window);
    cairo_save(window->cairo);
    window_turn(window, window->cairo);
    window_corner_paint(window);
    fill_sheet(window);
    cairo_restore(window->cairo);
}

// What lies within the sheet's round corners is opaque: nothing beneath it has to be painted.
static struct box hidden_box(const struct window *window) {
    struct box seen = layout_mirror(&window->layout, window->play->help);
    return box_whole(box_inset(seen, ceil(radius(window) * 0.3) + 1));
}

void play_help_shield(struct window *window) {
    cairo_t *cairo = window->cairo;
    struct box hidden = hidden_box(window);
    struct box corner = box_whole(layout_mirror(&window->layout, window_corner(window)));
    cairo_save(cairo);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_rectangle(cairo, 0, 0, window->width, window->height);
    cairo_rectangle(cairo, hidden.x, hidden.y, hidden.width, hidden.height);
    cairo_clip(cairo);
    cairo_rectangle(cairo, 0, 0, window->width, window->height);
    cairo_rectangle(cairo, corner.x, corner.y, corner.width, corner.height);
    cairo_clip(cairo);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_WINDING);
}

void play_help_veil(struct window *window) {
    struct play *play = window->play;
    if (play->touched_count > 0) {
        // All at once: what two of them cover is dimmed once.
        for (int i = 0; i < play->touched_count; i++) {
            struct box box = play->touched[i];
            cairo_rectangle(window->cairo, box.x, box.y, box.width, box.height);
        }
        cairo_clip(window->cairo);
        sheet_paint(window);
    }
    cairo_restore(window->cairo);
}
