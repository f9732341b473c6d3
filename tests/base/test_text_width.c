// SPDX-License-Identifier: MIT
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void columns_are_those_of_a_terminal(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int columns;
    } cases[] = {
        {"", 0},
        {"Quiet face", 10},
        {"Schläfe", 7},
        {"Schla\u0308fe", 7},           // a with a combining mark
        {"Тик", 3},                     // Cyrillic
        {"שלום", 4},                    // Hebrew
        {"שָׁלוֹם", 4},                    // with points
        {"عَيْن", 3},                     // Arabic with vowels
        {"眼睑痉挛", 8},                // Han
        {"まぶた", 6},                  // hiragana
        {"がん", 4},                    // precomposed
        {"か\u3099ん", 4},              // the same with a combining mark
        {"눈꺼풀", 6},                  // Hangul syllables
        {"\u1112\u1161\u11AB", 2},      // one syllable of three Jamo
        {"ｱｲ", 2},                      // half-width katakana
        {"Ａ１", 4},                    // full-width Latin
        {"ตา\u0E49", 2},                // Thai with a tone mark
        {"आँख", 2},                      // Devanagari: two letters, one with a sign above
        {"\U0001F642", 2},              // emoji
        {"\U0001F44D\U0001F3FD", 2},    // with a skin tone
        {"a\u200Bb\u200Dc", 3},         // zero width space and joiner
        {"a\xFFz", 3},                  // a byte that is no character shows as one mark
        {"\u2013 \u2026 \u00B7", 5},    // punctuation of the program's own texts
        {"\u25CF\u25CB\u2588\u2591", 4} // marks of a progress bar
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (text_columns(cases[i].text) != cases[i].columns) {
            fail_msg("\"%s\" takes %d columns, not %d", cases[i].text, cases[i].columns,
                     text_columns(cases[i].text));
        }
    }
}

static int columns_of(uint32_t code) {
    char bytes[5] = {0};
    size_t length = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = length; i-- > 1;) {
        bytes[i] = (char)(0x80 | (code & 0x3F));
        code >>= 6;
    }
    bytes[0] = (char)(leads[length] | code);
    return text_columns(bytes);
}

// A table out of order would lose ranges in the search; whole blocks show it.
static void whole_blocks_have_one_width(void **state) {
    (void)state;
    static const struct {
        uint32_t first, last;
        int columns;
    } blocks[] = {
        {0x20, 0x7E, 1},       {0xA1, 0xAC, 1},       {0x100, 0x2FF, 1},     {0x300, 0x36F, 0},
        {0x370, 0x377, 1},     {0x400, 0x482, 1},     {0x5D0, 0x5EA, 1},     {0x620, 0x64A, 1},
        {0x904, 0x939, 1},     {0xE01, 0xE30, 1},     {0x10A0, 0x10FF, 1},   {0x1100, 0x115F, 2},
        {0x1E00, 0x1FFF, 1},   {0x2010, 0x2027, 1},   {0x2190, 0x2319, 1},   {0x2500, 0x25FC, 1},
        {0x2800, 0x28FF, 1},   {0x3041, 0x3098, 2},   {0x30A0, 0x30FF, 2},   {0x3400, 0x4DBF, 2},
        {0x4E00, 0x9FFF, 2},   {0xAC00, 0xD7A3, 2},   {0xE000, 0xF8FF, 1},   {0xF900, 0xFAFF, 2},
        {0xFE00, 0xFE0F, 0},   {0xFF01, 0xFF60, 2},   {0xFF61, 0xFFDC, 1},   {0x1D400, 0x1D7FF, 1},
        {0x1F600, 0x1F64F, 2}, {0x1F3FB, 0x1F3FF, 0}, {0x1F900, 0x1F90B, 1}, {0x20000, 0x2FFFD, 2},
        {0xE0100, 0xE01EF, 0}, {0xF0000, 0xF1000, 1},
    };
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        for (uint32_t code = blocks[i].first; code <= blocks[i].last; code++) {
            if (columns_of(code) != blocks[i].columns) {
                fail_msg("U+%04X takes %d columns", (unsigned)code, blocks[i].columns);
            }
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_those_of_a_terminal),
        cmocka_unit_test(whole_blocks_have_one_width),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
