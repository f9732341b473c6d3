// SPDX-License-Identifier: MIT
#include "app/ask.h"
#include "app/element.h"
#include "app/session.h"
#include "base/text.h"
#include "draw/breath.h"
#include "run/day_words.h"

// Between two routines of a chain: what comes next. It goes on by itself, for who has closed eyes;
// after a stop it asks, and waits.

enum { GOES_ON_MS = 10000, CLOSES_MS = 60000 };

static const struct preparation *next_of(const struct window *window) {
    return window->chain.members[window->member + 1];
}

static bool was_stopped(const struct window *window) {
    return window->why != WHY_NONE;
}

static double apart(const struct window *window, double design) {
    return layout_space(&window->layout, window_is_compact(window) ? design / 2 : design);
}

// How long it takes, and how many follow it.
static void add_line(struct text_builder *text, const struct window *window) {
    char length[DAY_WORDS_LENGTH_MAX];
    const struct preparation *next = next_of(window);
    struct error err = {0};
    struct timeline *timeline = timeline_compile(next->routine, &next->timeline, &err);
    int more = window->chain.count - window->member - 2;
    if (timeline) {
        text_add(text, day_words_length(timeline->total_ms, length));
    }
    timeline_free(timeline);
    if (more > 0) {
        text_add(text, " \u00b7 ");
        text_add_format(text,
                        text_translate_count("and %d more behind it", "and %d more behind it",
                                             (unsigned long)more),
                        more);
    }
}

static double paint_mark(struct window *window, struct box box) {
    double mark = layout_body(&window->layout, window_is_compact(window) ? 20 : 34);
    if (element_is_seen(window, (struct box){box.x, box.y, box.width, 2 * mark})) {
        lamp_mark_paint(window->cairo, &window->theme, box_middle_x(box), box.y + mark, mark);
    }
    return box.y + 2 * mark + apart(window, 20);
}

// After pain or a pull the way out stands first.
static double paint_ways(struct window *window, struct box box) {
    bool hurt = window->why == WHY_PAIN || window->why == WHY_PULL;
    struct choice ways[2] = {
        {{.kind = BUTTON_PRIMARY,
          .icon = ICON_PLAY,
          .label = _("Go on"),
          .large = !window_is_compact(window)},
         {ACT_BEGIN, 0}},
        {{.kind = BUTTON_SECONDARY, .label = _("That is enough")}, {ACT_DONE, 0}}};
    if (hurt) {
        ways[0].button.kind = BUTTON_SECONDARY;
        ways[0].button.large = false;
        ways[1].button.kind = BUTTON_PRIMARY;
        const struct choice on = ways[0];
        ways[0] = ways[1];
        ways[1] = on;
    }
    return ask_buttons(window, ways, 2, box);
}

static void next_paint(struct window *window) {
    ask_ground(window);
    char question[ROUTINE_TITLE_MAX * 4 + 64];
    struct text_builder line = {0};
    struct box box;
    const char *title = next_of(window)->routine->title;
    if (was_stopped(window)) {
        text_format(question, sizeof question, _("Go on with “%s”?"), title);
    } else {
        text_format(question, sizeof question, _("Next: %s"), title);
    }
    if (!ask_column(window, 760, question, &box)) {
        box.y = paint_mark(window, box);
        box.y = ask_line(window, question, TEXT_TITLE, TOKEN_TEXT, box);
        box.y += layout_space(&window->layout, 8);
    }
    add_line(&line, window);
    box.y = ask_line(window, line.text, TEXT_BODY, TOKEN_TEXT2, box) + apart(window, 36);
    text_builder_free(&line);
    box.y = paint_ways(window, box);
    if (!was_stopped(window)) {
        box.y += layout_space(&window->layout, 12);
        box.y = ask_line(window, _("It goes on by itself in a few seconds."), TEXT_SMALL,
                         TOKEN_TEXT2, box);
    }
    ask_column_end(window, box.y);
    const struct key_hint hints[] = {{_("Enter"), _("go on")}, {"Esc", _("enough")}};
    window_hints(window, hints, was_stopped(window) ? 0 : 2);
}

static bool next_key(struct window *window, const SDL_KeyboardEvent *event) {
    if (event->keysym.sym != SDLK_ESCAPE || event->repeat) {
        return false;
    }
    session_enough(window);
    return true;
}

static void next_act(struct window *window, struct act act) {
    if (act.kind == ACT_BEGIN) {
        session_next(window);
    } else if (act.kind == ACT_DONE) {
        session_enough(window);
    }
}

static int64_t next_wait_ms(struct window *window) {
    bool asked = window->options->request->routine_count > 0;
    if (was_stopped(window) && !asked) {
        return INT64_MAX;
    }
    int64_t after_ms = was_stopped(window) ? CLOSES_MS : GOES_ON_MS;
    int64_t left_ms = window->input_ms + after_ms - clock_monotonic_ms();
    return left_ms > 0 ? left_ms : 0;
}

static void next_tick(struct window *window) {
    if (next_wait_ms(window) > 0) {
        return;
    }
    if (was_stopped(window)) {
        session_enough(window);
    } else {
        session_next(window);
    }
}

const struct screen next_screen = {.paint = next_paint,
                                   .key = next_key,
                                   .act = next_act,
                                   .tick = next_tick,
                                   .wait_ms = next_wait_ms};
