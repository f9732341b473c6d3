// SPDX-License-Identifier: MIT
// wrap: process_find

#include "sound/speech_voices.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/memory.h"
#include "base/process.h"
#include "sound/speech.h"
#include "sound/speech_command.h"

// Which voices there are, by what is installed.

static const char *installed; // names with blanks around them

bool __wrap_process_find(const char *program);
bool __wrap_process_find(const char *program) {
    const char *at = strstr(installed, program);
    return at && at[strlen(program)] == ' ';
}

static const struct row {
    const char *installed, *language, *wanted, *name; // NULL: none speaks
} rows[] = {
    {" flite espeak-ng ", "en", NULL, "flite-slt"},
    {" flite espeak-ng ", "en_GB", "usual", "flite-slt"},
    {" flite espeak-ng ", "en", "flite-rms", "flite-rms"},
    {" flite espeak-ng ", "en", "espeak-ng", "espeak-ng"},
    {" flite espeak-ng ", "en", "somebody", "flite-slt"},
    {" espeak-ng ", "en", "flite-rms", "espeak-ng"},
    // flite has no other language.
    {" flite espeak-ng ", "de", "flite-rms", "espeak-ng"},
    {" flite espeak-ng ", "de", "espeak-ng-f3", "espeak-ng-f3"},
    {" flite ", "de", NULL, NULL},
    {" flite ", "eng", NULL, NULL},
    {" ", "en", "flite-slt", NULL},
};

static const char *command_of(const char *name) {
    static const char *const installed_all = " flite espeak-ng ";
    const struct speech_voice *voices[SPEECH_VOICES_MAX];
    installed = installed_all;
    int count = speech_voices("en", voices);
    for (int i = 0; i < count; i++) {
        if (strcmp(voices[i]->name, name) == 0) {
            return voices[i]->command;
        }
    }
    return NULL;
}

static void a_voice_is_found_by_language_and_name(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *wanted = rows[i].name ? command_of(rows[i].name) : NULL;
        installed = rows[i].installed;
        const char *got = speech_voice_command(rows[i].language, rows[i].wanted);
        if (got != wanted) {
            fail_msg("row %zu: %s", i, got ? got : "none");
        }
    }
}

// Another name is another voice, and each is a command that can be read.
static void each_voice_is_another(void **state) {
    (void)state;
    const struct speech_voice *voices[SPEECH_VOICES_MAX];
    installed = " flite espeak-ng ";
    int count = speech_voices("en", voices);
    assert_int_equal(count, 7);
    for (int i = 0; i < count; i++) {
        struct speech_command command = {0};
        struct error err = {0};
        assert_true(speech_command_split(voices[i]->command, &command, &err));
        speech_words_free(command.words);
        for (int j = 0; j < i; j++) {
            assert_string_not_equal(voices[i]->name, voices[j]->name);
            assert_string_not_equal(voices[i]->command, voices[j]->command);
        }
    }
    assert_int_equal(speech_voices("de", voices), 3);
}

static enum speech_kind kind(const char *voice, const char *language) {
    return speech_kind_found(&(struct speech_options){.voice = voice, .language = language});
}

static void rules_alone_are_known(void **state) {
    (void)state;
    installed = " flite espeak-ng ";
    assert_int_equal(kind("usual", "en"), SPEECH_NATURAL);
    assert_int_equal(kind("flite-kal", "en"), SPEECH_NATURAL);
    assert_int_equal(kind("espeak-ng-f3", "en"), SPEECH_FORMANT);
    assert_int_equal(kind(NULL, "de"), SPEECH_FORMANT);
    assert_int_equal(kind(NULL, NULL), SPEECH_NATURAL);
    installed = " ";
    assert_int_equal(kind(NULL, "en"), SPEECH_NONE);
}

static void without_a_program_recordings_are_left(void **state) {
    (void)state;
    installed = " flite espeak-ng ";
    struct speech *speech =
        speech_open(&(struct speech_options){.language = "en", .recordings_alone = true});
    assert_int_equal(speech_kind(speech), SPEECH_NONE);
    speech_close(speech);
    speech = speech_open(&(struct speech_options){.language = "en", .voice = "espeak-ng"});
    assert_int_equal(speech_kind(speech), SPEECH_FORMANT);
    speech_close(speech);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_voice_is_found_by_language_and_name),
        cmocka_unit_test(each_voice_is_another),
        cmocka_unit_test(rules_alone_are_known),
        cmocka_unit_test(without_a_program_recordings_are_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
