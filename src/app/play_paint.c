// SPDX-License-Identifier: MIT
#include <math.h>
#include <string.h>

#include "app/play.h"
#include "base/text.h"

// The player's picture: all of it, and what has changed since the last one.

static void paint_parts(struct window *window) {
    struct play *play = window->play;
    for (int part = 0; part < PART_COUNT; part++) {
        part_text(window, (enum part)part, play->shown[part]);
        part_show(window, (enum part)part);
    }
}

// Everything, on a ground of its own.
static void paint_whole(struct window *window) {
    struct play *play = window->play;
    play->touched_count = 0;
    play_lay_out(window);
    if (play->helps) {
        play_help_lay_out(window);
    }
    play_make_ground(window);
    play_lay_ground(window, (struct box){0, 0, window->width, window->height});
    if (play->now.rise < 1) {
        play_paint_rising(window);
    } else {
        play_paint_figure(window, true);
    }
    paint_parts(window);
    play_touch(window, (struct box){0, 0, window->width, window->height});
    if (play->helps) {
        play_help_paint(window);
    }
}

// Whether its words or its clearness are others than shown; takes the words over.
static bool has_changed(struct window *window, enum part part) {
    enum { ALPHA_LEVELS = 128 };
    struct play *play = window->play;
    char text[SHOWN_MAX];
    double alpha = part_alpha(window, part);
    double faded = fabs(alpha - play->shown_alpha[part]) * ALPHA_LEVELS;
    part_text(window, part, text);
    bool gone = alpha <= 0 && play->shown_alpha[part] <= 0;
    if (gone || (strcmp(text, play->shown[part]) == 0 && faded < 1)) {
        return false;
    }
    text_copy(play->shown[part], SHOWN_MAX, text);
    return true;
}

// First the ground of all that changed, then what stands on it: the line that comes lies across the
// controls that go.
static void repaint_parts(struct window *window) {
    bool changed[PART_COUNT];
    for (int part = 0; part < PART_COUNT; part++) {
        changed[part] = has_changed(window, (enum part)part);
        if (changed[part]) {
            play_lay_part(window, (enum part)part);
        }
    }
    for (int part = 0; part < PART_COUNT; part++) {
        if (changed[part]) {
            part_show(window, (enum part)part);
            play_touch_part(window, (enum part)part);
        }
    }
}

static void repaint_pieces(struct window *window) {
    window->play->touched_count = 0;
    if (window->play->sky) {
        play_paint_rising(window);
    } else {
        play_paint_figure(window, false);
    }
    repaint_parts(window);
}

// Paints again what has changed since the last picture.
static void repaint(struct window *window) {
    const struct play *play = window->play;
    if (play->sky && play->now.rise >= 1) {
        window_stale(window); // arrived: the words come
    } else if (!play->sky && !play_figure_is_current(window)) {
        // Another step. What lies over it wants a whole painting of the window.
        if (play->helps) {
            window_stale(window);
        } else {
            paint_whole(window);
        }
    } else if (play->helps) {
        play_help_shield(window);
        repaint_pieces(window);
        play_help_veil(window);
    } else {
        repaint_pieces(window);
    }
}

// The player paints on the screen as it is seen and turns what is laid out (part_show).
void play_paint_whole(struct window *window) {
    struct theme kept = play_enter_theme(window);
    cairo_save(window->cairo);
    window_turn(window, window->cairo);
    paint_whole(window);
    cairo_restore(window->cairo);
    window->theme = kept;
}

void play_repaint(struct window *window) {
    struct theme kept = play_enter_theme(window);
    repaint(window);
    window->theme = kept;
}
