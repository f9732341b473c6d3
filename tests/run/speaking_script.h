// SPDX-License-Identifier: MIT
#pragma once

#include <sndfile.h>
#include <string.h>

#include "base/text.h"
#include "files/settings.h"
#include "scratch.h"

// A voice that is a script: it says a tone of one second, or of three for what is long, takes its
// time for what is slow, and fails at what is broken. To be included behind cmocka.h.

enum { SECOND = 48000 };

static inline void put_tone(const char *folder, const char *name, int seconds) {
    char path[SCRATCH_PATH_MAX];
    SF_INFO info = {
        .samplerate = SECOND, .channels = 1, .format = SF_FORMAT_WAV | SF_FORMAT_PCM_16};
    SNDFILE *file = sf_open(scratch_path(path, folder, name), SFM_WRITE, &info);
    assert_non_null(file);
    for (int frame = 0; frame < seconds * SECOND; frame++) {
        short sample = frame / 100 % 2 ? 8000 : -8000;
        assert_int_equal(sf_write_short(file, &sample, 1), 1);
    }
    sf_close(file);
}

// Puts it into a folder, and has the settings name it.
static inline void put_speaking_script(const char *folder, struct settings *settings) {
    static const char script[] = "text=$(cat)\n"
                                 "case $text in\n"
                                 "*slow*) sleep 8 ;;\n"
                                 "*broken*) exit 3 ;;\n"
                                 "esac\n"
                                 "case $text in\n"
                                 "*long*) exec cat \"$1/3.wav\" ;;\n"
                                 "esac\n"
                                 "exec cat \"$1/1.wav\"\n";
    char path[SCRATCH_PATH_MAX];
    put_tone(folder, "1.wav", 1);
    put_tone(folder, "3.wav", 3);
    scratch_put(scratch_path(path, folder, "speak.sh"), script, sizeof script - 1);
    text_format(settings->voice_command, sizeof settings->voice_command, "sh %s %s", path, folder);
}
