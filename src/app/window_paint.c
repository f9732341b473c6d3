// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/element.h"
#include "app/play.h"
#include "app/said.h"
#include "app/toast.h"
#include "app/window.h"
#include "base/text.h"

// What every screen paints with, and what lies over every screen.

enum { PAINTINGS_MOST = 3, HINTS_TEXT_MOST = 175 };

double window_px(const struct window *window, double design) {
    return design * window->scale;
}

struct text_style window_style(const struct window *window, enum text_size size) {
    const struct layout *layout = &window->layout;
    struct text_style style = {.weight = 400, .lines = 200, .rise = RISE_TOP};
    switch (size) {
    case TEXT_SMALL:
        style.size = layout_body(layout, 15);
        style.line = 21.0 / 15;
        break;
    case TEXT_STRONG:
        style.weight = 600;
        style.size = layout_body(layout, 18);
        style.line = 26.0 / 18;
        break;
    case TEXT_BODY:
        style.size = layout_body(layout, 18);
        style.line = 26.0 / 18;
        break;
    case TEXT_TITLE:
        style.weight = 500;
        style.size = layout_title(layout, 26);
        style.line = 33.0 / 26;
        break;
    case TEXT_DISPLAY:
        style.size = layout_display(layout, 42);
        style.line = 50.0 / 42;
        break;
    }
    style.smallest = style.size;
    return style;
}

double window_words_height(const struct window *window, const char *text, enum text_size size,
                           double width) {
    struct text_style style = window_style(window, size);
    return text[0] ? text_height(window->cairo, text, &style, width) : 0;
}

double window_words(struct window *window, const struct words *words, struct box box) {
    struct text_style style = window_style(window, words->size);
    if (!words->text[0]) {
        return 0;
    }
    if (words->size == TEXT_TITLE || words->size == TEXT_DISPLAY) {
        said_title(window, words->text);
    } else {
        said_words(window, words->text);
    }
    style.align = words->align;
    box.height = text_height(window->cairo, words->text, &style, box.width) + 1;
    if (element_is_seen(window, box)) {
        theme_use(window->cairo, &window->theme, words->token, 1);
        text_draw(window->cairo, words->text, &style, box);
    }
    return box.height - 1;
}

double window_stack(struct window *window, const struct words lines[], int count, struct box box,
                    bool paint) {
    double top = box.y;
    said_apart(window, true);
    for (int i = 0; i < count; i++) {
        box.y += paint ? window_words(window, &lines[i], box)
                       : window_words_height(window, lines[i].text, lines[i].size, box.width);
    }
    said_apart(window, false);
    return box.y - top;
}

double window_text(struct window *window, const char *text, enum text_size size, enum token token,
                   struct box box) {
    return box.y +
           window_words(window, &(struct words){.text = text, .size = size, .token = token}, box);
}

double window_lay(struct window *window, const char *text, enum text_size size, enum token token,
                  struct box box, bool paint) {
    return paint ? window_text(window, text, size, token, box)
                 : box.y + window_words_height(window, text, size, box.width);
}

bool window_is_compact(const struct window *window) {
    return layout_kind(&window->layout) < LAYOUT_MIDDLE;
}

double window_margin(const struct window *window) {
    static const double margins[] = {
        [LAYOUT_SMALLEST] = 16, [LAYOUT_SMALL] = 24, [LAYOUT_MIDDLE] = 40, [LAYOUT_WIDE] = 64};
    return layout_space(&window->layout, margins[layout_kind(&window->layout)]);
}

struct box window_content(const struct window *window, double most) {
    double margin = window_margin(window);
    double width = fmin(window->width - 2 * margin, layout_body(&window->layout, most));
    return (struct box){(window->width - width) / 2, margin, width, window->height - 2 * margin};
}

// Large text needs the room for itself, and so does a small window.
static bool has_hints(const struct window *window) {
    return window->layout.text * 100 < HINTS_TEXT_MOST &&
           layout_kind(&window->layout) >= LAYOUT_MIDDLE;
}

double window_foot(const struct window *window) {
    return has_hints(window) ? layout_body(&window->layout, 68) : layout_space(&window->layout, 16);
}

void window_hints(struct window *window, const struct key_hint *hints, int count) {
    // The toast stands in the same place.
    if (!has_hints(window) || window->message[0]) {
        return;
    }
    double margin = window_margin(window);
    double height = layout_body(&window->layout, 48);
    struct theme theme = window->theme;
    if (window->screen == SCREEN_PLAY) {
        // On the hills only the scene's own inks can be read.
        theme.colours[TOKEN_TEXT2] = theme_colour(&theme, TOKEN_STAGE2);
        theme.colours[TOKEN_TEXT3] = theme_colour(&theme, TOKEN_STAGE2);
    }
    struct box line = {margin, window->height - layout_body(&window->layout, 57),
                       window->width - 2 * margin, height};
    key_hints_paint(window->cairo, &theme, hints, count, line, layout_body(&window->layout, 1));
}

static struct button corner_button(const struct window *window) {
    // A person may have to read it in alarm: it keeps its word as long as there is room.
    bool word = layout_kind(&window->layout) != LAYOUT_SMALLEST;
    return (struct button){.kind = BUTTON_SIGN,
                           .icon = ICON_DOCTOR,
                           .label = word ? _("Emergency") : NULL,
                           .on_scene = window->screen == SCREEN_PLAY,
                           .plain = true};
}

double window_head(const struct window *window) {
    bool wide = layout_kind(&window->layout) == LAYOUT_WIDE;
    // The ring around what stands in it lies inside the window.
    double above = fmax(layout_space(&window->layout, wide ? 36 : 8), window_px(window, 7));
    return above + layout_body(&window->layout, 48);
}

struct box window_corner(const struct window *window) {
    struct button button = corner_button(window);
    double scale = layout_body(&window->layout, 1);
    double height = layout_body(&window->layout, 48);
    double width = fmax(height, button_width(window->cairo, &button, scale));
    double margin = window_margin(window) - layout_body(&window->layout, 12);
    margin = fmax(layout_body(&window->layout, 8), margin);
    return (struct box){window->width - margin - width, window_head(window) - height, width,
                        height};
}

static bool has_corner(const struct window *window) {
    return window->screen != SCREEN_SAFETY && window->screen != SCREEN_NIGHT;
}

// Registered before the screen, so that it is the first stop of Tab; painted after it.
static void add_corner(struct window *window) {
    if (has_corner(window)) {
        struct element element = {
            .role = ROLE_BUTTON, .box = window_corner(window), .act = {ACT_SAFETY, 0}};
        text_copy(element.name, sizeof element.name, _("Emergency"));
        element_add(window, &element);
    }
}

void window_corner_paint(struct window *window) {
    if (has_corner(window)) {
        struct button button = corner_button(window);
        struct box box = window_corner(window);
        button.warmth = element_warmth(window, box);
        button_paint(window->cairo, &window->theme, &button, box, layout_body(&window->layout, 1));
    }
}

void window_turn(const struct window *window, cairo_t *cairo) {
    if (window->layout.right_to_left) {
        cairo_translate(cairo, window->width, 0);
        cairo_scale(cairo, -1, 1);
    }
}

static bool is_same_size(const struct layout *one, const struct layout *other) {
    return fabs(one->width - other->width) < 0.5 && fabs(one->height - other->height) < 0.5 &&
           fabs(one->text - other->text) < 0.001;
}

static void paint_once(struct window *window) {
    struct layout before = window->layout;
    window->stale = false;
    // The small form grows with its window alone.
    int percent = window->small ? 100 : window->house->settings.text_percent;
    window->layout = layout_make(window->width, window->height, percent, window->from_right);
    // In another size the focus may lie elsewhere: it stays in sight.
    window->elements->follow = window->elements->follow || !is_same_size(&before, &window->layout);
    window->scale = layout_body(&window->layout, 1);
    struct theme kept = play_enter_theme(window);
    cairo_save(window->cairo);
    window_turn(window, window->cairo);
    elements_begin(window);
    add_corner(window);
    screens[window->screen]->paint(window);
    if (window->screen != SCREEN_PLAY || !window->play || play_shows_pause(window)) {
        window_corner_paint(window); // the player's fades with its controls
    }
    toast_paint_over(window);
    elements_end(window);
    cairo_restore(window->cairo);
    window->theme = kept;
}

void window_paint_screen(struct window *window, cairo_t *cairo, double width, double height) {
    cairo_t *before = window->cairo;
    window->cairo = cairo;
    window->width = width;
    window->height = height;
    for (int i = 0; i == 0 || (window->stale && i < PAINTINGS_MOST); i++) {
        paint_once(window);
    }
    window->cairo = before;
}

void window_paint(struct window *window) {
    window_paint_screen(window, window->cairo, canvas_width(window->canvas),
                        canvas_height(window->canvas));
    canvas_touch_all(window->canvas);
}
