// SPDX-License-Identifier: MIT
#include <string.h>

#include "base/text.h"

// Letters with marks as their plain ones, U+00C0 to U+017F in order, so that who types "ubung"
// finds "Übung". "" takes nothing over: signs that are no letters.
static const char latin[][3] = {
    // U+00C0
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", //
    "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "ss", //
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", //
    "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "y",  //
    // U+0100
    "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",   //
    "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",   //
    "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i",   //
    "i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l", //
    "l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o",   //
    "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s", //
    "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",   //
    "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",   //
};
enum { LATIN_FIRST = 0xC0, LATIN_END = 0x180 };
_Static_assert(sizeof latin / sizeof *latin == LATIN_END - LATIN_FIRST, "a row for each letter");

struct pair {
    uint32_t from, to;
};

// Greek and Cyrillic letters with marks, and the sigma that ends a word.
static const struct pair pairs[] = {
    {0x0386, 0x03B1}, {0x0388, 0x03B5}, {0x0389, 0x03B7}, {0x038A, 0x03B9}, {0x038C, 0x03BF},
    {0x038E, 0x03C5}, {0x038F, 0x03C9}, {0x0390, 0x03B9}, {0x03AA, 0x03B9}, {0x03AB, 0x03C5},
    {0x03AC, 0x03B1}, {0x03AD, 0x03B5}, {0x03AE, 0x03B7}, {0x03AF, 0x03B9}, {0x03B0, 0x03C5},
    {0x03C2, 0x03C3}, {0x03CA, 0x03B9}, {0x03CB, 0x03C5}, {0x03CC, 0x03BF}, {0x03CD, 0x03C5},
    {0x03CE, 0x03C9}, {0x0401, 0x0435}, {0x0419, 0x0438}, {0x0439, 0x0438}, {0x0451, 0x0435},
};

static uint32_t other_script(uint32_t code) {
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (pairs[i].from == code) {
            return pairs[i].to;
        }
    }
    bool greek = code >= 0x0391 && code <= 0x03A9;
    bool cyrillic = code >= 0x0410 && code <= 0x042F;
    if (greek || cyrillic) {
        return code + 0x20;
    }
    return code >= 0x0400 && code <= 0x040F ? code + 0x50 : code;
}

static bool is_dropped(uint32_t code) {
    bool mark = code >= 0x0300 && code <= 0x036F;
    bool soft_hyphen = code == 0xAD;
    bool dash_or_quote = code >= 0x2010 && code <= 0x201F;
    return mark || soft_hyphen || dash_or_quote || text_is_control(code);
}

static void add_ascii(struct text_builder *to, char letter) {
    bool capital = letter >= 'A' && letter <= 'Z';
    bool plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    char low = (char)(capital ? letter + ('a' - 'A') : letter);
    if (capital || plain || letter == ' ') {
        text_add_bytes(to, &low, 1);
    }
}

// Only the scripts of `pairs`, all of two bytes, come here changed.
static void add_code(struct text_builder *to, uint32_t code, const char *bytes, size_t length) {
    uint32_t folded = other_script(code);
    if (folded == code) {
        text_add_bytes(to, bytes, length);
        return;
    }
    const char both[] = {(char)(0xC0 | folded >> 6), (char)(0x80 | (folded & 0x3F))};
    text_add_bytes(to, both, sizeof both);
}

void text_fold(struct text_builder *to, const char *text) {
    size_t length = strlen(text);
    size_t at = 0;
    while (at < length) {
        uint32_t code = 0;
        size_t step = text_character(text + at, length - at, &code);
        if (step == 0) {
            step = 1; // what is no character matches nothing
        } else if (code == '\t' || code == '\n' || code == 0xA0) {
            add_ascii(to, ' ');
        } else if (code < 0x80) {
            add_ascii(to, (char)code);
        } else if (code >= LATIN_FIRST && code < LATIN_END) {
            text_add(to, latin[code - LATIN_FIRST]);
        } else if (!is_dropped(code)) {
            add_code(to, code, text + at, step);
        }
        at += step;
    }
    text_add(to, "");
}
