// SPDX-License-Identifier: MIT
#include "run/voice_use.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/text.h"

// Whether the words of a session are heard: by what she set, by what is installed.

static const struct row {
    const char *voice;
    bool spoken;
    const char *command, *name;
    enum speech_kind kind;
    enum voice_because because;
    enum voice_use use;
} rows[] = {
    {"auto", false, "", "usual", SPEECH_NATURAL, VOICE_A_PERSONS, VOICE_USE_ALL},
    {"auto", false, "", "usual", SPEECH_FORMANT, VOICE_FORMANT, VOICE_USE_RECORDED},
    {"auto", false, "", "usual", SPEECH_NONE, VOICE_MISSING, VOICE_USE_ALL},
    // Who listens to the whole window wants words whatever they sound like.
    {"auto", true, "", "usual", SPEECH_FORMANT, VOICE_ALOUD, VOICE_USE_ALL},
    {"auto", true, "", "usual", SPEECH_NATURAL, VOICE_ALOUD, VOICE_USE_ALL},
    // A voice that was named is asked for.
    {"auto", false, "espeak-ng {text}", "usual", SPEECH_FORMANT, VOICE_CHOSEN, VOICE_USE_ALL},
    {"auto", false, "", "espeak-ng-f3", SPEECH_FORMANT, VOICE_CHOSEN, VOICE_USE_ALL},
    {"auto", false, "", "flite-rms", SPEECH_NATURAL, VOICE_CHOSEN, VOICE_USE_ALL},
    {"on", false, "", "usual", SPEECH_FORMANT, VOICE_SET_ON, VOICE_USE_ALL},
    {"on", true, "", "usual", SPEECH_NONE, VOICE_SET_ON, VOICE_USE_ALL},
    // "Off" is her own word, even where the window is read aloud.
    {"off", false, "", "usual", SPEECH_NATURAL, VOICE_SET_OFF, VOICE_USE_NONE},
    {"off", true, "mine", "flite-rms", SPEECH_NATURAL, VOICE_SET_OFF, VOICE_USE_NONE},
};

static void words_are_heard_where_they_are_wanted(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct row *row = &rows[i];
        struct settings settings = settings_default();
        struct error err = {0};
        assert_true(settings_set(&settings, "voice", row->voice, &err));
        assert_true(settings_set(&settings, "voice_command", row->command, &err));
        assert_true(settings_set(&settings, "voice_name", row->name, &err));
        settings.spoken = row->spoken;
        enum voice_because because = voice_because(&settings, row->kind);
        if (because != row->because || voice_use(because) != row->use) {
            fail_msg("row %zu: %d, %d", i, (int)because, (int)voice_use(because));
        }
    }
}

static void nobody_has_chosen_at_first(void **state) {
    (void)state;
    const struct settings settings = settings_default();
    assert_int_equal(voice_because(&settings, SPEECH_FORMANT), VOICE_FORMANT);
    assert_int_equal(voice_because(&settings, SPEECH_NATURAL), VOICE_A_PERSONS);
}

// What a program is told by its name.
static void a_command_tells_its_kind(void **state) {
    (void)state;
    struct settings settings = settings_default();
    text_copy(settings.voice_command, sizeof settings.voice_command, "/bin/sh -c 'cat said.wav'");
    assert_int_equal(voice_kind(&settings, "de"), SPEECH_NATURAL);
    text_copy(settings.voice_command, sizeof settings.voice_command, "no-such-program {text}");
    assert_int_equal(voice_kind(&settings, "de"), SPEECH_NONE);
    text_copy(settings.voice_command, sizeof settings.voice_command, "sh 'open");
    assert_int_equal(voice_kind(&settings, "de"), SPEECH_NONE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_heard_where_they_are_wanted),
        cmocka_unit_test(nobody_has_chosen_at_first),
        cmocka_unit_test(a_command_tells_its_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
