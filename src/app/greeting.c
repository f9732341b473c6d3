// SPDX-License-Identifier: MIT
#include "app/greeting.h"

#include "app/outside.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "run/aloud.h"
#include "run/once.h"
#include "run/sounds.h"
#include "run/stored_words.h"
#include "run/voice_use.h"

enum {
    SENTENCE_MS = 1600, // behind the beginning of the bell
    LATE_MS = 1500,     // so long a voice is waited for; then the stored one speaks
    POLL_MS = 20,
};

struct greeting {
    struct bank bank;
    struct aloud *aloud; // NULL: no voice is asked
    struct clip stored;
    const struct clip *sentence; // that was struck
    bool says;                   // it is still to come
    int64_t since_ms;            // monotonic
};

static bool is_wanted(const struct window *window) {
    const struct house *house = window->house;
    const struct play_request *request = window->options->request;
    return !window->nobody && !request->no_record && !request->mute && !request->mini &&
           request->routine_count == 0 && !house->settings.mute && house->settings.cues &&
           once_is_due(house, ONCE_GREETING);
}

// A voice of a person's sounds, or one that was chosen; else the sentence that is stored.
static void make_sentence(const struct house *house, struct greeting *greeting) {
    const struct settings *settings = &house->settings;
    enum voice_because because = voice_because(settings, voice_kind(settings, text_language()));
    if (voice_use(because) == VOICE_USE_ALL && because != VOICE_MISSING) {
        greeting->aloud =
            aloud_open(&(struct aloud_options){.settings = settings, .cache = house->paths.cache});
        aloud_say(greeting->aloud,
                  _("Repose is open. Hold the space bar to have everything read aloud."));
    }
    stored_words_read(house->paths.audio, "open", &greeting->stored);
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
    greeting->since_ms = clock_monotonic_ms();
    // To whom everything is read nobody has to say how.
    greeting->says = !house->settings.spoken;
    if (greeting->says) {
        make_sentence(house, greeting);
    }
    outside_ring(window, &greeting->bank.cues[SOUND_BELL], house->settings.cue_volume, 0);
}

void greeting_end(struct window *window) {
    struct greeting *greeting = window->greeting;
    if (greeting) {
        outside_hush(window, &greeting->bank.cues[SOUND_BELL]);
        if (greeting->sentence) {
            outside_hush(window, greeting->sentence);
        }
        aloud_close(greeting->aloud);
        clip_free(&greeting->stored);
        bank_free(&greeting->bank);
        memory_free(greeting);
        window->greeting = NULL;
    }
}

static int64_t passed_ms(const struct greeting *greeting) {
    return clock_monotonic_ms() - greeting->since_ms;
}

int64_t greeting_wait_ms(struct window *window) {
    const struct greeting *greeting = window->greeting;
    if (!greeting) {
        return INT64_MAX;
    }
    if (greeting->says) {
        int64_t left_ms = SENTENCE_MS - passed_ms(greeting);
        return left_ms > 0 ? left_ms : POLL_MS;
    }
    return outside_rest_ms(window);
}

// A voice that fails, or takes too long, gives way to the sentence that is stored.
static void say(struct window *window) {
    struct greeting *greeting = window->greeting;
    const struct clip *clip = NULL;
    bool made = greeting->aloud && aloud_take(greeting->aloud, &clip);
    bool waits = !made && greeting->aloud && aloud_is_busy(greeting->aloud) &&
                 passed_ms(greeting) < SENTENCE_MS + LATE_MS;
    if (waits) {
        return;
    }
    greeting->says = false;
    clip = made ? clip : &greeting->stored;
    if (clip->frames > 0) {
        greeting->sentence = clip;
        outside_strike(window, clip, 0);
    }
}

void greeting_tick(struct window *window) {
    struct greeting *greeting = window->greeting;
    if (greeting && greeting->says && passed_ms(greeting) >= SENTENCE_MS) {
        say(window);
    }
    if (greeting && greeting_wait_ms(window) == 0) {
        greeting_end(window);
    }
}
