// SPDX-License-Identifier: MIT
#include "app/ask.h"
#include "app/element.h"
#include "app/gates.h"
#include "app/session.h"
#include "base/text.h"
#include "draw/breath.h"
#include "run/gate_words.h"

// The stop rule has spoken: what was noticed, until when the routine rests, whom to tell, and what
// to do meanwhile. A fact and two ways on; nothing here is a warning.

static double apart(const struct window *window, double design) {
    return layout_space(&window->layout, window_is_compact(window) ? design / 2 : design);
}

// The same sentences as at the end of a session in the terminal.
static double paint_words(struct window *window, struct box box) {
    const struct allowed *allowed = &window->held.allowed;
    struct wall now = window->gates->person.now;
    struct text_builder text = {0};
    gate_words_until(&text, allowed, now);
    if (text.length > 0) {
        box.y = ask_line(window, text.text, TEXT_BODY, TOKEN_TEXT, box) + apart(window, 12);
    }
    text_builder_free(&text);
    gate_words_tell(&text, allowed);
    box.y = ask_line(window, text.text, TEXT_BODY, TOKEN_TEXT, box);
    text_builder_free(&text);
    return box.y;
}

static double paint_ways(struct window *window, struct box box) {
    int instead = window->held.instead;
    char label[ROUTINE_TITLE_MAX * 4 + 64] = "";
    struct choice ways[2] = {
        {{.kind = BUTTON_PRIMARY, .label = _("Done"), .large = true}, {ACT_DONE, 0}}};
    int count = 1;
    if (instead >= 0) {
        text_format(label, sizeof label, _("Instead: %s"),
                    repertoire_routine(window, instead)->title);
        ways[count++] =
            (struct choice){{.kind = BUTTON_SECONDARY, .label = label}, {ACT_OPEN, instead}};
    }
    return ask_buttons(window, ways, count, box);
}

static double paint_mark(struct window *window, struct box box) {
    double mark = layout_body(&window->layout, window_is_compact(window) ? 20 : 34);
    if (element_is_seen(window, (struct box){box.x, box.y, box.width, 2 * mark})) {
        lamp_mark_paint(window->cairo, &window->theme, box_middle_x(box), box.y + mark, mark);
    }
    return box.y + 2 * mark + apart(window, 20);
}

static void held_paint(struct window *window) {
    ask_ground(window);
    struct text_builder noticed = {0};
    struct box box;
    gate_words_rest(&noticed, &window->held.allowed);
    if (!ask_column(window, 760, noticed.text, &box)) {
        box.y = paint_mark(window, box);
        box.y = ask_line(window, window->preparation->routine->title, TEXT_BODY, TOKEN_TEXT2, box);
        box.y += layout_space(&window->layout, 8);
        box.y = ask_line(window, noticed.text, TEXT_TITLE, TOKEN_TEXT, box) + apart(window, 24);
    }
    text_builder_free(&noticed);
    box.y = paint_words(window, box) + apart(window, 40);
    ask_column_end(window, paint_ways(window, box));
    const struct key_hint hints[] = {{_("Enter"), _("done")}};
    window_hints(window, hints, 1);
}

static bool held_key(struct window *window, const SDL_KeyboardEvent *event) {
    if (event->repeat || event->keysym.sym != SDLK_ESCAPE) {
        return false;
    }
    session_on(window);
    return true;
}

static void held_act(struct window *window, struct act act) {
    if (act.kind == ACT_OPEN) {
        session_leave_for(window, act.value);
    } else if (act.kind == ACT_DONE) {
        session_on(window);
    }
}

const struct screen held_screen = {.paint = held_paint, .key = held_key, .act = held_act};
