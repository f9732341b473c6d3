// SPDX-License-Identifier: MIT
#pragma once

// The voices of the programs that may be installed: flite speaks English with the recorded sounds
// of a person, espeak-ng every language by rules alone. A voice is chosen by its name (the setting
// voice_name), which no language, program or version changes.

enum { SPEECH_VOICES_MAX = 8 };

struct speech_voice {
    const char *name;    // "flite-slt"
    const char *command; // speech_command.h
};

// Those that can speak this language here, from the one that is used where none is chosen. Returns
// how many.
int speech_voices(const char *language, const struct speech_voice *voices[SPEECH_VOICES_MAX]);

// The command of that voice, where it can speak the language, else of the first one that can; NULL
// where no program is installed. `name` may be NULL.
const char *speech_voice_command(const char *language, const char *name);
