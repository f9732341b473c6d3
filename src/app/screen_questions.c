// SPDX-License-Identifier: MIT
#include "app/ask.h"
#include "app/element.h"
#include "app/session.h"
#include "base/text.h"

// What has to be known of a person before this routine: a question at a time, one key an answer,
// "not sure" always the last. Nothing is kept before the last one has its answer.

static const struct question *present(const struct window *window) {
    return window->asking.due[window->asking.at];
}

static void questions_paint(struct window *window) {
    ask_ground(window);
    ask_back(window, _("Back"));
    const struct layout *layout = &window->layout;
    const struct asking *asking = &window->asking;
    const struct question *question = present(window);
    const char *text = _(question->text);
    bool compact = window_is_compact(window);
    char above[96];
    text_format(above, sizeof above, _("Before this one: %d of %d"), asking->at + 1, asking->count);
    struct box box;
    if (!ask_column(window, 960, text, &box)) {
        if (asking->count > 1) {
            box.y = ask_line(window, above, TEXT_BODY, TOKEN_TEXT2, box);
            box.y += layout_space(layout, 8);
        }
        box.y = ask_line(window, text, TEXT_TITLE, TOKEN_TEXT, box);
        box.y += layout_space(layout, compact ? 16 : 32);
    }
    struct answers answers = {.count = question->answer_count, .act = ACT_ANSWER, .main = -1};
    for (int i = 0; i < question->answer_count; i++) {
        answers.labels[i] = _(question->answers[i]);
    }
    ask_column_end(window, ask_answers(window, &answers, box));
    char keys[16];
    text_format(keys, sizeof keys, "1\u2013%d", question->answer_count);
    const struct key_hint hints[] = {{keys, _("choose")}, {"Esc", _("back")}};
    window_hints(window, hints, 2);
}

static void take(struct window *window, int answer) {
    struct asking *asking = &window->asking;
    if (answer < 1 || answer > present(window)->answer_count) {
        return;
    }
    asking->answers[asking->at] = answer - 1;
    if (asking->at + 1 < asking->count) {
        asking->at++;
        window_show(window, SCREEN_QUESTIONS);
    } else {
        session_told(window);
    }
}

static bool questions_key(struct window *window, const SDL_KeyboardEvent *event) {
    SDL_Keycode key = event->keysym.sym;
    if (event->repeat) {
        return false;
    }
    if (key >= SDLK_1 && key <= SDLK_6) {
        take(window, (int)(key - SDLK_1) + 1);
    } else if (key >= SDLK_KP_1 && key <= SDLK_KP_6) {
        take(window, (int)(key - SDLK_KP_1) + 1);
    } else if (key == SDLK_ESCAPE) {
        session_leave(window);
    } else {
        return false;
    }
    return true;
}

static void questions_act(struct window *window, struct act act) {
    if (act.kind == ACT_ANSWER) {
        take(window, act.value);
    } else if (act.kind == ACT_BACK) {
        session_leave(window);
    }
}

const struct screen questions_screen = {
    .paint = questions_paint, .key = questions_key, .act = questions_act};
