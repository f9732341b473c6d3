// SPDX-License-Identifier: MIT
#include "app/outside.h"

#include "app/play.h"
#include "sound/speaker.h"

enum { VOLUME_FULL = 100 };

// Whoever wants to hear something outside of a session has asked for it: no mute holds here.
static struct speaker *own_speaker(struct window *window) {
    if (!window->speaker && !window->nobody) {
        int volume = window->house->settings.volume;
        window->speaker = speaker_open(
            &(struct speaker_options){.volume_percent = volume > 0 ? volume : VOLUME_FULL});
    }
    return window->speaker;
}

void outside_strike(struct window *window, const struct clip *clip, int64_t delay_ms) {
    int percent = window->house->settings.voice_volume;
    percent = percent > 0 ? percent : VOLUME_FULL;
    if (window->play) {
        sitting_strike(window->play->sitting, clip, percent, delay_ms);
    } else if (own_speaker(window)) {
        speaker_strike_soft(window->speaker, clip, percent, delay_ms);
    }
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

void outside_close(struct window *window) {
    if (window->speaker) {
        speaker_close(window->speaker, 0);
        window->speaker = NULL;
    }
}
