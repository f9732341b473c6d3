// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/play.h"

// The one reading of the clocks that a picture is made of, and the forms that it can take.

enum { SINK_MS = 2000 };

bool play_is_still(const struct window *window) {
    return window->house->settings.still;
}

bool play_is_large(const struct window *window) {
    return window->house->settings.large_cue && !window->small;
}

bool play_shows_pause(const struct window *window) {
    return window->play->state == PLAYER_PAUSED && !window->small;
}

// Where nothing shall move, and where the lamp is no part of the picture, it is there at once.
static bool rises(const struct window *window) {
    return !window->theme.flat && !window->small && !play_is_still(window) &&
           !play_is_large(window);
}

static double rise_now(const struct window *window) {
    const struct play *play = window->play;
    double share = 1;
    if (play->sinks_ms > 0) {
        int64_t now_ms = play->now.us / 1000;
        share = 1 - (double)(now_ms - play->sinks_ms) / SINK_MS;
    } else if (play->state == PLAYER_READY || play->state == PLAYER_LEADING) {
        double lead_ms = (double)window->house->settings.lead_in_ms;
        share = lead_ms > 0 ? 1 - (double)play->now.lead_ms / lead_ms : 1;
    }
    return rises(window) ? 0.5 - 0.5 * cos(M_PI * fmax(0, fmin(1, share))) : 1;
}

void play_read_clocks(struct window *window) {
    struct play *play = window->play;
    play->now.us = clock_monotonic_us();
    play->now.lead_ms = sitting_lead_ms(play->sitting);
    play->now.rise = rise_now(window);
}

bool play_sink(struct window *window) {
    struct play *play = window->play;
    if (play->sinks_ms == 0) {
        play->sinks_ms = play->now.us / 1000;
        play->now.rise = rise_now(window);
        return true;
    }
    return false;
}

bool play_has_sunk(const struct window *window) {
    const struct play *play = window->play;
    return play->sinks_ms > 0 && (play->now.rise <= 0 || !rises(window));
}

struct frame play_figure_frame(const struct window *window) {
    struct frame frame = play_frame(window->play);
    const struct segment *segment = frame.segment;
    if (!segment || !play_is_still(window)) {
        return frame;
    }
    // A phase is shown by where it leads: growing by the full lamp, sinking by the empty one.
    frame.level = segment->level_to;
    frame.progress = 1;
    frame.into_ms = frame.left_ms = (segment->end_ms - segment->start_ms) / 2;
    if (segment->phase == PHASE_MASSAGE) {
        frame.into_ms = 0; // the fingertip waits where the stroke begins
    }
    return frame;
}
