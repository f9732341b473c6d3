// SPDX-License-Identifier: MIT
#include "app/greeting.h"

#include "base/log.h"
#include "base/memory.h"
#include "run/once.h"
#include "run/sounds.h"

struct greeting {
    struct speaker *speaker;
    struct bank bank;
};

static bool is_wanted(const struct window *window) {
    const struct house *house = window->house;
    const struct play_request *request = window->options->request;
    return !window->nobody && !request->no_record && !request->mute && !request->mini &&
           request->routine_count == 0 && !house->settings.mute && house->settings.cues &&
           once_is_due(house, ONCE_GREETING);
}

void greeting_begin(struct window *window) {
    const struct house *house = window->house;
    if (!is_wanted(window) || !once_remember(window->house, ONCE_GREETING)) {
        return;
    }
    const struct sounds sounds = {.shipped = house->paths.audio,
                                  .own = house->paths.own_audio,
                                  .settings = &house->settings,
                                  .no_ambience = true};
    struct greeting *greeting = memory_new(1, sizeof *greeting);
    struct error err = {0};
    window->greeting = greeting;
    if (!sounds_load(&sounds, NULL, &greeting->bank, &err)) {
        log_info("%s", err.text);
    }
    greeting->speaker =
        speaker_open(&(struct speaker_options){.volume_percent = house->settings.volume});
    speaker_strike_soft(greeting->speaker, &greeting->bank.cues[SOUND_BELL],
                        house->settings.cue_volume, 0);
}

void greeting_end(struct window *window) {
    struct greeting *greeting = window->greeting;
    if (greeting) {
        speaker_close(greeting->speaker, 0);
        bank_free(&greeting->bank);
        memory_free(greeting);
        window->greeting = NULL;
    }
}

int64_t greeting_wait_ms(struct window *window) {
    return window->greeting ? speaker_rest_ms(window->greeting->speaker) : INT64_MAX;
}

void greeting_tick(struct window *window) {
    if (greeting_wait_ms(window) == 0) {
        greeting_end(window);
    }
}
