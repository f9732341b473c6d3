// SPDX-License-Identifier: MIT
#include "app/outside.h"

#include "app/play.h"
#include "sound/speaker.h"

enum {
    VOLUME_FULL = 100,
    IDLE_MS = 3000,
    READING_IDLE_MS = 30000, // opening a device takes time, and the next key wants an answer
};

// Whoever wants to hear something outside of a session has asked for it: no mute holds here.
static struct speaker *own_speaker(struct window *window) {
    if (!window->speaker && !window->nobody) {
        int volume = window->house->settings.volume;
        window->speaker = speaker_open(
            &(struct speaker_options){.volume_percent = volume > 0 ? volume : VOLUME_FULL});
    }
    return window->speaker;
}

void outside_ring(struct window *window, const struct clip *clip, int percent, int64_t delay_ms) {
    window->heard_ms = clock_monotonic_ms();
    if (window->play) {
        sitting_strike(window->play->sitting, clip, percent, delay_ms);
    } else if (own_speaker(window)) {
        speaker_strike_soft(window->speaker, clip, percent, delay_ms);
    }
}

void outside_strike(struct window *window, const struct clip *clip, int64_t delay_ms) {
    int percent = window->house->settings.voice_volume;
    outside_ring(window, clip, percent > 0 ? percent : VOLUME_FULL, delay_ms);
}

void outside_hush(struct window *window, const struct clip *clip) {
    if (window->play) {
        sitting_hush(window->play->sitting, clip);
    }
    if (window->speaker) {
        speaker_hush(window->speaker, clip);
    }
}

int64_t outside_rest_ms(struct window *window) {
    return window->speaker ? speaker_rest_ms(window->speaker) : 0;
}

int64_t outside_wait_ms(struct window *window) {
    if (!window->speaker) {
        return INT64_MAX;
    }
    int64_t idle_ms = window->house->settings.spoken ? READING_IDLE_MS : IDLE_MS;
    int64_t left_ms = window->heard_ms + idle_ms - clock_monotonic_ms();
    int64_t rest_ms = outside_rest_ms(window);
    left_ms = rest_ms > left_ms ? rest_ms : left_ms;
    return left_ms > 0 ? left_ms : 0;
}

void outside_tick(struct window *window) {
    if (outside_rest_ms(window) > 0) {
        window->heard_ms = clock_monotonic_ms();
    } else if (outside_wait_ms(window) == 0) {
        outside_close(window);
    }
}

void outside_close(struct window *window) {
    if (window->speaker) {
        speaker_close(window->speaker, 0);
        window->speaker = NULL;
    }
}
