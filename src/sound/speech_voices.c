// SPDX-License-Identifier: MIT
#include "sound/speech_voices.h"

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/process.h"

// Each at a calm pace. Measured with thirty words in three sentences, pauses included: flite's slt
// 140 a minute, espeak-ng 129 in German and 135 in English; the other voices of flite are stretched
// until the same sentences take as long as with slt.
#define FLITE(voice, stretch)                                                                      \
    "flite -voice " voice " --setf duration_stretch=" stretch " -t {text} -o /dev/stdout"
#define ESPEAK(variant) "espeak-ng -v {lang}" variant " -s 120 -p 40 -b 1 --stdin --stdout"

static const struct row {
    struct speech_voice voice;
    const char *program;
    bool english_alone;
} rows[] = {
    {{"flite-slt", FLITE("slt", "1.5")}, "flite", true},
    {{"flite-rms", FLITE("rms", "1.2")}, "flite", true},
    {{"flite-awb", FLITE("awb", "1.4")}, "flite", true},
    {{"flite-kal", FLITE("kal", "1.4")}, "flite", true},
    {{"espeak-ng", ESPEAK("")}, "espeak-ng", false},
    {{"espeak-ng-f3", ESPEAK("+f3")}, "espeak-ng", false},
    {{"espeak-ng-m3", ESPEAK("+m3")}, "espeak-ng", false},
};
static_assert(sizeof rows / sizeof *rows <= SPEECH_VOICES_MAX, "room for all voices");

static bool is_english(const char *language) {
    return strncmp(language, "en", 2) == 0 && !(language[2] >= 'a' && language[2] <= 'z');
}

int speech_voices(const char *language, const struct speech_voice *voices[SPEECH_VOICES_MAX]) {
    int count = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if ((!rows[i].english_alone || is_english(language)) && process_find(rows[i].program)) {
            voices[count++] = &rows[i].voice;
        }
    }
    return count;
}

const char *speech_voice_command(const char *language, const char *name) {
    const struct speech_voice *voices[SPEECH_VOICES_MAX];
    int count = speech_voices(language, voices);
    for (int i = 0; name && i < count; i++) {
        if (strcmp(voices[i]->name, name) == 0) {
            return voices[i]->command;
        }
    }
    return count > 0 ? voices[0]->command : NULL;
}
