// SPDX-License-Identifier: MIT
#include "sound/speech_command.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/memory.h"
#include "base/text.h"
#include "scratch.h"
#include "seed.h"
#include "sound/speech_voices.h"
#include "sound/speech_wav.h"

// A command as words, and the WAV that comes from one.

static const struct {
    const char *text;
    const char *words[6];
} split[] = {
    {"flite", {"flite"}},
    {"  a\tb \n c  ", {"a", "b", "c"}},
    {"say 'two words' \"and two\"", {"say", "two words", "and two"}},
    {"a '' \"\" b", {"a", "", "", "b"}},
    {"x'y z'\"1 2\"w", {"xy z1 2w"}},
    {"a\\ b \\' \\\" \\\\", {"a b", "'", "\"", "\\"}},
    {"\"a \\\" b\" 'c \\ d'", {"a \" b", "c \\ d"}},
    {"$HOME `id` ; | > *", {"$HOME", "`id`", ";", "|", ">", "*"}},
    {"end\\", {"end\\"}},
};

static void words_are_split_as_quotes_say(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof split / sizeof *split; i++) {
        struct speech_command command = {0};
        struct error err = {0};
        assert_true(speech_command_split(split[i].text, &command, &err));
        int count = 0;
        for (; command.words[count]; count++) {
            assert_true(count < 6 && split[i].words[count]);
            assert_string_equal(command.words[count], split[i].words[count]);
        }
        assert_true(count == 6 || !split[i].words[count]);
        assert_false(command.takes_text || command.takes_out);
        speech_words_free(command.words);
    }
}

static void what_is_no_command_is_refused(void **state) {
    (void)state;
    char long_one[2 * SPEECH_WORDS_MAX + 3];
    for (int i = 0; i <= SPEECH_WORDS_MAX; i++) {
        memcpy(long_one + 2 * i, "a ", 3);
    }
    const struct {
        const char *text, *says;
    } wrong[] = {{"", "empty"},
                 {" \t", "empty"},
                 {"a 'b", "not closed"},
                 {"\"", "not closed"},
                 {"a \"b\\\"", "not closed"},
                 {long_one, "more than 64"}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct speech_command command = {0};
        struct error err = {0};
        assert_false(speech_command_split(wrong[i].text, &command, &err));
        assert_null(command.words);
        assert_non_null(strstr(err.text, wrong[i].says));
    }
    struct speech_command command = {0};
    struct error err = {0};
    long_one[2 * SPEECH_WORDS_MAX] = '\0';
    assert_true(speech_command_split(long_one, &command, &err));
    assert_string_equal(command.words[SPEECH_WORDS_MAX - 1], "a");
    speech_words_free(command.words);
}

static void places_are_filled_within_their_words(void **state) {
    (void)state;
    static const char *const wanted[] = {
        "p", "x=a \"b\" {out};/tmp/o", " -v", "pt-br/pt-br", "{txt}{", NULL};
    struct speech_command command = {0};
    struct error err = {0};
    assert_true(
        speech_command_split("p x={text};{out} {text} {lang}/{lang} {txt}{", &command, &err));
    assert_true(command.takes_text && command.takes_out);
    struct speech_filling filling = {.text = "a \"b\" {out}", .out = "/tmp/o", .language = "pt_BR"};
    char **words = speech_command_fill(&command, &filling);
    for (int i = 0; wanted[i]; i++) {
        // A text in the place of a whole word, which is an option or not.
        assert_string_equal(words[i], i == 2 ? filling.text : wanted[i]);
    }
    speech_words_free(words);
    filling.text = "-v";
    words = speech_command_fill(&command, &filling);
    assert_string_equal(words[1], "x=-v;/tmp/o");
    assert_string_equal(words[2], wanted[2]);
    assert_null(words[5]);
    speech_words_free(words);
    speech_words_free(command.words);
}

static void put_program(const char *folder, const char *name) {
    char path[SCRATCH_PATH_MAX];
    scratch_put(scratch_path(path, folder, name), "#!/bin/sh\n", 10);
    chmod(path, 0755);
}

static bool usual_is(const char *language, const char *program) {
    const char *usual = speech_voice_command(language, NULL);
    return program ? usual && strncmp(usual, program, strlen(program)) == 0 : !usual;
}

static void the_usual_command_is_by_language_and_what_is_installed(void **state) {
    (void)state;
    char folder[SCRATCH_PATH_MAX];
    char *before = memory_text(getenv("PATH"));
    setenv("PATH", scratch_make(folder), 1);
    bool none = usual_is("en", NULL) && usual_is("de", NULL);
    put_program(folder, "espeak-ng");
    bool one = usual_is("en", "espeak-ng ") && usual_is("de", "espeak-ng ");
    put_program(folder, "flite");
    bool both = usual_is("en", "flite ") && usual_is("en_GB", "flite ") &&
                usual_is("de", "espeak-ng ") && usual_is("enm", "espeak-ng ");
    setenv("PATH", before, 1);
    memory_free(before);
    scratch_remove(folder);
    assert_true(none);
    assert_true(one);
    assert_true(both);
}

enum { HEAD = 44, SOUND = 1000 };

static void put_32(char *to, uint32_t value) {
    for (int i = 0; i < 4; i++) {
        to[i] = (char)(value >> 8 * i & 0xff);
    }
}

static uint32_t get_32(const char *from) {
    uint32_t value = 0;
    for (int i = 0; i < 4; i++) {
        value |= (uint32_t)(unsigned char)from[i] << 8 * i;
    }
    return value;
}

static void make_wav(char wav[HEAD + SOUND], uint32_t told) {
    memset(wav, 1, HEAD + SOUND);
    memcpy(wav, "RIFF....WAVEfmt ", 16);
    put_32(wav + 4, told);
    put_32(wav + 16, 16);
    memcpy(wav + 36, "data", 4);
    put_32(wav + 40, told);
}

static void a_broken_length_is_made_right(void **state) {
    (void)state;
    static const uint32_t told[] = {0, 0x7ffff000, UINT32_MAX, SOUND, SOUND + 1, 0x80000000};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        char wav[HEAD + SOUND];
        struct error err = {0};
        make_wav(wav, told[i]);
        assert_true(speech_wav_repair(wav, sizeof wav, &err));
        assert_int_equal(get_32(wav + 4), HEAD + SOUND - 8);
        assert_int_equal(get_32(wav + 40), SOUND);
    }
    char wav[HEAD + SOUND];
    struct error err = {0};
    make_wav(wav, SOUND - 100); // what stands behind the sound stays apart
    assert_true(speech_wav_repair(wav, sizeof wav, &err));
    assert_int_equal(get_32(wav + 40), SOUND - 100);
}

// Bytes at random, from none to a header with another chunk in it: refused, or with lengths that
// stay inside.
static void no_bytes_lead_outside(void **state) {
    (void)state;
    uint64_t seed = seed_new();
    for (int turn = 0; turn < 20000; turn++) {
        char wav[HEAD + SOUND];
        struct error err = {0};
        make_wav(wav, SOUND);
        for (int change = 0; change < 6; change++) {
            seed_next(&seed);
            wav[8 + (seed >> 33) % 60] = (char)(seed >> 56);
        }
        size_t length = (size_t)(seed >> 20) % sizeof wav + 1;
        char *exact = memory_new(length, 1); // so that a sanitizer sees one byte too far
        memcpy(exact, wav, length);
        if (speech_wav_repair(exact, length, &err)) {
            assert_int_equal(get_32(exact + 4), length - 8);
        }
        memory_free(exact);
    }
}

int main(void) {
    const struct CMUnitTest cases[] = {
        cmocka_unit_test(words_are_split_as_quotes_say),
        cmocka_unit_test(what_is_no_command_is_refused),
        cmocka_unit_test(places_are_filled_within_their_words),
        cmocka_unit_test(the_usual_command_is_by_language_and_what_is_installed),
        cmocka_unit_test(a_broken_length_is_made_right),
        cmocka_unit_test(no_bytes_lead_outside),
    };
    return cmocka_run_group_tests(cases, NULL, NULL);
}
