// SPDX-License-Identifier: MIT
#include "app/greeting.h"
#include "app/outside.h"
#include "app/spasm.h"
#include "base/memory.h"
#include "base/text.h"
#include "run/aloud.h"
#include "run/voice_use.h"
#include "sound/speech.h"

enum { POLL_MS = 20, RING_MS = 300 };

struct spasm_voice {
    struct aloud *aloud;
    const struct clip *struck; // NULL: it is still being made
    int64_t until_ms;          // monotonic: it has been said
    bool within;               // a session: it does not go with the sheet
};

// Where everything is read aloud the sheet is too.
static bool is_wanted(const struct window *window) {
    const struct settings *settings = &window->house->settings;
    if (!window->reader || window->options->request->mute || settings->mute || settings->spoken) {
        return false;
    }
    enum speech_kind kind = voice_kind(settings, text_language());
    return voice_use(voice_because(settings, kind)) == VOICE_USE_ALL;
}

static void hush(struct window *window) {
    struct spasm_voice *voice = window->spasm_voice;
    if (voice->struck) {
        outside_hush(window, voice->struck);
        voice->struck = NULL;
    }
}

void spasm_voice_end(struct window *window) {
    if (window->spasm_voice) {
        hush(window);
        aloud_close(window->spasm_voice->aloud);
        memory_free(window->spasm_voice);
        window->spasm_voice = NULL;
    }
}

void spasm_voice_say(struct window *window, const char *text) {
    const struct house *house = window->house;
    if (!is_wanted(window)) {
        return;
    }
    greeting_end(window);
    if (!window->spasm_voice) {
        window->spasm_voice = memory_new(1, sizeof *window->spasm_voice);
        window->spasm_voice->aloud = aloud_open(
            &(struct aloud_options){.settings = &house->settings, .cache = house->paths.cache});
    }
    hush(window);
    window->spasm_voice->within = window->play != NULL;
    aloud_say(window->spasm_voice->aloud, text);
}

// What was said stays made as long as the sheet is there.
static bool is_over(const struct window *window) {
    const struct spasm_voice *voice = window->spasm_voice;
    bool said =
        voice->struck ? clock_monotonic_ms() >= voice->until_ms : !aloud_is_busy(voice->aloud);
    return voice->within ? said : window->screen != SCREEN_SPASM;
}

void spasm_voice_tick(struct window *window) {
    struct spasm_voice *voice = window->spasm_voice;
    const struct clip *clip = NULL;
    if (!voice) {
        return;
    }
    if (!voice->struck && aloud_take(voice->aloud, &clip)) {
        voice->struck = clip;
        voice->until_ms = clock_monotonic_ms() + clip->frames / SOUND_PER_MS + RING_MS;
        outside_strike(window, clip, 0);
    }
    if (is_over(window)) {
        spasm_voice_end(window);
    }
}

int64_t spasm_voice_wait_ms(const struct window *window) {
    const struct spasm_voice *voice = window->spasm_voice;
    if (!voice) {
        return INT64_MAX;
    }
    if (!voice->struck) {
        return aloud_is_busy(voice->aloud) ? POLL_MS : INT64_MAX;
    }
    int64_t left_ms = voice->until_ms - clock_monotonic_ms();
    // On the sheet it ends with it.
    return !voice->within ? INT64_MAX : left_ms > 0 ? left_ms : 0;
}
