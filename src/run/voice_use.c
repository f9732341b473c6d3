// SPDX-License-Identifier: MIT
#include "run/voice_use.h"

#include <string.h>

static bool is_set(const struct settings *settings, const char *value) {
    return strcmp(settings->voice, value) == 0;
}

static bool has_chosen(const struct settings *settings) {
    return settings->voice_command[0] || strcmp(settings->voice_name, "usual") != 0;
}

enum voice_because voice_because(const struct settings *settings, enum speech_kind kind) {
    if (!is_set(settings, "auto")) {
        return is_set(settings, "off") ? VOICE_SET_OFF : VOICE_SET_ON;
    }
    if (settings->spoken) {
        return VOICE_ALOUD;
    }
    if (has_chosen(settings)) {
        return VOICE_CHOSEN;
    }
    switch (kind) {
    case SPEECH_NATURAL:
        return VOICE_A_PERSONS;
    case SPEECH_FORMANT:
        return VOICE_FORMANT;
    case SPEECH_NONE:
        break;
    }
    return VOICE_MISSING;
}

enum voice_use voice_use(enum voice_because because) {
    switch (because) {
    case VOICE_SET_OFF:
        return VOICE_USE_NONE;
    case VOICE_FORMANT:
        return VOICE_USE_RECORDED;
    case VOICE_SET_ON:
    case VOICE_ALOUD:
    case VOICE_CHOSEN:
    case VOICE_A_PERSONS:
    case VOICE_MISSING:
        break;
    }
    return VOICE_USE_ALL;
}

enum speech_kind voice_kind(const struct settings *settings, const char *language) {
    return speech_kind_found(&(struct speech_options){
        .command = settings->voice_command, .voice = settings->voice_name, .language = language});
}

bool voice_is_wanted(const struct settings *settings, const char *language) {
    enum speech_kind kind = voice_kind(settings, language);
    return voice_use(voice_because(settings, kind)) == VOICE_USE_ALL;
}
