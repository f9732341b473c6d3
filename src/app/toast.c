// SPDX-License-Identifier: MIT
#include "app/toast.h"

#include <math.h>
#include <string.h>

#include "app/element.h"
#include "app/focus.h"
#include "app/play.h"
#include "base/text.h"

enum {
    TOAST_MS = 8000,
    PLAYER_MS = 4000, // beside a picture that moves, words are in the way sooner
};

static bool is_players(const struct window *window) {
    return window->screen == SCREEN_PLAY && window->play && !play_shows_pause(window);
}

void window_say(struct window *window, const char *text) {
    text_copy(window->message, sizeof window->message, text);
    window->message_undo = false;
    window->message_until_ms = clock_monotonic_ms() + (is_players(window) ? PLAYER_MS : TOAST_MS);
    // The player shows it in a part of its own.
    if (!is_players(window)) {
        window_stale(window);
    }
}

void window_can_undo(struct window *window, struct act undo) {
    if (window->undo_count == UNDO_MAX) {
        memmove(window->undo, window->undo + 1, (UNDO_MAX - 1) * sizeof *window->undo);
        window->undo_count--;
    }
    window->undo[window->undo_count++] = undo;
}

void window_did(struct window *window, const char *text, struct act undo) {
    window_can_undo(window, undo);
    window_say(window, text);
    window->message_undo = true;
}

void toast_undo(struct window *window) {
    if (window->undo_count == 0) {
        return;
    }
    struct act act = window->undo[--window->undo_count];
    window->undoing = true;
    window_act(window, act);
    window->undoing = false;
}

static void hush(struct window *window) {
    window->message_until_ms = 0;
    window->message[0] = '\0';
    window->message_undo = false;
    if (!is_players(window)) {
        window_stale(window);
    }
}

static bool is_held(const struct window *window) {
    return window->message_undo && focus_is_on(window, (struct act){ACT_UNDO, 0});
}

void toast_tick(struct window *window) {
    if (window->message_until_ms > 0 && clock_monotonic_ms() >= window->message_until_ms &&
        !is_held(window)) {
        hush(window);
    }
}

int64_t toast_wait_ms(const struct window *window) {
    if (window->message_until_ms == 0 || is_held(window)) {
        return INT64_MAX;
    }
    int64_t left_ms = window->message_until_ms - clock_monotonic_ms();
    return left_ms > 0 ? left_ms : 0;
}

// The words, the button beside them where there is one, and the pill around both.
struct lay {
    struct box box;
    double words, beside; // widths
    double padding;
};

static bool is_smallest(const struct window *window) {
    return layout_kind(&window->layout) == LAYOUT_SMALLEST;
}

// In the smallest layout the words need the room of its key.
static struct button undo_button(const struct window *window) {
    return (struct button){
        .kind = BUTTON_QUIET, .label = _("Undo"), .key = is_smallest(window) ? NULL : "Ctrl Z"};
}

static struct lay lay_toast(const struct window *window) {
    const struct layout *layout = &window->layout;
    double scale = layout_body(layout, 1);
    double padding = layout_body(layout, is_smallest(window) ? 12 : 24);
    double margin = window_margin(window);
    struct button undo = undo_button(window);
    struct lay lay = {.padding = padding,
                      .beside =
                          window->message_undo ? button_width(window->cairo, &undo, scale) : 0};
    struct text_style style = window_style(window, TEXT_BODY);
    double room = fmin(window->width - 2 * margin, layout_body(layout, 900));
    lay.words = fmin(room - 2 * padding - lay.beside,
                     text_width(window->cairo, window->message, &style) + scale);
    double words = text_height(window->cairo, window->message, &style, lay.words);
    double height = fmax(layout_body(layout, 60), words + layout_body(layout, 24));
    double whole = lay.words + 2 * padding + lay.beside;
    lay.box = (struct box){window->width - margin - whole,
                           window->height - height - layout_space(layout, 10), whole, height};
    return lay;
}

double toast_foot(const struct window *window) {
    if (!window->message[0] || is_players(window)) {
        return 0;
    }
    return window->height - lay_toast(window).box.y + layout_space(&window->layout, 6);
}

void toast_paint_over(struct window *window) {
    if (!window->message[0] || is_players(window)) {
        return;
    }
    const struct layout *layout = &window->layout;
    struct text_style style = window_style(window, TEXT_BODY);
    struct lay lay = lay_toast(window);
    struct box box = lay.box;
    double padding = lay.padding;
    toast_paint(window->cairo, &window->theme, box, layout_body(layout, 30));
    theme_use(window->cairo, &window->theme, TOKEN_TEXT, 1);
    style.rise = RISE_MIDDLE;
    text_draw(window->cairo, window->message, &style,
              (struct box){box.x + padding, box.y, lay.words, box.height});
    if (window->message_undo) {
        double tall = layout_body(layout, 48);
        struct button undo = undo_button(window);
        struct box place = {box.x + padding + lay.words + padding / 2, box_middle_y(box) - tall / 2,
                            lay.beside, tall};
        element_button(window, &undo, place, (struct act){ACT_UNDO, 0});
    }
}
