// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/focus.h"
#include "app/play.h"

// After a rest everything but the lamp, its words and a thin line fades; any key or pointer brings
// it back.

enum { SHADE_IN_MS = 200, SHADE_OUT_MS = 600, REST_MS = 4000 };

int64_t shade_rest_left_ms(const struct window *window) {
    const struct play *play = window->play;
    bool needed =
        play->state != PLAYER_PLAYING || window->message[0] || play->helps || window->small;
    int64_t left_ms = window->input_ms + REST_MS - play->now.us / 1000;
    return needed ? REST_MS : left_ms > 0 ? left_ms : 0;
}

bool shade_moves(const struct window *window) {
    double goal = shade_rest_left_ms(window) > 0 ? 1 : 0;
    return window->play->shade < goal || window->play->shade > goal;
}

void shade_move(struct window *window) {
    struct play *play = window->play;
    double passed_ms = (double)(play->now.us - play->shade_us) / 1000;
    double before = play->shade;
    bool rests = shade_rest_left_ms(window) <= 0;
    play->shade_us = play->now.us;
    if (play_is_still(window)) {
        play->shade = rests ? 0 : 1;
    } else if (!rests) {
        play->shade = fmin(1, play->shade + passed_ms / SHADE_IN_MS);
    } else {
        play->shade = fmax(0, play->shade - passed_ms / SHADE_OUT_MS);
    }
    if (before <= 0 && play->shade > 0) {
        SDL_ShowCursor(SDL_ENABLE);
        // Whoever comes back finds the pause under the hand.
        focus_on(window, (struct act){ACT_PAUSE, 0});
    } else if (before > 0 && play->shade <= 0) {
        SDL_ShowCursor(SDL_DISABLE);
    }
}
