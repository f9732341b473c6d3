// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "seed.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

static uint64_t random_state;

static uint64_t random_next(void) {
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return random_state;
}

// REPOSE_SEED=N repeats a run.
static void random_begin(void) {
    random_state = seed_new();
}

// Writes a code point by the book, without asking the code under test.
static size_t encode(uint32_t code, char to[4]) {
    if (code < 0x80) {
        to[0] = (char)code;
        return 1;
    }
    size_t length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = length - 1; i > 0; i--) {
        to[i] = (char)(0x80 | (code & 0x3F));
        code >>= 6;
    }
    to[0] = (char)((length == 2 ? 0xC0 : length == 3 ? 0xE0 : 0xF0) | code);
    return length;
}

static bool is_surrogate(uint32_t code) {
    return code >= 0xD800 && code <= 0xDFFF;
}

static void every_character_is_read_back(void **state) {
    (void)state;
    for (uint32_t code = 0; code <= 0x110FFF; code++) {
        char bytes[4];
        size_t length = encode(code, bytes);
        uint32_t got = UINT32_MAX;
        size_t step = text_character(bytes, length, &got);
        if (is_surrogate(code) || code > 0x10FFFF) {
            assert_int_equal(step, 0);
            continue;
        }
        assert_int_equal(step, length);
        assert_int_equal(got, code);
        // One byte fewer is never a character.
        assert_int_equal(text_character(bytes, length - 1, &got), 0);
    }
}

// Of all pairs of bytes exactly the 128 * 128 of ASCII and the 1920 two-byte characters are valid.
static void pairs_of_bytes_are_valid_when_the_standard_says_so(void **state) {
    (void)state;
    int valid = 0;
    for (int first = 0; first < 256; first++) {
        for (int second = 0; second < 256; second++) {
            char pair[2] = {(char)first, (char)second};
            valid += text_valid(pair, 2) == 2;
        }
    }
    assert_int_equal(valid, 128 * 128 + 1920);
}

static void malformed_texts_are_found_where_they_begin(void **state) {
    (void)state;
    static const struct {
        const char *bytes;
        size_t length;
        size_t valid;
    } cases[] = {
        {"", 0, 0},
        {"abc", 3, 3},
        {"a\0b", 3, 3},
        {"ab\xFF", 3, 2},
        {"\xC0\x80", 2, 0},             // overlong zero
        {"\xC1\xBF", 2, 0},             // overlong DEL
        {"\xE0\x9F\xBF", 3, 0},         // overlong three
        {"\xF0\x8F\xBF\xBF", 4, 0},     // overlong four
        {"\xED\xA0\x80", 3, 0},         // first surrogate
        {"\xED\xBF\xBF", 3, 0},         // last surrogate
        {"\xED\x9F\xBF", 3, 3},         // the character before them
        {"\xEE\x80\x80", 3, 3},         // and behind
        {"\xF4\x8F\xBF\xBF", 4, 4},     // U+10FFFF
        {"\xF4\x90\x80\x80", 4, 0},     // one beyond
        {"\xF8\x88\x80\x80\x80", 5, 0}, // five bytes
        {"x\x80", 2, 1},                // a continuation alone
        {"x\xE2\x82", 3, 1},            // an end too early
        {"x\xE2\x82y", 4, 1},           // a character broken off
        {"\xE2\x82\xAC", 3, 3},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(text_valid(cases[i].bytes, cases[i].length), cases[i].valid);
    }
}

// Fills `text` with up to `count` random characters of all lengths; no zero among them.
static void random_text(char *text, size_t count) {
    static const uint32_t ends[] = {0x7F, 0x7FF, 0xFFFF, 0x10FFFF};
    size_t length = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t code = (uint32_t)(random_next() % ends[random_next() % 4]) + 1;
        length += encode(is_surrogate(code) ? 'x' : code, text + length);
    }
    text[length] = '\0';
}

// The longest start of `text` of whole characters that leaves a byte for the zero.
static size_t longest_start(const char *text, size_t size) {
    size_t length = strlen(text);
    size_t at = 0;
    for (;;) {
        size_t next = at + 1;
        while (next < length && ((unsigned char)text[next] & 0xC0) == 0x80) {
            next++;
        }
        if (at >= length || next > size - 1) {
            return at;
        }
        at = next;
    }
}

static void cutting_never_splits_a_character(void **state) {
    (void)state;
    random_begin();
    for (int round = 0; round < 20000; round++) {
        char text[4 * 24 + 1] = {0};
        random_text(text, random_next() % 24);
        size_t size = random_next() % (sizeof text + 4) + 1;
        size_t expected = longest_start(text, size);
        char formatted[sizeof text + 8];
        char copied[sizeof text + 8];
        memset(formatted, 0x55, sizeof formatted);
        memset(copied, 0x55, sizeof copied);
        bool whole = strlen(text) < size;
        assert_int_equal(text_format(formatted, size, "%s", text), whole);
        assert_int_equal(text_copy(copied, size, text), whole);
        assert_int_equal(strlen(formatted), expected);
        assert_int_equal(strlen(copied), expected);
        assert_memory_equal(formatted, text, expected);
        assert_memory_equal(copied, text, expected);
        // Nothing is written behind the place.
        assert_int_equal(formatted[size], 0x55);
        assert_int_equal(copied[size], 0x55);
    }
}

static void formats_fill_to_the_last_byte(void **state) {
    (void)state;
    char place[6];
    assert_true(text_format(place, sizeof place, "%d-%s", 12, "ab"));
    assert_string_equal(place, "12-ab");
    assert_false(text_format(place, sizeof place, "%d-%s", 12, "abc"));
    assert_string_equal(place, "12-ab");
    assert_false(text_format(place, 1, "x"));
    assert_string_equal(place, "");
    assert_true(text_format(place, 1, "%s", ""));
    assert_true(text_copy(place, 6, "12345"));
    assert_true(text_copy(place, 6, place + 2));
    assert_string_equal(place, "345");
}

static void controls_are_those_of_the_list(void **state) {
    (void)state;
    int count = 0;
    for (uint32_t code = 0; code <= 0x10FFFF; code++) {
        count += text_is_control(code);
    }
    // C0 32, DEL and C1 33, two marks, five embeddings, four isolates, one byte order mark.
    assert_int_equal(count, 32 + 33 + 2 + 5 + 4 + 1);
    static const uint32_t controls[] = {0,      0x1B,   0x1F,   0x7F,   0x80,   0x9B,   0x9F,
                                        0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069, 0xFEFF};
    for (size_t i = 0; i < sizeof controls / sizeof *controls; i++) {
        assert_true(text_is_control(controls[i]));
    }
    static const uint32_t plain[] = {' ', '~', 0xA0, 0x200D, 0x2010, 0x202F, 0x2065, 0x206A};
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        assert_false(text_is_control(plain[i]));
    }
}

static void lengths_count_characters(void **state) {
    (void)state;
    assert_int_equal(text_length(""), 0);
    assert_int_equal(text_length("Lidschluss"), 10);
    assert_int_equal(text_length("Mundäste"), 8);
    assert_int_equal(text_length("眼睑痉挛"), 4);
    assert_int_equal(text_length("e\u0301"), 2);
    assert_int_equal(text_length("\U0001F642"), 1);
}

static void builders_hold_all_that_was_added(void **state) {
    (void)state;
    random_begin();
    struct text_builder builder = {0};
    char expected[20000];
    size_t length = 0;
    text_add(&builder, "");
    assert_string_equal(builder.text, "");
    for (int i = 0; i < 1000; i++) {
        char piece[4 * 4 + 1];
        random_text(piece, random_next() % 4);
        switch (random_next() % 3) {
        case 0:
            text_add(&builder, piece);
            break;
        case 1:
            text_add_bytes(&builder, piece, strlen(piece));
            break;
        default:
            text_add_format(&builder, "%s%s", piece, "");
        }
        memcpy(expected + length, piece, strlen(piece) + 1);
        length += strlen(piece);
        assert_int_equal(builder.length, length);
    }
    assert_string_equal(builder.text, expected);
    text_builder_free(&builder);
    assert_null(builder.text);
    text_add_format(&builder, "%0500d", 7);
    assert_int_equal(builder.length, 500);
    assert_int_equal(builder.text[499], '7');
    text_add_bytes(&builder, "a\0b", 3);
    assert_memory_equal(builder.text + 500, "a\0b", 4);
    text_builder_free(&builder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_character_is_read_back),
        cmocka_unit_test(pairs_of_bytes_are_valid_when_the_standard_says_so),
        cmocka_unit_test(malformed_texts_are_found_where_they_begin),
        cmocka_unit_test(cutting_never_splits_a_character),
        cmocka_unit_test(formats_fill_to_the_last_byte),
        cmocka_unit_test(controls_are_those_of_the_list),
        cmocka_unit_test(lengths_count_characters),
        cmocka_unit_test(builders_hold_all_that_was_added),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
