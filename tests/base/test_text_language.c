// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "german.h"

static char folder[SCRATCH_PATH_MAX];

static void put_number(char **at, uint32_t number) {
    memcpy(*at, &number, sizeof number);
    *at += sizeof number;
}

// Writes a compiled catalogue as the GNU gettext manual describes it: a head of seven numbers, two
// tables of length and place, then the texts. Made here, because msgfmt may not be on the machine.
static void put_catalogue(const char *language) {
    static const struct {
        const char *text;
        size_t length;
    } texts[][2] = {
        {{"", 0},
         {"Language: de\nContent-Type: text/plain; charset=UTF-8\n"
          "Plural-Forms: nplurals=2; plural=(n != 1);\n",
          94}},
        {{"%lu breath\0%lu breaths", 22}, {"%lu Atemzug\0%lu Atemz\xC3\xBCge", 26}},
        {{"Quiet face", 10}, {"Ruhiges Gesicht", 15}},
        {{"open", 4},
         {"\xC3\xB6"
          "ffnen",
          7}},
        {{"state\4open", 10}, {"offen", 5}},
    };
    enum { COUNT = sizeof texts / sizeof *texts };
    char file[1024] = {0};
    char *at = file;
    put_number(&at, 0x950412DE);
    put_number(&at, 0);
    put_number(&at, COUNT);
    put_number(&at, 28);
    put_number(&at, 28 + COUNT * 8);
    put_number(&at, 0);
    put_number(&at, 28 + COUNT * 16);
    size_t place = 28 + (size_t)COUNT * 16;
    for (int column = 0; column < 2; column++) {
        for (int i = 0; i < COUNT; i++) {
            size_t length = texts[i][column].length;
            put_number(&at, (uint32_t)length);
            put_number(&at, (uint32_t)place);
            memcpy(file + place, texts[i][column].text, length);
            place += length + 1;
        }
    }
    char path[SCRATCH_PATH_MAX];
    char command[2 * SCRATCH_PATH_MAX];
    snprintf(command, sizeof command, "mkdir -p '%s/po/%s/LC_MESSAGES'", folder, language);
    assert_int_equal(system(command), 0);
    snprintf(command, sizeof command, "po/%s/LC_MESSAGES/repose.mo", language);
    scratch_put(scratch_path(path, folder, command), file, place);
}

// An environment that says nothing about language.
static int clear(void **state) {
    (void)state;
    static const char *const names[] = {"LANGUAGE",   "LC_ALL", "LC_MESSAGES", "LC_CTYPE",
                                        "LC_NUMERIC", "LANG",   "LOCPATH"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        unsetenv(names[i]);
    }
    setlocale(LC_ALL, "C");
    return 0;
}

static void use(const char *language) {
    char catalogues[SCRATCH_PATH_MAX];
    text_use_language(language, scratch_path(catalogues, folder, "po"));
    assert_string_equal(setlocale(LC_NUMERIC, NULL), "C");
}

static void without_an_environment_it_is_english(void **state) {
    (void)state;
    use(NULL);
    assert_string_equal(text_language(), "en");
    assert_string_equal(_("Quiet face"), "Quiet face");
    assert_string_equal(_(""), "");
    assert_string_equal(text_translate_count("one", "many", 1), "one");
    assert_string_equal(text_translate_count("one", "many", 0), "many");
}

static void a_locale_that_does_not_exist_is_english(void **state) {
    (void)state;
    setenv("LANG", "xx_YY.UTF-8", 1);
    use(NULL);
    assert_string_equal(text_language(), "en");
    assert_string_equal(_("Quiet face"), "Quiet face");
}

static void a_language_whose_locale_is_not_installed_is_still_spoken(void **state) {
    (void)state;
    setenv("LANG", "de_CH.UTF-8", 1);
    use(NULL);
    assert_string_equal(text_language(), "de");
    assert_string_equal(_("Quiet face"), "Ruhiges Gesicht");
    // What was asked for decides.
    clear(state);
    setenv("LANG", "de_CH.UTF-8", 1);
    use("en");
    assert_string_equal(text_language(), "en");
    assert_string_equal(_("Quiet face"), "Quiet face");
}

static void a_language_asked_for_needs_no_locale(void **state) {
    (void)state;
    setenv("LC_ALL", "xx_YY.UTF-8", 1);
    use("de");
    assert_string_equal(text_language(), "de");
    assert_string_equal(_("Quiet face"), "Ruhiges Gesicht");
    assert_string_equal(_("Not in the catalogue"), "Not in the catalogue");
    assert_string_equal(_(""), "");
    assert_string_equal(text_translate_count("%lu breath", "%lu breaths", 1), "%lu Atemzug");
    assert_string_equal(text_translate_count("%lu breath", "%lu breaths", 2), "%lu Atemzüge");
    // A word that means several things.
    assert_string_equal(_("open"), "öffnen");
    assert_string_equal(text_translate_sense("state", "open"), "offen");
    assert_string_equal(text_translate_sense("a shop", "open"), "open");
    // A country without a catalogue of its own takes its language's.
    use("de_AT");
    assert_string_equal(text_language(), "de");
    assert_string_equal(_("Quiet face"), "Ruhiges Gesicht");
}

static void english_asked_for_is_english_everywhere(void **state) {
    (void)state;
    german_make(folder);
    setlocale(LC_ALL, "C");
    setenv("LANG", "de_DE.UTF-8", 1);
    use("en");
    assert_string_equal(text_language(), "en");
    assert_string_equal(_("Quiet face"), "Quiet face");
}

static void no_language_is_taken_for_english(void **state) {
    (void)state;
    static const char *const wrong[] = {"", "xx", "d", "deu", "DE", "../de", "de/..", "tlh"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        use(wrong[i]);
        assert_string_equal(text_language(), "en");
        assert_string_equal(_("Quiet face"), "Quiet face");
    }
}

static void a_language_without_catalogue_is_still_known(void **state) {
    (void)state;
    // A routine may have texts in it, whatever the program itself was translated to.
    use("it");
    assert_string_equal(text_language(), "it");
    assert_string_equal(_("Quiet face"), "Quiet face");
}

static void a_german_environment_keeps_the_dot(void **state) {
    (void)state;
    german_make(folder);
    setlocale(LC_ALL, "C");
    setenv("LANG", "de_DE.UTF-8", 1);
    setenv("LC_NUMERIC", "de_DE.UTF-8", 1);
    use(NULL);
    assert_string_equal(setlocale(LC_MESSAGES, NULL), "de_DE.UTF-8");
    assert_string_equal(text_language(), "de");
    assert_string_equal(_("Quiet face"), "Ruhiges Gesicht");
    char number[16];
    text_format(number, sizeof number, "%.2f", 1.25);
    assert_string_equal(number, "1.25");
    assert_string_equal(localeconv()->decimal_point, ".");
}

static void the_list_of_languages_decides_first(void **state) {
    (void)state;
    german_make(folder);
    setlocale(LC_ALL, "C");
    setenv("LANG", "de_DE.UTF-8", 1);
    setenv("LANGUAGE", "fr:de", 1);
    use(NULL);
    assert_string_equal(text_language(), "fr");
    setenv("LANG", "C", 1);
    use(NULL);
    assert_string_equal(text_language(), "en");
}

static int begin(void **state) {
    (void)state;
    scratch_make(folder);
    put_catalogue("de");
    return 0;
}

static int end(void **state) {
    clear(state);
    scratch_remove(folder);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(without_an_environment_it_is_english, clear),
        cmocka_unit_test_setup(a_locale_that_does_not_exist_is_english, clear),
        cmocka_unit_test_setup(a_language_whose_locale_is_not_installed_is_still_spoken, clear),
        cmocka_unit_test_setup(a_language_asked_for_needs_no_locale, clear),
        cmocka_unit_test_setup(english_asked_for_is_english_everywhere, clear),
        cmocka_unit_test_setup(no_language_is_taken_for_english, clear),
        cmocka_unit_test_setup(a_language_without_catalogue_is_still_known, clear),
        cmocka_unit_test_setup(a_german_environment_keeps_the_dot, clear),
        cmocka_unit_test_setup(the_list_of_languages_decides_first, clear),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
