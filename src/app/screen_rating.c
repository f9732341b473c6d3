// SPDX-License-Identifier: MIT
#include "app/ask.h"
#include "app/element.h"
#include "app/first.h"
#include "app/focus.h"
#include "app/keys.h"
#include "app/night.h"
#include "app/play.h"
#include "app/session.h"
#include "base/text.h"
#include "run/plan_lines.h"
#include "run/words.h"

enum {
    RATING_GROUP = 1,
    BEGINS_ALONE_MS = 20000, // asked by the command line: who cannot answer is not held up
    CLOSES_ALONE_MS = 60000,
    NOTHING_ASKED_MS = 10000,
};

// To the number, or to the way on where there is none.
static void focus_on_rating(struct window *window, int rating) {
    focus_on(window, rating >= 0 ? (struct act){ACT_RATE, rating} : (struct act){ACT_BEGIN, 0});
}

static bool rate_by_key(struct window *window, const SDL_KeyboardEvent *event, int *rating) {
    bool meant = ask_rating_key(window, event, rating);
    if (meant) {
        focus_on_rating(window, *rating);
    }
    return meant;
}

static bool is_enter(const SDL_KeyboardEvent *event) {
    return keys_is_enter(event) && !event->repeat;
}

// Enter goes on from a number too: it is chosen already.
static bool goes_on(const struct window *window, const SDL_KeyboardEvent *event) {
    const struct element *element = focus_element(window);
    bool space = event->keysym.sym == SDLK_SPACE && !event->repeat;
    return (is_enter(event) || space) && element && element->role == ROLE_CHOICE;
}

static void rating_hints(struct window *window, const char *enter, const char *escape) {
    const struct key_hint hints[] = {{"0\u20269", _("choose")},
                                     {"\u2190 \u2192", _("change")},
                                     {_("Enter"), enter},
                                     {"Esc", escape}};
    window_hints(window, hints, 4);
}

static void before_paint(struct window *window) {
    ask_ground(window);
    ask_back(window, _("Back"));
    const struct layout *layout = &window->layout;
    bool compact = window_is_compact(window);
    struct box box;
    if (!ask_column(window, 960, words_question_before(), &box)) {
        box.y =
            ask_question(window, window->preparation->routine->title, words_question_before(), box);
        box.y += layout_space(layout, compact ? 20 : 44);
    }
    box.y += element_rating(window, window->before, -1, box, RATING_GROUP);
    box.y += layout_space(layout, compact ? 12 : 28);
    const struct choice ways[] = {
        {{.kind = BUTTON_PRIMARY, .icon = ICON_PLAY, .label = _("Begin"), .large = true},
         {ACT_BEGIN, 0}},
        {{.kind = BUTTON_QUIET, .label = _("Begin without a number")}, {ACT_BEGIN_WITHOUT, 0}}};
    box.y = ask_buttons(window, ways, 2, box);
    if (window->options->request->routine_count > 0) {
        box.y += layout_space(layout, 12);
        box.y = ask_line(window, _("Without an answer it begins by itself."), TEXT_SMALL,
                         TOKEN_TEXT2, box);
    }
    ask_column_end(window, box.y);
    rating_hints(window, _("begin"), _("back"));
}

static bool before_key(struct window *window, const SDL_KeyboardEvent *event) {
    if (goes_on(window, event)) {
        session_begin(window);
        return true;
    }
    if (event->keysym.sym == SDLK_ESCAPE) {
        window_act(window, (struct act){ACT_BACK, 0});
        return true;
    }
    return rate_by_key(window, event, &window->before);
}

static void before_act(struct window *window, struct act act) {
    switch (act.kind) {
    case ACT_RATE:
        window->before = act.value;
        focus_on_rating(window, act.value);
        break;
    case ACT_BEGIN_WITHOUT:
        window->before = -1;
        session_begin(window);
        break;
    case ACT_BEGIN:
        session_begin(window);
        break;
    case ACT_BACK:
        session_leave(window);
        break;
    default:
        break;
    }
}

static int64_t alone_ms(const struct window *window, int64_t after_ms) {
    if (window->options->request->routine_count == 0) {
        return INT64_MAX;
    }
    int64_t left_ms = window->input_ms + after_ms - clock_monotonic_ms();
    return left_ms > 0 ? left_ms : 0;
}

static int64_t before_wait_ms(struct window *window) {
    return alone_ms(window, BEGINS_ALONE_MS);
}

static void before_tick(struct window *window) {
    if (before_wait_ms(window) == 0) {
        session_begin(window);
    }
}

const struct screen before_screen = {.paint = before_paint,
                                     .key = before_key,
                                     .act = before_act,
                                     .tick = before_tick,
                                     .wait_ms = before_wait_ms};

static void done_words(const struct window *window, char *title, char *line, size_t size) {
    char played[TEXT_CLOCK_MAX];
    const struct sitting_result *result = &window->result;
    text_clock(window->chain_ms, played);
    if (result->status == SESSION_PARTIAL && result->ending != ENDING_WELL) {
        text_format(title, size, _("Stopped after %s."), played);
        text_copy(line, size, result->id[0] ? _("It counts as a part.") : "");
        return;
    }
    int64_t minutes = (window->chain_ms + 30000) / 60000;
    if (minutes < 1) {
        text_copy(title, size, _("A quiet moment."));
    } else {
        text_format(title, size,
                    text_translate_count("%lld quiet minute.", "%lld quiet minutes.",
                                         (unsigned long)minutes),
                    (long long)minutes);
    }
    if (window->member > 0) {
        int count = window->member + 1;
        text_format(line, size,
                    text_translate_count("%d routine", "%d routines, one after the other",
                                         (unsigned long)count),
                    count);
        return;
    }
    bool whole = result->ending == ENDING_COMPLETE;
    text_format(line, size, whole ? _("%s, from start to end") : "%s",
                window->preparation->routine->title);
}

static void change_words(const struct window *window, char *to, size_t size) {
    if (window->before < 0 || window->after < 0) {
        text_copy(to, size, window->after < 0 ? "" : _("Kept in your diary."));
    } else if (window->after - window->before >= 2) {
        text_format(
            to, size,
            _("It rose by %d this time. If it rises a second time, let this routine rest, and "
              "it is worth telling your therapist."),
            window->after - window->before);
    } else {
        text_format(to, size, _("From %d to %d in this session. Kept in your diary."),
                    window->before, window->after);
    }
}

// How a plan had it played, and where the day stands for it.
static double paint_plan(struct window *window, struct box box) {
    const struct sitting_result *result = &window->result;
    bool part = result->status == SESSION_PARTIAL && result->ending != ENDING_WELL;
    struct text_builder text = {0};
    if (!part && window->member == 0) {
        plan_lines_played(&text, &window->preparation->timeline);
    }
    if (text.length > 0) {
        box.y = ask_line(window, text.text, TEXT_BODY, TOKEN_TEXT2, box);
    }
    if (window->stand[0]) {
        box.y = ask_line(window, window->stand, TEXT_BODY, TOKEN_TEXT2, box);
    }
    text_builder_free(&text);
    return box.y;
}

static double paint_result(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    double mark = layout_body(layout, window_is_compact(window) ? 20 : 34);
    char title[256];
    char line[512];
    done_words(window, title, line, sizeof title);
    if (element_is_seen(window, (struct box){box.x, box.y, box.width, 2 * mark})) {
        lamp_mark_paint(window->cairo, &window->theme, box_middle_x(box), box.y + mark, mark);
    }
    box.y += 2 * mark + layout_space(layout, window_is_compact(window) ? 8 : 20);
    box.y = ask_question(window, NULL, title, box) + layout_space(layout, 4);
    box.y = ask_line(window, line, TEXT_BODY, TOKEN_TEXT2, box);
    return paint_plan(window, box);
}

static void done_paint(struct window *window) {
    ask_ground(window);
    const struct layout *layout = &window->layout;
    bool compact = window_is_compact(window);
    bool asks = session_asks_after(window);
    char change[512];
    struct box box;
    bool kept = ask_column(window, 960, asks ? words_question_after() : NULL, &box);
    box.y = paint_result(window, box) + layout_space(layout, compact ? 14 : 40);
    if (asks && !kept) {
        box.y = ask_line(window, words_question_after(), TEXT_TITLE, TOKEN_TEXT, box);
        box.y += layout_space(layout, compact ? 14 : 30);
    }
    if (asks) {
        box.y += element_rating(window, window->after, window->before, box, RATING_GROUP);
        box.y += layout_space(layout, compact ? 4 : 16);
    }
    change_words(window, change, sizeof change);
    if (change[0]) {
        box.y = ask_line(window, change, TEXT_BODY, TOKEN_TEXT2, box);
        box.y += layout_space(layout, compact ? 14 : 30);
    }
    const struct choice done = {{.kind = BUTTON_PRIMARY, .label = _("Done")}, {ACT_BEGIN, 0}};
    ask_column_end(window, ask_buttons(window, &done, 1, box));
    if (asks) {
        rating_hints(window, _("done"), _("without a number"));
    }
}

static bool done_key(struct window *window, const SDL_KeyboardEvent *event) {
    bool asks = session_asks_after(window);
    if (asks && event->keysym.sym == SDLK_ESCAPE) {
        window->after = -1; // chosen or not: it was not meant
    }
    if (goes_on(window, event) || event->keysym.sym == SDLK_ESCAPE) {
        session_done(window);
        return true;
    }
    return asks && rate_by_key(window, event, &window->after);
}

static void done_act(struct window *window, struct act act) {
    if (act.kind == ACT_RATE) {
        window->after = act.value;
        focus_on_rating(window, act.value);
    } else if (act.kind == ACT_BEGIN) {
        session_done(window);
    }
}

static int64_t done_wait_ms(struct window *window) {
    return alone_ms(window, session_asks_after(window) ? CLOSES_ALONE_MS : NOTHING_ASKED_MS);
}

static void done_tick(struct window *window) {
    if (done_wait_ms(window) == 0) {
        session_keep_ratings(window, FEEL_NONE);
        session_leave(window);
    }
}

const struct screen done_screen = {.paint = done_paint,
                                   .key = done_key,
                                   .act = done_act,
                                   .tick = done_tick,
                                   .wait_ms = done_wait_ms};

bool morning_show(struct window *window) {
    if (window->options->request->no_record || !night_is_over(window->house, &window->night)) {
        return false;
    }
    window->after = -1;
    window_show(window, SCREEN_MORNING);
    return true;
}

// Asked once: with or without a number it is done, and what was asked for comes.
static void leave_morning(struct window *window) {
    struct error err = {0};
    night_answer(window->house, &window->night, window->after);
    window->after = -1;
    if (window->options->request->routine_count == 0) {
        first_show(window);
    } else if (session_prepare_asked(window, &err)) {
        session_ask(window);
    } else {
        window->failure = err;
        window->quit = true;
    }
}

static void morning_paint(struct window *window) {
    ask_ground(window);
    const struct layout *layout = &window->layout;
    bool compact = window_is_compact(window);
    char above[sizeof window->night.title + 64];
    struct box box;
    text_format(above, sizeof above, _("Last night: %s"), window->night.title);
    if (!ask_column(window, 960, words_question_night(), &box)) {
        box.y = ask_question(window, above, words_question_night(), box);
        box.y += layout_space(layout, compact ? 20 : 44);
    }
    box.y += element_rating(window, window->after, window->night.before, box, RATING_GROUP);
    box.y += layout_space(layout, compact ? 12 : 28);
    const struct choice ways[] = {
        {{.kind = BUTTON_PRIMARY, .label = _("Done")}, {ACT_BEGIN, 0}},
        {{.kind = BUTTON_QUIET, .label = _("I do not remember")}, {ACT_BEGIN_WITHOUT, 0}}};
    ask_column_end(window, ask_buttons(window, ways, 2, box));
    rating_hints(window, _("done"), _("without a number"));
}

static bool morning_key(struct window *window, const SDL_KeyboardEvent *event) {
    bool leaves = event->keysym.sym == SDLK_ESCAPE;
    if (leaves) {
        window->after = -1; // chosen or not: it was not meant
    }
    if (leaves || goes_on(window, event)) {
        leave_morning(window);
        return true;
    }
    return rate_by_key(window, event, &window->after);
}

static void morning_act(struct window *window, struct act act) {
    if (act.kind == ACT_RATE) {
        window->after = act.value;
        focus_on_rating(window, act.value);
    } else if (act.kind == ACT_BEGIN || act.kind == ACT_BEGIN_WITHOUT) {
        window->after = act.kind == ACT_BEGIN ? window->after : -1;
        leave_morning(window);
    }
}

static int64_t morning_wait_ms(struct window *window) {
    return alone_ms(window, BEGINS_ALONE_MS);
}

static void morning_tick(struct window *window) {
    if (morning_wait_ms(window) == 0) {
        leave_morning(window);
    }
}

const struct screen morning_screen = {.paint = morning_paint,
                                      .key = morning_key,
                                      .act = morning_act,
                                      .tick = morning_tick,
                                      .wait_ms = morning_wait_ms};
