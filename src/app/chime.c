// SPDX-License-Identifier: MIT
#include "app/chime.h"

#include "app/outside.h"
#include "base/log.h"
#include "base/memory.h"
#include "run/sounds.h"

struct chime {
    struct window *window;
    struct bank bank;
};

struct chime *chime_new(struct window *window) {
    const struct house *house = window->house;
    const struct settings *settings = &house->settings;
    struct error err = {0};
    if (window->nobody || !window->canvas || window->options->request->mute || settings->mute ||
        !settings->cues) {
        return NULL;
    }
    const struct sounds sounds = {.shipped = house->paths.audio,
                                  .own = house->paths.own_audio,
                                  .settings = settings,
                                  .no_ambience = true};
    struct chime *chime = memory_new(1, sizeof *chime);
    chime->window = window;
    if (!sounds_load(&sounds, NULL, &chime->bank, &err)) {
        log_info("%s", err.text);
    }
    return chime;
}

static const struct clip *bell_of(const struct chime *chime) {
    return &chime->bank.cues[SOUND_BELL];
}

void chime_strike(struct chime *chime) {
    if (chime) {
        outside_strike(chime->window, bell_of(chime), 0);
    }
}

int64_t chime_rest_ms(const struct chime *chime) {
    return chime ? outside_rest_ms(chime->window) : INT64_MAX;
}

void chime_free(struct chime *chime) {
    if (chime) {
        outside_hush(chime->window, bell_of(chime));
        outside_close(chime->window);
        bank_free(&chime->bank);
        memory_free(chime);
    }
}
