// SPDX-License-Identifier: MIT
#include "app/night.h"
#include "app/play.h"
#include "run/words.h"

// A gate that calls a sleeper (domain.md 12, awake gate): the sound is the sitting's; here the
// window comes to the front, at full contrast, with the sentence alone.

struct theme play_enter_theme(struct window *window) {
    enum { FULL = 100 };
    struct theme kept = window->theme;
    bool wakes = window->screen == SCREEN_PLAY && window->play && window->play->waking;
    window->theme = wakes ? theme_make(THEME_CONTRAST, FULL) : night_theme(window);
    return kept;
}

static bool reads_over_it(const struct window *window) {
    return window->screen == SCREEN_SAFETY || window->screen == SCREEN_HELP;
}

void play_wake(struct window *window, const struct tick *tick) {
    enum { WORDS_MAX = 512 };
    struct play *play = window->play;
    char words[WORDS_MAX];
    if (tick->waking == WAKE_NONE) {
        return;
    }
    bool first = !play->waking || tick->waking == WAKE_OFF;
    play->waking = true;
    play->take_off = play->take_off || tick->waking == WAKE_OFF;
    if (first) {
        canvas_raise(window->canvas);
        window_stale(window);
    }
    if (reads_over_it(window)) {
        // Who reads what an emergency looks like is awake, and is told without being torn away.
        play_cue(window, words, sizeof words);
        window_say(window, words);
    } else if (window->screen != SCREEN_PLAY) {
        window_show(window, SCREEN_PLAY);
    }
}
