// SPDX-License-Identifier: MIT
#pragma once

#include "files/settings.h"
#include "sound/speech.h"

// Whether the words of a session are heard, and why. Nobody hears a formant voice unasked: where
// nothing else speaks, the tones alone lead, and what a person recorded.

enum voice_because {
    VOICE_SET_OFF,   // she does not want one
    VOICE_SET_ON,    // she wants one, whichever it is
    VOICE_ALOUD,     // she has everything read aloud
    VOICE_CHOSEN,    // she named a voice, or a program
    VOICE_A_PERSONS, // it has the sounds of a person
    VOICE_FORMANT,   // it has not
    VOICE_MISSING,   // no program speaks
};

enum voice_use {
    VOICE_USE_NONE,
    VOICE_USE_RECORDED, // what a person recorded for a routine, and nothing else
    VOICE_USE_ALL,
};

// `kind` is what would speak (speech_kind_found).
enum voice_because voice_because(const struct settings *settings, enum speech_kind kind);
enum voice_use voice_use(enum voice_because because);

// The same from what is installed, for texts in a language.
enum speech_kind voice_kind(const struct settings *settings, const char *language);

// Whether all words are to be heard, by whatever speaks.
bool voice_is_wanted(const struct settings *settings, const char *language);
