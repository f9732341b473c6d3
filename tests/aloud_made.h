// SPDX-License-Identifier: MIT
#pragma once

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "run/aloud.h"
#include "run/voice_use.h"

// Sentences outside of a routine without anything that speaks: a test says what kind of voice there
// is and when a sentence is made. To be included behind cmocka.h; whoever includes this links with
// `wrap: aloud_open aloud_close aloud_say aloud_take aloud_is_busy voice_kind`.

static struct {
    enum speech_kind kind;
    bool made, fails;    // what is said: it is there, it will never be
    bool taken;          // it was handed out
    struct clip clip;    // it
    char said[256];      // its words
    char voice_name[32]; // the setting it was opened with
    int opens, says;     // those that are open; sentences so far
} spoken;

enum speech_kind __wrap_voice_kind(const struct settings *settings, const char *language);
struct aloud *__wrap_aloud_open(const struct aloud_options *options);
void __wrap_aloud_close(struct aloud *aloud);
void __wrap_aloud_say(struct aloud *aloud, const char *text);
bool __wrap_aloud_take(struct aloud *aloud, const struct clip **clip);
bool __wrap_aloud_is_busy(const struct aloud *aloud);

enum speech_kind __wrap_voice_kind(const struct settings *settings, const char *language) {
    assert_non_null(settings);
    assert_non_null(language);
    return spoken.kind;
}

struct aloud *__wrap_aloud_open(const struct aloud_options *options) {
    text_copy(spoken.voice_name, sizeof spoken.voice_name, options->settings->voice_name);
    spoken.opens++;
    return memory_new(1, 1);
}

void __wrap_aloud_close(struct aloud *aloud) {
    spoken.opens -= aloud != NULL;
    memory_free(aloud);
}

void __wrap_aloud_say(struct aloud *aloud, const char *text) {
    assert_non_null(aloud);
    text_copy(spoken.said, sizeof spoken.said, text);
    spoken.says++;
    spoken.taken = false;
}

bool __wrap_aloud_take(struct aloud *aloud, const struct clip **clip) {
    assert_non_null(aloud);
    if (!spoken.made || spoken.fails || spoken.taken) {
        return false;
    }
    spoken.taken = true;
    *clip = &spoken.clip;
    return true;
}

bool __wrap_aloud_is_busy(const struct aloud *aloud) {
    assert_non_null(aloud);
    return !spoken.fails && !spoken.taken;
}

// A natural voice, and a sentence of so many milliseconds.
static inline void spoken_reset(int64_t length_ms, bool made) {
    memset(&spoken, 0, sizeof spoken);
    spoken.kind = SPEECH_NATURAL;
    spoken.made = made;
    spoken.clip.frames = length_ms * SOUND_PER_MS;
}
