// SPDX-License-Identifier: MIT
#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

#define DOMAIN "repose"

// The codes of ISO 639-1, two letters and a zero each, in order. Answers of text_language point
// into it, so that no state has to be kept beside that of the C library.
static const char codes[] =
    "aa\0ab\0ae\0af\0ak\0am\0an\0ar\0as\0av\0ay\0az\0ba\0be\0bg\0bi\0bm\0bn\0bo\0br\0bs\0ca\0ce\0"
    "ch\0co\0cr\0cs\0cu\0cv\0cy\0da\0de\0dv\0dz\0ee\0el\0en\0eo\0es\0et\0eu\0fa\0ff\0fi\0fj\0fo\0"
    "fr\0fy\0ga\0gd\0gl\0gn\0gu\0gv\0ha\0he\0hi\0ho\0hr\0ht\0hu\0hy\0hz\0ia\0id\0ie\0ig\0ii\0ik\0"
    "io\0is\0it\0iu\0ja\0jv\0ka\0kg\0ki\0kj\0kk\0kl\0km\0kn\0ko\0kr\0ks\0ku\0kv\0kw\0ky\0la\0lb\0"
    "lg\0li\0ln\0lo\0lt\0lu\0lv\0mg\0mh\0mi\0mk\0ml\0mn\0mr\0ms\0mt\0my\0na\0nb\0nd\0ne\0ng\0nl\0"
    "nn\0no\0nr\0nv\0ny\0oc\0oj\0om\0or\0os\0pa\0pi\0pl\0ps\0pt\0qu\0rm\0rn\0ro\0ru\0rw\0sa\0sc\0"
    "sd\0se\0sg\0si\0sk\0sl\0sm\0sn\0so\0sq\0sr\0ss\0st\0su\0sv\0sw\0ta\0te\0tg\0th\0ti\0tk\0tl\0"
    "tn\0to\0tr\0ts\0tt\0tw\0ty\0ug\0uk\0ur\0uz\0ve\0vi\0vo\0wa\0wo\0xh\0yi\0yo\0za\0zh\0zu\0";

// The code with which a name such as "de", "de_AT.UTF-8" or "de:en" begins, or NULL.
static const char *code_of(const char *name) {
    size_t letters = strspn(name, "abcdefghijklmnopqrstuvwxyz");
    if (letters != 2 || (name[2] != '\0' && !strchr("_-.@:", name[2]))) {
        return NULL;
    }
    for (const char *code = codes; *code; code += 3) {
        if (code[0] == name[0] && code[1] == name[1]) {
            return code;
        }
    }
    return NULL;
}

const char *text_translate(const char *text) {
    // The empty text stands for a catalogue's header in gettext.
    return text[0] ? gettext(text) : text;
}

const char *text_translate_count(const char *one, const char *many, unsigned long count) {
    return ngettext(one, many, count);
}

const char *text_translate_sense(const char *sense, const char *word) {
    enum { ENTRY_MAX = 128 };
    char entry[ENTRY_MAX];
    // As compiled catalogues keep it: the context, a sign that no text has, the word.
    text_format(entry, sizeof entry, "%s\004%s", sense, word);
    const char *found = gettext(entry);
    return found == entry ? word : found; // gettext gives back what it has nothing for
}

static bool is_plain(const char *locale) {
    return !locale || strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0;
}

// Any locale in UTF-8.
static void take_any_characters(void) {
    static const char *const names[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (setlocale(LC_CTYPE, names[i])) {
            return;
        }
    }
}

// gettext leaves its catalogues closed while the locale is plain "C", and from glibc 2.39 on while
// it is C.UTF-8. In any other the variable LANGUAGE decides; the language's own comes first because
// some C libraries know no such variable.
static void take_any_messages(const char *code) {
    char own[] = "xx_XX.UTF-8";
    memcpy(own, code, 2);
    own[3] = (char)(code[0] - 'a' + 'A');
    own[4] = (char)(code[1] - 'a' + 'A');
    const char *const names[] = {own,           "en_US.UTF-8", "en_GB.UTF-8", "de_DE.UTF-8",
                                 "fr_FR.UTF-8", "es_ES.UTF-8", "C.UTF-8",     "C.utf8"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (setlocale(LC_MESSAGES, names[i])) {
            return;
        }
    }
}

// The language that the environment names by a locale which is not installed, or NULL.
static const char *language_without_locale(void) {
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    const char *list = getenv("LANGUAGE");
    if (list && *list) {
        return NULL;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && *value) {
            return code_of(value);
        }
    }
    return NULL;
}

void text_use_language(const char *language, const char *folder) {
    if (is_plain(setlocale(LC_CTYPE, ""))) {
        take_any_characters();
    }
    const char *messages = setlocale(LC_MESSAGES, "");
    if (!messages && !language) {
        language = language_without_locale();
    }
    if (language) {
        const char *code = code_of(language);
        if (is_plain(messages)) {
            take_any_messages(code ? code : "en");
        }
        setenv("LANGUAGE", code ? language : "en", 1);
    }
    setlocale(LC_NUMERIC, "C");
    bindtextdomain(DOMAIN, folder);
    bind_textdomain_codeset(DOMAIN, "UTF-8");
    textdomain(DOMAIN);
}

const char *text_language(void) {
    const char *messages = setlocale(LC_MESSAGES, NULL);
    const char *code = NULL;
    if (!is_plain(messages)) {
        const char *wanted = getenv("LANGUAGE");
        code = code_of(wanted && wanted[0] ? wanted : messages);
    }
    return code ? code : "en";
}
