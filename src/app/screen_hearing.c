// SPDX-License-Identifier: MIT
#include "app/ask.h"
#include "app/element.h"
#include "app/greeting.h"
#include "app/hearing.h"
#include "app/outside.h"
#include "app/reader.h"
#include "app/session.h"
#include "base/memory.h"
#include "base/text.h"
#include "run/once.h"
#include "run/sample.h"

enum { POLL_MS = 20, COLUMN = 760 };

struct hearing {
    struct sample sample;
    const struct clip *clip; // that sounds, or NULL
};

static struct hearing *open_hearing(struct window *window) {
    if (!window->hearing) {
        window->hearing = memory_new(1, sizeof *window->hearing);
        sample_open(window->house, &window->hearing->sample);
    }
    return window->hearing;
}

static void hush(struct window *window) {
    if (window->hearing->clip) {
        outside_hush(window, window->hearing->clip);
        window->hearing->clip = NULL;
    }
}

void hearing_end(struct window *window) {
    if (window->hearing) {
        hush(window);
        sample_close(&window->hearing->sample);
        memory_free(window->hearing);
        window->hearing = NULL;
    }
}

void hearing_prepare(struct window *window) {
    if (!window->nobody && !window->options->request->no_record &&
        once_is_due(window->house, ONCE_SAMPLE)) {
        open_hearing(window);
    }
}

bool hearing_show(struct window *window) {
    bool due = !window->nobody && window->member == 0 &&
               sample_is_due(window->house, window->options->request, window->preparation);
    if (!due || !once_remember(window->house, ONCE_SAMPLE)) {
        hearing_end(window);
        return false;
    }
    greeting_end(window);
    reader_hush(window);
    sample_begin(&open_hearing(window)->sample);
    window_show(window, SCREEN_HEARING);
    return true;
}

static void go_on(struct window *window) {
    hearing_end(window);
    session_begin(window);
}

static void answer(struct window *window, enum sample_answer answer) {
    hush(window); // another voice takes its memory
    if (sample_decide(window->house, &window->hearing->sample, answer)) {
        go_on(window);
    } else {
        window_stale(window);
    }
}

static void hearing_paint(struct window *window) {
    const struct sample *sample = &open_hearing(window)->sample;
    const struct layout *layout = &window->layout;
    bool compact = window_is_compact(window);
    struct box box;
    ask_ground(window);
    ask_back(window, _("Back"));
    if (!ask_column(window, COLUMN, sample_question(sample), &box)) {
        box.y = ask_question(window, _("Before the first session"), sample_question(sample), box);
        box.y += layout_space(layout, compact ? 14 : 32);
    }
    struct answers answers = {.count = SAMPLE_ANSWERS, .act = ACT_HEARING, .main = SAMPLE_THIS};
    for (int i = 0; i < SAMPLE_ANSWERS; i++) {
        answers.labels[i] = sample_answer_words(sample, (enum sample_answer)i);
    }
    box.y = ask_answers(window, &answers, box) + layout_space(layout, compact ? 10 : 20);
    box.y = ask_line(window,
                     sample->heard ? _("Without an answer it goes on with this one.")
                                   : _("Without an answer the tones lead alone."),
                     TEXT_SMALL, TOKEN_TEXT2, box);
    ask_column_end(window, box.y);
    const struct key_hint hints[] = {{"1\u20263", _("choose")}, {"Esc", _("back")}};
    window_hints(window, hints, 2);
}

static void leave(struct window *window) {
    hearing_end(window);
    session_leave(window);
}

static bool hearing_key(struct window *window, const SDL_KeyboardEvent *event) {
    SDL_Keycode key = event->keysym.sym;
    int digit = key >= SDLK_1 && key <= SDLK_3         ? (int)(key - SDLK_1)
                : key >= SDLK_KP_1 && key <= SDLK_KP_3 ? (int)(key - SDLK_KP_1)
                                                       : -1;
    if (event->repeat || (digit < 0 && key != SDLK_ESCAPE)) {
        return false;
    }
    if (digit >= 0) {
        answer(window, (enum sample_answer)digit);
    } else {
        leave(window);
    }
    return true;
}

static void hearing_act(struct window *window, struct act act) {
    if (act.kind == ACT_HEARING) {
        answer(window, (enum sample_answer)(act.value - 1));
    } else if (act.kind == ACT_BACK) {
        leave(window);
    }
}

static void hearing_tick(struct window *window) {
    struct hearing *hearing = window->hearing;
    const struct clip *clip = NULL;
    if (sample_take(&hearing->sample, &clip)) {
        hearing->clip = clip;
        outside_strike(window, clip, 0);
    }
    if (sample_wait_ms(&hearing->sample) == 0) {
        hush(window);
        sample_leave(window->house, &hearing->sample);
        go_on(window);
    }
}

static int64_t hearing_wait_ms(struct window *window) {
    const struct sample *sample = &window->hearing->sample;
    int64_t wait_ms = sample_wait_ms(sample);
    bool makes = sample->aloud && sample->length_ms == 0;
    return makes && wait_ms > POLL_MS ? POLL_MS : wait_ms;
}

const struct screen hearing_screen = {.paint = hearing_paint,
                                      .key = hearing_key,
                                      .act = hearing_act,
                                      .tick = hearing_tick,
                                      .wait_ms = hearing_wait_ms};
