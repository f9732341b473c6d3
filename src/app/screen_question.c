// SPDX-License-Identifier: MIT
#include "app/ask.h"
#include "app/element.h"
#include "app/play.h"
#include "app/session.h"
#include "base/text.h"
#include "run/words.h"
#include "store/sessions.h"

// The questions with a few answers: why it was stopped, how the face is.

static int answer_of(const SDL_KeyboardEvent *event) {
    SDL_Keycode key = event->keysym.sym;
    if (key >= SDLK_1 && key <= SDLK_5) {
        return (int)(key - SDLK_1) + 1;
    }
    return key >= SDLK_KP_1 && key <= SDLK_KP_5 ? (int)(key - SDLK_KP_1) + 1 : 0;
}

// Room between the parts, less of it in a small window.
static double apart(const struct window *window, double design) {
    return layout_space(&window->layout, window_is_compact(window) ? design / 2 : design);
}

static void why_paint(struct window *window) {
    ask_ground(window);
    char played[TEXT_CLOCK_MAX];
    char above[128];
    const struct player *player = sitting_player(window->play->sitting);
    text_format(above, sizeof above, _("Stopped after %s. What was done is kept."),
                text_clock(played_ms(&player->played), played));
    struct box box;
    const char *question = _("What made you stop?");
    if (!ask_column(window, 960, question, &box)) {
        box.y = ask_question(window, above, question, box) + apart(window, 32);
    }
    // Enter says no more than Escape does.
    struct answers answers = {.count = 5, .act = ACT_WHY, .main = WHY_INTERRUPTED - WHY_PULL};
    for (int i = 0; i < 5; i++) {
        answers.labels[i] = words_why((enum why)(WHY_PULL + i));
    }
    box.y = ask_answers(window, &answers, box) + apart(window, 20);
    const struct choice back = {
        {.kind = BUTTON_QUIET, .label = _("Carry on instead"), .key = _("Space")}, {ACT_PAUSE, 0}};
    ask_column_end(window, ask_buttons(window, &back, 1, box));
    const struct key_hint hints[] = {{"1\u20265", _("choose")}, {"Esc", _("without a word")}};
    window_hints(window, hints, 2);
}

static void carry_on(struct window *window) {
    window_show(window, SCREEN_PLAY);
    if (sitting_player(window->play->sitting)->state == PLAYER_PAUSED) {
        sitting_toggle_pause(window->play->sitting);
    }
}

static bool why_key(struct window *window, const SDL_KeyboardEvent *event) {
    int answer = answer_of(event);
    if (event->repeat) {
        return false;
    }
    if (answer > 0) {
        session_end(window, (enum why)answer);
    } else if (event->keysym.sym == SDLK_ESCAPE) {
        session_end(window, WHY_INTERRUPTED);
    } else if (event->keysym.sym == SDLK_SPACE) {
        carry_on(window);
    } else {
        return false;
    }
    return true;
}

static void why_act(struct window *window, struct act act) {
    if (act.kind == ACT_WHY) {
        session_end(window, (enum why)act.value);
    } else if (act.kind == ACT_PAUSE) {
        carry_on(window);
    }
}

const struct screen why_screen = {.paint = why_paint, .key = why_key, .act = why_act};

static void feel_paint(struct window *window) {
    ask_ground(window);
    struct box box;
    if (!ask_column(window, 960, words_question_feel(), &box)) {
        box.y = ask_question(window, NULL, words_question_feel(), box) + apart(window, 32);
    }
    struct answers answers = {.count = 5, .act = ACT_FEEL, .main = -1};
    for (int i = 0; i < 5; i++) {
        answers.labels[i] = words_feel((enum feel)(FEEL_CALMER + i));
    }
    box.y = ask_answers(window, &answers, box) + apart(window, 20);
    const struct choice skip = {{.kind = BUTTON_QUIET, .label = _("Skip"), .key = "Esc"},
                                {ACT_DONE, 0}};
    ask_column_end(window, ask_buttons(window, &skip, 1, box));
    const struct key_hint hints[] = {{"1\u20265", _("choose")}, {"Esc", _("skip")}};
    window_hints(window, hints, 2);
}

static bool feel_key(struct window *window, const SDL_KeyboardEvent *event) {
    int answer = answer_of(event);
    if (event->repeat) {
        return false;
    }
    if (answer > 0) {
        session_felt(window, (enum feel)answer);
    } else if (event->keysym.sym == SDLK_ESCAPE) {
        session_felt(window, FEEL_NONE);
    } else {
        return false;
    }
    return true;
}

static void feel_act(struct window *window, struct act act) {
    if (act.kind == ACT_FEEL) {
        session_felt(window, (enum feel)act.value);
    } else if (act.kind == ACT_DONE) {
        session_felt(window, FEEL_NONE);
    }
}

const struct screen feel_screen = {.paint = feel_paint, .key = feel_key, .act = feel_act};
